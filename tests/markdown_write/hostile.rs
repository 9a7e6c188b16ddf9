//! The table of hostile texts, at every kind of site.

use tarjuman::model::{Article, Flavour, flatten};

use super::support::{article, reason, text, to_html, written};

const TABLE: &str = include_str!("hostile.txt");

/// A document with one unit per kind of site, named `NAME unit`.
const DOCUMENT: &str = "# heading unit

setext unit
===========

paragraph unit

- item unit
- other

3. ordered unit
4. other

> quote unit

> - nested unit
>   - other

| head | other |
|------|-------|
| cell unit | other |

[^1]: footnote unit

See [here](https://example.org/a), ![there](https://example.org/picture.png) and[^1].

[ref]: https://example.org/ref \"Ref\"
";

const SITES: &[&str] = &["heading", "setext", "paragraph", "item", "ordered", "quote", "nested", "cell", "footnote"];

pub fn unit(article: &Article, name: &str) -> usize {
    let wanted = format!("{name} unit");
    let found = article.units.iter().position(|unit| flatten(&unit.content, &unit.placeables) == wanted);
    found.unwrap_or_else(|| panic!("the document has a unit {wanted:?}"))
}

/// The lines of the table with the sites they are for.
pub fn cases() -> Vec<(Vec<&'static str>, String, &'static str)> {
    let mut sites = SITES.to_vec();
    let mut cases = Vec::new();
    for line in TABLE.lines() {
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some((text, expected)) = line.split_once(" => ") {
            cases.push((sites.clone(), text.replace('⏎', "\\\n").replace('␠', " "), expected));
        } else if let Some(names) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            sites = if names == "all" { SITES.to_vec() } else { names.split(' ').collect() };
        } else {
            panic!("not a line of the table: {line}");
        }
    }
    cases
}

#[test]
fn hostile_texts_show_what_is_meant_or_are_refused() {
    let source = article(DOCUMENT, Flavour::Markdown);
    let page = to_html(DOCUMENT);
    let mut wrong = Vec::new();
    let cases = cases();
    for (sites, target, expected) in &cases {
        for site in sites {
            let unit = unit(&source, site);
            let written = written(&source, &[(unit, text(target))]);
            let outcome = match written.refused.first() {
                Some(refusal) => format!("!{}", reason(&refusal.reason)),
                None => expected_or_page(&page, site, expected, &written.text),
            };
            if outcome != *expected {
                wrong.push(format!("{site}: {target:?}\n  expected {expected}\n  found    {outcome}"));
            }
        }
    }
    println!("{} texts at up to {} sites", cases.len(), SITES.len());
    assert!(cases.len() >= 150);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// `expected` if the page shows exactly that in the unit's place and is otherwise the same; else what it does show.
fn expected_or_page(page: &str, site: &str, expected: &str, markdown: &str) -> String {
    let found = to_html(markdown);
    let single_spaced = |html: &str| html.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let even =
        |html: &str| single_spaced(&html.replace("<br>", "<br />").replace("<br/>", "<br />").replace("<br />\n", "<br />"));
    if even(&found) == even(&page.replace(&format!("{site} unit"), expected)) {
        return expected.to_owned();
    }
    let (before, after) = page.split_once(&format!("{site} unit")).expect("the page shows the unit");
    match found.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) {
        Some(inner) => inner.to_owned(),
        None => format!("another page:\n{markdown}"),
    }
}

#[test]
fn front_matter_takes_every_text_as_it_is() {
    let heads = [
        "---\ntitle: head unit\nother: 1\n---\n\nText.\n",
        "---\ntitle: 'head unit'\nother: 1\n---\n\nText.\n",
        "---\ntitle: \"head unit\"\nother: 1\n---\n\nText.\n",
        "---\ntitle: |\n  head unit\nother: 1\n---\n\nText.\n",
        "---\ntitle: >-\n  head unit\nother: 1\n---\n\nText.\n",
        "---\nimage: {alt: head unit, src: x.png}\nother: 1\n---\n\nText.\n",
        "+++\ntitle = \"head unit\"\nother = 1\n+++\n\nText.\n",
        "+++\ntitle = 'head unit'\nother = 1\n+++\n\nText.\n",
        "+++\ntitle = \"\"\"head unit\"\"\"\nother = 1\n+++\n\nText.\n",
        "+++\ntitle = '''\nhead unit'''\nother = 1\n+++\n\nText.\n",
    ];
    let more = [
        "No",
        "null",
        "1.0",
        "2025-07-03",
        "a: b",
        "a #b",
        "it's",
        "\"x\"",
        "'",
        "'''",
        "\"\"\"",
        "@x",
        "%x",
        "x:",
        "~",
        "...",
        "\\n",
    ];
    let table = cases();
    let texts: Vec<&str> = table.iter().map(|case| case.1.as_str()).chain(more).filter(|text| !text.contains('\n')).collect();
    let mut wrong = Vec::new();
    for head in heads {
        let source = article(head, Flavour::Markdown);
        let unit = unit(&source, "head");
        for target in &texts {
            let target = target.trim();
            let written = written(&source, &[(unit, text(target))]);
            let again = article(&written.text, Flavour::Markdown);
            let value = again.units.get(unit).map(|unit| flatten(&unit.content, &unit.placeables));
            if !written.refused.is_empty() || value.as_deref() != Some(target) || !written.text.contains("other") {
                wrong.push(format!("{head:?} with {target:?}: {value:?} {:?}", written.refused));
            }
        }
    }
    println!("{} values in {} styles", texts.len(), heads.len());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
