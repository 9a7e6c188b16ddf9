//! Linked data (JSON-LD) of a page: a `NewsArticle` of schema.org, with its versions in other languages.

use memchr::memmem;
use serde_json::{Map, Value, json};

use crate::base::{Locale, any_byte};

use super::fields::Fields;
use super::siblings::absolute;

/// What is said of a page, beside its fields.
pub(super) struct About<'a> {
    pub locale: &'a Locale,
    pub output: &'a str,
    pub url: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub translators: &'a [String],
    pub reviewers: &'a [String],
    pub image: Option<String>,
    /// A value of schema.org's enumeration of digital sources.
    pub source_type: Option<&'a str>,
}

/// The data of a page, without its versions.
pub(super) fn article(fields: &Fields, about: &About<'_>) -> String {
    let mut data = Map::new();
    let mut set = |key: &str, value: Value| drop(data.insert(key.to_owned(), value));
    set("@context", json!("https://schema.org"));
    set("@type", json!("NewsArticle"));
    if let Some(url) = about.url {
        set("@id", json!(identity(url, about.output)));
        set("url", json!(address(url, about.output)));
    }
    set("headline", json!(fields.title));
    for (key, value) in [("description", &fields.summary), ("datePublished", &fields.date), ("dateModified", &fields.updated)] {
        if !value.is_empty() {
            set(key, json!(value));
        }
    }
    set("inLanguage", json!(about.locale.as_str()));
    let people = |names: &[String]| names.iter().map(|name| json!({"@type": "Person", "name": name})).collect::<Vec<_>>();
    for (key, names) in [("author", &fields.authors[..]), ("translator", about.translators), ("contributor", about.reviewers)] {
        if !names.is_empty() {
            set(key, Value::Array(people(names)));
        }
    }
    if fields.authors.is_empty() && !fields.byline.is_empty() {
        set("creditText", json!(fields.byline));
    }
    if let Some(publisher) = about.publisher {
        set("publisher", json!({"@type": "NewsMediaOrganization", "name": publisher}));
    }
    if let Some(image) = &about.image {
        set("image", json!(image));
    }
    if let Some(source_type) = about.source_type {
        set("digitalSourceType", json!(source_type));
    }
    script(&Value::Object(data))
}

/// The data in `script` with the versions that are out: the source names its translations, a translation its source.
pub(super) fn with_versions(
    script_text: &str,
    own: &Locale,
    source: &Locale,
    versions: &[(&Locale, &str)],
    url: Option<&str>,
) -> String {
    let Some(url) = url else { return script_text.to_owned() };
    let version = |locale: &Locale, output: &str| json!({"@type": "NewsArticle", "@id": identity(url, output), "url": address(url, output), "inLanguage": locale.as_str()});
    let related = if own == source {
        let others: Vec<Value> =
            versions.iter().filter(|(locale, _)| *locale != source).map(|(locale, output)| version(locale, output)).collect();
        (!others.is_empty()).then_some((VERSIONS[0], Value::Array(others)))
    } else {
        let source = versions.iter().find(|(locale, _)| *locale == source);
        source.map(|(locale, output)| (VERSIONS[1], version(locale, output)))
    };
    let mentions = |key: &str| memmem::find(script_text.as_bytes(), key.as_bytes()).is_some();
    if !VERSIONS.into_iter().any(mentions)
        && let Some(members) = script_text.strip_suffix(CLOSE).and_then(|text| text.strip_suffix('}'))
        && members.starts_with(FIRST)
    {
        // A page that was just made says nothing of its versions yet.
        let Some((key, value)) = related else { return script_text.to_owned() };
        return format!("{members},\"{key}\":{}}}{CLOSE}", written(&value));
    }
    let Some(mut data) = read(script_text) else { return script_text.to_owned() };
    let Some(map) = data.as_object_mut() else { return script_text.to_owned() };
    for key in VERSIONS {
        map.shift_remove(key);
    }
    if let Some((key, value)) = related {
        map.insert(key.to_owned(), value);
    }
    script(&data)
}

/// Where the data of the source names its translations, and that of a translation its source.
const VERSIONS: [&str; 2] = ["workTranslation", "translationOfWork"];

fn address(url: &str, output: &str) -> String {
    absolute(url, output).replace("&amp;", "&").replace("&#39;", "'")
}

fn identity(url: &str, output: &str) -> String {
    format!("{}#article", address(url, output))
}

const OPEN: &str = "<script type=\"application/ld+json\">";
const CLOSE: &str = "</script>";
/// How the data of a page of ours begins.
const FIRST: &str = "<script type=\"application/ld+json\">{\"@context\":";

/// The data as a script element; no character in it can end the element.
fn script(data: &Value) -> String {
    format!("{OPEN}{}{CLOSE}", written(data))
}

fn written(data: &Value) -> String {
    let written = data.to_string();
    // The two separators begin with 0xE2 in UTF-8.
    if !any_byte(written.as_bytes(), |byte| matches!(byte, b'<' | b'>' | b'&' | 0xe2)) {
        return written;
    }
    let mut text = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
}

fn read(script: &str) -> Option<Value> {
    serde_json::from_str(script.trim().strip_prefix(OPEN)?.strip_suffix(CLOSE)?).ok()
}
