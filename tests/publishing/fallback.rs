//! Source texts that stand in for a translation, between tags of the tool's own.

use serde_json::{Value, json};

use crate::support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"ps\"]\n\n[[articles]]\nroot = \"articles\"\n\n\
                      [publish]\nmissing = \"fallback\"\n";

#[test]
fn the_tags_around_a_fallback_pair_with_each_other() {
    let project = TestProject::new(CONFIG);
    // A text, and the tag in it that has no partner; an empty one for a text that goes out.
    let cases = [
        ("Before <span class=\"x\">between</span> after.", ""),
        ("Before </em> after.", "/em"),
        ("Before *between* and <i>further</i><br> after.", ""),
        ("Before `</span>` after.", ""),
        ("Before </span> after.", "/span"),
        ("Before </span></div> after.", "/div"),
        ("Before </span> between <span> after.", "/span"),
        ("</span>between<span>", "/span"),
        ("Before <span> after.", "span"),
        ("Before <span><span></span> after.", "span"),
        ("Before </p> after.", "/p"),
        ("Before <b>between</span></b> after.", "/span"),
        ("Before *between </span>* after.", "/span"),
        ("Before </SPAN> after.", "/SPAN"),
    ];
    for (at, (text, _)) in cases.iter().enumerate() {
        project.write(&format!("articles/p{at:02}.md"), format!("{text}\n"));
        project.write(&format!("articles/i{at:02}.md"), format!("- {text}\n"));
        project.write(&format!("articles/t{at:02}.md"), format!("| {text} |\n|---|\n| {text} |\n"));
    }
    project.run(&["sync"]).exits(0);
    for target in ["site", "markdown"] {
        let report = project.json(&["publish", "--to", target]);
        let row = |article: &str| -> Value {
            let mut rows = report["rows"].as_array().unwrap().iter();
            rows.find(|row| row["article"] == *article && row["locale"] == "ps").unwrap().clone()
        };
        for (at, (text, tag)) in cases.iter().enumerate() {
            for article in [format!("p{at:02}"), format!("i{at:02}"), format!("t{at:02}")] {
                let row = row(&article);
                let said = &row["held_back"][0]["reason"];
                if tag.is_empty() {
                    assert_eq!(row["outcome"], "published", "{article}: {text}: {said}");
                } else {
                    assert_eq!(row["outcome"], "held-back", "{article}: {text}");
                    assert_eq!(said, &json!(format!("the tag `{tag}` has no partner, or crosses another element")), "{text}");
                }
            }
        }
    }
    let marked = "<span lang=\"en\" dir=\"ltr\">Before <span class=\"x\">between</span> after.</span>\n";
    assert_eq!(project.read("public/markdown/ps/p00.md"), marked);
}

#[test]
fn a_draft_shows_a_text_that_cannot_be_marked_as_the_source_has_it() {
    let project = TestProject::new(CONFIG);
    let text = "Before </span></div> after.";
    project.write("articles/paragraph.md", format!("Spoken by a person.\n\n{text}\n"));
    project.write("articles/item.md", format!("- Spoken by a person.\n- {text}\n"));
    project.write("articles/table.md", format!("| Spoken by a person. |\n|---|\n| {text} |\n"));
    project.run(&["sync"]).exits(0);
    let spoken = "<span lang=\"en\" dir=\"ltr\">Spoken by a person.</span>";
    for target in ["markdown", "site"] {
        let report = project.json(&["publish", "--to", target, "--draft", "--locale", "ps"]);
        for row in report["rows"].as_array().unwrap() {
            assert_eq!(row["outcome"], "published", "{row}");
            assert_eq!(row["fallback"].as_array().unwrap().len(), 2, "{row}");
        }
        if target == "site" {
            continue;
        }
        assert_eq!(project.read("public/draft/ps/paragraph.md"), format!("{spoken}\n\n{text}\n"));
        assert_eq!(project.read("public/draft/ps/item.md"), format!("- {spoken}\n- {text}\n"));
        assert_eq!(project.read("public/draft/ps/table.md"), format!("| {spoken} |\n|---|\n| {text} |\n"));
    }
    let page = project.read("public/draft/ps/paragraph.html");
    let shown = "data-mark=\"missing\" lang=\"en\" dir=\"ltr\"><bdi>Before</bdi>  <bdi>after</bdi>.</p>";
    assert!(page.contains(shown), "{page}");
    // What goes out for real is held back as before.
    let report = project.json(&["publish", "--locale", "ps"]);
    assert!(report["rows"].as_array().unwrap().iter().all(|row| row["outcome"] == "held-back"), "{report}");
}
