//! Reading `tarjuman.toml`: every problem with line, column, what is wrong and how to mend it.

use std::collections::BTreeMap;
use std::str::FromStr;

use toml_edit::{Document, Item, TableLike, Value};

use super::globs::build_globs;
use super::suggest::nearest;
use super::{ArticleSet, Config, Disclosure, Policy};
use crate::base::{Diagnostic, LineIndex, Locale, Place, Severity};
use crate::format::markdown::HtmlBlocks;
use crate::model::{Flavour, Grade};
use crate::project::layout::{self, check_folder, is_within};
use crate::project::load::find_conflict;
use crate::project::save::JournalLimits;

const TOP_KEYS: [&str; 8] = ["source-locale", "target-locales", "articles", "notes", "publish", "journal", "glossary", "check"];
const ARTICLE_KEYS: [&str; 6] = ["root", "include", "exclude", "front-matter", "flavour", "html-blocks"];
const JOURNAL_KEYS: [&str; 2] = ["commands", "megabytes"];
const PUBLISH_KEYS: [&str; 11] =
    ["state", "stale", "missing", "unrecorded", "machine", "url", "out", "locale", "name", "disclosure", "group"];

/// A configuration, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The configuration; `None` exactly when a diagnostic is an error.
    pub config: Option<Config>,
    /// What is wrong or doubtful, in the file's order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the text of `tarjuman.toml`.
pub fn read(text: &str) -> Read {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader { lines: LineIndex::new(text), diagnostics: Vec::new() };
    let config = match Document::parse(text) {
        Ok(document) => reader.read_config(document.as_table()),
        Err(_) if find_conflict(text).is_some() => {
            let place = reader.place(find_conflict(text).unwrap_or_default());
            let diagnostic = Diagnostic::new("conflict-markers", "the configuration holds git conflict markers", place);
            reader.diagnostics.push(diagnostic.help("decide for one of the two sides, and remove the marker lines"));
            None
        }
        Err(error) => {
            let message = error.message().lines().next().unwrap_or("unknown error").to_owned();
            let place = reader.place(error.span().map_or(0, |span| span.start));
            reader
                .diagnostics
                .push(Diagnostic::new("config-syntax", format!("not TOML: {message}"), place).help("mend this line"));
            None
        }
    };
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.place.line, diagnostic.place.column));
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Read { config: config.filter(|_| !failed), diagnostics }
}

