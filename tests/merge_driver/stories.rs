//! Rebase, cherry-pick, stash, and merges written out by hand.

use std::collections::BTreeSet;
use std::fs;

use tarjuman::model::Freshness;
use tarjuman::workflow::article::{ArticlePlan, Translated};

use super::conflict;
use super::judge::{self, Truth};
use super::repository::{ARTICLE, Repository, Said};
use super::translator::Sheet;

const LOCALE: &str = "es";
const TITLE: usize = 0;
const UNIT: usize = 2;
const LAST: usize = 3;

const TEXTS: [&str; 4] =
    ["A flood in the valley", "It rained all week.", "The river rose by two metres. Nobody was hurt.", "The bridge is closed."];
const NEW: &str = "The river rose by three metres. Nobody was hurt.";

/// An article, synced and translated, in a repository with the driver.
struct Desk {
    repository: Repository,
    texts: Vec<String>,
    truth: Truth,
}

impl Desk {
    fn new(notes: bool) -> Self {
        let desk = Self { repository: Repository::new(notes), texts: TEXTS.map(str::to_owned).to_vec(), truth: Truth::default() };
        let said = desk.repository.tarjuman(&["init", "--git"]);
        assert_eq!(said.code, 0, "{}", said.text);
        desk.write_article();
        let mut desk = desk;
        for (at, lines) in
            [(TITLE, &["Zq1 uno."][..]), (1, &["Zq2 dos."]), (UNIT, &["Zq3 tres.", "Zq4 cuatro."]), (LAST, &["Zq5 cinco."])]
        {
            desk.translate(at, lines);
        }
        desk.sync();
        desk.repository.commit("base");
        desk
    }

    fn write_article(&self) {
        let text = format!("---\ntitle: {}\n---\n\n{}\n", self.texts[TITLE], self.texts[1..].join("\n\n"));
        self.repository.write(ARTICLE, &text);
        self.sync();
    }

    fn sync(&self) {
        self.repository.sync().expect("sync runs");
    }

    fn plan(&self) -> ArticlePlan {
        judge::plan(&self.repository.files(), self.repository.notes)
    }

    fn id(&self, at: usize) -> String {
        self.plan().source.units[at].id.to_string()
    }

    fn edit(&mut self, at: usize, text: &str) {
        text.clone_into(&mut self.texts[at]);
        self.write_article();
    }

    fn translate(&mut self, at: usize, lines: &[&str]) {
        let path = judge::catalog_path(LOCALE);
        let mut sheet = Sheet::new(&self.repository.files()[&path]);
        sheet.put(&self.id(at), lines);
        self.repository.write(&path, &sheet.text());
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        self.truth.translated(LOCALE, &lines, &self.texts[at]);
    }

    fn branch(&mut self, name: &str, from: &str, work: impl FnOnce(&mut Self)) {
        self.repository.checkout(&["-f", "-B", name, from]);
        let texts = self.texts.clone();
        work(self);
        self.repository.commit(name);
        self.texts = texts;
    }

    fn git(&self, arguments: &[&str]) -> Said {
        self.repository.git(arguments)
    }

    fn catalog(&self) -> String {
        self.repository.files()[&judge::catalog_path(LOCALE)].clone()
    }

    /// Syncs, asserts that everything is judged right and that a second sync writes nothing, and gives the freshness of a unit.
    fn judged(&self, at: usize) -> Freshness {
        self.sync();
        let verdict = judge::judge(&self.repository.files(), &self.truth);
        assert!(verdict.wrongly_current.is_empty() && verdict.needlessly_stale.is_empty(), "{verdict:?}");
        let check = self.repository.tarjuman(&["sync", "--check"]);
        assert_eq!(check.code, 0, "{}", check.text);
        let plan = self.plan();
        let unit = &plan.targets[&LOCALE.parse().unwrap()].units[at];
        assert!(matches!(unit.translation, Translated::Text(_)));
        unit.judgement.freshness
    }
}

fn has(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no `{word}` in:\n{text}");
    }
}

/// Branches on which the source of a unit is edited and synced, and on which the older text of it is translated.
fn author_and_translator(notes: bool, translator_syncs: bool) -> Desk {
    let mut desk = Desk::new(notes);
    desk.branch("author", "main", |desk| desk.edit(UNIT, NEW));
    desk.branch("translator", "main", |desk| {
        desk.translate(UNIT, &["Zq6 seis.", "Zq7 siete."]);
        desk.translate(LAST, &["Zq8 ocho."]);
        if translator_syncs {
            desk.sync();
        }
    });
    desk
}

