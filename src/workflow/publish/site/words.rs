//! What a page says to its reader beside the article, in the reader's language: Fluent messages of the tool, which a project
//! can replace one by one.

use std::collections::BTreeMap;

use ::fluent::concurrent::FluentBundle;
use ::fluent::{FluentArgs, FluentResource, FluentValue};
use minijinja::{Value, context};

use crate::base::{Diagnostic, Locale};
use crate::format::fluent::{self, runtime_source};
use crate::format::html::escape_xml;
use crate::project::load::{LoadError, load_text};
use crate::project::{Project, layout};

use super::dates::{maximal, write_number};
use super::languages::{dir, open_graph, own_name};
use super::overrides;

/// The tool's own words. English has every message, so that the others may lack one.
const OWN: [(&str, &str); 10] = [
    ("en", include_str!("strings/en.ftl")),
    ("es", include_str!("strings/es.ftl")),
    ("fr", include_str!("strings/fr.ftl")),
    ("de", include_str!("strings/de.ftl")),
    ("ru", include_str!("strings/ru.ftl")),
    ("ar", include_str!("strings/ar.ftl")),
    ("fa-AF", include_str!("strings/fa-AF.ftl")),
    ("ps", include_str!("strings/ps.ftl")),
    ("zh-Hans", include_str!("strings/zh-Hans.ftl")),
    ("ja", include_str!("strings/ja.ftl")),
];

/// Every word of the tool's own.
pub(super) fn own_words() -> impl Iterator<Item = &'static str> {
    OWN.iter().map(|(_, text)| *text)
}

/// The ids of all messages of the tool.
pub(super) fn own_ids() -> impl Iterator<Item = &'static str> {
    let starts = OWN[0].1.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    starts.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim_end())
}

/// The words for one locale.
pub(super) struct Words {
    locale: Locale,
    /// The locale that most of the words are in: its own, or English where nobody has written any.
    written_in: Locale,
    /// The project's first, then the tool's, then English.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Those messages without variables that stand on every page.
    frequent: BTreeMap<&'static str, String>,
    /// What every template can use.
    values: Value,
    /// The locale as Open Graph writes it.
    open_graph: String,
}

/// Messages without variables that stand on every page.
const FREQUENT: [&str; 8] = ["skip", "languages", "articles", "all-articles", "feed", "site-name", "footnotes", "footnote-back"];

impl Words {
    /// The words for `locale`, and what is wrong with the project's own.
    pub fn load(project: &Project, locale: &Locale) -> Result<(Self, Vec<Diagnostic>), LoadError> {
        let path = layout::template(&format!("strings/{locale}.ftl"));
        let loaded = load_text(&project.root, &path)?;
        let mut diagnostics = loaded.diagnostics;
        let written_in = match (&loaded.text, find_own(locale)) {
            (None, None) => "en",
            _ => locale.as_str(),
        };
        let catalog = loaded.text.as_deref().map(fluent::read);
        let bundles = catalog.iter().map(|catalog| bundle(locale, &catalog.text)).collect();
        let words = Self::new(locale, written_in, bundles);
        if let Some(catalog) = catalog {
            let unused = overrides::messages(&catalog, &words);
            diagnostics.extend(catalog.diagnostics.into_iter().chain(unused).map(|found| found.in_file(&path)));
        }
        Ok((words, diagnostics))
    }

    /// The tool's own words for `locale`.
    #[cfg(test)]
    pub fn own(locale: &Locale) -> Self {
        Self::new(locale, locale.as_str(), Vec::new())
    }

    /// The words for `locale`, first those of `bundles`.
    fn new(locale: &Locale, written_in: &str, mut bundles: Vec<FluentBundle<FluentResource>>) -> Self {
        let own = find_own(locale);
        bundles.extend(own.map(|text| bundle(locale, text)));
        let english = "en".parse().expect("a locale");
        bundles.push(bundle(&english, OWN[0].1));
        let written_in = written_in.parse().expect("a locale was given or `en`");
        let mut words = Self {
            locale: locale.clone(),
            written_in,
            bundles,
            frequent: BTreeMap::new(),
            values: Value::default(),
            open_graph: open_graph(locale),
        };
        words.frequent = FREQUENT.into_iter().map(|id| (id, words.format(id, &FluentArgs::new()))).collect();
        words.values = words.make_values();
        words
    }

    /// Why the message that the project gives cannot be shown, whatever its number; `None` when it can.
    pub fn fault(&self, id: &str) -> Option<String> {
        let message = self.bundles.first()?.get_message(id)?;
        let Some(pattern) = message.value() else { return Some("it has no text".to_owned()) };
        [0, 1, 2, 3, 5, 6, 11, 21, 100].into_iter().find_map(|count| {
            let mut errors = Vec::new();
            self.bundles.first()?.format_pattern(pattern, Some(&overrides::given(id, count)), &mut errors);
            errors.first().map(ToString::to_string)
        })
    }

