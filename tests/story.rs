//! The life of one article through the real binary: everything its author and its translators do to it, and after every step
//! what the tool says held against what the test itself knows (`support/story.rs`).

mod support;

use support::story::{
    ARTICLE, ARTICLE_PATH, BUILT, BUSES, CARS, H_NEXT, LIGHTS, LOCALES, MAYOR, OPENED, QUOTE, Story, TITLE, TRANSLATIONS, TREES,
    catalog_path, edits, ledger_path, recorded,
};

/// `unit` as the command line wants it.
fn address(unit: &str) -> String {
    format!("{ARTICLE}#{unit}")
}

/// The translation of a unit as it was first written.
fn first(locale: &str, unit: &str) -> &'static str {
    let texts = TRANSLATIONS.iter().find(|(id, _)| *id == unit).unwrap().1;
    texts[LOCALES.iter().position(|own| *own == locale).unwrap()]
}

fn edit_of(unit: &str, change: &str, grade: Option<&str>) -> (String, String, Option<String>) {
    (unit.to_owned(), change.to_owned(), grade.map(str::to_owned))
}

#[test]
fn an_article_and_its_translations_through_everything_that_happens_to_them() {
    let mut story = units_are_born_named_and_translated();
    a_typo_is_corrected(&mut story);
    a_number_changes(&mut story);
    a_sentence_is_added(&mut story);
    a_paragraph_is_split(&mut story);
    two_paragraphs_are_swapped(&mut story);
    a_paragraph_is_deleted_and_brought_back(&mut story);
    a_text_is_reverted(&mut story);
    a_translation_is_restored_from_an_older_commit(&mut story);
    a_catalog_is_saved_from_a_stale_buffer(&mut story);
    a_target_ledger_is_damaged_in_one_table(&mut story);
    a_target_ledger_is_deleted(&mut story);
    the_source_ledger_is_deleted(&mut story);
}

fn units_are_born_named_and_translated() -> Story {
    let mut story = Story::begun();
    let ids: Vec<&str> = TRANSLATIONS.iter().map(|(id, _)| *id).collect();
    assert_eq!(story.units(), ids);
    story.check(&[]);
    assert_eq!(story.project.run(&["status", "--check"]).code, 1);

    for (unit, texts) in TRANSLATIONS {
        for (locale, text) in LOCALES.iter().zip(texts) {
            story.translate(locale, unit, text);
        }
    }
    let report = story.sync_with(&["--by", "A. Name", "--origin", "human"]);
    for locale in LOCALES {
        assert_eq!(recorded(&report, locale), (0, 14, 0, 0), "every text stood under its source notes");
        assert_eq!(story.explain(locale, OPENED)["translator"], "A. Name");
        assert_eq!(story.explain(locale, OPENED)["state"], "translated");
    }
    story.check(&[]);
    assert_eq!(story.project.run(&["status", "--check"]).code, 0);
    story.project.commit("translated");
    story
}

fn a_typo_is_corrected(story: &mut Story) {
    story.edit("Shopkeepers have asked for benches", "Shopkeepers have asked for bences");
    let report = story.sync();
    assert_eq!(edits(&report), [edit_of(TREES, "edited", Some("typo"))]);
    story.stands_everywhere(TREES, "stale", Some("typo"));
    assert_eq!(story.entry("es", TREES).notes("stale"), ["typo · segment 2 of 3"]);
    assert_eq!(story.entry("es", TREES).notes("was"), ["Shopkeepers have asked for benches under them."]);
    story.check(&[]);

    story.project.run(&["confirm", "es", &address(TREES)]).exits(0);
    story.holds("es", TREES);
    story.edit("bences", "benches");
    story.sync();
    // es was confirmed for the misspelt text and is graded against it; the others render today's text again.
    assert_eq!(story.standing("es", TREES), ("stale".into(), Some("typo".into())));
    assert_eq!(story.standing("ru", TREES), ("current".into(), None));
    story.project.run(&["confirm", "es", &address(TREES)]).exits(0);
    story.holds("es", TREES);
    story.check(&[]);
}

