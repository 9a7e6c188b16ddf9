//! Articles made by chance, edited by chance: inserted, deleted, duplicated, swapped, split, merged, renamed, retyped and
//! re-wrapped units, up to thirty edits between two syncs. Ids are unique and stay with their texts, no translation is lost, a
//! second plan is silent, and an edit taken back makes the translations current again.
//! `TARJUMAN_SEQUENCES` asks for more sequences than the usual 20,000.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use support::TestProject;
use tarjuman::base::Locale;
use tarjuman::format::fluent::{self, Translation};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions};
use tarjuman::model::{Flavour, Freshness};
use tarjuman::workflow::article::{ArticleInput, ArticlePlan, FileRole, PlanOptions, SourceFiles, TargetFiles, Translated, plan};

const SEQUENCES: u64 = 20_000;
const TARGET: &str = "eo";

/// A small generator of numbers, so that a sequence can be made again from its number alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn sentence(&mut self) -> String {
        let length = 3 + self.below(9);
        let words: Vec<&str> = (0..length).map(|_| WORDS[self.below(WORDS.len())]).collect();
        format!("{}.", words.join(" "))
    }

    fn paragraph(&mut self) -> String {
        (0..1 + self.below(3)).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }
}

const WORDS: &[&str] = &[
    "Embassy",
    "flag",
    "raised",
    "river",
    "market",
    "Moscow",
    "twelve",
    "bread",
    "minister",
    "signed",
    "nobody",
    "[link](https://example.org/a)",
    "*slowly*",
    "`code`",
    "Kabul",
    "winter",
    "price",
    "school",
    "Москва",
    "нота",
    "مدينة",
    "قال",
    "open",
    "closed",
    "harbour",
    "<b>loud</b>",
];

/// A block of an article: a heading, a paragraph, a list item, or a row of a table.
#[derive(Clone, PartialEq)]
enum Block {
    Heading(String),
    Paragraph(String),
    Item(String),
    Row(String, &'static str),
}

fn written(blocks: &[Block]) -> String {
    let mut text = String::from("---\ntitle: A title\n---\n");
    let mut before: Option<&Block> = None;
    for block in blocks {
        let continues =
            matches!((before, block), (Some(Block::Item(_)), Block::Item(_)) | (Some(Block::Row(..)), Block::Row(..)));
        if !continues {
            text.push('\n');
        }
        match block {
            Block::Heading(words) => text.push_str(&format!("## {words}\n")),
            Block::Paragraph(words) => text.push_str(&format!("{words}\n")),
            Block::Item(words) => text.push_str(&format!("- {words}\n")),
            Block::Row(name, value) => {
                if !continues {
                    text.push_str("| Place | Open |\n|---|---|\n");
                }
                text.push_str(&format!("| {name} | {value} |\n"));
            }
        }
        before = Some(block);
    }
    text
}

fn block(dice: &mut Dice) -> Block {
    match dice.below(8) {
        0 => Block::Heading(dice.sentence().trim_end_matches('.').to_owned()),
        1 | 2 => Block::Item(dice.sentence()),
        3 => Block::Row(WORDS[dice.below(10)].to_owned(), ["Yes", "No"][dice.below(2)]),
        _ => Block::Paragraph(dice.paragraph()),
    }
}

fn words_of(block: &mut Block) -> &mut String {
    match block {
        Block::Heading(words) | Block::Paragraph(words) | Block::Item(words) | Block::Row(words, _) => words,
    }
}

/// One edit; whether it changes units, or only how they are written down.
fn edit(dice: &mut Dice, blocks: &mut Vec<Block>) {
    if blocks.is_empty() {
        blocks.push(block(dice));
    }
    let at = dice.below(blocks.len());
    match dice.below(9) {
        0 => blocks.insert(at, block(dice)),
        1 => drop(blocks.remove(at)),
        2 => blocks.insert(at, blocks[at].clone()),
        3 => {
            let other = dice.below(blocks.len());
            blocks.swap(at, other);
        }
        4 => {
            if let Block::Paragraph(words) = blocks[at].clone()
                && let Some((first, second)) = words.split_once(". ")
            {
                blocks[at] = Block::Paragraph(format!("{first}."));
                blocks.insert(at + 1, Block::Paragraph(second.to_owned()));
            }
        }
        5 => {
            if let (Block::Paragraph(first), Some(Block::Paragraph(second))) = (blocks[at].clone(), blocks.get(at + 1).cloned()) {
                blocks[at] = Block::Paragraph(format!("{first} {second}"));
                blocks.remove(at + 1);
            }
        }
        6 => {
            if let Some(heading) = blocks.iter_mut().find(|block| matches!(block, Block::Heading(_))) {
                *words_of(heading) = dice.sentence().trim_end_matches('.').to_owned();
            }
        }
        7 => {
            let words = words_of(&mut blocks[at]);
            let mut list: Vec<&str> = words.split(' ').collect();
            let which = dice.below(list.len());
            list[which] = WORDS[dice.below(WORDS.len())];
            *words = list.join(" ");
        }
        _ => {
            if let Block::Paragraph(words) = &mut blocks[at] {
                *words = if words.contains('\n') { words.replace('\n', " ") } else { words.replacen(". ", ".\n", 1) };
            }
        }
    }
}

fn target() -> Locale {
    TARGET.parse().unwrap()
}

struct Desk {
    input: ArticleInput,
}

impl Desk {
    fn new(text: String) -> Self {
        let options =
            ReadOptions { flavour: Flavour::Markdown, front_matter: vec!["title".to_owned()], html_blocks: HtmlBlocks::Carry };
        let files = TargetFiles { catalog: None, ledger: None, glossary: Some(Arc::default()) };
        let input = ArticleInput {
            name: "a".to_owned(),
            locale: "en".parse().unwrap(),
            text,
            options,
            source: SourceFiles::default(),
            targets: BTreeMap::from([(target(), files)]),
        };
        Self { input }
    }

