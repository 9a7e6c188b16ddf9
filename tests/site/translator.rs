//! What translators and editors open in a browser: drafts with their marks, and the table of `status --format html`.

use std::collections::BTreeSet;

use crate::filled::{fill, project};
use crate::html::{find, tags};
use crate::support::TestProject;

const PUBLISH: &str = "url = \"https://example.org\"\nname = \"The Herald\"";

/// The catalog of `ps` for `flood` without the translations of these units, by the beginnings of their ids.
fn forget(project: &TestProject, locale: &str, prefixes: &[&str]) {
    let path = format!("locales/{locale}/flood.ftl");
    let catalog = project.read(&path);
    let lines = catalog.lines().map(|line| match line.split_once(" = ") {
        Some((id, _)) if prefixes.iter().any(|prefix| line.starts_with(prefix)) => format!("# [todo] {id} =\n"),
        _ => format!("{line}\n"),
    });
    project.write(&path, lines.collect::<String>());
}

/// A project with stale, missing and rejected units of several kinds in `ps` and `ar`, all of them in `flood`.
pub fn behind() -> TestProject {
    let project = project(PUBLISH);
    for (old, new) in [
        ("rose on *Monday*", "rose on *Tuesday*"),
        ("rose by 4 metres", "rose by 5 metres"),
        ("- one thing", "- one thing that nobody saw"),
        ("| Kabul | 4     |", "| Kabul district | 4     |"),
        ("A picture of it", "A photograph of it from the north"),
        ("The end of it.", "The end of it, for 2 years."),
    ] {
        project.replace("articles/flood.md", old, new);
    }
    project.run(&["sync"]).exits(0);
    for locale in ["es", "de", "ja", "zh-Hans", "fa-AF"] {
        project.run(&["confirm", locale, "flood", "--all"]).exits(0);
    }
    forget(&project, "ps", &["h-what-happened", "td-", "li-first", "li-another"]);
    project.run(&["sync"]).exits(0);
    project
}

#[test]
fn a_draft_marks_what_is_behind() {
    let project = behind();
    let before = project.snapshot();
    project.run(&["publish", "flood", "--draft", "--locale", "ps"]).exits(0);
    assert!(!project.path("public/site").exists() && !project.path("published").exists());
    let page = project.read("public/draft/ps/flood.html");
    let marked = |kind: &str| tags(&page).into_iter().filter(|tag| tag.get("data-mark") == kind).collect::<Vec<_>>();
    let stale: BTreeSet<String> = marked("stale").iter().map(|tag| tag.name.clone()).collect();
    assert_eq!(stale, BTreeSet::from(["li", "p", "td"].map(str::to_owned)), "{page}");
    let missing: BTreeSet<String> = marked("missing").iter().map(|tag| tag.name.clone()).collect();
    assert_eq!(missing, BTreeSet::from(["h2", "li", "p", "td", "th"].map(str::to_owned)), "{page}");
    // Every mark stands by its unit or, for units without a place, above the text.
    let details = find(&page, "details");
    assert!(details.iter().all(|details| details.get("class") == "mark"));
    let (above, below) = page.split_once("class=\"about\"").unwrap();
    assert!(above.contains("مسوده") && above.contains("standfirst"), "{above}");
    assert!(below.contains("nobody") && below.contains("Tuesday"), "{below}");
    // The edit is said and shown, in the source's own direction.
    let mark = below.split("<details").nth(1).unwrap().split_once("</details>").unwrap().0;
    assert!(mark.contains("<p lang=\"en\" dir=\"ltr\">") && mark.contains("<del>") && mark.contains("<ins>"), "{mark}");
    assert!(mark.contains(">[لرې شوی: </span>Monday<"), "{mark}");
    // A draft is nothing for search engines or feed readers, and names no page that is out.
    assert!(page.contains("noindex") && !page.contains("canonical") && !page.contains("atom+xml") && !page.contains("hreflang"));
    assert!(!project.path("public/draft/sitemap.xml").exists() && !project.path("public/draft/ps/feed.xml").exists());
    for tag in tags(&page).iter().filter(|tag| tag.name == "link") {
        assert!(project.path(&format!("public/draft/ps/{}", tag.get("href"))).exists(), "{tag:?}");
    }
    // What readers see, and every file a person owns, is as before.
    let after = project.snapshot();
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)));
    let again = project.run(&["publish", "flood", "--draft", "--locale", "ps"]).exits(0);
    assert!(again.stdout.contains("unchanged"), "{}", again.stdout);
    // Nothing is marked once the work is done.
    fill(&project, "ps", "flood");
    project.run(&["confirm", "ps", "flood", "--all"]).exits(0);
    project.run(&["publish", "flood", "--draft", "--locale", "ps"]).exits(0);
    assert!(!project.read("public/draft/ps/flood.html").contains("data-mark"));
}

