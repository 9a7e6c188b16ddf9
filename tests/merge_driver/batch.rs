//! One batch: two branches of a newsroom, merged.

use std::collections::{BTreeMap, BTreeSet};

use super::author::Article;
use super::conflict::{self, Take};
use super::judge;
use super::newsroom::{Half, Newsroom, all_marks, article_names, catalog, view};
use super::repository::{Files, LOCALES};
use super::translator::Sheet;

/// The locale in which units are translated twice.
const CONTESTED: &str = "es";

/// What came of some batches, added up.
#[derive(Debug, Default)]
pub struct Tally {
    /// Articles on whose units only one side worked, each.
    pub disjoint: usize,
    pub clean: usize,
    /// Articles with a unit that both sides translated.
    pub contested: usize,
    pub conflicts: usize,
    pub resolutions: usize,
    /// Translations of units whose source the other side edited.
    pub crossed: usize,
    pub failures: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.disjoint += other.disjoint;
        self.clean += other.clean;
        self.contested += other.contested;
        self.conflicts += other.conflicts;
        self.resolutions += other.resolutions;
        self.crossed += other.crossed;
        self.failures.extend(other.failures);
    }
}

/// Plays batch number `number`; with `keep`, the repository of a failed batch stays where it is.
pub fn play(number: u64, keep: bool) -> Tally {
    let mut tally = Tally::default();
    let newsroom = match Newsroom::new(number) {
        Ok(newsroom) => newsroom,
        Err(failure) => {
            tally.failures.push(format!("batch {number}: {failure}"));
            return tally;
        }
    };
    let is_contested = number.is_multiple_of(2);
    let mut batch = Batch { newsroom, contested: BTreeMap::new(), is_contested, crlf: number % 7 == 3, tally };
    if let Err(failure) = batch.play() {
        let place = if keep { format!(" in {}", batch.newsroom.repository.keep().display()) } else { String::new() };
        batch.tally.failures.push(format!("batch {number}{place}: {failure}"));
    }
    batch.tally
}

struct Batch {
    newsroom: Newsroom,
    /// By article: the unit that both sides translate, and both texts.
    contested: BTreeMap<String, (String, Vec<String>)>,
    is_contested: bool,
    /// Whether the translator of one side has an editor that writes CRLF.
    crlf: bool,
    tally: Tally,
}

impl Batch {
    fn play(&mut self) -> Result<(), String> {
        let base = self.newsroom.repository.files();
        let articles = self.newsroom.articles.clone();
        if self.is_contested {
            self.choose_contested(&base);
        }
        let mut tips = Vec::new();
        for (branch, half, share) in [("one", Half::Lower, 0), ("other", Half::Upper, 1)] {
            self.newsroom.repository.checkout(&["-f", "-b", branch, "main"]);
            self.newsroom.articles.clone_from(&articles);
            tips.push(self.work(&base, half, share)?);
        }
        let [one, other] = [&tips[0], &tips[1]];
        // An author may have taken the unit out since.
        self.contested.retain(|name, (id, texts)| {
            let stands = |tip: &Files, text: &String| {
                judge::entries(&view(tip, name), CONTESTED).get(id).is_some_and(|(_, lines)| lines.join("\n") == *text)
            };
            texts.len() == 2 && stands(one, &texts[0]) && stands(other, &texts[1])
        });
        let (ours, theirs, their_tip) =
            if self.newsroom.dice.chance(50) { ("one", "other", other) } else { ("other", "one", one) };
        self.merge(ours, theirs, their_tip)?;
        let merged = self.newsroom.repository.files();
        self.expect_everything(&base, one, other, &merged)?;
        if self.is_contested { self.resolve(&merged) } else { self.newsroom.sync_and_judge("clean merge", &BTreeSet::new()) }
    }

