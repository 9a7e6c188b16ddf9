//! The rules, one per file.

mod ignore_without_reason;
mod missing_locale_form;
mod reference_cycle;
mod term_forbidden;
mod term_missing;
mod term_not_kept;
mod term_unspecified;
mod unknown_term;
mod unknown_variant;
mod unused_ignore;

pub use ignore_without_reason::RULE as IGNORE_WITHOUT_REASON;
pub use missing_locale_form::RULE as MISSING_LOCALE_FORM;
pub use reference_cycle::RULE as REFERENCE_CYCLE;
pub use term_forbidden::RULE as TERM_FORBIDDEN;
pub use term_missing::RULE as TERM_MISSING;
pub use term_not_kept::RULE as TERM_NOT_KEPT;
pub use term_unspecified::RULE as TERM_UNSPECIFIED;
pub use unknown_term::RULE as UNKNOWN_TERM;
pub use unknown_variant::RULE as UNKNOWN_VARIANT;
pub use unused_ignore::RULE as UNUSED_IGNORE;
