//! What a person sees and says of attachments: halves of a split, merged units, open choices, moved articles and moved texts.

mod support;

use support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"eo\"]\n\n[[articles]]\nroot = \"articles\"\n";

/// A project with one article, each unit translated as `Traduko N.` in reading order.
fn translated(text: &str) -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/a.md", text);
    project.run(&["sync"]).exits(0);
    fill(&project, "locales/eo/a.ftl");
    project.run(&["sync"]).exits(0);
    project
}

fn fill(project: &TestProject, path: &str) {
    let mut number = 0;
    let catalog = project.read(path);
    let lines = catalog.lines().map(|line| match line.strip_prefix("# [todo] ").and_then(|rest| rest.strip_suffix(" =")) {
        Some(id) => {
            number += 1;
            format!("{id} =\n    Traduko {number}.\n")
        }
        None => format!("{line}\n"),
    });
    let text: String = lines.collect();
    project.write(path, text);
}

fn assert_silent(project: &TestProject) {
    let before = project.snapshot();
    project.run(&["sync"]);
    project.assert_is(&before, "by a second sync");
}

#[test]
fn both_halves_of_a_split_unit_show_the_old_text_and_its_translation() {
    let (first, second) =
        ("The ferry left the island at dawn with forty people.", "Nobody on board had expected the storm that came.");
    let project = translated(&format!("{first} {second}\n\nThe end of it.\n"));
    project.write("articles/a.md", format!("{first}\n\n{second}\n\nThe end of it.\n"));
    project.run(&["sync"]);
    let catalog = project.read("locales/eo/a.ftl");
    assert_eq!(catalog.matches("    Traduko 1.").count(), 1, "{catalog}");
    let half = catalog.split("\n\n").find(|entry| entry.contains("[todo]")).expect("a half without translation");
    assert!(half.contains(&format!("# [was] {first}\n# [was] {second}\n")), "{catalog}");
    assert!(half.contains("# [note] old translation (p-the-ferry-left-the-") && half.contains("): Traduko 1.\n"), "{catalog}");
    let kept = catalog.split("\n\n").find(|entry| entry.contains("Traduko 1.") && !entry.contains("[todo]"));
    assert!(kept.is_some_and(|entry| entry.contains("# [stale]") && entry.contains("# [was] ")), "{catalog}");
    let ledger = project.read("locales/en/a.ledger.toml");
    assert!(ledger.contains("split-from p-the-ferry-left-the-"), "{ledger}");
    assert_silent(&project);
    // Once both are translated, nothing of it is left.
    let done = catalog.replace("Traduko 1.", "Nova unua.");
    project.write("locales/eo/a.ftl", done);
    fill(&project, "locales/eo/a.ftl");
    project.run(&["sync"]).exits(0);
    let catalog = project.read("locales/eo/a.ftl");
    assert!(!catalog.contains("old translation") && !catalog.contains("[was]"), "{catalog}");
    assert_silent(&project);
}

#[test]
fn a_merged_unit_shows_both_old_texts_and_the_translation_that_has_to_go_in() {
    let (first, second) = ("The ferry left the island at dawn with forty people.", "The storm came at noon.");
    let project = translated(&format!("{first}\n\n{second}\n\nThe end of it.\n"));
    project.write("articles/a.md", format!("{first} {second}\n\nThe end of it.\n"));
    project.run(&["sync"]);
    let catalog = project.read("locales/eo/a.ftl");
    assert!(catalog.contains(&format!("# [was] {second}\n# [note] old translation (p-the-storm-came-at-")), "{catalog}");
    assert!(catalog.contains("): Traduko 2.\n"), "{catalog}");
    assert_silent(&project);
}

const OPEN: &str = "Who came and when it was.\n\nThe price of bread rose by ten percent in the capital last year.\n\nWho left and when it was.\n";
const EDITED: &str = "Who came and when it was.\n\nThe price of bread rose by ten percent in the north last year.\n\n\
    Something entirely different happened in another place then.\n\n\
    The price of bread rose by ten percent in the south last year.\n\nWho left and when it was.\n";

