//! How a term was rendered before: texts that the glossary once gave, as the journal and git remember them, and those it forbids.

use crate::base::Locale;
use crate::engine::glossary::entries;
use crate::model::TermEntry;
use crate::project::git::Repository;
use crate::project::{Project, layout};
use crate::workflow::Error;

/// A text that rendered a term once, or is forbidden for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EarlierForm {
    /// The text.
    pub text: String,
    /// What chose it among the forms; `None` when nobody knows.
    pub keys: Option<Vec<(String, String)>>,
    /// The gender that the term had with it, if the glossary said so.
    pub gender: Option<String>,
    /// Whether today's glossary forbids it.
    pub forbidden: bool,
}

/// The texts that `name` had in a locale and has no more. `from` limits them to the terms that had this text; it is one of them
/// even if nobody remembers it.
pub(super) fn earlier_forms(
    project: &Project,
    locale: &Locale,
    (name, today): (&str, &TermEntry),
    from: Option<&str>,
) -> Result<Vec<EarlierForm>, Error> {
    let path: String = layout::glossary(locale).into();
    let mut texts: Vec<String> = project.in_journal(&path)?.into_iter().map(|past| past.text).collect();
    if let Ok(repository) = Repository::find(&project.root) {
        texts.extend(repository.versions(&path)?.into_iter().map(|version| version.text));
    }
    texts.dedup();
    let accepted = |text: &str| today.forms.iter().any(|form| form.text == text) || today.also.iter().any(|also| also == text);
    let mut found: Vec<EarlierForm> = Vec::new();
    let mut add = |form: EarlierForm| {
        if !accepted(&form.text) && !found.contains(&form) {
            found.push(form);
        }
    };
    let mut seen: Vec<TermEntry> = Vec::new();
    for text in texts.iter().filter(|text| text.contains(name)) {
        let Some((_, entry)) = entries(text, locale).into_iter().find(|(own, _)| own == name) else { continue };
        if seen.contains(&entry) {
            continue;
        }
        let fits = from.is_none_or(|from| entry.forms.iter().any(|form| form.text == from));
        for form in entry.forms.iter().filter(|_| fits) {
            let forbidden = today.forbidden.contains(&form.text);
            let gender = entry.gender.first().cloned();
            add(EarlierForm { text: form.text.clone(), keys: Some(form.keys.clone()), gender, forbidden });
        }
        seen.push(entry);
    }
    let unknown = |text: &str, forbidden| EarlierForm { text: text.to_owned(), keys: None, gender: None, forbidden };
    let mut known: Vec<String> = found.iter().map(|form| form.text.clone()).collect();
    let named =
        today.forbidden.iter().map(|text| (text.as_str(), true)).filter(|(text, _)| from.is_none_or(|from| from == *text));
    for (text, forbidden) in named.chain(from.map(|from| (from, false))) {
        if !known.iter().any(|own| own == text) && !accepted(text) {
            found.push(unknown(text, forbidden));
            known.push(text.to_owned());
        }
    }
    Ok(found)
}
