//! `[check]` and `[glossary]` of `tarjuman.toml`: how much findings matter, and what stands in for terms that are missing.

use toml_edit::Item;

use super::Config;
use super::read::Reader;
use super::suggest::nearest;
use crate::base::{Locale, Severity};
use crate::engine::check::RULES;

/// The words for levels, beside `off`.
const LEVELS: [(&str, Severity); 3] = [("note", Severity::Note), ("warning", Severity::Warning), ("error", Severity::Error)];

impl Reader<'_> {
    /// `[check]`: a level for each rule.
    pub(super) fn read_check(&mut self, item: Option<&Item>, config: &mut Config) {
        let Some(table) = item.and_then(|item| self.read_table("check", item)) else { return };
        let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        self.report_unknown_keys(table, &known);
        for (rule, item) in table.iter().filter(|(rule, _)| known.contains(rule)) {
            let Some(word) = self.read_string(rule, item) else { continue };
            let level = LEVELS.iter().find(|(own, _)| *own == word).map(|(_, level)| *level);
            if level.is_none() && word != "off" {
                let words = ["off", "note", "warning", "error"];
                let help = match nearest(&word, &words) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "write `off`, `note`, `warning` or `error`".to_owned(),
                };
                self.error(self.place_of(item.span()), format!("`{}` is no level", word.escape_debug()), &help);
                continue;
            }
            config.check.insert(rule.to_owned(), level);
        }
    }

    /// `[glossary]`: the locales whose terms stand in, for all and for single locales.
    pub(super) fn read_glossary(&mut self, item: Option<&Item>, config: &mut Config) {
        let Some(table) = item.and_then(|item| self.read_table("glossary", item)) else { return };
        self.report_unknown_keys(table, &["fallback", "locale"]);
        if let Some(item) = table.get("fallback") {
            config.glossary_fallback = self.read_locales(item);
        }
        let Some(locales) = table.get("locale").and_then(|item| self.read_table("glossary.locale", item)) else { return };
        for (name, item) in locales.iter() {
            let Some(table) = self.read_table(&format!("glossary.locale.{name}"), item) else { continue };
            self.report_unknown_keys(table, &["fallback"]);
            let fallback = table.get("fallback").map(|item| self.read_locales(item)).unwrap_or_default();
            match name.parse::<Locale>() {
                Ok(locale) => drop(config.glossary_fallbacks.insert(locale, fallback)),
                Err(error) => {
                    let place = self.place_of(locales.get_key_value(name).and_then(|(key, _)| key.span()).or(item.span()));
                    self.error(place, error.to_string(), "write a BCP 47 language tag such as `ps` or `zh-Hans`");
                }
            }
        }
    }

    fn read_locales(&mut self, item: &Item) -> Vec<Locale> {
        let mut locales: Vec<Locale> = Vec::new();
        for (text, place) in self.read_strings("fallback", item).unwrap_or_default() {
            match text.parse::<Locale>() {
                Ok(locale) if !locales.contains(&locale) => locales.push(locale),
                Ok(_) => {}
                Err(error) => self.error(place, error.to_string(), "write a BCP 47 language tag such as `ps` or `zh-Hans`"),
            }
        }
        locales
    }
}
