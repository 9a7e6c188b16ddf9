//! One pair of branches from beginning to end.

use std::collections::{BTreeMap, BTreeSet};

use tarjuman::base::normalise;
use tarjuman::engine::freshness;
use tarjuman::workflow::article::{ArticlePlan, Translated};

use super::author::Article;
use super::conflict::{self, Take};
use super::dice::Dice;
use super::judge::{self, Truth};
use super::repository::{ARTICLE, Files, LOCALES, Repository};
use super::translator::{Sheet, Words};

/// What came of some pairs, added up.
#[derive(Debug, Default)]
pub struct Tally {
    pub merges: usize,
    pub clean: usize,
    pub rebases: usize,
    pub clean_rebases: usize,
    /// Catalogs with conflict markers.
    pub conflicted_files: usize,
    /// Those in which no unit was touched by both sides.
    pub spurious_files: usize,
    pub conflicts: usize,
    /// Units touched by both sides, in conflicted catalogs.
    pub contested_units: usize,
    pub resolutions: usize,
    /// Current because a person put a text below today's notes while resolving.
    pub by_hand: usize,
    /// Current because the translator's notes were gone, and said to be so.
    pub by_catalog: usize,
    /// Translations of today's text that are stale after a clean merge.
    pub needlessly_stale: usize,
    /// Pairs with a glossary, whose terms are noted in their catalogs.
    pub noted: usize,
    /// Where the spurious conflicts are.
    pub spurious: Vec<String>,
    pub failures: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.merges += other.merges;
        self.clean += other.clean;
        self.rebases += other.rebases;
        self.clean_rebases += other.clean_rebases;
        self.conflicted_files += other.conflicted_files;
        self.spurious_files += other.spurious_files;
        self.conflicts += other.conflicts;
        self.contested_units += other.contested_units;
        self.resolutions += other.resolutions;
        self.by_hand += other.by_hand;
        self.by_catalog += other.by_catalog;
        self.needlessly_stale += other.needlessly_stale;
        self.noted += other.noted;
        self.spurious.extend(other.spurious);
        self.failures.extend(other.failures);
    }
}

/// Plays pair number `number`; with `keep`, the repository of a failed pair stays where it is.
pub fn play(number: u64, keep: bool) -> Tally {
    let mut dice = Dice::new(number);
    let repository = Repository::new(!number.is_multiple_of(5));
    if has_glossary(number) {
        repository.write("glossary/en.ftl", "-embassy = embassy\n-railway = railway\n-valley = valley\n-capital = capital\n");
        for locale in LOCALES {
            let terms = format!(
                "-embassy = {{ $case ->\n   *[one] {locale} embassy\n    [two] {locale} embassies\n }}\n-railway = {locale} rail\n\
                 -valley = {locale} dale\n-capital = {locale} capital\n"
            );
            repository.write(&format!("glossary/{locale}.ftl"), &terms);
        }
    }
    let article = Article::new(&mut dice);
    let mut story = Story {
        dice,
        repository,
        article,
        truth: Truth::default(),
        words: Words::new(),
        tally: Tally::default(),
        log: Vec::new(),
    };
    if let Err(failure) = story.play() {
        story.tally.failures.push(failure);
    }
    let Story { mut tally, repository, log, .. } = story;
    tally.spurious.iter_mut().for_each(|story| *story = format!("pair {number} {story}"));
    if !tally.failures.is_empty() {
        let place = if keep { format!(" in {}", repository.keep().display()) } else { String::new() };
        let failures = tally.failures.join("\n    ");
        tally.failures = vec![format!("pair {number}{place}:\n    {failures}\n    story: {}", log.join(" · "))];
    }
    tally
}

/// Every third pair has one.
fn has_glossary(number: u64) -> bool {
    number.is_multiple_of(3)
}

struct Story {
    dice: Dice,
    repository: Repository,
    article: Article,
    truth: Truth,
    words: Words,
    tally: Tally,
    log: Vec<String>,
}

