//! Rust code with everything blanked that is not code: comments, the contents of strings, test modules.
//!
//! Line feeds stay where they are, so that line numbers hold.

/// The code of a file: comments and the contents of string and character literals are blanked.
pub fn of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = skip(&chars, at);
        if end > at {
            code.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        } else {
            code.push(chars[at]);
            at += 1;
        }
    }
    code
}

/// The same without items under `#[cfg(test)]`.
pub fn outside_tests(text: &str) -> String {
    let mut code: Vec<char> = of(text).chars().collect();
    let marker: Vec<char> = "#[cfg(test)]".chars().collect();
    let mut at = 0;
    while at + marker.len() <= code.len() {
        if code[at..at + marker.len()] != marker {
            at += 1;
            continue;
        }
        let end = item_end(&code, at + marker.len());
        code[at..end].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
        at = end;
    }
    code.into_iter().collect()
}

/// The lines in which `needle` stands as a word of its own, numbered from 1.
pub fn lines_with(code: &str, needle: &str) -> Vec<usize> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let inner = |line: &str, at: usize| {
        needle.starts_with(is_word) && line[..at].ends_with(is_word)
            || needle.ends_with(is_word) && line[at + needle.len()..].starts_with(is_word)
    };
    let has = |line: &str| line.match_indices(needle).any(|(at, _)| !inner(line, at));
    code.lines().enumerate().filter(|(_, line)| has(line)).map(|(at, _)| at + 1).collect()
}

/// Where the comment or literal that begins at `at` ends; `at` itself if none does.
fn skip(chars: &[char], at: usize) -> usize {
    let next = |offset: usize| chars.get(at + offset).copied().unwrap_or('\0');
    match (chars[at], next(1)) {
        ('/', '/') => chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |length| at + length),
        ('/', '*') => block_comment_end(chars, at),
        ('"', _) => string_end(chars, at + 1),
        ('r', '"' | '#') if !follows_word(chars, at) => raw_string_end(chars, at),
        ('\'', '\\') => chars[at + 3..].iter().position(|c| *c == '\'').map_or(chars.len(), |length| at + 4 + length),
        ('\'', _) if next(2) == '\'' => at + 3,
        _ => at,
    }
}

fn follows_word(chars: &[char], at: usize) -> bool {
    // `br"…"` is a byte string; any other letter before the `r` makes it the end of a name.
    let before = |back: usize| at.checked_sub(back).map(|before| chars[before]);
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    is_word(before(1)) && (before(1) != Some('b') || is_word(before(2)))
}

fn block_comment_end(chars: &[char], start: usize) -> usize {
    let (mut depth, mut at) = (0, start);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) if depth == 1 => return at + 2,
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

fn string_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn raw_string_end(chars: &[char], start: usize) -> usize {
    let hashes = chars[start + 1..].iter().take_while(|c| **c == '#').count();
    if chars.get(start + 1 + hashes) != Some(&'"') {
        return start;
    }
    let mut at = start + hashes + 2;
    while at < chars.len() {
        if chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}

/// Where the item that begins after `start` ends: after its braces, or after the `;` before any.
fn item_end(code: &[char], start: usize) -> usize {
    let mut depth = 0usize;
    for (at, c) in code.iter().enumerate().skip(start) {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn comments_and_literals_are_no_code() {
    let shown = |text: &str| of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(shown("a // b\nc /* d /* e */ f */ g"), "a c g");
    assert_eq!(shown(r##"f("g \" h", r#"i " j"#, br"k", 'l', '\'', '\u{1F600}')"##), "f( , , b , , , )");
    assert_eq!(shown("fn f<'a>(x: &'a str) -> &'a str"), "fn f<'a>(x: &'a str) -> &'a str");
    assert_eq!(shown("var\"x\" r#type = 1"), "var r#type = 1");
}

#[test]
fn tests_are_left_out() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { {} }\n}\nfn c() {}\n#[cfg(test)]\nuse d::e;\nfn f() {}";
    let code = outside_tests(text);
    assert_eq!(code.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>(), ["fn a() {}", "fn c() {}", "fn f() {}"]);
    assert_eq!(code.lines().count(), text.lines().count());
}

#[test]
fn a_needle_inside_a_longer_word_does_not_count() {
    assert_eq!(lines_with("print!()\neprint!()\n  print!", "print!"), [1, 3]);
    assert_eq!(lines_with("std::env::var\nstd::environment", "std::env"), [1]);
}
