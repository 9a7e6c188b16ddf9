//! Placeables in another order, left out, or torn apart; alternative texts; front matter beside comments.

use tarjuman::format::markdown::write::{References, pieces};
use tarjuman::model::{Article, Element, Elements, Flavour};

use super::support::{article, pieces_html, reason, text, to_html, written};

/// `{name}` in `pattern` is a placeable.
fn elements(pattern: &str) -> Elements {
    let mut elements = Vec::new();
    for (index, piece) in pattern.split(['{', '}']).enumerate() {
        elements.push(if index % 2 == 0 { Element::Text(piece.to_owned()) } else { Element::Placeable(piece.to_owned()) });
    }
    elements
}

/// What the unit `unit` of `source` shows with the text `pattern`, or why not.
fn outcome(source: &Article, unit: usize, pattern: &str) -> String {
    let written = written(source, &[(unit, elements(pattern))]);
    if let Some(refusal) = written.refused.first() {
        assert_eq!(written.text, source.text, "a refused unit keeps its source text");
        return format!("!{}", reason(&refusal.reason));
    }
    let again = article(&written.text, source.flavour);
    let unit = &again.units[unit];
    pieces_html(&pieces(&unit.content, &unit.placeables, &References::of(&written.text)))
}

#[test]
fn tags_may_move_and_go_in_pairs_only() {
    let document = "A <span class=\"x\">red</span> word<br>and `{{ code }}` here, <abbr title=\"y\">HTML</abbr>.\n";
    let source = article(document, Flavour::Markdown);
    let names: Vec<&String> = source.units[0].placeables.keys().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    for (pattern, expected) in [
        ("Ein {html-1}rotes{html-2} Wort", "Ein <span class=\"x\">rotes</span> Wort"),
        ("{html-4}HTML{html-5} und {html-1}rot{html-2}", "<abbr title=\"y\">HTML</abbr> und <span class=\"x\">rot</span>"),
        ("{html-1}rot {html-4}HTML{html-5}{html-2}", "<span class=\"x\">rot <abbr title=\"y\">HTML</abbr></span>"),
        ("ohne alles", "ohne alles"),
        ("nur {html-3} Umbruch", "nur<br />Umbruch"),
        ("Code {code-1} bleibt", "Code <code>{{ code }}</code> bleibt"),
        ("**{code-1}**コード", "<strong><code>{{ code }}</code></strong>コード"),
        ("rot{html-2}", "!tag"),
        ("{html-1}rot", "!tag"),
        ("{html-2}rot{html-1}", "!tag"),
        ("{html-1}rot {html-4}HTML{html-2}{html-5}", "!tag"),
        ("*{html-1}rot*{html-2}", "!tag"),
        ("{html-1}<b>rot{html-2}</b>", "!tag"),
        ("{html-9}", "!placeable"),
        ("", "!empty"),
        ("  \\\n ", "!empty"),
    ] {
        assert_eq!(outcome(&source, 0, pattern), expected, "{pattern}");
    }
}

#[test]
fn unpaired_tags_of_the_source_stay_allowed() {
    let source = article("One <i>open word.\n", Flavour::Markdown);
    assert_eq!(outcome(&source, 0, "Ein {html-1}offenes Wort."), "Ein <i>offenes Wort.");
    assert_eq!(outcome(&source, 0, "Ein Wort."), "Ein Wort.");
}

#[test]
fn components_of_mdx_keep_their_pairs() {
    let source = article("Press <Kbd size={2}>Enter</Kbd> or <Link to=\"/a\">this</Link> now {count} times.\n", Flavour::Mdx);
    for (pattern, expected) in [
        ("{html-1}Eingabe{html-2}", "<Kbd size={2}>Eingabe</Kbd>"),
        ("{html-3}dies{html-4} {code-1} mal", "<Link to=\"/a\">dies</Link> {count} mal"),
        ("{html-3}dies", "!tag"),
        ("dies{html-4}", "!tag"),
    ] {
        assert_eq!(outcome(&source, 0, pattern), expected, "{pattern}");
    }
}

#[test]
fn tags_over_several_lines_keep_the_prefix_of_their_lines() {
    let source = article("> A <span\n> class=\"x\">red</span> word\n", Flavour::Markdown);
    let written = written(&source, &[(0, elements("Ein {html-1}rotes{html-2} Wort"))]);
    assert_eq!(written.refused, []);
    assert_eq!(written.text, "> Ein <span\n> class=\"x\">rotes</span> Wort\n");
}

