//! Templates: the tool's own, or a project's of the same name. Everything a template prints is escaped.

use minijinja::{AutoEscape, Environment};

use crate::project::load::load_text;
use crate::project::{Project, layout};
use crate::workflow::Error;

const OWN: [(&str, &str); 4] = [
    ("page.html", include_str!("templates/page.html")),
    ("article.html", include_str!("templates/article.html")),
    ("index.html", include_str!("templates/index.html")),
    ("home.html", include_str!("templates/home.html")),
];

const STYLE_NAME: &str = "style.css";

/// The stylesheet, unless the project has its own.
const STYLE: &str = include_str!("templates/style.css");

/// What a page may load: nothing but the site's own stylesheet, images and films.
pub(super) const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'";

/// Everything of the tool's own that stands on pages.
pub(super) fn own_parts() -> Vec<&'static str> {
    OWN.iter().map(|(_, text)| *text).chain([STYLE, POLICY]).collect()
}

/// The names of what a project can replace.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    OWN.iter().map(|(name, _)| *name).chain([STYLE_NAME])
}

/// The templates of a project.
pub(super) fn load(project: &Project) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // What may stand unescaped is decided here and not in a template.
    environment.remove_filter("safe");
    for (name, own) in OWN {
        let text = read(project, name)?.unwrap_or_else(|| own.to_owned());
        environment.add_template_owned(name, text).map_err(|error| refused(name, &error))?;
    }
    Ok(environment)
}

/// The stylesheet.
pub(super) fn style(project: &Project) -> Result<String, Error> {
    Ok(read(project, STYLE_NAME)?.unwrap_or_else(|| STYLE.to_owned()))
}

fn read(project: &Project, name: &str) -> Result<Option<String>, Error> {
    let path = layout::template(name);
    let loaded = load_text(&project.root, &path)?;
    match loaded.diagnostics.first() {
        Some(fault) => Err(Error::Refused { message: fault.message.clone(), help: fault.help.clone() }),
        None => Ok(loaded.text),
    }
}

/// A template that does not parse, or fails.
pub(super) fn refused(name: &str, error: &minijinja::Error) -> Error {
    let line = error.line().map_or(String::new(), |line| format!(", line {line}"));
    let why = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    Error::Refused {
        message: format!("the template `{}`{line} cannot be used: {why}", layout::template(name)),
        help: "mend it, or delete it to have the built-in one".to_owned(),
    }
}
