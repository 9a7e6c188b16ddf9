//! What a project says about sentences, through the real binary: tables, SRX, and lines that stay where they are.

mod support;

use support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"articles\"\n";
const CATALOG: &str = "locales/en/ferry.ftl";

/// A project with one article of one paragraph, synced.
fn synced(text: &str, files: &[(&str, &str)]) -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/ferry.md", format!("{text}\n"));
    files.iter().for_each(|(path, text)| project.write(path, text));
    project.run(&["sync"]);
    project
}

/// The lines of the article's only unit, and its id.
fn unit(project: &TestProject) -> (String, Vec<String>) {
    let catalog = project.read(CATALOG);
    let (id, body) = catalog.split_once("\np-").unwrap().1.split_once(" =").unwrap();
    (format!("p-{id}"), body.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect())
}

fn lines(project: &TestProject) -> Vec<String> {
    unit(project).1
}

fn srx(cascade: &str, rules: &str, map: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n\
         <header segmentsubflows=\"yes\" cascade=\"{cascade}\"/>\n<body>\n<languagerules>\n{rules}\n</languagerules>\n\
         <maprules>\n{map}\n</maprules>\n</body>\n</srx>\n"
    )
}

const BREAK_ALL: &str = "<rule break=\"yes\"><beforebreak>[.!?]</beforebreak><afterbreak>\\s</afterbreak></rule>";
const MAP: &str = "<languagemap languagepattern=\"EN.*\" languagerulename=\"Own\"/>";

#[test]
fn unchanged_text_keeps_its_lines_until_asked_and_translations_stay() {
    let project = synced("We met Kdo. Brown. They talked.", &[]);
    let (id, before) = unit(&project);
    assert_eq!(before, ["We met Kdo.", "Brown.", "They talked."]);
    project.run(&["set", "es", &format!("ferry#{id}"), "Vimos al Kdo. Brown.\nHablaron.", "--by", "A. Name"]).exits(0);
    project.run(&["status", "--check"]).exits(0);

    project.write("segmentation/en.toml", "inside = [\"Kdo\"]\n");
    project.run(&["sync", "--check"]).exits(0);
    project.run(&["sync"]).exits(0).says("in step");
    assert_eq!(lines(&project), before);

    let ledger = project.read("locales/es/ferry.ledger.toml");
    let source_ledger = project.read("locales/en/ferry.ledger.toml");
    let body = |catalog: String| catalog.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    let target = body(project.read("locales/es/ferry.ftl"));
    project.run(&["sync", "--resegment", "ferry"]).exits(0);
    assert_eq!(unit(&project), (id, vec!["We met Kdo. Brown.".to_owned(), "They talked.".to_owned()]));
    assert_eq!(project.read("locales/es/ferry.ledger.toml"), ledger);
    assert_eq!(project.read("locales/en/ferry.ledger.toml"), source_ledger);
    assert_eq!(body(project.read("locales/es/ferry.ftl")), target);
    project.run(&["status", "--check"]).exits(0);
    project.run(&["sync", "--resegment"]).exits(0).says("in step");
    project.run(&["sync"]).exits(0).says("in step");
}

#[test]
fn resegmenting_concerns_the_articles_named() {
    let project = synced("We met Kdo. Brown.", &[("articles/port.md", "We met Kdo. Green.\n")]);
    project.write("segmentation/en.toml", "inside = [\"Kdo\"]\n");
    project.run(&["sync", "--resegment", "port"]).exits(0);
    assert_eq!(lines(&project), ["We met Kdo.", "Brown."]);
    assert!(project.read("locales/en/port.ftl").contains("We met Kdo. Green."));
}

#[test]
fn an_edited_text_is_cut_by_the_rules_of_the_day() {
    let project = synced("We met Kdo. Brown.", &[]);
    project.write("segmentation/en.toml", "inside = [\"Kdo.\"]\n");
    project.write("articles/ferry.md", "We met Kdo. Brown today. They left.\n");
    project.run(&["sync"]).exits(0);
    assert_eq!(lines(&project), ["We met Kdo. Brown today.", "They left."]);
}

#[test]
fn a_table_extends_the_built_in_rules() {
    let table = "anywhere = [\"Kdo\"]\nstarters = [\"Ferries\"]\nbefore-number = [\"Rute\"]\n\
                 break = [[\"End of part one\", \"\"]]\nno-break = [[\"Go!\", \"Magazine\"], [\"\", \"Inside\"]]\n";
    let text = "He is Kdo. Brown. He met a Kdo. Ferries left. Rute. 7 is shut. Read Go! Magazine. Now. Inside. \
                End of part one the sea was calm. Mr. Smith left.";
    let project = synced(text, &[("segmentation/en.toml", table)]);
    let expected = [
        "He is Kdo. Brown.",
        "He met a Kdo.",
        "Ferries left.",
        "Rute. 7 is shut.",
        "Read Go! Magazine.",
        "Now. Inside.",
        "End of part one",
        "the sea was calm.",
        "Mr. Smith left.",
    ];
    assert_eq!(lines(&project), expected);
}

