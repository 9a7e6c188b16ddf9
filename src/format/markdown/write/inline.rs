//! One rendering for one site of Markdown: what it means, whether it may stand there, and its lines.

use crate::model::{Element, Flavour, Placeables};

use super::enclose::enclosed;
use super::escape::{Effort, Setting};
use super::fragment::{Fragment, References, UnknownPlaceable};
use super::plan::{Piece, Token, landmarks};
use super::refusal::RefusalReason;
use super::spell::{Destination, lines};
use super::tokens;
use super::untrusted::{Allowed, find_destination, find_directive, neutralise, unpaired_tags};

/// A text to stand in a unit's place.
#[derive(Debug, Clone, Copy)]
pub struct Rendering<'a> {
    /// Its pieces, lines already joined; a hard break is a backslash and a line feed.
    pub elements: &'a [Element],
    /// Contents of the placeables of the source text that it renders.
    pub placeables: &'a Placeables,
}

/// What a rendering is held to.
pub(super) struct Bounds<'a> {
    /// Definitions of the article.
    pub references: &'a References,
    /// Where the article leads.
    pub allowed: &'a Allowed,
    /// The unit's own text.
    pub source: Rendering<'a>,
    /// The article's dialect.
    pub flavour: Flavour,
}

/// A rendering, understood and found harmless.
#[derive(Debug)]
pub(super) struct Inline {
    fragment: Fragment,
    tokens: Vec<Token>,
    /// The kind of its site.
    pub setting: Setting,
    flavour: Flavour,
    /// What its reader has to see.
    pub plan: Vec<Piece>,
}

impl Inline {
    /// Understands `rendering` for a site of kind `setting`, or says why it may not stand there.
    pub(super) fn read(rendering: &Rendering<'_>, setting: Setting, bounds: &Bounds<'_>) -> Result<Self, RefusalReason> {
        let fragment = Fragment::read(rendering.elements, rendering.placeables, bounds.references)
            .map_err(|UnknownPlaceable(name)| RefusalReason::UnknownPlaceable { name })?;
        let meant = if setting == Setting::Html { tokens::html(&fragment) } else { tokens::meant(&fragment) };
        // An alternative text loses its links, but what it loses is judged like any other.
        let images = usize::from(setting == Setting::Alt);
        if let Some(reason) = find_destination(&meant, &fragment, bounds.allowed) {
            return Err(reason);
        }
        let tokens = neutralise(meant, &fragment, setting, bounds.flavour);
        let plan = fragment.pieces(&tokens, images);
        if plan.iter().all(|piece| *piece == Piece::Break) {
            return Err(RefusalReason::Empty);
        }
        if setting == Setting::Alt && plan.contains(&Piece::Break) {
            return Err(RefusalReason::LineBreak);
        }
        let source = || pieces(bounds.source.elements, bounds.source.placeables, bounds.references);
        let reason = find_directive(&tokens, || landmarks(&source())).or_else(|| find_tag(&plan, rendering, source, bounds));
        match reason {
            Some(reason) => Err(reason),
            None => Ok(Self { fragment, tokens, setting, flavour: bounds.flavour, plan }),
        }
    }

    /// The lines that show it.
    pub(super) fn lines(&self, effort: Effort, references: &References) -> Vec<String> {
        let destination = Destination { setting: self.setting, flavour: self.flavour, references };
        lines(&self.fragment, (&self.tokens, &self.plan), &destination, effort)
    }
}

/// A tag without its partner, unless the source text has the same. Between two tags of the tool's own there may be none at all:
/// it would close the first, or be crossed by the second.
fn find_tag(
    plan: &[Piece],
    rendering: &Rendering<'_>,
    source: impl Fn() -> Vec<Piece>,
    bounds: &Bounds<'_>,
) -> Option<RefusalReason> {
    let between = enclosed(rendering.elements, plan);
    let unpaired = unpaired_tags(between.unwrap_or(plan));
    if unpaired.is_empty() {
        return None;
    }
    let expected = if between.is_some() {
        Vec::new()
    } else if rendering.placeables == bounds.source.placeables {
        unpaired_tags(&source())
    } else {
        // Names are numbered in text order, so the contents in that order show how the older text paired its tags.
        let mut named: Vec<(&String, &String)> = rendering.placeables.iter().collect();
        named.sort_by_key(|(name, _)| name.rsplit('-').next().and_then(|number| number.parse::<u32>().ok()));
        unpaired_tags(&named.into_iter().map(|(_, content)| Piece::Raw(content.clone())).collect::<Vec<_>>())
    };
    let odd = unpaired.iter().find(|name| !expected.contains(name)).unwrap_or(&unpaired[0]);
    (unpaired != expected).then(|| RefusalReason::Tag { name: odd.clone() })
}

/// What CommonMark shows of `elements`; a placeable of unknown content stands as raw text.
pub fn pieces(elements: &[Element], placeables: &Placeables, references: &References) -> Vec<Piece> {
    shown(elements, placeables, references, Setting::Block)
}

/// The same at a site of kind `setting`.
pub(super) fn shown(elements: &[Element], placeables: &Placeables, references: &References, setting: Setting) -> Vec<Piece> {
    match Fragment::read(elements, placeables, references) {
        Ok(fragment) if setting == Setting::Html => fragment.pieces(&tokens::html(&fragment), 0),
        Ok(fragment) => fragment.pieces(&tokens::strict(&fragment), usize::from(setting == Setting::Alt)),
        Err(UnknownPlaceable(name)) => vec![Piece::Raw(format!("{{ ${name} }}"))],
    }
}

/// What the translator means by `elements`: the same with CJK-friendly emphasis.
pub fn plan(elements: &[Element], placeables: &Placeables, references: &References) -> Vec<Piece> {
    match Fragment::read(elements, placeables, references) {
        Ok(fragment) => fragment.pieces(&tokens::meant(&fragment), 0),
        Err(UnknownPlaceable(name)) => vec![Piece::Raw(format!("{{ ${name} }}"))],
    }
}
