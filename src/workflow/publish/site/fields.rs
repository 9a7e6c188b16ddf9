//! What an article's head says of it, and where its page stands.

use crate::base::Locale;
use crate::format::html::{clean, plain_headings};
use crate::format::markdown::{Body, fields};
use crate::project::ArticleName;

use super::super::original::Outline;
use super::dates::Day;

/// The head of a localized article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields {
    /// Its title: from the head, or its first heading of level one, or its name.
    pub title: String,
    /// Whether the body begins with the title as a heading.
    pub title_in_body: bool,
    /// The paragraph that sums it up.
    pub standfirst: String,
    /// What it is about, for search engines and feeds; the standfirst where there is no description.
    pub summary: String,
    /// The line that names its authors.
    pub byline: String,
    /// Authors that are named as people.
    pub authors: Vec<String>,
    /// When it appeared; empty when the head has no date.
    pub date: String,
    /// When it was last changed.
    pub updated: String,
    /// The image above it, as the head names the file.
    pub image: String,
    /// What the image shows.
    pub image_alt: String,
    /// The caption of the image.
    pub image_caption: String,
    /// The last part of its address.
    pub slug: String,
}

impl Fields {
    /// Reads the head of `text`, whose body with its headings is `body`.
    pub fn read(text: &str, (body, outline): (&Body, Outline), name: &ArticleName) -> Self {
        let all: Vec<(String, String)> = fields(text).into_iter().map(|(field, value)| (field, clean(&value))).collect();
        let find = |names: &[&str]| {
            let found = names.iter().find_map(|name| all.iter().find(|(field, value)| field == name && !value.is_empty()));
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let date = |names: &[&str]| Day::read(&find(names)).map(|day| day.machine).unwrap_or_default();
        let mut title = find(&["title"]);
        let title_in_body = outline.begins_with_title || title.is_empty() && outline.has_title;
        if title.is_empty() {
            let heading = plain_headings(body).into_iter().next().filter(|_| outline.has_title);
            title = heading
                .map_or_else(|| name.as_str().rsplit('/').next().unwrap_or_default().to_owned(), |heading| clean(&heading.text));
        }
        let standfirst = find(&["standfirst", "subtitle", "lead"]);
        let summary = find(&["description", "summary", "standfirst", "subtitle", "lead"]);
        let authors = all.iter().filter(|(field, value)| matches!(field.as_str(), "author" | "authors") && !value.is_empty());
        let authors: Vec<String> = authors.map(|(_, value)| value.clone()).collect();
        let byline = Some(find(&["byline"])).filter(|byline| !byline.is_empty());
        Self {
            title,
            title_in_body,
            standfirst,
            summary,
            byline: byline.unwrap_or_else(|| authors.join(", ")),
            authors,
            date: date(&["date", "published"]),
            updated: date(&["updated", "lastmod", "modified"]),
            image: find(&["image", "image.src", "image.file", "cover", "cover.image"]),
            image_alt: find(&["image.alt", "image-alt", "cover.alt"]),
            image_caption: find(&["image.caption", "image-caption", "cover.caption"]),
            slug: find(&["slug"]),
        }
    }
}

/// Pages of a locale that no article can have.
const TAKEN: [&str; 2] = ["index", "feed"];

/// Where the page of an article stands, relative to the output folder.
///
/// # Errors
/// When its slug cannot be part of an address, or the address is one of the site's own; in words.
pub fn output(name: &ArticleName, locale: &Locale, slug: &str) -> Result<String, String> {
    let folder = name.as_str().rsplit_once('/').map(|(folder, _)| folder);
    let path = match (slug, folder) {
        ("", _) => name.as_str().to_owned(),
        (slug, Some(folder)) => format!("{folder}/{slug}"),
        (slug, None) => slug.to_owned(),
    };
    let shown = slug.escape_debug();
    if slug.contains(['/', '%']) || slug.starts_with('.') {
        return Err(format!("its slug `{shown}` cannot be part of an address"));
    }
    let checked: ArticleName = path.parse().map_err(|_| format!("its slug `{shown}` cannot be part of an address"))?;
    if TAKEN.contains(&checked.as_str()) {
        return Err(format!("`{checked}` is a page of the site itself: give the article a `slug`"));
    }
    Ok(format!("{locale}/{checked}.html"))
}
