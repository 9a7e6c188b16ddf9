//! A Markdown page as a session: prose, files to save, commands with what they print.

/// A piece of a page, in order.
pub enum Part {
    /// Lines that only people read, fences of other blocks included.
    Prose(String),
    /// A file to be saved: the fence's line, the path in it, the text.
    File {
        /// The opening fence.
        fence: String,
        /// Path relative to the session's folder.
        path: String,
        /// The file's text.
        text: String,
    },
    /// Commands to be run.
    Console(Vec<Step>),
}

/// A command and what it does.
pub struct Step {
    /// The command, several lines if it was continued.
    pub command: String,
    /// The exit code shown.
    pub exit: i32,
    /// The output shown.
    pub output: String,
}

impl Part {
    /// The steps in it.
    pub fn steps(&self) -> &[Step] {
        match self {
            Part::Console(steps) => steps,
            Part::Prose(_) | Part::File { .. } => &[],
        }
    }
}

/// Reads a page; [`write`] gives it back as it was.
pub fn read(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut prose = String::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let info = line.trim_end().strip_prefix("```").filter(|info| !info.is_empty());
        let file = info.and_then(|info| info.split_once(" file="));
        if info != Some("console") && file.is_none() {
            prose.push_str(line);
            continue;
        }
        let body: String = lines.by_ref().take_while(|line| line.trim_end() != "```").collect();
        parts.push(Part::Prose(std::mem::take(&mut prose)));
        parts.push(match file {
            Some((_, path)) => Part::File { fence: line.to_owned(), path: path.to_owned(), text: body },
            None => Part::Console(steps(&body)),
        });
    }
    parts.push(Part::Prose(prose));
    parts
}

fn steps(body: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in body.split_inclusive('\n') {
        match (line.strip_prefix("$ "), line.strip_prefix("> "), steps.last_mut()) {
            (Some(command), ..) => {
                let command = command.trim_end();
                let (command, exit) = match command.rsplit_once("  # exit ") {
                    Some((command, exit)) => (command, exit.parse().unwrap()),
                    None => (command, 0),
                };
                steps.push(Step { command: command.to_owned(), exit, output: String::new() });
            }
            (None, Some(more), Some(step)) if step.output.is_empty() => {
                step.command.push('\n');
                step.command.push_str(more.trim_end());
            }
            (None, _, Some(step)) => step.output.push_str(line),
            (None, _, None) => panic!("a console block begins with a command, not with {line:?}"),
        }
    }
    steps
}

/// The page as text.
pub fn write(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Prose(prose) => text.push_str(prose),
            Part::File { fence, text: body, .. } => text.push_str(&format!("{fence}{body}```\n")),
            Part::Console(steps) => {
                text.push_str("```console\n");
                steps.iter().for_each(|step| write_step(&mut text, step));
                text.push_str("```\n");
            }
        }
    }
    text
}

fn write_step(text: &mut String, step: &Step) {
    let mut lines = step.command.lines();
    text.push_str(&format!("$ {}", lines.next().unwrap_or_default()));
    if step.exit != 0 {
        text.push_str(&format!("  # exit {}", step.exit));
    }
    text.push('\n');
    lines.for_each(|line| text.push_str(&format!("> {line}\n")));
    text.push_str(&step.output);
}

/// Whether output is what a page shows, where `…` stands for anything.
pub fn matches(shown: &str, printed: &str) -> bool {
    let shown: Vec<&str> = shown.lines().collect();
    let printed: Vec<&str> = printed.lines().collect();
    lines_match(&shown, &printed)
}

fn lines_match(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|skipped| lines_match(rest, &printed[skipped..])),
        Some((line, rest)) => {
            let Some((first, others)) = printed.split_first() else { return false };
            line_matches(line, first) && lines_match(rest, others)
        }
    }
}

fn line_matches(shown: &str, printed: &str) -> bool {
    // A catalog's notes may hold a `…` themselves: equal lines match before any pattern is looked for.
    if shown == printed {
        return true;
    }
    let Some((start, rest)) = shown.split_once('…') else { return false };
    let Some(mut printed) = printed.strip_prefix(start) else { return false };
    let pieces: Vec<&str> = rest.split('…').collect();
    let (last, middle) = pieces.split_last().expect("splitting gives at least one piece");
    for piece in middle {
        let Some(at) = printed.find(piece) else { return false };
        printed = &printed[at + piece.len()..];
    }
    printed.ends_with(last)
}
