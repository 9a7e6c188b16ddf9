//! The versions of one page in other languages: alternates for machines, a switcher for readers.

use crate::base::Locale;
use crate::format::html::{encode_path, escape_xml};

use super::languages::{dir, own_name};
use super::words::Words;

/// A page in one language, by its place in the output folder.
pub(super) type Version<'a> = (&'a Locale, &'a str);

/// The versions of one page, and which one is meant.
pub(super) struct Siblings<'a> {
    /// All that are out, the page itself included, in the order readers see.
    pub versions: Vec<Version<'a>>,
    /// The page itself.
    pub output: &'a str,
    /// Where readers of no listed language are sent.
    pub default: Option<&'a str>,
    /// The address of the site, without a slash at the end.
    pub url: Option<&'a str>,
}

impl Siblings<'_> {
    /// `hreflang` links, each version naming all, and the canonical address; nothing while the site has no address.
    pub fn alternates(&self) -> String {
        let Some(url) = self.url else { return String::new() };
        let mut out = format!("\n<link rel=\"canonical\" href=\"{}\">\n", absolute(url, self.output));
        for (language, output) in self.languages() {
            out.push_str(&format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\">\n", absolute(url, output)));
        }
        out
    }

    /// The languages and pages to name in `hreflang`; none when there is only one version.
    pub fn languages(&self) -> Vec<(String, &str)> {
        if self.versions.len() < 2 {
            return Vec::new();
        }
        let versions = self.versions.iter().map(|(locale, output)| (locale.to_string(), *output));
        versions.chain(self.default.map(|output| ("x-default".to_owned(), output))).collect()
    }

    /// The links to the other versions, each in its own language's name.
    pub fn switcher(&self, words: &Words) -> String {
        if self.versions.len() < 2 {
            return String::new();
        }
        let mut out = format!("\n<nav class=\"languages\" aria-label=\"{}\">\n<ul>\n", escape_xml(&words.get("languages")));
        for (locale, output) in &self.versions {
            let tag = escape_xml(locale.as_str());
            let name = escape_xml(own_name(locale));
            let about = format!("lang=\"{tag}\" dir=\"{}\"", dir(locale.direction()));
            if *output == self.output {
                out.push_str(&format!("<li><span {about} aria-current=\"page\">{name}</span></li>\n"));
            } else {
                let address = relative(self.output, output);
                out.push_str(&format!(
                    "<li><a {about} hreflang=\"{tag}\" rel=\"alternate\" href=\"{address}\">{name}</a></li>\n"
                ));
            }
        }
        out.push_str("</ul>\n</nav>\n");
        out
    }
}

/// The address of `output` on a site; an `index.html` is known by its folder.
pub(super) fn absolute(url: &str, output: &str) -> String {
    let path = output.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(output);
    format!("{}/{}", escape_xml(url), encode_path(path))
}

/// The address of `to` seen from the page `from`.
pub(super) fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folders - shared);
    let path = encode_path(&to[shared..].join("/"));
    // A first part with a colon would be taken for a scheme; encoded it has none.
    format!("{up}{path}")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn addresses_are_relative_to_the_page() {
        assert_eq!(relative("ps/a.html", "es/a.html"), "../es/a.html");
        assert_eq!(relative("ps/2025/a.html", "ps/2025/b.html"), "b.html");
        assert_eq!(relative("ps/2025/a.html", "index.html"), "../../index.html");
        assert_eq!(relative("index.html", "ps/سیل.html"), "ps/%D8%B3%DB%8C%D9%84.html");
    }
}
