//! What leads to the pages: an index for each locale and one of all languages, made from the records of what is out.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Value, context};

use crate::base::Locale;
use crate::format::html::{encode_path, inline};
use crate::model::{Published, PublishedLocale, PublishedPage};
use crate::workflow::Error;

use super::dates::Day;
use super::languages::{dir, open_graph, own_name};
use super::page::Site;
use super::region;
use super::siblings::{Siblings, relative};
use super::{draft, feed, sitemap, templates};

/// What is out of every article, by its name.
#[derive(Debug, Clone, Default)]
pub struct Live(pub BTreeMap<String, Published>);

impl Live {
    /// What is out of one article.
    pub fn get(&self, article: &str) -> Option<&Published> {
        self.0.get(article)
    }

    /// The pages that are out in a locale, the latest first, those without a date last.
    pub(super) fn pages(&self, locale: &Locale) -> Vec<Listed<'_>> {
        let mut pages: Vec<Listed<'_>> = self
            .0
            .iter()
            .filter_map(|(article, published)| {
                let live = published.locales.get(locale)?;
                Some(Listed { article, live, page: live.page.as_ref()? })
            })
            .collect();
        pages.sort_by(|a, b| b.page.date.cmp(&a.page.date).then_with(|| a.article.cmp(b.article)));
        pages
    }
}

/// A page in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed<'a> {
    pub article: &'a str,
    pub live: &'a PublishedLocale,
    pub page: &'a PublishedPage,
}

impl Listed<'_> {
    /// Whether the title stands in the language of the source.
    pub fn has_foreign_title(&self) -> bool {
        self.live.units.iter().any(|(id, unit)| id.as_str() == "title" && unit.fallback)
    }
}

/// The address of a locale's index.
pub(super) fn index_of(locale: &Locale) -> String {
    format!("{locale}/index.html")
}

/// The address of a locale's feed.
pub(super) fn feed_of(locale: &Locale) -> String {
    format!("{locale}/feed.xml")
}

