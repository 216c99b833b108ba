import type { nl } from '../settings-issues.js';

export const settingsIssues: Record<keyof typeof nl, string> = {
  'settings.issue.other': 'Das stimmt nicht ({code}).',
  'settings.issue.required': 'Das fehlt: füllen Sie es aus.',
  'settings.issue.type': 'Hierher gehört eine andere Art von Wert.',
  'settings.issue.option': 'Das ist keiner der möglichen Werte: wählen Sie einen anderen.',
  'settings.issue.min': 'Das ist zu niedrig oder zu wenig.',
  'settings.issue.max': 'Das ist zu hoch oder zu viel.',
  'settings.issue.too-short': 'Das ist leer: füllen Sie es aus.',
  'settings.issue.too-long': 'Das ist zu lang: kürzen Sie es.',
  'settings.issue.id':
    'Eine Id beginnt mit einem Buchstaben oder einer Ziffer und hat höchstens 100 Buchstaben, Ziffern, „_“ und „-“.',
  'settings.issue.field-type': 'Die Feldart „{type}“ gibt es nicht.',
  'settings.issue.date-bound': 'Das ist kein Tag: wählen Sie ein Datum oder zählen Sie ab heute.',
  'settings.issue.time-bound': 'Eine Uhrzeit ist wie 09:00.',
  'settings.issue.country': 'Ein Land ist ein Code aus zwei Großbuchstaben, etwa NL.',
  'settings.issue.origin':
    'Das ist keine Adresse einer Website: schreiben Sie sie als https://www.example.com, ohne Pfad.',
  'settings.issue.email': 'Das ist keine E-Mail-Adresse.',
  'settings.issue.colour': 'Das ist keine Farbe: wählen Sie eine.',
  'settings.issue.duplicate-id': 'Die Id „{id}“ wird zweimal verwendet: geben Sie einer von beiden eine andere.',
  'settings.issue.rule-operator': 'Regeln kennen „{operator}“ nicht.',
  'settings.issue.rule-variable':
    'Eine Regel bezieht sich auf „{name}“, das es hier nicht gibt: wählen Sie eine andere Antwort.',
  'settings.issue.rule-shape': 'Das ist keine Regel: verwenden Sie einen Operator mit den richtigen Teilen.',
  'settings.issue.rule-depth': 'Diese Regel ist mehr als {max} tief verschachtelt: teilen Sie sie auf.',
  'settings.issue.rule-cycle':
    'Das erscheint durch etwas, das selbst hierdurch erscheint: nehmen Sie eine der Regeln weg.',
  'settings.issue.pattern-unsupported': 'Dieses Muster geht nicht: {reason}',
  'settings.issue.bounds': 'Die Untergrenze liegt über der Obergrenze: ändern Sie eine von beiden.',
  'settings.issue.link': 'Das ist kein Link: beginnen Sie mit https:// oder http://.',
  'settings.issue.no-options':
    'Es gibt nichts auszuwählen: fügen Sie eine Auswahl hinzu oder lassen Sie einen Tag übrig.',
  'settings.issue.no-fields': 'Eine Zeile hat nichts zum Ausfüllen: fügen Sie ein Feld hinzu.',
  'settings.issue.locale':
    'Diese Sprache gehört nicht zu denen des Portals: kreuzen Sie sie an oder nehmen Sie den Text weg.',
  'settings.issue.time-zone': 'Diese Zeitzone gibt es nicht: verwenden Sie einen Namen wie Europe/Amsterdam.',
  'settings.issue.limit': 'Es sind mehr als {max}: teilen Sie sie auf.',
  'settings.issue.unknown-key':
    '„{name}“ gibt es hier nicht und bewirkt also nichts: verbessern Sie den Namen oder nehmen Sie es weg.',
  'settings.issue.required-never-shown':
    'Das ist erforderlich, erscheint aber nie: verbessern Sie die Regel oder nehmen Sie es weg.',
  'settings.issue.never-shown': 'Das erscheint nie: verbessern Sie die Regel oder nehmen Sie sie weg.',
  'settings.issue.step-unreachable': 'In diesem Schritt erscheint nie etwas: verbessern Sie die Regeln.',
  'settings.issue.rule-option': 'Die Regel vergleicht „{name}“ mit „{option}“, was dort nicht gewählt werden kann.',
  'settings.issue.answer-never':
    'Bei dieser Art von Antwort gibt es „{answer}“ nicht: nehmen Sie es weg oder ändern Sie die Art.',
  'settings.issue.never-valid': 'Hiermit ist keine Antwort richtig: ändern Sie dies oder die Einstellungen daneben.',
  'settings.issue.date-past': 'Diese Grenzen lassen ab heute keinen Tag übrig: verschieben Sie sie.',
  'settings.issue.initial': 'Das Feld nimmt diese Antwort nicht an ({reason}): ändern Sie sie oder nehmen Sie sie weg.',
  'settings.issue.autocomplete': 'Browser kennen „{token}“ nicht: verwenden Sie zum Beispiel tel oder postal-code.',
  'settings.issue.file-accept': '„{accept}“ ist keine Dateiart: schreiben Sie .pdf oder image/*.',
  'settings.issue.country-unknown': 'Das Land „{country}“ gibt es nicht: verwenden Sie einen Code wie NL.',
  'settings.issue.pattern-message':
    'Wer einen Fehler macht, liest nicht, was verlangt wird: schreiben Sie eine Meldung.',
  'settings.issue.many-fields':
    'In einem Schritt stehen {count} Fragen; mehr als {max} ermüden. Fragen Sie weniger oder teilen Sie die Anfrageart auf.',
  'settings.issue.guest-lookup':
    'Gäste haben keine Liste zum Auswählen und kommen hier nicht weiter: verlangen Sie es nicht oder lassen Sie Gäste sich anmelden.',
  'settings.issue.term-empty':
    'Das muss akzeptiert werden, aber es gibt nichts zu lesen: fügen Sie einen Text oder eine Seite hinzu.',
  'settings.issue.term-version': 'Die Version ist leer: geben Sie eine an, damit eine Änderung auffällt.',
  'settings.issue.missing-translation': 'Es gibt keinen Text in der Sprache {locale}: fügen Sie ihn hinzu.',
  'settings.issue.untranslated': 'Das ist in jeder Sprache gleich ({locales}): schreiben Sie es in jeder davon.',
  'settings.issue.label-blank': 'Niemand kann sehen, was das ist: geben Sie ihm einen Namen.',
  'settings.issue.labels-alike': 'Es gibt schon etwas mit dem Namen „{label}“: unterscheiden Sie beides.',
  'settings.refusal.length': 'es hat mehr als 500 Zeichen.',
  'settings.refusal.size': 'die Anzahlen darin sind zusammen zu groß. Verwenden Sie kleinere.',
  'settings.refusal.look-around':
    'es sieht voraus oder zurück, was sehr lange dauern kann. Schreiben Sie aus, was erlaubt ist.',
  'settings.refusal.named-group': 'es hat eine benannte Gruppe. Verwenden Sie ( … ).',
  'settings.refusal.back-reference': 'es wiederholt, was vorher gefunden wurde, was sehr lange dauern kann.',
  'settings.refusal.word-boundary': 'es hat \\b oder \\B. Lassen Sie sie weg: die ganze Antwort wird verglichen.',
  'settings.refusal.syntax': 'es ist kein regulärer Ausdruck. Sehen Sie nach, ob eine Klammer offen ist.',
};
