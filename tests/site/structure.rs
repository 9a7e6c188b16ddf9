//! The site as a whole: every page leads to its versions, and they back; nothing names a page that is not out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::filled::{LOCALES, project};
use crate::html::{assert_well_formed, find, tags};
use crate::support::TestProject;

const URL: &str = "https://example.org/news";
const PUBLISH: &str = "url = \"https://example.org/news\"\nname = \"The Herald\"";

/// The pages of a site by their place below its folder.
fn files(project: &TestProject) -> BTreeMap<String, String> {
    let all = project.snapshot();
    let below = all.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("project/public/site/")?, bytes)));
    below.filter_map(|(path, bytes)| Some((path.to_owned(), String::from_utf8(bytes.clone()).ok()?))).collect()
}

fn alternates(page: &str) -> BTreeSet<(String, String)> {
    let links = find(page, "link");
    let links = links.iter().filter(|link| link.get("rel") == "alternate" && !link.get("hreflang").is_empty());
    links.map(|link| (link.get("hreflang").to_owned(), link.get("href").to_owned())).collect()
}

fn file_of(address: &str) -> String {
    let path = address.strip_prefix(URL).unwrap_or_else(|| panic!("{address} is no address of the site")).trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The file that a relative link on `page` leads to.
fn follow(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split(['#', '?']).next().unwrap().split('/') {
        match part {
            ".." => drop(parts.pop().expect("links stay on the site")),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn assert_reciprocal(files: &BTreeMap<String, String>) -> usize {
    let pages: BTreeMap<&String, &String> = files.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    let mut walked = 0;
    let mut in_pages: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for (path, page) in &pages {
        let own = alternates(page);
        if path.as_str() == "index.html" {
            continue;
        }
        let links = find(page, "link");
        let canonical = links.iter().find(|link| link.get("rel") == "canonical").unwrap_or_else(|| panic!("{path}"));
        assert_eq!(file_of(canonical.get("href")), **path);
        in_pages.insert(canonical.get("href").to_owned(), own.clone());
        for (language, address) in &own {
            let other = pages.get(&file_of(address)).unwrap_or_else(|| panic!("{path} names {address}, which is not there"));
            if language != "x-default" {
                assert_eq!(alternates(other), own, "{path} and {address}");
                assert_eq!(find(other, "html")[0].get("lang"), language);
            }
            walked += 1;
        }
        assert!(own.is_empty() || own.iter().any(|(language, _)| language == "x-default"), "{path}");
        let named: BTreeSet<String> =
            own.iter().filter(|(language, _)| language != "x-default").map(|(_, address)| file_of(address)).collect();
        let nav = page
            .split_once("<nav class=\"languages\"")
            .and_then(|(_, rest)| rest.split_once("</nav>"))
            .map_or("", |(nav, _)| nav);
        let mut switched: BTreeSet<String> =
            find(&format!("<nav{nav}"), "a").iter().map(|link| follow(path, link.get("href"))).collect();
        if !named.is_empty() {
            assert!(switched.insert((*path).clone()), "{path} links to itself");
        }
        assert_eq!(switched, named, "the switcher of {path}");
    }
    let sitemap = &files["sitemap.xml"];
    let mut in_sitemap = BTreeMap::new();
    for entry in sitemap.split("<url>").skip(1) {
        let address = entry.split_once("<loc>").unwrap().1.split_once("</loc>").unwrap().0;
        let links: BTreeSet<(String, String)> = tags(entry.split("</url>").next().unwrap())
            .iter()
            .filter(|tag| tag.name == "xhtml:link")
            .map(|tag| (tag.get("hreflang").to_owned(), tag.get("href").to_owned()))
            .collect();
        in_sitemap.insert(address.to_owned(), links);
    }
    assert_eq!(in_sitemap, in_pages, "the sitemap");
    walked
}

fn assert_links_lead_somewhere(files: &BTreeMap<String, String>, project: &TestProject) {
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for tag in tags(page) {
            for attribute in ["href", "src"] {
                let link = tag.get(attribute);
                if link.is_empty() || link.contains("://") || link.starts_with('#') {
                    continue;
                }
                let file = follow(path, link);
                assert!(project.path(&format!("public/site/{file}")).is_file(), "{path}: {link}");
                if let Some((_, fragment)) = link.split_once('#') {
                    assert!(files[&file].contains(&format!("id=\"{fragment}\"")), "{path}: {link}");
                }
            }
        }
    }
}

#[test]
fn every_page_names_its_versions_and_they_name_it() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    let files = files(&project);
    assert!(assert_reciprocal(&files) > 200);
    assert_links_lead_somewhere(&files, &project);
    for locale in LOCALES.iter().chain(&["en"]) {
        assert_well_formed(&files[&format!("{locale}/feed.xml")], locale);
        let page = &files[&format!("{locale}/flood.html")];
        let html = &find(page, "html")[0];
        assert_eq!(html.get("lang"), *locale);
        assert_eq!(html.get("dir"), if ["ps", "fa-AF", "ar"].contains(locale) { "rtl" } else { "ltr" });
    }
    assert_well_formed(&files["sitemap.xml"], "sitemap");
    let first = project.snapshot();
    let again = project.run(&["publish"]).exits(0);
    assert!(again.stdout.contains("16 out (16 unchanged)"), "{}", again.stdout);
    project.assert_is(&first, "by a second run");
}

#[test]
fn a_page_holds_what_its_article_holds() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    let files = files(&project);
    let page = &files["ps/flood.html"];
    // Headings keep the anchors of the source, whatever they are called now.
    let headings: Vec<String> = find(page, "h2").iter().map(|tag| tag.get("id").to_owned()).collect();
    assert_eq!(headings, ["what-happened", "what-happened-1", "footnotes"]);
    let with_unit = tags(page).iter().filter(|tag| !tag.get("data-unit").is_empty()).count();
    let units = project.read("locales/ps/flood.ftl").matches("# [source]").count();
    assert!(with_unit >= units - 3, "{with_unit} of {units}");
    // The file of the locale is shown, the link leads to the page in the same language.
    assert!(find(page, "img").iter().all(|image| image.get("src") == "../assets/articles/map.ps.png"), "{page}");
    assert!(find(page, "a").iter().any(|link| link.get("href") == "bridge.html#who-built-it"), "{page}");
    let copy = std::fs::read(project.path("public/site/assets/articles/map.ps.png")).unwrap();
    assert_eq!(copy, b"\x89PNG in Pashto");
    // Solar Hijri, in the reader's digits.
    assert_eq!(find(page, "time")[0].get("datetime"), "2025-07-04");
    assert!(find(page, "time")[0].text.contains("۱۴۰۴"), "{page}");
    assert!(page.contains("<bdi>the bridge</bdi>"), "{page}");
    assert!(page.contains("Zarghuna Kargar"), "{page}");
    assert!(!page.contains("<script>") && find(page, "script").len() == 1);
    assert_eq!(find(page, "link").iter().filter(|link| link.get("rel") == "stylesheet").count(), 1);
    let policy = find(page, "meta").into_iter().find(|meta| meta.get("http-equiv") == "Content-Security-Policy").unwrap();
    assert!(policy.get("content").starts_with("default-src 'none'"));
    let names: Vec<String> = find(page, "nav").iter().map(|nav| nav.get("aria-label").to_owned()).collect();
    assert_eq!(names, ["ژبې"]);
}

#[test]
fn linked_data_names_source_and_translations() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    let files = files(&project);
    let data = |path: &str| -> Value {
        let page = &files[path];
        let script = page.split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
        serde_json::from_str(script).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let source = data("en/flood.html");
    assert_eq!(source["@type"], "NewsArticle");
    assert_eq!(source["datePublished"], "2025-07-04");
    assert_eq!(source["workTranslation"].as_array().unwrap().len(), LOCALES.len());
    for translation in source["workTranslation"].as_array().unwrap() {
        let locale = translation["inLanguage"].as_str().unwrap();
        let own = data(&format!("{locale}/flood.html"));
        assert_eq!(own["@id"], translation["@id"]);
        assert_eq!(own["translationOfWork"]["@id"], source["@id"]);
        assert_eq!(own["translator"][0]["name"], "Zarghuna Kargar");
        assert_eq!(own["inLanguage"], locale);
    }
}

#[test]
fn without_an_address_nothing_needs_one() {
    let project = project("");
    project.run(&["publish"]).exits(0);
    let files = files(&project);
    assert!(!files.contains_key("sitemap.xml") && !files.keys().any(|path| path.ends_with("feed.xml")));
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(alternates(page).is_empty() && !page.contains("canonical") && !page.contains("og:url"), "{path}");
    }
    // Readers still find the other languages.
    assert_eq!(find(&files["en/flood.html"], "nav").len(), 1);
    assert_links_lead_somewhere(&files, &project);
}

