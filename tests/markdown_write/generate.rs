//! Documents and texts made by chance, the same ones on every run.

/// A small generator of numbers (xorshift), so that a case can be made again from its number alone.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 11) as usize % bound
    }

    pub fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

const WORDS: &[&str] = &[
    "The",
    "embassy",
    "*flag*",
    "was",
    "raised",
    "**on Friday**",
    "`code`",
    "in",
    "Kabul.",
    "Moscow",
    "said",
    "so;",
    "[link](https://example.org/a)",
    "[text][ref]",
    "~~old~~",
    "5 & 6",
    "a_b_c",
    "1996–2001",
    "<b>bold</b>",
    "<br>",
    "![picture](pic.png)",
    "\\*",
    "&amp;",
    "Москва",
    "国家承认。",
    "«نص»",
    "note[^1]",
    "https://example.org",
];

fn sentence(chance: &mut Chance) -> String {
    let words = 1 + chance.below(9);
    (0..words).map(|_| chance.one(WORDS)).collect::<Vec<_>>().join(" ")
}

fn lines(chance: &mut Chance, prefix: &str) -> String {
    let count = 1 + chance.below(3);
    (0..count).map(|_| sentence(chance)).collect::<Vec<_>>().join(&format!("{}\n{prefix}", ["", "\\", "  "][chance.below(3)]))
}

fn block(chance: &mut Chance) -> String {
    match chance.below(13) {
        0 => format!("{} {}\n", "#".repeat(1 + chance.below(6)), sentence(chance)),
        1 => format!("Heading {}\n{}\n", sentence(chance), chance.one(&["===", "---"])),
        2 => {
            let mark = chance.one(&["-", "*", "+", "1.", "7)"]);
            let indent = " ".repeat(mark.len() + 1);
            let gap = chance.one(&["", "\n"]);
            (0..2 + chance.below(3)).map(|_| format!("{mark} {}\n{gap}", lines(chance, &indent))).collect()
        }
        3 => format!("> {}\n", lines(chance, "> ")),
        4 => format!("> {}\n>\n> - {}\n>   - {}\n", lines(chance, "> "), sentence(chance), lines(chance, ">     ")),
        5 => {
            let cell = |chance: &mut Chance| sentence(chance);
            let (a, b, c, d) = (cell(chance), cell(chance), cell(chance), cell(chance));
            format!("| {a} | {b} |\n|---|:-:|\n| {c} | {d} |\n| x | |\n")
        }
        6 => format!("```{}\n{}\n- no list\n```\n", chance.one(&["", "rust", "js"]), sentence(chance)),
        7 => format!("<div class=\"x\">\n{}\n</div>\n", sentence(chance)),
        8 => format!("- [{}] {}\n  1. {}\n", chance.one(&[" ", "x"]), sentence(chance), lines(chance, "     ")),
        9 => "***\n".to_owned(),
        10 => format!("[^1]: {}\n", lines(chance, "    ")),
        11 => format!("![{}](pic.png)\n", chance.one(&["A map", "The flag *there*", "x [y] z"])),
        _ => format!("{}\n", lines(chance, "")),
    }
}

fn front_matter(chance: &mut Chance) -> String {
    let title = match chance.below(9) {
        0 => "title: Plain words here".to_owned(),
        1 => "title: 'It''s single'".to_owned(),
        2 => "title: \"Double \\\"quoted\\\" words\"".to_owned(),
        3 => "title: |\n  Literal line".to_owned(),
        4 => "title: >-\n  Folded line\n  and more".to_owned(),
        5 => return "+++\ntitle = \"Basic words\"\ndate = 2025-07-03\n+++\n\n".to_owned(),
        6 => return "+++\ntitle = 'Literal words'\n[image]\nalt = \"\"\"Multi \"line\" words\"\"\"\n+++\n\n".to_owned(),
        7 => "title: Plain # comment".to_owned(),
        _ => return String::new(),
    };
    format!("---\n{title}\ntags: [a, b]\nimage: {{alt: Flag there, src: x.png}}\n# a comment\ndescription: Other words\n---\n\n")
}

/// A document of some blocks, now and then with front matter, CRLF, a byte order mark, or no line end at its end.
pub fn document(chance: &mut Chance) -> String {
    let mut text = front_matter(chance);
    for _ in 0..1 + chance.below(6) {
        text.push_str(&block(chance));
        text.push_str("\n\n"[..1 + chance.below(2)].as_ref());
    }
    text.push_str("[ref]: https://example.org/ref \"Ref\"\n");
    if chance.below(6) == 0 {
        text = text.trim_end().to_owned();
    }
    if chance.below(5) == 0 {
        text = text.replace('\n', "\r\n");
    }
    if chance.below(12) == 0 {
        text.insert(0, '\u{feff}');
    }
    text
}

const NASTY: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "```",
    "\\",
    "\\\n",
    "\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "][",
    "]:",
    "<",
    ">",
    "</",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</td>",
    "&",
    "&amp;",
    "&#35;",
    "#",
    "##",
    " #",
    "-",
    "- ",
    "---",
    "===",
    "+ ",
    "> ",
    ":::",
    "|",
    "|---|",
    "---|---",
    "1.",
    "2) ",
    "15. ",
    " ",
    "  ",
    "    ",
    "\t",
    ": ",
    "'",
    "\"",
    "!",
    "?",
    ",",
    ".",
    "{",
    "}",
    "{{",
    "}}",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "{#",
    "[^1]",
    "[^1]:",
    "[ref]",
    "[ref]:",
    "[x](https://example.org/a)",
    "<https://example.org/a>",
    "[x](https://evil.test)",
    "javascript:",
    "https://evil.test",
    "import ",
    "export ",
    "<div>",
    "<b",
    "a",
    "word",
    "Да",
    "«",
    "»",
    "「",
    "」",
    "。",
    "：",
    "请",
    "と",
    "は",
    "한",
    "(強調)",
    "“",
    "”",
    "\u{a0}",
    "\u{3000}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\u{1}",
    "\r",
    "é",
    "e\u{301}",
    "👩\u{200D}👩\u{200D}👧",
    "𝒳",
    "\u{f0000}",
    "2025-07-03",
    "null",
];

/// A text from everything that means something to somebody.
pub fn nasty(chance: &mut Chance) -> String {
    let pieces = 1 + chance.below(8);
    (0..pieces).map(|_| chance.one(NASTY)).collect()
}