/// The tips of the branches.
struct Tips {
    base: Files,
    author: Files,
    translator: Files,
}

impl Story {
    fn play(&mut self) -> Result<(), String> {
        let base = self.begin()?;
        self.repository.checkout(&["-b", "author"]);
        let author = self.author_branch()?;
        self.repository.checkout(&["-b", "translator", "main"]);
        let translator = self.translator_branch(&base);
        let tips = Tips { base, author, translator };

        let mut seen = Vec::new();
        for (ours, theirs) in [("translator", "author"), ("author", "translator")] {
            self.repository.checkout(&["-f", "-B", "merged", ours]);
            let said = self.repository.git(&["merge", "-q", "--no-edit", theirs]);
            self.tally.merges += 1;
            self.tally.clean += usize::from(said.code == 0);
            self.look_at(said.code == 0, ours, &tips, &mut seen)?;
            self.repository.git(&["reset", "-q", "--hard"]);
        }
        self.repository.checkout(&["-f", "-B", "rebased", "translator"]);
        let said = self.repository.git(&["rebase", "-q", "author"]);
        self.tally.rebases += 1;
        self.tally.clean_rebases += usize::from(said.code == 0);
        if said.code == 0 {
            self.look_at(true, "rebased", &tips, &mut seen)?;
        }
        Ok(())
    }

    /// The commit both branches start from: some units translated, some missing, some stale.
    fn begin(&mut self) -> Result<Files, String> {
        self.repository.write(ARTICLE, &self.article.markdown());
        self.repository.sync()?;
        self.translate(75);
        self.repository.sync()?;
        for _ in 0..self.dice.below(4) {
            for _ in 0..self.dice.between(1, 3) {
                self.edit(100)?;
            }
            if self.dice.chance(40) {
                self.translate(25);
                self.repository.sync()?;
            }
        }
        self.repository.sync()?;
        self.repository.commit("base");
        let files = self.repository.files();
        self.expect_no_wrong(&files, "base")?;
        self.tally.noted += usize::from(files.values().any(|text| text.contains("# [term] ")));
        Ok(files)
    }

    fn author_branch(&mut self) -> Result<Files, String> {
        self.log.push("author".to_owned());
        let before = self.repository.files();
        for _ in 0..self.dice.between(1, 4) {
            self.edit(75)?;
        }
        if self.dice.chance(85) {
            self.repository.sync()?;
        }
        self.repository.commit("the author's edits");
        let files = self.repository.files();
        for locale in LOCALES {
            let lost = missing(&judge::marks_of(&before, locale), &judge::marks_of(&files, locale));
            if !lost.is_empty() {
                return Err(format!("the author's syncs lost {lost:?} in {locale}"));
            }
        }
        let synced = self.plan(&files).edits.is_empty();
        if synced {
            self.expect_no_wrong(&files, "author")?;
        }
        Ok(files)
    }

    /// One edit of the article, with a sync after it or not; sometimes a second one, or a verdict.
    fn edit(&mut self, sync: usize) -> Result<(), String> {
        let mut at = self.place_to_edit();
        for again in [self.dice.chance(20), false] {
            let before = self.plan(&self.repository.files());
            let (edit, edited) = self.article.edit(at, &mut self.dice);
            self.log.push(format!("{edit:?} {at}"));
            self.repository.write(ARTICLE, &self.article.markdown());
            if !self.dice.chance(sync) {
                return Ok(());
            }
            self.repository.sync()?;
            let Some(edited) = edited else { return Ok(()) };
            at = edited;
            if self.dice.chance(20) {
                self.give_verdict(&before, at)?;
            }
            if !again {
                return Ok(());
            }
        }
        Ok(())
    }

    fn plan(&self, files: &Files) -> ArticlePlan {
        judge::plan(files, self.repository.notes)
    }