#[test]
fn a_table_that_cannot_be_read_is_a_finding_with_its_place() {
    let project = synced("One. Two.", &[("segmentation/en.toml", "# words\ninside = [\"Kdo\", 7]\ninsid = []\nordinals = 1\n")]);
    let run = project.run(&["status"]).exits(1);
    let run = run.says("segmentation/en.toml:2:18").says("segmentation/en.toml:4:12").says("help:");
    run.says("warning[unknown-key]").says("segmentation/en.toml:3:1");
    project.write("segmentation/en.toml", "inside = [\n");
    project.run(&["sync"]).exits(1).says("error[segmentation]").says("segmentation/en.toml");
    project.write("segmentation/en.toml", "<<<<<<< one\n=======\n>>>>>>> two\n");
    project.run(&["sync"]).exits(1).says("error[conflict-markers]");
    project.remove("segmentation/en.toml");
    project.write("segmentation/fr.toml", "inside = [\"Kdo\"]\n");
    project.run(&["status"]).says("warning[segmentation]").says("segmentation/fr.toml").says("segmentation/en.toml");
    project.run(&["explain", "segmentation"]).exits(0);
    project.run(&["explain", "srx"]).exits(0);
}

#[test]
fn a_table_of_the_language_serves_its_locales() {
    let config = CONFIG.replace("\"en\"", "\"en-GB\"");
    let project = TestProject::new(&config);
    project.write("articles/ferry.md", "We met Kdo. Brown and Qra. Green.\n");
    project.write("segmentation/en.toml", "inside = [\"Kdo\"]\n");
    project.write("segmentation/en-GB.toml", "inside = [\"Qra\"]\n");
    project.run(&["sync"]).exits(0);
    assert!(project.read("locales/en-GB/ferry.ftl").contains("We met Kdo. Brown and Qra. Green."));
}

#[test]
fn srx_rules_take_the_place_of_the_built_in_ones() {
    let rules = format!(
        "<languagerule languagerulename=\"Own\">\n\
         <rule break=\"no\"><beforebreak>\\bKdo\\.</beforebreak><afterbreak>\\s\\p{{Lu}}</afterbreak></rule>\n\
         <rule break=\"yes\"><beforebreak>:</beforebreak><afterbreak>\\h+&#x201C;</afterbreak></rule>\n{BREAK_ALL}\n</languagerule>"
    );
    let project = synced("Mr. Kdo. Brown said: “Go.” xKdo. Then.", &[("segmentation/own.srx", &srx("no", &rules, MAP))]);
    // Nothing but what the file says: `Mr.` is divided, the end of a quotation is none.
    assert_eq!(lines(&project), ["Mr.", "Kdo. Brown said:", "“Go.” xKdo.", "Then."]);
}

#[test]
fn an_srx_break_looks_at_both_sides_of_the_place() {
    let rules = "<languagerule languagerulename=\"Own\">\
                 <rule><beforebreak>\\d\\b</beforebreak><afterbreak>\\s\\bx</afterbreak></rule>\
                 <rule break=\"yes\"><beforebreak>^Top</beforebreak></rule></languagerule>";
    let project = synced("Top 1 x 2 y 33 x Top end", &[("segmentation/en.srx", &srx("no", rules, MAP))]);
    assert_eq!(lines(&project), ["Top", "1", "x 2 y 33", "x Top end"]);
}

#[test]
fn srx_exceptions_alone_are_added_to_the_built_in_rules() {
    let rules = "<languagerule languagerulename=\"Own\"><rule break=\"no\"><beforebreak>Kdo\\.</beforebreak>\
                 <afterbreak>\\s</afterbreak></rule></languagerule>";
    let project = synced("Mr. Kdo. Brown left. He ran.", &[("segmentation/en.srx", &srx("no", rules, MAP))]);
    assert_eq!(lines(&project), ["Mr. Kdo. Brown left.", "He ran."]);
}

