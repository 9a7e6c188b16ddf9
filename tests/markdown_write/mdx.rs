//! The same texts in MDX: no brace and no angle bracket may come out that JSX would take for its own.

use tarjuman::format::markdown::write::{References, pieces};
use tarjuman::model::Flavour;

use super::hostile::{cases, unit};
use super::support::{article, pieces_html, reason, text, written};

const DOCUMENT: &str = "import Note from './note.astro'

# heading unit

paragraph unit

- item unit
- other

> quote unit

| head | other |
|------|-------|
| cell unit | other |

<Note>
  inside unit
</Note>

<Steps>
  <Step>
      deep unit

      more
  </Step>
</Steps>

See [here](https://example.org/a), ![there](https://example.org/picture.png), <Badge text=\"new\" /> and {value}.

[ref]: https://example.org/ref \"Ref\"
";

/// Whether the first `{` or `<` outside code and escapes that is no phrase tag stands in `spelt`.
fn find_syntax(spelt: &str) -> Option<String> {
    let mut rest = spelt.to_owned();
    for ticks in ["```", "``", "`"] {
        let pieces: Vec<&str> = rest.split(ticks).collect();
        if pieces.len() == 3 {
            rest = format!("{}{}", pieces[0], pieces[2]);
        }
    }
    let tags = ["em", "strong", "del", "b", "i", "sub", "ruby", "rt", "br"];
    let rest = rest.replace("\\\\", "").replace("\\{", "").replace("\\}", "").replace("\\<", "");
    let mut rest = rest.replace(" />", ">");
    for tag in tags {
        rest = rest.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    rest.find(['{', '}', '<']).map(|at| rest[at..].to_owned())
}

#[test]
fn hostile_texts_in_mdx_show_what_is_meant_or_are_refused() {
    let source = article(DOCUMENT, Flavour::Mdx);
    let references = References::of(DOCUMENT);
    let (mut wrong, mut count) = (Vec::new(), 0);
    let more = [
        ("import x from 'y'", "import x from 'y'"),
        ("export ist teuer: {a}", "export ist teuer: {a}"),
        ("{value}", "{value}"),
        ("<Badge/>", "&lt;Badge/&gt;"),
        ("</Note>", "&lt;/Note&gt;"),
        ("<>x</>", "&lt;&gt;x&lt;/&gt;"),
        ("<Note.Part x={1}>", "&lt;Note.Part x={1}&gt;"),
    ];
    let table: Vec<(String, &str)> = cases().into_iter().map(|case| (case.1, case.2)).collect();
    let texts = table.iter().map(|(text, expected)| (text.as_str(), *expected)).chain(more);
    for (target, expected) in texts {
        for site in ["heading", "paragraph", "item", "quote", "cell", "inside", "deep"] {
            let unit = unit(&source, site);
            let written = written(&source, &[(unit, text(target))]);
            count += 1;
            if let Some(refusal) = written.refused.first() {
                if format!("!{}", reason(&refusal.reason)) != expected {
                    wrong.push(format!("{site}: {target:?} refused: {}", refusal.reason));
                }
                continue;
            }
            let before = &DOCUMENT[..source.units[unit].parts[0].start];
            let after = &DOCUMENT[source.units[unit].parts[0].end..];
            let spelt =
                written.text.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).expect("only the unit changed");
            if let Some(syntax) = find_syntax(spelt).filter(|_| !target.contains('`')) {
                wrong.push(format!("{site}: {target:?} left {syntax:?} in {spelt:?}"));
            }
            let again = article(&written.text, Flavour::Mdx);
            // An image alone becomes a unit of another kind: its alternative text.
            if again.units.len() == source.units.len() && again.units[unit].site == source.units[unit].site {
                let unit = &again.units[unit];
                let seen = pieces_html(&pieces(&unit.content, &unit.placeables, &references));
                if seen.split_whitespace().ne(expected.split_whitespace()) {
                    wrong.push(format!("{site}: {target:?}\n  expected {expected}\n  found    {seen}"));
                }
            }
        }
    }
    println!("{count} texts in MDX");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
