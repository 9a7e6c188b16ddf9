//! What a project puts in the place of the tool's own, and what of it replaces nothing: a name with a slip in it would go unseen.

use fluent::FluentArgs;

use crate::base::{Diagnostic, LineIndex, Locale, Place, Severity};
use crate::format::fluent::{Catalog, Translation};
use crate::project::load::{LoadError, list_templates};
use crate::project::{Project, layout};
use crate::workflow::planning::nearest;

use super::languages::own_name;
use super::templates;
use super::words::{Words, own_ids};

/// Files of the project that nothing uses.
pub(super) fn files(project: &Project, locales: &[&Locale]) -> Result<Vec<Diagnostic>, LoadError> {
    let found = list_templates(&project.root)?;
    Ok(found.iter().filter_map(|name| unused_file(name, locales)).collect())
}

fn unused_file(name: &str, locales: &[&Locale]) -> Option<Diagnostic> {
    let place = Place { path: layout::template(name), ..Place::default() };
    let message = format!("nothing uses `{}`", place.path);
    let found = Diagnostic::new("unused-override", message, place).severity(Severity::Warning);
    if let Some(locale) = name.strip_prefix("strings/").and_then(|name| name.strip_suffix(".ftl")) {
        let tags = || locales.iter().map(|locale| locale.as_str());
        let help = match nearest(locale, tags()) {
            Some(near) => format!("name it `{near}.ftl`, if that is the language it is in"),
            None => format!("the languages of this project are {}", tags().collect::<Vec<_>>().join(", ")),
        };
        return (!tags().any(|tag| tag == locale) && !is_language(locale)).then(|| found.help(help));
    }
    // Whatever else lies there is the project's own affair.
    if !(name.ends_with(".html") || name.ends_with(".css")) || templates::names().any(|own| own == name) {
        return None;
    }
    // Only what stands before the extension tells one from another.
    let near = nearest(stem(name), templates::names().map(stem));
    Some(found.help(match near.and_then(|near| templates::names().find(|own| stem(own) == near)) {
        Some(near) => format!("name it `{near}`, if it is to replace that one"),
        None => format!("what can be replaced is {}", templates::names().collect::<Vec<_>>().join(", ")),
    }))
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file with this name can be right, be it in another project that shares the folder.
fn is_language(tag: &str) -> bool {
    tag.parse::<Locale>().is_ok_and(|locale| locale.as_str() == tag && own_name(&locale) != tag)
}

/// Messages of the project's `catalog` that no page shows; `words` are those with that catalog in them.
pub(super) fn messages(catalog: &Catalog, words: &Words) -> Vec<Diagnostic> {
    if catalog.conflicted {
        return Vec::new();
    }
    let lines = LineIndex::new(&catalog.text);
    let mut found = Vec::new();
    for entry in catalog.units().filter(|entry| matches!(entry.translation, Translation::Text(_))) {
        let id = entry.id.as_str();
        let warning = |message: String| {
            let place = Place::at(lines.position(entry.body));
            Diagnostic::new("unused-override", message, place).severity(Severity::Warning)
        };
        let is_part = || ["{ ", "{"].iter().any(|brace| catalog.text.contains(&format!("{brace}{id}")));
        let is_own = own_ids().any(|own| own == id);
        if is_own {
            let why = words.fault(id);
            found.extend(why.map(|why| {
                warning(format!("`{id}` cannot be shown: {why}")).help("correct it; until then the tool's own words stand there")
            }));
        } else if !id.starts_with("language-") && !is_part() {
            let help = nearest(id, own_ids()).map(|near| format!("call it `{near}`, if it is to replace that one"));
            found.push(warning(format!("no page has a message `{id}`")).help(help.unwrap_or_else(|| "delete it".to_owned())));
        }
    }
    found
}

/// What the message `id` is given on a page, with `count` where it is about a number.
pub(super) fn given(id: &str, count: usize) -> FluentArgs<'static> {
    let names: &[&str] = match id {
        "published" | "updated" => &["date"],
        "translated-by" | "reviewed-by" => &["names"],
        "notice-behind" | "notice-fallback" | "disclosure-some" | "map-left-out" => &["shown", "language"],
        _ => &[],
    };
    let mut args = FluentArgs::from_iter(names.iter().map(|name| (*name, "1")));
    if names.contains(&"shown") {
        args.set("count", count);
    }
    args
}

#[cfg(test)]
mod tests {
    use super::own_ids;
    use crate::workflow::publish::site::words::Words;

    #[test]
    fn every_message_of_the_tool_is_shown_with_what_it_is_given() {
        let words = Words::own(&"en".parse().unwrap());
        assert!(own_ids().count() > 40);
        assert_eq!(own_ids().filter_map(|id| words.fault(id)).collect::<Vec<_>>(), [""; 0]);
    }
}
