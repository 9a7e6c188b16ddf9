//! A fragment as tokens, with emphasis as CommonMark shows it or as the translator means it.

use std::ops::Range;

use super::emphasis::{Mark, Run, is_cjk, pair};
use super::fragment::{Atom, Fragment, GUARD};
use super::plan::{Hand, Piece, Token, Wrap};

/// The tokens with the emphasis that CommonMark shows.
pub(super) fn strict(fragment: &Fragment) -> Vec<Token> {
    // Emphasis atoms come in twos: opening, closing.
    let seen = fragment.seen.iter().enumerate().map(|(index, atom)| (atom, Some(index / 2)));
    let mut atoms: Vec<(&Atom, Option<usize>)> = fragment.atoms.iter().map(|atom| (atom, None)).chain(seen).collect();
    atoms.sort_by_key(|(atom, _)| (atom.range.start, atom.range.end));
    let mut tokens = Vec::new();
    let mut at = 0;
    for (atom, pair) in atoms {
        plain(fragment, at..atom.range.start.max(at), &mut tokens);
        at = atom.range.end.max(at);
        tokens.extend(of_atom(fragment, atom).map(|token| Token { pair, ..token }));
    }
    plain(fragment, at..fragment.text.len(), &mut tokens);
    tokens
}

/// The tokens with the emphasis that the translator means: CommonMark's, unless a delimiter stands beside a CJK character,
/// then paired by CJK-friendly rules.
pub(super) fn meant(fragment: &Fragment) -> Vec<Token> {
    let mut before = ' ';
    let beside_cjk = fragment.text.chars().any(|c| {
        let delimiter = |c: char| matches!(c, '*' | '_' | '~');
        let beside = delimiter(c) && is_cjk(before) || delimiter(before) && is_cjk(c);
        before = c;
        beside
    });
    if beside_cjk { friendly(fragment) } else { strict(fragment) }
}

/// The tokens of text inside raw HTML: words, placeables and breaks; no Markdown. `<` is always text.
pub(super) fn html(fragment: &Fragment) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (index, line) in fragment.text.split("\\\n").enumerate() {
        let text = line.strip_prefix(GUARD).unwrap_or(line);
        let start = text.as_ptr() as usize - fragment.text.as_ptr() as usize;
        if index > 0 {
            let raw = "<br>".to_owned();
            tokens.push(Token { piece: Piece::Break, raw, hand: Hand::Translator, pair: None, escaped: false });
        }
        plain(fragment, start..start + text.len(), &mut tokens);
    }
    for token in &mut tokens {
        if let Piece::Text(text) = &mut token.piece {
            *text = text.replace('<', "&lt;");
            token.raw.clone_from(text);
            token.escaped = true;
        }
    }
    tokens
}

fn friendly(fragment: &Fragment) -> Vec<Token> {
    let mut draft = Draft { fragment, items: Vec::new(), scopes: vec![Vec::new()], open: vec![0] };
    let mut at = 0;
    for atom in &fragment.atoms {
        draft.plain(at..atom.range.start.max(at));
        at = atom.range.end.max(at);
        let Some(token) = of_atom(fragment, atom) else { continue };
        match token.piece {
            Piece::Open(_) => draft.begin_scope(token),
            Piece::Close(_) => draft.end_scope(token),
            _ => draft.items.push(Item::Token(token)),
        }
    }
    draft.plain(at..fragment.text.len());
    draft.finish()
}

enum Item {
    Token(Token),
    Run { scope: usize, index: usize },
}

/// Tokens whose delimiter runs are not paired yet; runs only pair within their scope (a link's text is one).
struct Draft<'f> {
    fragment: &'f Fragment,
    items: Vec<Item>,
    scopes: Vec<Vec<Run>>,
    open: Vec<usize>,
}

