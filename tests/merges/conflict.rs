//! Conflict markers, and how people get rid of them.

/// Which side of every conflict a person takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    Ours,
    Theirs,
    Both,
}

/// How many conflicts a text holds.
pub fn count(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("<<<<<<< ")).count()
}

/// The text with every conflict resolved alike.
pub fn resolve(text: &str, take: Take) -> String {
    let mut resolved = String::new();
    let mut side = None;
    for line in text.split_inclusive('\n') {
        match side {
            None if line.starts_with("<<<<<<< ") => side = Some(Take::Ours),
            Some(Take::Ours) if line.starts_with("=======") => side = Some(Take::Theirs),
            Some(_) if line.starts_with(">>>>>>> ") => side = None,
            Some(within) if take != Take::Both && take != within => {}
            _ => resolved.push_str(line),
        }
    }
    resolved
}
