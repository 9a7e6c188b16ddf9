//! The same site for Hugo: our localized Markdown, and templates that give the same pages.
//!
//! There are two such sites. One gives what ours gives: the same head, linked data, switcher, dates in the reader's language, anchors
//! of the source, `data-unit` where Markdown of Hugo can say it (not on items and cells), `dir` on code, indexes, Atom feeds, sitemaps.
//! The other is as plain as templates can be and lacks most of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{list, project};

/// Names of the languages, and how Open Graph writes them.
const LANGUAGES: [(&str, &str, &str); 4] =
    [("en", "English", "en_US"), ("es", "español", "es_ES"), ("fr", "français", "fr_FR"), ("de", "Deutsch", "de_DE")];

const WORDS: &str = "[skip]\nother = \"Skip to the article\"\n[languages]\nother = \"Languages\"\n[published]\n\
    other = \"Published on {{ .date }}\"\n[all]\nother = \"All articles\"\n";

const HEAD: &str = r##"<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsPage }}{{ .Title }} – {{ end }}{{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">
<meta property="og:description" content="{{ . }}">{{ end }}
<meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ .Site.Title }}">
<meta property="og:locale" content="{{ .Site.Params.og }}">
<link rel="alternate" type="application/atom+xml" title="{{ .Site.Title }}" href="{{ "feed.xml" | relLangURL }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}{{ range where .AllTranslations "Lang" "en" }}<link rel="alternate" hreflang="x-default" href="{{ .Permalink }}">{{ end }}
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
"##;

const SWITCHER: &str = r##"<a class="skip" href="#content">{{ i18n "skip" }}</a>
<header class="site"><p><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a></p></header>
<nav class="languages" aria-label="{{ i18n "languages" }}">
<ul>
{{ $here := .Language.Lang }}{{ range .AllTranslations }}{{ if eq .Language.Lang $here }}<li><span lang="{{ .Language.Lang }}" dir="ltr" aria-current="page">{{ .Language.LanguageName }}</span></li>
{{ else }}<li><a lang="{{ .Language.Lang }}" dir="ltr" hreflang="{{ .Language.Lang }}" rel="alternate" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a></li>
{{ end }}{{ end }}</ul>
</nav>
"##;

const PAGE: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection | default "ltr" }}">
<head>
HEAD<meta property="article:published_time" content="{{ .Date.Format "2006-01-02" }}">
{{ $data := dict "@context" "https://schema.org" "@type" "NewsArticle" "@id" (printf "%s#article" .Permalink) "url" .Permalink "headline" .Title "description" .Description "datePublished" (.Date.Format "2006-01-02") "inLanguage" .Language.Lang -}}
{{ $others := slice }}{{ range .Translations }}{{ $others = $others | append (dict "@type" "NewsArticle" "@id" (printf "%s#article" .Permalink) "url" .Permalink "inLanguage" .Language.Lang) }}{{ end -}}
{{ if eq .Language.Lang "en" }}{{ $data = merge $data (dict "workTranslation" $others) }}{{ else }}{{ $data = merge $data (dict "translationOfWork" (index $others 0)) }}{{ end -}}
<script type="application/ld+json">{{ $data | jsonify | safeJS }}</script>
</head>
<body>
SWITCHER<main id="content" tabindex="-1">
<article>
<header>
<h1 data-unit="title">{{ .Title }}</h1>
<div class="about">
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ i18n "published" (dict "date" (.Date | time.Format ":date_long")) }}</time></p>
</div>
</header>
{{ replace .Content "<code>" "<code dir=\"ltr\">" | safeHTML }}
</article>
</main>
<footer class="site"><p><a href="{{ "/" | relLangURL }}">{{ i18n "all" }}</a></p></footer>
</body>
</html>
"##;

const INDEX: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection | default "ltr" }}">
<head>
HEAD</head>
<body>
SWITCHER<main id="content" tabindex="-1">
<h1>{{ .Site.Title }}</h1>
<ul class="articles">
{{ range .Site.RegularPages.ByDate.Reverse }}<li>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Description }}</p>
<p class="date"><time datetime="{{ .Date.Format "2006-01-02" }}">{{ i18n "published" (dict "date" (.Date | time.Format ":date_long")) }}</time></p>
</li>
{{ end }}</ul>
</main>
</body>
</html>
"##;

const HEADING: &str = "<h{{ .Level }}{{ range $k, $v := .Attributes }} {{ printf \"%s=%q\" $k $v | safeHTMLAttr }}{{ end }}>\
    {{ .Text | safeHTML }}</h{{ .Level }}>\n";

const FEED: &str = r##"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ .Language.Lang }}">
<title>{{ .Site.Title }}</title>
<id>{{ .Permalink }}</id>
{{ range first 50 .Site.RegularPages.ByDate.Reverse }}<entry xml:lang="{{ .Language.Lang }}">
<title>{{ .Title }}</title>
<id>{{ .Permalink }}</id>
<link rel="alternate" type="text/html" href="{{ .Permalink }}"/>
<published>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</published>
<updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated>
<summary>{{ .Description }}</summary>
</entry>
{{ end }}</feed>
"##;