    /// Merges what their side did to each article, one `git merge` for each.
    fn merge(&mut self, ours: &str, theirs: &str, their_tip: &Files) -> Result<(), String> {
        let repository = &self.newsroom.repository;
        repository.checkout(&["-f", "-B", "merged", ours]);
        for name in article_names(their_tip) {
            let stems = ["articles/", "locales/en/", "locales/es/", "locales/ps/"].map(|folder| format!("{folder}{name}."));
            let paths: Vec<&str> =
                their_tip.keys().filter(|path| stems.iter().any(|stem| path.starts_with(stem))).map(String::as_str).collect();
            repository.checkout(&["-f", "-B", "piece", "main"]);
            repository.checkout(&[&[theirs, "--"], paths.as_slice()].concat());
            repository.git(&["commit", "-q", "--allow-empty", "-m", "work on one article"]);
            repository.checkout(&["-f", "merged"]);
            let said = repository.git(&["merge", "-q", "--no-edit", "piece"]);
            let is_contested = self.contested.contains_key(&name);
            if said.code != i32::from(is_contested) {
                return Err(format!("{name}: contested {is_contested}, but the merge ended with {}: {}", said.code, said.text));
            }
            match is_contested {
                true => self.tally.contested += 1,
                false => (self.tally.disjoint, self.tally.clean) = (self.tally.disjoint + 1, self.tally.clean + 1),
            }
            if said.code != 0 {
                // The conflict waits in the commit until all articles are merged.
                repository.commit("with a conflict");
            }
        }
        Ok(())
    }

    /// For every article a unit that both sides will translate.
    fn choose_contested(&mut self, base: &Files) {
        for name in self.newsroom.names() {
            let entries: Vec<String> = judge::entries(&view(base, &name), CONTESTED).into_keys().collect();
            let chosen = entries[self.newsroom.dice.below(entries.len())].clone();
            self.contested.insert(name, (chosen, Vec::new()));
        }
    }

    /// What one side does. It translates units of its own share, whatever half of the article its author works in.
    fn work(&mut self, base: &Files, half: Half, share: u64) -> Result<Files, String> {
        let names = self.newsroom.names();
        let contested: BTreeMap<String, String> =
            self.contested.iter().map(|(name, (id, _))| (name.clone(), id.clone())).collect();
        let is_contested = |key: &str| {
            let mut parts = key.split(' ');
            let (locale, name, id) = (parts.next(), parts.next().unwrap_or_default(), parts.next());
            locale == Some(CONTESTED) && contested.get(name).map(String::as_str) == id
        };
        let mine = move |key: &str| !is_contested(key) && share_of(key) == share;
        if share == 1 && self.crlf {
            for name in &names {
                let path = catalog(name, CONTESTED);
                self.newsroom.repository.write(&path, &base[&path].replace('\n', "\r\n"));
            }
        }
        let files = self.newsroom.repository.files();
        for name in &names {
            self.newsroom.translate(&files, name, |key, dice| mine(key) && dice.chance(25));
        }
        // Before the author's edits, so that the text renders the older source, or after them.
        let early = self.newsroom.dice.chance(50);
        if early {
            self.translate_contested(&names);
        }
        for name in &names {
            if self.newsroom.dice.chance(70) {
                self.newsroom.edit(name, half);
            }
        }
        self.newsroom.write_articles();
        if !early || self.newsroom.dice.chance(60) {
            self.newsroom.sync()?;
            let files = self.newsroom.repository.files();
            for name in &names {
                self.newsroom.translate(&files, name, |key, dice| mine(key) && dice.chance(10));
            }
            if !early {
                self.translate_contested(&names);
            }
            self.sign_off(&names[0], share)?;
            if self.newsroom.dice.chance(50) {
                self.newsroom.sync()?;
            }
        }
        self.add_articles(share)?;
        self.newsroom.repository.commit("work");
        let tip = self.newsroom.repository.files();
        self.count_crossed(base, &tip, half);
        Ok(tip)
    }