#[test]
fn a_translation_of_the_older_text_merges_and_is_stale() {
    for (notes, syncs) in [(true, false), (true, true), (false, false), (false, true)] {
        let desk = author_and_translator(notes, syncs);
        for (ours, theirs) in [("author", "translator"), ("translator", "author")] {
            desk.repository.checkout(&["-f", "-B", "merged", ours]);
            let said = desk.git(&["merge", "-q", "--no-edit", theirs]);
            assert_eq!(said.code, 0, "{}", said.text);
            has(&desk.catalog(), &["Zq6 seis.", "Zq7 siete.", "Zq8 ocho."]);
            assert_eq!(desk.judged(UNIT), Freshness::Stale, "notes {notes}, sync {syncs}");
            assert_eq!(desk.judged(LAST), Freshness::Current);
            let known = desk.plan().targets[&LOCALE.parse().unwrap()].units[UNIT].judgement.base.is_some();
            assert_eq!(known, notes || syncs, "what it renders is known wherever anything says so");
            desk.git(&["reset", "-q", "--hard"]);
        }
    }
}

#[test]
fn a_translation_whose_notes_were_deleted_is_not_taken_for_one_of_the_new_text() {
    let mut desk = Desk::new(true);
    desk.branch("author", "main", |desk| desk.edit(UNIT, NEW));
    desk.branch("translator", "main", |desk| {
        let mut sheet = Sheet::new(&desk.catalog());
        sheet.delete_notes(&desk.id(UNIT));
        desk.repository.write(&judge::catalog_path(LOCALE), &sheet.text());
        desk.translate(UNIT, &["Zq6 seis.", "Zq7 siete."]);
    });
    assert_eq!(desk.git(&["merge", "-q", "--no-edit", "author"]).code, 0);
    assert_eq!(desk.judged(UNIT), Freshness::Stale);
    has(&desk.catalog(), &["Zq6 seis.", "nobody recorded which source text this renders"]);
    assert!(!desk.catalog().contains("other side of a merge"), "the note of the merge has done its work");
}

#[test]
fn an_untranslated_unit_whose_source_moved_on_is_translated_from_the_older_text() {
    const FORTY: &str = "The museum in the old mill has bought forty lanterns.";
    const FIFTY: &str = "The museum in the old mill has bought fifty lanterns.";
    // The source moves on, or back to its first text.
    for (before, after) in [(&[FORTY][..], FIFTY), (&[FORTY, FIFTY], FORTY)] {
        for notes in [true, false] {
            let mut desk = Desk::new(notes);
            desk.branch("base", "main", |desk| before.iter().for_each(|text| desk.edit(LAST, text)));
            desk.texts[LAST] = before[before.len() - 1].to_owned();
            desk.branch("author", "base", |desk| desk.edit(LAST, after));
            desk.branch("translator", "base", |desk| desk.translate(LAST, &["Zq9 nueve."]));
            let said = desk.git(&["merge", "-q", "--no-edit", "author"]);
            assert_eq!(said.code, 0, "{}", said.text);
            assert_eq!(desk.judged(LAST), Freshness::Stale);
        }
    }
}

#[test]
fn a_rebase_replays_translations_onto_an_edited_article() {
    let mut desk = author_and_translator(true, true);
    desk.branch("translator", "translator", |desk| desk.translate(TITLE, &["Zq10 diez."]));
    let said = desk.git(&["rebase", "-q", "author"]);
    assert_eq!(said.code, 0, "{}", said.text);
    has(&desk.catalog(), &["Zq6 seis.", "Zq8 ocho.", "Zq10 diez."]);
    assert_eq!(desk.judged(UNIT), Freshness::Stale);
    assert_eq!(desk.judged(TITLE), Freshness::Current);
}

