//! The pages of a site as text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::elements::ELEMENTS;
use crate::html::{assert_well_formed, decode, find, tags};
use crate::support::TestProject;

/// The names of the elements of a page, in order. Isolation is no structure, and how many versions are out is another matter.
pub fn skeleton(page: &str) -> Vec<String> {
    let start = page.find("<nav").unwrap_or(page.len());
    let end = page.find("</nav>").unwrap_or(start).max(start);
    let shown = format!("{}{}", &page[..start], &page[end..]);
    tags(&shown).into_iter().filter(|tag| tag.name != "bdi" && tag.get("rel") != "alternate").map(|tag| tag.name).collect()
}

/// What a reader sees of the first element that begins with `start`, which holds no other elements but isolation.
pub fn text_of(page: &str, start: &str) -> String {
    let rest = page.split_once(start).unwrap_or_else(|| panic!("no `{start}` in {page}")).1;
    let name = start[1..].split([' ', '>']).next().unwrap();
    let inner =
        rest[rest.find('>').map_or(0, |end| if start.ends_with('>') { 0 } else { end + 1 })..].split_once(&format!("</{name}>"));
    let mut text = String::new();
    for part in inner.unwrap_or_else(|| panic!("`{start}` does not end")).0.split('<') {
        let (tag, after) =
            if text.is_empty() && !part.contains("bdi") { ("", part) } else { part.split_once('>').unwrap_or(("", part)) };
        assert!(tag.is_empty() || tag.trim_start_matches('/').starts_with("bdi"), "<{tag}> in `{start}`");
        text.push_str(after);
    }
    decode(&text)
}

/// The linked data of a page.
pub fn data(page: &str) -> Value {
    let script = page.split_once("<script type=\"application/ld+json\">").expect("a page has linked data").1;
    serde_json::from_str(script.split("</script>").next().unwrap()).unwrap_or_else(|error| panic!("{error}: {script}"))
}

/// Everything that has to be so on every page of a site, whatever stands in it; how many pages, and how many feeds and sitemaps.
pub fn assert_harmless(project: &TestProject) -> (usize, usize) {
    let (mut pages, mut lists) = (0, 0);
    for (path, bytes) in project.snapshot() {
        let Some(path) = path.strip_prefix("project/public/site/") else { continue };
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if path.ends_with(".xml") {
            assert_well_formed(&text, path);
            lists += 1;
        }
        if path.ends_with(".html") {
            assert_page(path, &text);
            pages += 1;
        }
    }
    (pages, lists)
}

fn assert_page(path: &str, text: &str) {
    for tag in tags(text) {
        assert!(ELEMENTS.contains(&tag.name.as_str()), "{path}: <{}>", tag.name);
        for (name, value) in &tag.attributes {
            assert!(!name.starts_with("on") && !["style", "srcdoc", "srcset", "ping"].contains(&name.as_str()), "{path}: {name}");
            let bare: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
            let address = ["href", "src", "cite", "poster"].contains(&name.as_str());
            assert!(
                !address || !bare.contains("script:") || bare.starts_with(['.', '#', '%']) || bare.contains("/"),
                "{path}: {name}={value}"
            );
            assert!(
                name != "src" || value.starts_with("../assets/") || value.starts_with("../../assets/"),
                "{path}: src={value}"
            );
        }
    }
    let scripts = find(text, "script");
    assert!(scripts.iter().all(|script| script.get("type") == "application/ld+json"), "{path}");
    if !scripts.is_empty() {
        assert_eq!((scripts.len(), &data(text)["@type"]), (1, &Value::from("NewsArticle")), "{path}");
    }
    assert!(text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')), "{path}");
}

/// The articles of a report that are out in a locale, and those that are held back with the reasons.
pub fn outcomes(report: &Value, locale: &str) -> (BTreeSet<String>, BTreeMap<String, String>) {
    let (mut out, mut held_back) = (BTreeSet::new(), BTreeMap::new());
    for row in report["rows"].as_array().unwrap().iter().filter(|row| row["locale"] == *locale) {
        let article = row["article"].as_str().unwrap().to_owned();
        match row["outcome"].as_str().unwrap() {
            "published" | "unchanged" => assert!(out.insert(article)),
            "held-back" => drop(held_back.insert(article, row["held_back"][0]["reason"].as_str().unwrap().to_owned())),
            other => panic!("{article}: {other}"),
        }
    }
    (out, held_back)
}

/// Asserts that a command writes no control character but line feeds to the terminal.
pub fn assert_terminal(project: &TestProject, arguments: &[&str]) {
    let run = project.run(arguments);
    let control = run.stdout.chars().chain(run.stderr.chars()).find(|c| is_control(*c));
    assert_eq!(control, None, "`{}` to the terminal", run.command);
}

fn is_control(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}')
}
