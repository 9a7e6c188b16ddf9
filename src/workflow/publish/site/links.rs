//! Where the links of an article lead on the site: to other articles in the same language, and to files beside the article.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::base::Locale;
use crate::format::html::{Links, encode_path, escape_xml};
use crate::project::{Project, assets};

use super::lists::Live;
use super::siblings::relative;

/// A scheme that no article can use: it marks links to articles until it is known which of their pages are out.
const MARK: &str = "tarjuman:";

/// Files that pages show, by their place in the output folder, with the file of the project.
pub type Assets = BTreeMap<String, String>;

/// The links of one page.
pub(super) struct PageLinks<'a> {
    pub project: &'a Project,
    /// Files of articles, by path, with the article's name.
    pub articles: &'a BTreeMap<String, String>,
    /// The folder that the article's file lies in, and the root of its articles.
    pub folder: &'a str,
    pub root: &'a str,
    pub locale: &'a Locale,
    /// The page, relative to the output folder.
    pub output: &'a str,
    pub assets: RefCell<Assets>,
}

impl Links for PageLinks<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let end = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, rest) = destination.split_at(end);
        if path.is_empty() || path.starts_with('/') {
            return Some(destination.to_owned());
        }
        let Some(path) = join(self.folder, &decode(path)) else { return Some(destination.to_owned()) };
        let known = [String::new(), ".md".to_owned(), ".mdx".to_owned()];
        if let Some(name) = known.iter().find_map(|end| self.articles.get(&format!("{path}{end}"))) {
            return Some(format!("{MARK}{}{rest}", encode_path(name)));
        }
        Some(self.asset(&path).map_or_else(|| destination.to_owned(), |address| format!("{address}{rest}")))
    }

    fn file(&self, destination: &str) -> Option<String> {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        if path.starts_with('/') {
            return Some(destination.to_owned());
        }
        self.asset(&join(self.folder, &decode(path))?)
    }
}

impl PageLinks<'_> {
    /// The address of the file `path`, or of its sibling for the locale; only what lies among the articles is copied.
    fn asset(&self, path: &str) -> Option<String> {
        let inside = self.root.is_empty() || path.starts_with(&format!("{}/", self.root));
        let candidates = [sibling(path, self.locale.as_str()), sibling(path, self.locale.language()), Some(path.to_owned())];
        let found =
            candidates.into_iter().flatten().filter(|_| inside).find(|path| assets::find(&self.project.root, path).is_some())?;
        let output = format!("assets/{found}");
        let address = relative(self.output, &output);
        self.assets.borrow_mut().insert(output, found);
        Some(address)
    }
}

/// `map.png` for `ps` is `map.ps.png`.
fn sibling(path: &str, locale: &str) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.').filter(|(_, extension)| !extension.contains('/'))?;
    Some(format!("{stem}.{locale}.{extension}"))
}

/// `path` seen from `folder`; `None` when it leads out of the project.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Percent encoding undone; what is no UTF-8 then stays as it is.
pub(super) fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// The page at `output` with its marked links leading to the pages that are out: in its own locale, or else in the source's.
pub(super) fn resolve(page: &str, output: &str, locale: &Locale, source: &Locale, live: &Live) -> String {
    let open = format!(" href=\"{MARK}");
    if !page.contains(&open) {
        return page.to_owned();
    }
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(&open) {
        out.push_str(before);
        let (address, after) = after.split_once('"').unwrap_or((after, ""));
        rest = after;
        let end = address.find(['#', '?']).unwrap_or(address.len());
        let records = live.get(&decode(&address[..end]));
        let own = records.and_then(|records| records.locales.get(locale)).map(|page| (page, String::new()));
        let original = || {
            let page = records?.locales.get(source)?;
            Some((page, format!(" hreflang=\"{}\"", escape_xml(source.as_str()))))
        };
        if let Some((page, language)) = own.or_else(original) {
            out.push_str(&format!(" href=\"{}{}\"{language}", relative(output, &page.output), &address[end..]));
        }
    }
    out.push_str(rest);
    out
}