#[test]
fn a_rebase_stops_at_one_conflict_and_goes_on() {
    let mut desk = Desk::new(true);
    desk.branch("one", "main", |desk| desk.translate(LAST, &["Zq11 once."]));
    desk.branch("other", "main", |desk| desk.translate(LAST, &["Zq12 doce."]));
    desk.branch("other", "other", |desk| desk.translate(TITLE, &["Zq13 trece."]));
    assert_ne!(desk.git(&["rebase", "-q", "one"]).code, 0);
    let catalog = desk.catalog();
    assert_eq!(conflict::count(&catalog), 1);
    has(&catalog, &["Zq11 once.", "Zq12 doce.", "# [source] The bridge is closed."]);
    desk.repository.write(&judge::catalog_path(LOCALE), &conflict::resolve(&catalog, conflict::Take::Theirs));
    desk.git(&["add", "-A"]);
    let said = desk.git(&["rebase", "--continue"]);
    assert_eq!(said.code, 0, "{}", said.text);
    has(&desk.catalog(), &["Zq12 doce.", "Zq13 trece."]);
    assert_eq!(desk.judged(LAST), Freshness::Current);
}

#[test]
fn a_cherry_picked_translation_keeps_what_it_renders() {
    let desk = author_and_translator(true, true);
    desk.repository.checkout(&["-f", "-B", "picked", "author"]);
    let said = desk.git(&["cherry-pick", "translator"]);
    assert_eq!(said.code, 0, "{}", said.text);
    has(&desk.catalog(), &["Zq6 seis.", "Zq8 ocho."]);
    assert_eq!(desk.judged(UNIT), Freshness::Stale);
}

#[test]
fn a_stash_comes_back_onto_an_edited_article() {
    let mut desk = Desk::new(true);
    desk.branch("author", "main", |desk| desk.edit(UNIT, NEW));
    desk.repository.checkout(&["-f", "-B", "translator", "main"]);
    desk.translate(UNIT, &["Zq6 seis.", "Zq7 siete."]);
    assert_eq!(desk.git(&["stash", "-q"]).code, 0);
    assert!(!desk.catalog().contains("Zq6"));
    desk.repository.checkout(&["author"]);
    let said = desk.git(&["stash", "pop", "-q"]);
    assert_eq!(said.code, 0, "{}", said.text);
    has(&desk.catalog(), &["Zq6 seis.", "Zq7 siete."]);
    assert_eq!(desk.judged(UNIT), Freshness::Stale);
}

#[test]
fn a_sign_off_comes_through_a_merge_of_other_work() {
    let mut desk = Desk::new(true);
    let address = format!("report#{}", desk.id(LAST));
    desk.branch("editor", "main", |desk| {
        let said = desk.repository.tarjuman(&["confirm", LOCALE, &address, "--state", "reviewed", "--by", "B. Name"]);
        assert_eq!(said.code, 0, "{}", said.text);
    });
    desk.branch("author", "main", |desk| desk.edit(UNIT, NEW));
    assert_eq!(desk.git(&["merge", "-q", "--no-edit", "editor"]).code, 0);
    assert_eq!(desk.judged(LAST), Freshness::Current);
    let state = |desk: &Desk| desk.plan().targets[&LOCALE.parse().unwrap()].units[LAST].state;
    assert_eq!(state(&desk), tarjuman::model::State::Reviewed);

    // Somebody else wrote another text meanwhile: it is the one in the catalog, and nobody has reviewed it.
    desk.branch("translator", "main", |desk| {
        desk.translate(LAST, &["Zq8 ocho."]);
        desk.sync();
    });
    assert_eq!(desk.git(&["merge", "-q", "--no-edit", "editor"]).code, 0);
    assert_eq!(desk.judged(LAST), Freshness::Current);
    assert_eq!(state(&desk), tarjuman::model::State::Translated);
}

#[test]
fn two_edits_of_one_paragraph_conflict_in_the_article_and_each_translation_stays_with_its_own() {
    const OTHER: &str = "The river rose by four metres overnight. Nobody was hurt.";
    let mut desk = Desk::new(true);
    for (branch, text, lines) in [("one", NEW, ["Zq15 uno.", "Zq16 uno."]), ("other", OTHER, ["Zq17 otro.", "Zq18 otro."])] {
        desk.branch(branch, "main", |desk| {
            desk.edit(UNIT, text);
            desk.translate(UNIT, &lines);
            desk.sync();
        });
        desk.truth.translated(LOCALE, &lines.map(str::to_owned), text);
    }
    for (ours, theirs) in [("one", "other"), ("other", "one")] {
        desk.repository.checkout(&["-f", "-B", "merged", ours]);
        assert_eq!(desk.git(&["merge", "-q", "--no-edit", theirs]).code, 1);
        let merged = desk.repository.files();
        let conflicted: Vec<&String> =
            merged.iter().filter(|(_, text)| conflict::count(text) > 0).map(|(path, _)| path).collect();
        assert_eq!(conflicted, [ARTICLE, judge::catalog_path(LOCALE).as_str()], "what the tool writes is no question to people");
        for source in [conflict::Take::Ours, conflict::Take::Theirs] {
            for target in [conflict::Take::Ours, conflict::Take::Theirs] {
                desk.repository.restore(&merged);
                desk.repository.write(ARTICLE, &conflict::resolve(&merged[ARTICLE], source));
                let path = judge::catalog_path(LOCALE);
                desk.repository.write(&path, &conflict::resolve(&merged[&path], target));
                let expected = if source == target { Freshness::Current } else { Freshness::Stale };
                assert_eq!(desk.judged(UNIT), expected, "{ours}: article {source:?}, catalog {target:?}");
            }
        }
        desk.git(&["merge", "--abort"]);
    }
}

