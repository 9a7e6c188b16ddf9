//! The author's side: an article as a list of blocks, and what authors do to it.

use super::dice::Dice;

/// What a block is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Title,
    Heading,
    Paragraph,
}

/// One block, which is one unit.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: Kind,
    pub sentences: Vec<String>,
    /// Earlier sentences, oldest first.
    pub history: Vec<Vec<String>>,
    /// Written with a line break after this many words; the same text to a reader.
    wrap: Option<usize>,
}

impl Block {
    /// The text as a reader sees it, inline HTML included.
    pub fn text(&self) -> String {
        self.sentences.join(" ")
    }

    fn markdown(&self) -> String {
        let text = self.text();
        match (self.kind, self.wrap) {
            (Kind::Title, _) => format!("title: {text}"),
            (Kind::Heading, _) => format!("## {text}"),
            (Kind::Paragraph, None) => text,
            (Kind::Paragraph, Some(at)) => {
                // Never inside a tag: its content is protected and would differ.
                let words: Vec<&str> = text.split(' ').collect();
                let at = at % words.len();
                let open = words[..at].iter().filter(|word| word.contains('<')).count();
                let closed = words[..at].iter().filter(|word| word.contains('>')).count();
                if at == 0 || open != closed { text } else { format!("{}\n{}", words[..at].join(" "), words[at..].join(" ")) }
            }
        }
    }

    fn change(&mut self, sentences: Vec<String>) {
        let before = std::mem::replace(&mut self.sentences, sentences);
        self.history.push(before);
    }
}

/// An article.
#[derive(Debug, Clone)]
pub struct Article {
    pub blocks: Vec<Block>,
    /// Deleted blocks with the place they had.
    graveyard: Vec<(usize, Block)>,
}

/// What an author does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Word,
    Number,
    AddSentence,
    RemoveSentence,
    Rewrite,
    Insert,
    Delete,
    Restore,
    Swap,
    Split,
    Merge,
    Revert,
    Markup,
    Rewrap,
}

/// Every kind of edit, the usual ones more than once.
const EDITS: &[&Edit] = &[
    &Edit::Word,
    &Edit::Word,
    &Edit::Word,
    &Edit::Number,
    &Edit::Number,
    &Edit::AddSentence,
    &Edit::AddSentence,
    &Edit::RemoveSentence,
    &Edit::Rewrite,
    &Edit::Insert,
    &Edit::Delete,
    &Edit::Restore,
    &Edit::Swap,
    &Edit::Split,
    &Edit::Merge,
    &Edit::Revert,
    &Edit::Revert,
    &Edit::Markup,
    &Edit::Rewrap,
];

impl Article {
    /// An article of 6 to 14 units.
    pub fn new(dice: &mut Dice) -> Self {
        let mut blocks = vec![block(Kind::Title, vec![heading(dice)])];
        for nth in 0..dice.between(5, 13) {
            let is_heading = nth > 0 && blocks.last().is_some_and(|last| last.kind == Kind::Paragraph) && dice.chance(15);
            blocks.push(if is_heading { block(Kind::Heading, vec![heading(dice)]) } else { paragraph(dice) });
        }
        Self { blocks, graveyard: Vec::new() }
    }

    pub fn markdown(&self) -> String {
        let body: Vec<String> = self.blocks[1..].iter().map(Block::markdown).collect();
        format!("---\n{}\n---\n\n{}\n", self.blocks[0].markdown(), body.join("\n\n"))
    }

    /// Makes one edit, at `at` where that makes sense; gives back the block that was edited, unless it is another one now.
    pub fn edit(&mut self, at: usize, dice: &mut Dice) -> (Edit, Option<usize>) {
        let edit = *dice.pick(EDITS);
        let at = if matches!(edit, Edit::Word | Edit::Number | Edit::Revert) { at } else { self.paragraph_near(at) };
        (edit, self.make(edit, at, dice))
    }

