//! Sets of endings: a stem that takes one of a set takes the others as well.

use super::shapes::is_vowel;

/// One set of endings.
#[derive(Debug, Clone, Default)]
pub struct Paradigm {
    /// The endings of the forms that a dictionary lists: a term that is one word has one of them.
    listed: Vec<String>,
    /// Every ending.
    pub endings: Vec<String>,
    /// What the stem may end in.
    after: After,
    /// Whether the stem of the dictionary's form has the changed letters, and the other forms those that change.
    pub reversed: bool,
    /// The fewest letters that every ending adds to the stem.
    pub shortest: usize,
}

#[derive(Debug, Clone, Default)]
enum After {
    #[default]
    Any,
    Only(String),
    Never(String),
    /// The last vowel is one of these.
    Vowel(String),
    /// It begins with one of these.
    Begins(String),
}

impl Paradigm {
    /// Reads `- | a b`: the endings before the bar are those that a dictionary lists, `-` is none; without a bar all are, but for an
    /// empty one that is not the first. `xy:` before them says what the stem ends in, `^xy:` in what it does not, `@xy:` what its last
    /// vowel is, `xy-:` what it begins with, `<` that its letters change the other way.
    pub fn read(line: &str, fold: impl Fn(&str) -> String) -> Self {
        let reversed = line.starts_with('<');
        let line = line.trim_start_matches('<').trim_start();
        let condition = line.split_whitespace().next().and_then(|first| first.strip_suffix(':'));
        let after = condition.map_or(After::Any, |letters| match (letters.strip_prefix(['^', '@']), letters.strip_suffix('-')) {
            (Some(others), _) if letters.starts_with('^') => After::Never(fold(others)),
            (Some(vowels), _) => After::Vowel(fold(vowels)),
            (None, Some(first)) => After::Begins(fold(first)),
            (None, None) => After::Only(fold(letters)),
        });
        let line = condition.map_or(line, |letters| &line[letters.len() + 1..]);
        let read = |text: &str| {
            let ending = |ending: &str| if ending == "-" { String::new() } else { fold(ending) };
            text.split_whitespace().map(ending).collect::<Vec<String>>()
        };
        let (listed, endings) = match line.split_once('|') {
            Some((listed, others)) => {
                let listed = read(listed);
                let others = read(others).into_iter().filter(|ending| !listed.contains(ending)).collect::<Vec<_>>();
                let endings = listed.iter().cloned().chain(others).collect();
                (listed, endings)
            }
            None => {
                let endings = read(line);
                // An empty ending that is not the first is that of a genitive plural.
                let listed = endings.iter().enumerate().filter(|(at, ending)| *at == 0 || !ending.is_empty());
                (listed.map(|(_, ending)| ending.clone()).collect(), endings)
            }
        };
        let shortest = endings.iter().map(|ending| ending.chars().count()).min().unwrap_or(0);
        Self { shortest, listed, endings, after, reversed }
    }

    /// The stems that `word` may have: by the endings that a dictionary lists where it stands `alone`, by any of them otherwise.
    pub fn stems<'w>(&'w self, word: &'w str, alone: bool) -> impl Iterator<Item = &'w str> + 'w {
        let endings = if alone { &self.listed } else { &self.endings };
        endings.iter().filter_map(move |ending| word.strip_suffix(ending.as_str())).filter(|stem| self.allows(stem))
    }

    fn allows(&self, stem: &str) -> bool {
        let last = |letters: &str| stem.ends_with(|c: char| letters.contains(c));
        match &self.after {
            After::Any => true,
            After::Only(letters) => last(letters),
            After::Never(letters) => !last(letters),
            After::Begins(letters) => stem.starts_with(|c: char| letters.contains(c)),
            After::Vowel(letters) => stem.chars().rev().find(|c| is_vowel(*c)).is_some_and(|vowel| letters.contains(vowel)),
        }
    }
}
