//! What is known of a language's sentences: the built-in tables in `rules/`, and what a project adds to them.
//!
//! A built-in table is compiled when its language is first met, and once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock};

use super::srx::SrxRules;
use crate::base::Locale;
use crate::format::segmentation::{Pair, SegmentationTable, Srx, read_table};

/// How the sentences of one language are told apart.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The language subtag.
    pub(super) language: String,
    /// Whether there is a table for the language; without one, sentencex is asked about full stops.
    pub(super) known: bool,
    /// Words before a stop; see [`Rules::kind`].
    words: HashMap<Box<str>, Kind>,
    /// The same for words that end so: `Goethestr`.
    endings: Vec<(Box<str>, Kind)>,
    starters: HashSet<Box<str>>,
    fronting: HashSet<Box<str>>,
    speech: HashSet<Box<str>>,
    exclamations: HashSet<Box<str>>,
    /// Further signs that end a sentence, and signs that end none.
    pub(super) stops: Vec<char>,
    pub(super) no_stops: Vec<char>,
    /// Whether a number with a stop is an ordinal.
    pub(super) ordinals: bool,
    /// Whether nouns are capitalised.
    pub(super) capital_nouns: bool,
    /// What a project says about single places, over everything else.
    pub(super) breaks: Vec<Pair>,
    pub(super) no_breaks: Vec<Pair>,
    /// A project's SRX rules.
    pub(super) srx: Option<SrxRules>,
}

/// What a stop after a word means. Several may hold; all false for an ordinary word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kind {
    /// It never ends a sentence.
    pub inside: bool,
    /// It ends one only before a sentence starter.
    pub anywhere: bool,
    /// It ends one before a capital, where capitals say something.
    pub last: bool,
    /// It does not end one before a number.
    pub before_number: bool,
}

/// What a project adds to the built-in rules of its source locale.
#[derive(Debug, Clone, Default)]
pub struct ProjectRules {
    /// Tables, most general first.
    pub tables: Vec<SegmentationTable>,
    /// SRX documents, in the order in which their rules are tried.
    pub srx: Vec<Srx>,
}

/// The built-in tables by language; the table `any` belongs to all of them.
const TABLES: &[(&str, &str)] = &[
    ("af", include_str!("rules/af.toml")),
    ("am", include_str!("rules/am.toml")),
    ("ar", include_str!("rules/ar.toml")),
    ("as", include_str!("rules/indic.toml")),
    ("be", include_str!("rules/be.toml")),
    ("bg", include_str!("rules/bg.toml")),
    ("bn", include_str!("rules/indic.toml")),
    ("bo", include_str!("rules/bo.toml")),
    ("bs", include_str!("rules/hr.toml")),
    ("ca", include_str!("rules/ca.toml")),
    ("cs", include_str!("rules/cs.toml")),
    ("da", include_str!("rules/da.toml")),
    ("de", include_str!("rules/de.toml")),
    ("el", include_str!("rules/el.toml")),
    ("en", include_str!("rules/en.toml")),
    ("es", include_str!("rules/es.toml")),
    ("et", include_str!("rules/et.toml")),
    ("fa", include_str!("rules/fa.toml")),
    ("fi", include_str!("rules/fi.toml")),
    ("fr", include_str!("rules/fr.toml")),
    ("gl", include_str!("rules/gl.toml")),
    ("gu", include_str!("rules/indic.toml")),
    ("he", include_str!("rules/he.toml")),
    ("hi", include_str!("rules/hi.toml")),
    ("hr", include_str!("rules/hr.toml")),
    ("hu", include_str!("rules/hu.toml")),
    ("hy", include_str!("rules/hy.toml")),
    ("id", include_str!("rules/id.toml")),
    ("it", include_str!("rules/it.toml")),
    ("ja", include_str!("rules/ja.toml")),
    ("ka", include_str!("rules/ka.toml")),
    ("kk", include_str!("rules/kk.toml")),
    ("km", include_str!("rules/km.toml")),
    ("kn", include_str!("rules/indic.toml")),
    ("ko", include_str!("rules/ko.toml")),
    ("lo", include_str!("rules/lo.toml")),
    ("lt", include_str!("rules/lt.toml")),
    ("lv", include_str!("rules/lv.toml")),
    ("mk", include_str!("rules/mk.toml")),
    ("ml", include_str!("rules/indic.toml")),
    ("mr", include_str!("rules/hi.toml")),
    ("ms", include_str!("rules/id.toml")),
    ("my", include_str!("rules/my.toml")),
    ("nb", include_str!("rules/da.toml")),
    ("ne", include_str!("rules/hi.toml")),
    ("nl", include_str!("rules/nl.toml")),
    ("nn", include_str!("rules/da.toml")),
    ("no", include_str!("rules/da.toml")),
    ("pa", include_str!("rules/indic.toml")),
    ("pl", include_str!("rules/pl.toml")),
    ("ps", include_str!("rules/ps.toml")),
    ("pt", include_str!("rules/pt.toml")),
    ("ro", include_str!("rules/ro.toml")),
    ("ru", include_str!("rules/ru.toml")),
    ("si", include_str!("rules/indic.toml")),
    ("sk", include_str!("rules/cs.toml")),
    ("sl", include_str!("rules/sl.toml")),
    ("sr", include_str!("rules/sr.toml")),
    ("sv", include_str!("rules/sv.toml")),
    ("sw", include_str!("rules/sw.toml")),
    ("ta", include_str!("rules/indic.toml")),
    ("te", include_str!("rules/indic.toml")),
    ("th", include_str!("rules/th.toml")),
    ("tr", include_str!("rules/tr.toml")),
    ("uk", include_str!("rules/uk.toml")),
    ("ur", include_str!("rules/ur.toml")),
    ("vi", include_str!("rules/vi.toml")),
    ("zh", include_str!("rules/zh.toml")),
];
const ANY: &str = include_str!("rules/any.toml");

