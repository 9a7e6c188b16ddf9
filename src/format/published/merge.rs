//! Three-way merging of records of what is published, table by table.

use std::collections::BTreeMap;

use crate::format::merge::{MergeOptions, Merged, Pick, merge_bytes, pick, to_lf, with_line_ends_of, without_markers};
use crate::model::{Published, PublishedLocale};

use super::{read, write};

/// Merges what two sides recorded since `base`. Where both published a unit, ours holds until the next `publish`.
///
/// A record that cannot be read whole is merged as lines of text.
pub fn merge(base: &str, ours: &str, theirs: &str, options: &MergeOptions) -> Merged {
    match pick(base, ours, theirs) {
        Pick::Same | Pick::Ours => return Merged::clean(ours.to_owned()),
        Pick::Theirs => return Merged::clean(theirs.to_owned()),
        Pick::Both => {}
    }
    let texts = [base, ours, theirs].map(to_lf);
    let whole = texts.iter().all(|text| without_markers(text, options.marker_size));
    let [b, o, t] = texts.map(|text| read(&text));
    if !whole || [&b, &o, &t].iter().any(|read| !read.writable || !read.diagnostics.is_empty()) {
        let merged = merge_bytes(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), options);
        return Merged { text: String::from_utf8_lossy(&merged.text).into_owned(), conflicts: merged.conflicts };
    }
    let locales = merge_maps(&b.published.locales, &o.published.locales, &t.published.locales, merge_locales);
    let mut withdrawn = merge_maps(&b.published.withdrawn, &o.published.withdrawn, &t.published.withdrawn, |_, o, t| *o.max(t));
    // Whoever publishes again what another withdrew did not know of that: what is out needs a record.
    withdrawn.retain(|locale, _| !locales.contains_key(locale));
    Merged::clean(with_line_ends_of(ours, write(&Published { locales, withdrawn })))
}

fn merge_locales(base: Option<&PublishedLocale>, ours: &PublishedLocale, theirs: &PublishedLocale) -> PublishedLocale {
    let none = PublishedLocale::default();
    let base = base.unwrap_or(&none);
    let output = match pick(&base.output, &ours.output, &theirs.output) {
        Pick::Theirs => &theirs.output,
        Pick::Same | Pick::Ours | Pick::Both => &ours.output,
    };
    let page = match pick(&base.page, &ours.page, &theirs.page) {
        Pick::Theirs => &theirs.page,
        Pick::Same | Pick::Ours | Pick::Both => &ours.page,
    };
    let text = if ours.text == base.text { theirs.text } else { ours.text };
    PublishedLocale {
        output: output.clone(),
        revision: ours.revision.max(theirs.revision),
        last_revision: ours.last_revision.max(theirs.last_revision),
        text,
        page: page.clone(),
        units: merge_maps(&base.units, &ours.units, &theirs.units, |_, ours, _| ours.clone()),
    }
}

/// Merges maps key by key; `merge` is asked for what both sides have and changed. What one side dropped and the other changed stays.
fn merge_maps<K: Ord + Clone, V: Clone + PartialEq>(
    base: &BTreeMap<K, V>,
    ours: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    merge: fn(Option<&V>, &V, &V) -> V,
) -> BTreeMap<K, V> {
    let mut merged = BTreeMap::new();
    for key in ours.keys().chain(theirs.keys()) {
        let (base, one, other) = (base.get(key), ours.get(key), theirs.get(key));
        let value = match (pick(&base, &one, &other), one, other) {
            (Pick::Both, Some(one), Some(other)) => Some(merge(base, one, other)),
            (Pick::Both, one, other) => one.or(other).cloned(),
            (Pick::Theirs, _, other) => other.cloned(),
            (Pick::Same | Pick::Ours, one, _) => one.cloned(),
        };
        merged.extend(value.map(|value| (key.clone(), value)));
    }
    merged
}
