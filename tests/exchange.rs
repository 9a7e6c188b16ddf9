//! The glossary as TBX and CSV, through the binary: what goes out comes back, what other programs write is read, and nothing in it
//! can do harm.

mod support;

use std::path::Path;
use std::process::Command;

use support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ru\", \"ar\"]\n\n[[articles]]\nroot = \"articles\"\n";
/// Every field, and texts that XML, CSV or a spreadsheet would take for something else.
const EN: &str = "# Attribute it.\n#  Indented, and <b>\"odd\"</b> & more.\n#\n# tarjuman: no note of ours\n-emirate = Islamic Emirate\n    .also =\n        =SUM(A1)\n        +1\n        -x\n        @cmd\n        'quoted\n        '=twice\n    .forbidden = a, \"b\"; c\n    .definition =\n        First line.\n        Second <line> & more.\n    .translate = no\n    .match =\n        case\n        word\n    .status = admitted\n\n-office = the { -emirate } office\n\n-count = { $n ->\n    [1] one\n   *[other] many\n }\n";
const RU: &str = "-emirate =\n    { $case ->\n        [genitive] { $number ->\n           *[one] эмирата\n            [other] эмиратов\n        }\n       *[nominative] { $number ->\n           *[one] эмират\n            [other] эмираты\n        }\n    }\n    .gender = common\n";
const AR: &str = "-emirate = { \"{\" } إمارة { \"}\" } \u{2067}x\u{2069}\n    .gender = feminine\n";

fn project() -> TestProject {
    let project = empty();
    project.write("glossary/en.ftl", EN);
    project.write("glossary/ru.ftl", RU);
    project.write("glossary/ar.ftl", AR);
    project
}

fn empty() -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/a.md", "The Islamic Emirate.\n");
    project
}

fn terms(project: &TestProject) -> serde_json::Value {
    let mut list = project.json(&["glossary", "list"]);
    for term in list["terms"].as_array_mut().unwrap() {
        for entry in term["entries"].as_array_mut().unwrap() {
            entry.as_object_mut().unwrap().remove("line");
        }
    }
    list
}

#[test]
fn every_field_goes_out_and_comes_back() {
    let source = project();
    for format in ["tbx", "tbx-v2", "csv"] {
        let file = source.run(&["glossary", "export", "--to", format]).exits(0).stdout;
        // Into a project that has it already: nothing to do.
        source.write("terms", &file);
        let before = source.snapshot();
        source.run(&["glossary", "import", "terms"]).exits(0).says("wrote 0 files");
        source.assert_is(&before, format);
        let target = empty();
        target.write("terms", &file);
        target.run(&["glossary", "import", "terms", "--dry-run"]).exits(0).says("would add -emirate");
        assert!(!target.path("glossary").exists());
        target.run(&["glossary", "import", "terms"]).exits(0);
        assert_eq!(terms(&target), terms(&source), "{format}");
        assert_eq!(target.run(&["glossary", "export", "--to", format]).exits(0).stdout, file, "{format}");
        target.run(&["undo"]).exits(0);
        assert!(!target.path("glossary/en.ftl").exists());
    }
}

/// The Python that `tests/catalog_interop.rs` installs, which has lxml.
fn python() -> Option<std::path::PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/interop-venv/bin/python");
    let works = Command::new(&python).args(["-c", "import lxml"]).status().is_ok_and(|status| status.success());
    if !works {
        println!("skipped: run `tests/run`, which installs lxml below target/");
    }
    works.then_some(python)
}

