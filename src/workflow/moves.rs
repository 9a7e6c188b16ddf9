//! What moved between articles: an article whose file has another name, and units that went in one article and have no
//! translation in another. Both are said and offered, never done: only a person knows whether a text was moved or written twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use crate::base::{Diagnostic, Fingerprint, Locale, Severity};
use crate::format::fluent::{self, Translation};
use crate::format::ledger;
use crate::model::UnitId;
use crate::project::{ArticleName, Project, layout, load};

use super::Error;
use super::article::{ArticlePlan, Intervention, PlanOptions, TargetPlan, TargetUnit, Translated, one_line};
use super::planning::{self, Planned};

/// What one sync sees of texts coming and going; filled while articles are visited in any order.
#[derive(Debug, Default)]
pub(super) struct Moves {
    seen: Mutex<Seen>,
}

/// What other articles want to know of one: by text, the units and the locales.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Traces {
    /// Units that lack a translation and an offer there.
    pub missing: Vec<(Fingerprint, UnitId, BTreeSet<Locale>)>,
    /// Units that went, now or before, and whose translations wait there.
    pub gone: Vec<(Fingerprint, UnitId, BTreeSet<Locale>)>,
}

#[derive(Debug, Default)]
struct Seen {
    /// The texts of every article, if anybody wants to know.
    texts: BTreeMap<String, BTreeSet<Fingerprint>>,
    /// Units that went, now or before, by text, with the locales in which translations wait.
    gone: BTreeMap<Fingerprint, Places>,
    /// Units by text, with the locales in which they lack a translation and an offer.
    missing: BTreeMap<Fingerprint, Places>,
    resolved: BTreeSet<(UnitId, UnitId)>,
}

/// What is offered, by the article that it is offered in.
type OffersByArticle = BTreeMap<String, Vec<Intervention>>;

/// Articles' units, each with locales.
type Places = BTreeMap<(String, UnitId), BTreeSet<Locale>>;

/// The article that holds most texts of one whose file is gone.
#[derive(Debug)]
pub(super) struct Successor {
    /// Its name.
    pub name: String,
    /// How many texts both have.
    pub shared: usize,
    /// How many the old one had.
    pub of: usize,
}

/// A unit that lacks a translation, and what it was in another article.
#[derive(Debug)]
struct Pair {
    from: String,
    old: UnitId,
    article: String,
    unit: UnitId,
    /// Where it lacks a translation and the other has one.
    locales: BTreeSet<Locale>,
}

/// Whether there is neither a translation nor one from another article.
fn lacks_offer(unit: &TargetUnit) -> bool {
    matches!(unit.translation, Translated::Missing) && unit.record.offered.is_none()
}

/// The translations that are wanted of a unit that went, as they wait, each on one line.
fn texts(plan: &ArticlePlan, pair: &Pair) -> Vec<(Locale, String)> {
    let text = |target: &TargetPlan| {
        let catalog = fluent::read(target.ledger.units.get(&pair.old)?.entry.as_ref()?);
        match &catalog.unit(&pair.old)?.translation {
            Translation::Text(message) => Some((target.locale.clone(), one_line(&message.lines.join(" ")))),
            Translation::Missing | Translation::Unreadable => None,
        }
    };
    plan.targets.values().filter(|target| pair.locales.contains(&target.locale)).filter_map(text).collect()
}

fn finding(project: &Project, pair: &Pair) -> Diagnostic {
    let Pair { from, old, article, unit, .. } = pair;
    let path = project.articles.iter().find(|known| known.name.as_str() == article).map(|known| known.path.to_string());
    let message = format!("`{article}#{unit}` has the text that `{from}#{old}` had; it may be that unit, moved");
    let help = format!("its translations stand as notes in the catalogs of `{article}`; `tarjuman set` takes one over");
    let diagnostic = planning::article_diagnostic("moved-to-article", message, &path.unwrap_or_default());
    diagnostic.severity(Severity::Note).unit(unit.as_str()).help(help)
}

/// Fewer words than this say too little to be recognised in another article.
const TELLING: usize = 5;

impl Traces {
    /// Those of a planned article.
    pub fn of(planned: &Planned) -> Self {
        let mut traces = Self::default();
        let Some(plan) = planned.plan.as_ref() else { return traces };
        let tells = |text: &str| text.split_whitespace().count() >= TELLING || text.chars().count() >= 4 * TELLING;
        for (at, unit) in plan.source.units.iter().enumerate() {
            let lacking = plan.targets.values().filter(|target| lacks_offer(&target.units[at]));
            let lacking: BTreeSet<Locale> = lacking.map(|target| target.locale.clone()).collect();
            if !lacking.is_empty() && tells(&unit.flat) {
                traces.missing.push((unit.today.fingerprint, unit.id.clone(), lacking));
            }
        }
        let mut gone: BTreeMap<&UnitId, BTreeSet<Locale>> = BTreeMap::new();
        for (target, id) in plan.targets.values().flat_map(|target| target.obsolete.iter().map(move |id| (target, id))) {
            gone.entry(id).or_default().insert(target.locale.clone());
        }
        for (id, locales) in gone {
            if let Some(record) = plan.source.ledger.units.get(id) {
                traces.gone.push((record.fingerprint, id.clone(), locales));
            }
        }
        traces
    }
}