    fn sync(&mut self, case: &str) -> ArticlePlan {
        let planned = plan(&self.input, &PlanOptions::default());
        assert!(!planned.blocked, "{case}: {:?}", planned.diagnostics);
        let files = self.input.targets.get_mut(&target()).unwrap();
        for edit in &planned.edits {
            let place = match &edit.file {
                FileRole::Article => panic!("{case}: a plan never writes the article"),
                FileRole::Catalog(locale) if *locale == self.input.locale => &mut self.input.source.catalog,
                FileRole::Ledger(locale) if *locale == self.input.locale => &mut self.input.source.ledger,
                FileRole::Catalog(_) => &mut files.catalog,
                FileRole::Ledger(_) => &mut files.ledger,
            };
            *place = Some(edit.after.clone());
        }
        let second = plan(&self.input, &PlanOptions::default());
        assert!(second.edits.is_empty(), "{case}: a second plan asks for {:#?}", second.edits);
        let ids: BTreeSet<_> = planned.source.units.iter().map(|unit| &unit.id).collect();
        assert_eq!(ids.len(), planned.source.units.len(), "{case}: an id is given twice");
        planned
    }

    /// Gives every unit a translation that names it.
    fn translate(&mut self) {
        let catalog = self.input.targets.get_mut(&target()).unwrap().catalog.as_mut().unwrap();
        *catalog = translated(catalog);
    }

