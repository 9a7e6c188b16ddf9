//! What the head of an article says of its publishing, in every way that people write it: what cannot be understood lets nothing out.

use serde_json::Value;

use crate::support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"fr\", \"ja\"]\n\n[[articles]]\nroot = \"articles\"\n\n\
                      [publish]\nmissing = \"fallback\"\nurl = \"https://example.org\"\n";

fn outcome(report: &Value, article: &str) -> String {
    let rows = report["rows"].as_array().unwrap().iter().filter(|row| row["article"] == article);
    let mut outcomes: Vec<&str> = rows.map(|row| row["outcome"].as_str().unwrap()).collect();
    outcomes.dedup();
    outcomes.join(", ")
}

/// Heads by line; the word before each says what becomes of the article.
const HEADS: &str = "\
published | --- title: A
published | --- draft: false
published | --- publish: true
published | --- published: 2025-01-01
published | --- publishDate: 2025-01-01
waiting | --- publish_after: 2099-01-01T00:00:00Z
waiting | --- x: &e 2099-01-01T00:00:00Z;publish_after: *e
waiting | --- publishDate: 2099-01-01
waiting | --- publishDate: 2099-01-01T00:00:00Z
waiting | --- draft: true
waiting | --- published: false
waiting | --- publish: false
held-back | --- publish: 2099-01-01T00:00:00Z
held-back | --- publish_after: 2099-01-01
held-back | --- d: &d;  after: 2099-01-01T00:00:00Z;publish: *d
held-back | --- publish:;  state: bogus
published | +++ date = 2025-01-02
published | +++ draft = false
waiting | +++ publish_after = 2099-01-01T00:00:00Z
waiting | +++ publish_after = \"2099-01-01T00:00:00Z\"
waiting | +++ publish = { after = 2099-01-01T00:00:00Z }
waiting | +++ [publish];after = 2099-01-01T00:00:00Z
waiting | +++ publishDate = 2099-01-01
waiting | +++ draft = true
held-back | +++ publish_after = 2099-01-01
held-back | +++ publish_after = 2099-01-01T00:00:00
held-back | +++ [publish];state = 5
held-back | +++ [publish];stale = true
";

#[test]
fn every_head_is_heard() {
    let project = TestProject::new(CONFIG);
    let cases: Vec<(&str, &str)> = HEADS.lines().map(|line| line.split_once(" | ").unwrap()).collect();
    for (at, (_, head)) in cases.iter().enumerate() {
        let (fence, fields) = head.split_once(' ').unwrap();
        let fields = fields.replace(';', "\n");
        project.write(&format!("articles/a{at:02}.md"), format!("{fence}\n{fields}\n{fence}\n\nSecret {at}.\n"));
    }
    project.run(&["sync"]).exits(0);
    let report = project.json(&["publish"]);
    for (at, (expected, head)) in cases.iter().enumerate() {
        let article = format!("a{at:02}");
        assert_eq!(outcome(&report, &article), *expected, "{head}");
        assert_eq!(project.path(&format!("public/site/en/{article}.html")).exists(), *expected == "published", "{head}");
    }
    // A site generator hears its own fields itself; what is said to us holds there too.
    let report = project.json(&["publish", "--to", "markdown"]);
    for (at, (expected, head)) in cases.iter().enumerate() {
        let is_ours = head.contains("after")
            || !["publishDate", "draft: true", "draft = true", "published: false", "publish: false"]
                .iter()
                .any(|field| head.contains(field));
        assert_eq!(outcome(&report, &format!("a{at:02}")), if is_ours { *expected } else { "published" }, "{head}");
    }
    // Whoever prepares a preview sees drafts too.
    let at = cases.iter().position(|(_, head)| *head == "--- draft: true").unwrap();
    project.run(&["publish", &format!("a{at:02}"), "--draft"]).exits(0);
    assert!(project.path(&format!("public/draft/en/a{at:02}.html")).exists());
    project.run(&["publish", &format!("a{at:02}")]).exits(0).says("waiting");
}

