//! Open elements as a stack, so that what is written always nests: raw HTML closes raw HTML only, never what Markdown opened.

use crate::base::Direction;

use super::elements::{Model, implies_end, parents};
use super::escape::escape;

/// HTML under construction.
#[derive(Debug)]
pub(super) struct Nest {
    /// What is written so far.
    pub out: String,
    frames: Vec<Frame>,
    direction: Direction,
}

#[derive(Debug)]
struct Frame {
    name: &'static str,
    is_raw: bool,
    model: Model,
    direction: Direction,
    /// It stands in an element of its own, in which it can be scrolled.
    scrolls: bool,
}

/// What wide content stands in.
pub(super) const SCROLLED: &str = " class=\"table\" tabindex=\"0\"";

impl Nest {
    /// Nothing yet, in surroundings of `direction`.
    pub fn new(direction: Direction) -> Self {
        Self { out: String::new(), frames: Vec::new(), direction }
    }

    /// The direction of the text that is written next.
    pub fn direction(&self) -> Direction {
        self.frames.last().map_or(self.direction, |frame| frame.direction)
    }

    /// Whether an element called `name` is open.
    pub fn is_in(&self, name: &str) -> bool {
        self.frames.iter().any(|frame| frame.name == name)
    }

    fn in_words(&self) -> bool {
        self.frames.last().is_some_and(|frame| matches!(frame.model, Model::Words | Model::Phrasing))
    }

    /// Opens an element of Markdown; `attributes` are spelt, with a leading space. Ends raw elements that cannot hold a block.
    pub fn open(&mut self, name: &'static str, model: Model, attributes: &str, direction: Option<Direction>) {
        if model != Model::Phrasing {
            while self.in_words() && self.frames.last().is_some_and(|frame| frame.is_raw) {
                self.pop();
            }
        }
        self.push(
            Frame { name, is_raw: false, model, direction: direction.unwrap_or(self.direction()), scrolls: false },
            attributes,
        );
    }

    /// Closes the innermost element of Markdown, and the raw ones in it.
    pub fn close(&mut self) {
        while let Some(frame) = self.pop() {
            if !frame {
                return;
            }
        }
    }

    /// Closes the raw elements that were opened since Markdown last opened one.
    pub fn close_raws(&mut self) {
        while self.frames.last().is_some_and(|frame| frame.is_raw) {
            self.pop();
        }
    }

    /// Appends an element without content that Markdown writes between blocks.
    pub fn void(&mut self, name: &str) {
        while self.in_words() && self.frames.last().is_some_and(|frame| frame.is_raw) {
            self.pop();
        }
        self.out.push_str(&format!("<{name}>\n"));
    }

    /// Opens a raw element if it may stand here; says whether it did.
    pub fn open_raw(&mut self, name: &'static str, model: Model, attributes: &str, direction: Option<Direction>) -> bool {
        while self.frames.last().is_some_and(|frame| frame.is_raw && implies_end(frame.name, name)) {
            self.pop();
        }
        let is_block = matches!(model, Model::Words | Model::Flow | Model::VoidBlock);
        if is_block {
            while self.in_words()
                && self.frames.last().is_some_and(|frame| frame.is_raw && frame.model == Model::Words && frame.name == "p")
            {
                self.pop();
            }
        }
        let parent = self.frames.last().map(|frame| frame.name);
        let fits = parents(name).is_none_or(|parents| parent.is_some_and(|parent| parents.contains(&parent)));
        if !fits || is_block && self.in_words() || name == "a" && self.is_in("a") {
            return false;
        }
        if matches!(model, Model::Void | Model::VoidBlock) {
            self.out.push_str(&format!("<{name}{attributes}>"));
            return true;
        }
        let scrolls = name == "table" && !self.is_in("table");
        self.push(Frame { name, is_raw: true, model, direction: direction.unwrap_or(self.direction()), scrolls }, attributes);
        true
    }

    /// Closes the raw element called `name` that was opened since Markdown last opened one, and those in it.
    pub fn close_raw(&mut self, name: &str) {
        let raw = self.frames.iter().rev().take_while(|frame| frame.is_raw);
        let Some(depth) = raw.into_iter().position(|frame| frame.name == name) else { return };
        for _ in 0..=depth {
            self.pop();
        }
    }

    /// Appends a text.
    pub fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Closes everything.
    pub fn finish(mut self) -> String {
        while self.pop().is_some() {}
        self.out
    }

    fn push(&mut self, frame: Frame, attributes: &str) {
        if frame.scrolls {
            self.out.push_str(&format!("<div{SCROLLED}>"));
        }
        for part in ["<", frame.name, attributes, ">"] {
            self.out.push_str(part);
        }
        self.frames.push(frame);
    }

    /// Closes the innermost element; whether it was a raw one, `None` without.
    fn pop(&mut self) -> Option<bool> {
        let frame = self.frames.pop()?;
        for part in ["</", frame.name, ">"] {
            self.out.push_str(part);
        }
        if frame.scrolls {
            self.out.push_str("</div>");
        }
        Some(frame.is_raw)
    }
}
