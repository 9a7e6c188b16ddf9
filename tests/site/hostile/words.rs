//! Every string as a word of the pages: a locale for each eleven of them.

use super::reader::{assert_harmless, skeleton};
use super::strings::{literal, shown, strings};
use crate::filled::fill;
use crate::html::decode;
use crate::support::TestProject;

/// Words that a page with a credit, two dates, a note and a passage in another language shows.
const WORDS: [&str; 11] = [
    "site-name",
    "skip",
    "all-articles",
    "published",
    "updated",
    "translated-by",
    "notice-fallback",
    "footnotes",
    "footnote-back",
    "languages",
    "feed",
];

/// The locales, one more than the strings need: the last has harmless words.
fn locales(strings: &[String]) -> Vec<String> {
    let letters = || 'a'..='z';
    let tags = letters().flat_map(|first| letters().map(move |second| format!("q{first}{second}")));
    tags.filter(|tag| tag.as_str() >= "qfa").take(strings.len().div_ceil(WORDS.len()) + 1).collect()
}

/// A site of one article, whose pages have the strings as words.
pub fn site(strings: &[String]) -> TestProject {
    let locales = locales(strings);
    let targets = locales.iter().map(|locale| format!("\"{locale}\"")).collect::<Vec<_>>().join(", ");
    let project = TestProject::new(&format!(
        "source-locale = \"en\"\ntarget-locales = [{targets}]\n\n[[articles]]\nroot = \"articles\"\nfront-matter = [\"title\"]\n\n\
         [publish]\nurl = \"https://example.org\"\nmissing = \"fallback\"\n"
    ));
    project.write(
        "articles/a.md",
        "---\ntitle: A title\ndate: 2025-07-04\nupdated: 2025-07-05\n---\n\nA text.[^n]\n\n[^n]: A note.\n",
    );
    let mut words = strings.iter().map(|text| literal(text)).chain(std::iter::repeat("harmless".to_owned()));
    for locale in &locales {
        let own: String = WORDS.iter().zip(&mut words).map(|(word, text)| format!("{word} = {text}\n")).collect();
        let own = if Some(locale) == locales.last() { WORDS.map(|word| format!("{word} = harmless\n")).concat() } else { own };
        project.write(&format!("templates/strings/{locale}.ftl"), own);
    }
    project.run(&["sync"]).exits(0);
    for locale in &locales {
        fill(&project, locale, "a");
        let path = format!("locales/{locale}/a.ftl");
        let catalog = project.read(&path);
        let without = catalog.lines().map(|line| match line.split_once(" = ") {
            Some((id, _)) if id.starts_with("p-") => format!("# [todo] {id} =\n"),
            _ => format!("{line}\n"),
        });
        project.write(&path, without.collect::<String>());
    }
    project.run(&["sync", "--by", "A. Name", "--origin", "human"]).exits(0);
    project.run(&["publish"]).exits(0);
    project
}

#[test]
fn every_string_is_a_word_of_a_page_and_nothing_else() {
    let strings = strings();
    let project = site(&strings);
    let locales = locales(&strings);
    // The article and an index in each locale and in English, and the page of all; a feed each, and the sitemap.
    assert_eq!(assert_harmless(&project), (2 * (locales.len() + 1) + 1, locales.len() + 2));
    let plain = skeleton(&project.read(&format!("public/site/{}/a.html", locales.last().unwrap())));
    let index = skeleton(&project.read(&format!("public/site/{}/index.html", locales.last().unwrap())));
    for (locale, texts) in locales.iter().zip(strings.chunks(WORDS.len())) {
        let page = project.read(&format!("public/site/{locale}/a.html"));
        let list = project.read(&format!("public/site/{locale}/index.html"));
        assert_eq!((skeleton(&page), skeleton(&list)), (plain.clone(), index.clone()), "{locale}: {texts:?}");
        for (word, text) in WORDS.iter().zip(texts) {
            // The name of the site is also a link's text, which may be isolated; every word stands on one of the two pages.
            let seen = decode(&format!("{page}{list}"));
            assert!(seen.contains(&shown(text)), "{locale}: {word} = {text:?}");
        }
    }
}