const PLAIN_PAGE: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="alternate" type="application/atom+xml" href="{{ "feed.xml" | relLangURL }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "url" .Permalink "headline" .Title "datePublished" (.Date.Format "2006-01-02") "inLanguage" .Language.Lang | jsonify | safeJS }}</script>
</head>
<body>
<nav><ul>{{ range .AllTranslations }}<li><a hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a></li>
{{ end }}</ul></nav>
<main><article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}</article></main>
</body>
</html>
"##;

const PLAIN_INDEX: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Site.Title }}</title></head>
<body><main><ul>{{ range .Site.RegularPages.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time></li>
{{ end }}</ul></main></body></html>
"##;

/// One of the two sites.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// That gives what ours gives.
    Same,
    /// That lacks most of it.
    Plain,
}

impl Kind {
    /// Its folder in the project.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Same => "hugo",
            Kind::Plain => "hugo-plain",
        }
    }
}

/// Writes the site of a kind below `root`, where our pages and Markdown have been published.
pub fn write(root: &Path, targets: usize, kind: Kind) {
    let site = root.join(kind.folder());
    let mut config = "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n\
        defaultContentLanguageInSubdir = true\nuglyURLs = true\ndisableKinds = [\"taxonomy\", \"term\", \"section\", \"404\"]\n\
        [outputs]\nhome = [\"HTML\", \"ATOM\"]\npage = [\"HTML\"]\n[mediaTypes.\"application/atom+xml\"]\nsuffixes = [\"xml\"]\n\
        [outputFormats.ATOM]\nmediaType = \"application/atom+xml\"\nbaseName = \"feed\"\nisPlainText = false\nnoUgly = true\n\
        [markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n"
        .to_owned();
    let targets: Vec<&str> = project::LOCALES[..targets].iter().map(|(name, _)| *name).collect();
    let known = LANGUAGES.iter().filter(|(tag, ..)| *tag == "en" || targets.contains(tag));
    for (tag, name, og) in known {
        let ours = root.join("public/markdown").join(tag);
        let content = if kind == Kind::Same { site.join("content").join(tag) } else { ours.clone() };
        if kind == Kind::Same {
            write_content(&ours, &content, &root.join("public/site").join(tag));
            save(&site.join(format!("i18n/{tag}.toml")), WORDS);
        }
        config.push_str(&format!(
            "[languages.{tag}]\nlanguageName = \"{name}\"\ntitle = \"Articles\"\ncontentDir = \"{}\"\n\
             [languages.{tag}.params]\nog = \"{og}\"\n",
            content.display()
        ));
    }
    save(&site.join("config.toml"), &config);
    let style = fs::read_to_string(root.join("public/site/style.css")).expect("our stylesheet");
    save(&site.join("static/style.css"), &style);
    save(&site.join("layouts/index.atom.xml"), FEED);
    let whole = |template: &str| template.replace("HEAD", HEAD).replace("SWITCHER", SWITCHER);
    let (page, index) = match kind {
        Kind::Same => (whole(PAGE), whole(INDEX)),
        Kind::Plain => (PLAIN_PAGE.to_owned(), PLAIN_INDEX.to_owned()),
    };
    save(&site.join("layouts/_default/single.html"), &page);
    save(&site.join("layouts/index.html"), &index);
    if kind == Kind::Same {
        save(&site.join("layouts/_default/_markup/render-heading.html"), HEADING);
    }
}

fn save(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("below the site")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Copies the Markdown of a locale, with the attributes of headings and paragraphs that our pages show.
fn write_content(markdown: &Path, content: &Path, pages: &Path) {
    for path in list(markdown).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let below: PathBuf = path.strip_prefix(markdown).expect("below the folder").to_owned();
        let text = fs::read_to_string(&path).expect("an article");
        let page = fs::read_to_string(pages.join(&below).with_extension("html")).expect("its page");
        save(&content.join(&below), &with_attributes(&text, &page));
    }
}

fn with_attributes(text: &str, page: &str) -> String {
    let (head, body) = text.split_once("\n---\n").expect("a head");
    let units: Vec<&str> = page.lines().filter_map(attributes).collect();
    let mut units = units.into_iter();
    let block = |block: &str| match block.as_bytes().first() {
        Some(b'-' | b'|') | None => block.to_owned(),
        Some(b'#') => {
            format!("{block} {{#{}}}", units.next().expect("a heading").trim_start_matches(" id=").replacen('"', "", 2))
        }
        _ => format!("{block}\n{{{}}}", units.next().expect("a paragraph").trim_start()),
    };
    let blocks: Vec<String> = body.trim_matches('\n').split("\n\n").map(block).collect();
    format!("{head}\n---\n\n{}\n", blocks.join("\n\n"))
}

/// The attributes of the heading or the paragraph that a line of a page begins with.
fn attributes(line: &str) -> Option<&str> {
    let line = line.strip_prefix("<blockquote>").unwrap_or(line);
    let element = line.strip_prefix("<h2").or_else(|| line.strip_prefix("<p"))?;
    element.split_once('>').map(|(attributes, _)| attributes).filter(|attributes| attributes.contains("data-unit"))
}

/// The command that builds it; `None` when there is no Hugo.
pub fn build(root: &Path, kind: Kind) -> Option<Command> {
    Command::new("hugo").arg("version").output().ok().filter(|output| output.status.success())?;
    let site = root.join(kind.folder());
    let mut command = Command::new("hugo");
    command.arg("--cacheDir").arg(site.join("cache")).current_dir(site).args(["--quiet", "--noTimes"]);
    Some(command)
}
