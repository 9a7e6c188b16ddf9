//! How an edit is weighed and shown, through the binary: form alone, segments, verdicts, corrections, proof of touch.

mod support;

use serde_json::Value;
use support::TestProject;
use support::story::{ARTICLE, BUSES, LOCALES, OPENED, QUOTE, Story, TREES, ledger_path};

fn address(unit: &str) -> String {
    format!("{ARTICLE}#{unit}")
}

/// The one edit that `diff` shows of a unit.
fn diff(story: &Story, unit: &str) -> Value {
    let report = story.project.json(&["diff", &address(unit)]);
    let edits = report["edits"].as_array().unwrap();
    assert_eq!(edits.len(), 1, "{report:#}");
    edits[0].clone()
}

fn translation<'v>(edit: &'v Value, locale: &str) -> &'v Value {
    edit["translations"].as_array().unwrap().iter().find(|translation| translation["locale"] == locale).unwrap()
}

#[test]
fn an_edit_of_form_leaves_translations_current_says_so_and_can_be_called_back() {
    for (from, to) in [
        ("\"We waited long enough,\" said", "“We waited long enough,” said"),
        ("Gul Agha, a baker", "Gul Agha – a baker"),
        ("a baker on the left bank.", "a baker on the *left* bank."),
    ] {
        let story = Story::translated();
        story.edit(from, to);
        let report = story.project.json(&["sync"]);
        let article = &report["articles"][0];
        assert_eq!(article["edits"][0]["grade"], "format", "{to}");
        for locale in LOCALES {
            assert_eq!(article["locales"][locale]["restamped"], serde_json::json!([QUOTE]), "{to}");
        }
        story.stands_everywhere(QUOTE, "current", None);
        assert_eq!(story.project.run(&["sync", "--check"]).code, 0, "a second sync has nothing to do");
        story.project.run(&["verdict", &address(QUOTE), "--impact", "major"]).exits(0);
        story.stands_everywhere(QUOTE, "stale", Some("facts"));
        story.project.run(&["verdict", &address(QUOTE), "--impact", "none"]).exits(0);
        story.stands_everywhere(QUOTE, "current", None);
    }
}

#[test]
fn punctuation_that_means_something_is_no_form() {
    for (unit, from, to, grade) in [
        (BUSES, "Buses return on 12 June.", "Buses return on 12 June?", "wording"),
        (OPENED, "Around 400 people", "Around 4.00 people", "facts"),
        (QUOTE, "\"We waited long enough,\" said", "We waited long enough, said", "facts"),
    ] {
        let mut story = Story::translated();
        story.edit(from, to);
        story.sync();
        story.stands_everywhere(unit, "stale", Some(grade));
    }
}

#[test]
fn an_edit_is_graded_with_the_words_of_the_source_language() {
    let mut story = Story::translated();
    story.edit("Buses return on 12 June.", "Buses may return on 12 June.");
    story.sync();
    story.stands_everywhere(BUSES, "stale", Some("facts"));
    assert_eq!(diff(&story, BUSES)["facts"], serde_json::json!([{ "kind": "modality", "old": null, "new": "may" }]));
    story.project.run(&["diff", &address(BUSES)]).says("facts   +may");
}

