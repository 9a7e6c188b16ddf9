//! What the bodies of one article have in common in all its languages: their blocks, read once, with gaps for the texts.
//!
//! Texts that are plain to `markdown` open no block and close none, so whatever plain text is put into a gap, the blocks around it are
//! the same, and only the text itself is left to be read.

use std::fmt;

use pulldown_cmark::{CowStr, Event, Parser};

use crate::base::Span;
use crate::format::markdown::{PlainEvents, body_options, plain_events};

/// Stands in the place of each text while the blocks are read; a plain text itself.
const GAP: &str = "text";

/// The blocks of a body.
pub struct Frame {
    /// The body with [`GAP`] for every text.
    text: String,
    /// Where each unit begins in it; `None` for those that are not in the body.
    starts: Vec<Option<usize>>,
    events: Vec<(Piece, Span)>,
}

enum Piece {
    Event(Event<'static>),
    /// The text of a unit.
    Gap(usize),
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame").field("text", &self.text).finish_non_exhaustive()
    }
}

impl Frame {
    /// The blocks of `body`, whose units stand at `places` in ascending order; `None` if a unit is more or less than a text.
    pub fn new(body: &str, places: &[Option<Span>]) -> Option<Self> {
        let mut text = String::with_capacity(body.len());
        let mut done = 0;
        let mut starts = Vec::with_capacity(places.len());
        for place in places {
            let Some(place) = place else {
                starts.push(None);
                continue;
            };
            text.push_str(body.get(done..place.start)?);
            starts.push(Some(text.len()));
            text.push_str(GAP);
            done = place.end;
        }
        text.push_str(body.get(done..)?);
        let mut gaps = starts.iter().enumerate().filter_map(|(unit, start)| Some((unit, (*start)?))).peekable();
        let mut events = Vec::new();
        for (event, span) in Parser::new_ext(&text, body_options()).into_offset_iter() {
            let is_text = matches!(&event, Event::Text(text) if **text == *GAP);
            let gap = gaps.next_if(|(_, start)| is_text && span == (*start..start + GAP.len()));
            events.push((gap.map_or_else(|| Piece::Event(event.into_static()), |(unit, _)| Piece::Gap(unit)), span));
        }
        let is_whole = gaps.next().is_none();
        is_whole.then_some(Self { text, starts, events })
    }

    /// The body with gaps, to which the places of events belong.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each unit begins in [`Frame::text`].
    pub fn starts(&self) -> &[Option<usize>] {
        &self.starts
    }

    /// The events of the body in which `texts`, one for each unit, fill the gaps.
    pub fn fill<'a>(&'a self, texts: &'a [&'a str]) -> Filled<'a> {
        Filled { frame: self, texts, next: 0, inner: None }
    }
}

/// The events of a body whose gaps are filled.
pub struct Filled<'a> {
    frame: &'a Frame,
    texts: &'a [&'a str],
    next: usize,
    /// The text that is being read, and its place.
    inner: Option<(PlainEvents<'a>, Span)>,
}

impl fmt::Debug for Filled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filled").field("next", &self.next).finish_non_exhaustive()
    }
}

impl<'a> Iterator for Filled<'a> {
    type Item = (Event<'a>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((inner, span)) = &mut self.inner {
                match inner.next() {
                    Some(event) => return Some((event, span.clone())),
                    None => self.inner = None,
                }
            }
            let (piece, span) = self.frame.events.get(self.next)?;
            self.next += 1;
            match piece {
                Piece::Event(Event::Text(text)) => return Some((Event::Text(CowStr::Borrowed(text)), span.clone())),
                Piece::Event(event) => return Some((event.clone(), span.clone())),
                Piece::Gap(unit) => self.inner = Some((plain_events(self.texts[*unit]), span.clone())),
            }
        }
    }
}
