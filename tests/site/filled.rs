//! A project with articles and catalogs that are filled.

use crate::support::TestProject;

/// The locales of the test site beside English.
pub const LOCALES: [&str; 7] = ["es", "ps", "fa-AF", "ar", "ja", "zh-Hans", "de"];

/// A configuration with these lines under `[publish]`.
pub fn config(publish: &str) -> String {
    let targets = LOCALES.map(|locale| format!("\"{locale}\"")).join(", ");
    format!(
        "source-locale = \"en\"\ntarget-locales = [{targets}]\n\n[[articles]]\nroot = \"articles\"\n\
         front-matter = [\"title\", \"standfirst\", \"description\", \"byline\", \"image.alt\"]\n\n[publish]\n{publish}\n"
    )
}

/// An article with most of what Markdown has.
pub const FLOOD: &str = "\
---
title: The flood
standfirst: The river rose by 4 metres.
description: What the flood did.
byline: A. Author
date: 2025-07-04
image:
  src: map.png
  alt: A map of the valley
---

The river rose on *Monday*. See [the bridge](bridge.md#who-built-it) and [TASS](https://tass.com/a?b=c&d=e).[^one]

## What happened

- one thing
- another `thing`

1. first

   with a paragraph

> A quote.

| place | level |
|:------|------:|
| Kabul | 4     |

![A picture of it](map.png)

```rust
fn main() { println!(\"<b>\"); }
```

## What happened

The end of it.

[^one]: According to v2.1 of the report.
";

/// A second article, which the first one links to.
pub const BRIDGE: &str = "\
---
title: The bridge
date: 2025-07-05T08:00:00+04:30
updated: 2025-07-06
---

The bridge is old. Read [about the flood](flood.md).

## Who built it?

Nobody knows.
";

/// A project with both articles, catalogs written and filled.
pub fn project(publish: &str) -> TestProject {
    let project = TestProject::new(&config(publish));
    project.write("articles/flood.md", FLOOD);
    project.write("articles/bridge.md", BRIDGE);
    project.write("articles/map.png", b"\x89PNG not really");
    project.write("articles/map.ps.png", b"\x89PNG in Pashto");
    project.run(&["sync"]).exits(0);
    for locale in LOCALES {
        fill(&project, locale, "flood");
        fill(&project, locale, "bridge");
    }
    project.run(&["sync", "--by", "Zarghuna Kargar", "--origin", "human"]).exits(0);
    project
}

/// A few words in each language.
pub fn words(locale: &str) -> &'static str {
    match locale {
        "es" => "El río creció",
        "ps" => "سیند وخوت",
        "fa-AF" => "دریا بالا آمد",
        "ar" => "ارتفع النهر",
        "ja" => "川が増水した。",
        "zh-Hans" => "河水上涨。",
        "de" => "Der Fluss stieg",
        _ => "The river rose",
    }
}

/// Writes a translation for every unit that lacks one: words of the language, and the source's markup.
pub fn fill(project: &TestProject, locale: &str, article: &str) {
    fill_with(project, locale, article, |id, source| {
        let markup: Vec<&str> = source.iter().flat_map(|line| keep(line)).collect();
        let text = format!("{} {}", words(locale), markup.join(" "));
        if id.starts_with("title") { words(locale).to_owned() } else { text.trim().to_owned() }
    });
}

/// Links, notes, images, code and placeables of a text.
fn keep(line: &str) -> Vec<&str> {
    let mut kept = Vec::new();
    for (open, close) in [("[", ")"), ("![", ")"), ("[^", "]"), ("`", "`"), ("{ $", " }")] {
        let found = line.find(open).filter(|at| open != "[" || !line[*at..].starts_with("[^") && !line[..*at].ends_with('!'));
        if let Some(at) = found
            && let Some(end) = line[at + open.len()..].find(close)
        {
            kept.push(&line[at..at + open.len() + end + close.len()]);
        }
    }
    kept
}

/// Writes translations as `text` gives them, from the unit's id and the lines of its source text.
pub fn fill_with(project: &TestProject, locale: &str, article: &str, text: impl Fn(&str, &[String]) -> String) {
    let path = format!("locales/{locale}/{article}.ftl");
    let catalog = project.read(&path);
    let mut filled = String::new();
    let mut source = Vec::new();
    for line in catalog.lines() {
        if let Some(note) = line.strip_prefix("# [source] ") {
            source.push(note.to_owned());
        }
        match line.strip_prefix("# [todo] ").and_then(|rest| rest.strip_suffix(" =")) {
            Some(id) => filled.push_str(&format!("{id} = {}\n", text(id, &source))),
            None => filled.push_str(&format!("{line}\n")),
        }
        if line.is_empty() {
            source.clear();
        }
    }
    project.write(&path, filled);
}