impl Site<'_> {
    /// Every file of the site that belongs to no article, by its place in the output folder.
    pub fn lists(&self, live: &Live) -> Result<BTreeMap<String, String>, Error> {
        let mut files = BTreeMap::new();
        let locales: Vec<&Locale> = self.locales().filter(|locale| !live.pages(locale).is_empty()).collect();
        files.insert("style.css".to_owned(), templates::style(self.project)?);
        if self.is_draft() {
            files.insert("draft.css".to_owned(), draft::STYLE.to_owned());
        }
        files.insert("index.html".to_owned(), self.home(&locales)?);
        let default = locales.contains(&&self.project.config.source_locale).then_some(&self.project.config.source_locale);
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let size = locales.len().div_ceil(workers).max(1);
        let of = |locale: &Locale| -> Result<Vec<(String, String)>, Error> {
            let index = (index_of(locale), self.index(locale, &locales, live)?);
            let feed = self.url().and_then(|url| feed::write(self, url, locale, &live.pages(locale)));
            Ok(feed.map(|feed| (feed_of(locale), feed)).into_iter().chain([index]).collect())
        };
        let of_some = |locales: &[&Locale]| locales.iter().map(|locale| of(locale)).collect::<Result<Vec<_>, Error>>();
        let of_some = &of_some;
        let of_locales = std::thread::scope(|scope| {
            let running: Vec<_> = locales.chunks(size).map(|locales| scope.spawn(move || of_some(locales))).collect();
            if let Some(url) = self.url() {
                files.extend(sitemap::write(url, &locales, default, live));
            }
            running.into_iter().map(|thread| thread.join().expect("a list does not panic")).collect::<Result<Vec<_>, Error>>()
        })?;
        files.extend(of_locales.into_iter().flatten().flatten());
        let redirects = redirects(self.url(), live);
        if !redirects.is_empty() {
            files.insert("_redirects".to_owned(), redirects);
        }
        Ok(files)
    }

    fn home(&self, locales: &[&Locale]) -> Result<String, Error> {
        let locale = &self.project.config.source_locale;
        let words = self.words(locale);
        let languages: Vec<Value> = locales
            .iter()
            .map(|locale| {
                let href = encode_path(&index_of(locale));
                context! { lang => locale.as_str(), dir => dir(locale.direction()), href, name => own_name(locale) }
            })
            .collect();
        let siblings = self.index_siblings(locales, "index.html");
        let context = context! {
            page => context! {
                lang => locale.as_str(), dir => dir(locale.direction()), root => "", home => "index.html",
                site_name => self.site_name(locale),
            },
            site => self.about(),
            words => words.values(),
            languages,
            alternates => Value::from_safe_string(region::wrap(region::ALTERNATES, &self.head(&siblings.siblings()))),
        };
        self.render("home.html", context)
    }

    fn index_siblings<'s>(&'s self, locales: &'s [&Locale], output: &'s str) -> OwnedSiblings<'s> {
        OwnedSiblings { indexes: locales.iter().map(|locale| (*locale, index_of(locale))).collect(), output, url: self.url() }
    }

    fn index(&self, locale: &Locale, locales: &[&Locale], live: &Live) -> Result<String, Error> {
        let words = self.words(locale);
        let output = index_of(locale);
        let pages = live.pages(locale);
        let source = &self.project.config.source_locale;
        let entries: Vec<Value> = pages
            .iter()
            .map(|listed| {
                let foreign = listed.has_foreign_title();
                let attributes =
                    if foreign { format!(" lang=\"{source}\" dir=\"{}\"", dir(source.direction())) } else { String::new() };
                let direction = if foreign { source.direction() } else { locale.direction() };
                let date = Day::read(&listed.page.date).map(|day| self.date(&day, locale));
                context! {
                    href => Value::from_safe_string(relative(&output, &listed.live.output)),
                    title_html => Value::from_safe_string(inline(&listed.page.title, direction)),
                    summary_html => Value::from_safe_string(inline(&listed.page.summary, locale.direction())),
                    attributes => Value::from_safe_string(attributes),
                    date,
                }
            })
            .collect();
        let siblings = self.index_siblings(locales, &output);
        let has_feed =
            self.url().is_some() && pages.iter().any(|listed| !listed.page.date.is_empty() && !listed.page.untranslated);
        let context = context! {
            page => context! {
                lang => locale.as_str(), dir => dir(locale.direction()), root => Value::from_safe_string("../".to_owned()), home => "index.html",
                site_name => self.site_name(locale), og_locale => open_graph(locale),
                feed => has_feed.then_some("feed.xml"),
            },
            site => self.about(),
            words => words.values(),
            entries,
            alternates => Value::from_safe_string(region::wrap(region::ALTERNATES, &self.head(&siblings.siblings()))),
            switcher => Value::from_safe_string(region::wrap(region::SWITCHER, &siblings.switcher(words))),
        };
        self.render("index.html", context)
    }
}

/// The indexes of all locales, with the addresses they need to be compared by.
struct OwnedSiblings<'a> {
    indexes: Vec<(&'a Locale, String)>,
    output: &'a str,
    url: Option<&'a str>,
}

impl OwnedSiblings<'_> {
    fn siblings(&self) -> Siblings<'_> {
        let versions = self.indexes.iter().map(|(locale, output)| (*locale, output.as_str())).collect();
        Siblings { versions, output: self.output, default: Some("index.html"), url: self.url }
    }

    fn switcher(&self, words: &super::words::Words) -> String {
        self.siblings().switcher(words)
    }
}

/// Where pages have moved, as several hosts read it: the old address, the new one, the code.
fn redirects(url: Option<&str>, live: &Live) -> String {
    let base =
        url.and_then(|url| url.split_once("://")).and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| format!("/{path}"));
    let base = base.unwrap_or_default();
    let taken: BTreeSet<&str> =
        live.0.values().flat_map(|published| published.locales.values()).map(|locale| locale.output.as_str()).collect();
    // Of two pages that were at one address before, the first by its name is led to.
    let mut targets: BTreeMap<&str, &str> = BTreeMap::new();
    for live in live.0.values().flat_map(|published| published.locales.values()) {
        let earlier = live.page.iter().flat_map(|page| &page.earlier).filter(|earlier| !taken.contains(earlier.as_str()));
        for earlier in earlier {
            targets.entry(earlier).or_insert(&live.output);
        }
    }
    let line = |(from, to): (&str, &str)| format!("{base}/{} {base}/{} 301\n", encode_path(from), encode_path(to));
    let mut lines: Vec<String> = targets.into_iter().map(line).collect();
    lines.sort();
    lines.concat()
}