#[test]
fn of_a_text_of_several_segments_only_those_that_changed_are_shown() {
    let mut story = Story::translated();
    story.edit("The council will decide in winter.", "The council will decide in spring. Nobody knows more.");
    story.sync();
    let edit = diff(&story, TREES);
    assert_eq!((&edit["segments"], &edit["segment_count"]), (&serde_json::json!([3, 4]), &serde_json::json!(4)));
    assert_eq!(edit["changed_words"], 9);
    let kinds: Vec<_> = edit["changes"].as_array().unwrap().iter().map(|change| change["change"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["changed", "new"]);
    for locale in LOCALES {
        // Three lines stand beside three: the third renders what changed, and that is no estimate.
        assert_eq!(translation(&edit, locale)["touched"], serde_json::json!([3]));
        assert_eq!(translation(&edit, locale)["about"], false);
    }
    let shown = story.project.run(&["diff", &address(TREES)]).exits(0);
    assert!(!shown.stdout.contains("benches") && shown.stdout.contains("4 (new): "), "{}", shown.stdout);
    let todo = story.project.json(&["todo", "es"]);
    assert_eq!((&todo["words"], &todo["items"][0]["words"]), (&serde_json::json!(9), &serde_json::json!(9)));
    assert_eq!(story.entry("es", TREES).notes("stale"), ["facts · segments 3, 4 of 4"]);
    assert_eq!(story.entry("es", TREES).notes("was"), ["The council will decide in winter."]);
    let status = story.project.json(&["status"]);
    assert_eq!(status["total"]["words_to_do"], 9 * LOCALES.len());
}

#[test]
fn where_the_translation_has_other_segments_the_pairing_is_an_estimate_and_says_so() {
    let mut story = Story::translated();
    // es says in one sentence what the source says in two; the rest keeps its order.
    let joined = "El barrio quiere árboles a lo largo de la calle y los tenderos han pedido bancos a su sombra.\n\
                  El concejo decidirá en invierno.";
    story.translate("es", TREES, joined);
    story.sync();
    story.edit("The council will decide in winter.", "The council will decide in spring.");
    story.sync();
    let edit = diff(&story, TREES);
    assert_eq!(
        (&translation(&edit, "es")["touched"], &translation(&edit, "es")["about"]),
        (&serde_json::json!([2]), &true.into())
    );
    assert_eq!(translation(&edit, "ru")["about"], false);
    story.project.run(&["diff", &address(TREES)]).says("es      about 2: ");
    story.project.run(&["todo", "es"]).says("touches about 2");
}

#[test]
fn a_verdict_can_speak_of_all_edits_since_a_revision_after_others_have_synced() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    // es follows; ru and ps stay at 400.
    story.translate("es", OPENED, &story.entry("es", OPENED).lines.join("\n").replace("400", "500"));
    story.sync();
    story.edit("across it in the first hour", "across it in that first hour");
    story.sync();
    story.project.run(&["verdict", &address(OPENED), "--impact", "correction", "--from", "1"]).exits(0);
    for locale in ["ru", "ps"] {
        assert_eq!(story.explain(locale, OPENED)["correction"], true, "{locale}");
    }
    assert_eq!(story.explain("es", OPENED)["correction"], false, "es renders the corrected number");
    assert_eq!(story.standing("es", OPENED), ("stale".into(), Some("wording".into())));
    story
        .project
        .run(&["verdict", &address(OPENED), "--impact", "minor", "--from", "9"])
        .exits(2)
        .says("no earlier text with the number 9");
}

#[test]
fn who_still_carries_a_corrected_fact_is_listed_until_nobody_does() {
    let mut story = Story::translated();
    story.project.run(&["status", "--corrections"]).exits(0).says("no translation carries a corrected fact");
    story.edit("Buses return on 12 June.", "Buses return in the evening of 12 June.");
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.project.run(&["status", "--corrections"]).exits(0);
    story.project.run(&["verdict", &address(BUSES), "--impact", "correction"]).exits(0);
    let listed = story.project.run(&["status", "--corrections", "--format", "json"]).exits(1).json();
    let locales: Vec<_> = listed["corrections"].as_array().unwrap().iter().map(|carrier| carrier["locale"].clone()).collect();
    assert_eq!(locales, ["es", "ps", "ru"]);
    assert_eq!(listed["corrections"][0]["unit"], BUSES);
    assert_eq!(listed["corrections"][0]["translation"]["lines"][0], "Los autobuses vuelven el 12 de junio.");
    // It stands first, although the other unit stands first in the article.
    assert_eq!(story.project.json(&["todo", "es"])["items"][0]["unit"], BUSES);
    assert_eq!(story.project.json(&["diff"])["edits"][0]["unit"], BUSES);
    story.project.run(&["status", "--corrections"]).exits(1).says("3 translations still to be corrected");
    for (locale, text) in LOCALES.iter().zip([
        "Los autobuses vuelven la tarde del 12 de junio.",
        "Автобусы вернутся вечером 12 июня.",
        "بسونه به د جون د ۱۲مې په ماښام راشي.",
    ]) {
        story.translate(locale, BUSES, text);
    }
    story.sync();
    story.project.run(&["status", "--corrections"]).exits(0);
}

/// The fingerprint of a unit's text today, as `explain` says.
fn fingerprint(story: &Story, unit: &str) -> String {
    let explained = story.project.json(&["explain", &address(unit)]);
    explained["fingerprint"].as_str().unwrap().to_owned()
}

#[test]
fn a_fingerprint_bumped_by_hand_is_found_and_nothing_becomes_current_by_it() {
    let mut story = Story::translated();
    let before = fingerprint(&story, OPENED);
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    let path = ledger_path("es");
    let honest = story.project.read(&path);
    story.project.replace(&path, &format!("renders = \"{before}\""), &format!("renders = \"{}\"", fingerprint(&story, OPENED)));
    story.project.run(&["sync"]).exits(1).says("renders-moved").says(&path);
    assert_eq!(story.standing("es", OPENED).0, "stale");
    story.project.run(&["status"]).exits(1).says("renders-moved");
    // Restored, all is as before; the other way out is that a person looks and confirms.
    let forged = story.project.read(&path);
    story.project.write(&path, &honest);
    story.sync();
    assert_eq!(story.project.read(&path), honest);
    assert_eq!(story.standing("es", OPENED), ("stale".into(), Some("facts".into())));
    story.project.write(&path, &forged);
    story.project.run(&["confirm", "es", &address(OPENED)]).exits(0);
    story.project.run(&["sync"]).exits(0);
    assert_eq!(story.standing("es", OPENED).0, "current");
}