    fn paragraph_near(&self, at: usize) -> usize {
        let paragraphs = (0..self.blocks.len()).filter(|&at| self.blocks[at].kind == Kind::Paragraph);
        paragraphs.min_by_key(|&other| other.abs_diff(at)).expect("there are always paragraphs")
    }

    /// Makes this edit of the block at `at`; gives back the block that was edited, unless it is another one now.
    pub fn make(&mut self, edit: Edit, at: usize, dice: &mut Dice) -> Option<usize> {
        let mut sentences = self.blocks[at].sentences.clone();
        let nth = dice.below(sentences.len());
        match edit {
            Edit::Word => sentences[nth] = replace_word(&sentences[nth], dice),
            Edit::Number => sentences[nth] = replace_number(&sentences[nth], dice),
            Edit::AddSentence => sentences.insert(dice.below(sentences.len() + 1), sentence(dice)),
            Edit::RemoveSentence if sentences.len() > 1 => {
                sentences.remove(nth);
            }
            Edit::Rewrite => sentences = paragraph(dice).sentences,
            Edit::Markup => sentences[nth] = replace_markup(&sentences[nth], dice),
            Edit::Revert => sentences = self.blocks[at].history.last()?.clone(),
            Edit::Rewrap => {
                self.blocks[at].wrap = Some(dice.between(2, 9));
                return Some(at);
            }
            _ => {
                self.rearrange(edit, at, dice);
                return None;
            }
        }
        if sentences == self.blocks[at].sentences {
            return None;
        }
        self.blocks[at].change(sentences);
        Some(at)
    }

    fn rearrange(&mut self, edit: Edit, at: usize, dice: &mut Dice) {
        let paragraphs: Vec<usize> = (1..self.blocks.len()).filter(|&at| self.blocks[at].kind == Kind::Paragraph).collect();
        match edit {
            Edit::Insert => self.blocks.insert(at, paragraph(dice)),
            Edit::Delete if paragraphs.len() > 4 => {
                let gone = self.blocks.remove(at);
                self.graveyard.push((at, gone));
            }
            Edit::Restore => {
                if let Some((at, block)) = self.graveyard.pop() {
                    self.blocks.insert(at.clamp(1, self.blocks.len()), block);
                }
            }
            Edit::Swap => {
                let (one, other) = (paragraphs[dice.below(paragraphs.len())], paragraphs[dice.below(paragraphs.len())]);
                self.blocks.swap(one, other);
            }
            Edit::Split if self.blocks[at].sentences.len() > 1 => {
                let cut = dice.between(1, self.blocks[at].sentences.len() - 1);
                let tail = self.blocks[at].sentences[cut..].to_vec();
                let head = self.blocks[at].sentences[..cut].to_vec();
                self.blocks[at].change(head);
                self.blocks.insert(at + 1, block(Kind::Paragraph, tail));
            }
            Edit::Merge if self.blocks.get(at + 1).is_some_and(|next| next.kind == Kind::Paragraph) && paragraphs.len() > 4 => {
                let next = self.blocks.remove(at + 1);
                let whole = [self.blocks[at].sentences.clone(), next.sentences].concat();
                self.blocks[at].change(whole);
            }
            _ => {}
        }
    }
}

fn block(kind: Kind, sentences: Vec<String>) -> Block {
    Block { kind, sentences, history: Vec::new(), wrap: None }
}

fn paragraph(dice: &mut Dice) -> Block {
    let sentences = (0..dice.between(1, 4)).map(|_| sentence(dice)).collect();
    block(Kind::Paragraph, sentences)
}