#[test]
fn version_3_is_valid_by_the_schema_and_version_2_by_its_structure() {
    let Some(python) = python() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.join("../../shared/schemas/tbx/TBXcoreStructV03.rng");
    let schema = if schema.exists() { schema } else { root.join("../shared/schemas/tbx/TBXcoreStructV03.rng") };
    let project = project();
    let validate = |script: &str, file: &str, grammar: &Path| {
        let output = Command::new(&python).args(["-c", script]).arg(grammar).arg(project.path(file)).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    project.run(&["glossary", "export", "--to", "tbx", "--out", "v3.tbx"]).exits(0);
    project.run(&["glossary", "export", "--to", "tbx-v2", "--out", "v2.tbx"]).exits(0);
    let rng = "import sys; from lxml import etree as e; g = e.RelaxNG(e.parse(sys.argv[1])); d = e.parse(sys.argv[2]); g.assertValid(d)";
    if schema.exists() {
        assert_eq!(validate(rng, "v3.tbx", &schema), (true, String::new()));
        // The validator does look: a term section without a term is refused.
        let spoilt = project.read("v3.tbx").replacen("<term>Islamic Emirate</term>", "", 1);
        project.write("spoilt.tbx", spoilt);
        assert!(!validate(rng, "spoilt.tbx", &schema).0);
    } else {
        println!("skipped: the schema of TBX 3 is not there");
    }
    let dtd = "import sys; from lxml import etree as e; g = e.DTD(open(sys.argv[1], 'rb')); d = e.parse(sys.argv[2]); sys.exit(str(g.error_log)) if not g.validate(d) else None";
    let own = root.join("tests/exchange/martif.dtd");
    assert_eq!(validate(dtd, "v2.tbx", &own), (true, String::new()));
    let spoilt = project.read("v2.tbx").replacen("<tig>", "", 1).replacen("</tig>", "", 1);
    project.write("spoilt.tbx", spoilt);
    assert!(!validate(dtd, "spoilt.tbx", &own).0);
}

const DCT: &str = "<?xml version=\"1.0\"?>\n<tbx style=\"dct\" type=\"TBX-Basic\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">\n<tbxHeader><fileDesc><sourceDesc><p>Somebody else</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n<conceptEntry id=\"c5\"><min:subjectField>diplomacy</min:subjectField>\n <langSec xml:lang=\"en\"><basic:definition>A mission\n   abroad.</basic:definition><termSec><term>embassy</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>\n  <termSec><term>legation</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>\n <langSec xml:lang=\"es-ES\"><termSec><term>embajada</term><basic:grammaticalGender>feminine</basic:grammaticalGender></termSec><termSec><term>misión</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>\n <langSec xml:lang=\"de\"><termSec><term>Botschaft</term></termSec></langSec>\n</conceptEntry></body></text></tbx>\n";
const MARTIF: &str = "<?xml version=\"1.0\"?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\" [<!ENTITY state \"Staat &amp; Land\"><!ENTITY secret SYSTEM \"SECRET\"><!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>\n<martif type=\"TBX\" xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>\n<termEntry id=\"visa-office\"><descripGrp><descrip type=\"definition\">Where &state; meet.</descrip><admin type=\"source\">me</admin></descripGrp>\n<langSet><ntig><termGrp><term>visa <hi>office</hi></term><termNote type=\"administrativeStatus\">preferred</termNote></termGrp><note>Ask\n twice.</note></ntig></langSet>\n<langSet xml:lang=\"ru\"><tig><term>&secret;визовый отдел&#x301;</term></tig></langSet></termEntry>\n<termEntry id=\"bomb\"><langSet xml:lang=\"en\"><tig><term>boom &f;</term></tig></langSet></termEntry></body></text></martif>\n";

/// As terminology managers write version 2: a DOCTYPE, `ntig`, groups of transactions, regions, references, matter behind the entries.
const MANAGED: &str = r#"<?xml version='1.0' encoding="ENCODING"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>desk terms</title></titleStmt><sourceDesc><p>made by hand</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body><termEntry id="17">
 <transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility">desk</transacNote><date>2019-04-02</date></transacGrp>
 <descrip type="subjectField">parliament</descrip><note>Never abbreviated.</note><xref type="externalCrossReference" target="https://example.org/17">see</xref>
 <langSet xml:lang="en-US"><descripGrp><descrip type="definition">The lower chamber.</descrip><admin type="source">statute</admin></descripGrp>
  <note>Capitalised.</note>
  <ntig><termGrp><term>House of Deputies</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp><descrip type="context">The House of Deputies voted.</descrip></ntig>
  <ntig><termGrp><term>Deputies' House</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="es-MX"><tig><term>Cámara de Diputados</term><termNote type="grammaticalGender">feminine</termNote><termNote type="administrativeStatus">underReview</termNote></tig>
  <tig><term>cámara baja</term><termNote type="grammaticalGender">feminine</termNote></tig></langSet>
 <langSet xml:lang="RU-ru"><tig><term>Палата депутатов</term><termNote type="grammaticalGender">f</termNote></tig></langSet>
</termEntry></body><back><refObjectList type="respPerson"><refObject id="r1"><item type="fn">A. Name</item></refObject></refObjectList></back></text></martif>
"#;
/// Version 3 with categories as attributes, and a prefix for the core.
const PREFIXED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en"><t:tbxHeader><t:fileDesc><t:sourceDesc><t:p>by hand</t:p></t:sourceDesc></t:fileDesc></t:tbxHeader>
<t:text><t:body><t:conceptEntry id="c9"><t:descrip type="definition">For the whole.</t:descrip>
 <t:langSec xml:lang="en"><t:descrip type="definition">For English.</t:descrip><t:termSec><t:term>ceasefire</t:term><t:termNote type="administrativeStatus">admittedTerm-admn-sts</t:termNote></t:termSec></t:langSec>
 <t:langSec xml:lang="ar"><t:termSec><t:term>وقف إطلاق النار</t:term><t:termNote type="grammaticalGender">masculine</t:termNote></t:termSec></t:langSec>
</t:conceptEntry></t:body></t:text></t:tbx>
"#;

#[test]
fn what_terminology_managers_write_is_read_and_what_is_not_held_is_said() {
    let narrow = MANAGED.replace("ENCODING", "utf-8");
    let wide = format!("\u{feff}{}", MANAGED.replace("ENCODING", "UTF-16"));
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [format!("\u{feff}{narrow}").into_bytes(), narrow.replace('\n', "\r\n").into_bytes(), wide] {
        let project = empty();
        project.write("terms.tbx", bytes);
        let run = project.run(&["glossary", "import", "terms.tbx"]).exits(0);
        for left_out in [
            "administrativeStatus `underReview` (1)",
            "context (1)",
            "date (1)",
            "externalCrossReference (1)",
            "grammaticalGender `f` (1)",
            "grammaticalGender of another text (1)",
            "partOfSpeech (1)",
            "refObject (1)",
            "responsibility (1)",
            "source (1)",
            "subjectField (1)",
            "transactionType (1)",
        ] {
            assert!(run.stdout.contains(left_out) || run.stderr.contains(left_out), "{left_out}\n{}{}", run.stdout, run.stderr);
        }
        let en = "# Never abbreviated.\n# Capitalised.\n-house-of-deputies = House of Deputies\n    .forbidden = Deputies' House\n    \
            .definition = The lower chamber.\n    .status = preferred\n";
        assert_eq!(project.read("glossary/en.ftl"), en);
        let es = "-house-of-deputies = Cámara de Diputados\n    .also = cámara baja\n    .gender = feminine\n";
        assert_eq!(project.read("glossary/es.ftl"), es);
        assert_eq!(project.read("glossary/ru.ftl"), "-house-of-deputies = Палата депутатов\n");
    }
    let project = empty();
    project.write("terms.tbx", PREFIXED);
    project.run(&["glossary", "import", "terms.tbx"]).exits(0).says("definition of a whole entry (1)");
    assert_eq!(project.read("glossary/en.ftl"), "-ceasefire = ceasefire\n    .definition = For English.\n");
    assert_eq!(project.read("glossary/ar.ftl"), "-ceasefire = وقف إطلاق النار\n    .gender = masculine\n");
}

#[test]
fn what_other_programs_write_is_read() {
    let project = empty();
    project.write("SECRET", "do not read me");
    project.write("dct.tbx", DCT);
    project
        .run(&["glossary", "import", "dct.tbx"])
        .exits(1)
        .says("`de` is no language of this project")
        .says("partOfSpeech (1), subjectField (1)");
    let en = project.read("glossary/en.ftl");
    assert!(
        en.starts_with("-embassy = embassy\n    .forbidden = legation\n    .definition =\n        A mission\n        abroad.\n"),
        "{en}"
    );
    assert_eq!(project.read("glossary/es.ftl"), "-embassy = embajada\n    .also = misión\n    .gender = feminine\n");
    let utf16: Vec<u8> = std::iter::once(0xfeffu16).chain(MARTIF.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    project.write("martif.tbx", utf16);
    let run =
        project.run(&["glossary", "import", "martif.tbx"]).exits(1).says("outside of the document").says("names no language");
    let run = run.says("too large");
    assert!(!run.stdout.contains("do not read me"));
    let en = project.read("glossary/en.ftl");
    assert!(en.contains("# Ask\n# twice.\n-visa-office = visa office\n    .definition = Where Staat & Land meet.\n"), "{en}");
    assert!(en.contains("-bomb = boom\n") && en.len() < 2_000, "{en}");
    assert!(project.read("glossary/ru.ftl").contains("-visa-office = визовый отдел\u{301}\n"));
    for (name, bytes) in [
        ("cut.tbx", &DCT.as_bytes()[..900]),
        ("other.xml", b"<html/>".as_slice()),
        ("empty", b"".as_slice()),
        ("bytes", b"\xff\x00\x01\xfe".as_slice()),
        ("words.csv", b"a word,another word\n1,2\n".as_slice()),
        ("open.csv", b"term,locale,field,variant,text\n\"x,en\n".as_slice()),
    ] {
        project.write(name, bytes);
        let before = project.snapshot();
        project.run(&["glossary", "import", name]).exits(2).says("nothing was imported");
        project.assert_is(&before, name);
    }
}

#[test]
fn a_name_is_made_of_the_source_text_where_the_file_has_only_numbers() {
    let project = empty();
    project.write("terms.csv", "id;en;es;definition\r\n17;Prime Minister;primer ministro;\"Head; of government\"\r\n18;Prime Minister!;;\r\n;الإمارة;;\r\n");
    project.run(&["glossary", "import", "terms.csv"]).exits(0);
    let en = project.read("glossary/en.ftl");
    assert!(en.contains("-prime-minister = Prime Minister\n    .definition = Head; of government\n"), "{en}");
    assert!(en.contains("-prime-minister-2 = Prime Minister!\n") && en.contains("-term-"), "{en}");
    // The same file again: the terms are known by their texts.
    project.run(&["glossary", "import", "terms.csv"]).exits(0).says("wrote 0 files");
}

#[test]
fn a_table_says_its_separator_and_names_each_term_once() {
    let project = TestProject::new(CONFIG);
    project.write("terms.csv", "sep=;\r\nid;en;es\r\nabc;Alpha;Uno\r\nabc;Beta;Dos\r\ndef;Gamma;Tres\r\n");
    let text = "the term `abc` stands in line 3 already; this row is left out";
    project.run(&["glossary", "import", "terms.csv"]).says(text).says("terms.csv:4");
    let glossary = project.read("glossary/en.ftl");
    assert!(glossary.contains("-abc = Alpha") && glossary.contains("-def = Gamma") && !glossary.contains("Beta"), "{glossary}");
}

#[test]
fn what_a_person_wrote_is_kept_unless_asked() {
    let project = project();
    project.run(&["glossary", "export", "--to", "csv", "--out", "terms.csv"]).exits(0);
    let table = project.read("terms.csv");
    let table = table
        .replace("emirate,ar,gender,,feminine", "emirate,ar,gender,,masculine")
        .replace("number=one\",эмират\r", "number=one\",княжество\r");
    let table = format!("{table}emirate,ru,forbidden,,ханство\r\nemirate,en,also,,\"a, \"\"b\"\"; c\"\r\n");
    project.write("terms.csv", table);
    let before = project.snapshot();
    let report = project.run(&["glossary", "import", "terms.csv", "--dry-run", "--format", "json"]).exits(1).json();
    project.assert_is(&before, "by a dry run");
    let fields = |key: &str| -> Vec<String> {
        report[key]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| format!("{}.{}", row["locale"].as_str().unwrap(), row["field"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        (fields("changed"), fields("conflicts")),
        (vec!["ru.forbidden".to_owned()], vec!["ar.gender".to_owned(), "en.also".to_owned(), "ru.form".to_owned()]),
        "{report:#}"
    );
    project.run(&["glossary", "import", "terms.csv"]).exits(1);
    let ru = project.read("glossary/ru.ftl");
    assert_eq!(ru, format!("{RU}    .forbidden = ханство\n"));
    assert_eq!(project.read("glossary/ar.ftl"), AR);
    project.run(&["glossary", "import", "terms.csv", "--overwrite"]).exits(0);
    assert!(
        project.read("glossary/ru.ftl").contains("княжество") && project.read("glossary/ar.ftl").contains(".gender = masculine")
    );
    project.run(&["undo", "--steps", "2"]).exits(0);
    project.assert_is(&before, "after undo");
}

#[test]
fn no_cell_of_a_table_can_be_executed() {
    let project = empty();
    let mut texts = Vec::new();
    for (nth, text) in
        ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\u{ff1d}1", "'=1", "\"=1\"", "a\"b,c"].into_iter().enumerate()
    {
        project.run(&["glossary", "add", &format!("t{nth}x"), text]).exits(0);
        texts.push(text);
    }
    let table = project.run(&["glossary", "export", "--to", "csv"]).exits(0).stdout;
    let script =
        "import csv,sys,io,json; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.read(), newline=''), strict=True))))";
    let mut python = Command::new("python3");
    python.args(["-c", script]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = python.spawn().expect("python3 is there");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), table.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let rows: Vec<Vec<String>> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(rows.len(), texts.len() + 1);
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}']), "{cell:?}");
    }
    let copy = empty();
    copy.write("terms.csv", &table);
    copy.run(&["glossary", "import", "terms.csv"]).exits(0);
    let list = copy.json(&["glossary", "list"]);
    let back: Vec<&str> =
        list["terms"].as_array().unwrap().iter().map(|term| term["entries"][0]["forms"][0]["text"].as_str().unwrap()).collect();
    assert_eq!(back, texts);
}

/// Pieces of texts that XML, CSV, Fluent or a spreadsheet would take for something else.
const ODD: [&str; 26] = [
    "word",
    "Ünïcode",
    "<b>",
    "</term>",
    "&amp;",
    "&",
    "]]>",
    "<!--",
    "\"",
    "''",
    ",",
    ";",
    "=1+1",
    "+1",
    "-x",
    "@now",
    "|",
    "%s",
    "\\u0041",
    "\\",
    "إمارة",
    "کتاب",
    "e\u{301}",
    "\u{2067}x\u{2069}",
    "漢字",
    "👩\u{200d}👩\u{200d}👧",
];

/// A dice of our own: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn text(&mut self) -> String {
        // Beginning with a letter, so that Fluent reads it as text on a line of its own too.
        let mut text = "w".to_owned();
        for _ in 0..=self.below(4) {
            let piece = ODD[self.below(ODD.len())];
            text.push_str(if self.below(2) == 0 { " " } else { "" });
            text.push_str(piece);
        }
        text.trim_end().to_owned()
    }

    fn list(&mut self, name: &str) -> String {
        let items: String = (0..=self.below(3)).map(|_| format!("        {}\n", self.text())).collect();
        format!("    .{name} =\n{items}")
    }

    fn term(&mut self, number: usize, is_source: bool) -> String {
        let mut term = if self.below(4) == 0 { format!("# {}\n", self.text()) } else { String::new() };
        term.push_str(&match self.below(3) {
            0 => format!("-t{number} = {}\n", self.text()),
            1 => format!(
                "-t{number} =\n    {{ $case ->\n        [genitive] {}\n       *[nominative] {}\n    }}\n",
                self.text(),
                self.text()
            ),
            _ => format!(
                "-t{number} =\n    {{ $number ->\n        [one] {}\n       *[other] {}\n    }}\n",
                self.text(),
                self.text()
            ),
        });
        for name in ["also", "forbidden"] {
            term.push_str(&if self.below(2) == 0 { self.list(name) } else { String::new() });
        }
        let mut say = |one_in: usize, field: String| {
            if self.below(one_in) == 0 {
                term.push_str(&field);
            }
        };
        say(4, "    .gender = feminine\n".to_owned());
        say(4, "    .status = deprecated\n".to_owned());
        say(4, "    .match =\n        case\n        word\n".to_owned());
        if is_source {
            say(4, "    .translate = no\n".to_owned());
            let definition = self.text();
            if self.below(2) == 0 {
                term.push_str(&format!("    .definition = {definition}\n"));
            }
        }
        term
    }
}

#[test]
fn whatever_a_glossary_holds_comes_back_from_every_format() {
    let mut dice = Dice(11);
    for round in 0..25 {
        let source = empty();
        let count = 1 + dice.below(5);
        for locale in ["en", "ru", "ar"] {
            let terms: Vec<String> = (0..count).map(|number| dice.term(number, locale == "en")).collect();
            source.write(&format!("glossary/{locale}.ftl"), terms.join("\n"));
        }
        let held = terms(&source);
        assert_eq!(held["terms"].as_array().unwrap().len(), count, "round {round}: {held:#}\n{}", source.read("glossary/en.ftl"));
        for format in ["tbx", "tbx-v2", "csv"] {
            let file = source.run(&["glossary", "export", "--to", format]).exits(0).stdout;
            let target = empty();
            target.write("terms", &file);
            target.run(&["glossary", "import", "terms"]).exits(0);
            assert_eq!(terms(&target), held, "round {round}, {format}:\n{file}\n{}", source.read("glossary/en.ftl"));
            let again = target.run(&["glossary", "export", "--to", format]).exits(0).stdout;
            assert_eq!(again, file, "round {round}, {format}");
        }
    }
}
