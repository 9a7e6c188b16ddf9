//! One site, built once: its pages are read, then opened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::project::{BODY, HEAD, TERM, behind, site};
use super::reader::{assert_harmless, assert_terminal, data, outcomes, skeleton, text_of};
use super::strings::{is_foreign_autolink, is_refused, names, shown, strings};
use super::{elements::ELEMENTS, places, words};
use crate::browser::{Serve, Server, chromium, pages, serve, skip};
use crate::html::find;
use crate::support::{TestProject, copy_folder};

/// Raw texts of authors that are held back where they stand in for a translation: their tags have no partners.
const UNPAIRED: usize = 145;

#[test]
fn hostile_strings_do_nothing() {
    let strings = strings();
    assert_eq!(strings.len(), 402);
    let project = site(&strings);
    let report = project.json(&["publish"]);
    assert_out(&report, &strings);
    let count = strings.len();
    let refused = strings.iter().filter(|text| is_refused(text)).count();
    let foreign = strings.iter().filter(|text| is_foreign_autolink(text)).count();
    assert_eq!((refused, foreign), (10, 3));
    // Each text in a head and raw, the harmless ones among them; an index for each of four languages, one for all.
    let untranslated = 3 * (count + 1 - UNPAIRED);
    let articles = 2 * (count + 1) + (3 * (count + 1) - 3 * refused - 2 * foreign) + untranslated;
    assert_eq!(assert_harmless(&project), (articles + 4 + 1, 4 + 1));
    // The raw ones stand in for translations, and a page without a translated text is in no sitemap.
    assert_eq!(project.read("public/site/sitemap.xml").matches("<url>").count(), articles - untranslated + 4);
    assert_shown(&project, &strings);
    assert_terminal(&project, &["publish"]);
    let open = pages(&project, "site");
    assert_eq!(open.len(), articles + 4 + 1);
    let (drafts, map) = behind(&project, &strings);
    assert_behind(&project, &strings, &drafts, &map);

    if chromium().is_none() {
        return skip("Chromium");
    }
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&project.path("public/site"), folder.path());
    copy_folder(&project.path("public/draft"), &folder.path().join("draft"));
    std::fs::write(folder.path().join("map.html"), map).unwrap();
    let others = [("places", places::site(&strings)), ("words", words::site(&strings))];
    let mut all: Vec<String> = open.into_iter().chain(feeds(&project)).chain(["/map.html".to_owned()]).collect();
    all.extend(drafts.into_iter().map(|page| format!("/draft{page}")));
    for (name, project) in &others {
        copy_folder(&project.path("public/site"), &folder.path().join(name));
        // The articles `h…` hold their strings in a translation only.
        let own = pages(project, "site").into_iter().filter(|page| !page.starts_with("/en/h"));
        all.extend(own.chain(feeds(project)).map(|page| format!("/{name}{page}")));
    }
    let server = serve(folder.path().to_owned(), Serve::Bare);
    let results = server.open(&all, false);
    assert_opened(&results, &server, folder.path());
}

/// What is out is what the strings themselves say.
fn assert_out(report: &Value, strings: &[String]) {
    let named: Vec<(String, &String)> = names(strings).into_iter().zip(strings).collect();
    let (out, held_back) = outcomes(report, "en");
    assert_eq!((out.len(), held_back.len()), (2 * strings.len() + 2, 0));
    let mut unpaired = BTreeSet::new();
    for locale in [HEAD, BODY, TERM] {
        let (out, held_back) = outcomes(report, locale);
        let refused = |text: &str| is_refused(text) || locale != HEAD && is_foreign_autolink(text);
        let expected: BTreeSet<String> = named.iter().filter(|(_, text)| refused(text)).map(|(name, _)| name.clone()).collect();
        let (raw, own): (BTreeSet<String>, BTreeSet<String>) =
            held_back.keys().cloned().partition(|article| article.starts_with("raw/"));
        assert_eq!(own, expected, "{locale}: {held_back:#?}");
        assert_eq!(out.len(), 2 * strings.len() + 2 - held_back.len());
        assert!(raw.iter().all(|article| held_back[article].contains("has no partner")), "{locale}: {held_back:#?}");
        assert_eq!(raw.len(), UNPAIRED, "{locale}");
        assert!(unpaired.is_empty() || unpaired == raw, "{locale}");
        unpaired = raw;
    }
}

/// Every string is shown as it is wherever a head has a text, and changes nothing else on its page.
fn assert_shown(project: &TestProject, strings: &[String]) {
    let plain = skeleton(&project.read(&format!("public/site/{HEAD}/plain.html")));
    for (name, text) in names(strings).iter().zip(strings).filter(|(_, text)| !is_refused(text)) {
        let page = project.read(&format!("public/site/{HEAD}/{name}.html"));
        assert_eq!(skeleton(&page), plain, "{text:?}");
        let text = shown(text);
        for start in ["<h1", "<p class=\"standfirst\"", "<p class=\"byline\"", "<figcaption"] {
            assert_eq!(text_of(&page, start), text, "{start}");
        }
        let metas = find(&page, "meta");
        let content =
            |of: &str| metas.iter().find(|meta| meta.get("property") == of || meta.get("name") == of).unwrap().get("content");
        for of in ["og:title", "og:description", "og:image:alt", "description"] {
            assert_eq!(content(of), text, "{of}");
        }
        assert_eq!(find(&page, "img")[0].get("alt"), text);
        let data = data(&page);
        assert_eq!((&data["headline"], &data["description"]), (&json!(text), &json!(text)));
        for key in ["author", "translator", "contributor"] {
            assert_eq!(data[key][0]["name"], json!(text), "{key}");
        }
    }
}

