### What readers see on a page beside its article.
### A project gives other words in `templates/strings/<locale>.ftl`, message by message.

# The name of the site where the project gives none.
site-name = Articles
# Link at the top of a page for readers with a keyboard or a screen reader.
skip = Skip to the article
# Heading of the list of versions in other languages.
languages = Languages
# Heading of the list of all articles in one language.
articles = Articles
# Link to the list of all articles.
all-articles = All articles
# Link to the feed (Atom).
feed = Feed
published = Published { $date }
updated = Updated { $date }
# $names is a list of people.
translated-by = Translated by { $names }
reviewed-by = Translation reviewed by { $names }
list-separator = { ", " }
footnotes = Notes
footnote-back = Back to the text

# The original was edited after it was translated. $count chooses the plural, $shown is the number in the reader's digits.
notice-behind = { $count ->
        [one] The original has changed since this translation was made. One passage may differ.
       *[other] The original has changed since this translation was made. { $shown } passages may differ.
    }
# The author corrected an error in the original.
notice-corrected = An error has been corrected in the original. This translation does not show the correction yet.
# Parts that nobody has translated stand in the language of the original.
notice-fallback = { $count ->
        [one] One passage is not translated yet and is shown in { $language }.
       *[other] { $shown } passages are not translated yet and are shown in { $language }.
    }
# A machine translated the page and no person has reviewed it.
disclosure-all = This text was translated by a machine. Nobody has reviewed it yet.
disclosure-some = { $count ->
        [one] One passage was translated by a machine. Nobody has reviewed it yet.
       *[other] { $shown } passages were translated by a machine. Nobody has reviewed them yet.
    }

# What translators and editors read, in drafts and in the table of `status --format html`.
article = Article
source-text = Source
translation = Translation
deleted = deleted
inserted = inserted
grade-format = punctuation or markup
grade-typo = slip
grade-wording = wording
grade-facts = facts
grade-rewrite = rewritten
correction = error corrected in the source
state-current = current
state-stale = out of date
state-missing = not translated
state-unreadable = cannot be read
state-unknown = nobody recorded which source text it renders
state-rejected = rejected
draft = Draft, not published
map-title = Articles and languages
map-intro = The worst stand first. A cell that names an edit leads to it, word by word.
map-back = Back to the table
map-unsynced = Edits of articles that no sync has carried to the catalogs yet
# Above the table, before two commands, where the page shows the edits of the worst cells only.
map-left-out = Cells whose edits are left out: { $shown }. The page shows those of the worst, because it would be too large with all of them. These commands show the others:

language-en = English
language-es = Spanish
language-fr = French
language-de = German
language-ru = Russian
language-ar = Arabic
language-fa = Persian
language-fa-AF = Dari
language-ps = Pashto
language-zh = Chinese
language-ja = Japanese
