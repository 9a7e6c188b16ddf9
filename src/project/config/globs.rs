//! Globs as the configuration writes them: `*` stays within a folder, `**` goes through folders.

use globset::{Error, GlobBuilder, GlobSet, GlobSetBuilder};

/// The globs as one matcher for paths below a root.
pub(in crate::project) fn build_globs<S: AsRef<str>>(globs: &[S]) -> Result<GlobSet, Error> {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        builder.add(GlobBuilder::new(glob.as_ref()).literal_separator(true).build()?);
    }
    builder.build()
}
