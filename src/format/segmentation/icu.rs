//! ICU regular expressions, as SRX uses them, turned into those of the `regex` crate.
//!
//! What means something else there is rewritten; what has no counterpart (look-around, back references, possessive
//! quantifiers, atomic groups) is refused by name, never passed on with another meaning.

/// `pattern` in the syntax of the `regex` crate, or what in it cannot be said there.
pub(super) fn translate(pattern: &str) -> Result<String, String> {
    let mut translator = Translator { chars: pattern.chars().collect(), at: 0, out: String::new(), quantified: false };
    while translator.at < translator.chars.len() {
        translator.step()?;
    }
    Ok(translator.out)
}

const HORIZONTAL: &str = r"\t\p{Zs}";
const VERTICAL: &str = r"\n\x0B\f\r\x{85}\x{2028}\x{2029}";
const SPACE: &str = r"\t\n\f\r\p{Z}";

struct Translator {
    chars: Vec<char>,
    at: usize,
    out: String,
    /// Whether what was written last is a quantifier, which a `+` after it would make possessive.
    quantified: bool,
}

impl Translator {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(ahead, c)| self.peek(ahead) == Some(c))
    }

    fn step(&mut self) -> Result<(), String> {
        let c = self.chars[self.at];
        let was_quantified = std::mem::take(&mut self.quantified);
        match c {
            '\\' => self.escape(false),
            '[' => self.class(),
            '(' => self.group(),
            '+' if was_quantified => Err("a possessive quantifier".to_owned()),
            '*' | '+' | '?' => {
                self.quantified = !(was_quantified && c == '?');
                self.copy(1)
            }
            '{' => {
                let end = self.chars[self.at..].iter().position(|c| *c == '}').ok_or("a brace that is not closed")?;
                self.copy(end + 1)?;
                self.quantified = true;
                Ok(())
            }
            _ => self.copy(1),
        }
    }

    fn copy(&mut self, count: usize) -> Result<(), String> {
        self.out.extend(&self.chars[self.at..self.at + count]);
        self.at += count;
        Ok(())
    }

    fn push(&mut self, text: &str, width: usize) -> Result<(), String> {
        self.out.push_str(text);
        self.at += width;
        Ok(())
    }

    fn group(&mut self) -> Result<(), String> {
        const REFUSED: [(&str, &str); 5] = [
            ("(?=", "look-ahead `(?=`"),
            ("(?!", "look-ahead `(?!`"),
            ("(?<=", "look-behind `(?<=`"),
            ("(?<!", "look-behind `(?<!`"),
            ("(?>", "an atomic group `(?>`"),
        ];
        if let Some((_, name)) = REFUSED.iter().find(|(start, _)| self.starts_with(start)) {
            return Err((*name).to_owned());
        }
        if self.starts_with("(?#") {
            let end = self.chars[self.at..].iter().position(|c| *c == ')').ok_or("a comment that is not closed")?;
            return self.push("", end + 1);
        }
        if self.starts_with("(?") && !self.starts_with("(?<") {
            let flags: String = self.chars[self.at + 2..].iter().take_while(|c| !matches!(c, ':' | ')')).collect();
            if let Some(flag) = flags.chars().find(|c| !matches!(c, 'i' | 'm' | 's' | 'x' | '-')) {
                return Err(format!("the flag `{flag}`"));
            }
            return self.copy(2 + flags.chars().count() + usize::from(self.peek(2 + flags.chars().count()).is_some()));
        }
        self.copy(1)
    }

    /// An escape, inside a class or outside.
    fn escape(&mut self, in_class: bool) -> Result<(), String> {
        let Some(c) = self.peek(1) else { return Err("a backslash at the end".to_owned()) };
        let class = |set: &str| if in_class { set.to_owned() } else { format!("[{set}]") };
        match c {
            'h' => self.push(&class(HORIZONTAL), 2),
            'v' => self.push(&class(VERTICAL), 2),
            's' => self.push(&class(SPACE), 2),
            'H' => self.push(&format!("[^{HORIZONTAL}]"), 2),
            'V' => self.push(&format!("[^{VERTICAL}]"), 2),
            'S' => self.push(&format!("[^{SPACE}]"), 2),
            'R' if !in_class => self.push(&format!(r"(?:\r\n|[{VERTICAL}])"), 2),
            'e' => self.push(r"\x1B", 2),
            'Z' if !in_class => self.push(r"\z", 2),
            'u' => self.hexadecimal(4),
            'U' => self.hexadecimal(8),
            'x' if self.peek(2) != Some('{') => self.hexadecimal(2),
            'x' | 'p' | 'P' | 'N' if self.peek(2) == Some('{') && c != 'N' => {
                let end = self.chars[self.at..].iter().position(|c| *c == '}').ok_or("a brace that is not closed")?;
                self.copy(end + 1)
            }
            'p' | 'P' => self.copy(2),
            'Q' => self.quote(),
            'c' => {
                let control = self.peek(2).filter(char::is_ascii).ok_or("`\\c` without a character")?;
                self.push(&format!("\\x{:02X}", u32::from(control) & 0x1F), 3)
            }
            '0' => Err("an octal escape `\\0`".to_owned()),
            '1'..='9' => Err(format!("a back reference `\\{c}`")),
            'k' => Err("a back reference `\\k`".to_owned()),
            'G' | 'X' | 'N' => Err(format!("`\\{c}`")),
            'a' | 'f' | 'n' | 'r' | 't' | 'd' | 'D' | 'w' | 'W' => self.copy(2),
            'A' | 'b' | 'B' | 'z' if !in_class => self.copy(2),
            c if c.is_ascii_alphanumeric() => Err(format!("`\\{c}`")),
            c => self.push(&regex::escape(c.encode_utf8(&mut [0; 4])), 2),
        }
    }

    fn hexadecimal(&mut self, digits: usize) -> Result<(), String> {
        let code: String = self.chars.iter().skip(self.at + 2).take(digits).collect();
        if code.len() != digits || !code.chars().all(|c| c.is_ascii_hexdigit()) {
            return Err(format!("an escape without {digits} hexadecimal digits"));
        }
        self.push(&format!("\\x{{{code}}}"), 2 + digits)
    }

    /// `\Q…\E`: what stands between means itself.
    fn quote(&mut self) -> Result<(), String> {
        let rest: String = self.chars[self.at + 2..].iter().collect();
        let (quoted, width) = rest.split_once("\\E").map_or((rest.as_str(), 0), |(quoted, _)| (quoted, 2));
        self.push(&regex::escape(quoted), 2 + quoted.chars().count() + width)
    }

    /// A class in brackets, with classes inside it.
    fn class(&mut self) -> Result<(), String> {
        let mut depth = 0;
        let mut first = false;
        while let Some(c) = self.peek(0) {
            match c {
                '[' if self.peek(1) == Some(':') => self.named_class()?,
                '[' => {
                    depth += 1;
                    self.copy(1)?;
                    if self.peek(0) == Some('^') {
                        self.copy(1)?;
                    }
                    first = true;
                    continue;
                }
                ']' if first => self.push(r"\]", 1)?,
                ']' => {
                    depth -= 1;
                    self.copy(1)?;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                '\\' => self.escape(true)?,
                '-' | '&' if self.peek(1) == Some('[') => return Err(format!("the set operator `{c}[`")),
                '~' => self.push(r"\~", 1)?,
                _ => self.copy(1)?,
            }
            first = false;
        }
        Err("a class that is not closed".to_owned())
    }

    /// `[:Lu:]` and `[:alpha:]`, which mean Unicode properties in ICU.
    fn named_class(&mut self) -> Result<(), String> {
        let rest: String = self.chars[self.at + 2..].iter().collect();
        let (name, _) = rest.split_once(":]").ok_or("a named class that is not closed")?;
        let (negated, property) = name.strip_prefix('^').map_or((false, name), |name| (true, name));
        let set = match property.to_ascii_lowercase().as_str() {
            "alpha" => r"\p{Alphabetic}".to_owned(),
            "alnum" => r"\p{Alphabetic}\p{Nd}".to_owned(),
            "digit" => r"\p{Nd}".to_owned(),
            "punct" => r"\p{P}".to_owned(),
            "space" => SPACE.to_owned(),
            "upper" => r"\p{Uppercase}".to_owned(),
            "lower" => r"\p{Lowercase}".to_owned(),
            _ => format!(r"\p{{{property}}}"),
        };
        let caret = if negated { "^" } else { "" };
        self.push(&format!("[{caret}{set}]"), name.chars().count() + 4)
    }
}