#[test]
fn an_open_choice_is_reported_and_a_person_decides_before_or_after_the_sync() {
    for after_sync in [false, true] {
        let project = translated(OPEN);
        project.write("articles/a.md", EDITED);
        let dry = project.run(&["sync", "--dry-run"]).says("ambiguous-edit");
        let ids: Vec<String> =
            dry.stdout.lines().filter_map(|line| line.trim().strip_prefix("born ")).map(|id| id.trim().to_owned()).collect();
        let old = dry.stdout.lines().find_map(|line| line.trim().strip_prefix("gone ")).expect("one unit goes").trim().to_owned();
        assert_eq!(ids.len(), 3, "{dry:?}");
        if after_sync {
            project.run(&["sync"]).says(&format!("tarjuman sync --resolve {old}={}", ids[0]));
            let catalog = project.read("locales/eo/a.ftl");
            assert_eq!(catalog.matches(&format!("# [note] old translation ({old}): Traduko 2.")).count(), 2, "{catalog}");
            assert_silent(&project);
        }
        project.run(&["sync", "--resolve", &format!("{old}={}", ids[2])]);
        let catalog = project.read("locales/eo/a.ftl");
        let entry = catalog.split("\n\n").find(|entry| entry.contains("in the south")).expect("the chosen text");
        assert!(entry.contains(&format!("\n{old} =\n        Traduko 2.")) && entry.contains("[was]"), "{catalog}");
        assert_eq!(catalog.matches("[todo]").count(), 2, "{catalog}");
        assert_silent(&project);
    }
}

#[test]
fn a_choice_that_fits_nothing_is_refused_and_nothing_is_written() {
    let project = translated(OPEN);
    project.write("articles/a.md", EDITED);
    let before = project.snapshot();
    project
        .run(&["sync", "--resolve", "p-no=p-way"])
        .exits(2)
        .says("no article has both an old unit `p-no` and a new text `p-way`");
    project.run(&["sync", "--resolve", "nonsense"]).exits(2);
    project.assert_is(&before, "by a refused choice");
}

#[test]
fn a_moved_article_is_recognised_by_its_texts() {
    let text = "The ferry left the island at dawn with forty people.\n\nThe storm came at noon.\n\nThe end of it.\n";
    let project = translated(text);
    project.write("articles/other.md", "Something else stands here.\n");
    project.run(&["sync"]);
    project.remove("articles/a.md");
    project.write("articles/2025/ferry.md", text.replace("noon", "one"));
    for _ in 0..2 {
        project.run(&["sync"]).says("`2025/ferry` holds 2 of its 3 texts").says("tarjuman rename a 2025/ferry");
    }
    project.run(&["rename", "a", "2025/ferry"]).exits(0);
    project.run(&["sync"]);
    let catalog = project.read("locales/eo/2025/ferry.ftl");
    assert_eq!(catalog.matches("Traduko").count(), 3, "{catalog}");
    assert_silent(&project);
}

/// Moves the first text of article `a` to article `b`; in two syncs the one and then the other if `slowly`.
fn moved_to_another(slowly: bool) -> TestProject {
    let moved = "The ferry left the island at dawn with forty people.";
    let project = translated(&format!("{moved}\n\nThe storm came at noon.\n\nThe end of it.\n"));
    project.write("articles/b.md", "Something else stands here.\n");
    project.run(&["sync"]);
    project.write("articles/a.md", "The storm came at noon.\n\nThe end of it.\n");
    if slowly {
        project.run(&["sync"]).exits(0);
        assert_silent(&project);
    }
    project.write("articles/b.md", format!("Something else stands here.\n\n{moved}\n"));
    project.run(&["sync"]).says("moved-to-article").says("b#p-the-ferry-left-the-").says("a#p-the-ferry-left-the-");
    project
}

/// The id of the moved text.
fn moved_id(project: &TestProject) -> String {
    let catalog = project.read("locales/eo/b.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# [todo] p-the-ferry-left-the-")?.strip_suffix(" ="));
    format!("p-the-ferry-left-the-{}", id.expect("the moved text waits for a translation"))
}

