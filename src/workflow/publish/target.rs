//! What publishing produces.

use crate::project::layout::TargetName;

/// What is produced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Target {
    /// A site: one HTML page per article and locale, with indexes, feeds and a sitemap.
    #[default]
    Site,
    /// One Markdown file per locale, for a site generator.
    Markdown,
    /// One JSON file per locale, with every unit, for other programs.
    Json,
    /// One plain text file per locale.
    Text,
}

impl Target {
    /// All targets.
    pub const ALL: [Target; 4] = [Target::Site, Target::Markdown, Target::Json, Target::Text];

    /// The word on the command line and in `published/`.
    pub fn as_str(self) -> &'static str {
        match self {
            Target::Site => "site",
            Target::Markdown => "markdown",
            Target::Json => "json",
            Target::Text => "text",
        }
    }

    /// The same as the name of a folder.
    pub fn name(self) -> TargetName {
        self.as_str().parse().expect("the words for targets are names")
    }
}
