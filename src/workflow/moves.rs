//! What moved between articles: an article whose file has another name, and units that went in one article and are new in
//! another. Both are said, never done: only a person knows whether a text was moved or written twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use crate::base::{Diagnostic, Fingerprint, Severity};
use crate::format::ledger;
use crate::model::UnitId;
use crate::project::{ArticleName, Project, layout, load};

use super::Error;
use super::article::UnitChange;
use super::planning::{self, Planned};

/// What one sync sees of texts coming and going; filled while articles are visited in any order.
#[derive(Debug, Default)]
pub(super) struct Moves {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// The texts of every article, if anybody wants to know.
    texts: BTreeMap<String, BTreeSet<Fingerprint>>,
    /// Translated units that went, by text.
    gone: BTreeMap<Fingerprint, BTreeSet<(String, UnitId)>>,
    /// Units that are new, by text.
    born: BTreeMap<Fingerprint, BTreeSet<(String, UnitId)>>,
    resolved: BTreeSet<(UnitId, UnitId)>,
}

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

/// Fewer words than this say too little to be recognised in another article.
const TELLING: usize = 5;

impl Moves {
    /// Takes note of a planned article; of all its texts only where `texts` says so.
    pub fn note(&self, planned: &Planned, texts: bool) {
        let Some(plan) = planned.plan.as_ref() else { return };
        let name = planned.name.to_string();
        let mut seen = self.seen.lock().expect("nobody panics while noting");
        seen.resolved.extend(plan.source.resolved.iter().cloned());
        if texts {
            let prints = plan.source.units.iter().map(|unit| unit.today.fingerprint).collect();
            seen.texts.insert(name.clone(), prints);
        }
        let tells = |text: &str| text.split_whitespace().count() >= TELLING || text.chars().count() >= 4 * TELLING;
        for unit in plan.source.units.iter().filter(|unit| unit.change == UnitChange::Born && tells(&unit.flat)) {
            seen.born.entry(unit.today.fingerprint).or_default().insert((name.clone(), unit.id.clone()));
        }
        for id in &plan.source.gone {
            let is_translated = |target: &super::article::TargetPlan| target.obsolete.contains(id);
            if plan.targets.values().any(is_translated) {
                let print = plan.source.ledger.units[id].fingerprint;
                seen.gone.entry(print).or_default().insert((name.clone(), id.clone()));
            }
        }
    }

    /// Units that went in one article and are new in another with the same text.
    pub fn findings(&self, project: &Project) -> Vec<Diagnostic> {
        let seen = self.seen.lock().expect("nobody panics while noting");
        let mut findings = Vec::new();
        for (print, gone) in &seen.gone {
            for (article, unit) in seen.born.get(print).into_iter().flatten() {
                let Some((from, old)) = gone.iter().find(|(from, _)| from != article) else { continue };
                let path =
                    project.articles.iter().find(|known| known.name.as_str() == article).map(|known| known.path.to_string());
                let message = format!("`{article}#{unit}` has the text that `{from}#{old}` had; it may be that unit, moved");
                let help = format!("`tarjuman explain {from}#{old}` shows its translations, `tarjuman set` takes one over");
                let diagnostic = planning::article_diagnostic("moved-to-article", message, &path.unwrap_or_default());
                findings.push(diagnostic.severity(Severity::Note).unit(unit.as_str()).help(help));
            }
        }
        findings
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
