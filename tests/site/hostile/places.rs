//! Every string in a feed, in the variables of a project's own template, in a slug, and as the name of a locale.

use std::collections::BTreeSet;

use serde_json::json;

use super::project::credit;
use super::reader::{assert_harmless, assert_terminal, outcomes, skeleton, text_of};
use super::strings::{is_refused, literal, names, quoted, shown, strings};
use crate::browser::percent_decoded;
use crate::filled::fill_with;
use crate::html::{decode, find, tags};
use crate::support::TestProject;

/// As many locales as it takes for every string to be in a feed, which has fifty entries.
const LOCALES: [&str; 9] = ["es", "fr", "de", "ru", "ar", "fa-AF", "ps", "zh-Hans", "ja"];
const ENTRIES: usize = 50;

/// A template of a project's own that shows every variable of an article, in text and in attributes.
const TEMPLATE: &str = "\
{% extends \"page.html\" %}
{%- block title %}{{ article.title }} {{ article.title|upper }}{% endblock %}
{%- block meta %}<meta name=\"x\" content=\"{{ article.title ~ article.summary }}\">
{{ alternates }}
{{ data }}
{% endblock %}
{%- block main %}
{{ switcher }}
<main id=\"content\" tabindex=\"-1\">
<h1 title=\"{{ article.title }}\">{{ article.title }}</h1>
<p title=\"{{ article.summary }}\" lang=\"{{ page.lang }}\">{{ article.summary|replace('x', '<b>') }}</p>
<p title=\"{{ article.translators }}\">{{ article.translators }} {{ article.reviewers }}</p>
<p title=\"{{ article.image.alt }}\">{{ article.image.alt }} {{ article.image.caption }} {{ article.image.caption_html }}</p>
<p>{{ article.title_html }} {{ article.standfirst_html }} {{ article.byline_html }}</p>
{% for line in article.title|list %}{{ line }}{% endfor %}
{{ notice }}
{{ article.body }}
</main>
{% endblock %}
";

/// A site with articles `h…`, of which each is translated in one locale with its string in the head, and `s…`, whose slug is the
/// string.
pub fn site(strings: &[String]) -> TestProject {
    let targets = LOCALES.map(|locale| format!("\"{locale}\"")).join(", ");
    let project = TestProject::new(&format!(
        "source-locale = \"en\"\ntarget-locales = [{targets}]\n\n[[articles]]\nroot = \"articles\"\n\
         front-matter = [\"title\", \"standfirst\", \"byline\", \"image.alt\", \"image.caption\"]\n\n[publish]\nurl = \"https://example.org\"\n"
    ));
    project.write("templates/article.html", TEMPLATE);
    project.write("articles/map.png", b"\x89PNG");
    for (name, text) in names(strings).iter().map(String::as_str).zip(strings).chain([("plain", &"harmless".to_owned())]) {
        project.write(
            &format!("articles/{name}.md"),
            "---\ntitle: A title\nstandfirst: A lead\nbyline: A name\ndate: 2025-07-04\nimage:\n  src: map.png\n  alt: An image\n  \
             caption: A caption\n---\n\nA text.\n",
        );
        let slug = format!("---\ntitle: A title\nslug: {}\n---\n\n[Another](plain.md)\n", quoted(text));
        project.write(&format!("articles/{}.md", name.replacen('h', "s", 1).replacen("plain", "splain", 1)), slug);
    }
    project.run(&["sync"]).exits(0);
    for (at, (name, text)) in names(strings).iter().zip(strings).enumerate() {
        fill_with(
            &project,
            LOCALES[at / ENTRIES],
            name,
            |id, _| if id.starts_with("p-") { "x".to_owned() } else { literal(text) },
        );
    }
    for locale in LOCALES {
        fill_with(&project, locale, "plain", |_, _| "harmless".to_owned());
    }
    project.run(&["sync", "--by", "A. Name", "--origin", "human"]).exits(0);
    for (locale, (names, texts)) in LOCALES.iter().zip(names(strings).chunks(ENTRIES).zip(strings.chunks(ENTRIES))) {
        credit(&project, locale, names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)));
    }
    project.run(&["publish"]).exits(1);
    project
}

/// Whether a slug can be no file's name on some system, or leads elsewhere.
fn is_no_file(slug: &str) -> bool {
    slug.starts_with(['.', '-', ' '])
        || slug.ends_with(['.', ' '])
        || slug.eq_ignore_ascii_case("con")
        || slug.chars().any(|c| "/%#<>:\"|?*\\\u{2028}\u{202E}\u{2067}\u{FEFF}".contains(c))
}

#[test]
fn every_string_in_a_feed_and_in_a_projects_own_template_is_text() {
    let strings = strings();
    let project = site(&strings);
    let (_, lists) = assert_harmless(&project);
    assert_eq!(lists, LOCALES.len() + 2);
    let names = names(&strings);
    let mut entries = 0;
    for (locale, (names, texts)) in LOCALES.iter().zip(names.chunks(ENTRIES).zip(strings.chunks(ENTRIES))) {
        let feed = project.read(&format!("public/site/{locale}/feed.xml"));
        let titles: BTreeSet<String> =
            feed.split("<title xml:lang").skip(1).map(|rest| decode(rest.split(['>', '<']).nth(1).unwrap())).collect();
        let plain = skeleton(&project.read(&format!("public/site/{locale}/plain.html")));
        for (name, text) in names.iter().zip(texts).filter(|(_, text)| !is_refused(text)) {
            let page = project.read(&format!("public/site/{locale}/{name}.html"));
            let text = shown(text);
            assert_eq!(skeleton(&page), plain, "{text:?}");
            assert_eq!((text_of(&page, "<h1"), find(&page, "h1")[0].get("title")), (text.clone(), text.as_str()));
            let paragraphs = find(&page, "p");
            assert!(paragraphs.iter().any(|p| p.get("title").contains(&text) && p.get("title") != text), "credits: {text:?}");
            assert!(paragraphs.iter().filter(|p| p.get("title") == text).count() >= 2, "{text:?}");
            assert!(titles.contains(&text), "{locale}: {text:?} is not in the feed");
            entries += 1;
        }
    }
    assert_eq!(entries, strings.len() - strings.iter().filter(|text| is_refused(text)).count());
}

