//! Documents composed of every kind of block, nested in containers, oddly spaced; the same for the same seed.

/// A small generator of pseudo-random numbers (xorshift), enough to compose documents.
pub struct Generator(u64);

const WORDS: [&str; 26] = [
    "alpha",
    "Kabul",
    "the",
    "ü",
    "界",
    "、世",
    "مرحبا",
    "😀 x",
    "1.",
    "-",
    "+",
    "#",
    "a|b",
    "\\*",
    "\\",
    "&amp;",
    "it's",
    "_em_",
    "**b**",
    "`c`",
    "`` a`b ``",
    "*",
    "[x]",
    "10%",
    "!",
    "~~s~~",
];
const INLINES: [&str; 18] = [
    "[link](u \"t  t\")",
    "![alt text](i.png)",
    "<b>",
    "</b>",
    "<br/>",
    "`{c}`",
    "[ref]",
    "[text][ref]",
    "[ref][]",
    "<!-- c -->",
    "![ref]",
    "<http://e.x>",
    "\\\\",
    "[a *b* c](<u v>)",
    "mid{{< dir >}}",
    "mid {% dir %}",
    "[^1]",
    "`a\\|b`",
];

const HEAD: [&str; 30] = [
    "title: ",
    "tags:\n",
    "  - ",
    "image: {alt: ",
    "}",
    "image:\n  alt: ",
    "|\n",
    ">-\n",
    "  text\n",
    "   deeper\n",
    "\n",
    "\n",
    "'",
    "\"",
    "''",
    "\\\"",
    "é",
    "日本",
    " # c",
    "\r\n",
    "title = ",
    "[image]\n",
    "alt = ",
    "\"\"\"",
    "'''",
    "word",
    "&a ",
    "*a",
    "\t",
    "description: ",
];
const SOUP: [&str; 62] = [
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  ",
    "    ",
    "\t",
    "> ",
    ">",
    "- ",
    "1. ",
    "# ",
    "#",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "`",
    "``",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "[^",
    "]: ",
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<a",
    "{",
    "}",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "{/*",
    "*/}",
    "|",
    "|--|",
    "\\",
    "&amp;",
    "word",
    "é",
    "日本。",
    "😀",
    "\0",
    "\u{a0}",
    "import a from 'b'",
    "<!-- tarjuman: skip -->",
    "<!-- tarjuman: end -->",
    ":::",
];

impl Generator {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.next(from.len())]
    }

    /// A document.
    pub fn document(&mut self) -> String {
        let mut lines = Vec::new();
        for _ in 0..1 + self.next(5) {
            lines.extend(self.block(0));
            if self.next(3) > 0 {
                lines.push(self.pick(&["", "", " ", "\t"]).to_owned());
            }
        }
        if self.next(2) == 0 {
            lines.extend(["".into(), "[ref]: /u 'title'".into(), "[^1]: note word".into()]);
        }
        let line_end = self.pick(&["\n", "\n", "\r\n"]);
        let mut text = lines.join(line_end);
        if self.next(4) > 0 {
            text.push_str(line_end);
        }
        if self.next(20) == 0 { format!("\u{feff}{text}") } else { text }
    }

    /// A string of pieces that mean something to a reader, in an order that means nothing; half of them with front matter.
    pub fn soup(&mut self) -> String {
        let mut text = String::new();
        let head = self.pick(&["", "", "---\n", "+++\n", "\u{feff}---\r\n"]);
        text.push_str(head);
        for _ in 0..self.next(12) {
            if head.len() > 1 {
                text.push_str(self.pick(&HEAD));
            }
        }
        text.push_str(head.trim_start_matches('\u{feff}'));
        for _ in 0..self.next(40) {
            text.push_str(self.pick(&SOUP));
        }
        text
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        for _ in 0..1 + self.next(6) {
            line.push_str(if self.next(4) == 0 { self.pick(&INLINES) } else { self.pick(&WORDS) });
            line.push_str(self.pick(&[" ", " ", " ", "  ", "\t", ""]));
        }
        line.push_str(self.pick(&["", "", "", " ", "  ", "\\", "   "]));
        line
    }

    fn lines(&mut self) -> Vec<String> {
        (0..1 + self.next(3)).map(|_| format!("{}{}", self.pick(&["", "", "", " ", "   ", "\t"]), self.line())).collect()
    }

    fn block(&mut self, depth: usize) -> Vec<String> {
        match self.next(if depth > 3 { 8 } else { 14 }) {
            0..=2 => self.lines(),
            3 => vec![format!(
                "{} {}{}",
                self.pick(&["#", "##", "######"]),
                self.line(),
                self.pick(&["", " #", " ##  ", " {#id}"])
            )],
            4 => {
                let mut lines = self.lines();
                lines.push(self.pick(&["===", "---", "- "]).to_owned());
                lines
            }
            5 => self.leaf_without_text(),
            6 => {
                let row = |generator: &mut Self| format!("|{}|{}|", generator.pick(&WORDS), generator.pick(&INLINES));
                vec![row(self), "|--|:-:|".into(), row(self), row(self)]
            }
            7 => {
                let directive = self.pick(&["{{< dir >}}", "{% dir %}", ":::note", ":::", "/// dir", "> [!NOTE]"]);
                vec![String::new(), directive.to_owned(), String::new()]
            }
            8..=9 => {
                let prefix = self.pick(&["> ", ">", " > ", ">  "]);
                self.contained(depth, prefix, prefix)
            }
            10..=11 => {
                let marker = self.pick(&["- ", "* ", "+   ", "-\t", "- [ ] "]);
                let further = if marker == "+   " { "    " } else { "  " };
                self.contained(depth, marker, further)
            }
            12 => {
                let marker = self.pick(&["1. ", "2) ", "10. "]);
                self.contained(depth, marker, "    ")
            }
            _ => self.contained(depth, "[^1]: ", "    "),
        }
    }

    fn leaf_without_text(&mut self) -> Vec<String> {
        let leaves: [&[&str]; 5] = [
            &["```rust", "code here", "```"],
            &["    indented code"],
            &["<div>", "raw", "</div>"],
            &["***"],
            &["<!-- x", "y -->"],
        ];
        leaves[self.next(leaves.len())].iter().map(|line| line.to_string()).collect()
    }

    fn contained(&mut self, depth: usize, first: &str, further: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for _ in 0..1 + self.next(3) {
            lines.extend(self.block(depth + 1));
            if self.next(2) == 0 {
                lines.push(String::new());
            }
        }
        let lazy = self.next(6) == 0;
        let prefix = |(index, line): (usize, String)| match index {
            0 => format!("{first}{line}"),
            _ if lazy => line,
            _ => format!("{further}{line}"),
        };
        lines.into_iter().enumerate().map(prefix).collect()
    }
}