    fn target_texts(&self) -> String {
        let files = &self.input.targets[&target()];
        format!("{}\n{}", files.catalog.as_deref().unwrap_or_default(), files.ledger.as_deref().unwrap_or_default())
    }
}

fn translated(catalog: &str) -> String {
    let mut text = String::new();
    for line in catalog.lines() {
        match line.strip_prefix("# [todo] ").and_then(|rest| rest.strip_suffix(" =")) {
            Some(id) => text.push_str(&format!("{id} =\n    Teksto de {id}.\n")),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    text
}

/// Texts that occur once in an article, with the ids of their units.
fn single(planned: &ArticlePlan) -> BTreeMap<(String, &'static str), String> {
    let mut found: BTreeMap<(String, &'static str), Vec<String>> = BTreeMap::new();
    for (unit, read) in planned.source.units.iter().zip(&planned.source.article.units) {
        found.entry((unit.today.fingerprint.to_string(), read.role.prefix())).or_default().push(unit.id.to_string());
    }
    found
        .into_iter()
        .filter_map(|(text, ids)| Some((text, <[String; 1]>::try_from(ids).ok()?)))
        .map(|(text, [id])| (text, id))
        .collect()
}

#[test]
fn random_edits_lose_nothing_and_can_be_taken_back() {
    let sequences = std::env::var("TARJUMAN_SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(SEQUENCES);
    let (mut edits, mut stayed, mut moved_on, mut copies) = (0, 0, 0, 0);
    let (mut returned, mut units) = (0, 0);
    for seed in 0..sequences {
        let dice = &mut Dice(seed);
        let case = format!("sequence {seed}");
        let mut blocks: Vec<Block> = (0..2 + dice.below(7)).map(|_| block(dice)).collect();
        let original = written(&blocks);
        let mut desk = Desk::new(original.clone());
        desk.sync(&case);
        desk.translate();
        let before = desk.sync(&case);
        let texts_before = single(&before);

        let count = 1 + dice.below(if seed % 4 == 0 { 30 } else { 5 });
        for _ in 0..count {
            edit(dice, &mut blocks);
        }
        edits += count;
        desk.input.text = written(&blocks);
        let after = desk.sync(&format!("{case}, edited"));
        for (text, id) in single(&after) {
            let Some(old) = texts_before.get(&text) else { continue };
            stayed += usize::from(*old == id);
            // A short text in another row or section may be another unit.
            moved_on += usize::from(*old != id);
            let words =
                after.source.units.iter().find(|unit| unit.id.as_str() == id).map_or(0, |unit| unit.flat.split(' ').count());
            assert!(*old == id || words < 4, "{case}: the text of {old} is {id} now");
        }
        let kept = desk.target_texts();
        for unit in &before.source.units {
            assert!(kept.contains(&format!("Teksto de {}.", unit.id)), "{case}: lost {}", unit.id);
        }

        desk.input.text = original;
        let undone = desk.sync(&format!("{case}, undone"));
        let mut back = 0;
        for (unit, now) in undone.source.units.iter().zip(&undone.targets[&target()].units) {
            let had = before.source.units.iter().any(|old| old.id == unit.id && old.today.fingerprint == unit.today.fingerprint);
            let is_current = now.judgement.freshness == Freshness::Current && matches!(now.translation, Translated::Text(_));
            assert!(!had || is_current, "{case}: {} is not current again", unit.id);
            back += usize::from(had);
        }
        for (text, id) in single(&undone) {
            let words =
                undone.source.units.iter().find(|unit| unit.id.as_str() == id).map_or(0, |unit| unit.flat.split(' ').count());
            // A unit that went on in another text keeps its id there; the text that comes back is then a new unit.
            copies += usize::from(words >= 4 && texts_before.get(&text) != Some(&id));
        }
        returned += back;
        units += before.source.units.len();
        let kept = desk.target_texts();
        assert!(
            before.source.units.iter().all(|unit| kept.contains(&format!("Teksto de {}.", unit.id))),
            "{case}: lost when undone"
        );
    }
    println!(
        "{sequences} sequences, {edits} edits; {stayed} texts kept their id, {moved_on} short ones did not, {copies} came back as another unit"
    );
    println!("undone: {returned} of {units} units are what they were, their translations current");
    assert!(returned * 20 >= units * 19, "{returned} of {units}");
    assert!(moved_on * 50 <= stayed, "{moved_on} of {stayed}");
    assert!(copies * 50 <= stayed, "{copies} of {stayed}");
}

#[test]
fn the_binary_does_the_same() {
    let config =
        "source-locale = \"en\"\ntarget-locales = [\"eo\"]\n\n[[articles]]\nroot = \"articles\"\nfront-matter = [\"title\"]\n";
    for seed in 0..12 {
        let dice = &mut Dice(1_000_000 + seed);
        let project = TestProject::new(config);
        let mut blocks: Vec<Block> = (0..4 + dice.below(8)).map(|_| block(dice)).collect();
        let original = written(&blocks);
        project.write("articles/a.md", &original);
        project.run(&["sync"]).exits(0);
        let filled = translated(&project.read("locales/eo/a.ftl"));
        project.write("locales/eo/a.ftl", &filled);
        project.run(&["sync"]).exits(0);
        let before = project.read("locales/eo/a.ftl");

        for _ in 0..1 + dice.below(6) {
            edit(dice, &mut blocks);
        }
        project.write("articles/a.md", written(&blocks));
        project.run(&["sync", "--yes"]);
        let synced = project.snapshot();
        project.run(&["sync", "--yes"]);
        project.assert_is(&synced, "by a second sync");
        let kept = format!("{}{}", project.read("locales/eo/a.ftl"), project.read("locales/eo/a.ledger.toml"));
        let units = fluent::read(&before);
        let ids = units.units().filter(|unit| unit.translation != Translation::Missing).map(|unit| unit.id.to_string());
        for id in ids {
            assert!(kept.contains(&format!("Teksto de {id}.")), "seed {seed}: lost {id}");
        }

        project.write("articles/a.md", &original);
        project.run(&["sync", "--yes"]);
        let after = fluent::read(&project.read("locales/eo/a.ftl"));
        let current = |id: &&str| after.text.contains(&format!("{id} =\n    Teksto de {id}."));
        let all: Vec<String> = units.units().map(|unit| unit.id.to_string()).collect();
        let back = all.iter().map(String::as_str).filter(current).count();
        assert!(back * 2 >= all.len(), "seed {seed}: {back} of {} are back", all.len());
    }
}
