//! What does not fit: tables, lines of code, words and lists that are wider than a narrow screen or a sheet of paper.

use std::process::Stdio;

use serde_json::json;

use crate::browser::{Serve, chromium, headless, pages, serve, skip};
use crate::filled::fill;
use crate::support::TestProject;

const LOCALES: [&str; 3] = ["ps", "ar", "ja"];

/// Everything that is wide, written as Markdown and as HTML.
fn article() -> String {
    let cells = |word: &str| (0..12).map(|nth| format!(" {word}{nth} |")).collect::<String>() + " Ω |";
    let rows = |word: &str| (0..12).map(|nth| format!("<td>{word}{nth}</td>")).collect::<String>() + "<td>Ψ</td>";
    let mut list = String::new();
    for depth in 0..8 {
        list.push_str(&format!("{}- an item of the list with several words\n", "  ".repeat(depth)));
    }
    let address = "segment/".repeat(30);
    format!(
        "---\ntitle: Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle\ndate: 2026-03-04\n---\n\n\
         Read https://example.org/{address} and `{}`.\n\n|{}\n|{}\n|{}\n\n```sh\ncurl --request GET https://example.org/{} endofcode\n```\n\n\
         {list}\n> one\n>\n> > two\n> >\n> > > three with `code`\n\n<table>\n<tr>{}</tr>\n</table>\n\n\
         <details>\n<summary>More</summary>\n\nText with `Unfolded`.\n\n</details>\n",
        "identifier_".repeat(12),
        cells("heading"),
        "---|".repeat(13),
        cells("unsubstantiated"),
        "part/".repeat(20),
        rows("handwritten"),
    )
}

fn project() -> TestProject {
    let project = TestProject::new(
        "source-locale = \"en\"\ntarget-locales = [\"ps\", \"ar\", \"ja\"]\n\n[[articles]]\nroot = \"articles\"\nfront-matter = [\"title\"]\n",
    );
    project.write("articles/wide.md", article());
    project.run(&["sync"]).exits(0);
    LOCALES.iter().for_each(|locale| fill(&project, locale, "wide"));
    project.run(&["sync"]).exits(0);
    project.run(&["publish"]).exits(0);
    project
}

#[test]
fn nothing_makes_a_narrow_page_scroll_sideways() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    let project = project();
    let server = serve(project.path("public/site"), Serve::Bare);
    let articles: Vec<String> = pages(&project, "site").into_iter().filter(|page| page.ends_with("wide.html")).collect();
    assert_eq!(articles.len(), 1 + LOCALES.len());
    for width in [320, 1280] {
        for result in server.open_in(width, &articles, false) {
            assert_eq!((&result["loaded"], &result["wide"]), (&json!(true), &json!(false)), "{width}: {result}");
            // What scrolls within itself can be reached with the keyboard; both tables and the code do.
            assert_eq!(result["unreachable"], json!([]), "{width}: {result}");
            assert!(result["scrolled"].as_u64() >= Some(if width == 320 { 3 } else { 1 }), "{width}: {result}");
            // Room for words, however deep the list.
            assert!(result["narrowest"].as_u64() >= Some(90), "{width}: {result}");
        }
    }
}

#[test]
fn nothing_is_cut_off_on_paper() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    let with = |program: &str| std::process::Command::new(program).arg("-v").stderr(Stdio::null()).stdout(Stdio::null()).status();
    if with("pdftotext").is_err() {
        return skip("pdftotext");
    }
    let project = project();
    let folder = tempfile::tempdir().unwrap();
    for locale in ["en", "ps", "ar", "ja"] {
        let pdf = folder.path().join(format!("{locale}.pdf"));
        let page = project.path(&format!("public/site/{locale}/wide.html"));
        let mut chromium = headless(&folder.path().join("profile"));
        chromium.arg("--no-pdf-header-footer").arg(format!("--print-to-pdf={}", pdf.display()));
        let printed = chromium.arg(format!("file://{}", page.display())).stderr(Stdio::null()).output().unwrap();
        assert!(printed.status.success() && pdf.is_file(), "{locale} is printed");
        let output = std::process::Command::new("pdftotext").arg("-bbox").arg(&pdf).arg("-").output().unwrap();
        let boxes = String::from_utf8(output.stdout).unwrap();
        let number = |line: &str, name: &str| {
            let value = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            value.and_then(|value| value.parse::<f64>().ok()).unwrap_or_else(|| panic!("{name} in {line}"))
        };
        let mut width = 0.0;
        let mut words = Vec::new();
        for line in boxes.lines().map(str::trim) {
            if line.starts_with("<page ") {
                width = number(line, "width");
            } else if line.starts_with("<word ") {
                assert!(number(line, "xMin") >= 0.0 && number(line, "xMax") <= width, "{locale}: outside {width}: {line}");
                words.push(line.split(['>', '<']).nth(2).unwrap_or_default().to_owned());
            }
        }
        // The ends of the code and of the tables, and what a reader would have to unfold.
        let words = words.join(" ");
        let table = if locale == "en" { &["Ω"][..] } else { &[] };
        for word in ["endofcode", "Ψ", "Unfolded"].iter().chain(table) {
            assert!(words.contains(word), "{locale}: no `{word}` on paper");
        }
    }
}
