//! Merges written out by hand, one for each way in which git might take two edits of one unit for independent ones.

use tarjuman::model::Freshness;
use tarjuman::workflow::article::Translated;

use super::conflict::{self, Take};
use super::judge::{self, Truth};
use super::repository::{ARTICLE, Files, Repository};
use super::translator::Sheet;

/// The locale that is translated; the other one stays empty and must merge whatever happens.
const LOCALE: &str = "es";
/// The place of the title among the units.
const TITLE: usize = 0;
/// The place of the paragraph that both sides work on; it has neighbours on either side.
const UNIT: usize = 2;

const W: &str = "The river rose by two metres. Nobody was hurt.";
const X: &str = "The river rose by three metres. Nobody was hurt.";
const Y: &str = "The river rose by four metres. Nobody was hurt.";
const Z: &str = "The river rose by five metres. Nobody was hurt.";

const OLD_WORDS: &[&str] = &["Zq1 mira dun sol.", "Zq2 kef vero."];
const NEW_WORDS: &[&str] = &["Zq3 lint tum grel.", "Zq4 añor sol."];

/// An article, its author and its translator, who takes down which text each translation was made from.
struct Desk {
    repository: Repository,
    /// Title and paragraphs.
    texts: Vec<String>,
    truth: Truth,
}

