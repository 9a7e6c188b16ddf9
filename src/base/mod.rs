//! The ground floor: locales, fingerprints, spans, diagnostics and text normalisation.
//!
//! Nothing here knows what an article or a catalog is; every other layer may import it.

mod bytes;
mod diagnostic;
mod fingerprint;
pub mod limits;
mod locale;
mod moment;
mod normalise;
mod span;

pub use bytes::{any_byte, any_pair};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use fingerprint::{Fingerprint, FingerprintError};
pub use locale::{Direction, Locale, LocaleError};
pub use moment::{Moment, MomentError};
pub use normalise::{joins_without_space, normalise};
pub use span::{LineIndex, Position, Span};
