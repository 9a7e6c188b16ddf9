//! Reading articles: a table of small cases, the corpus, the CommonMark examples and generated documents.

#[path = "markdown_read/checks.rs"]
mod checks;
#[path = "markdown_read/generator.rs"]
mod generator;
#[path = "markdown_read/support.rs"]
mod support;

use std::path::{Path, PathBuf};

use checks::{after_front_matter, check, words};
use generator::Generator;

use tarjuman::format::markdown::HtmlBlocks;
use tarjuman::model::Flavour;

use support::{cases, read_as, read_with, rendered};

#[test]
fn every_case_gives_the_units_written_beside_it() {
    let mut ran = 0;
    let mut failures = Vec::new();
    for case in cases() {
        let read = read_with(&case.text, case.flavour, case.html_blocks);
        check(&read, &case.text).unwrap_or_else(|why| panic!("`{}` of {}: {why}", case.name, case.file));
        let read = rendered(&read);
        if read != case.expected {
            failures.push(format!("`{}` of {}\n{read}\n", case.name, case.file));
        }
        ran += 1;
    }
    assert!(failures.is_empty(), "{} of {ran} cases are read otherwise:\n\n{}", failures.len(), failures.join("\n"));
    println!("{ran} cases");
    assert!(ran >= 20, "only {ran} cases were found");
}

#[test]
fn nesting_beyond_measure_is_reported_and_the_article_left_alone() {
    let text = format!("# Title\n\n{}deep\n", "> ".repeat(50_000));
    let read = read_as(&text, Flavour::Markdown);
    assert!(read.fatal && read.article.units.is_empty());
    assert_eq!((read.diagnostics[0].code, read.diagnostics[0].place.line), ("nesting-too-deep", 3));
    assert!(!read_as(&format!("{}deep\n", "> ".repeat(90)), Flavour::Markdown).fatal);
}

/// The Markdown files below `folder`, sorted.
fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md" || extension == "mdx") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text with the `import` and `export` lines of MDX as blanks: no parser of plain Markdown knows them.
fn without_modules(text: &str, flavour: Flavour) -> String {
    let is_module = |line: &str| line.starts_with("import ") || line.starts_with("export ");
    let blank =
        |line: &str| line.chars().map(|c| if c == '\n' { "\n".into() } else { " ".repeat(c.len_utf8()) }).collect::<String>();
    let lines = text.split_inclusive('\n');
    lines.map(|line| if flavour == Flavour::Mdx && is_module(line) { blank(line) } else { line.to_owned() }).collect()
}

#[test]
fn corpus_articles_are_tiled_and_their_words_are_in_units() {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus"));
    if !corpus.exists() {
        println!("skipped: there is no corpus beside the repository");
        return;
    }
    let mut poor = Vec::new();
    for path in articles(corpus) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(corpus).unwrap().display().to_string();
        let flavour = if name.ends_with(".mdx") { Flavour::Mdx } else { Flavour::Markdown };
        let read = read_as(&text, flavour);
        check(&read, &text).unwrap_or_else(|why| panic!("{name}: {why}"));
        let words = words(&read, &without_modules(&text, flavour), after_front_matter(&text));
        let share = 100.0 * words.in_units as f64 / words.all.max(1) as f64;
        let units = read.article.units.len();
        println!("{share:6.2} % of {:5} words, {units:4} units, {:3} words carried  {name}", words.all, words.carried);
        if share < 99.0 {
            poor.push(format!("{name}: {share:.2} %, not {:?}", &words.outside[..words.outside.len().min(30)]));
        }
    }
    assert!(poor.is_empty(), "{} files:\n{}", poor.len(), poor.join("\n"));
}

#[test]
fn generated_documents_are_tiled_and_their_words_are_in_units() {
    let mut generator = Generator::new(0x7461_726a_756d_616e);
    let mut all = 0;
    for number in 0..25_000 {
        let text = generator.document();
        for flavour in [Flavour::Markdown, Flavour::Mdx] {
            let read = read_as(&text, flavour);
            check(&read, &text).unwrap_or_else(|why| panic!("document {number} as {flavour:?}: {why}\n{text}"));
        }
        let read = read_with(&text, Flavour::Markdown, HtmlBlocks::Translate);
        check(&read, &text).unwrap_or_else(|why| panic!("document {number} with HTML: {why}\n{text}"));
        let words = words(&read_as(&text, Flavour::Markdown), &text, after_front_matter(&text));
        let lost: Vec<&String> = words.outside.iter().filter(|word| !is_syntax(word)).collect();
        assert!(lost.is_empty(), "document {number} loses {lost:?}\n{text}\n{text:?}");
        all += words.all;
    }
    println!("{all} words in 25,000 documents");
}