impl Draft<'_> {
    fn begin_scope(&mut self, token: Token) {
        self.items.push(Item::Token(token));
        self.open.push(self.scopes.len());
        self.scopes.push(Vec::new());
    }

    fn end_scope(&mut self, token: Token) {
        if self.open.len() > 1 {
            self.open.pop();
        }
        self.items.push(Item::Token(token));
    }

    /// Pushes plain text, cutting out delimiter runs.
    fn plain(&mut self, range: Range<usize>) {
        let bytes = self.fragment.text.as_bytes();
        let mut from = range.start;
        let mut at = range.start;
        while at < range.end {
            let kind = bytes[at];
            if !matches!(kind, b'*' | b'_' | b'~') {
                at += 1;
                continue;
            }
            let len = bytes[at..range.end].iter().take_while(|&&byte| byte == kind).count();
            self.literal(from..at);
            self.run(kind, at..at + len);
            at += len;
            from = at;
        }
        self.literal(from..range.end);
    }

    fn literal(&mut self, range: Range<usize>) {
        let mut tokens = Vec::new();
        plain(self.fragment, range, &mut tokens);
        self.items.extend(tokens.into_iter().map(Item::Token));
    }

    fn run(&mut self, kind: u8, range: Range<usize>) {
        let text = &self.fragment.text;
        let before = text[..range.start].chars().next_back();
        let before = before.map_or(' ', |c| self.fragment.stand_ins.get(&c).and_then(|s| s.chars().next_back()).unwrap_or(c));
        let after = text[range.end..].chars().next();
        let after = after.map_or(' ', |c| self.fragment.stand_ins.get(&c).and_then(|s| s.chars().next()).unwrap_or(c));
        // A hard break's backslash is the end of its line.
        let after = if text[range.end..].starts_with("\\\n") { ' ' } else { after };
        let scope = *self.open.last().expect("the outermost scope is never closed");
        self.items.push(Item::Run { scope, index: self.scopes[scope].len() });
        self.scopes[scope].push(Run::new(kind, range.len(), before, after));
    }

    fn finish(mut self) -> Vec<Token> {
        let mut next_pair = 0;
        for runs in &mut self.scopes {
            pair(runs, &mut next_pair);
        }
        let mut tokens = Vec::new();
        for item in self.items {
            match item {
                Item::Token(token) => tokens.push(token),
                Item::Run { scope, index } => of_run(&self.scopes[scope][index], &mut tokens),
            }
        }
        tokens
    }
}

fn of_run(run: &Run, tokens: &mut Vec<Token>) {
    let delimiters = |width: usize| char::from(run.kind).to_string().repeat(width);
    let wrap = |mark: &Mark| match (run.kind, mark.width) {
        (b'~', _) => Wrap::Strikethrough,
        (_, 2) => Wrap::Strong,
        _ => Wrap::Emphasis,
    };
    let token = |piece: Piece, width: usize, pair: Option<usize>| Token {
        piece,
        raw: delimiters(width),
        hand: Hand::Translator,
        pair,
        escaped: false,
    };
    tokens.extend(run.closes.iter().map(|mark| token(Piece::Close(wrap(mark)), mark.width, Some(mark.pair))));
    if run.left > 0 {
        tokens.push(token(Piece::Text(delimiters(run.left)), run.left, None));
    }
    tokens.extend(run.opens.iter().rev().map(|mark| token(Piece::Open(wrap(mark)), mark.width, Some(mark.pair))));
}

fn of_atom(fragment: &Fragment, atom: &Atom) -> Option<Token> {
    let piece = atom.piece.clone()?;
    let from_source = fragment.from_source.iter().any(|range| range.start <= atom.range.start && atom.range.end <= range.end);
    let hand = if from_source { Hand::Source } else { Hand::Translator };
    Some(Token { piece, raw: fragment.text[atom.range.clone()].to_owned(), hand, pair: None, escaped: atom.escaped })
}

/// Pushes plain text without delimiters, each stand-in as a token of its own.
fn plain(fragment: &Fragment, range: Range<usize>, tokens: &mut Vec<Token>) {
    let text = &fragment.text[range];
    let mut from = 0;
    let mut push = |text: &str, piece: fn(String) -> Piece, hand: Hand| {
        if !text.is_empty() {
            tokens.push(Token { piece: piece(text.to_owned()), raw: text.to_owned(), hand, pair: None, escaped: false });
        }
    };
    for (at, c) in text.char_indices().filter(|&(_, c)| fragment.is_stand_in(c)) {
        push(&text[from..at], Piece::Text, Hand::Translator);
        from = at + c.len_utf8();
        push(&text[at..from], Piece::Raw, Hand::Source);
    }
    push(&text[from..], Piece::Text, Hand::Translator);
}