#[test]
fn srx_language_maps_choose_and_cascade() {
    let rules = format!(
        "<languagerule languagerulename=\"Abbreviations\"><rule break=\"no\"><beforebreak>Kdo\\.</beforebreak>\
         <afterbreak>\\s</afterbreak></rule></languagerule>\n<languagerule languagerulename=\"All\">{BREAK_ALL}</languagerule>"
    );
    let maps = "<languagemap languagepattern=\"fr.*\" languagerulename=\"All\"/>\n\
                <languagemap languagepattern=\"en\" languagerulename=\"Abbreviations\"/>\n\
                <languagemap languagepattern=\".*\" languagerulename=\"All\"/>";
    let text = "Mr. Kdo. Brown left.";
    let cascading = synced(text, &[("segmentation/own.srx", &srx("yes", &rules, maps))]);
    assert_eq!(lines(&cascading), ["Mr.", "Kdo. Brown left."]);
    let first = synced(text, &[("segmentation/own.srx", &srx("no", &rules, maps))]);
    assert_eq!(lines(&first), ["Mr. Kdo. Brown left."]);
    let none = synced(
        text,
        &[("segmentation/own.srx", &srx("no", &rules, "<languagemap languagepattern=\"e\" languagerulename=\"All\"/>"))],
    );
    assert_eq!(lines(&none), ["Mr. Kdo.", "Brown left."]);
}

#[test]
fn what_srx_cannot_say_here_is_a_finding_and_never_dropped_in_silence() {
    let parts = [
        "(?&lt;!x)y",
        "y(?=z)",
        "(?>ab)c",
        "a++",
        "a{2}+",
        "(a)\\1",
        "\\X",
        "[a-z-[b]]",
        "(?w)a",
        "\\p{Nonsense}",
        "(a",
        "a)",
        "[a",
    ];
    for part in parts {
        let rules = format!(
            "<languagerule languagerulename=\"Own\">\n{BREAK_ALL}\n<rule break=\"no\">\n<beforebreak>{part}</beforebreak>\n</rule>\n</languagerule>"
        );
        let project = synced("One. Two.", &[("segmentation/en.srx", &srx("no", &rules, MAP))]);
        project.run(&["status"]).exits(1).says("error[srx]").says("segmentation/en.srx:9:1").says("help:");
        // The rules that can be used are.
        assert_eq!(lines(&project), ["One.", "Two."], "{part}");
    }
}

#[test]
fn srx_patterns_are_read_as_icu_reads_them() {
    // A pattern, a text it matches before a break, and one it does not.
    let patterns = [
        ("\\u0041\\.", "A.", "B."),
        ("[\\h&amp;&amp;[^ ]]\\.", "\u{A0}.", "b."),
        ("\\QA.\\E", "A.", "Ax"),
        ("[[:Lu:]]\\.", "É.", "é."),
        ("[[:punct:]]x", "-x", "ax"),
        ("(?i:ab)\\.", "AB.", "ac."),
        ("(?#a comment)Ab\\.", "Ab.", "Ac."),
        ("[]a]\\.", "].", "b."),
        ("a~\\.", "a~.", "a."),
        ("\\x{e9}\\.", "é.", "e."),
        ("\\p{Script=Greek}\\.", "λ.", "l."),
        ("[^\\S]b", " b", "bb"),
    ];
    for (pattern, fits, other) in patterns {
        let rules = format!(
            "<languagerule languagerulename=\"Own\"><rule><beforebreak>{pattern}</beforebreak><afterbreak> Z</afterbreak></rule></languagerule>"
        );
        let project = synced(&format!("Q{fits} Zebra Q{other} Zoo"), &[("segmentation/en.srx", &srx("no", &rules, MAP))]);
        let found: Vec<String> = lines(&project).iter().map(|line| line.replace('\u{A0}', " ")).collect();
        let fits = fits.replace('\u{A0}', " ");
        assert_eq!(found, [format!("Q{fits}"), format!("Zebra Q{other} Zoo")], "{pattern}");
    }
}

#[test]
fn a_file_that_is_no_srx_is_refused_and_the_built_in_rules_serve() {
    let body = srx("no", "", "");
    let cases = [
        (
            "<!DOCTYPE srx SYSTEM \"srx.dtd\">\n".to_owned() + &body.replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", ""),
            "document type",
        ),
        (body.replace("version=\"2.0\"", "version=\"1.0\""), "version `1.0`"),
        (body.replace("</body>", "</bod>"), "not XML"),
        ("just words".to_owned(), "no `srx` element"),
    ];
    for (text, said) in cases {
        let project = synced("Mr. Smith left. He ran.", &[("segmentation/en.srx", &text)]);
        project.run(&["status"]).exits(1).says("error[srx]").says(said);
        assert_eq!(lines(&project), ["Mr. Smith left.", "He ran."], "{said}");
    }
}
