//! A page that is not out leaves no trace on those that are.

use crate::filled::{LOCALES, project};
use crate::support::TestProject;

/// The files of the site that name the page of an article in a locale.
pub fn traces(project: &TestProject, locale: &str, article: &str) -> Vec<String> {
    let inside = |path: &str| format!("{article}.html").as_str() == path.rsplit('/').next().unwrap_or_default();
    let mut found = Vec::new();
    for (path, bytes) in project.snapshot() {
        let Some(path) = path.strip_prefix("project/public/site/") else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let within = path.strip_prefix(&format!("{locale}/")).is_some();
        let own = format!("href=\"{article}.html");
        let names = text.contains(&format!("{locale}/{article}.html")) || within && text.contains(&own);
        if names || within && inside(path) {
            found.push(path.to_owned());
        }
    }
    found
}

#[test]
fn a_locale_that_is_held_back_is_named_nowhere() {
    let project = project("url = \"https://example.org\"");
    for (nth, locale) in LOCALES.iter().enumerate() {
        let config =
            format!("{}\n[publish.locale.{locale}]\nstate = \"final\"\n", crate::filled::config("url = \"https://example.org\""));
        project.write("tarjuman.toml", config);
        let _ = std::fs::remove_dir_all(project.path("public"));
        let _ = std::fs::remove_dir_all(project.path("published"));
        project.run(&["publish"]).exits(1).says("its state is `translated`");
        for article in ["flood", "bridge"] {
            assert_eq!(traces(&project, locale, article), Vec::<String>::new());
        }
        assert!(!project.path(&format!("public/site/{locale}")).exists());
        let other = LOCALES[(nth + 1) % LOCALES.len()];
        assert!(traces(&project, other, "flood").len() > LOCALES.len());
        let sitemap = project.read("public/site/sitemap.xml");
        assert!(!sitemap.contains(&format!("hreflang=\"{locale}\"")));
    }
}