#[test]
fn a_unit_that_goes_and_comes_back_brings_its_newest_translation() {
    let mut desk = Desk::new(true);
    desk.branch("author", "main", |desk| {
        desk.texts.remove(1);
        desk.write_article();
    });
    desk.branch("translator", "main", |desk| desk.translate(1, &["Zq14 catorce."]));
    assert_eq!(desk.git(&["merge", "-q", "--no-edit", "author"]).code, 0);
    let ledger = format!("locales/{LOCALE}/report.ledger.toml");
    let everything = |desk: &Desk| desk.catalog() + &desk.repository.files()[&ledger];
    has(&everything(&desk), &["Zq14 catorce."]);
    desk.sync();
    has(&everything(&desk), &["Zq14 catorce."]);
    desk.write_article();
    has(&desk.catalog(), &["Zq14 catorce."]);
    assert_eq!(desk.judged(1), Freshness::Current);
}

#[test]
fn a_criss_cross_merge_leaves_no_markers_in_its_base() {
    let mut desk = Desk::new(true);
    desk.branch("one", "main", |desk| desk.translate(LAST, &["Zq11 once."]));
    desk.branch("other", "main", |desk| desk.translate(LAST, &["Zq12 doce."]));
    for (branch, with, take) in [("left", "other", conflict::Take::Ours), ("right", "one", conflict::Take::Theirs)] {
        let from = if branch == "left" { "one" } else { "other" };
        desk.repository.checkout(&["-f", "-B", branch, from]);
        assert_eq!(desk.git(&["merge", "-q", "--no-edit", with]).code, 1);
        desk.repository.write(&judge::catalog_path(LOCALE), &conflict::resolve(&desk.catalog(), take));
        desk.repository.commit("resolved");
        let at = if branch == "left" { TITLE } else { 1 };
        desk.translate(at, &[&format!("Zq{} {branch}.", 20 + at)]);
        desk.repository.commit("more");
    }
    let said = desk.git(&["merge", "-q", "--no-edit", "left"]);
    assert_eq!(said.code, 0, "{}\n{}", said.text, desk.catalog());
    has(&desk.catalog(), &["Zq11 once.", "Zq20 left.", "Zq21 right."]);
}

#[test]
fn markers_that_are_left_behind_are_found_in_every_file() {
    let desk = Desk::new(true);
    let files: Vec<String> =
        desk.repository.files().into_keys().chain(["tarjuman.toml".to_owned(), "glossary/es.ftl".to_owned()]).collect();
    desk.repository.write("glossary/es.ftl", "-term = Término\n");
    let styles = [
        "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> b\n",
        "<<<<<<< HEAD\nx = 1\n||||||| 1234567\nx = 0\n=======\nx = 2\n>>>>>>> b\n",
    ];
    let mut found = BTreeSet::new();
    for path in &files {
        let full = desk.repository.root().join(path);
        let before = fs::read_to_string(&full).unwrap();
        for markers in styles.iter().flat_map(|style| [(*style).to_owned(), style.replace('\n', "\r\n")]) {
            fs::write(&full, format!("{before}\n{markers}")).unwrap();
            let said = desk.repository.tarjuman(&["sync"]);
            assert!(said.code == 1 || said.code == 2 && path == "tarjuman.toml", "{path}: {} {}", said.code, said.text);
            assert!(said.text.contains("conflict-markers") && said.text.contains(path.as_str()), "{path}: {}", said.text);
            assert_eq!(fs::read_to_string(&full).unwrap(), format!("{before}\n{markers}"), "nothing is written");
            found.insert(path);
        }
        fs::write(&full, before).unwrap();
    }
    assert!(found.len() >= 8, "{found:?}");
}