#[test]
fn alternative_texts_show_their_words() {
    let document = "Text with [a link](https://example.org/a).\n\n![alt unit](https://example.org/picture.png \"Title\")\n";
    let source = article(document, Flavour::Markdown);
    let page = to_html(document);
    for (target, expected) in [
        ("Eine Karte", "Eine Karte"),
        ("Karte [links", "Karte [links"),
        ("Karte rechts]", "Karte rechts]"),
        ("x](https://evil.test) ![y", "x](https://evil.test) ![y"),
        ("[x](https://example.org/a)", "x"),
        ("**「旗」**を", "「旗」を"),
        ("*Fahne*", "Fahne"),
        ("a\" onerror=\"alert(1)", "a&quot; onerror=&quot;alert(1)"),
        ("<script>", "&lt;script&gt;"),
        ("Note[^1]", "Note[^1]"),
        ("eins\\\nzwei", "!line-break"),
        ("[x](https://evil.test)", "!destination"),
        ("\\", "\\"),
    ] {
        let written = written(&source, &[(1, text(target))]);
        let found = match written.refused.first() {
            Some(refusal) => format!("!{}", reason(&refusal.reason)),
            None => {
                let (before, after) = page.split_once("alt unit").expect("the page shows the image");
                let html = to_html(&written.text);
                html.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).map_or(html.clone(), str::to_owned)
            }
        };
        assert_eq!(found, expected, "{target}");
    }
}

#[test]
fn comments_in_front_matter_stay() {
    let head = "---\ntitle: 'Plain' # said so\ndescription: >- # folded\n  One\n  two\nimage: {alt: 'x' , src: \"y\" } # end\n---\n\nText.\n";
    let source = article(head, Flavour::Markdown);
    let texts: Vec<_> = ["it's: new", "Eins zwei", "a, b"].into_iter().map(text).enumerate().collect();
    let written = written(&source, &texts);
    assert_eq!(written.refused, []);
    let expected = "---\ntitle: 'it''s: new' # said so\ndescription: >- # folded\n  Eins zwei\nimage: {alt: 'a, b' , src: \"y\" } # end\n---\n\nText.\n";
    assert_eq!(written.text, expected);
}

#[test]
fn an_older_text_brings_its_own_placeables() {
    use tarjuman::format::markdown::write::{Rendering, write};
    let source = article("Now <b>this</b>.\n", Flavour::Markdown);
    let placeables = [("html-1", "<i>"), ("html-2", "</i>")].map(|(name, tag)| (name.to_owned(), tag.to_owned())).into();
    let elements = elements("Jetzt {html-1}dies{html-2}.");
    let rendering = Rendering { elements: &elements, placeables: &placeables };
    let written = write(&source, &super::support::options(Flavour::Markdown), &[Some(rendering)]);
    assert_eq!((written.text.as_str(), written.refused.len()), ("Jetzt <i>dies</i>.\n", 0));
}

#[test]
fn text_inside_raw_html_is_no_markdown() {
    use tarjuman::format::markdown::write::{Rendering, write};
    use tarjuman::format::markdown::{HtmlBlocks, ReadOptions, read};
    let options = ReadOptions { html_blocks: HtmlBlocks::Translate, ..super::support::options(Flavour::Markdown) };
    let source = read("<figure>\n<figcaption>The <b>flag</b> here.</figcaption>\n</figure>\n\nText.\n", &options).article;
    let placeables = &source.units[0].placeables;
    for (pattern, expected) in [
        ("Die {html-1}Fahne{html-2} *hier* & da.", "Die <b>Fahne</b> *hier* & da."),
        ("1. Die Fahne", "1. Die Fahne"),
        ("eins\\\nzwei", "eins<br>zwei"),
        ("</figcaption><script>x</script>", "&lt;/figcaption>&lt;script>x&lt;/script>"),
    ] {
        let elements = elements(pattern);
        let written = write(&source, &options, &[Some(Rendering { elements: &elements, placeables })]);
        assert_eq!(written.refused, [], "{pattern}");
        assert_eq!(written.text, format!("<figure>\n<figcaption>{expected}</figcaption>\n</figure>\n\nText.\n"));
    }
    let torn = elements("Die {html-1}Fahne");
    assert_eq!(write(&source, &options, &[Some(Rendering { elements: &torn, placeables })]).refused.len(), 1);
}
