//! The plan for one article: what its units are now, and what every catalog and ledger of it should look like.
//!
//! Pure: texts in, texts out. `sync` writes such plans; every other verb reads them, so all of them agree.

mod in_step;
mod input;
mod offers;
mod old_units;
mod plan;
mod returning;
mod sentences;
mod signing;
mod source;
mod target;
mod terms;
mod view;

pub use input::{ArticleInput, Intervention, PlanOptions, Rendering, SourceFiles, TargetFiles};
pub use offers::{offers, waiting_lines};
pub use plan::{ArticlePlan, FileEdit, FileRole, plan, unknown_units};
pub use source::{SourcePlan, SourceUnit, UnitChange};
pub use target::{TargetPlan, TargetUnit, Translated, note_witness, one_line, read_value};
pub use view::{changed_segments, segment_changes};