fn a_number_changes(story: &mut Story) {
    story.edit("Around 400 people", "Around 4,000 people");
    let report = story.sync();
    assert_eq!(edits(&report), [edit_of(OPENED, "edited", Some("facts"))]);
    story.stands_everywhere(OPENED, "stale", Some("facts"));
    assert_eq!(story.entry("ps", OPENED).notes("stale"), ["facts · segment 2 of 2"]);
    assert_eq!(story.entry("ps", OPENED).notes("was"), ["Around 400 people walked across it in the first hour."]);
    story.check(&[]);
    let diff = story.project.run(&["diff", &address(OPENED)]).exits(0);
    diff.says("Around [-400-]{+4,000+} people");

    let new = first("ps", OPENED).replace("۴۰۰", "۴۰۰۰");
    story.translate("ps", OPENED, &new);
    let report = story.sync();
    assert_eq!(recorded(&report, "ps"), (0, 1, 0, 0));
    assert_eq!(story.standing("ps", OPENED).0, "current");
    assert_eq!(story.standing("es", OPENED).0, "stale");
    story.check(&[]);
    story.project.commit("4,000");
}

fn a_sentence_is_added(story: &mut Story) {
    story.edit("- Cars stay out until autumn.", "- Cars stay out until autumn. Taxis may cross at night.");
    story.sync();
    assert_eq!(story.entry("ru", CARS).notes("source"), ["Cars stay out until autumn.", "Taxis may cross at night."]);
    assert!(story.entry("ru", CARS).notes("stale")[0].ends_with("segment 2 of 2"), "{:?}", story.entry("ru", CARS));
    assert!(story.entry("ru", CARS).notes("was").is_empty(), "nothing was there before");
    story.check(&[]);
    story.translate("ru", CARS, "Машины не пустят до осени.\nТакси могут проезжать ночью.");
    story.sync();
    assert_eq!(story.standing("ru", CARS).0, "current");
    story.check(&[]);
}

fn a_paragraph_is_split(story: &mut Story) {
    let before = story.units();
    story.edit("along the road. Shopkeepers", "along the road.\n\nShopkeepers");
    let report = story.sync();
    let after = story.units();
    let born: Vec<&String> = after.iter().filter(|id| !before.contains(id)).collect();
    assert_eq!(born.len(), 1, "{after:?}");
    assert!(before.iter().all(|id| after.contains(id)), "all old ids live on");
    assert!(edits(&report).contains(&edit_of(born[0], "born", None)));
    let explained = story.project.json(&["explain", &address(born[0])]);
    let heir = explained["lineage"][0].as_str().unwrap_or_default().to_owned();
    let explained = story.project.json(&["explain", &address(TREES)]);
    let lineage = format!("{heir}{}", explained["lineage"]);
    assert!(lineage.contains("split-from"), "the split is written down: {lineage}");
    story.check(&[]);
    story.edit("along the road.\n\nShopkeepers", "along the road. Shopkeepers");
    story.sync();
    // The old text is back, and with it the translations that were made from it.
    assert_eq!(story.units(), before);
    story.stands_everywhere(TREES, "current", None);
    story.check(&[]);
}

fn two_paragraphs_are_swapped(story: &mut Story) {
    let article = story.project.read(ARTICLE_PATH);
    let at = |start: &str| article.find(start).unwrap();
    let (lights, trees) = (at("Run `lights"), at("The quarter wants"));
    let (first, second) = (article[lights..trees].trim_end(), article[trees..].trim_end());
    let catalogs: Vec<String> = LOCALES.iter().map(|locale| story.project.read(&catalog_path(locale))).collect();
    story.project.write(ARTICLE_PATH, format!("{}{second}\n\n{first}\n", &article[..lights]));
    let report = story.sync();
    let mut ids: Vec<&str> = TRANSLATIONS.iter().map(|(id, _)| *id).collect();
    ids.swap(12, 13);
    assert_eq!(story.units(), ids);
    assert!(edits(&report).iter().all(|(_, change, _)| change == "moved"), "{report}");
    for (locale, before) in LOCALES.iter().zip(catalogs) {
        assert_eq!(story.project.read(&catalog_path(locale)), before, "existing messages are never moved");
    }
    story.check(&[]);
}