    /// The contested unit of every article gets this side's text.
    fn translate_contested(&mut self, names: &[String]) {
        let files = self.newsroom.repository.files();
        for name in names.iter().filter(|_| self.is_contested) {
            let id = self.contested[name].0.clone();
            let seen = view(&files, name);
            let plan = judge::plan(&seen, self.newsroom.repository.notes);
            let text = &files[&catalog(name, CONTESTED)];
            let mut sheet = Sheet::new(text);
            let Some(unit) = plan.source.units.iter().find(|unit| unit.id.as_str() == id) else { continue };
            let before = judge::entries(&seen, CONTESTED).get(&id).map(|(_, lines)| lines.clone()).unwrap_or_default();
            // Until every line is new: half a text would be neither's.
            let fresh = |sheet: &Sheet| {
                let files = Files::from([(judge::catalog_path(CONTESTED), sheet.text())]);
                judge::entries(&files, CONTESTED).remove(&id).map(|(_, lines)| lines).unwrap_or_default()
            };
            for _ in 0..50 {
                sheet.work(&id, unit.text.segments.len(), &mut self.newsroom.words, &mut self.newsroom.dice);
                if fresh(&sheet).iter().all(|line| !before.contains(line)) {
                    break;
                }
            }
            let lines = fresh(&sheet);
            let worked = BTreeSet::from([(CONTESTED.to_owned(), id.clone())]);
            self.newsroom.hand_in(name, CONTESTED, &sheet, text.contains('\r'), &plan, &worked);
            self.contested.get_mut(name).expect("chosen before").1.push(lines.join("\n"));
        }
    }

    /// Somebody reviews a translation of this side's share.
    fn sign_off(&mut self, name: &str, share: u64) -> Result<(), String> {
        let plan = judge::plan(&view(&self.newsroom.repository.files(), name), self.newsroom.repository.notes);
        let locale = LOCALES[1];
        let parsed = locale.parse().expect("a locale");
        let unit =
            plan.source.units.iter().zip(&plan.targets[&parsed].units).find_map(|(source, target)| match &target.translation {
                tarjuman::workflow::article::Translated::Text(message)
                    if share_of(&format!("{locale} {name} {}", source.id)) == share =>
                {
                    Some((source.id.to_string(), message.lines.clone(), source.flat.clone()))
                }
                _ => None,
            });
        let Some((id, lines, flat)) = unit else { return Ok(()) };
        let address = format!("{name}#{id}");
        let said = self.newsroom.repository.tarjuman(&["confirm", locale, &address, "--state", "reviewed", "--by", "B. Name"]);
        if said.code > 1 {
            return Err(format!("confirm ended with {}: {}", said.code, said.text));
        }
        self.newsroom.truth.translated(locale, &lines, &flat);
        Ok(())
    }

    /// Each side adds an article of its own, and both add the same one, of which each translates a share.
    fn add_articles(&mut self, share: u64) -> Result<(), String> {
        let own = format!("new{share}");
        let mut dice = super::dice::Dice::new(77);
        let shared = Article::new(&mut dice);
        let article = Article::new(&mut self.newsroom.dice);
        self.newsroom.repository.write(&format!("articles/{own}.md"), &article.markdown());
        self.newsroom.repository.write("articles/shared.md", &shared.markdown());
        let sync = || match self.newsroom.repository.tarjuman(&["sync", &own, "shared"]) {
            said if said.code > 1 => Err(format!("sync ended with {}: {}", said.code, said.text)),
            _ => Ok(()),
        };
        sync()?;
        let files = self.newsroom.repository.files();
        for name in [own.as_str(), "shared"] {
            self.newsroom.translate(&files, name, |key, dice| share_of(key) == share && dice.chance(60));
        }
        Ok(())
    }

