//! The sitemap (sitemaps.org 0.9) with the versions of every page, and more than one where there are more pages than one may hold.

use std::collections::BTreeMap;

use crate::base::Locale;
use crate::format::html::escape_xml;

use super::lists::{Live, index_of};
use super::siblings::{Siblings, absolute};

/// How many addresses a sitemap may list.
const LONGEST: usize = 50_000;

/// The sitemaps by their place in the output folder. `locales` are those with an index, `source` the source's if it is out.
pub(super) fn write(url: &str, locales: &[&Locale], source: Option<&Locale>, live: &Live) -> BTreeMap<String, String> {
    let mut entries = Vec::new();
    let indexes: Vec<(&Locale, String)> = locales.iter().map(|locale| (*locale, index_of(locale))).collect();
    for (_, output) in &indexes {
        let versions = indexes.iter().map(|(locale, output)| (*locale, output.as_str())).collect();
        entries.push(entry(&Siblings { versions, output, default: Some("index.html"), url: Some(url) }, ""));
    }
    for published in live.0.values() {
        let out = locales.iter().filter_map(|locale| Some((*locale, published.locales.get(locale)?)));
        let out: Vec<(&Locale, &str)> =
            out.filter(|(_, live)| !live.is_untranslated()).map(|(locale, live)| (locale, live.output.as_str())).collect();
        let default = source.and_then(|source| published.locales.get(source)).map(|page| page.output.as_str());
        for (locale, output) in &out {
            let page = published.locales[locale].page.as_ref();
            let changed = page.map_or("", |page| if page.updated.is_empty() { &page.date } else { &page.updated });
            entries.push(entry(&Siblings { versions: out.clone(), output, default, url: Some(url) }, changed));
        }
    }
    let mut parts: Vec<String> = entries.chunks(LONGEST).map(urlset).collect();
    if parts.len() == 1 {
        return parts.pop().map(|only| ("sitemap.xml".to_owned(), only)).into_iter().collect();
    }
    let mut index = format!("{XML}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    let mut files = BTreeMap::new();
    for (number, part) in parts.into_iter().enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", absolute(url, &name)));
        files.insert(name, part);
    }
    index.push_str("</sitemapindex>\n");
    files.insert("sitemap.xml".to_owned(), index);
    files
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn urlset(entries: &[String]) -> String {
    let mut set = String::with_capacity(entries.iter().map(String::len).sum::<usize>() + 200);
    set.push_str(&format!("{XML}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"));
    entries.iter().for_each(|entry| set.push_str(entry));
    set.push_str("</urlset>\n");
    set
}

fn entry(siblings: &Siblings<'_>, changed: &str) -> String {
    let url = siblings.url.unwrap_or_default();
    let mut out = format!("<url>\n<loc>{}</loc>\n", absolute(url, siblings.output));
    if !changed.is_empty() {
        out.push_str(&format!("<lastmod>{}</lastmod>\n", escape_xml(changed)));
    }
    for (language, output) in siblings.languages() {
        out.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>\n", absolute(url, output)));
    }
    out.push_str("</url>\n");
    out
}