fn a_paragraph_is_deleted_and_brought_back(story: &mut Story) {
    let comment = "# What is meant by “good”? Asked the mayor's office on the phone.\n#\n#    They laughed.\n";
    let path = catalog_path("es");
    story.project.replace(&path, &format!("{MAYOR} ="), &format!("{comment}{MAYOR} ="));
    story.sync();
    let entries: Vec<String> = LOCALES.iter().map(|locale| story.entry(locale, MAYOR).bytes).collect();
    let catalogs: Vec<String> = LOCALES.iter().map(|locale| story.project.read(&catalog_path(locale))).collect();
    let paragraph = "The mayor called the day <em class=\"x\">a good one</em> for the quarter.\n\n";

    story.edit(paragraph, "");
    let report = story.sync();
    assert_eq!(edits(&report), [edit_of(MAYOR, "gone", None)]);
    assert!(!story.units().contains(&MAYOR.to_owned()));
    for (locale, entry) in LOCALES.iter().zip(&entries) {
        assert_eq!(story.waiting(locale, MAYOR).unwrap().trim_end(), entry, "the whole entry waits in the ledger");
        assert!(!story.project.read(&catalog_path(locale)).contains(MAYOR));
    }
    story.check(&[]);

    story.edit("- Cars stay out", &format!("{paragraph}- Cars stay out"));
    let report = story.sync();
    assert_eq!(edits(&report), [edit_of(MAYOR, "returned", None)]);
    for ((locale, entry), catalog) in LOCALES.iter().zip(&entries).zip(&catalogs) {
        assert_eq!(story.entry(locale, MAYOR).bytes, *entry, "people's comments come back byte for byte");
        assert_eq!(story.project.read(&catalog_path(locale)), *catalog, "and at their place");
        assert_eq!(story.waiting(locale, MAYOR), None);
        assert_eq!(recorded(&report, locale), (0, 0, 0, 0), "nothing about it is new");
    }
    story.stands_everywhere(MAYOR, "current", None);
    story.check(&[]);
}

fn a_text_is_reverted(story: &mut Story) {
    story.edit("Around 4,000 people", "Around 400 people");
    story.sync();
    // es and ru never followed to 4,000 and are right again; ps did and is behind now.
    assert_eq!(story.standing("es", OPENED), ("current".into(), None));
    assert_eq!(story.standing("ru", OPENED), ("current".into(), None));
    assert_eq!(story.standing("ps", OPENED), ("stale".into(), Some("facts".into())));
    story.check(&[]);
}

fn a_translation_is_restored_from_an_older_commit(story: &mut Story) {
    let first_commit = story.project.git(&["rev-list", "--max-parents=0", "HEAD"]);
    story.project.git(&["checkout", first_commit.trim(), "--", &catalog_path("ps")]);
    story.stands("ps", OPENED, Some(first("ps", OPENED)));
    let report = story.sync();
    assert_eq!(recorded(&report, "ps"), (1, 0, 0, 0), "the ledger has seen this text and knows what it rendered");
    assert_eq!(story.standing("ps", OPENED), ("current".into(), None));
    story.check(&[]);

    // The other way round: the file that renders 4,000 comes back, and is not taken for a translation of 400.
    let second_commit = story.project.git(&["rev-parse", "HEAD"]);
    story.project.git(&["checkout", second_commit.trim(), "--", &catalog_path("ps")]);
    story.stands("ps", OPENED, Some(&first("ps", OPENED).replace("۴۰۰", "۴۰۰۰")));
    let report = story.sync();
    assert_eq!(recorded(&report, "ps"), (1, 0, 0, 0));
    assert_eq!(story.standing("ps", OPENED), ("stale".into(), Some("facts".into())));
    story.check(&[]);
}

fn a_catalog_is_saved_from_a_stale_buffer(story: &mut Story) {
    // The translator's editor has the file open …
    let path = catalog_path("ru");
    let buffer = story.project.read(&path);
    // … the author edits two texts, and somebody syncs …
    story.edit("a baker on the left bank", "a baker on the right bank");
    story.edit("Buses return on 12 June.", "Buses return on 14 June.");
    story.sync();
    story.check(&[]);
    // … and the translator saves the buffer, with a new translation of one text that was never seen before.
    let new = first("ru", QUOTE).replace("с левого берега", "с этого берега");
    let saved = buffer.replace(first("ru", QUOTE), &new);
    assert_ne!(saved, buffer);
    story.project.write(&path, saved);
    let old_source = "\"We waited long enough,\" said Gul Agha, a baker on the left bank.";
    story.made_from("ru", QUOTE, &new, old_source);
    story.stands("ru", QUOTE, Some(&new));
    let report = story.sync();
    assert_eq!(recorded(&report, "ru"), (0, 1, 0, 0), "its notes say what the translator saw");
    assert_eq!(report["articles"][0]["locales"]["ru"]["current_by_catalog"], 0);
    assert_eq!(story.standing("ru", QUOTE).0, "stale");
    assert_eq!(story.standing("ru", BUSES).0, "stale");
    story.check(&[]);
    // Now with today's source in view.
    story.translate("ru", QUOTE, &new.replace("с этого берега", "с правого берега"));
    story.translate("ru", BUSES, "Автобусы вернутся 14 июня.");
    let report = story.sync();
    assert_eq!(recorded(&report, "ru"), (0, 2, 0, 0));
    assert_eq!(story.standing("ru", QUOTE).0, "current");
    story.check(&[]);
}