/// One slot for each of [`TABLES`].
static COMPILED: [OnceLock<Arc<Rules>>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];

/// The rules of languages without a table, as they are met.
static OTHERS: Mutex<BTreeMap<String, Arc<Rules>>> = Mutex::new(BTreeMap::new());

impl Rules {
    /// The built-in rules of `locale`; those that hold for every language when there is no table for it.
    pub fn of(locale: &Locale) -> Arc<Self> {
        let language = locale.language();
        if let Ok(at) = TABLES.binary_search_by_key(&language, |&(language, _)| language) {
            return Arc::clone(COMPILED[at].get_or_init(|| Arc::new(built_in(language, Some(TABLES[at].1)))));
        }
        let mut others = OTHERS.lock().expect("nothing panics while it holds the lock");
        let rules = others.entry(language.to_owned()).or_insert_with(|| Arc::new(built_in(language, None)));
        Arc::clone(rules)
    }

    /// The built-in rules of `locale` with a project's own.
    pub fn with(locale: &Locale, project: &ProjectRules) -> Self {
        let mut rules = Self::clone(&Self::of(locale));
        project.tables.iter().for_each(|table| rules.add(table));
        rules.srx = SrxRules::select(&project.srx, locale);
        rules
    }

    /// What is known of `word`, written without its last stop: an entry with a capital wants that capital.
    pub(super) fn kind(&self, word: &str) -> Kind {
        let entry = self.words.get(word).or_else(|| self.words.get(word.to_lowercase().as_str()));
        let ending = || self.endings.iter().find(|(ending, _)| word.ends_with(ending.as_ref())).map(|(_, kind)| kind);
        entry.or_else(ending).copied().unwrap_or_default()
    }

    /// Whether `word` begins a sentence where it is capitalised.
    pub(super) fn is_starter(&self, word: &str) -> bool {
        self.starters.contains(word.to_lowercase().as_str())
    }

    /// Whether `word` is a preposition that may begin a sentence.
    pub(super) fn is_fronting(&self, word: &str) -> bool {
        self.fronting.contains(word.to_lowercase().as_str())
    }

    /// Whether `word` says who spoke.
    pub(super) fn is_speech(&self, word: &str) -> bool {
        self.speech.contains(word.to_lowercase().as_str())
    }

    /// The verbs that say who spoke, for scripts that do not separate words.
    pub(super) fn speech(&self) -> impl Iterator<Item = &str> {
        self.speech.iter().map(AsRef::as_ref)
    }

    /// Whether `word` is a name with a question or exclamation mark of its own.
    pub(super) fn is_exclamation(&self, word: &str) -> bool {
        self.exclamations.contains(word)
    }

    fn add(&mut self, table: &SegmentationTable) {
        self.mark(&table.inside, |kind| kind.inside = true);
        self.mark(&table.anywhere, |kind| kind.anywhere = true);
        self.mark(&table.last, |kind| (kind.anywhere, kind.last) = (true, true));
        self.mark(&table.before_number, |kind| kind.before_number = true);
        let lower = |words: &[String]| words.iter().map(|word| word.to_lowercase().into_boxed_str()).collect::<Vec<_>>();
        self.starters.extend(lower(&table.starters));
        self.fronting.extend(lower(&table.fronting));
        self.speech.extend(lower(&table.speech));
        self.exclamations.extend(table.exclamations.iter().map(|word| word.as_str().into()));
        self.stops.extend(table.stops.iter().flat_map(|stop| stop.chars()));
        self.no_stops.extend(table.no_stops.iter().flat_map(|stop| stop.chars()));
        self.ordinals = table.ordinals.unwrap_or(self.ordinals);
        self.capital_nouns = table.capital_nouns.unwrap_or(self.capital_nouns);
        self.breaks.extend(table.breaks.iter().cloned());
        self.no_breaks.extend(table.no_breaks.iter().cloned());
    }

    fn mark(&mut self, words: &[String], set: impl Fn(&mut Kind)) {
        for word in words {
            // `z. B.` and `z.B.` are one abbreviation.
            let joined: String = word.chars().filter(|c| !c.is_whitespace()).collect();
            match joined.strip_prefix('-') {
                Some(ending) => {
                    let mut kind = Kind::default();
                    set(&mut kind);
                    self.endings.push((ending.into(), kind));
                }
                None => set(self.words.entry(joined.into_boxed_str()).or_default()),
            }
        }
    }
}

fn built_in(language: &str, table: Option<&str>) -> Rules {
    let mut rules = Rules { language: language.to_owned(), known: table.is_some(), ..Rules::default() };
    for text in [Some(ANY), table].into_iter().flatten() {
        rules.add(&read_table(text).table);
    }
    rules
}
