//! The translator's side: catalogs edited as text, in an editor, without the tool.

use super::dice::Dice;

/// A catalog as lines.
pub struct Sheet {
    lines: Vec<String>,
}

/// Where a unit's text stands: the line of its id, and the lines of its body after that.
struct Place {
    head: usize,
    end: usize,
}

impl Sheet {
    pub fn new(text: &str) -> Self {
        Self { lines: text.lines().map(str::to_owned).collect() }
    }

    pub fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    fn find(&self, id: &str) -> Option<Place> {
        let todo = format!("# [todo] {id} =");
        let message = format!("{id} =");
        let head = self.lines.iter().position(|line| *line == todo || line.starts_with(&message))?;
        let body = self.lines[head + 1..].iter().take_while(|line| line.starts_with(' ')).count();
        Some(Place { head, end: head + 1 + body })
    }

    /// The lines of a unit's text as they stand, without indentation; none when it is missing.
    fn body(&self, place: &Place) -> Vec<String> {
        let inline = self.lines[place.head].split_once('=').map_or("", |(_, text)| text).trim();
        let block = self.lines[place.head + 1..place.end].iter().map(|line| line.trim().to_owned());
        (!inline.is_empty()).then(|| inline.to_owned()).into_iter().chain(block).collect()
    }

    /// Translates the unit, or works on its translation; false when the sheet does not have it.
    pub fn work(&mut self, id: &str, segments: usize, words: &mut Words, dice: &mut Dice) -> bool {
        let Some(place) = self.find(id) else { return false };
        let old = self.body(&place);
        let is_missing = self.lines[place.head].starts_with("# [todo]");
        let new = if !is_missing && dice.chance(50) { touch_up(old, words, dice) } else { words.text(segments, dice) };
        let indent = self.indentation(&place);
        let written = match (new.as_slice(), is_missing, dice.below(4)) {
            ([line], true, 0) => vec![format!("# [todo] {id} = {line}")],
            ([line], true, 1) => vec![format!("[todo] {id} = {line}")],
            ([line], _, 2 | 3) => vec![format!("{id} = {line}")],
            (lines, _, style) => {
                let indent = if style == 1 { 4 } else { indent };
                let body = lines.iter().map(|line| format!("{}{line}", " ".repeat(indent)));
                std::iter::once(format!("{id} =")).chain(body).collect()
            }
        };
        self.lines.splice(place.head..place.end, written);
        true
    }

    /// Writes `lines` in place of the unit's text, or of its `[todo]` line: as a block at the indentation that is there, or a
    /// single line beside the id unless a block was there.
    pub fn put(&mut self, id: &str, lines: &[&str]) {
        let place = self.find(id).expect("the catalog has the unit");
        if let ([line], true) = (lines, place.end == place.head + 1) {
            self.lines[place.head] = format!("{id} = {line}");
            return;
        }
        let indent = " ".repeat(self.indentation(&place));
        let body = lines.iter().map(|line| format!("{indent}{line}"));
        let written: Vec<String> = std::iter::once(format!("{id} =")).chain(body).collect();
        self.lines.splice(place.head..place.end, written);
    }

    /// Spaces before the first line of a unit's text, or those of a current one if it has none.
    fn indentation(&self, place: &Place) -> usize {
        let first = self.lines[place.head + 1..place.end].first();
        first.map_or(4, |line| line.len() - line.trim_start_matches(' ').len())
    }

    /// Deletes the notes above a unit.
    pub fn delete_notes(&mut self, id: &str) {
        let Some(place) = self.find(id) else { return };
        let above = self.lines[..place.head].iter().rev().take_while(|line| line.starts_with("# [")).count();
        self.lines.drain(place.head - above..place.head);
    }

    /// Deletes every note in the file.
    pub fn delete_all_notes(&mut self) {
        self.lines.retain(|line| !line.starts_with("# [") || line.starts_with("# [todo]"));
    }

    /// Writes a comment above a unit, above or below the notes.
    pub fn comment(&mut self, id: &str, dice: &mut Dice) {
        let Some(place) = self.find(id) else { return };
        let notes = self.lines[..place.head].iter().rev().take_while(|line| line.starts_with("# ")).count();
        let at = if dice.chance(50) { place.head - notes } else { place.head };
        let comment = dice.pick(&["# see the glossary", "# [question] is this the old bridge?", "# checked by hand"]);
        self.lines.insert(at, (*comment).to_owned());
    }
}

/// Translations: words of no language, every line with a mark that no other line has.
pub struct Words {
    next: usize,
}

impl Words {
    pub fn new() -> Self {
        Self { next: 1 }
    }

    fn text(&mut self, segments: usize, dice: &mut Dice) -> Vec<String> {
        let lines = if dice.chance(85) { segments } else { dice.between(1, 4) };
        (0..lines.max(1)).map(|_| self.line(dice)).collect()
    }

    fn line(&mut self, dice: &mut Dice) -> String {
        const SYLLABLES: &[&str] = &["sol", "mira", "dun", "kef", "په", "له", "باندې", "vero", "lint", "añor", "tum", "grel"];
        self.next += 1;
        let words: Vec<&str> = (0..dice.between(3, 9)).map(|_| dice.pick(SYLLABLES)).collect();
        format!("Zq{} {}.", self.next, words.join(" "))
    }
}

/// One line written anew, added or taken out.
fn touch_up(mut lines: Vec<String>, words: &mut Words, dice: &mut Dice) -> Vec<String> {
    let at = dice.below(lines.len());
    match dice.below(6) {
        0 => lines.insert(at, words.line(dice)),
        1 if lines.len() > 1 => {
            lines.remove(at);
        }
        _ => lines[at] = words.line(dice),
    }
    lines
}

/// The marks of all lines in a text. Notes that show another unit's translation are a view of it, not the work itself; in a
/// ledger they may stand in a string with `\n` in it.
pub fn marks(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split('\n').flat_map(|line| line.split("\\n"));
    let work = lines.filter(|line| !line.contains("# [note] old translation ("));
    work.flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric())).filter(|word| word.starts_with("Zq"))
}