    /// Units of the other half, whose source the other side may edit, that this side translated.
    fn count_crossed(&mut self, base: &Files, tip: &Files, half: Half) {
        for name in self.newsroom.names() {
            let plan = judge::plan(&view(base, &name), self.newsroom.repository.notes);
            let count = plan.source.units.len();
            for (at, unit) in plan.source.units.iter().enumerate() {
                let is_own = (at >= count / 2) == (half == Half::Lower);
                let text = |files: &Files| {
                    judge::entries(&view(files, &name), CONTESTED).remove(unit.id.as_str()).map(|(_, lines)| lines)
                };
                self.tally.crossed += usize::from(!is_own && text(base) != text(tip));
            }
        }
    }

    /// Every line of both branches is there, but for those that either took out.
    fn expect_everything(&self, base: &Files, one: &Files, other: &Files, merged: &Files) -> Result<(), String> {
        let [base, one, other, merged] = [base, one, other, merged].map(all_marks);
        let gone: BTreeSet<&String> = base.iter().filter(|mark| !one.contains(*mark) || !other.contains(*mark)).collect();
        let lost: Vec<&String> = one.union(&other).filter(|mark| !gone.contains(mark) && !merged.contains(*mark)).collect();
        if lost.is_empty() { Ok(()) } else { Err(format!("the merge lost {lost:?}")) }
    }

    /// Looks at the conflicts, and resolves them in every way.
    fn resolve(&mut self, merged: &Files) -> Result<(), String> {
        for (name, (id, texts)) in &self.contested {
            let (one, other) = (&texts[0], &texts[1]);
            let text = &merged[&catalog(name, CONTESTED)];
            self.tally.conflicts += conflict::count(text);
            self.expect_conflict(name, id, text, [one, other])?;
        }
        let contested = |path: &String| self.contested.keys().any(|name| *path == catalog(name, CONTESTED));
        let elsewhere: Vec<&String> =
            merged.iter().filter(|(path, text)| conflict::count(text) > 0 && !contested(path)).map(|(path, _)| path).collect();
        if !elsewhere.is_empty() {
            return Err(format!("conflicts where nothing was translated twice: {elsewhere:?}"));
        }
        let said = self.newsroom.repository.tarjuman(&["sync"]);
        if said.code != 1 || !said.text.contains("conflict-markers") {
            return Err(format!("sync does not name the markers: {}", said.text));
        }
        // Without notes nothing but the source catalog says what a person saw who put a text in by hand.
        let by_hand: BTreeSet<(String, String)> = match self.newsroom.repository.notes {
            true => BTreeSet::new(),
            false => self.contested.iter().map(|(name, (id, _))| (name.clone(), id.clone())).collect(),
        };
        for take in [Take::Ours, Take::Theirs] {
            self.newsroom.repository.restore(merged);
            self.take(merged, take);
            self.newsroom.sync_and_judge(&format!("{take:?}"), &by_hand)?;
            self.tally.resolutions += 1;
        }
        self.newsroom.repository.restore(merged);
        self.write_own_texts(merged);
        self.newsroom.sync_and_judge("a text of one's own", &by_hand)?;
        self.tally.resolutions += 1;
        Ok(())
    }

    fn expect_conflict(&self, name: &str, id: &str, text: &str, texts: [&String; 2]) -> Result<(), String> {
        let start = text.find("<<<<<<< ").ok_or_else(|| format!("{name}: `{id}` was translated twice without a conflict"))?;
        let end = text.find(">>>>>>> ").ok_or("no end of the conflict")?;
        let inside = &text[start..end];
        for line in texts.iter().flat_map(|text| text.lines()) {
            if !inside.contains(line) {
                return Err(format!("{name}: the conflict lacks `{line}`:\n{inside}"));
            }
        }
        if self.newsroom.repository.notes && !inside.contains("# [source] ") {
            return Err(format!("{name}: the conflict does not show the source:\n{inside}"));
        }
        for other in judge::entries(&Files::from([(judge::catalog_path(CONTESTED), text.to_owned())]), CONTESTED).keys() {
            if other != id && (inside.contains(&format!("\n{other} =")) || inside.contains(&format!("[todo] {other} ="))) {
                return Err(format!("{name}: the conflict about `{id}` holds `{other}` too"));
            }
        }
        for take in [Take::Ours, Take::Theirs] {
            let read = tarjuman::format::fluent::read(&conflict::resolve(text, take));
            if read.conflicted || !read.diagnostics.is_empty() {
                return Err(format!("{name}: taking {take:?} gives no valid file: {:?}", read.diagnostics));
            }
        }
        Ok(())
    }

