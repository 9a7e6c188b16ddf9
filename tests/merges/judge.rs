//! What is true, by the test's own bookkeeping, against what the tool says.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use tarjuman::base::{Locale, normalise};
use tarjuman::engine::glossary::Glossary;
use tarjuman::format::fluent::{self, Translation};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions};
use tarjuman::model::{Flavour, Freshness};
use tarjuman::workflow::article::{self, ArticleInput, ArticlePlan, PlanOptions, SourceFiles, TargetFiles, Translated};

use super::repository::{ARTICLE, Files, LOCALES};
use super::translator::marks;

/// Which source text every translation was made from, as the people of the story know it.
#[derive(Default)]
pub struct Truth {
    /// By locale and lines of the translation: the source text, normalised.
    made_from: HashMap<(String, String), String>,
    /// Source texts that the author called equivalent.
    equivalent: Vec<(String, String)>,
}

impl Truth {
    pub fn translated(&mut self, locale: &str, lines: &[String], source: &str) {
        self.made_from.insert((locale.to_owned(), lines.join("\n")), normalise(source).into_owned());
    }

    /// The author said that an edit means nothing to translations.
    pub fn same(&mut self, one: &str, other: &str) {
        self.equivalent.push((normalise(one).into_owned(), normalise(other).into_owned()));
    }

    /// Whether somebody wrote just this translation.
    pub fn knows(&self, locale: &str, lines: &[String]) -> bool {
        self.made_from.contains_key(&(locale.to_owned(), lines.join("\n")))
    }

    /// Whether a translation holds for `source`; `None` when nobody wrote this translation.
    fn holds(&self, locale: &str, lines: &[String], source: &str) -> Option<bool> {
        let made_from = self.made_from.get(&(locale.to_owned(), lines.join("\n")))?;
        let mut class = BTreeSet::from([made_from.as_str()]);
        loop {
            let before = class.len();
            for (one, other) in &self.equivalent {
                if class.contains(one.as_str()) || class.contains(other.as_str()) {
                    class.extend([one.as_str(), other.as_str()]);
                }
            }
            if class.len() == before {
                return Some(class.contains(normalise(source).as_ref()));
            }
        }
    }
}

/// A translation that stands otherwise than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misjudged {
    pub locale: String,
    pub unit: String,
    pub lines: Vec<String>,
    pub source: String,
}

/// What is wrong in a project that was synced.
#[derive(Debug, Default)]
pub struct Verdict {
    /// `current`, but made from another source text, or by nobody.
    pub wrongly_current: Vec<Misjudged>,
    /// `stale`, but made from today's source text.
    pub needlessly_stale: Vec<Misjudged>,
}

/// The plan of a sync of these files; `notes` is what the configuration says of notes.
pub fn plan(files: &Files, notes: bool) -> ArticlePlan {
    let file = |path: String| files.get(&path).cloned();
    let catalog = |locale: &str| file(format!("locales/{locale}/report.ftl"));
    let ledger = |locale: &str| file(format!("locales/{locale}/report.ledger.toml"));
    let locale = |text: &str| text.parse::<Locale>().expect("a locale");
    let glossary = |name: &str| {
        let text = file(format!("glossary/{name}.ftl")).unwrap_or_default();
        Some(Arc::new(Glossary::read(&text, &locale(name)).0))
    };
    let targets = LOCALES.iter().map(|name| {
        let files = TargetFiles { catalog: catalog(name), ledger: ledger(name), glossary: glossary(name) };
        (locale(name), files)
    });
    let options =
        ReadOptions { flavour: Flavour::Markdown, front_matter: vec!["title".to_owned()], html_blocks: HtmlBlocks::Carry };
    let input = ArticleInput {
        name: "report".to_owned(),
        locale: locale("en"),
        text: files[ARTICLE].clone(),
        options,
        source: SourceFiles { catalog: catalog("en"), ledger: ledger("en") },
        targets: targets.collect(),
    };
    article::plan(&input, &PlanOptions { notes, terms: glossary("en"), ..PlanOptions::default() })
}

/// Compares every freshness in a synced project with the truth.
pub fn judge(files: &Files, truth: &Truth) -> Verdict {
    let plan = plan(files, true);
    let mut verdict = Verdict::default();
    for (locale, target) in &plan.targets {
        for (source, unit) in plan.source.units.iter().zip(&target.units) {
            let Translated::Text(message) = &unit.translation else { continue };
            let misjudged = || Misjudged {
                locale: locale.to_string(),
                unit: unit.id.to_string(),
                lines: message.lines.clone(),
                source: source.flat.clone(),
            };
            let holds = truth.holds(&locale.to_string(), &message.lines, &source.flat);
            match (unit.judgement.freshness, holds) {
                (Freshness::Current, Some(false) | None) => verdict.wrongly_current.push(misjudged()),
                (Freshness::Stale, Some(true)) => verdict.needlessly_stale.push(misjudged()),
                _ => {}
            }
        }
    }
    verdict
}

/// The units of a locale by id: the bytes of their entries and the lines of their texts.
pub fn entries(files: &Files, locale: &str) -> BTreeMap<String, (String, Vec<String>)> {
    let catalog = fluent::read(&files[&catalog_path(locale)]);
    let entry = |unit: &fluent::UnitEntry| {
        let lines = match &unit.translation {
            Translation::Text(message) => message.lines.clone(),
            Translation::Missing | Translation::Unreadable => Vec::new(),
        };
        let bytes = catalog.entry_text(&unit.id).unwrap_or_default().to_owned();
        (unit.id.to_string(), (bytes, lines))
    };
    catalog.units().map(entry).collect()
}

/// Units whose entries differ, or that only one of the two has.
pub fn changed_units(before: &Files, after: &Files, locale: &str) -> BTreeSet<String> {
    let (before, after) = (entries(before, locale), entries(after, locale));
    let ids = before.keys().chain(after.keys());
    ids.filter(|id| before.get(*id).map(|(bytes, _)| bytes) != after.get(*id).map(|(bytes, _)| bytes)).cloned().collect()
}

pub fn catalog_path(locale: &str) -> String {
    format!("locales/{locale}/report.ftl")
}

/// The marks of every line of translation that a locale's catalog or ledger holds.
pub fn marks_of(files: &Files, locale: &str) -> BTreeSet<String> {
    let paths = [catalog_path(locale), format!("locales/{locale}/report.ledger.toml")];
    paths.iter().filter_map(|path| files.get(path)).flat_map(|text| marks(text).map(str::to_owned)).collect()
}
