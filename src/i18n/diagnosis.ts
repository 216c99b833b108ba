/** The sentences for whoever builds a page on which the form does not work: loaded only with the attribute `diagnose`. */
export const diagnosisTexts = {
  nl: {
    title: 'Waarom het formulier niet werkt',
    fine: 'Er is niets mis met hoe het formulier in deze pagina staat.',
    who: 'Dit staat hier door het attribuut diagnose; haal het weg voor bezoekers.',
    'address-missing': 'Het element heeft geen adres van een portaal, of iets dat geen adres is.',
    'address-wrong': 'Op {url} staat geen portaal: het antwoord was {status}.',
    'mixed-content': 'Deze pagina is https en het portaal http; browsers houden die aanroep tegen.',
    policy: 'Het beleid (Content-Security-Policy) van deze website houdt {blocked} tegen, door {directive}.',
    'cross-origin':
      'Het portaal antwoordt, maar staat deze website niet toe (CORS). Laat het kantoor deze herkomst toevoegen.',
    'no-origin':
      'Deze pagina heeft geen eigen herkomst: ze komt van een schijf of uit een frame met sandbox. Geen portaal antwoordt haar.',
    unreachable: '{host} is niet te bereiken: het adres klopt niet, de server staat uit, of er is geen verbinding.',
    storage:
      'Deze browser of dit frame bewaart niets. Het formulier werkt, maar een concept gaat verloren bij herladen.',
    'loaded-twice': 'Het script staat {count} keer in deze pagina; alleen het eerste telt. Haal de andere weg.',
    clock: 'De klok van dit apparaat loopt {minutes} minuten anders dan die van de server; datums kloppen dan niet.',
    'version-chunk':
      'Een deel van het script is er niet: het komt van een andere uitgave dan de map eromheen. Zet de hele map neer.',
    'version-fields':
      'Het portaal vraagt iets dat deze uitgave van het script niet kent: {types}. Neem een nieuwere uitgave.',
  },
  en: {
    title: 'Why the form does not work',
    fine: 'Nothing is wrong with how the form stands in this page.',
    who: 'This is here because of the attribute diagnose; take it away for visitors.',
    'address-missing': 'The element has no address of a portal, or something that is no address.',
    'address-wrong': 'There is no portal at {url}: the answer was {status}.',
    'mixed-content': 'This page is https and the portal is http; browsers refuse that call.',
    policy: 'The policy (Content-Security-Policy) of this website refuses {blocked}, by {directive}.',
    'cross-origin': 'The portal answers, but does not allow this website (CORS). Let the office add this origin.',
    'no-origin':
      'This page has no origin of its own: it comes from a disk or from a sandboxed frame. No portal answers it.',
    unreachable: '{host} cannot be reached: the address is wrong, the server is off, or there is no connection.',
    storage: 'This browser or frame keeps nothing. The form works, but a draft is lost on a reload.',
    'loaded-twice': 'The script is {count} times in this page; only the first counts. Take the others away.',
    clock: 'The clock of this device is {minutes} minutes off that of the server; dates are wrong then.',
    'version-chunk':
      'A part of the script is not there: it is of another release than the folder around it. Put the whole folder there.',
    'version-fields':
      'The portal asks something that this release of the script does not know: {types}. Take a newer release.',
  },
  de: {
    title: 'Warum das Formular nicht funktioniert',
    fine: 'Daran, wie das Formular auf dieser Seite steht, ist nichts falsch.',
    who: 'Das steht hier wegen des Attributs diagnose; nehmen Sie es für Besucher weg.',
    'address-missing': 'Das Element hat keine Adresse eines Portals oder etwas, das keine Adresse ist.',
    'address-wrong': 'Unter {url} gibt es kein Portal: die Antwort war {status}.',
    'mixed-content': 'Diese Seite ist https und das Portal http; Browser verweigern diesen Aufruf.',
    policy: 'Die Richtlinie (Content-Security-Policy) dieser Website verweigert {blocked} durch {directive}.',
    'cross-origin':
      'Das Portal antwortet, erlaubt diese Website aber nicht (CORS). Lassen Sie das Büro diese Herkunft hinzufügen.',
    'no-origin':
      'Diese Seite hat keine eigene Herkunft: sie kommt von einem Datenträger oder aus einem Frame mit sandbox. Kein Portal antwortet ihr.',
    unreachable:
      '{host} ist nicht zu erreichen: die Adresse stimmt nicht, der Server ist aus, oder es besteht keine Verbindung.',
    storage:
      'Dieser Browser oder dieser Frame speichert nichts. Das Formular funktioniert, aber ein Entwurf geht beim Neuladen verloren.',
    'loaded-twice': 'Das Skript steht {count} Mal auf dieser Seite; nur das erste zählt. Nehmen Sie die anderen weg.',
    clock: 'Die Uhr dieses Geräts weicht um {minutes} Minuten von der des Servers ab; Daten stimmen dann nicht.',
    'version-chunk':
      'Ein Teil des Skripts fehlt: es stammt aus einer anderen Version als der Ordner darum. Legen Sie den ganzen Ordner dorthin.',
    'version-fields':
      'Das Portal fragt etwas, das diese Version des Skripts nicht kennt: {types}. Nehmen Sie eine neuere Version.',
  },
  fr: {
    title: 'Pourquoi le formulaire ne fonctionne pas',
    fine: 'Rien ne cloche dans la façon dont le formulaire est placé dans cette page.',
    who: 'Ceci est affiché à cause de l’attribut diagnose ; retirez-le pour les visiteurs.',
    'address-missing': 'L’élément n’a pas d’adresse de portail, ou quelque chose qui n’est pas une adresse.',
    'address-wrong': 'Il n’y a pas de portail à {url} : la réponse était {status}.',
    'mixed-content': 'Cette page est en https et le portail en http ; les navigateurs refusent cet appel.',
    policy: 'La politique (Content-Security-Policy) de ce site refuse {blocked}, par {directive}.',
    'cross-origin':
      'Le portail répond, mais n’autorise pas ce site (CORS). Demandez au bureau d’ajouter cette origine.',
    'no-origin':
      'Cette page n’a pas d’origine propre : elle vient d’un disque ou d’un cadre avec sandbox. Aucun portail ne lui répond.',
    unreachable: '{host} est injoignable : l’adresse est fausse, le serveur est arrêté, ou il n’y a pas de connexion.',
    storage:
      'Ce navigateur ou ce cadre ne conserve rien. Le formulaire fonctionne, mais un brouillon est perdu au rechargement.',
    'loaded-twice': 'Le script est {count} fois dans cette page ; seul le premier compte. Retirez les autres.',
    clock: 'L’horloge de cet appareil diffère de {minutes} minutes de celle du serveur ; les dates sont alors fausses.',
    'version-chunk':
      'Une partie du script manque : il est d’une autre version que le dossier qui l’entoure. Déposez-y le dossier entier.',
    'version-fields':
      'Le portail demande quelque chose que cette version du script ne connaît pas : {types}. Prenez une version plus récente.',
  },
} as const;

export type DiagnosisKey = keyof (typeof diagnosisTexts)['en'];