#[test]
fn hostile_documents_take_no_more_than_their_share_of_time() {
    let shapes: [(&str, String); 24] = [
        ("quotes", "> ".repeat(50_000) + "deep"),
        ("list markers", "- ".repeat(50_000) + "deep"),
        ("brackets", "[".repeat(50_000) + "deep" + &"]".repeat(50_000)),
        ("images", "![".repeat(100_000)),
        ("links", "[a](".repeat(100_000)),
        ("emphasis", "*a **a ".repeat(80_000)),
        ("underscores", "_".repeat(300_000) + "a"),
        ("backtick runs", (1..1_000).map(|n| "`".repeat(n) + " ").collect()),
        ("open directives", "{{< {% {* {{% ".repeat(50_000)),
        ("braces", "{".repeat(500_000)),
        ("tags", "<a b='".repeat(100_000)),
        ("comments", "<!-- ".repeat(100_000)),
        ("comment lines", "<!--\n\n".repeat(100_000)),
        ("one long line", "word ".repeat(200_000)),
        ("long list", "- item\n".repeat(100_000)),
        ("escapes", "\\".repeat(500_000)),
        ("table row", format!("{}\n{}\n", "|a".repeat(200_000), "|-".repeat(200_000))),
        ("directives alone", "{{ a }}".repeat(100_000)),
        ("directives in text", "x {{ a }} ".repeat(100_000)),
        ("comments to tarjuman", "x <!-- tarjuman: note x --> ".repeat(30_000)),
        ("comments to nobody", "<!-- tarjuman: note x -->\n".repeat(30_000)),
        ("raw tags", format!("<div>{}", "<p>a</p><script>".repeat(50_000))),
        ("indented", "        a\n\n".repeat(50_000)),
        ("reference links", "[ref] ".repeat(50_000) + "\n\n[ref]: /u\n"),
    ];
    for (name, text) in shapes {
        for flavour in [Flavour::Markdown, Flavour::Mdx] {
            let start = std::time::Instant::now();
            let read = read_as(&text, flavour);
            let seconds = start.elapsed().as_secs_f64();
            println!("{seconds:6.3} s  {name}, {flavour:?}, {} bytes, {} units", text.len(), read.article.units.len());
            assert!(seconds < 10.0, "{name} takes {seconds} s");
            assert_eq!(read.fatal, matches!(name, "quotes" | "list markers"), "{name}");
        }
    }
}

#[test]
fn any_text_at_all_is_read_and_tiled() {
    let mut generator = Generator::new(0x6d65_616e_696e_6700);
    let mut units = 0;
    for number in 0..40_000 {
        let text = generator.soup();
        for (flavour, html) in [
            (Flavour::Markdown, HtmlBlocks::Carry),
            (Flavour::Markdown, HtmlBlocks::Translate),
            (Flavour::Mdx, HtmlBlocks::Carry),
        ] {
            let read = read_with(&text, flavour, html);
            check(&read, &text).unwrap_or_else(|why| panic!("soup {number}, {flavour:?}, {html:?}: {why}\n{text}\n{text:?}"));
            assert!(read.article.carried_prose.iter().all(|span| text.get(span.clone()).is_some()));
            units += read.article.units.len();
        }
    }
    println!("{units} units");
}

/// Words that only occur in directives, addresses, alert markers and attributes.
fn is_syntax(word: &str) -> bool {
    matches!(word.trim_matches(|c: char| !c.is_alphanumeric()), "dir" | "note" | "NOTE" | "id" | "http" | "e" | "x" | "u")
}

#[test]
fn examples_of_the_commonmark_specification_are_tiled_and_their_words_are_in_units() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/commonmark-spec/spec.txt");
    let Ok(spec) = std::fs::read_to_string(&path) else {
        println!("skipped: `npm pack commonmark-spec` has not put its spec.txt into target/commonmark-spec/");
        return;
    };
    let fence = "`".repeat(32);
    let mut ran = 0;
    for example in spec.split(&format!("\n{fence} example\n")).skip(1) {
        let (example, _) = example.split_once(&fence).unwrap();
        let (text, _) = example.split_once("\n.\n").unwrap_or((example, ""));
        let text = text.replace('\u{2192}', "\t") + "\n";
        for flavour in [Flavour::Markdown, Flavour::Mdx] {
            check(&read_as(&text, flavour), &text).unwrap_or_else(|why| panic!("{flavour:?}: {why}\n{text}"));
        }
        let words = words(&read_as(&text, Flavour::Markdown), &text, after_front_matter(&text));
        assert!(words.outside.is_empty(), "loses {:?}\n{text}", words.outside);
        ran += 1;
    }
    println!("{ran} examples");
    assert!(ran > 600, "only {ran} examples were found");
}