    fn take(&self, merged: &Files, take: Take) {
        for (path, text) in merged.iter().filter(|(_, text)| conflict::count(text) > 0) {
            self.newsroom.repository.write(path, &conflict::resolve(text, take));
        }
    }

    /// A person writes a third text below the notes of our side.
    fn write_own_texts(&mut self, merged: &Files) {
        self.take(merged, Take::Ours);
        let names: Vec<String> = self.contested.keys().cloned().collect();
        let files = self.newsroom.repository.files();
        for name in names {
            let id = self.contested[&name].0.clone();
            let text = &files[&catalog(&name, CONTESTED)];
            let mut sheet = Sheet::new(text);
            let lines = [format!("Zq{}own words.", name.replace('a', "9999"))];
            let entries = judge::entries(&view(&files, &name), CONTESTED);
            // A text that still stands behind a `[todo]` is left as it is.
            let is_message = text.lines().any(|line| line.starts_with(&format!("{id} =")));
            if !is_message || entries.get(&id).is_none_or(|(_, lines)| lines.is_empty()) {
                continue;
            }
            let flat = self.seen(&files, &name, &id);
            sheet.put(&id, &[lines[0].as_str()]);
            let text = if text.contains('\r') { sheet.text().replace('\n', "\r\n") } else { sheet.text() };
            self.newsroom.repository.write(&catalog(&name, CONTESTED), &text);
            if let Some(flat) = flat {
                self.newsroom.truth.translated(CONTESTED, &lines, &flat);
            }
        }
    }

    /// The source text that a person sees who resolves: that of the notes, or the article's where there are none.
    fn seen(&self, files: &Files, name: &str, id: &str) -> Option<String> {
        let plan = judge::plan(&view(files, name), self.newsroom.repository.notes);
        if !self.newsroom.repository.notes {
            let unit = plan.source.units.iter().find(|unit| unit.id.as_str() == id)?;
            let is_marked = judge::entries(&view(files, name), CONTESTED)[id].0.contains(tarjuman::format::fluent::SOURCE_MOVED);
            if is_marked {
                // Nobody knows what it renders, and a text put in its place counts as no better.
                return None;
            }
            return unit.on_disk.as_ref().map(tarjuman::engine::freshness::flat);
        }
        let at = plan.source.units.iter().position(|unit| unit.id.as_str() == id)?;
        let unit = &plan.source.units[at];
        let catalog = tarjuman::format::fluent::read(&files[&catalog(name, CONTESTED)]);
        let notes = &catalog.unit(&unit.id)?.notes;
        let shown: Vec<&str> = notes.iter().filter(|note| note.tag == "source").map(|note| note.text.as_str()).collect();
        let contents = || notes.iter().filter(|note| note.tag.starts_with("html-"));
        let texts = [&unit.today].into_iter().chain(&plan.source.ledger.units[&unit.id].earlier);
        let is_shown = |text: &&tarjuman::model::SourceText| {
            text.lines == shown && contents().all(|note| text.placeables.get(&note.tag) == Some(&note.text))
        };
        texts.into_iter().find(is_shown).map(tarjuman::engine::freshness::flat)
    }
}

/// Parts units into two shares, the same on both sides.
fn share_of(key: &str) -> u64 {
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 17) & 1
}