const WHO: &[&str] = &[
    "The ministry",
    "A spokesperson",
    "The governor",
    "An aid worker",
    "The committee",
    "A trader",
    "The mayor",
    "One driver",
    "The envoy",
    "A teacher",
    "The council",
    "Her brother",
    "The editor",
    "A farmer",
    "Their neighbour",
    "The observatory",
];
const DID: &[&str] = &[
    "reported",
    "denied",
    "counted",
    "expected",
    "promised",
    "repaired",
    "bought",
    "lost",
    "found",
    "described",
    "refused",
    "welcomed",
    "inspected",
    "remembered",
    "delivered",
    "postponed",
];
const WHAT: &[&str] = &[
    "trucks",
    "bridges",
    "sacks of flour",
    "letters",
    "wells",
    "schools",
    "agreements",
    "horses",
    "radio masts",
    "visas",
    "orchards",
    "witnesses",
    "medals",
    "passports",
    "carpets",
    "lanterns",
];
const WHERE: &[&str] = &[
    "near the northern border",
    "at the old market",
    "in the capital",
    "along the river",
    "below the dam",
    "outside the embassy",
    "in two districts",
    "beside the railway",
    "across the valley",
    "on the airport road",
    "in the upper town",
];
const WHEN: &[&str] = &[
    "on Monday",
    "last winter",
    "after the talks",
    "before dawn",
    "during the harvest",
    "in July",
    "within a week",
    "since the spring",
    "two days later",
    "at noon",
];
const HOW: &[&str] =
    &["quietly", "officially", "without warning", "as agreed", "for the first time", "reluctantly", "in writing"];

fn sentence(dice: &mut Dice) -> String {
    let (who, did, what) = (dice.pick(WHO), dice.pick(DID), dice.pick(WHAT));
    let (place, when, how) = (dice.pick(WHERE), dice.pick(WHEN), dice.pick(HOW));
    let number = dice.between(2, 980);
    match dice.below(6) {
        0 => format!("{who} {did} {number} {what} {place} {when}."),
        1 => format!("{who} {how} {did} *{what}* {place}, {when} and again {}.", dice.pick(WHEN)),
        2 => format!("{when}, {} {did} {number} {what} {how}.", who.to_lowercase()).replacen(when, &capital(when), 1),
        3 => format!("{who} {did} <abbr title=\"{number}\">{what}</abbr> {place} {how}."),
        4 => format!(
            "{who} {did} nothing {when}, but {} {} {number} {what} {place}.",
            dice.pick(WHO).to_lowercase(),
            dice.pick(DID)
        ),
        _ => format!("{who} {how} {did} {what} {when}."),
    }
}

fn heading(dice: &mut Dice) -> String {
    format!("{} {} {} {}", dice.pick(WHO), dice.pick(DID), dice.pick(WHAT), dice.pick(WHERE))
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

/// The sentence with one of its phrases replaced by another of the same kind.
fn replace_word(sentence: &str, dice: &mut Dice) -> String {
    for _ in 0..20 {
        let list = [DID, WHAT, WHERE, WHEN, HOW][dice.below(5)];
        if let Some(found) = list.iter().find(|phrase| sentence.contains(**phrase)) {
            return sentence.replacen(found, dice.pick(list), 1);
        }
    }
    sentence.to_owned()
}

fn replace_number(sentence: &str, dice: &mut Dice) -> String {
    let plain = sentence.find('<').unwrap_or(sentence.len());
    let Some(start) = sentence[..plain].find(|c: char| c.is_ascii_digit()) else { return replace_word(sentence, dice) };
    let end = sentence[start..].find(|c: char| !c.is_ascii_digit()).map_or(sentence.len(), |length| start + length);
    format!("{}{}{}", &sentence[..start], dice.between(2, 980), &sentence[end..])
}

/// The sentence with the content of a tag changed: nothing that its lines in a catalog show.
fn replace_markup(sentence: &str, dice: &mut Dice) -> String {
    match (sentence.find("title=\""), sentence.find("\">")) {
        (Some(start), Some(end)) => format!("{}title=\"{}{}", &sentence[..start], dice.between(2, 980), &sentence[end..]),
        _ => replace_number(sentence, dice),
    }
}
