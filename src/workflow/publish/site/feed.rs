//! A feed per locale (Atom, RFC 4287): the latest articles that are out in it.

use crate::base::Locale;
use crate::format::html::{encode_path, escape_xml};

use super::dates::Day;
use super::lists::{Listed, feed_of, index_of};
use super::page::Site;
use super::siblings::absolute;

/// How many articles a feed lists.
const LONGEST: usize = 50;

/// The feed of a locale; nothing while none of its articles has a date, because Atom asks for one.
pub(super) fn write(site: &Site<'_>, url: &str, locale: &Locale, pages: &[Listed<'_>]) -> Option<String> {
    let translated = pages.iter().filter(|listed| !listed.page.untranslated);
    let dated = translated.filter_map(|listed| Some((listed, Day::read(&listed.page.date)?)));
    let entries: Vec<(&Listed<'_>, Day, Day)> = dated
        .take(LONGEST)
        .map(|(listed, published)| {
            let updated = Day::read(&listed.page.updated).unwrap_or_else(|| published.clone());
            (listed, published, updated)
        })
        .collect();
    let latest = entries.iter().map(|(_, _, updated)| updated.instant()).max()?;
    let tag = escape_xml(locale.as_str());
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n"));
    out.push_str(&format!("<title>{}</title>\n", escape_xml(&site.site_name(locale))));
    out.push_str(&format!("<id>{}</id>\n", absolute(url, &feed_of(locale))));
    out.push_str(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", absolute(url, &feed_of(locale))));
    let home = absolute(url, &index_of(locale));
    out.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" hreflang=\"{tag}\" href=\"{home}\"/>\n"));
    out.push_str(&format!(
        "<updated>{latest}</updated>\n<author><name>{}</name></author>\n",
        escape_xml(&site.site_name(locale))
    ));
    for (listed, published, updated) in entries {
        let language = if listed.has_foreign_title() { site.project.config.source_locale.as_str() } else { locale.as_str() };
        out.push_str(&format!(
            "<entry xml:lang=\"{tag}\">\n<title xml:lang=\"{language}\">{}</title>\n",
            escape_xml(&listed.page.title)
        ));
        // The name of an article outlives the slug of its page.
        out.push_str(&format!("<id>{}/#{}/{tag}</id>\n", escape_xml(url), encode_path(listed.article)));
        let address = absolute(url, &listed.live.output);
        out.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" hreflang=\"{tag}\" href=\"{address}\"/>\n"));
        out.push_str(&format!("<published>{}</published>\n<updated>{}</updated>\n", published.instant(), updated.instant()));
        if !listed.page.summary.is_empty() {
            out.push_str(&format!("<summary>{}</summary>\n", escape_xml(&listed.page.summary)));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    Some(out)
}
