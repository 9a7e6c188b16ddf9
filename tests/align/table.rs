//! The table of edits: `cases.txt` says how it is written. Tests and the retention bench read it.
#![allow(dead_code, reason = "each program uses its own part")]

use tarjuman::base::Fingerprint;
use tarjuman::engine::align::{AlignUnit, Alignment, Attachment, align};
use tarjuman::model::Role;

/// One edit of an article, with what must become of every unit.
pub struct Case {
    /// The file and the title.
    pub name: String,
    /// The units before.
    pub old: Vec<(Role, String)>,
    /// The units after.
    pub new: Vec<(Role, String)>,
    /// One for each new unit.
    pub expected: Vec<Expected>,
    /// Old units that go, ascending, with the new unit they are merged into.
    pub gone: Vec<(usize, Option<usize>)>,
}

/// What must become of a new unit, by index of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The same text in its place.
    Same(usize),
    /// The same text elsewhere.
    Moved(usize),
    /// The same unit edited.
    Edited(usize),
    /// A part cut off.
    Split(usize),
    /// A new unit.
    Born,
    /// Left to a person.
    Open,
}

/// The cases of every file of the table.
pub fn cases() -> Vec<Case> {
    let files = [
        ("en", include_str!("cases.txt")),
        ("es", include_str!("cases_es.txt")),
        ("de", include_str!("cases_de.txt")),
        ("ru", include_str!("cases_ru.txt")),
        ("ar", include_str!("cases_ar.txt")),
        ("zh", include_str!("cases_zh.txt")),
    ];
    let of_file = |(file, text): (&str, &'static str)| {
        let file = file.to_owned();
        text.split("\n\n").map(str::trim).filter(|case| case.starts_with("case ")).map(move |case| read(&file, case))
    };
    files.into_iter().flat_map(of_file).collect()
}

impl Case {
    /// What the aligner makes of it.
    pub fn align(&self) -> Alignment {
        run(&self.old, &self.new)
    }
}

/// Aligns two sides.
pub fn run(old: &[(Role, String)], new: &[(Role, String)]) -> Alignment {
    fn side(units: &[(Role, String)]) -> Vec<AlignUnit<'_>> {
        units.iter().map(|(role, text)| AlignUnit { role, text, fingerprint: Fingerprint::of(text) }).collect()
    }
    align(&side(old), &side(new))
}

/// The unit that a new one was cut off.
pub fn split_from(attachment: Attachment) -> Option<usize> {
    match attachment {
        Attachment::SplitFrom { old } => Some(old),
        _ => None,
    }
}

fn role(word: &str) -> Role {
    match word {
        "title" => Role::Title,
        "standfirst" => Role::Standfirst,
        "byline" => Role::Byline,
        "h" => Role::Heading(2),
        "p" => Role::Paragraph,
        "li" => Role::ListItem,
        "q" => Role::Quote,
        "td" => Role::Cell,
        _ => panic!("no role {word}"),
    }
}

fn read(file: &str, case: &str) -> Case {
    let mut lines = case.lines();
    let title = lines.next().and_then(|line| line.strip_prefix("case ")).unwrap_or_default();
    let mut read =
        Case { name: format!("{file}: {title}"), old: Vec::new(), new: Vec::new(), expected: Vec::new(), gone: Vec::new() };
    let mut names: Vec<&str> = Vec::new();
    for line in lines {
        let old = |name: &str| names.iter().position(|known| *known == name).unwrap_or_else(|| panic!("{title}: no unit {name}"));
        let parts: Vec<&str> = line.splitn(4, ' ').collect();
        match (parts[0], parts[1]) {
            ("-", name) => {
                names.push(name);
                read.old.push((role(parts[2]), parts[3].to_owned()));
            }
            ("+", mark @ ("*" | "?")) => {
                read.new.push((role(parts[2]), parts[3].to_owned()));
                read.expected.push(if mark == "*" { Expected::Born } else { Expected::Open });
            }
            ("+", mark) => {
                let at = old(parts[2]);
                let unit = match parts.get(3) {
                    Some(rest) => {
                        rest.split_once(' ').map(|(word, text)| (role(word), text.to_owned())).expect("a role and a text")
                    }
                    None => read.old[at].clone(),
                };
                read.new.push(unit);
                read.expected.push(match mark {
                    "=" => Expected::Same(at),
                    ">" => Expected::Moved(at),
                    "~" => Expected::Edited(at),
                    "/" => Expected::Split(at),
                    _ => panic!("no such mark: {line}"),
                });
            }
            ("x", name) => {
                let into = parts.get(3).map(|number| number.parse::<usize>().expect("a number") - 1);
                read.gone.push((old(name), into));
            }
            _ => panic!("no such line: {line}"),
        }
    }
    read
}