fn a_target_ledger_is_damaged_in_one_table(story: &mut Story) {
    let path = ledger_path("ru");
    let ledger = story.project.read(&path);
    let at = ledger.find(&format!("[{OPENED}]\n")).unwrap();
    let damaged = format!("{}{}", &ledger[..at], ledger[at..].replacen("renders = \"1:", "renders = 1:", 1));
    story.project.write(&path, &damaged);
    let run = story.project.run(&["sync"]).exits(1).says("damaged-table");
    assert!(run.stderr.contains(&format!("{path}:")), "{run:?}");
    assert_eq!(story.project.read(&path), damaged, "the damaged table is kept, byte for byte");
    story.check(&[("ru", OPENED, "stale")]);
    assert_eq!(story.standing("ru", OPENED), ("stale".into(), Some("rewrite".into())));
    assert!(story.entry("ru", OPENED).notes("stale")[0].contains("nobody recorded"));

    let confirmed = story.project.run(&["confirm", "ru", &address(OPENED)]);
    assert!(confirmed.code < 2, "{confirmed:?}");
    story.holds("ru", OPENED);
    story.project.run(&["sync"]).exits(0);
    story.check(&[]);
}

fn a_target_ledger_is_deleted(story: &mut Story) {
    story.project.commit("before the ledger is lost");
    story.project.remove(&ledger_path("ps"));
    let report = story.sync();
    assert_eq!(recorded(&report, "ps"), (0, 0, 0, 14), "a text without ledger entry has no known base");
    let unknown: Vec<(&str, &str, &str)> = TRANSLATIONS.iter().map(|(unit, _)| ("ps", *unit, "stale")).collect();
    story.check(&unknown);
    // The ledger comes back from git: as if nothing had happened.
    story.project.git(&["checkout", "HEAD", "--", &ledger_path("ps")]);
    story.sync();
    story.check(&[]);
    // Or a person confirms, knowing what is what.
    story.project.remove(&ledger_path("ps"));
    story.sync();
    for unit in [TITLE, H_NEXT, LIGHTS] {
        story.project.run(&["confirm", "ps", &address(unit)]).exits(0);
    }
    let unknown: Vec<_> = unknown.into_iter().filter(|(_, unit, _)| ![TITLE, H_NEXT, LIGHTS].contains(unit)).collect();
    story.check(&unknown);
    story.project.git(&["checkout", "HEAD", "--", &ledger_path("ps"), &catalog_path("ps")]);
    story.sync();
    story.check(&[]);
}

fn the_source_ledger_is_deleted(story: &mut Story) {
    let ids = story.units();
    story.project.remove(&ledger_path("en"));
    story.sync();
    assert_eq!(story.units(), ids, "the source catalog still names every unit");
    story.check(&[]);
    // What stale translations render is forgotten, so their base is unknown; they do not become current.
    assert_eq!(story.standing("ps", OPENED), ("stale".into(), Some("rewrite".into())));
    story.project.git(&["checkout", "HEAD", "--", &ledger_path("en")]);
    story.sync();
    story.check(&[]);
    assert_eq!(story.standing("ps", OPENED), ("stale".into(), Some("facts".into())));
}

// Files that come and go

#[test]
fn a_lost_source_catalog_is_written_anew_under_the_same_names() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    let files = story.project.snapshot();
    let catalog = story.project.read(&catalog_path("en"));
    story.project.remove(&catalog_path("en"));
    story.sync();
    assert_eq!(story.project.read(&catalog_path("en")), catalog);
    story.project.assert_is(&files, "after the source catalog was lost");
    story.check(&[]);
}

