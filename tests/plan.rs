//! The plan of an article on documents made by chance: a second plan asks for nothing, a translation that copies the source renders
//! as the source, and an edit loses no translation. `TARJUMAN_DOCUMENTS` asks for more documents than the usual 20,000.

#[allow(dead_code)]
#[path = "markdown_write/generate.rs"]
mod generate;

use std::collections::BTreeMap;
use std::sync::Arc;

use generate::{Chance, document};
use tarjuman::base::Locale;
use tarjuman::engine::render::{Renderer, join};
use tarjuman::format::fluent::{self, Translation};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions};
use tarjuman::model::{Flavour, Freshness, UnitText, flatten};
use tarjuman::workflow::article::{ArticleInput, ArticlePlan, FileRole, PlanOptions, SourceFiles, TargetFiles, Translated, plan};

const DOCUMENTS: u64 = 20_000;

fn target() -> Locale {
    "eo".parse().unwrap()
}

/// An article with its files, kept in memory.
struct Desk {
    input: ArticleInput,
}

impl Desk {
    fn new(text: String, flavour: Flavour) -> Self {
        let options = ReadOptions {
            flavour,
            front_matter: vec!["title".to_owned(), "description".to_owned(), "image.alt".to_owned(), "tags".to_owned()],
            html_blocks: HtmlBlocks::Carry,
        };
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

    /// Plans, writes what the plan asks for, and sees that a second plan asks for nothing.
    fn sync(&mut self, case: &str) -> ArticlePlan {
        let planned = plan(&self.input, &PlanOptions::default());
        assert!(!planned.blocked, "{case}: {:?}", planned.diagnostics);
        for edit in &planned.edits {
            let files = self.input.targets.get_mut(&target()).unwrap();
            let place = match &edit.file {
                FileRole::Article => panic!("{case}: a plan never writes the article"),
                FileRole::Catalog(locale) if *locale == self.input.locale => &mut self.input.source.catalog,
                FileRole::Ledger(locale) if *locale == self.input.locale => &mut self.input.source.ledger,
                FileRole::Catalog(_) => &mut files.catalog,
                FileRole::Ledger(_) => &mut files.ledger,
            };
            assert_eq!(*place, edit.before, "{case}: {:?}", edit.file);
            *place = Some(edit.after.clone());
        }
        let second = plan(&self.input, &PlanOptions::default());
        assert!(second.edits.is_empty(), "{case}: a second plan asks for {:#?}", second.edits);
        planned
    }

    /// Fills every `[todo]` with the source text, as it stands in the source catalog.
    fn copy_source(&mut self) {
        let source = fluent::read(self.input.source.catalog.as_deref().unwrap_or_default());
        let catalog = self.input.targets.get_mut(&target()).unwrap().catalog.as_mut().unwrap();
        for unit in source.units() {
            if let Translation::Text(message) = &unit.translation {
                let body: String = message.lines.iter().map(|line| format!("\n    {line}")).collect();
                *catalog = catalog.replace(&format!("# [todo] {} =\n", unit.id), &format!("{} ={body}\n", unit.id));
            }
        }
    }

    /// Everything that stands in the target's files.
    fn target_texts(&self) -> String {
        let files = &self.input.targets[&target()];
        format!("{}\n{}", files.catalog.as_deref().unwrap_or_default(), files.ledger.as_deref().unwrap_or_default())
    }
}

/// A translation that copies the source renders as the unit's text.
fn assert_renders_as_source(planned: &ArticlePlan, renderer: &Renderer, case: &str) {
    let units = planned.source.article.units.iter().zip(&planned.targets[&target()].units);
    for (source, translated) in units {
        let Translated::Text(message) = &translated.translation else { panic!("{case}: {} has no text", translated.id) };
        let resolved = renderer.resolve(message, &source.placeables).unwrap_or_else(|errors| panic!("{case}: {errors:?}"));
        let whole = UnitText { segments: vec![source.content.clone()] };
        let expected = flatten(&tarjuman::engine::segment::join_segments(&whole), &source.placeables);
        assert_eq!(flatten(&join(&resolved), &source.placeables), expected, "{case}: {}", translated.id);
        assert_eq!(translated.judgement.freshness, Freshness::Current, "{case}: {}", translated.id);
    }
}

/// An edit by chance: a block more, a paragraph less, or another word.
fn edited(text: &str, chance: &mut Chance) -> String {
    match chance.below(4) {
        0 => format!("{text}\n\nA paragraph that was not there before.\n"),
        1 => text.replacen("said", "did not say", 1),
        2 => match text.find("\n\n") {
            Some(at) => format!("{}\n\nBetween the first and the second.\n\n{}", &text[..at], &text[at + 2..]),
            None => text.to_owned(),
        },
        _ => {
            let mut blocks: Vec<&str> = text.split("\n\n").collect();
            let (a, b) = (chance.below(blocks.len()), chance.below(blocks.len()));
            blocks.swap(a, b);
            blocks.join("\n\n")
        }
    }
}

#[test]
fn a_second_plan_asks_for_nothing_and_no_edit_loses_a_translation() {
    let documents = std::env::var("TARJUMAN_DOCUMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(DOCUMENTS);
    let renderer = Renderer::new(&target(), &[]);
    let (mut units, mut edits) = (0, 0);
    for seed in 0..documents {
        let flavour = if seed % 4 == 0 { Flavour::Mdx } else { Flavour::Markdown };
        let chance = &mut Chance::new(seed);
        let mut desk = Desk::new(document(chance), flavour);
        let case = format!("document {seed}");
        let born = desk.sync(&case);
        units += born.source.units.len();
        desk.copy_source();
        let filled = desk.sync(&case);
        assert_renders_as_source(&filled, &renderer, &case);

        let before: Vec<Vec<String>> = filled.targets[&target()].units.iter().filter_map(lines).collect();
        desk.input.text = edited(&desk.input.text, chance);
        let after = desk.sync(&format!("{case}, edited"));
        edits += usize::from(after.unsynced() > 0);
        let kept = desk.target_texts();
        for line in before.iter().flatten() {
            let in_ledger = line.replace('\\', "\\\\").replace('"', "\\\"");
            assert!(kept.contains(line.as_str()) || kept.contains(&in_ledger), "{case}: lost {line:?}");
        }
    }
    assert!(units as u64 > 2 * documents && edits as u64 > documents / 2, "{units} units, {edits} edits: this shows too little");
    println!("{documents} documents, {units} units, {edits} edited");
}

fn lines(unit: &tarjuman::workflow::article::TargetUnit) -> Option<Vec<String>> {
    match &unit.translation {
        Translated::Text(message) => Some(message.lines.clone()),
        Translated::Missing | Translated::Unreadable => None,
    }
}