#[test]
fn every_slug_is_a_file_of_its_own_or_refused() {
    let strings = strings();
    let project = site(&strings);
    let (_, held_back) = outcomes(&project.json(&["publish"]), "en");
    let slugs = || names(&strings).into_iter().map(|name| name.replacen('h', "s", 1)).zip(&strings);
    // What remains of a slug without control characters can be another's.
    let mut taken = BTreeSet::new();
    let free = slugs().filter(|(_, text)| !is_no_file(&shown(text)) && taken.insert(shown(text)));
    let free: BTreeSet<String> = free.map(|(name, _)| name).collect();
    let expected: BTreeSet<String> = slugs().map(|(name, _)| name).filter(|name| !free.contains(name)).collect();
    assert_eq!(held_back.keys().cloned().collect::<BTreeSet<_>>(), expected, "{held_back:#?}");
    let files: BTreeSet<String> = project.snapshot().into_keys().collect();
    for (name, text) in slugs().filter(|(name, _)| !expected.contains(name)) {
        assert!(files.contains(&format!("project/public/site/en/{}.html", shown(text))), "{name}: {text:?}");
    }
    // Addresses lead to files of the site, from lists as from pages.
    let index = project.read("public/site/en/index.html");
    let links: Vec<String> = tags(&index).iter().filter(|tag| tag.name == "a").map(|tag| tag.get("href").to_owned()).collect();
    for link in links.iter().filter(|link| !link.starts_with(['#', '.'])) {
        assert!(files.contains(&format!("project/public/site/en/{}", percent_decoded(link))), "{link}");
    }
    assert!(links.len() > strings.len());
    // Every article gets another address; each redirect is one line of two addresses and a status.
    for (name, _) in slugs() {
        let path = format!("articles/{name}.md");
        let article = project.read(&path);
        let slug = article.lines().find(|line| line.starts_with("slug: ")).unwrap().to_owned();
        project.write(&path, article.replacen(&slug, "date: 2025-07-04", 1));
    }
    assert_terminal(&project, &["publish"]);
    let redirects = project.read("public/site/_redirects");
    for line in redirects.lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        assert!(
            fields.len() == 3 && fields[0].starts_with("/en/") && fields[1].starts_with("/en/s") && fields[2] == "301",
            "{line}"
        );
        assert!(line.is_ascii() && !line.contains(['<', '>', '"', '\\']), "{line}");
    }
    assert_eq!(redirects.lines().count(), strings.len() - expected.len());
}

#[test]
fn no_string_is_the_name_of_a_locale() {
    let project = TestProject::new("");
    project.write("articles/a.md", "A.\n");
    for text in strings() {
        let config = format!("source-locale = \"en\"\ntarget-locales = [{}]\n\n[[articles]]\nroot = \"articles\"\n", json!(text));
        project.write("tarjuman.toml", config);
        // Three letters are a language in BCP 47, whatever they are on Windows.
        let code = if text == "CON" { 1 } else { 2 };
        let run = project.run(&["publish", "--dry-run"]).exits(code);
        let control = run.stderr.chars().find(|c| c.is_control() && *c != '\n' || matches!(c, '\u{202A}'..='\u{202E}'));
        assert_eq!(control, None, "{text:?}: {}", run.stderr);
        if !text.starts_with('-') && !text.contains('\0') {
            project.write(
                "tarjuman.toml",
                "source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"articles\"\n",
            );
            project.run(&["publish", "--dry-run", "--locale", &text]).exits(2);
        }
    }
    assert!(!project.path("public").exists());
}

#[test]
fn hostile_names_lead_nowhere() {
    let project = TestProject::new("source-locale = \"en\"\n\n[[articles]]\nroot = \"articles\"\n");
    project.write("articles/a.md", "---\ntitle: A\n---\n\n[up](../../secret.txt) ![x](../../secret.png) ![y](/etc/passwd) [z](.hidden) ![git](../.git/config)\n");
    project.write("../secret.png", "x");
    project.write("articles/.hidden", "x");
    project.write(".git/config", "x");
    project.write(
        "published/site.toml",
        "version = 1\nfiles = [\n    \"../../articles/a.md\",\n    \"assets/../../../articles/a.md\",\n    \"/etc/passwd\",\n]\n",
    );
    project.run(&["publish"]).exits(0);
    assert!(project.path("articles/a.md").exists());
    assert!(!project.path("public/site/assets").exists());
    for locale in ["\"><script>", "../up", "en\u{202e}"] {
        let config =
            format!("source-locale = \"en\"\ntarget-locales = [{}]\n\n[[articles]]\nroot = \"articles\"\n", json!(locale));
        project.write("tarjuman.toml", config);
        project.run(&["publish"]).exits(2);
    }
}
