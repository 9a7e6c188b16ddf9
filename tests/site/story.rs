//! A site through a few weeks: held back, corrected, renamed, and a locale that is given up.

use crate::filled::{LOCALES, fill, project};
use crate::html::find;
use crate::support::TestProject;

const PUBLISH: &str = "url = \"https://example.org\"";

fn page(project: &TestProject, path: &str) -> String {
    project.read(&format!("public/site/{path}"))
}

#[test]
fn a_page_that_stays_out_tells_readers_that_the_original_has_moved_on() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    let before = page(&project, "ar/flood.html");
    assert!(!before.contains("role=\"note\""));
    project.replace("articles/flood.md", "rose by 4 metres", "rose by 5 metres");
    project.run(&["sync"]).exits(0);
    project.run(&["publish"]).exits(1).says("an earlier version stays out");
    let after = page(&project, "ar/flood.html");
    assert!(after.contains("role=\"note\"") && after.contains("تغيّر النص الأصلي"), "{after}");
    // The text is the one that was out, and the source is not.
    assert_eq!(find(&before, "p").len() + 1, find(&after, "p").len());
    assert!(page(&project, "en/flood.html").contains("5 metres"));
    project.run(&["verdict", "flood#standfirst", "--impact", "correction"]).exits(0);
    project.run(&["publish"]).exits(1);
    assert!(page(&project, "ar/flood.html").contains("صُحِّح خطأ"));
    // A translator of one language follows: its notice is gone, the others keep theirs.
    project.run(&["set", "ar", "flood#standfirst", "ارتفع النهر خمسة أمتار"]).exits(0);
    project.run(&["publish"]).exits(1);
    assert!(!page(&project, "ar/flood.html").contains("role=\"note\""));
    assert!(page(&project, "ja/flood.html").contains("訂正"));
    project.run(&["publish"]).exits(1).says("unchanged");
}

#[test]
fn a_new_locale_appears_on_pages_that_do_not_change_otherwise() {
    let project = project(PUBLISH);
    project.run(&["publish", "--locale", "en,es"]).exits(0);
    assert_eq!(find(&page(&project, "es/flood.html"), "nav").len(), 1);
    assert!(!page(&project, "es/flood.html").contains("../ps/flood.html"));
    project.run(&["publish", "flood", "--locale", "ps"]).exits(0);
    for path in ["es/flood.html", "en/flood.html"] {
        let page = page(&project, path);
        assert!(page.contains("href=\"../ps/flood.html\"") && page.contains("hreflang=\"ps\""), "{path}");
    }
    assert!(page(&project, "en/flood.html").contains("\"workTranslation\""));
    assert!(!page(&project, "es/bridge.html").contains("ps/"));
    assert!(page(&project, "ps/index.html").contains("flood.html") && !page(&project, "ps/index.html").contains("bridge.html"));
}

#[test]
fn a_page_moves_with_its_slug_and_leaves_a_redirect() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    project.replace("articles/bridge.md", "title: The bridge\n", "title: The bridge\nslug: old-bridge\n");
    project.run(&["publish"]).exits(0);
    assert!(!project.path("public/site/es/bridge.html").exists());
    let flood = page(&project, "es/flood.html");
    assert!(find(&flood, "a").iter().any(|link| link.get("href") == "old-bridge.html#who-built-it"), "{flood}");
    let redirects = page(&project, "_redirects");
    assert!(redirects.contains("/es/bridge.html /es/old-bridge.html 301\n"), "{redirects}");
    assert_eq!(redirects.lines().count(), LOCALES.len() + 1);
    // Back again: no page is a redirect to itself.
    project.replace("articles/bridge.md", "slug: old-bridge\n", "");
    project.run(&["publish"]).exits(0);
    let redirects = page(&project, "_redirects");
    assert!(
        redirects.contains("/es/old-bridge.html /es/bridge.html 301\n") && !redirects.contains("/es/bridge.html /"),
        "{redirects}"
    );
}

#[test]
fn only_what_the_tool_itself_made_is_removed() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    project.write("public/site/de/own.html", "a person's page");
    project.write("public/site/robots.txt", "User-agent: *");
    let config = project.read("tarjuman.toml").replace(", \"de\"]", "]");
    project.write("tarjuman.toml", config);
    project.run(&["publish"]).exits(0);
    let left: Vec<String> = project.snapshot().into_keys().filter(|path| path.starts_with("project/public/site/de/")).collect();
    assert_eq!(left, ["project/public/site/de/own.html"]);
    assert!(project.path("public/site/robots.txt").exists());
    assert!(!page(&project, "en/flood.html").contains("Deutsch"));
    // Images that no page shows any more go as well.
    project.replace("articles/flood.md", "image:\n  src: map.png\n", "image:\n");
    project.replace("articles/flood.md", "![A picture of it](map.png)\n\n", "");
    project.run(&["sync", "--yes"]);
    project.run(&["publish"]).exits(0);
    assert!(!project.path("public/site/assets/articles/map.png").exists());
}

