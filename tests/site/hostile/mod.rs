//! Hostile strings in every place that a person can fill: nothing a string says may open or close an element, run, or load.
//!
//! Each of `strings` stands in each of these places:
//!
//! | place | in | looked at |
//! | --- | --- | --- |
//! | title, standfirst, description, byline, caption (front matter), of the source and of a translation | `project` | pages, feeds, sitemap, linked data |
//! | author, translator, reviewer | `project` | credits, linked data |
//! | alternative text, in the head and of a picture in the text | `project` | pages |
//! | unit: paragraph, heading, list item, cell, as a translation | `project` | pages |
//! | raw Markdown of an author: text, link text, address and title, picture, footnote | `project` | pages |
//! | glossary form | `project` | pages of `ps` |
//! | note: a translator's comment, the reason of a rejection, an edit of the source | `project` | drafts, the map, the terminal |
//! | entry of a feed | `places` | feeds of nine languages |
//! | variable of a project's own template | `places` | pages |
//! | slug | `places` | addresses, `_redirects`, links |
//! | word of the pages (`templates/strings`) | `words` | pages |
//! | name of a locale | `places` | exit code, the terminal |
//!
//! `reader` looks at the pages as text, `nothing` opens them in Chromium.

mod elements;
mod nothing;
mod places;
mod project;
mod reader;
mod strings;
mod words;