    /// The locale as Open Graph writes it.
    pub fn open_graph(&self) -> &str {
        &self.open_graph
    }

    /// A message without variables.
    pub fn get(&self, id: &str) -> String {
        self.frequent.get(id).cloned().unwrap_or_else(|| self.format(id, &FluentArgs::new()))
    }

    /// A message with one variable that is a text.
    pub fn with(&self, id: &str, variable: &str, value: &str) -> String {
        self.format(id, &FluentArgs::from_iter([(variable, value)]))
    }

    /// What the reader calls a language; its own name where that is not known.
    pub fn language(&self, language: &Locale) -> String {
        let ids = [format!("language-{language}"), format!("language-{}", language.language())];
        let message = |id: &String| self.bundles.iter().find_map(|bundle| format(bundle, id, &FluentArgs::new()));
        ids.iter().find_map(message).unwrap_or_else(|| own_name(language).to_owned())
    }

    /// A message about a number of passages; `$language` is what the reader calls the source's language.
    pub fn count(&self, id: &str, count: usize, language: &Locale) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        args.set("shown", self.number(count));
        args.set("language", self.language(language));
        self.format(id, &args)
    }

    /// Texts as a list.
    pub fn list(&self, items: &[String]) -> String {
        items.join(&self.get("list-separator"))
    }

    /// A number in the reader's digits.
    pub fn number(&self, number: usize) -> String {
        write_number(number, &self.locale)
    }

    /// Attributes of an element whose text comes from here, with a leading space; empty on a page in the same language.
    pub fn attributes(&self) -> String {
        match self.written_in == self.locale {
            true => String::new(),
            false => self.own_attributes(),
        }
    }

    /// The locale that the words are in.
    pub fn written_in(&self) -> &Locale {
        &self.written_in
    }

    /// Attributes of an element in a text of any language whose own text comes from here, with a leading space.
    pub fn own_attributes(&self) -> String {
        format!(" lang=\"{}\" dir=\"{}\"", escape_xml(self.written_in.as_str()), dir(self.written_in.direction()))
    }

    /// The words that every template can use.
    pub fn values(&self) -> Value {
        self.values.clone()
    }

    fn make_values(&self) -> Value {
        context! {
            skip => self.get("skip"),
            languages => self.get("languages"),
            articles => self.get("articles"),
            all_articles => self.get("all-articles"),
            feed => self.get("feed"),
            attributes => Value::from_safe_string(self.attributes()),
        }
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.bundles.iter().find_map(|bundle| format(bundle, id, args)).unwrap_or_else(|| id.to_owned())
    }
}

/// The message if the bundle has it and it comes out whole.
fn format(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    errors.is_empty().then(|| text.chars().filter(|c| !c.is_control()).collect())
}

fn bundle(locale: &Locale, text: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.to_langid()]);
    // Names and dates keep their own direction in a sentence of another.
    bundle.set_use_isolating(locale.direction() == crate::base::Direction::RightToLeft);
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(runtime_source(text));
    // Of two messages with one id the first counts, as everywhere in Fluent.
    let _overridden = bundle.add_resource(resource);
    bundle
}

/// The tool's words for `locale`: its own, or those of the same language in the same script.
fn find_own(locale: &Locale) -> Option<&'static str> {
    let exact = OWN.iter().find(|(tag, _)| *tag == locale.as_str());
    let wanted = maximal(locale);
    let related = || {
        OWN.iter().find(|(tag, _)| {
            let known = maximal(&tag.parse().expect("the tag of a locale"));
            known.language == wanted.language && known.script == wanted.script
        })
    };
    exact.or_else(related).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::OWN;

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let messages = |text: &str| {
            let resource = fluent_syntax::parser::parse(text.to_owned()).expect("it parses whole");
            let mut found = std::collections::BTreeMap::new();
            for entry in resource.body {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    let pattern = message.value.expect("it has a value");
                    let variables = fluent_syntax::serializer::serialize(&fluent_syntax::ast::Resource {
                        body: vec![fluent_syntax::ast::Entry::Message(fluent_syntax::ast::Message {
                            id: message.id.clone(),
                            value: Some(pattern),
                            attributes: Vec::new(),
                            comment: None,
                        })],
                    });
                    let names = ["$date", "$names", "$language", "$shown"].into_iter().filter(|name| variables.contains(name));
                    found.insert(message.id.name, names.map(str::to_owned).collect::<Vec<_>>());
                }
            }
            found
        };
        let english = messages(OWN[0].1);
        assert!(english.len() >= 18);
        for (locale, text) in &OWN[1..] {
            let own = messages(text);
            assert!(own.keys().eq(english.keys()), "{locale}: {:?}", own.keys());
            // A language may leave a number out where its grammar says it otherwise, but nothing else.
            let without = |names: &Vec<String>| names.iter().filter(|name| *name != "$shown").cloned().collect::<Vec<_>>();
            for (id, names) in &own {
                assert_eq!(without(names), without(&english[id]), "{locale}: {id}");
            }
        }
    }
}