impl Seen {
    fn add(&mut self, name: &str, traces: Traces) {
        let Traces { missing, gone } = traces;
        for (places, found) in [(&mut self.missing, missing), (&mut self.gone, gone)] {
            for (print, unit, locales) in found {
                places.entry(print).or_default().insert((name.to_owned(), unit), locales);
            }
        }
    }
}

impl Moves {
    /// Takes note of a planned article; of all its texts only where `texts` says so.
    pub fn note(&self, planned: &Planned, texts: bool) {
        let Some(plan) = planned.plan.as_ref() else { return };
        let name = planned.name.as_str();
        let mut seen = self.seen.lock().expect("nobody panics while noting");
        seen.resolved.extend(plan.source.resolved.iter().cloned());
        if texts {
            let prints = plan.source.units.iter().map(|unit| unit.today.fingerprint).collect();
            seen.texts.insert(name.to_owned(), prints);
        }
        seen.add(name, Traces::of(planned));
    }

    /// Takes note of an article that is not planned because nothing of it has changed.
    pub fn remember(&self, name: &str, traces: &Traces) {
        self.seen.lock().expect("nobody panics while noting").add(name, traces.clone());
    }

    /// Units without translation whose text another article had, each with the unit that it was there.
    fn pairs(&self) -> Vec<Pair> {
        let seen = self.seen.lock().expect("nobody panics while noting");
        let mut pairs = Vec::new();
        for (print, gone) in &seen.gone {
            for ((article, unit), lacking) in seen.missing.get(print).into_iter().flatten() {
                let mut sources = gone.iter().filter(|((from, _), _)| from != article);
                if let Some(((from, old), waiting)) = sources.find(|(_, waiting)| !waiting.is_disjoint(lacking)) {
                    let locales = waiting.intersection(lacking).cloned().collect();
                    let (from, old) = (from.clone(), old.clone());
                    pairs.push(Pair { from, old, article: article.clone(), unit: unit.clone(), locales });
                }
            }
        }
        pairs
    }

    /// The translations to be offered, and what is to be said of it.
    pub fn offers(&self, project: &Project) -> Result<(OffersByArticle, Vec<Diagnostic>), Error> {
        let pairs = self.pairs();
        let mut sources: Vec<String> = pairs.iter().map(|pair| pair.from.clone()).collect();
        sources.sort();
        sources.dedup();
        let mut offers = OffersByArticle::new();
        let mut findings = Vec::new();
        if sources.is_empty() {
            return Ok((offers, findings));
        }
        let visited = planning::visit(project, &planning::select(project, &sources)?, &PlanOptions::default(), |planned| {
            let wanted = pairs.iter().filter(|pair| pair.from == planned.name.as_str());
            wanted.filter_map(|pair| Some((pair, texts(planned.plan.as_ref()?, pair)))).collect::<Vec<_>>()
        })?;
        for (pair, texts) in visited.results.into_iter().flatten().filter(|(_, texts)| !texts.is_empty()) {
            findings.push(finding(project, pair));
            let offer = |(locale, text): (Locale, String)| Intervention::Offer {
                locale,
                unit: pair.unit.clone(),
                offered: format!("{}#{}: {text}", pair.from, pair.old),
            };
            offers.entry(pair.article.clone()).or_default().extend(texts.into_iter().map(offer));
        }
        Ok((offers, findings))
    }

    /// The one article that holds most of what a deserted one held, if it holds two fifths of it.
    pub fn successor(&self, project: &Project, old: &ArticleName) -> Result<Option<Successor>, Error> {
        let path = layout::locale_ledger(&project.config.source_locale, old);
        let text = load::load_text(&project.root, path.as_str())?.text.unwrap_or_default();
        let records = ledger::read_source(&text).ledger.units;
        let held: BTreeSet<Fingerprint> =
            records.values().filter(|record| !record.obsolete).map(|record| record.fingerprint).collect();
        let seen = self.seen.lock().expect("nobody panics while noting");
        let mut shared: Vec<(usize, &String)> =
            seen.texts.iter().map(|(name, texts)| (texts.intersection(&held).count(), name)).collect();
        shared.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let rival = shared.get(1).map_or(0, |(count, _)| *count);
        let best = shared.first().filter(|(count, _)| *count * 5 >= held.len() * 2 && *count > rival);
        Ok(best.map(|&(count, name)| Successor { name: name.clone(), shared: count, of: held.len() }))
    }

    /// Checks that every choice of a person was carried out somewhere.
    pub fn require_resolved(&self, choices: &[(UnitId, UnitId)]) -> Result<(), Error> {
        let seen = self.seen.lock().expect("nobody panics while noting");
        match choices.iter().find(|choice| !seen.resolved.contains(choice)) {
            None => Ok(()),
            Some((old, new)) => Err(Error::Refused {
                message: format!("no article has both an old unit `{old}` and a new text `{new}`"),
                help: "`tarjuman sync --dry-run` prints the ids of new texts, and which old ones could go on in them".to_owned(),
            }),
        }
    }
}