impl Desk {
    /// A project whose paragraph `UNIT` says `text`, synced.
    fn new(text: &str) -> Self {
        let texts = ["A flood in the valley", "It rained all week.", text, "The bridge is closed."];
        let desk = Self { repository: Repository::new(true), texts: texts.map(str::to_owned).to_vec(), truth: Truth::default() };
        desk.write_article();
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

    fn id(&self, at: usize) -> String {
        judge::plan(&self.repository.files(), true).source.units[at].id.to_string()
    }

    /// The author changes a text, and syncs.
    fn edit(&mut self, at: usize, text: &str) {
        text.clone_into(&mut self.texts[at]);
        self.write_article();
    }

    /// The author says that the last edit of a unit means nothing to translations, and syncs.
    fn same(&mut self, at: usize, before: &str) {
        let said = self.repository.tarjuman(&["verdict", &format!("report#{}", self.id(at)), "--impact", "none"]);
        assert_eq!(said.code, 0, "{}", said.text);
        self.truth.same(before, &self.texts[at]);
        self.sync();
    }

    /// The translator writes a translation of the text that is shown, in an editor.
    fn translate(&mut self, at: usize, lines: &[&str]) {
        let path = judge::catalog_path(LOCALE);
        let mut sheet = Sheet::new(&self.repository.files()[&path]);
        sheet.put(&self.id(at), lines);
        self.repository.write(&path, &sheet.text());
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        self.truth.translated(LOCALE, &lines, &self.texts[at]);
    }

    /// Takes a unit's table out of the ledger, so that nobody knows which text its translation was made from.
    fn forget(&self, at: usize) {
        let path = format!("locales/{LOCALE}/report.ledger.toml");
        let ledger = self.repository.files()[&path].clone();
        let head = format!("[{}]", self.id(at));
        let start = ledger.find(&head).expect("the ledger has the unit");
        let end = ledger[start + 1..].find("\n[").map_or(ledger.len(), |length| start + length + 2);
        self.repository.write(&path, &format!("{}{}", &ledger[..start], &ledger[end..]));
        self.sync();
    }

    fn state(&self, at: usize) -> Freshness {
        let plan = judge::plan(&self.repository.files(), true);
        let target = plan.targets.iter().find(|(locale, _)| locale.to_string() == LOCALE).expect("the locale is planned").1;
        match target.units[at].translation {
            Translated::Unreadable => panic!("the translation can be read"),
            _ => target.units[at].judgement.freshness,
        }
    }

    /// Plays both branches from the base as it stands: the author's edits with their syncs, and the translator's work.
    fn branch(&mut self, author: impl FnOnce(&mut Self), translator: impl FnOnce(&mut Self)) {
        self.repository.commit("base");
        let base = self.texts.clone();
        self.repository.checkout(&["-b", "author"]);
        author(self);
        self.repository.commit("the author's edits");
        let edited = std::mem::replace(&mut self.texts, base);
        self.repository.checkout(&["-b", "translator", "main"]);
        translator(self);
        self.repository.commit("translations");
        self.texts = edited;
    }

    /// Merges both ways; every time, whether it was clean, and the files that came of it.
    fn merges(&self) -> Vec<(bool, Files)> {
        let both_ways = [("translator", "author"), ("author", "translator")];
        let merge = |(ours, theirs): (&str, &str)| {
            self.repository.checkout(&["-f", "-B", "merged", ours]);
            let said = self.repository.git(&["merge", "-q", "--no-edit", theirs]);
            let files = self.repository.files();
            self.repository.git(&["reset", "-q", "--hard"]);
            (said.code == 0, files)
        };
        both_ways.into_iter().map(merge).collect()
    }

    /// Git must not merge what the branches did to the unit.
    fn expect_conflicts(&self) {
        let catalog = judge::catalog_path(LOCALE);
        for (clean, files) in self.merges() {
            assert!(!clean, "a clean merge of:\n{}", files[&catalog]);
            let conflicted: Vec<&String> =
                files.iter().filter(|(_, text)| conflict::count(text) > 0).map(|(path, _)| path).collect();
            assert_eq!(conflicted, [&catalog], "both sides touched one unit of one catalog only");
            // Only one side of the conflict has the translator's text.
            let sides = [Take::Ours, Take::Theirs].map(|side| conflict::resolve(&files[&catalog], side));
            let with_text = sides.iter().filter(|side| side.contains(NEW_WORDS[0])).count();
            assert_eq!(with_text, 1, "the conflict is elsewhere:\n{}", files[&catalog]);
        }
    }

    /// Git merges, and the translation counts as one of today's text, which it is.
    fn expect_clean_and_current(&self, at: usize) {
        for (clean, files) in self.merges() {
            assert!(clean, "conflicts in:\n{}", files[&judge::catalog_path(LOCALE)]);
            self.repository.restore(&files);
            self.sync();
            assert_eq!(self.state(at), Freshness::Current);
            let verdict = judge::judge(&self.repository.files(), &self.truth);
            assert!(verdict.wrongly_current.is_empty(), "{:?}", verdict.wrongly_current);
            self.repository.git(&["reset", "-q", "--hard"]);
        }
    }
}

#[test]
fn scripted_a_verdict_does_not_hide_a_later_edit() {
    let mut desk = Desk::new(W);
    desk.translate(UNIT, OLD_WORDS);
    desk.sync();
    desk.edit(UNIT, X);
    assert_eq!(desk.state(UNIT), Freshness::Stale);
    let author = |desk: &mut Desk| {
        desk.same(UNIT, W);
        assert_eq!(desk.state(UNIT), Freshness::Current);
        desk.edit(UNIT, Y);
        assert_eq!(desk.state(UNIT), Freshness::Stale);
    };
    desk.branch(author, |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_conflicts();
}

#[test]
fn scripted_a_translation_of_an_unknown_text_shows_every_edit() {
    let mut desk = Desk::new(X);
    desk.translate(UNIT, OLD_WORDS);
    desk.sync();
    desk.forget(UNIT);
    assert_eq!(desk.state(UNIT), Freshness::Stale);
    desk.branch(|desk| desk.edit(UNIT, Y), |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_conflicts();
}

#[test]
fn scripted_an_edit_shows_in_a_body_that_was_current() {
    let mut desk = Desk::new(W);
    desk.translate(UNIT, OLD_WORDS);
    desk.sync();
    desk.branch(|desk| desk.edit(UNIT, X), |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_conflicts();
}

#[test]
fn scripted_a_second_revision_shows_in_a_body_that_was_stale_before() {
    let mut desk = Desk::new(W);
    desk.translate(UNIT, OLD_WORDS);
    desk.sync();
    desk.edit(UNIT, X);
    assert_eq!(desk.state(UNIT), Freshness::Stale);
    desk.branch(|desk| desk.edit(UNIT, Y), |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_conflicts();
}

#[test]
fn scripted_an_untranslated_text_shows_its_revisions() {
    let mut desk = Desk::new(X);
    let author = |desk: &mut Desk| {
        desk.edit(UNIT, Y);
        desk.edit(UNIT, Z);
        assert_eq!(desk.state(UNIT), Freshness::Missing);
    };
    desk.branch(author, |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_conflicts();
}

#[test]
fn scripted_an_edit_taken_back_does_not_stand_in_the_way() {
    let mut desk = Desk::new(X);
    let author = |desk: &mut Desk| {
        desk.edit(UNIT, Y);
        desk.edit(UNIT, X);
    };
    desk.branch(author, |desk| desk.translate(UNIT, NEW_WORDS));
    desk.expect_clean_and_current(UNIT);
}

#[test]
fn scripted_a_title_on_one_line_shows_that_it_is_stale() {
    let mut desk = Desk::new(W);
    desk.translate(TITLE, &OLD_WORDS[..1]);
    desk.sync();
    let catalog = desk.repository.files()[&judge::catalog_path(LOCALE)].clone();
    assert!(catalog.contains(&format!("\n{} = {}\n", desk.id(TITLE), OLD_WORDS[0])), "sync keeps it on one line:\n{catalog}");
    desk.branch(|desk| desk.edit(TITLE, "A flood in two valleys"), |desk| desk.translate(TITLE, &NEW_WORDS[..1]));
    desk.expect_conflicts();
}