#[test]
fn dates_of_toml_need_no_quotes() {
    let project = TestProject::new(CONFIG);
    let head =
        "+++\ntitle = \"A\"\ndate = 2025-01-02\nupdated = 2025-01-05T10:00:00Z\nauthors = [\"Ann\", \"Bob\"]\n+++\n\nText.\n";
    project.write("articles/a.md", head);
    project.run(&["sync"]).exits(0);
    project.run(&["publish", "--locale", "en"]).exits(0);
    let page = project.read("public/site/en/a.html");
    assert!(page.contains("<time datetime=\"2025-01-02\">") && page.contains("\"datePublished\":\"2025-01-02\""), "{page}");
    assert!(page.contains("2025-01-05") && page.contains(">Ann, Bob<"), "{page}");
    assert!(project.read("public/site/en/feed.xml").contains("<published>2025-01-02"));
    project.run(&["publish", "--locale", "en", "--to", "json"]).exits(0);
    let json: Value = serde_json::from_str(&project.read("public/json/en/a.json")).unwrap();
    assert_eq!((&json["date"], &json["byline"]), (&Value::from("2025-01-02"), &Value::from("Ann, Bob")));
}

#[test]
fn a_head_in_json_leaves_the_article_alone() {
    let project = TestProject::new(CONFIG);
    let head = "{\n  \"title\": \"J\",\n  \"publish_after\": \"2099-01-01T00:00:00Z\"\n}\n\nSecret.\n";
    project.write("articles/j.md", head);
    project.write("articles/k.md", "{ braces } begin this text, and it is no object.\n");
    project.run(&["sync"]).exits(1).says("json-head").says("articles/j.md:1:1");
    assert!(!project.path("locales/fr/j.ftl").exists() && project.path("locales/fr/k.ftl").exists());
    project.run(&["publish"]).exits(1);
    assert!(!project.path("public/site/en/j.html").exists() && project.path("public/site/en/k.html").exists());
}

#[test]
fn a_group_that_names_no_article_is_pointed_at() {
    let group = "\n[publish.group.w]\narticles = [\"yy\", \"y\"]\npublish-after = \"2099-01-01T00:00+00:00\"\n";
    let project = TestProject::new(&format!("{CONFIG}{group}"));
    project.write("articles/y.md", "Text.\n");
    for command in [&["sync"][..], &["publish", "--plan"], &["publish"]] {
        project.run(command).says("empty-group").says("the group `w` names `yy`").says("tarjuman.toml:12");
    }
    assert!(!project.path("public/site/en/y.html").exists());
}

#[test]
fn a_page_without_a_translated_text_is_no_translation() {
    let project = TestProject::new(CONFIG);
    project.write("articles/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n\nOne text.\n\nAnother text.\n");
    project.run(&["sync"]).exits(0);
    let todo = project.json(&["todo", "fr"]);
    let unit = todo["items"].as_array().unwrap().iter().find(|item| item["source"].to_string().contains("One text")).unwrap();
    let unit = unit["unit"].as_str().unwrap();
    project.run(&["set", "fr", &format!("a#{unit}"), "Un texte."]).exits(0);
    project.run(&["publish"]).exits(0);
    let page = |locale: &str| project.read(&format!("public/site/{locale}/a.html"));
    let canonical = |to: &str| format!("<link rel=\"canonical\" href=\"https://example.org/{to}/a.html\">");
    assert!(page("fr").contains(&canonical("fr")) && page("fr").contains("apparaissent en anglais"), "{}", page("fr"));
    for known in ["en", "fr"] {
        assert!(page(known).contains("hreflang=\"fr\"") && !page(known).contains("ja/a.html"), "{}", page(known));
    }
    // It is there for readers of the language, and says what it is; to machines it is the source.
    let japanese = page("ja");
    assert!(japanese.contains(&canonical("en")) && japanese.contains("原文（英語）"), "{japanese}");
    assert!(
        !japanese.contains("rel=\"alternate\" hreflang=\"ja\" href") && !japanese.contains("translationOfWork"),
        "{japanese}"
    );
    assert!(japanese.contains("href=\"../fr/a.html\"") && project.read("public/site/ja/index.html").contains("a.html"));
    assert!(!project.read("public/site/sitemap.xml").contains("ja/a.html") && !project.path("public/site/ja/feed.xml").exists());
    assert!(!japanese.contains("feed.xml") && !project.read("public/site/ja/index.html").contains("feed.xml"));
    // With its first translated text it is a version like the others, and they name it.
    project.run(&["set", "ja", &format!("a#{unit}"), "本文。"]).exits(0);
    project.run(&["publish"]).exits(0);
    assert!(page("ja").contains(&canonical("ja")) && page("en").contains("hreflang=\"ja\""));
    assert!(project.read("public/site/sitemap.xml").contains("ja/a.html") && project.path("public/site/ja/feed.xml").exists());
}