    /// Any block, or one that is not translated everywhere.
    fn place_to_edit(&mut self) -> usize {
        let count = self.article.blocks.len();
        if self.dice.chance(70) {
            return self.dice.below(count);
        }
        let plan = self.plan(&self.repository.files());
        let is_missing =
            |at: &usize| plan.targets.values().any(|target| matches!(target.units[*at].translation, Translated::Missing));
        let missing: Vec<usize> = (0..plan.source.units.len()).filter(is_missing).collect();
        match missing.len() {
            0 => self.dice.below(count),
            some => missing[self.dice.below(some)].min(count - 1),
        }
    }

    /// The author says of the last edit of block `at` that it is none or a minor one; `before` is the plan before that edit.
    fn give_verdict(&mut self, before: &ArticlePlan, at: usize) -> Result<(), String> {
        let after = self.plan(&self.repository.files());
        let unit = &after.source.units[at];
        let old = before.source.units.iter().find(|old| old.id == unit.id).and_then(|old| old.on_disk.as_ref());
        let Some(old) = old.map(freshness::flat).filter(|old| normalise(old) != normalise(&unit.flat)) else { return Ok(()) };
        let impact = *self.dice.pick(&[&"none", &"none", &"minor"]);
        let said = self.repository.tarjuman(&["verdict", &format!("report#{}", unit.id), "--impact", impact]);
        if said.code > 1 {
            return Err(format!("verdict ended with {}: {}", said.code, said.text));
        }
        self.log.push(format!("verdict {impact}"));
        if impact == "none" {
            self.truth.same(&old, &unit.flat);
        }
        Ok(())
    }

    /// Works on a share of each locale's units, and writes the catalogs.
    fn translate(&mut self, percent: usize) {
        let plan = self.plan(&self.repository.files());
        let ids: Vec<String> = plan.source.units.iter().map(|unit| unit.id.to_string()).collect();
        for locale in LOCALES {
            let chosen: Vec<&String> = ids.iter().filter(|_| self.dice.chance(percent)).collect();
            let mut sheet = self.sheet(locale);
            for id in &chosen {
                let segments = plan.source.units.iter().find(|unit| unit.id.as_str() == *id).map_or(1, |u| u.text.segments.len());
                sheet.work(id, segments, &mut self.words, &mut self.dice);
            }
            self.hand_in(locale, &sheet, &chosen, &plan);
        }
    }

    fn sheet(&self, locale: &str) -> Sheet {
        Sheet::new(&self.repository.files()[&judge::catalog_path(locale)])
    }

    /// Writes a catalog, and takes down what the translations of `units` in it were made from.
    fn hand_in(&mut self, locale: &str, sheet: &Sheet, units: &[&String], plan: &ArticlePlan) {
        self.repository.write(&judge::catalog_path(locale), &sheet.text());
        let entries = judge::entries(&self.repository.files(), locale);
        for id in units {
            let source = plan.source.units.iter().find(|unit| unit.id.as_str() == *id);
            if let (Some((_, lines)), Some(source)) = (entries.get(*id).filter(|(_, lines)| !lines.is_empty()), source) {
                self.truth.translated(locale, lines, &source.flat);
            }
        }
    }

    /// The translator works in an editor, in one commit or two, and never runs the tool.
    fn translator_branch(&mut self, base: &Files) -> Files {
        self.log.push("translator".to_owned());
        let plan = self.plan(base);
        let ids: Vec<String> = plan.source.units.iter().map(|unit| unit.id.to_string()).collect();
        for commit in 0..self.dice.between(1, 2) {
            for locale in LOCALES.iter().filter(|_| commit == 0 || self.dice.chance(50)).collect::<Vec<_>>() {
                let mut sheet = self.sheet(locale);
                let mut worked = Vec::new();
                for _ in 0..self.dice.between(1, 4) {
                    let id = &ids[self.dice.below(ids.len())];
                    let segments =
                        plan.source.units.iter().find(|unit| unit.id.as_str() == id).map_or(1, |unit| unit.text.segments.len());
                    let action = self.dice.below(100);
                    if action < 80 && sheet.work(id, segments, &mut self.words, &mut self.dice) {
                        self.log.push(format!("{locale} {id}"));
                        worked.push(id);
                    }
                    if action < 12 || (80..90).contains(&action) {
                        self.log.push(format!("{locale} no notes {id}"));
                        sheet.delete_notes(id);
                    }
                    if action > 93 {
                        sheet.comment(id, &mut self.dice);
                    }
                }
                if self.dice.chance(5) {
                    self.log.push(format!("{locale} no notes"));
                    sheet.delete_all_notes();
                }
                self.hand_in(locale, &sheet, &worked, &plan);
            }
            self.repository.commit("translations");
        }
        self.repository.files()
    }