#[test]
fn without_source_catalog_and_ledger_unedited_texts_are_found_by_their_names_again() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.project.commit("before");
    let entries: Vec<String> = LOCALES.iter().map(|locale| story.entry(locale, OPENED).bytes).collect();
    story.project.remove(&catalog_path("en"));
    story.project.remove(&ledger_path("en"));
    let run = story.project.run(&["sync"]).exits(1).says("unknown-unit");
    assert!(run.stderr.contains(OPENED), "{run:?}");
    // The edited unit is born again under another name; its old entries are left alone and said to belong to nothing.
    assert!(!story.units().contains(&OPENED.to_owned()));
    for (locale, entry) in LOCALES.iter().zip(entries) {
        assert_eq!(story.entry(locale, OPENED).bytes, entry);
    }
    story.check(&[]);
    story.project.git(&["checkout", "HEAD", "--", "locales"]);
    story.sync();
    story.stands_everywhere(OPENED, "stale", Some("facts"));
    story.check(&[]);
}

#[test]
fn a_catalog_emptied_for_a_moment_is_whole_again_when_it_is_saved() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    let (catalog, ledger) = (story.project.read(&catalog_path("es")), story.project.read(&ledger_path("es")));
    for gone in [true, false] {
        if gone {
            story.project.remove(&catalog_path("es"));
        } else {
            story.project.write(&catalog_path("es"), "");
        }
        story.project.json(&["sync"]);
        assert_eq!(story.standing("es", TITLE).0, "missing");
        story.project.write(&catalog_path("es"), &catalog);
        let report = story.sync();
        assert_eq!(recorded(&report, "es"), (14, 0, 0, 0), "every text had been seen before");
        assert_eq!(story.project.read(&catalog_path("es")), catalog);
        assert_eq!(story.project.read(&ledger_path("es")).matches("renders = ").count(), ledger.matches("renders = ").count());
        story.check(&[]);
    }
}

#[test]
fn a_stale_buffer_is_known_by_the_contents_of_its_placeables_too() {
    let mut story = Story::translated();
    let buffer = story.project.read(&catalog_path("es"));
    let old_source = story.today(MAYOR);
    story.edit("<em class=\"x\">", "<em class=\"y\">");
    story.sync();
    assert_ne!(story.today(MAYOR), old_source);
    story.check(&[]);
    let new = first("es", MAYOR).replace("El alcalde", "El señor alcalde");
    story.project.write(&catalog_path("es"), buffer.replace(first("es", MAYOR), &new));
    story.made_from("es", MAYOR, &new, &old_source);
    story.stands("es", MAYOR, Some(&new));
    story.sync();
    story.check(&[]);
}

#[test]
fn a_translation_is_published_with_the_placeables_of_the_text_it_renders() {
    let mut story = Story::translated();
    story.project.write("tarjuman.toml", format!("{}\n[publish]\nstale = \"rewrite\"\n", support::CONFIG));
    story.edit("`lights --on {all}`", "`lights --off {all}`");
    story.sync();
    story.stands_everywhere(LIGHTS, "stale", Some("facts"));
    story.project.run(&["publish", "--to", "markdown"]).exits(0).says("carries 1 text whose source has changed");
    assert!(story.project.read("public/markdown/ru/bridge.md").contains("Запустите `lights --on {all}`, чтобы"));
    story.project.run(&["confirm", "ru", &address(LIGHTS)]).exits(0);
    story.holds("ru", LIGHTS);
    story.project.run(&["publish", "--to", "markdown", "--locale", "ru"]).exits(0);
    assert!(story.project.read("public/markdown/ru/bridge.md").contains("Запустите `lights --off {all}`, чтобы"));
    story.check(&[]);
}

