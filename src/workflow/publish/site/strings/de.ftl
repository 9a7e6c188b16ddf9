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