#[test]
fn a_new_translation_needs_no_trust_in_the_record_before() {
    let mut story = Story::translated();
    let before = fingerprint(&story, OPENED);
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    let path = ledger_path("es");
    story.project.replace(&path, &format!("renders = \"{before}\""), "renders = \"1:0123456789ab\"");
    story.translate("es", OPENED, &story.entry("es", OPENED).lines.join("\n").replace("400", "500"));
    story.project.run(&["sync"]).exits(0);
    assert_eq!(story.standing("es", OPENED).0, "current");
}

#[test]
fn a_ledger_without_marks_is_believed_once_in_silence() {
    let story = Story::translated();
    let path = ledger_path("ru");
    let marked = story.project.read(&path);
    assert!(marked.contains("\ntouch = "), "{marked}");
    let bare: String = marked.lines().filter(|line| !line.starts_with("touch = ")).map(|line| format!("{line}\n")).collect();
    story.project.write(&path, &bare);
    story.project.run(&["sync"]).exits(0);
    assert_eq!(story.project.read(&path), marked);
}

const LINKS: &str = "source-locale = \"en\"\ntarget-locales = [\"fr\"]\n\n[[articles]]\nroot = \"articles\"\n";

/// A project with an article of this paragraph and what follows it, translated.
fn linked(paragraph: &str, rest: &str) -> (TestProject, String) {
    let project = TestProject::new(LINKS);
    project.write("articles/a.md", format!("{paragraph}\n{rest}"));
    project.run(&["sync"]).exits(0);
    let catalog = project.read("locales/fr/a.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# [todo] ")?.strip_suffix(" =")).unwrap().to_owned();
    project.run(&["set", "fr", &format!("a#{id}"), "Un texte avec [un lien](https://example.org/plan)."]).exits(0);
    (project, id)
}

/// Edits the article and gives how the translation stands: freshness, and grade of the edit or the unit.
fn edited(project: &TestProject, paragraph: &str, rest: &str) -> (String, String) {
    project.write("articles/a.md", format!("{paragraph}\n{rest}"));
    let report = project.json(&["sync"]);
    let edit = report["articles"][0]["edits"][0]["grade"].as_str().unwrap_or_default().to_owned();
    let counts = &report["articles"][0]["locales"]["fr"]["counts"];
    let standing = if counts["current"] == 1 { "current" } else { "stale" };
    assert_eq!(project.run(&["sync", "--check"]).code, 0, "a second sync has nothing to do");
    (standing.to_owned(), edit)
}

#[test]
fn how_a_link_is_written_is_form_while_it_leads_to_one_target_with_one_text() {
    let definition = "\n[plan]: https://example.org/plan\n[pic]: pic.png\n";
    for (old, new) in [
        ("See [the plan](https://example.org/plan) of the town.", "See [the plan][plan] of the town."),
        ("See [the plan][plan] of the town.", "See [the plan](https://example.org/plan) of the town."),
        ("See [the plan](<https://example.org/plan>) of the town.", "See [the plan](https://example.org/plan) of the town."),
        ("See the [plan](https://example.org/plan) of the town.", "See the [plan] of the town."),
        (
            "See <https://example.org/plan> for the town.",
            "See [https://example.org/plan](https://example.org/plan) for the town.",
        ),
        ("See <https://example.org/plan> for the town.", "See https://example.org/plan for the town."),
        ("See https://example.org/plan or [it](https://e.org).", "See <https://example.org/plan> or [it](https://e.org)."),
        ("Write to <desk@example.org> or call us.", "Write to [desk@example.org](mailto:desk@example.org) or call us."),
        ("The ![map](pic.png) shows the town.", "The ![map][pic] shows the town."),
        ("The ![map][pic] shows the town.", "The ![map](pic.png) shows the town."),
    ] {
        let (project, id) = linked(old, definition);
        assert_eq!(edited(&project, new, definition), ("current".to_owned(), "format".to_owned()), "{old} → {new}");
        project.run(&["verdict", &format!("a#{id}"), "--impact", "minor"]).exits(0);
        assert_eq!(project.run(&["status", "--check"]).code, 1, "{new}: a verdict calls it back");
        assert_eq!(edited(&project, old, definition).0, "current", "{new} → {old}");
    }
}