    fn expect_no_wrong(&self, files: &Files, branch: &str) -> Result<(), String> {
        let verdict = judge::judge(files, &self.truth);
        if verdict.wrongly_current.is_empty() {
            return Ok(());
        }
        Err(format!("{branch}: wrongly current {:?}", verdict.wrongly_current))
    }

    /// Looks at what a merge left in the working copy.
    fn look_at(&mut self, clean: bool, ours: &str, tips: &Tips, seen: &mut Vec<Files>) -> Result<(), String> {
        let files = self.repository.files();
        if !clean {
            return self.conflicted(&files, ours, tips);
        }
        if seen.contains(&files) {
            return Ok(());
        }
        self.merge_kept_everything(&files, tips)?;
        let synced = self.sync_twice(&files)?;
        self.expect_no_wrong(&synced, &format!("clean merge into {ours}"))?;
        self.repository.sync()?;
        if self.repository.files() != synced {
            return Err(format!("clean merge into {ours}: a second sync wrote something"));
        }
        let needless = judge::judge(&synced, &self.truth).needlessly_stale;
        self.tally.needlessly_stale += needless.len();
        if !needless.is_empty() {
            return Err(format!("clean merge into {ours}: needlessly stale {needless:?}"));
        }
        seen.push(files);
        Ok(())
    }

    /// Every line of both branches is there, but for those that the translator took out.
    fn merge_kept_everything(&self, merged: &Files, tips: &Tips) -> Result<(), String> {
        for locale in LOCALES {
            let [base, author, translator, merged] =
                [&tips.base, &tips.author, &tips.translator, merged].map(|files| judge::marks_of(files, locale));
            let taken_out: BTreeSet<String> = base.difference(&translator).cloned().collect();
            let wanted: BTreeSet<String> = author.difference(&taken_out).chain(&translator).cloned().collect();
            let lost = missing(&wanted, &merged);
            if !lost.is_empty() {
                return Err(format!("the merge lost {lost:?} in {locale}"));
            }
        }
        Ok(())
    }

    /// Syncs what stands in the working copy: nothing that is there gets lost, and a second sync writes nothing.
    fn sync_twice(&self, before: &Files) -> Result<Files, String> {
        self.repository.sync()?;
        let after = self.repository.files();
        for locale in LOCALES {
            let lost = missing(&judge::marks_of(before, locale), &judge::marks_of(&after, locale));
            if !lost.is_empty() {
                return Err(format!("sync lost {lost:?} in {locale}"));
            }
        }
        let edits = self.plan(&after).edits;
        if !edits.is_empty() {
            let files: Vec<_> = edits.iter().map(|edit| &edit.file).collect();
            return Err(format!("a second sync would write {files:?}"));
        }
        Ok(after)
    }

