//! `tarjuman merge-driver`

use tarjuman::format::merge::{Labels, MergeOptions};
use tarjuman::workflow::{MergeDriverOptions, merge_driver};

use crate::cli::args::MergeDriverArguments;
use crate::cli::run::{Console, Failure, Verdict};

/// Merges for git. Prints nothing: the result is the file, and git says what it means.
pub fn run(arguments: MergeDriverArguments, _console: &mut Console) -> Result<Verdict, Failure> {
    let options = MergeDriverOptions {
        ancestor: arguments.ancestor,
        ours: arguments.ours,
        theirs: arguments.theirs,
        path: arguments.path,
        merge: MergeOptions {
            labels: Labels {
                ours: label(arguments.ours_label, "ours"),
                base: label(arguments.base_label, "base"),
                theirs: label(arguments.theirs_label, "theirs"),
            },
            marker_size: arguments.marker_size.into(),
            with_base: arguments.conflict_style.ends_with("diff3"),
        },
    };
    match merge_driver(&options) {
        Ok(report) => Ok(Verdict::findings_if(report.conflicts > 0)),
        Err(error) => Err(Failure::Driver(error)),
    }
}

/// A label as git gives it; an older git passes the placeholder itself.
fn label(given: Option<String>, otherwise: &str) -> String {
    given.filter(|label| !label.is_empty() && !label.starts_with('%')).unwrap_or_else(|| otherwise.to_owned())
}
