//! Spells a text's tokens as the lines of its site.

use std::collections::BTreeSet;

use crate::model::Flavour;

use super::escape::{Effort, Setting, guard_heading_end, guard_pipes, guard_start, literal};
use super::fragment::{Fragment, References};
use super::plan::{Piece, Token, Wrap};
use super::tokens;

/// Where a text goes, and in which dialect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Destination<'r> {
    /// The kind of site.
    pub setting: Setting,
    /// The article's dialect.
    pub flavour: Flavour,
    /// The article's definitions.
    pub references: &'r References,
}

impl Destination<'_> {
    /// How many images are open where the text stands.
    pub(super) fn images(&self) -> usize {
        usize::from(self.setting == Setting::Alt)
    }
}

/// How often a single pair is spelt as tags before all that are unseen are: a few keep a text readable, many are many.
const SINGLE_ROUNDS: usize = 4;

/// The lines that show `tokens`, placeables written out. Emphasis that CommonMark would not see is spelt as tags.
/// `plan` is what they mean.
pub(super) fn lines(
    fragment: &Fragment,
    (tokens, plan): (&[Token], &[Piece]),
    destination: &Destination<'_>,
    effort: Effort,
) -> Vec<String> {
    let pairs: BTreeSet<usize> = tokens.iter().filter_map(|token| token.pair).collect();
    let mut tagged = BTreeSet::new();
    let mut lines = spell(fragment, tokens, destination, effort, &tagged);
    for round in 0..SINGLE_ROUNDS + 2 {
        if tagged.len() == pairs.len() {
            break;
        }
        let seen = fragment.reread(lines.join("\\\n"), destination.references);
        let seen = tokens::strict(&seen);
        if fragment.pieces(&seen, destination.images()) == plan {
            break;
        }
        let mut unseen = unseen_pairs(tokens, &seen, &tagged);
        if round < SINGLE_ROUNDS {
            unseen.truncate(1);
        }
        match unseen.is_empty() || round > SINGLE_ROUNDS {
            true => tagged.clone_from(&pairs),
            false => tagged.extend(unseen),
        }
        lines = spell(fragment, tokens, destination, effort, &tagged);
    }
    let cell = destination.setting == Setting::Cell;
    let expanded = lines.into_iter().map(|line| if fragment.has_stand_ins() { fragment.expand(&line) } else { line });
    expanded.map(|line| if cell { guard_pipes(&line) } else { line }).collect()
}

/// The emphasis that is meant, not yet spelt as tags, and not where it should be in what CommonMark sees.
fn unseen_pairs(tokens: &[Token], seen: &[Token], tagged: &BTreeSet<usize>) -> Vec<usize> {
    let visible: BTreeSet<(usize, bool)> = ends(seen).map(|(letters, opens, _)| (letters, opens)).collect();
    let mut unseen: Vec<usize> = Vec::new();
    for (letters, opens, pair) in ends(tokens) {
        let wanted = pair.filter(|pair| !tagged.contains(pair) && !visible.contains(&(letters, opens)));
        unseen.extend(wanted.filter(|pair| unseen.last() != Some(pair)));
    }
    unseen
}

/// Where emphasis begins (`true`) and ends, counted in letters before it, and which pair it is.
fn ends(tokens: &[Token]) -> impl Iterator<Item = (usize, bool, Option<usize>)> {
    let mut letters = 0;
    tokens.iter().filter_map(move |token| match &token.piece {
        Piece::Text(text) => {
            letters += text.chars().filter(|c| c.is_alphanumeric()).count();
            None
        }
        Piece::Open(wrap) if wrap.element().is_some() => Some((letters, true, token.pair)),
        Piece::Close(wrap) if wrap.element().is_some() => Some((letters, false, token.pair)),
        _ => None,
    })
}

/// The lines with stand-ins for placeables.
fn spell(
    fragment: &Fragment,
    tokens: &[Token],
    destination: &Destination<'_>,
    effort: Effort,
    tagged: &BTreeSet<usize>,
) -> Vec<String> {
    let mut speller = Speller { fragment, destination, effort, lines: Vec::new(), line: String::new(), literal_start: false };
    let mut images = destination.images();
    for (index, token) in tokens.iter().enumerate() {
        let as_tag = effort == Effort::Hard || token.pair.is_some_and(|pair| tagged.contains(&pair));
        match &token.piece {
            Piece::Text(text) => {
                let previous = index.checked_sub(1).map(|index| &tokens[index]);
                speller.text(text, token, previous, tokens.get(index + 1));
            }
            Piece::Open(wrap) | Piece::Close(wrap) if wrap.element().is_some() => {
                speller.emphasis(token, wrap, as_tag, images > 0);
            }
            Piece::Break => speller.line_break(),
            other => {
                match other {
                    Piece::Open(Wrap::Image { .. }) => images += 1,
                    Piece::Close(Wrap::Image { .. }) => images = images.saturating_sub(1),
                    _ => {}
                }
                speller.line.push_str(&token.raw);
            }
        }
    }
    speller.end_line();
    speller.lines
}

struct Speller<'s> {
    fragment: &'s Fragment,
    destination: &'s Destination<'s>,
    effort: Effort,
    lines: Vec<String>,
    line: String,
    /// Whether the line begins with literal text.
    literal_start: bool,
}

impl Speller<'_> {
    fn text(&mut self, text: &str, token: &Token, previous: Option<&Token>, next: Option<&Token>) {
        if token.escaped {
            self.line.push_str(&token.raw);
            return;
        }
        self.literal_start |= self.line.is_empty();
        let after_bracket = previous.is_some_and(|token| matches!(token.piece, Piece::Close(_) | Piece::Footnote(_)));
        if after_bracket && text.starts_with(':') && self.line.starts_with('[') {
            self.line.push('\\');
        }
        let next = next.filter(|token| token.piece != Piece::Break).and_then(|token| match token.raw.chars().next() {
            Some(c) if self.fragment.is_stand_in(c) => self.fragment.expand(&c.to_string()).chars().next().map(|_| c),
            other => other,
        });
        let Destination { setting, flavour, .. } = *self.destination;
        self.line.push_str(&literal(text, next, setting, flavour, self.effort));
    }

    fn emphasis(&mut self, token: &Token, wrap: &Wrap, as_tag: bool, in_image: bool) {
        let Some(name) = wrap.element() else { return };
        match token.piece {
            // Only the words of an alternative text are seen, so unseen emphasis needs no tags there.
            _ if as_tag && in_image => {}
            Piece::Open(_) if as_tag => self.line.push_str(&format!("<{name}>")),
            Piece::Close(_) if as_tag => self.line.push_str(&format!("</{name}>")),
            _ => self.line.push_str(&token.raw),
        }
    }

    fn line_break(&mut self) {
        match (self.destination.setting, self.destination.flavour) {
            (Setting::Block, _) => self.end_line(),
            (_, Flavour::Markdown) => self.line.push_str("<br>"),
            (_, Flavour::Mdx) => self.line.push_str("<br />"),
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if self.literal_start && matches!(self.destination.setting, Setting::Block | Setting::Cell) {
            line = guard_start(&line, self.destination.flavour);
        }
        line = match self.destination.setting {
            Setting::Line => guard_heading_end(&line),
            _ => line,
        };
        self.literal_start = false;
        self.lines.push(line);
    }
}