    /// The tool must leave conflict markers alone; after people removed them, nothing may be called current that the evidence
    /// could have known to be otherwise.
    fn conflicted(&mut self, files: &Files, ours: &str, tips: &Tips) -> Result<(), String> {
        let said = self.repository.tarjuman(&["sync"]);
        if said.code != 1 || !said.text.contains("conflict") || self.repository.files() != *files {
            return Err(format!("conflict markers were not respected ({}): {}", said.code, said.text));
        }
        let mut contested = BTreeMap::new();
        for locale in LOCALES {
            let by = |tip: &Files| judge::changed_units(&tips.base, tip, locale);
            let both: BTreeSet<String> = by(&tips.author).intersection(&by(&tips.translator)).cloned().collect();
            let conflicts = conflict::count(&files[&judge::catalog_path(locale)]);
            if conflicts > 0 {
                self.tally.conflicted_files += 1;
                if both.is_empty() {
                    self.tally.spurious_files += 1;
                    self.tally.spurious.push(format!("{locale} into {ours}"));
                }
                self.tally.conflicts += conflicts;
                self.tally.contested_units += both.len();
            }
            contested.insert(*locale, both);
        }
        let others: Vec<&String> = files
            .iter()
            .filter(|(path, text)| !path.ends_with(".ftl") && conflict::count(text) > 0)
            .map(|(path, _)| path)
            .collect();
        if !others.is_empty() {
            return Err(format!("conflicts in {others:?}, which the translator never touched"));
        }
        for resolution in Resolution::ALL {
            self.resolve(files, *resolution, ours, tips, &contested)?;
        }
        Ok(())
    }

    fn resolve(
        &mut self,
        conflicted: &Files,
        resolution: Resolution,
        ours: &str,
        tips: &Tips,
        contested: &BTreeMap<&str, BTreeSet<String>>,
    ) -> Result<(), String> {
        let mut files = conflicted.clone();
        for locale in LOCALES {
            let path = judge::catalog_path(locale);
            if conflict::count(&files[&path]) > 0 {
                let resolved = resolution.of(&files[&path], &path, ours, tips);
                files.insert(path, resolved);
            }
        }
        self.repository.restore(&files);
        let recorded = self.plan(&files);
        let synced = self.sync_twice(&files).map_err(|error| format!("{resolution:?} into {ours}: {error}"))?;
        self.tally.resolutions += 1;
        for wrong in judge::judge(&synced, &self.truth).wrongly_current {
            let is_contested = contested[wrong.locale.as_str()].contains(&wrong.unit);
            let locale = wrong.locale.parse().expect("a locale");
            let by_catalog = recorded.targets[&locale]
                .recorded
                .get(&tarjuman::engine::record::Evidence::Catalog)
                .is_some_and(|units| units.iter().any(|unit| unit.as_str() == wrong.unit));
            match resolution {
                Resolution::TranslatorsConflicts | Resolution::Both if is_contested => self.tally.by_hand += 1,
                // Two texts in one, in a unit next to a contested one: nobody wrote this but the person.
                Resolution::Both if !self.truth.knows(&wrong.locale, &wrong.lines) => self.tally.by_hand += 1,
                Resolution::TranslatorsFile if is_contested && by_catalog => self.tally.by_catalog += 1,
                _ => return Err(format!("{resolution:?} into {ours}: wrongly current {wrong:?}")),
            }
        }
        Ok(())
    }
}

/// How a person gets rid of the conflicts in a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Resolution {
    AuthorsFile,
    TranslatorsFile,
    AuthorsConflicts,
    TranslatorsConflicts,
    Both,
}

impl Resolution {
    const ALL: &'static [Resolution] = &[
        Resolution::AuthorsFile,
        Resolution::TranslatorsFile,
        Resolution::AuthorsConflicts,
        Resolution::TranslatorsConflicts,
        Resolution::Both,
    ];

    fn of(self, text: &str, path: &str, ours: &str, tips: &Tips) -> String {
        let side = |whose: &str| if ours == whose { Take::Ours } else { Take::Theirs };
        match self {
            Resolution::AuthorsFile => tips.author[path].clone(),
            Resolution::TranslatorsFile => tips.translator[path].clone(),
            Resolution::AuthorsConflicts => conflict::resolve(text, side("author")),
            Resolution::TranslatorsConflicts => conflict::resolve(text, side("translator")),
            Resolution::Both => conflict::resolve(text, Take::Both),
        }
    }
}

fn missing(wanted: &BTreeSet<String>, there: &BTreeSet<String>) -> Vec<String> {
    wanted.difference(there).cloned().collect()
}