#[test]
fn an_address_that_two_pages_had_leads_to_one() {
    let project = TestProject::new(CONFIG);
    let write = |article: &str, slug: &str| {
        project.write(&format!("articles/{article}.md"), format!("---\ntitle: {article}\nslug: {slug}\n---\n\nText.\n"));
        project.run(&["sync"]).exits(0);
        project.run(&["publish", "--locale", "en"]).exits(0);
    };
    for (article, slug) in [("a", "neu"), ("a", "old"), ("b", "neu"), ("b", "bee")] {
        write(article, slug);
    }
    let redirects = project.read("public/site/_redirects");
    let from: Vec<&str> = redirects.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(from, ["/en/neu.html"], "{redirects}");
}

#[test]
fn links_and_pictures_that_lead_nowhere_are_named() {
    let project = TestProject::new(CONFIG);
    project.write(
        "articles/a.md",
        "[b](b.md), [gone](gone.md#part), [page](/page.md), [file](c.pdf)\n\n![Map](map.png) and ![Lost](lost.png)\n",
    );
    project.write("articles/b.md", "Text.\n");
    project.write("articles/map.png", "a picture");
    project.run(&["sync"]).exits(0);
    for _ in 0..2 {
        let report = project.json(&["publish"]);
        let found = report["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "dead-link");
        let found: Vec<String> =
            found.map(|found| format!("{}:{} {}", found["place"]["path"], found["place"]["line"], found["message"])).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].contains("articles/a.md\":1 \"`gone.md#part`") && found[1].contains("articles/a.md\":3 \"`lost.png`"),
            "{found:?}"
        );
    }
    project.run(&["publish"]).exits(0).says("dead-link");
}

#[test]
fn directives_that_no_page_shows_are_named() {
    let project = TestProject::new(CONFIG);
    project.write("articles/a.md", "Text.\n\nBefore {{< youtube abc >}} after.\n\n{{< figure\n  src=\"a.png\" >}}\n\n<!-- tarjuman: note No directive. -->\n\n{% include x %}\n\nEnd {{.\n");
    project.write("articles/b.md", "Text with `{{ code }}`.\n");
    project.run(&["sync"]).exits(0);
    for (target, number) in [("site", 1), ("text", 1), ("markdown", 0), ("json", 0)] {
        let report = project.json(&["publish", "--to", target]);
        let found = report["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "directive-left-out");
        let found: Vec<&Value> = found.collect();
        assert_eq!(found.len(), number, "{target}: {found:?}");
        for found in found {
            let message = "a page shows nothing in the place of the directive `{{< youtube abc >}}`, nor in that of 2 more";
            assert_eq!((&found["message"], &found["place"]["line"]), (&Value::from(message), &Value::from(3)));
            assert_eq!(found["place"]["path"], "articles/a.md");
        }
    }
}