/// Drafts mark what is behind on every page, the map has every edit, and nothing reaches the terminal.
fn assert_behind(project: &TestProject, strings: &[String], drafts: &[String], map: &str) {
    let count = strings.len();
    // Every article in two locales, an index for both, one for all. In `es` heads and what
    // is edited are translated, in `ar` only bodies.
    assert_eq!(drafts.len(), 2 * count + 2 + 1);
    let mut unmarked = Vec::new();
    for (name, text) in names(strings).into_iter().zip(strings) {
        for (locale, kinds) in [(HEAD, ["stale", "rejected"]), (BODY, ["stale", "missing"])] {
            let page = project.read(&format!("public/draft/{locale}/{name}.html"));
            // A translation without words is no unit of its page; what is said of it stands above the text.
            let above =
                locale == BODY && !text.contains(char::is_alphanumeric) && page.contains("<li><code dir=\"ltr\">p-the-river");
            let lacks = |kind: &&str| !(page.contains(&format!("data-mark=\"{kind}\"")) || *kind == "stale" && above);
            unmarked.extend(kinds.into_iter().filter(lacks).map(|kind| format!("{locale}/{name} is not {kind}: {text:?}")));
        }
    }
    assert_eq!(unmarked, Vec::<String>::new());
    // The edit of a paragraph, and in one language of a title.
    for (locale, edits) in [(HEAD, 2), (BODY, 1), (TERM, 1)] {
        let sections = map
            .split("<section id=\"d")
            .skip(1)
            .filter(|section| section.split('"').next().unwrap().ends_with(&format!("-{locale}")));
        assert_eq!(sections.map(|section| section.matches("<h3>").count()).collect::<Vec<_>>(), vec![edits; count], "{locale}");
    }
    assert_eq!(map.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')), None, "in the map");
    for command in [&["todo", HEAD][..], &["diff"], &["status"], &["publish", "--dry-run"]] {
        assert_terminal(project, command);
    }
}

/// The feeds and the sitemap of a site, as addresses.
fn feeds(project: &TestProject) -> Vec<String> {
    let files = project.snapshot().into_keys();
    let below = files.filter_map(|path| path.strip_prefix("project/public/site").map(str::to_owned));
    below.filter(|path| path.ends_with(".xml")).collect()
}

fn assert_opened(results: &[Value], server: &Server, folder: &Path) {
    let (lists, results): (Vec<Value>, Vec<Value>) = results.iter().cloned().partition(|result| !result["root"].is_null());
    for list in &lists {
        let path = list["path"].as_str().unwrap();
        let written = std::fs::read_to_string(folder.join(path.trim_start_matches('/'))).unwrap();
        let root = if path.ends_with("sitemap.xml") { "urlset" } else { "feed" };
        assert_eq!(list["root"], root, "{list}");
        assert_eq!(list["entries"], written.matches("<entry ").count() + written.matches("<url>").count(), "{list}");
    }
    for result in &results {
        let is_map = result["path"] == "/map.html";
        assert_eq!(result["loaded"], true, "{result}");
        assert_eq!(result["pwned"], false, "{result}");
        assert_eq!((&result["scripts"], &result["handlers"], &result["foreign"]), (&json!(0), &json!(0), &json!(0)), "{result}");
        assert_eq!(result["schemes"], json!([]), "{result}");
        let elements = result["skeleton"].as_str().unwrap().split(' ');
        let unknown = elements.filter(|name| !ELEMENTS.contains(name) && *name != "style").count();
        assert_eq!((unknown, &result["styles"]), (0, &json!(usize::from(is_map))), "{result}");
        assert_eq!(result["stable"], true, "parsed again it is another page: {result}");
    }
    assert_eq!(server.strangers(), Vec::<String>::new(), "asked for");
    // What stands in the head of an article changes nothing in the page around it.
    let skeletons: BTreeMap<&str, &str> =
        results.iter().map(|result| (result["path"].as_str().unwrap(), result["skeleton"].as_str().unwrap())).collect();
    let plain = skeletons[format!("/{HEAD}/plain.html").as_str()];
    let of_head: Vec<_> = skeletons.iter().filter(|(path, _)| path.starts_with(&format!("/{HEAD}/h"))).collect();
    assert_eq!(of_head.len(), 392);
    of_head.iter().for_each(|(path, skeleton)| assert_eq!(**skeleton, plain, "{path}"));
}