#[test]
fn a_text_that_moves_to_another_article_is_offered_its_translation_there() {
    for slowly in [false, true] {
        let project = moved_to_another(slowly);
        let id = moved_id(&project);
        let catalog = project.read("locales/eo/b.ftl");
        assert_eq!(catalog.matches("Traduko 1.").count(), 1, "{catalog}");
        assert!(catalog.contains(&format!("# [note] old translation (a#{id}): Traduko 1.\n")), "{catalog}");
        assert!(catalog.contains(&format!("# [todo] {id} =")), "{catalog}");
        project.run(&["todo", "eo", "b"]).says(&format!("    offer   a#{id}: Traduko 1.\n"));
        let item = &project.json(&["todo", "eo", "b"])["items"][1];
        assert_eq!(item["offers"], serde_json::json!([format!("a#{id}: Traduko 1.")]));
        assert_silent(&project);
        let again = project.run(&["sync"]);
        assert!(!again.transcript().contains("moved-to-article"), "{again:?}");
        // An article synced alone keeps the offer, and so does one whose neighbours are gone.
        project.write("articles/b.md", project.read("articles/b.md") + "\nAnd more of it.\n");
        project.run(&["sync", "b"]).exits(0);
        assert!(project.read("locales/eo/b.ftl").contains("old translation (a#"));

        project.run(&["set", "eo", &format!("b#{id}"), "Traduko 1."]).exits(0);
        let catalog = project.read("locales/eo/b.ftl");
        assert!(!catalog.contains("old translation") && !catalog.contains(&format!("[todo] {id}")), "{catalog}");
        assert!(!project.read("locales/eo/b.ledger.toml").contains("offered"));
        assert_silent(&project);
    }
}

#[test]
fn an_offer_from_another_article_is_taken_in_the_catalog_and_survives_deleted_notes() {
    let project = moved_to_another(false);
    let id = moved_id(&project);
    let path = "locales/eo/b.ftl";
    let without: String =
        project.read(path).lines().filter(|line| !line.starts_with("# [note]")).map(|line| format!("{line}\n")).collect();
    project.write(path, without);
    project.run(&["sync"]).exits(0);
    assert!(project.read(path).contains(&format!("old translation (a#{id}): Traduko 1.")));
    project.replace(path, &format!("# [todo] {id} ="), &format!("{id} = Traduko 1."));
    project.run(&["sync"]).exits(0);
    let catalog = project.read(path);
    assert!(catalog.contains(&format!("{id} = Traduko 1.")) && !catalog.contains("old translation"), "{catalog}");
    assert_silent(&project);
    // The text goes back: the first article has its translation again.
    project.write("articles/b.md", "Something else stands here.\n");
    project.write(
        "articles/a.md",
        "The ferry left the island at dawn with forty people.\n\nThe storm came at noon.\n\nThe end of it.\n",
    );
    project.run(&["sync", "--yes"]);
    assert!(project.read("locales/eo/a.ftl").contains(&format!("{id} =\n    Traduko 1.")));
}

#[test]
fn a_text_that_stands_in_both_articles_is_offered_to_nobody() {
    let both = "The ferry left the island at dawn with forty people.";
    let project = translated(&format!("{both}\n\nThe end of it.\n"));
    project.write("articles/b.md", format!("{both}\n"));
    let run = project.run(&["sync"]).exits(0);
    assert!(!run.transcript().contains("moved-to-article"), "{run:?}");
    assert!(!project.read("locales/eo/b.ftl").contains("old translation"));
}