#[test]
fn a_title_and_a_cell_are_edited_and_published_in_their_places() {
    let mut story = Story::translated();
    story.edit("title: The bridge over the Kabul River reopens", "title: 'Kabul: the bridge''s back'");
    story.edit("| 1961 | The bridge is built. |", "| 1961 | The bridge \\| is built. |");
    story.sync();
    story.check(&[]);
    assert_eq!(story.entry("es", TITLE).notes("source"), ["Kabul: the bridge's back"]);
    story.translate("es", TITLE, "Kabul: «el puente» # ha vuelto");
    story.translate("es", BUILT, "El puente | se construye");
    story.sync();
    story.project.run(&["publish", "--to", "markdown", "--locale", "es,en"]).exits(0);
    let shown = story.project.read("public/markdown/es/bridge.md");
    assert!(shown.contains("| 1961 | El puente \\| se construye |"), "{shown}");
    assert!(shown.lines().nth(1).unwrap().contains("Kabul: «el puente» # ha vuelto"), "{shown}");
    assert!(!shown.lines().nth(1).unwrap().starts_with("title: Kabul: "), "not YAML any more: {shown}");
    assert_eq!(story.project.read("public/markdown/en/bridge.md"), story.project.read(ARTICLE_PATH));
    story.check(&[]);
}

// Notes

#[test]
fn deleted_notes_come_back_and_nothing_is_lost() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    let before = story.project.snapshot();
    for locale in LOCALES {
        let path = catalog_path(locale);
        let text = story.project.read(&path);
        let bare: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
        story.project.write(&path, format!("{}\n", bare.join("\n")));
    }
    let report = story.sync();
    assert_eq!(recorded(&report, "es"), (0, 0, 0, 0));
    story.project.assert_is(&before, "");
    story.check(&[]);
}

#[test]
fn without_notes_a_translation_renders_the_source_catalog() {
    let mut story = Story::begun();
    story.project.replace("tarjuman.toml", "source-locale", "notes = false\nsource-locale");
    story.notes = false;
    story.sync();
    story.check(&[]);
    for (unit, texts) in TRANSLATIONS {
        story.translate("es", unit, texts[0]);
    }
    let report = story.sync();
    assert_eq!(recorded(&report, "es"), (0, 0, 14, 0));
    story.check(&[]);

    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.check(&[]);
    assert_eq!(story.standing("es", OPENED), ("stale".into(), Some("facts".into())));
    assert_eq!(story.entry("es", OPENED).indent, 8, "git must see that a body is stale, notes or not");
    story.translate("es", OPENED, &first("es", OPENED).replace("400", "500"));
    let report = story.sync();
    assert_eq!(recorded(&report, "es"), (0, 0, 1, 0));
    assert_eq!(report["articles"][0]["locales"]["es"]["current_by_catalog"], 1, "current by the source catalog alone: said");
    story.check(&[]);
}

#[test]
fn a_translator_who_works_before_the_sync_renders_what_stood_in_the_files() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.translate("es", OPENED, &first("es", OPENED).replace("unas", "cerca de"));
    let report = story.sync();
    assert_eq!(recorded(&report, "es"), (0, 1, 0, 0));
    assert_eq!(story.standing("es", OPENED), ("stale".into(), Some("facts".into())));
    story.check(&[]);
}

#[test]
fn notes_deleted_before_an_edit_is_synced_leave_the_catalog_on_disk_as_witness() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    let path = catalog_path("es");
    story.translate("es", OPENED, &first("es", OPENED).replace("unas", "cerca de"));
    let bare: Vec<String> = story.project.read(&path).lines().filter(|line| !line.starts_with("# ")).map(str::to_owned).collect();
    story.project.write(&path, bare.join("\n"));
    let report = story.sync();
    assert_eq!(recorded(&report, "es"), (0, 0, 1, 0));
    assert_eq!(story.standing("es", OPENED), ("stale".into(), Some("facts".into())));
    story.check(&[]);
}

// What the author says of an edit

#[test]
fn a_verdict_overrules_the_words() {
    for (impact, expected) in [("minor", Some("typo")), ("major", Some("facts")), ("correction", Some("facts")), ("none", None)] {
        let mut story = Story::translated();
        story.edit("Buses return on 12 June.", "Buses are back on 12 June.");
        story.sync();
        story.check(&[]);
        story.project.run(&["verdict", &address(BUSES), "--impact", impact]).exits(0);
        if impact == "none" {
            LOCALES.iter().for_each(|locale| story.holds(locale, BUSES));
        }
        story.stands_everywhere(BUSES, if expected.is_some() { "stale" } else { "current" }, expected);
        let correction = story.explain("es", BUSES)["correction"].as_bool().unwrap();
        assert_eq!(correction, impact == "correction");
        assert_eq!(story.project.run(&["sync", "--check"]).code, 0, "a verdict leaves nothing to sync");
        story.check(&[]);
    }
}

