//! Pages that were written before: where they stood, which files they show, and their links to pages that are gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::html::escape_xml;
use crate::model::PublishedLocale;

use super::links::{Assets, decode};
use super::page::Site;
use super::siblings::relative;
use super::templates;
use super::words::own_words;

impl Site<'_> {
    /// Everything of the tool's own that stands on pages: with another version of it all pages are to be made again.
    pub fn own_parts() -> Vec<&'static str> {
        templates::own_parts().into_iter().chain(own_words()).collect()
    }
}

/// The places that a page had before the one at `output`; `before` is what stood in its place.
pub fn earlier_places(before: Option<&PublishedLocale>, output: &str) -> Vec<String> {
    let mut earlier = before.and_then(|before| before.page.as_ref()).map(|page| page.earlier.clone()).unwrap_or_default();
    earlier.extend(before.filter(|before| before.page.is_some()).map(|before| before.output.clone()));
    let mut seen = BTreeSet::from([output.to_owned()]);
    earlier.retain(|output| seen.insert(output.clone()));
    earlier
}

/// The copies of files that a page shows, with the project's files that they are copies of.
pub fn find_assets(page: &str, assets: &mut Assets) {
    for attribute in page.split('"').skip(1).step_by(2) {
        let path = attribute.trim_start_matches("../").split(['#', '?']).next().unwrap_or_default();
        if let Some(file) = path.strip_prefix("assets/") {
            let file = decode(file);
            assets.insert(format!("assets/{file}"), file);
        }
    }
}

/// The page at `output` with its links to places that are `gone` leading to what takes their place, if anything does.
/// Each place has a page in another language, with its tag, or nothing.
pub fn lead_away(page: &str, output: &str, gone: &BTreeMap<String, Option<(String, String)>>) -> String {
    let mut page = page.to_owned();
    for (place, other) in gone {
        let address = format!(" href=\"{}", relative(output, place));
        let mut out = String::with_capacity(page.len());
        let mut rest = page.as_str();
        while let Some((before, after)) = rest.split_once(&address) {
            out.push_str(before);
            let (tail, after) = after.split_once('"').unwrap_or((after, ""));
            // The address of another page may begin in the same way.
            let is_it = tail.is_empty() || tail.starts_with(['#', '?']);
            match (is_it, other) {
                (false, _) => out.push_str(&format!("{address}{tail}\"")),
                (true, Some((other, tag))) => {
                    out.push_str(&format!(" href=\"{}{tail}\" hreflang=\"{}\"", relative(output, other), escape_xml(tag)));
                }
                (true, None) => {}
            }
            rest = after;
        }
        out.push_str(rest);
        page = out;
    }
    page
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{find_assets, lead_away};

    #[test]
    fn links_to_a_page_that_is_gone_lead_to_the_original_or_nowhere() {
        let page = "<a href=\"b.html\">1</a> <a href=\"b.html#x\">2</a> <a href=\"b.html.html\">3</a> <a href=\"c.html\">4</a>";
        let gone = BTreeMap::from([
            ("ps/b.html".to_owned(), Some(("en/b.html".to_owned(), "en".to_owned()))),
            ("ps/c.html".to_owned(), None),
        ]);
        assert_eq!(
            lead_away(page, "ps/a.html", &gone),
            "<a href=\"../en/b.html\" hreflang=\"en\">1</a> <a href=\"../en/b.html#x\" hreflang=\"en\">2</a> \
             <a href=\"b.html.html\">3</a> <a>4</a>"
        );
    }

    #[test]
    fn files_that_a_page_shows_are_found() {
        let mut assets = BTreeMap::new();
        find_assets("<img src=\"../assets/articles/a%20b.png\"> <a href=\"assets.html\">", &mut assets);
        assert_eq!(
            assets.into_iter().collect::<Vec<_>>(),
            [("assets/articles/a b.png".to_owned(), "articles/a b.png".to_owned())]
        );
    }
}