#[test]
fn a_link_that_leads_elsewhere_or_nowhere_is_no_form() {
    let to = |target: &str| format!("\n[plan]: {target}\n");
    let old = "See [the plan](https://example.org/plan) of the town.";
    for (new, rest, grade) in [
        ("See [the plan][plan] of the town.", to("https://example.org/other"), "facts"),
        ("See [the plan][plan] of the town.", String::new(), "facts"),
        ("See [the map][plan] of the town.", to("https://example.org/plan"), "wording"),
        ("See [the plan](https://example.org/plan \"A sheet of paper\") of the town.", String::new(), "wording"),
        ("See [the plan][plan] of the town.", to("https://example.org/plan \"Not for you\""), "facts"),
    ] {
        let (project, _) = linked(old, "");
        assert_eq!(edited(&project, new, &rest), ("stale".to_owned(), grade.to_owned()), "{new}{rest}");
    }
}

#[test]
fn a_definition_that_changes_later_reaches_translations_that_have_the_target_written_out() {
    let (project, _) = linked("See [the plan](https://example.org/plan) of the town.", "");
    let new = "See [the plan][plan] of the town.";
    assert_eq!(edited(&project, new, "\n[plan]: https://example.org/plan\n").0, "current");
    assert_eq!(edited(&project, new, "\n[plan]: https://example.org/other\n").0, "stale");
    assert_eq!(edited(&project, new, "\n[plan]: https://example.org/plan\n").0, "current");
}

#[test]
fn a_term_of_the_glossary_is_a_fact_whether_or_not_it_has_capitals() {
    let project = TestProject::new(LINKS);
    project.write("glossary/en.ftl", "-ferry-levy = ferry levy\n    .also = crossing duty\n-harbour = harbour\n");
    let old = "The council wants the ferry levy to be paid by everybody who lives near the harbour, says the mayor.";
    project.write("articles/a.md", format!("{old}\n"));
    project.run(&["sync"]).exits(0);
    let unit = project.json(&["explain", "a"])["units"][0]["unit"].as_str().unwrap().to_owned();
    project.run(&["set", "fr", &format!("a#{unit}"), "Le conseil veut que tous paient la taxe."]).exits(0);
    for (from, to, grade, fact) in [
        ("the ferry levy", "the sewage tax", "facts", "ferry levy"),
        ("near the harbour", "near the market", "facts", "-harbour"),
        ("the mayor", "the mayor of the harbour", "facts", "+harbour"),
        ("the ferry levy", "the crossing duty", "wording", ""),
        ("the ferry levy", "the ferry levies", "wording", ""),
        ("says the mayor", "says the teacher", "wording", ""),
    ] {
        project.write("articles/a.md", format!("{}\n", old.replace(from, to)));
        project.run(&["diff", "a"]).says(&format!(" · {grade} · ")).says(fact);
    }
    project.remove("glossary/en.ftl");
    project.write("articles/a.md", format!("{}\n", old.replace("near the harbour", "near the market")));
    project.run(&["diff", "a"]).says(" · wording · ");
}

#[test]
fn two_fields_with_one_text_keep_their_translations_when_they_change_places() {
    let project = TestProject::new(
        "source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"articles\"\n\
         front-matter = [\"title\", \"description\", \"summary\"]\n",
    );
    let article = |first: &str, second: &str| {
        let text = "The border is open again";
        format!("---\ntitle: Border\n{first}: {text}\n{second}: {text}\n---\n\nThe first trucks have crossed.\n")
    };
    project.write("articles/a.md", article("description", "summary"));
    project.run(&["sync"]).exits(0);
    let mut texts = ["Frontera", "La descripción", "El resumen", "Han cruzado los primeros camiones."].into_iter();
    let catalog = project.read("locales/es/a.ftl");
    let filled = catalog.lines().map(|line| match line.strip_prefix("# [todo] ") {
        Some(entry) => format!("{entry} {}\n", texts.next().expect("four units")),
        None => format!("{line}\n"),
    });
    let filled: String = filled.collect();
    project.write("locales/es/a.ftl", filled);
    project.run(&["sync"]).exits(0);
    project.write("articles/a.md", article("summary", "description"));
    for again in [false, true] {
        if again {
            project.run(&["sync"]).exits(0);
        }
        project.run(&["publish", "--to", "markdown"]).exits(0);
        let published = project.read("public/markdown/es/a.md");
        assert!(published.contains("description: La descripción\n"), "synced: {again}: {published}");
        assert!(published.contains("summary: El resumen\n"), "synced: {again}: {published}");
    }
}
