//! The same site for Hugo: our localized Markdown, and templates that give what ours give.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::project;

const PAGE: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection | default "ltr" }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}{{ range where .AllTranslations "Lang" "en" }}<link rel="alternate" hreflang="x-default" href="{{ .Permalink }}">{{ end }}
<link rel="alternate" type="application/atom+xml" href="{{ "index.xml" | relLangURL }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
<meta property="og:type" content="article">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "url" .Permalink "headline" .Title "description" .Description "datePublished" (.Date.Format "2006-01-02") "inLanguage" .Language.Lang | jsonify | safeJS }}</script>
</head>
<body>
<header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a>
<nav class="languages"><ul>{{ range .AllTranslations }}<li><a lang="{{ .Language.Lang }}" hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a></li>
{{ end }}</ul></nav></header>
<main><article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}</article></main>
</body>
</html>
"##;

const LIST: &str = r##"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Site.Title }}</title>
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body><main><ul>{{ range .Site.RegularPages.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Description }}</p></li>
{{ end }}</ul></main></body></html>
"##;

/// Writes the site below `root/hugo`.
pub fn write(root: &Path, targets: usize) {
    let site = root.join("hugo");
    let languages: Vec<&str> = std::iter::once("en").chain(project::LOCALES[..targets].iter().map(|(name, _)| *name)).collect();
    let mut config = "baseURL = \"https://example.org/\"\ntitle = \"News\"\ndefaultContentLanguage = \"en\"\n\
        defaultContentLanguageInSubdir = true\nuglyURLs = true\ndisableKinds = [\"taxonomy\", \"term\", \"section\", \"404\"]\n\
        [services.rss]\nlimit = 50\n[markup.goldmark.renderer]\nunsafe = true\n"
        .to_owned();
    for language in &languages {
        let content = root.join("public/markdown").join(language);
        config.push_str(&format!(
            "[languages.{language}]\nlanguageName = \"{language}\"\ncontentDir = \"{}\"\n",
            content.display()
        ));
    }
    for (path, text) in [
        ("config.toml", config.as_str()),
        ("layouts/_default/single.html", PAGE),
        ("layouts/index.html", LIST),
        ("static/style.css", "body { max-width: 40em }\n"),
    ] {
        let path = site.join(path);
        fs::create_dir_all(path.parent().expect("below the site")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// The command that builds it; `None` when there is no Hugo.
pub fn build(root: &Path) -> Option<Command> {
    Command::new("hugo").arg("version").output().ok().filter(|output| output.status.success())?;
    let mut command = Command::new("hugo");
    command.current_dir(root.join("hugo")).args(["--quiet", "--noTimes", "--cacheDir"]).arg(root.join("hugo/cache"));
    Some(command)
}