#[test]
fn two_articles_cannot_have_one_address() {
    let project = project(PUBLISH);
    project.replace("articles/flood.md", "title: The flood\n", "title: The flood\nslug: Bridge\n");
    project.run(&["publish"]).exits(1).says("`bridge` has the same address");
    assert!(page(&project, "en/bridge.html").contains("Nobody knows"));
    assert!(!project.path("public/site/en/Bridge.html").exists() && !project.read("public/site/sitemap.xml").contains("/Bridge"));
    for slug in ["../up", "a/b", ".hidden", "index", "con", "a%2fb", "x:y"] {
        project.write("articles/flood.md", format!("---\ntitle: The flood\nslug: \"{slug}\"\n---\n\nText.\n"));
        project.run(&["publish", "--locale", "en"]).exits(1);
        assert!(!project.outside().join("up.html").exists(), "{slug}");
    }
}

#[test]
fn a_project_has_its_own_templates_and_words() {
    let project = project(PUBLISH);
    project.write("templates/strings/ps.ftl", "languages = نورې ژبې\n");
    project.write("templates/style.css", "body { color: red }\n");
    project.write(
        "templates/article.html",
        "{% extends \"page.html\" %}{% block title %}{{ article.title }}{% endblock %}{% block main %}{{ switcher }}\
         <main id=\"content\">{{ article.title }}{{ article.body }}</main>{% endblock %}",
    );
    project.run(&["publish"]).exits(0);
    assert_eq!(page(&project, "style.css"), "body { color: red }\n");
    let pashto = page(&project, "ps/flood.html");
    assert!(pashto.contains("نورې ژبې") && !pashto.contains("ld+json"), "{pashto}");
    project.write("templates/article.html", "{{ article.title|safe }}");
    project.run(&["publish"]).exits(2).says("templates/article.html");
    project.write("templates/article.html", "{% if %}");
    project.run(&["publish"]).exits(2).says("templates/article.html").says("line 1");
}

#[test]
fn own_files_and_words_that_replace_nothing_are_told() {
    let project = project(PUBLISH);
    project.write("templates/artcle.html", "{{ article.title }}");
    project.write("templates/footer.html", "<p>Printed nowhere.</p>");
    project.write("templates/notes.txt", "For whoever changes this folder.\n");
    project.write("templates/strings/pss.ftl", "languages = نورې ژبې\n");
    project.write(
        "templates/strings/es.ftl",
        "site-nam = Periódico\nlanguages = { brand }\nbrand = Idiomas\npublished = El { $day }\nlanguage-ps = pastún\n",
    );
    project.write("templates/strings/it.ftl", "languages = Lingue\n");
    let told = project.run(&["publish"]).exits(1);
    let told = told.says("templates/artcle.html").says("name it `article.html`").says("name it `ps.ftl`");
    let told = told.says("templates/footer.html").says("what can be replaced is page.html, article.html");
    let told = told.says("templates/strings/es.ftl:1").says("call it `site-name`");
    let told = told.says("templates/strings/es.ftl:4").says("`published` cannot be shown").says("$day");
    assert_eq!(told.stderr.matches("unused-override").count(), 5, "{}", told.stderr);
    // What can be shown is, and the tool's own words stand in the place of what cannot.
    let spanish = page(&project, "es/flood.html");
    assert!(spanish.contains("Idiomas") && !spanish.contains("El {"), "{spanish}");
    project.remove("templates/artcle.html");
    project.remove("templates/footer.html");
    project.remove("templates/strings/pss.ftl");
    project.write("templates/strings/es.ftl", "languages = Idiomas\n");
    let quiet = project.run(&["publish"]).exits(0);
    assert!(!quiet.stderr.contains("unused-override"), "{}", quiet.stderr);
}

#[test]
fn machine_text_is_disclosed_until_somebody_has_reviewed_it() {
    let project = project("machine = \"allow\"\ndisclosure = \"notice\"");
    project.run(&["set", "es", "bridge#title", "El puente", "--origin", "machine:engine"]).exits(0);
    project.run(&["publish"]).exits(0);
    let text = page(&project, "es/bridge.html");
    assert_eq!(find(&text, "h1")[0].get("ai-disclosure"), "ai-autonomous");
    let metas = find(&text, "meta");
    assert!(metas.iter().any(|meta| meta.get("name") == "ai-disclosure" && meta.get("content") == "mixed"));
    assert!(
        text.contains("compositeWithTrainedAlgorithmicMedia") && text.contains("Un pasaje lo ha traducido una máquina"),
        "{text}"
    );
    assert!(!page(&project, "ps/bridge.html").contains("ai-disclosure"));
    project.run(&["confirm", "es", "bridge#title", "--state", "reviewed", "--by", "R. Name"]).exits(0);
    project.run(&["publish"]).exits(0);
    let text = page(&project, "es/bridge.html");
    assert!(!text.contains("ai-disclosure") && text.contains("R. Name"), "{text}");
}

#[test]
fn a_program_is_no_page() {
    let project = project("");
    project.write("articles/app.mdx", "# App\n\nText <Button />.\n");
    project.run(&["sync"]).exits(0);
    for locale in LOCALES {
        fill(&project, locale, "app");
    }
    project.run(&["publish", "app"]).exits(1).says("--to markdown");
    project.run(&["publish", "app", "--to", "markdown"]).exits(0);
}
