//! Where the links of an article lead on the site: to other articles in the same language, and to files beside the article.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::Locale;
use crate::format::html::{Links, encode_path, escape_xml};
use crate::project::{Project, assets};

use super::lists::Live;
use super::siblings::relative;

/// A scheme that no article can use: it marks links to articles until it is known which of their pages are out.
const MARK: &str = "tarjuman:";

/// Files that pages show, by their place in the output folder, with the file of the project.
pub type Assets = BTreeMap<String, String>;

/// What a page takes from other files than its article's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// Files that it shows.
    pub assets: Assets,
    /// Paths that its links name, each with the article that has that file, if one has.
    pub links: BTreeMap<String, Option<String>>,
    /// Paths that were looked for and are no files.
    pub absent: BTreeSet<String>,
    /// Destinations at which there is nothing, as they stand in the text: articles and pictures.
    pub dead: BTreeSet<String>,
}

impl Uses {
    /// Takes in what another page of the article uses.
    pub fn add(&mut self, mut other: Self) {
        self.assets.append(&mut other.assets);
        self.links.append(&mut other.links);
        self.absent.append(&mut other.absent);
        self.dead.append(&mut other.dead);
    }
}

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
    pub uses: RefCell<Uses>,
}

impl Links for PageLinks<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let end = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, rest) = destination.split_at(end);
        if path.is_empty() || path.starts_with('/') {
            return Some(destination.to_owned());
        }
        let Some(path) = join(self.folder, &decode(path)) else { return Some(destination.to_owned()) };
        let name = find_article(self.articles, &path);
        self.uses.borrow_mut().links.insert(path.clone(), name.cloned());
        if let Some(name) = name {
            return Some(format!("{MARK}{}{rest}", encode_path(name)));
        }
        let asset = self.asset(&path);
        if asset.is_none() && [".md", ".mdx"].iter().any(|end| path.ends_with(end)) {
            self.uses.borrow_mut().dead.insert(destination.to_owned());
        }
        Some(asset.map_or_else(|| destination.to_owned(), |address| format!("{address}{rest}")))
    }

    fn file(&self, destination: &str) -> Option<String> {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        if path.starts_with('/') {
            return Some(destination.to_owned());
        }
        let asset = join(self.folder, &decode(path)).and_then(|path| self.asset(&path));
        if asset.is_none() {
            self.uses.borrow_mut().dead.insert(destination.to_owned());
        }
        asset
    }
}

impl PageLinks<'_> {
    /// The address of the file `path`, or of its sibling for the locale; only what lies among the articles is copied.
    fn asset(&self, path: &str) -> Option<String> {
        let inside = self.root.is_empty() || path.starts_with(&format!("{}/", self.root));
        let candidates = [sibling(path, self.locale.as_str()), sibling(path, self.locale.language()), Some(path.to_owned())];
        let mut uses = self.uses.borrow_mut();
        let found = candidates.into_iter().flatten().filter(|_| inside).find(|path| {
            let is_file = assets::find(&self.project.root, path).is_some();
            if !is_file {
                uses.absent.insert(path.clone());
            }
            is_file
        })?;
        let output = format!("assets/{found}");
        let address = relative(self.output, &output);
        uses.assets.insert(output, found);
        Some(address)
    }
}

/// The article whose file a link to `path` means; `articles` has the names by path.
pub fn find_article<'a>(articles: &'a BTreeMap<String, String>, path: &str) -> Option<&'a String> {
    ["", ".md", ".mdx"].iter().find_map(|end| articles.get(&format!("{path}{end}")))
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
pub(super) fn resolve(page: String, output: &str, locale: &Locale, source: &Locale, live: &Live) -> String {
    let open = format!(" href=\"{MARK}");
    if memchr::memmem::find(page.as_bytes(), open.as_bytes()).is_none() {
        return page;
    }
    let mut out = String::with_capacity(page.len());
    let mut rest = page.as_str();
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
