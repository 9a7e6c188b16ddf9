site-name = Artikel
skip = Zum Artikel
languages = Sprachen
articles = Artikel
all-articles = Alle Artikel
feed = Feed
published = Veröffentlicht am { $date }
updated = Aktualisiert am { $date }
translated-by = Übersetzung: { $names }
reviewed-by = Durchsicht der Übersetzung: { $names }
list-separator = { ", " }
footnotes = Anmerkungen
footnote-back = Zurück zum Text

notice-behind = { $count ->
        [one] Das Original wurde nach dieser Übersetzung geändert. Eine Stelle kann abweichen.
       *[other] Das Original wurde nach dieser Übersetzung geändert. { $shown } Stellen können abweichen.
    }
notice-corrected = Im Original wurde ein Fehler berichtigt. Diese Übersetzung enthält die Berichtigung noch nicht.
notice-fallback = { $count ->
        [one] Eine Stelle ist noch nicht übersetzt und erscheint in dieser Sprache: { $language }.
       *[other] { $shown } Stellen sind noch nicht übersetzt und erscheinen in dieser Sprache: { $language }.
    }
disclosure-all = Diesen Text hat eine Maschine übersetzt. Noch niemand hat ihn durchgesehen.
disclosure-some = { $count ->
        [one] Eine Stelle hat eine Maschine übersetzt. Noch niemand hat sie durchgesehen.
       *[other] { $shown } Stellen hat eine Maschine übersetzt. Noch niemand hat sie durchgesehen.
    }

article = Artikel
source-text = Original
translation = Übersetzung
deleted = gestrichen
inserted = eingefügt
grade-format = Zeichensetzung oder Auszeichnung
grade-typo = Tippfehler
grade-wording = Wortlaut
grade-facts = Fakten
grade-rewrite = neu geschrieben
correction = Fehler im Original berichtigt
state-current = aktuell
state-stale = veraltet
state-missing = nicht übersetzt
state-unreadable = nicht lesbar
state-unknown = niemand hat festgehalten, welcher Originaltext übersetzt wurde
state-rejected = zurückgewiesen
draft = Entwurf, nicht veröffentlicht
map-title = Artikel und Sprachen
map-intro = Die dringendsten stehen oben. Ein Feld, das eine Änderung nennt, führt Wort für Wort zu ihr.
map-back = Zurück zur Tabelle
map-unsynced = Änderungen an Artikeln, die noch nicht in die Kataloge übernommen sind
map-left-out = Felder, deren Änderungen hier fehlen: { $shown }. Die Seite zeigt die der dringendsten, denn mit allen wäre sie zu groß. Diese Befehle zeigen die übrigen:

language-en = Englisch
language-es = Spanisch
language-fr = Französisch
language-de = Deutsch
language-ru = Russisch
language-ar = Arabisch
language-fa = Persisch
language-fa-AF = Dari
language-ps = Paschtu
language-zh = Chinesisch
language-ja = Japanisch