#[test]
fn a_verdict_of_none_is_no_verdict_on_the_edit_before() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.edit("Around 500 people walked", "Around 500 people strolled");
    story.sync();
    story.project.run(&["verdict", &address(OPENED), "--impact", "none"]).exits(0);
    // The translations render 400: two edits behind, and only the second one means nothing.
    story.stands_everywhere(OPENED, "stale", Some("facts"));
    story.check(&[]);
    // es follows to 500; then the author takes the word back and forth without consequence.
    story.translate("es", OPENED, &first("es", OPENED).replace("400", "500"));
    story.sync();
    story.holds("es", OPENED);
    story.edit("Around 500 people strolled", "Around 500 people walked");
    story.sync();
    story.holds("es", OPENED);
    assert_eq!(story.standing("es", OPENED).0, "current", "the two texts are equivalent in both directions");
    assert_eq!(story.standing("ru", OPENED), ("stale".into(), Some("facts".into())));
    story.check(&[]);
}

#[test]
fn a_unit_two_edits_behind_is_graded_from_the_last_equivalent_text() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.project.run(&["verdict", &address(OPENED), "--impact", "none"]).exits(0);
    LOCALES.iter().for_each(|locale| story.holds(locale, OPENED));
    story.check(&[]);
    story.edit("across it in the first hour", "across it in the frist hour");
    story.sync();
    story.stands_everywhere(OPENED, "stale", Some("typo"));
    assert_eq!(story.entry("es", OPENED).notes("was"), ["Around 500 people walked across it in the first hour."]);
    story.check(&[]);
}

#[test]
fn a_correction_stays_one_however_many_edits_follow() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.project.run(&["verdict", &address(OPENED), "--impact", "correction"]).exits(0);
    story.edit("across it in the first hour", "across it in the frist hour");
    story.sync();
    for locale in LOCALES {
        assert_eq!(story.explain(locale, OPENED)["correction"], true);
        assert!(story.entry(locale, OPENED).notes("stale")[0].starts_with("facts · correction"));
    }
}

#[test]
fn a_verdict_on_a_text_that_was_never_edited_is_refused() {
    let story = Story::translated();
    let before = story.project.snapshot();
    story.project.run(&["verdict", &address(OPENED), "--impact", "none"]).exits(2).says("never edited");
    story.project.assert_is(&before, "");
}

// Reviews

