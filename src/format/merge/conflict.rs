//! How a conflict is written: as git writes one, so that every editor that resolves conflicts knows it.

/// The names of the sides in conflict markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// What is merged into.
    pub ours: String,
    /// What both sides come from.
    pub base: String,
    /// What is merged.
    pub theirs: String,
}

impl Default for Labels {
    fn default() -> Self {
        Self { ours: "ours".to_owned(), base: "base".to_owned(), theirs: "theirs".to_owned() }
    }
}

/// How conflicts are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeOptions {
    /// Names of the sides.
    pub labels: Labels,
    /// How many characters a marker has; 7 in git by default, and the number that `sync` looks for.
    pub marker_size: usize,
    /// Whether the text of the base is shown between the two sides (git: `merge.conflictStyle = diff3`).
    pub with_base: bool,
}

impl Default for MergeOptions {
    fn default() -> Self {
        Self { labels: Labels::default(), marker_size: 7, with_base: false }
    }
}

/// What a merge came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged<T = String> {
    /// The merged file.
    pub text: T,
    /// How many conflicts are marked in it.
    pub conflicts: usize,
}

impl<T> Merged<T> {
    /// A merge without conflicts.
    pub fn clean(text: T) -> Self {
        Self { text, conflicts: 0 }
    }
}

/// The sides of one conflict.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Conflict<'t> {
    /// Our side.
    pub ours: &'t [u8],
    /// What both come from.
    pub base: &'t [u8],
    /// Their side.
    pub theirs: &'t [u8],
}

impl Conflict<'_> {
    /// Appends the conflict with its markers; every marker stands on a line of its own.
    pub fn write(&self, out: &mut Vec<u8>, options: &MergeOptions, eol: &str) {
        let labels = &options.labels;
        push_marker(out, b'<', &labels.ours, options, eol);
        push_lines(out, self.ours, eol);
        if options.with_base {
            push_marker(out, b'|', &labels.base, options, eol);
            push_lines(out, self.base, eol);
        }
        push_marker(out, b'=', "", options, eol);
        push_lines(out, self.theirs, eol);
        push_marker(out, b'>', &labels.theirs, options, eol);
    }
}

fn push_marker(out: &mut Vec<u8>, mark: u8, label: &str, options: &MergeOptions, eol: &str) {
    out.extend(std::iter::repeat_n(mark, options.marker_size));
    if !label.is_empty() {
        out.push(b' ');
        // A branch has no line end in its name, but what a script passes as a label may have.
        out.extend(label.chars().filter(|c| !c.is_control()).collect::<String>().bytes());
    }
    out.extend(eol.bytes());
}

fn push_lines(out: &mut Vec<u8>, lines: &[u8], eol: &str) {
    out.extend(lines);
    if !lines.is_empty() && !lines.ends_with(b"\n") {
        out.extend(eol.bytes());
    }
}
