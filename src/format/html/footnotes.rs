//! Footnotes: numbered in the order in which the text refers to them, gathered at the end.

use std::collections::BTreeMap;

use super::escape::escape;

/// The footnotes of one page.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Labels in the order of their numbers.
    order: Vec<String>,
    /// How often each was referred to.
    references: BTreeMap<String, usize>,
    /// Their texts.
    texts: BTreeMap<String, String>,
}

impl Footnotes {
    /// The number of a footnote and how often it has been referred to now.
    pub fn refer(&mut self, label: &str) -> (usize, usize) {
        let count = self.references.entry(label.to_owned()).or_default();
        *count += 1;
        (self.number(label), *self.references.get(label).unwrap_or(&1))
    }

    fn number(&mut self, label: &str) -> usize {
        let known = self.order.iter().position(|other| other == label);
        known.unwrap_or_else(|| {
            self.order.push(label.to_owned());
            self.order.len() - 1
        }) + 1
    }

    /// Keeps the text of a footnote.
    pub fn define(&mut self, label: &str, html: String) {
        self.number(label);
        self.texts.entry(label.to_owned()).or_insert(html);
    }

    /// The section with all of them, headed `title`; `back` says what the link to the text does. Empty without footnotes.
    pub fn section(&self, title: &str, back: &str) -> String {
        if self.texts.is_empty() {
            return String::new();
        }
        let mut out = String::from("<section class=\"footnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">");
        escape(&mut out, title);
        out.push_str("</h2>\n<ol>\n");
        for (at, label) in self.order.iter().enumerate() {
            let number = at + 1;
            out.push_str(&format!("<li id=\"fn-{number}\">"));
            out.push_str(self.texts.get(label).map_or("", String::as_str));
            if self.references.contains_key(label) {
                out.push_str(&format!("<a class=\"back\" href=\"#fnref-{number}\" aria-label=\""));
                escape(&mut out, back);
                out.push_str("\">\u{21A9}\u{FE0E}</a>");
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
        out
    }
}