#[test]
fn a_held_back_locale_leaves_no_trace() {
    let project = project(PUBLISH);
    let catalog = project.read("locales/de/flood.ftl");
    let start = catalog.find("\ntitle = ").unwrap() + 1;
    let end = start + catalog[start..].find('\n').unwrap() + 1;
    project.write("locales/de/flood.ftl", format!("{}# [todo] title =\n{}", &catalog[..start], &catalog[end..]));
    project.run(&["publish"]).exits(1).says("it has no translation");
    let files = files(&project);
    assert!(assert_reciprocal(&files) > 100);
    for (path, text) in &files {
        assert!(!text.contains("de/flood"), "{path} names it");
    }
    assert!(!files.contains_key("de/flood.html") && files.contains_key("de/bridge.html"));
    // Its other article links to the original instead.
    let link = find(&files["de/bridge.html"], "a").into_iter().find(|link| link.get("href").ends_with("flood.html")).unwrap();
    assert_eq!((link.get("href"), link.get("hreflang")), ("../en/flood.html", "en"));
}

#[test]
fn fallback_text_is_marked_with_its_own_language() {
    let project = project(&format!("{PUBLISH}\nmissing = \"fallback\""));
    let catalog = project.read("locales/ar/bridge.ftl");
    let blank: String = catalog
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some((id, _)) if !line.starts_with('#') => format!("# [todo] {id} =\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    project.write("locales/ar/bridge.ftl", blank);
    project.run(&["publish"]).exits(0);
    let page = project.read("public/site/ar/bridge.html");
    let heading = &find(&page, "h1")[0];
    assert_eq!((heading.get("lang"), heading.get("dir"), heading.text.as_str()), ("en", "ltr", "The bridge"));
    let spans: Vec<_> =
        find(&page, "span").into_iter().filter(|span| span.get("lang") == "en" && span.get("dir") == "ltr").collect();
    assert!(spans.len() >= 3, "{page}");
    assert!(page.contains("role=\"note\""), "{page}");
    let index = project.read("public/site/ar/index.html");
    assert!(find(&index, "h2").iter().any(|title| title.get("lang") == "en"), "{index}");
}

#[test]
fn json_and_text_hold_the_whole_article() {
    let project = project("");
    project.run(&["publish", "--to", "json"]).exits(0);
    project.run(&["publish", "--to", "text"]).exits(0);
    let article: Value = serde_json::from_str(&project.read("public/json/ps/flood.json")).unwrap();
    assert_eq!((article["schema"].as_u64(), article["direction"].as_str()), (Some(1), Some("rtl")));
    let units = article["units"].as_array().unwrap();
    assert!(units.len() > 10);
    assert!(units.iter().all(|unit| unit["state"] == "translated" && unit["freshness"] == "current" && unit["revision"] == 1));
    assert!(units.iter().all(|unit| unit["translator"] == "Zarghuna Kargar" && unit["origin"] == "human"));
    let text = project.read("public/text/ps/flood.txt");
    assert!(text.contains("- ") && text.contains("\u{2068}the bridge\u{2069}") && text.contains("[1]"), "{text}");
    let english = project.read("public/text/en/flood.txt");
    assert!(english.starts_with("The flood\n\nThe river rose by 4 metres.\n\nA. Author\n"), "{english}");
    assert!(english.contains("\n- one thing\n- another thing\n\n1. first\n"), "{english}");
    assert!(english.ends_with("[1] According to v2.1 of the report.\n"), "{english}");
}
