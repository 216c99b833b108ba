/** Words of descriptions, those that customers use most first. */
export const WORDS =
  'de het is een en niet van in op werkt al sinds geen ketel water verwarming warm koud lekt storing maakt geluid druk kraan boven beneden kamer douche keuken thermostaat lampje brandt rood foutcode meter vandaag gisteren week steeds opnieuw uit aan valt radiator leiding zolder kelder badkamer ventilatie filter pomp afvoer stinkt tikt bromt trilt vloer cv boiler airco buitenunit lekkage plafond muur vocht schimmel tocht raam deur gang hal entree trap lift monteur afspraak morgen middag telefonisch bereikbaar huurder eigenaar beheerder sleutel portiek parkeren dringend kinderen baby ouderen zorg winkel kantoor bakkerij school praktijk werkplaats magazijn expansievat overdruk ventiel condens rookgas sensor printplaat ontsteking vlam waterdruk bijvullen ontluchten warmtepomp zonneboiler vloerverwarming verdeler groepenkast aardlek zekering rookmelder koolmonoxide inspectie keuring onderhoud garantie factuur offerte vervangen repareren schoonmaken geplaatst verhuisd verbouwing'.split(
    ' ',
  );

export const FIRST_NAMES =
  'Jan Anna Piet Maria Kees Sanne Tom Fatima Mohammed Emma Daan Lotte Sem Julia Bram Noor Lars Eva Youssef Mila Ruben Iris Thijs Sara Hugo Zoë Willem Femke Ahmed Roos'.split(
    ' ',
  );

export const LAST_NAMES =
  'Jansen;de Vries;van den Berg;Bakker;Visser;Smit;Meijer;de Boer;Mulder;de Groot;Bos;Vos;Peters;Hendriks;van Dijk;Dekker;Brouwer;de Wit;Dijkstra;Yılmaz;El Amrani;Kaya;Postma;Kuipers;van Leeuwen'.split(
    ';',
  );

export const COMPANIES =
  'Bakkerij;Vastgoed;Garage;Kapsalon;Basisschool;Apotheek;Hotel;Zorggroep;Drukkerij;Slagerij;Notariaat;Fysiotherapie'.split(
    ';',
  );