#[test]
fn a_draft_leaves_nothing_of_an_earlier_one_in_its_folder() {
    let project = behind();
    let made = |project: &TestProject| -> BTreeSet<String> {
        let files = project.snapshot().into_keys();
        files.filter_map(|path| path.strip_prefix("project/public/draft/").map(str::to_owned)).collect()
    };
    project.run(&["publish", "flood", "--draft", "--locale", "ps"]).exits(0);
    let pashto = made(&project);
    assert!(pashto.contains("ps/flood.html") && pashto.contains("assets/articles/map.ps.png"), "{pashto:?}");
    project.write("public/draft/ps/mine.html", "a person's file");
    project.run(&["publish", "flood", "--draft", "--locale", "ar"]).exits(0);
    let arabic = made(&project);
    assert!(arabic.contains("ar/flood.html"), "{arabic:?}");
    let of_pashto: Vec<&String> = arabic.iter().filter(|path| path.contains("ps")).collect();
    assert_eq!(of_pashto, ["ps/mine.html"], "what only the earlier draft made is gone, and nothing else");
    // Back again the folder is what it was; what the site has out is no draft's business.
    project.remove("public/draft/ps/mine.html");
    project.run(&["publish", "--locale", "es"]);
    let site = project.read("public/site/es/flood.html");
    project.run(&["publish", "flood", "--draft", "--locale", "ps"]).exits(0);
    assert_eq!(made(&project), pashto);
    assert_eq!(project.read("public/site/es/flood.html"), site);
    // A folder without a list is not cleared.
    std::fs::remove_dir_all(project.path(".tarjuman")).unwrap();
    project.run(&["publish", "flood", "--draft", "--locale", "ar"]).exits(0);
    assert!(made(&project).is_superset(&pashto));
}

#[test]
fn a_rejected_translation_says_why_in_a_draft() {
    let project = project(PUBLISH);
    project.run(&["reject", "ar", "flood#standfirst", "--why", "<b>too & long", "--by", "B. Editor"]).exits(0);
    project.run(&["publish", "--draft", "--locale", "ar"]).exits(0);
    let page = project.read("public/draft/ar/flood.html");
    assert!(page.contains("data-mark=\"rejected\"") && page.contains("&lt;b&gt;too &amp; long"), "{page}");
}

#[test]
fn a_cell_of_the_map_leads_to_its_edits() {
    let project = behind();
    let map = project.run(&["status", "--format", "html"]).exits(0).stdout;
    let all = tags(&map);
    let ids: Vec<&str> = all.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice");
    let links: Vec<&str> = all.iter().filter(|tag| tag.name == "a").map(|tag| tag.get("href")).collect();
    assert!(links.len() >= 4 && links.iter().all(|link| ids.contains(&link.trim_start_matches('#'))), "{links:?}");
    // The article that is behind stands first; those that are current lead nowhere.
    let rows: Vec<&str> = map.split("<tr>").skip(2).collect();
    assert!(rows[0].contains("<bdi>flood</bdi>") && rows[1].contains("<bdi>bridge</bdi>"), "{map}");
    assert_eq!(rows[0].matches("<a ").count(), 2, "{}", rows[0]);
    assert!(rows[0].contains("facts: ") && rows[0].contains("not translated: "), "{}", rows[0]);
    assert_eq!(rows[1].matches("\u{2713} current").count(), 7, "{}", rows[1]);
    let section = map.split("<section id=\"d0-ps\"").nth(1).unwrap().split_once("</section>").unwrap().0;
    assert!(section.contains(">[deleted: </span>Monday<") && section.contains(">[inserted: </span>Tuesday<"), "{section}");
    assert!(section.contains("lang=\"ps\" dir=\"rtl\">سیند"), "{section}");
    // Filters are those of `status`.
    let filtered = project.run(&["status", "--format", "html", "--locale", "ar"]).exits(0).stdout;
    assert!(filtered.contains("id=\"d0-ar\"") && !filtered.contains("id=\"d0-ps\""));
    project.run(&["status", "--format", "html", "--check"]).exits(1);
    project.run(&["diff", "--format", "html"]).exits(2).says("status");
    project.run(&["status", "--corrections", "--format", "html"]).exits(2);
}