#[test]
fn explain_says_what_became_of_a_unit_that_is_gone_and_how_it_comes_back() {
    let text = "The ferry left the island at dawn with forty people.\n\nThe storm came at noon.\n\nThe end of it.\n";
    let project = translated(text);
    let ledger = project.read("locales/en/a.ledger.toml");
    let id = ledger.lines().find_map(|line| line.strip_prefix("[p-the-ferry-left-the-")?.strip_suffix(']')).unwrap();
    let address = format!("a#p-the-ferry-left-the-{id}");
    project.write("articles/a.md", "The storm came at noon.\n\nThe end of it.\n");
    project.run(&["sync"]).exits(0);
    let run = project.run(&["explain", &address]).exits(0);
    let run = run.says(" · gone since revision 1 · ").says("The ferry left the island at dawn with forty people.");
    let run = run.says("eo · obsolete · translated").says("  text    Traduko 1.").says("  kept    locales/eo/a.ledger.toml");
    run.says("put the text back into the article and run tarjuman sync").says(&format!("tarjuman history {address}"));
    let report = project.json(&["explain", &address]);
    assert_eq!((&report["gone"], &report["locales"][0]["renders_last"]), (&true.into(), &true.into()), "{report:#}");
    project.run(&["explain", "a#p-never-was"]).exits(2);

    // What it says works.
    project.write("articles/a.md", text);
    project.run(&["sync"]).exits(0);
    project.run(&["explain", &address]).exits(0).says("eo · current · translated");
    project.run(&["status", "--check"]).exits(0);
}

#[test]
fn explain_names_the_heirs_of_a_unit_that_was_merged_or_resembles_others() {
    let (first, second) = ("The ferry left the island at dawn with forty people.", "The storm came at noon.");
    let project = translated(&format!("{first}\n\n{second}\n\nThe end of it.\n"));
    let ledger = project.read("locales/en/a.ledger.toml");
    let id = ledger.lines().find_map(|line| line.strip_prefix("[p-the-storm-came-at-")?.strip_suffix(']')).unwrap();
    project.write("articles/a.md", format!("{first} {second}\n\nThe end of it.\n"));
    project.run(&["sync"]);
    let run = project.run(&["explain", &format!("a#p-the-storm-came-at-{id}")]).exits(0);
    run.says("  became  merged into p-the-ferry-left-the-").says("  text    Traduko 2.");

    let project = translated(OPEN);
    project.write("articles/a.md", EDITED);
    let run = project.run(&["sync"]).says("gone ");
    let old = run.stdout.lines().find_map(|line| line.trim().strip_prefix("gone ")).unwrap().trim().to_owned();
    let run = project.run(&["explain", &format!("a#{old}")]).exits(0);
    run.says("where its translation is offered").says(&format!("  back    tarjuman sync a --resolve {old}="));
}

#[test]
fn a_sentence_that_went_to_another_unit_brings_its_translation_along() {
    let (first, second) = ("The ferry left the island at dawn.", "Forty people stood on the deck in the rain.");
    let other = "The storm came at noon and nobody in the harbour had expected it.";
    let project = translated(&format!("{first} {second}\n\n{other}\n\nThe end of it.\n"));
    // One sentence goes to the next paragraph, whose own words change as well.
    project.write("articles/a.md", format!("{first}\n\n{} {second}\n\nThe end of it.\n", other.replace("noon", "dusk")));
    project.run(&["sync"]).exits(0);
    let todo = project.json(&["todo", "eo"]);
    let items = todo["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["unit"].as_str().unwrap().starts_with("p-the-storm-came-")).unwrap();
    let offers: Vec<&str> = item["offers"].as_array().unwrap().iter().map(|offer| offer.as_str().unwrap()).collect();
    assert!(
        matches!(offers.as_slice(), [offer] if offer.starts_with("p-the-ferry-left-the-") && offer.ends_with("Traduko 1.")),
        "{todo:#}"
    );
    let catalog = project.read("locales/eo/a.ftl");
    assert!(catalog.contains(&format!("# [was] {second}")), "{catalog}");
    // Words that stand in many sentences are no sentence.
    let project = translated("Yes. It did.\n\nThe ferry left the island at dawn. No.\n\nThe end of it.\n");
    project.write("articles/a.md", "Yes.\n\nThe ferry left the island at dawn. It did.\n\nThe end of it.\n");
    project.run(&["sync"]).exits(0);
    assert!(!project.read("locales/en/a.ledger.toml").contains("sentence-of"));
}