#[test]
fn a_sign_off_lapses_with_the_source_the_translation_and_the_glossary() {
    let mut story = Story::translated();
    story.project.run(&["confirm", "es", ARTICLE, "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    let state = |story: &Story, unit: &str| story.explain("es", unit)["state"].as_str().unwrap().to_owned();
    assert_eq!(state(&story, OPENED), "reviewed");
    assert_eq!(story.explain("es", OPENED)["reviewer"], "B. Name");
    story.check(&[]);

    // The translation changes.
    story.translate("es", BUILT, "Construyen el puente.");
    story.sync();
    assert_eq!(state(&story, BUILT), "translated");
    // The source changes: stale, and no longer signed even when it is confirmed.
    story.edit("Around 400 people", "Around 500 people");
    story.sync();
    story.project.run(&["confirm", "es", &address(OPENED)]).exits(0);
    story.holds("es", OPENED);
    assert_eq!(story.standing("es", OPENED).0, "current");
    assert_eq!(state(&story, OPENED), "translated");
    story.check(&[]);
    // The glossary changes under a text that refers to it.
    story.project.write("glossary/es.ftl", "-river = río Kabul\n");
    story.translate("es", TITLE, "Reabre el puente sobre el { -river }");
    story.sync();
    story.project.run(&["confirm", "es", &address(TITLE), "--state", "final"]).exits(0);
    assert_eq!(state(&story, TITLE), "final");
    story.project.write("glossary/es.ftl", "-river = río Cabul\n");
    story.sync();
    assert_eq!(state(&story, TITLE), "translated");
    assert_eq!(story.explain("es", TITLE)["reopened"], true);
    let review = story.project.json(&["todo", "es", "--needs", "review"]);
    let why = |unit: &str| {
        let items = review["items"].as_array().unwrap().iter();
        items.filter(|item| item["unit"] == unit).map(|item| item["why"].as_str().unwrap().to_owned()).next()
    };
    assert_eq!(why(TITLE).as_deref(), Some("reopened"));
    assert_eq!(why(OPENED).as_deref(), Some("review"));
    assert_eq!(why(QUOTE), None);
    story.check(&[]);
    // The glossary comes back: the signature holds again.
    story.project.write("glossary/es.ftl", "-river = río Kabul\n");
    story.sync();
    assert_eq!(state(&story, TITLE), "final");
}

#[test]
fn a_rejected_text_waits_for_another_one() {
    let mut story = Story::translated();
    let reject = ["reject", "ru", &address(QUOTE), "--why", "the baker is a woman", "--by", "B. Name"];
    story.project.run(&reject).exits(0);
    assert_eq!(story.entry("ru", QUOTE).notes("stale"), ["rejected · the baker is a woman"]);
    assert_eq!(story.explain("ru", QUOTE)["state"], "initial");
    story.check(&[]);
    story.project.run(&["publish", "--to", "markdown", "--locale", "ru"]).exits(1).says("it was rejected: the baker is a woman");
    story.translate("ru", QUOTE, "«Мы ждали достаточно долго», — сказала Гуль Ага, пекарь с левого берега.");
    story.sync();
    assert!(story.entry("ru", QUOTE).notes("stale").is_empty());
    assert_eq!(story.explain("ru", QUOTE)["state"], "translated");
    story.check(&[]);
    story.project.run(&["publish", "--to", "markdown", "--locale", "ru"]).exits(0);
}

#[test]
fn nothing_is_confirmed_that_the_person_could_not_see() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    let before = story.project.snapshot();
    story.project.run(&["confirm", "es", &address(OPENED)]).exits(2).says("tarjuman sync");
    story.project.assert_is(&before, "");
    story.sync();
    story.check(&[]);
    story.project.run(&["confirm", "es", &address(OPENED)]).exits(0);
    story.holds("es", OPENED);
    story.check(&[]);
}

#[test]
fn what_is_set_renders_the_source_that_was_there_to_see() {
    let mut story = Story::translated();
    story.edit("Around 400 people", "Around 500 people");
    let new = first("es", OPENED).replace("unas", "cerca de");
    let old_source = story.today(OPENED);
    story.project.run(&["set", "es", &address(OPENED), &new, "--by", "A. Name"]).exits(0);
    story.made_from("es", OPENED, &new, &old_source);
    story.stands("es", OPENED, Some(&new));
    story.sync();
    assert_eq!(story.standing("es", OPENED).0, "stale", "the edit had not been synced");
    story.check(&[]);
    let new = new.replace("400", "500");
    story.project.run_with(&["set", "es", &address(OPENED), "-"], &new).exits(0);
    let today = story.today(OPENED);
    story.made_from("es", OPENED, &new, &today);
    story.stands("es", OPENED, Some(&new));
    assert_eq!(story.standing("es", OPENED).0, "current");
    assert_eq!(story.explain("es", OPENED)["origin"], "human");
    story.check(&[]);
}

// Questions

#[test]
fn a_question_reaches_the_author_and_the_answer_every_translator() {
    let mut story = Story::translated();
    story.project.replace(&catalog_path("ps"), &format!("{QUOTE} ="), &format!("# [question] Is Gul Agha a man?\n{QUOTE} ="));
    story.sync();
    story.project.run(&["status"]).exits(0).says(&format!("question {} (ps): Is Gul Agha a man?", address(QUOTE)));
    story.edit("> \"We waited", "<!-- tarjuman: answer Gul Agha is a man. -->\n\n> \"We waited");
    story.sync();
    for locale in LOCALES {
        assert_eq!(story.entry(locale, QUOTE).notes("answer"), ["Gul Agha is a man."]);
    }
    assert!(story.project.read(&catalog_path("ps")).contains("# [question] Is Gul Agha a man?\n"));
    let status = story.project.json(&["status"]);
    assert_eq!(status["questions"][0]["answered"], true);
    story.check(&[]);
    story.project.replace(&catalog_path("ps"), "# [question] Is Gul Agha a man?\n", "");
    story.edit("<!-- tarjuman: answer Gul Agha is a man. -->\n\n", "");
    story.sync();
    for locale in LOCALES {
        assert!(story.entry(locale, QUOTE).notes("answer").is_empty());
    }
    story.check(&[]);
}