/// A project of so many small articles, each stale in both locales.
pub fn many(articles: usize) -> TestProject {
    let project =
        TestProject::new("source-locale = \"en\"\ntarget-locales = [\"ps\", \"de\"]\n\n[[articles]]\nroot = \"articles\"\n");
    let text = |at: usize, metres: usize| {
        format!("---\ntitle: Report {at}\n---\n\nThe river rose by {metres} metres.\n\nThe mayor of town {at} saw it.\n")
    };
    for at in 0..articles {
        project.write(&format!("articles/a{at:04}.md"), text(at, 4));
    }
    project.run(&["sync"]).exits(0);
    for at in 0..articles {
        fill(&project, "ps", &format!("a{at:04}"));
        fill(&project, "de", &format!("a{at:04}"));
    }
    project.run(&["sync"]).exits(0);
    for at in 0..articles {
        project.write(&format!("articles/a{at:04}.md"), text(at, 5));
    }
    project
}

#[test]
fn the_map_of_a_thousand_articles_stays_small() {
    let project = many(1000);
    let map = project.run(&["status", "--format", "html"]).exits(0).stdout;
    assert_eq!(map.matches("<section ").count(), 2000);
    assert!(map.len() < 4 * 1024 * 1024, "{} bytes", map.len());
}

/// A project with more edits than the map has room for: long texts in three languages, a slip in most of them, and a wrong number
/// in one of ten.
pub fn crowded(articles: usize) -> TestProject {
    let project = TestProject::new(
        "source-locale = \"en\"\ntarget-locales = [\"ps\", \"de\", \"ja\"]\n\n[[articles]]\nroot = \"articles\"\n",
    );
    let text = |at: usize, metres: usize, bridge: &str| {
        format!(
            "The river rose by {metres} metres near town {at}. The mayor saw it from the {bridge} that his father had built.\n"
        )
    };
    for at in 0..articles {
        project.write(&format!("articles/a{at:03}.md"), text(at, 4, "brigde"));
    }
    project.run(&["sync"]).exits(0);
    for at in 0..articles {
        for locale in ["ps", "de", "ja"] {
            let long = crate::filled::words(locale).repeat(10_000 / crate::filled::words(locale).len());
            crate::filled::fill_with(&project, locale, &format!("a{at:03}"), |_, _| long.clone());
        }
    }
    project.run(&["sync"]).exits(0);
    for at in 0..articles {
        let text = if at % 10 == 7 { text(at, 5, "brigde") } else { text(at, 4, "bridge") };
        project.write(&format!("articles/a{at:03}.md"), text);
    }
    project
}

#[test]
fn a_crowded_map_shows_the_worst_edits_and_says_how_many_it_leaves_out() {
    let articles = 150;
    let project = crowded(articles);
    let map = project.run(&["status", "--format", "html"]).exits(0).stdout;
    let sections: Vec<&str> = map.split("<section ").skip(1).collect();
    let left_out = articles * 3 - sections.len();
    // Each of its edits is about 10,000 bytes of translation, and there is room for 4 MiB of them.
    assert!((380..420).contains(&sections.len()), "{}", sections.len());
    assert!(map.len() < 5 << 20, "{} bytes", map.len());
    let said = format!("Cells whose edits are left out: {left_out}.");
    assert!(map.contains(&said) && map.contains("<code dir=\"ltr\">tarjuman diff ARTICLE --locale LOCALE</code>"), "{said}");
    // Each cell says what is behind; the worst lead to their edits, all others nowhere.
    let cells: Vec<&str> = map.split("<td").skip(1).map(|cell| cell.split_once("</td>").unwrap().0).collect();
    assert_eq!(cells.len(), articles * 3);
    let linked = |cell: &&&str| cell.contains("href=\"#d");
    let facts: Vec<&&str> = cells.iter().filter(|cell| cell.contains("facts: 1")).collect();
    assert_eq!((facts.len(), facts.iter().filter(|cell| linked(cell)).count()), (articles / 10 * 3, articles / 10 * 3));
    assert_eq!(cells.iter().filter(linked).count(), sections.len());
    assert_eq!(cells.iter().filter(|cell| cell.contains("slip: 1")).count(), articles * 3 - facts.len());
    assert_eq!(cells[sections.len()..].iter().filter(linked).count(), 0, "those of the worst articles stay");
    // What is left out is shown by the command that the page names, and by a page of fewer articles.
    let name = map.split("<bdi>a").nth(articles).unwrap().split_once('<').unwrap().0;
    let last = format!("a{name}");
    assert!(!sections.iter().any(|section| section.contains(&format!("<bdi>{last}</bdi>"))), "{last}");
    project.run(&["diff", &last, "--locale", "ja"]).exits(0).says("{+bridge+}");
    let few = project.run(&["status", &last, "--format", "html"]).exits(0).stdout;
    assert_eq!((few.matches("<section ").count(), few.contains("left out")), (3, false));
}