pub(super) struct Reader<'t> {
    lines: LineIndex<'t>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn place(&self, offset: usize) -> Place {
        Place { path: layout::CONFIG.to_owned(), ..Place::at(self.lines.position(offset)) }
    }

    pub(super) fn place_of(&self, span: Option<std::ops::Range<usize>>) -> Place {
        self.place(span.map_or(0, |span| span.start))
    }

    pub(super) fn error(&mut self, place: Place, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new("config", message, place).help(help));
    }

    pub(super) fn warning(&mut self, code: &'static str, place: Place, message: String, help: String) {
        self.diagnostics.push(Diagnostic::new(code, message, place).severity(Severity::Warning).help(help));
    }

    fn read_config(&mut self, top: &toml_edit::Table) -> Option<Config> {
        self.report_unknown_keys(top, &TOP_KEYS);
        let source_locale = match top.get("source-locale") {
            Some(item) => self.read_word::<Locale>("source-locale", item),
            None => {
                self.error(self.place(0), "`source-locale` is missing".to_owned(), "add `source-locale = \"en\"`");
                None
            }
        };
        let target_locales = self.read_target_locales(top, source_locale.as_ref());
        let articles = self.read_articles(top);
        let notes = top.get("notes").and_then(|item| self.read_flag("notes", item)).unwrap_or(true);
        let mut config = Config {
            source_locale: source_locale?,
            target_locales,
            articles,
            notes,
            policy: Policy::default(),
            groups: Vec::new(),
            locale_policies: BTreeMap::new(),
            url: None,
            site_name: None,
            disclosure: Disclosure::None,
            out: "public".to_owned(),
            journal: JournalLimits::default(),
            glossary_fallback: Vec::new(),
            glossary_fallbacks: BTreeMap::new(),
            check: BTreeMap::new(),
        };
        if let Some(item) = top.get("journal") {
            self.read_journal(item, &mut config.journal);
        }
        if let Some(item) = top.get("publish") {
            self.read_publish(item, &mut config);
        }
        self.read_glossary(top.get("glossary"), &mut config);
        self.read_check(top.get("check"), &mut config);
        self.check_out(top, &config);
        Some(config)
    }

    fn read_journal(&mut self, item: &Item, limits: &mut JournalLimits) {
        let Some(table) = self.read_table("journal", item) else { return };
        self.report_unknown_keys(table, &JOURNAL_KEYS);
        let mut read = |key| table.get(key).and_then(|item| self.read_count(key, item));
        if let Some(commands) = read("commands") {
            limits.commands = usize::try_from(commands).unwrap_or(usize::MAX);
        }
        if let Some(megabytes) = read("megabytes") {
            limits.bytes = megabytes.saturating_mul(1024 * 1024);
        }
    }

    fn read_target_locales(&mut self, top: &toml_edit::Table, source: Option<&Locale>) -> Vec<Locale> {
        let Some(item) = top.get("target-locales") else { return Vec::new() };
        let mut locales: Vec<(Locale, String)> = Vec::new();
        for (text, place) in self.read_strings("target-locales", item).unwrap_or_default() {
            let locale = match text.parse::<Locale>() {
                Ok(locale) => locale,
                Err(error) => {
                    self.error(place, error.to_string(), "write a BCP 47 language tag such as `ps` or `zh-Hans`");
                    continue;
                }
            };
            if Some(&locale) == source {
                self.error(place, format!("`{text}` is the source locale"), "remove it from `target-locales`");
            } else if let Some((_, other)) = locales.iter().find(|(known, _)| *known == locale) {
                let message = format!("`{text}` and `{other}` are the same locale, `{locale}`");
                self.error(place, message, "keep one of them");
            } else {
                if text != locale.as_str() {
                    let message = format!("`{text}` is called `{locale}` in every path and report");
                    self.warning("locale-alias", place, message, format!("write `{locale}`"));
                }
                locales.push((locale, text));
            }
        }
        locales.into_iter().map(|(locale, _)| locale).collect()
    }

    fn read_articles(&mut self, top: &toml_edit::Table) -> Vec<ArticleSet> {
        match top.get("articles") {
            Some(Item::ArrayOfTables(tables)) => tables.iter().filter_map(|table| self.read_set(table, table.span())).collect(),
            Some(Item::Value(Value::Array(items))) if items.iter().all(Value::is_inline_table) => {
                let tables = items.iter().filter_map(Value::as_inline_table);
                tables.filter_map(|table| self.read_set(table, table.span())).collect()
            }
            Some(item) => {
                self.error(self.place_of(item.span()), "`articles` is not a list of tables".to_owned(), "write `[[articles]]`");
                Vec::new()
            }
            None => {
                let place = self.place(0);
                self.error(place, "no articles are named".to_owned(), "add `[[articles]]` with `root = \"articles\"`");
                Vec::new()
            }
        }
    }

    fn read_set(&mut self, table: &dyn TableLike, span: Option<std::ops::Range<usize>>) -> Option<ArticleSet> {
        self.report_unknown_keys(table, &ARTICLE_KEYS);
        let Some(item) = table.get("root") else {
            let place = self.place_of(span);
            self.error(place, "`root` is missing in `[[articles]]`".to_owned(), "add `root = \"articles\"`");
            return None;
        };
        let place = self.place_of(item.span());
        let root = self.read_folder("root", item)?;
        let own = [layout::LOCALES, layout::GLOSSARY, layout::PUBLISHED, layout::PRIVATE];
        if own.iter().any(|folder| is_within(&root, folder)) {
            let help = "name the folder that the articles are written in";
            self.error(place, format!("the root `{root}` is a folder that tarjuman writes to"), help);
            return None;
        }
        let defaults = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        Some(ArticleSet {
            root,
            include: self.read_globs("include", table).unwrap_or_else(|| defaults(&["**/*.md", "**/*.mdx"])),
            exclude: self.read_globs("exclude", table).unwrap_or_default(),
            front_matter: match table.get("front-matter") {
                Some(item) => self.read_strings("front-matter", item)?.into_iter().map(|(text, _)| text).collect(),
                None => defaults(&["title", "standfirst", "description"]),
            },
            flavour: match table.get("flavour") {
                Some(item) => Some(self.read_word::<FlavourWord>("flavour", item)?.0),
                None => None,
            },
            html_blocks: match table.get("html-blocks") {
                Some(item) => self.read_word("html-blocks", item)?,
                None => HtmlBlocks::Carry,
            },
            place,
        })
    }

    fn read_publish(&mut self, item: &Item, config: &mut Config) {
        let Some(table) = self.read_table("publish", item) else { return };
        self.report_unknown_keys(table, &PUBLISH_KEYS);
        config.policy = self.read_policy(table, Policy::default());
        if let Some(item) = table.get("out")
            && let Some(out) = self.read_folder("out", item)
        {
            config.out = out;
        }
        if let Some(item) = table.get("url") {
            config.url = self.read_url(item);
        }
        let name = table.get("name").and_then(|item| self.read_string("name", item));
        config.site_name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        config.disclosure = self.read_optional("disclosure", table).unwrap_or(config.disclosure);
        self.read_groups(table, config);
        let Some(locales) = table.get("locale").and_then(|item| self.read_table("publish.locale", item)) else { return };
        for (name, item) in locales.iter() {
            let key_span = locales.get_key_value(name).and_then(|(key, _)| key.span());
            let place = self.place_of(key_span.or(item.span()));
            let locale = match name.parse::<Locale>() {
                Ok(locale) => locale,
                Err(error) => {
                    self.error(place, error.to_string(), "write a BCP 47 language tag such as `ps` or `zh-Hans`");
                    continue;
                }
            };
            if !config.target_locales.contains(&locale) && locale != config.source_locale {
                let help = format!("add `{locale}` to `target-locales`, or remove this table");
                self.warning("unused-setting", place.clone(), format!("`{locale}` is not a locale of this project"), help);
            }
            let Some(table) = self.read_table(&format!("publish.locale.{name}"), item) else { continue };
            self.report_unknown_keys(table, &Policy::KEYS);
            let policy = self.read_policy(table, config.policy.clone());
            if config.locale_policies.insert(locale.clone(), policy).is_some() {
                self.error(place, format!("there is more than one `[publish.locale]` for `{locale}`"), "keep one of them");
            }
        }
    }

    fn read_policy(&mut self, table: &dyn TableLike, fallback: Policy) -> Policy {
        Policy {
            state: self.read_optional("state", table).unwrap_or(fallback.state),
            stale: self.read_optional::<StaleWord>("stale", table).map_or(fallback.stale, |word| word.0),
            missing: self.read_optional("missing", table).unwrap_or(fallback.missing),
            unrecorded: self.read_optional("unrecorded", table).unwrap_or(fallback.unrecorded),
            machine: self.read_optional("machine", table).unwrap_or(fallback.machine),
        }
    }

    /// The output folder is emptied of what is no longer produced: it may not hold anything that people write.
    fn check_out(&mut self, top: &toml_edit::Table, config: &Config) {
        let item = top.get("publish").and_then(|item| item.get("out"));
        let place = self.place_of(item.and_then(Item::span));
        let own = [layout::LOCALES, layout::GLOSSARY, layout::PUBLISHED, layout::PRIVATE];
        let clashes = |folder: &str| is_within(folder, &config.out) || is_within(&config.out, folder);
        if config.out.is_empty() || own.iter().any(|folder| clashes(folder)) {
            let message = format!("the output folder `{}` holds files that are not output", config.out);
            self.error(place, message, "write `out = \"public\"`");
        } else if let Some(set) = config.articles.iter().find(|set| is_within(&set.root, &config.out)) {
            let message = format!("the output folder `{}` holds the articles of `{}`", config.out, set.root);
            self.error(place, message, "publish to a folder of its own");
        }
    }

    fn read_url(&mut self, item: &Item) -> Option<String> {
        let place = self.place_of(item.span());
        let text = self.read_string("url", item)?;
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let is_plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\'' | '\\'));
        if host.is_empty() || !is_plain || text.contains(['?', '#']) {
            self.error(place, "`url` is not the address of a site".to_owned(), "write `url = \"https://example.org\"`");
            return None;
        }
        Some(text.trim_end_matches('/').to_owned())
    }

    fn read_folder(&mut self, key: &str, item: &Item) -> Option<String> {
        let text = self.read_string(key, item)?;
        match check_folder(&text) {
            Ok(folder) => Some(folder),
            Err(why) => {
                let message = format!("`{key}` cannot be `{}`: {why}", text.escape_debug());
                self.error(self.place_of(item.span()), message, "name a folder inside the project, relative to `tarjuman.toml`");
                None
            }
        }
    }

    pub(super) fn read_globs(&mut self, key: &str, table: &dyn TableLike) -> Option<Vec<String>> {
        let globs = self.read_strings(key, table.get(key)?)?;
        let mut accepted: Vec<&str> = Vec::new();
        for (glob, place) in &globs {
            // Together with those before it: all of them become one matcher, which has a limit.
            accepted.push(glob);
            if let Err(error) = build_globs(&accepted) {
                let message = format!("`{}` is not a glob: {}", glob.escape_debug(), error.kind());
                self.error(place.clone(), message, "write a glob such as `**/*.md`");
                accepted.pop();
            }
        }
        Some(globs.into_iter().map(|(glob, _)| glob).collect())
    }

    pub(super) fn read_optional<T: FromStr<Err: std::fmt::Display>>(&mut self, key: &str, table: &dyn TableLike) -> Option<T> {
        self.read_word(key, table.get(key)?)
    }

    fn read_word<T: FromStr<Err: std::fmt::Display>>(&mut self, key: &str, item: &Item) -> Option<T> {
        let text = self.read_string(key, item)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let help = if key == "source-locale" { "write a BCP 47 language tag" } else { "write one of the words named" };
                self.error(self.place_of(item.span()), format!("`{key}`: {error}"), help);
                None
            }
        }
    }

    pub(super) fn read_string(&mut self, key: &str, item: &Item) -> Option<String> {
        if let Some(text) = item.as_str() {
            return Some(text.to_owned());
        }
        self.error(self.place_of(item.span()), format!("`{key}` is not a string"), "put the value in double quotes");
        None
    }

    pub(super) fn read_strings(&mut self, key: &str, item: &Item) -> Option<Vec<(String, Place)>> {
        let items = item.as_array().filter(|items| items.iter().all(Value::is_str));
        let Some(items) = items else {
            let help = "write a list such as `[\"one\", \"two\"]`";
            self.error(self.place_of(item.span()), format!("`{key}` is not a list of strings"), help);
            return None;
        };
        let read_one = |value: &Value| (value.as_str().unwrap_or_default().to_owned(), self.place_of(value.span()));
        Some(items.iter().map(read_one).collect())
    }

    fn read_count(&mut self, key: &str, item: &Item) -> Option<u64> {
        let count = item.as_integer().and_then(|number| u64::try_from(number).ok());
        if count.is_none() {
            self.error(
                self.place_of(item.span()),
                format!("`{key}` is not a whole number from 0 up"),
                "write a number, like `50`",
            );
        }
        count
    }

    pub(super) fn read_flag(&mut self, key: &str, item: &Item) -> Option<bool> {
        let value = item.as_bool();
        if value.is_none() {
            let message = format!("`{key}` is not `true` or `false`");
            self.error(self.place_of(item.span()), message, "write `true` or `false`, without quotes");
        }
        value
    }

    pub(super) fn read_table<'i>(&mut self, key: &str, item: &'i Item) -> Option<&'i dyn TableLike> {
        let table = item.as_table_like();
        if table.is_none() {
            let place = self.place_of(item.span());
            self.error(place, format!("`{key}` is not a table"), &format!("write `[{key}]`"));
        }
        table
    }

    pub(super) fn report_unknown_keys(&mut self, table: &dyn TableLike, known: &[&str]) {
        for (name, item) in table.iter().filter(|(name, _)| !known.contains(name)) {
            let span = table.get_key_value(name).and_then(|(key, _)| key.span()).or(item.span());
            let help = match nearest(name, known) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known here: {}", known.join(", ")),
            };
            let message = format!("the key `{}` is not known and has no effect", name.escape_debug());
            self.warning("unknown-key", self.place_of(span), message, help);
        }
    }
}

struct FlavourWord(Flavour);

impl FromStr for FlavourWord {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "markdown" => Ok(Self(Flavour::Markdown)),
            "mdx" => Ok(Self(Flavour::Mdx)),
            _ => Err("not one of markdown, mdx"),
        }
    }
}

pub(super) struct StaleWord(pub(super) Option<Grade>);

impl FromStr for StaleWord {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "current" => Ok(Self(None)),
            _ => text
                .parse()
                .map(|grade| Self(Some(grade)))
                .map_err(|_| "not one of current, format, typo, wording, facts, rewrite"),
        }
    }
}
