//! Spells the map. Everything that comes from an article or a catalog is escaped; the page holds no script and loads nothing.

use crate::base::Locale;
use crate::format::html::{clean, escape_xml, inline};
use crate::model::Grade;
use crate::workflow::{Counts, StaleTranslation, UnitDiff};

use super::super::changes::short_edit;
use super::super::draft::grade_label;
use super::super::languages::{dir, own_name};
use super::super::words::Words;
use super::collect::{Cell, Row};

/// What the page is made of.
pub(super) struct Map<'a> {
    pub rows: &'a [Row],
    /// The columns.
    pub locales: &'a [&'a Locale],
    /// Edits that no sync has carried to the catalogs.
    pub unsynced: usize,
    /// Cells whose edits do not stand on the page.
    pub left_out: usize,
    pub words: &'a Words,
}

const STYLE: &str = include_str!("../templates/heat-map.css");

/// Styles stand in the page itself; nothing else may be used or loaded.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// How the edits are seen that are left out.
const COMMANDS: [&str; 2] = ["tarjuman diff ARTICLE --locale LOCALE", "tarjuman status ARTICLE --format html"];

/// The page.
pub(super) fn page(map: &Map<'_>) -> String {
    let word = |id: &str| escape_xml(&map.words.get(id));
    let written_in = map.words.written_in();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{written_in}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{intro}</p>\n",
        dir(written_in.direction()),
        title = word("map-title"),
        intro = word("map-intro"),
    );
    if map.unsynced > 0 {
        out.push_str(&format!("<p class=\"unsynced\">{}: {}</p>\n", word("map-unsynced"), map.words.number(map.unsynced)));
    }
    if map.left_out > 0 {
        let said = escape_xml(&map.words.count("map-left-out", map.left_out, map.words.written_in()));
        let commands = COMMANDS.map(|command| format!("<li><code dir=\"ltr\">{command}</code></li>")).concat();
        out.push_str(&format!("<p>{said}</p>\n<ul>{commands}</ul>\n"));
    }
    table(map, &mut out);
    for (at, row) in map.rows.iter().enumerate() {
        for (locale, cell) in map.columns(row).filter_map(|(locale, cell)| Some((locale, cell.filter(|cell| cell.has_edits())?)))
        {
            section(map, at, row, locale, cell, &mut out);
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

impl Map<'_> {
    fn columns<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = (&'r Locale, Option<&'r Cell>)> {
        self.locales.iter().map(|locale| (*locale, row.cells.get(*locale)))
    }
}

impl Cell {
    fn has_edits(&self) -> bool {
        !self.edits.is_empty()
    }
}

fn table(map: &Map<'_>, out: &mut String) {
    let title = escape_xml(&map.words.get("map-title"));
    out.push_str(&format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n<thead>\n<tr>"
    ));
    out.push_str(&format!("<th scope=\"col\">{}</th>", escape_xml(&map.words.get("article"))));
    for locale in map.locales {
        let tag = escape_xml(locale.as_str());
        let name = escape_xml(own_name(locale));
        out.push_str(&format!("<th scope=\"col\"><span lang=\"{tag}\" dir=\"{}\">{name}</span></th>", dir(locale.direction())));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (at, row) in map.rows.iter().enumerate() {
        out.push_str(&format!("<tr><th scope=\"row\"><bdi>{}</bdi></th>", escape_xml(&clean(&row.article))));
        for (locale, cell) in map.columns(row) {
            match cell {
                Some(cell) => push_cell(at, locale, cell, map.words, out),
                None => out.push_str("<td></td>"),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn push_cell(at: usize, locale: &Locale, cell: &Cell, words: &Words, out: &mut String) {
    let shown = describe(&cell.counts, words);
    let text = shown.iter().map(|line| format!("<span>{}</span>", escape_xml(line))).collect::<Vec<_>>().join(" ");
    let heat = heat(&cell.counts);
    if cell.has_edits() {
        let id = format!("{at}-{}", escape_xml(locale.as_str()));
        out.push_str(&format!("<td class=\"{heat}\"><a id=\"c{id}\" href=\"#d{id}\">{text}</a></td>"));
    } else {
        out.push_str(&format!("<td class=\"{heat}\">{text}</td>"));
    }
}

/// What a cell says, a line for each thing that is to be done; that all is well if nothing is.
fn describe(counts: &Counts, words: &Words) -> Vec<String> {
    let count = |label: String, count: usize| format!("{label}: {}", words.number(count));
    let mut lines = Vec::new();
    if counts.corrections > 0 {
        lines.push(count(words.get("correction"), counts.corrections));
    }
    lines.extend(counts.stale.iter().rev().map(|(grade, stale)| count(grade_label(*grade, words), *stale)));
    for (id, number) in
        [("state-unreadable", counts.unreadable), ("state-rejected", counts.rejected), ("state-missing", counts.missing)]
    {
        if number > 0 {
            lines.push(count(words.get(id), number));
        }
    }
    if lines.is_empty() {
        lines.push(format!("\u{2713} {}", words.get("state-current")));
    }
    lines
}

/// The shade of a cell; it says nothing that the words in it do not say.
fn heat(counts: &Counts) -> &'static str {
    match counts.worst() {
        _ if counts.corrections > 0 => "h5",
        Some(Grade::Facts | Grade::Rewrite) => "h4",
        Some(Grade::Wording) => "h3",
        Some(Grade::Typo | Grade::Format) => "h2",
        None if counts.is_fresh() && counts.rejected == 0 => "h0",
        None => "h1",
    }
}

/// The edits of one cell.
fn section(map: &Map<'_>, at: usize, row: &Row, locale: &Locale, cell: &Cell, out: &mut String) {
    let tag = escape_xml(locale.as_str());
    let id = format!("{at}-{tag}");
    let title = if row.title.is_empty() {
        String::new()
    } else {
        format!(" <bdi class=\"title\">{}</bdi>", escape_xml(&clean(&row.title)))
    };
    out.push_str(&format!(
        "<section id=\"d{id}\" aria-labelledby=\"h{id}\" tabindex=\"-1\">\n<h2 id=\"h{id}\"><bdi>{}</bdi> · \
         <span lang=\"{tag}\" dir=\"{}\">{}</span>{title}</h2>\n{}<p><a href=\"#c{id}\">{}</a></p>\n</section>\n",
        escape_xml(&clean(&row.article)),
        dir(locale.direction()),
        escape_xml(own_name(locale)),
        cell.edits,
        escape_xml(&map.words.get("map-back")),
    ));
}

/// An edit of the source; [`translation`] goes on.
pub(super) fn edit(diff: &UnitDiff, source: &Locale, words: &Words) -> String {
    let what = match (&diff.old, diff.correction) {
        (None, _) => words.get("state-unknown"),
        (_, true) => format!("{}, {}", grade_label(diff.grade, words), words.get("correction")),
        _ => grade_label(diff.grade, words),
    };
    let text = match &diff.old {
        None => inline(&clean(&diff.new), source.direction()),
        Some(_) => short_edit(&diff.words, source.direction(), words),
    };
    format!(
        "<h3><code dir=\"ltr\">{}</code> {}</h3>\n<dl><dt>{}</dt><dd lang=\"{}\" dir=\"{}\">{text}</dd>",
        escape_xml(&diff.unit),
        escape_xml(&what),
        escape_xml(&words.get("source-text")),
        escape_xml(source.as_str()),
        dir(source.direction()),
    )
}

/// The translation that an edit has left behind.
pub(super) fn translation(stale: &StaleTranslation, words: &Words) -> String {
    let locale = &stale.locale;
    let lines: Vec<String> = stale.lines.iter().map(|line| inline(line, locale.direction())).collect();
    format!(
        "<dt>{}</dt><dd lang=\"{}\" dir=\"{}\">{}</dd></dl>\n",
        escape_xml(&words.get("translation")),
        escape_xml(locale.as_str()),
        dir(locale.direction()),
        lines.join("<br>"),
    )
}
