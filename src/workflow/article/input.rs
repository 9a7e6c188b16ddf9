//! What planning needs to know: the texts of one article's files, and what a person has just said.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Fingerprint, Locale};
use crate::engine::glossary::Glossary;
use crate::engine::record::Attribution;
use crate::engine::segment::Rules;
use crate::format::markdown::ReadOptions;
use crate::model::{Impact, State, UnitId};

/// The texts of the files of one article.
#[derive(Debug, Clone)]
pub struct ArticleInput {
    /// The article's name.
    pub name: String,
    /// The source locale.
    pub locale: Locale,
    /// The article itself.
    pub text: String,
    /// How to read it.
    pub options: ReadOptions,
    /// The source locale's files.
    pub source: SourceFiles,
    /// The target locales' files.
    pub targets: BTreeMap<Locale, TargetFiles>,
}

/// The source locale's files of an article; `None` for a file that is not there.
#[derive(Debug, Clone, Default)]
pub struct SourceFiles {
    /// The source catalog.
    pub catalog: Option<String>,
    /// The source ledger.
    pub ledger: Option<String>,
}

/// One target locale's files of an article; `None` for a file that is not there.
#[derive(Debug, Clone, Default)]
pub struct TargetFiles {
    /// The target catalog.
    pub catalog: Option<String>,
    /// The target ledger.
    pub ledger: Option<String>,
    /// The locale's glossary, for signatures; `None` when it cannot be read, and the locale's files must be left alone.
    pub glossary: Option<Arc<Glossary>>,
}

/// How to plan.
#[derive(Debug, Clone)]
pub struct PlanOptions {
    /// Who brought the new texts found in catalogs.
    pub attribution: Attribution,
    /// Whether catalogs carry notes.
    pub notes: bool,
    /// The source locale's glossary, whose terms are noted above the units that hold them.
    pub terms: Option<Arc<Glossary>>,
    /// What a person has just said, in order.
    pub interventions: Vec<Intervention>,
    /// How the article is cut into sentences; `None` for the built-in rules of its locale.
    pub rules: Option<Arc<Rules>>,
    /// Whether texts that have not changed are cut anew.
    pub resegment: bool,
    /// Whether to say what the article's files should hold: whoever only looks at translations needs no edits.
    pub edits: bool,
}

impl Default for PlanOptions {
    fn default() -> Self {
        let attribution = Attribution::default();
        Self { attribution, notes: true, terms: None, interventions: Vec::new(), rules: None, resegment: false, edits: true }
    }
}

/// Something a person says through a command, beside what the files say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intervention {
    /// This is the unit's translation.
    Set {
        /// The locale.
        locale: Locale,
        /// The unit.
        unit: UnitId,
        /// Lines in Fluent pattern syntax.
        lines: Vec<String>,
        /// Which source text it renders.
        renders: Rendering,
        /// Who says so.
        by: Attribution,
    },
    /// The translation holds for today's source text.
    Confirm {
        /// The locale.
        locale: Locale,
        /// The unit.
        unit: UnitId,
        /// The state it has then, if more than `translated`.
        state: Option<State>,
        /// Who says so.
        by: Option<String>,
    },
    /// The translation will not do.
    Reject {
        /// The locale.
        locale: Locale,
        /// The unit.
        unit: UnitId,
        /// Why.
        why: String,
        /// Who says so.
        by: Option<String>,
    },
    /// What an edit of the source means for translations.
    Verdict {
        /// The unit.
        unit: UnitId,
        /// The text before; `None` for the text before the last edit.
        from: Option<Fingerprint>,
        /// What it means.
        impact: Impact,
    },
    /// The text stood in another article, which had this translation of it.
    Offer {
        /// The locale.
        locale: Locale,
        /// The unit.
        unit: UnitId,
        /// The unit it was, and its translation: `ARTICLE#UNIT: TEXT`.
        offered: String,
    },
    /// Where the alignment leaves a choice open, or chose wrongly: this old unit goes on in this new one.
    Resolve {
        /// The unit of the last sync, or one that has become obsolete.
        old: UnitId,
        /// The id that a sync without this choice gives the new text.
        new: UnitId,
    },
}

/// Which source text a text renders that a person gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendering {
    /// The one the person sees who gives it.
    Seen,
    /// The one it rendered when it was written; `None`: nobody knows.
    Known(Option<Fingerprint>),
}

impl Intervention {
    /// The unit it is about.
    pub fn unit(&self) -> &UnitId {
        match self {
            Intervention::Set { unit, .. }
            | Intervention::Confirm { unit, .. }
            | Intervention::Reject { unit, .. }
            | Intervention::Verdict { unit, .. }
            | Intervention::Offer { unit, .. } => unit,
            Intervention::Resolve { new, .. } => new,
        }
    }
}
