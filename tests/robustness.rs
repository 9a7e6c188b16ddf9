//! What the binary does with broken files, hostile names and a hostile environment: a finding with its place, everything else
//! done, and never a byte written where none should be.

mod support;

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use support::{Run, TestProject};

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ru\"]\n\n[[articles]]\nroot = \"articles\"\n";
const DEPTH: usize = 50_000;

/// Two articles, synced; then the second one is edited, so that there is something to do besides the broken one.
fn two_articles() -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/one.md", "# One\n\nFirst text here.\n\nSecond text here.\n");
    project.write("articles/two.md", "# Two\n\nOther text here.\n");
    project.write("glossary/es.ftl", "-taliban = talibán\n");
    project.run(&["sync"]).exits(0);
    project.write("articles/two.md", "# Two\n\nOther text here.\n\nA third one.\n");
    project
}

/// The files of article `two` are in step with its text.
fn second_article_is_done(project: &TestProject) -> bool {
    project.read("locales/es/two.ftl").contains("[source] A third one.")
}

/// The line of stderr that says where a finding of this code stands.
fn place_of(run: &Run, code: &str) -> Option<String> {
    let mut lines = run.stderr.lines().skip_while(|line| !line.contains(&format!("[{code}]")));
    lines.nth(1).map(|line| line.trim().trim_start_matches("--> ").to_owned())
}

/// What is wrong with a file: the name of the damage, and the bytes that are appended to it.
fn damages(path: &str) -> [(&'static str, Vec<u8>); 4] {
    let deep = match path.rsplit('.').next().unwrap() {
        "md" => format!("\n{} deep\n", ">".repeat(DEPTH)),
        "ftl" => format!("\ndeep = {}$x{}\n", "{".repeat(DEPTH), "}".repeat(DEPTH)),
        _ => format!("\n[deep]\nx = {}{}\n", "[".repeat(DEPTH), "]".repeat(DEPTH)),
    };
    let conflict = "\n<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n";
    [
        ("invalid-utf8", b"\nok\n\xFF\xFE\n".to_vec()),
        ("nul-byte", b"\nok\n\0\n".to_vec()),
        ("conflict-markers", conflict.as_bytes().to_vec()),
        ("deep", deep.into_bytes()),
    ]
}

// Broken files

#[test]
fn a_broken_file_costs_its_article_and_nothing_else() {
    let files = [
        "articles/one.md",
        "locales/en/one.ftl",
        "locales/es/one.ftl",
        "locales/en/one.ledger.toml",
        "locales/es/one.ledger.toml",
    ];
    for path in files {
        for (damage, bytes) in damages(path).into_iter().take(3) {
            let project = two_articles();
            let mut broken = fs::read(project.path(path)).unwrap();
            broken.extend(&bytes);
            project.write(path, &broken);
            let before = project.snapshot();

            let run = project.run(&["sync"]).exits(1);
            let place = place_of(&run, damage).unwrap_or_else(|| panic!("{damage} in {path} is not said: {run:#?}"));
            let line = place.strip_prefix(&format!("{path}:")).unwrap_or_else(|| panic!("{place}"));
            assert!(line.split(':').next().unwrap().parse::<usize>().unwrap() > 1, "{place}");
            assert!(second_article_is_done(&project), "{damage} in {path} keeps the other article from being done");
            for (file, bytes) in project.snapshot().iter().filter(|(file, _)| file.contains("/one.")) {
                assert_eq!(before.get(file), Some(bytes), "{file} was touched: {damage} in {path}");
            }
            let after = project.snapshot();
            for verb in [
                &["status"][..],
                &["diff"],
                &["todo", "es"],
                &["find", "text"],
                &["publish", "--to", "markdown", "--draft", "--dry-run"],
            ] {
                let run = project.run(verb).exits(1);
                assert!(run.stderr.contains(path), "{run:?}");
            }
            project.run(&["sync"]).exits(1);
            project.assert_is(&after, "a second sync writes");
        }
    }
}

#[test]
fn nesting_of_any_depth_is_a_finding() {
    let files = [
        "articles/one.md",
        "locales/en/one.ftl",
        "locales/es/one.ftl",
        "locales/en/one.ledger.toml",
        "locales/es/one.ledger.toml",
    ];
    for path in files {
        let project = two_articles();
        let (_, bytes) = damages(path).into_iter().nth(3).unwrap();
        let mut broken = fs::read(project.path(path)).unwrap();
        broken.extend(&bytes);
        project.write(path, &broken);
        let before = project.snapshot();
        let run = project.run(&["sync"]).exits(1);
        assert!(run.stderr.contains(&format!("--> {path}:")), "{run:?}");
        assert!(second_article_is_done(&project));
        let text = String::from_utf8(bytes).unwrap();
        assert!(project.read(path).contains(text.trim()), "what is nested too deep is kept byte for byte");
        for (file, bytes) in project.snapshot().iter().filter(|(file, _)| file.contains("/one.")) {
            assert_eq!(before.get(file), Some(bytes), "{file} was touched: {path}");
        }
    }
}

#[test]
fn markdown_nested_in_every_way_ends_in_a_finding_and_not_in_a_crash() {
    let patterns =
        ["> ", "- ", "1. ", "[", "*", "_a", "`", "<a>", "{% x %}", ":::x\n", "{{< x >}}", "(", "$", "<!-- tarjuman: skip -->\n"];
    for pattern in patterns {
        let project = two_articles();
        project.write("articles/one.md", format!("# One\n\n{}x\n", pattern.repeat(DEPTH)));
        let started = Instant::now();
        let run = project.run(&["sync"]);
        assert!(run.code < 2, "{pattern}: {}", run.stderr);
        assert!(second_article_is_done(&project), "{pattern}");
        assert!(started.elapsed() < Duration::from_secs(60), "{pattern}: {:?}", started.elapsed());
    }
}

#[test]
fn a_broken_glossary_is_a_finding() {
    for (damage, bytes) in damages("glossary/es.ftl") {
        let project = two_articles();
        let before = [project.read("glossary/es.ftl").as_bytes(), &bytes].concat();
        project.write("glossary/es.ftl", &before);
        for verb in [&["sync"][..], &["status"], &["publish", "--to", "markdown", "--draft"]] {
            let run = project.run(verb).exits(1);
            assert!(run.stderr.contains("glossary/es.ftl:"), "{damage}: {run:?}");
        }
        assert_eq!(fs::read(project.path("glossary/es.ftl")).unwrap(), before);
        assert!(project.read("locales/ru/two.ftl").contains("[source] A third one."), "{damage}: ru has nothing to do with it");
    }
}

#[test]
fn nothing_is_said_of_a_unit_whose_files_may_not_be_written() {
    for path in ["glossary/es.ftl", "locales/es/one.ftl", "locales/es/one.ledger.toml", "locales/en/one.ftl", "articles/one.md"] {
        let project = two_articles();
        let unit = project.json(&["explain", "one"])["units"][1]["unit"].as_str().unwrap().to_owned();
        let address = format!("one#{unit}");
        project.run(&["set", "es", &address, "Primero."]).exits(0);
        project.replace("articles/one.md", "First text", "First long text");
        project.run(&["sync"]).exits(0);
        let (_, bytes) = damages(path).into_iter().nth(2).unwrap();
        let broken = [fs::read(project.path(path)).unwrap(), bytes].concat();
        project.write(path, broken);
        let before = project.snapshot();
        for verb in
            [&["set", "es", &address, "Otro."][..], &["confirm", "es", &address], &["reject", "es", &address, "--why", "no"]]
        {
            let run = project.run(verb).exits(2);
            assert!(run.stdout.is_empty() && run.stderr.contains(path), "{run:?}");
            project.assert_is(&before, path);
        }
    }
}

#[test]
fn a_broken_configuration_stops_everything() {
    let wrong: [(&str, &[u8]); 7] = [
        ("conflict-markers", b"\n<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n"),
        ("invalid-utf8", b"\n# \xFF\n"),
        ("nul-byte", b"\n# \0\n"),
        ("tarjuman.toml:", b"\n[publish\n"),
        ("tarjuman.toml:", b"\n[publish]\nstate = \"done\"\n"),
        ("tarjuman.toml:", b"\n[publish]\nstale = 7\n"),
        ("tarjuman.toml:", b"\n[[articles]]\nroot = \"articles\"\nflavour = \"word\"\n"),
    ];
    let nested = format!("\nx = {}{}\n", "[".repeat(DEPTH), "]".repeat(DEPTH));
    for (says, bytes) in wrong.into_iter().chain([("tarjuman.toml:", nested.as_bytes())]) {
        let project = two_articles();
        project.write("tarjuman.toml", [CONFIG.as_bytes(), bytes].concat());
        let before = project.snapshot();
        for verb in [&["sync"][..], &["status"], &["publish", "--to", "markdown"], &["add-locale", "de"]] {
            project.run(verb).exits(2).says(says).says("tarjuman.toml:").says("help: ");
        }
        project.assert_is(&before, "");
    }
}

#[test]
fn an_emptied_article_does_not_retire_what_is_translated() {
    let project = two_articles();
    for (unit, text) in [("h-one-", "Uno"), ("p-first-text-here-", "Primero."), ("p-second-text-here-", "Segundo.")] {
        let catalog = project.read("locales/es/one.ftl");
        let line = catalog.lines().find(|line| line.starts_with(&format!("# [todo] {unit}"))).unwrap();
        let id = line.trim_start_matches("# [todo] ");
        project.replace("locales/es/one.ftl", line, &format!("{id} {text}"));
    }
    project.run(&["sync"]).exits(0);
    project.write("articles/one.md", "");
    let before = project.snapshot();
    project.run(&["sync", "one"]).exits(1).says("mass-retirement").says("--yes");
    project.assert_is(&before, "");
    project.run(&["sync", "one", "--yes"]).exits(0);
    assert!(project.read("locales/es/one.ledger.toml").contains("Segundo."), "the translations wait in the ledger");
    project.write("articles/one.md", "# One\n\nFirst text here.\n\nSecond text here.\n");
    project.run(&["sync", "one"]).exits(0);
    project.run(&["status", "one", "--locale", "es", "--check"]).exits(0);
}

#[test]
fn empty_and_enormous_articles_are_simply_processed() {
    let project = two_articles();
    project.write("articles/empty.md", "");
    project.write("articles/white.md", "\n \n\t\n");
    project.write("articles/line.md", "word ".repeat(200_000));
    project.write("articles/word.md", "w".repeat(1_000_000));
    project.write("articles/sentences.md", "Some text *and* a [link](x) here. ".repeat(10_000));
    let started = Instant::now();
    project.run(&["sync"]).exits(0);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
    project.run(&["sync", "--check"]).exits(0);
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(0);
    for name in ["empty", "white", "line", "word", "sentences"] {
        assert_eq!(project.read(&format!("public/markdown/en/{name}.md")), project.read(&format!("articles/{name}.md")));
    }
}

// A hostile environment

#[test]
fn a_folder_where_a_file_is_expected_stops_everything() {
    for path in ["locales/en/two.ftl", "locales/es/two.ftl", "locales/es/two.ledger.toml", "glossary/es.ftl", "tarjuman.toml"] {
        let project = two_articles();
        project.remove(path);
        fs::create_dir(project.path(path)).unwrap();
        let before = project.snapshot();
        project.run(&["sync"]).exits(2).says(path);
        project.assert_is(&before, path);
    }
    let project = two_articles();
    fs::create_dir_all(project.path("published/markdown/two.toml")).unwrap();
    let before = project.snapshot();
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says("published/markdown/two.toml");
    project.assert_is(&before, "");
    let project = two_articles();
    fs::create_dir_all(project.path("public/markdown/en/two.md")).unwrap();
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says("public/markdown/en/two.md");
    assert!(!project.path("published").exists() && !project.path("public/markdown/en/one.md").exists());
}

#[test]
fn a_file_where_a_folder_is_expected_stops_everything() {
    for path in ["locales", "locales/es", ".tarjuman"] {
        let project = two_articles();
        fs::remove_dir_all(project.path(path)).unwrap();
        project.write(path, "a file");
        let before = project.snapshot();
        project.run(&["sync"]).exits(2).says(path);
        project.assert_is(&before, path);
        assert_eq!(project.read(path), "a file");
    }
    let project = two_articles();
    project.write("public", "a file");
    let before = project.snapshot();
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says("public");
    project.assert_is(&before, "");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_or_file_stops_what_writes_and_nothing_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |project: &TestProject, path: &str, mode: u32| {
        fs::set_permissions(project.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    for (path, read_only, usual) in [("locales/es", 0o555, 0o755), ("locales/es/two.ftl", 0o444, 0o644)] {
        let project = two_articles();
        mode(&project, path, read_only);
        let before = project.snapshot();
        project.run(&["sync"]).exits(2).says("read-only").says("locales/es");
        project.assert_is(&before, path);
        for verb in [
            &["status"][..],
            &["diff"],
            &["todo", "es"],
            &["sync", "--dry-run"],
            &["publish", "--to", "markdown", "--draft", "--dry-run"],
        ] {
            project.run(verb).exits(0);
        }
        mode(&project, path, usual);
    }
    // A project that is read-only as a whole.
    let project = two_articles();
    fs::remove_dir_all(project.path(".tarjuman")).unwrap();
    mode(&project, ".", 0o555);
    let before = project.snapshot();
    project.run(&["status"]).exits(0).says("not yet synced: 1 edit");
    project.run(&["todo", "es"]).exits(0);
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2);
    assert!(!project.path(".tarjuman").exists());
    project.assert_is(&before, "");
    mode(&project, ".", 0o755);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_project_are_not_followed() {
    use std::os::unix::fs::symlink;
    let hostile: [(&str, bool); 7] = [
        ("articles/two.md", false),
        ("locales/es/two.ftl", false),
        ("locales/es/two.ledger.toml", false),
        ("glossary/es.ftl", false),
        ("locales", true),
        ("locales/es", true),
        ("articles", true),
    ];
    for (path, is_folder) in hostile {
        let project = two_articles();
        let target = project.outside().join("sentinel");
        let full = project.path(path);
        if is_folder {
            fs::remove_dir_all(&full).unwrap();
            fs::create_dir(&target).unwrap();
            fs::write(target.join("two.md"), "# Secret\n").unwrap();
        } else {
            fs::remove_file(&full).unwrap();
            fs::write(&target, "# Secret\n\nsecret = yes\n").unwrap();
        }
        symlink(&target, &full).unwrap();
        let before = project.snapshot();
        let run = project.run(&["sync"]);
        assert!(run.code > 0, "{path}: {run:?}");
        assert!(run.stderr.contains(path), "{path}: {run:?}");
        let outside = |files: std::collections::BTreeMap<String, Vec<u8>>| {
            files.into_iter().filter(|(path, _)| path.starts_with("sentinel")).collect::<Vec<_>>()
        };
        assert_eq!(outside(project.snapshot()), outside(before.clone()), "{path}");
        let copied = project.snapshot().iter().any(|(path, bytes)| {
            !path.starts_with("sentinel") && String::from_utf8_lossy(bytes).to_lowercase().contains("secret")
        });
        assert!(!copied, "{path}: what stands outside was read");
    }
    for path in ["public", "published", ".tarjuman"] {
        let project = two_articles();
        project.run(&["sync"]).exits(0);
        let target = project.outside().join("sentinel");
        fs::create_dir(&target).unwrap();
        if project.path(path).exists() {
            fs::remove_dir_all(project.path(path)).unwrap();
        }
        symlink(&target, project.path(path)).unwrap();
        project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says(path);
        assert_eq!(fs::read_dir(&target).unwrap().count(), 0, "{path}");
    }
}

// Names

#[test]
fn locales_that_are_none_are_refused() {
    let codes = [
        "../x",
        "en/../..",
        "..",
        ".",
        "",
        " ",
        "e s",
        "es/",
        "/es",
        "es\\\\x",
        "C",
        "POSIX",
        "x",
        "1",
        "-",
        "_",
        "zz-",
        "-es",
        "es--MX",
        "es-",
        "es.UTF-8",
        "es_MX.UTF-8",
        "es@euro",
        "e\\u0000s",
        "e\\u001Bs",
        "e\\u202Es",
        "è",
        "пс",
        "پښتو",
        "abcdefghi",
        "en-abcdefghi",
        "en-€",
        "con:",
        "nul.txt",
        ".git",
        "git~1",
        "*",
        "en,es",
        "en es",
        "{es}",
    ];
    assert_eq!(codes.len(), 40);
    for code in codes {
        let project = TestProject::new(&format!(
            "source-locale = \"en\"\ntarget-locales = [\"{code}\"]\n\n[[articles]]\nroot = \"articles\"\n"
        ));
        project.write("articles/one.md", "# One\n");
        let before = project.snapshot();
        project.run(&["sync"]).exits(2).says("tarjuman.toml:2:").says("help: ");
        project.assert_is(&before, code);
    }
    let project = two_articles();
    let before = project.snapshot();
    for code in ["../x", "en/../..", "", ".git", "e\u{1B}s"] {
        for verb in [&["todo", code][..], &["add-locale", code], &["status", "--locale", code], &["set", code, "one#title", "x"]]
        {
            project.run(verb).exits(2);
        }
    }
    project.assert_is(&before, "");
}

#[test]
fn two_names_of_one_locale_are_refused() {
    for pair in ["\"prs\", \"fa-AF\"", "\"es\", \"ES\"", "\"es\", \"en\"", "\"zh-hans\", \"zh-Hans\""] {
        let project = TestProject::new(&format!(
            "source-locale = \"en\"\ntarget-locales = [{pair}]\n\n[[articles]]\nroot = \"articles\"\n"
        ));
        project.write("articles/one.md", "# One\n");
        let before = project.snapshot();
        project.run(&["sync"]).exits(2).says("tarjuman.toml:2:").says("help: ");
        project.assert_is(&before, pair);
    }
    let project = TestProject::new(&CONFIG.replace("\"ru\"", "\"fa-AF\""));
    project.write("articles/one.md", "# One\n");
    project.run(&["sync"]).exits(0);
    let before = project.snapshot();
    assert!(project.run(&["add-locale", "prs"]).code < 2, "it is there already");
    project.assert_is(&before, "");
}

#[test]
fn folders_of_git_and_folders_outside_are_refused() {
    for folder in [
        ".git/articles",
        ".GIT",
        "git~1",
        "GIT~1/x",
        ".git.",
        ".git ",
        "a/.Git/b",
        ".g\\u200Cit",
        "../x",
        "a/../../x",
        "/etc",
        "C:\\\\x",
    ] {
        for config in [
            format!("source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"{folder}\"\n"),
            format!("{CONFIG}\n[publish]\nout = \"{folder}\"\n"),
        ] {
            let project = TestProject::new(&config);
            project.write("articles/one.md", "# One\n");
            project.write(".git/articles/one.md", "# Hidden\n");
            project.write("GIT~1/x/one.md", "# Hidden\n");
            let before = project.snapshot();
            project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says("tarjuman.toml:").says("help: ");
            project.assert_is(&before, folder);
        }
    }
    // What git keeps is no article either, wherever it lies.
    let project = two_articles();
    for folder in [".git", "sub/.GIT", "git~1", "x/GIT~1"] {
        project.write(&format!("articles/{folder}/hidden.md"), "# Hidden\n");
    }
    let run = project.run(&["sync"]);
    assert!(!run.stdout.contains("hidden"), "{run:?}");
    assert!(!project.snapshot().keys().any(|path| path.contains("locales") && path.contains("hidden")));
}

#[test]
fn publishing_goes_neither_into_git_nor_among_the_sources() {
    let project = two_articles();
    project.run(&["sync"]).exits(0);
    fs::create_dir_all(project.path(".git/hooks")).unwrap();
    fs::create_dir_all(project.outside().join("other/.git")).unwrap();
    let absolute = project.outside().join("other/.git").display().to_string();
    let before = project.snapshot();
    for out in [".git", ".git/hooks", "public/../.git", ".GIT", "git~1", "../other/.git", &absolute, "articles", "locales", "."] {
        project.run(&["publish", "--to", "markdown", "--locale", "en", "--out", out]).exits(2);
        project.assert_is(&before, out);
        assert_eq!(fs::read_dir(project.path(".git/hooks")).unwrap().count(), 0, "{out}");
        assert_eq!(fs::read_dir(project.path(".git")).unwrap().count(), 1, "{out}");
        assert_eq!(fs::read_dir(&absolute).unwrap().count(), 0, "{out}");
    }
    // A folder elsewhere that a person names is theirs to name.
    project.run(&["publish", "--to", "markdown", "--locale", "en", "--out", "../site"]).exits(0);
    assert!(project.outside().join("site/en/one.md").exists());
}

#[cfg(unix)]
#[test]
fn files_with_hostile_names_are_findings_and_no_articles() {
    let names = ["-rf", "a\tb", "e\u{1B}[31mx", "a#b", "con", "rtl\u{202E}x", "a\nb", "a:b", "a\\b", "trailing."];
    for name in names {
        let project = two_articles();
        project.write(&format!("articles/{name}.md"), "# Hostile\n");
        let before = project.snapshot();
        let run = project.run(&["sync"]);
        assert_eq!(run.code, 1, "{name:?}: {run:?}");
        assert!(run.stderr.contains("article-name"), "{name:?}: {run:?}");
        assert_clean(&run);
        assert!(second_article_is_done(&project));
        let catalogs = |files: std::collections::BTreeMap<String, Vec<u8>>| {
            files.into_keys().filter(|path| path.contains("locales/")).collect::<Vec<_>>()
        };
        assert_eq!(catalogs(project.snapshot()), catalogs(before), "{name:?}");
    }
    let project = two_articles();
    let before = project.snapshot();
    for name in ["../x", "a/../../x", ".git/x", "-x", "a\u{1B}b", "con", "x/", "/x", ""] {
        project.run(&["rename", "--", "one", name]).exits(2);
    }
    for address in ["../x#title", "one#../x", "one#", "#title", "one#a b", "one#\u{1B}"] {
        project.run(&["explain", address]).exits(2);
        assert_clean(&project.run(&["set", "es", address, "x"]).exits(2));
    }
    project.assert_is(&before, "");
}

// What is printed

/// Nothing printed can drive a terminal or turn the direction of what follows.
#[track_caller]
fn assert_clean(run: &Run) {
    for (name, stream) in [("stdout", &run.stdout), ("stderr", &run.stderr)] {
        let raw = stream.chars().find(|c| {
            (c.is_control() && *c != '\n') || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
        });
        assert_eq!(raw, None, "{name} of `{}`: {stream:?}", run.command);
        let (mut open, mut worst) = (0i32, 0i32);
        for c in stream.chars() {
            open += match c {
                '\u{2066}'..='\u{2068}' => 1,
                '\u{2069}' => -1,
                _ => 0,
            };
            worst = worst.min(open);
            assert!(c != '\n' || open == 0, "an isolate is open at a line's end: {stream:?}");
        }
        assert_eq!((open, worst), (0, 0), "isolates of {name} of `{}`: {stream:?}", run.command);
    }
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let hostile = "\u{1B}[2J\u{7}\u{8}\u{9B}31m\u{202E}\u{200F}\u{2067}\u{2069}\u{61C}\u{7F}";
    let project = TestProject::new(CONFIG);
    project.write(
        "articles/one.md",
        format!("# Title {hostile}\n\nText {hostile} here.\n\n<!-- tarjuman: note {hostile} -->\n\nMore of it.\n"),
    );
    assert_clean(&project.run(&["sync"]));
    let units = project.json(&["explain", "one"]);
    let unit = units["units"][1]["unit"].as_str().unwrap().to_owned();
    let address = format!("one#{unit}");
    let text = hostile.replace(['\u{8}', '\u{7F}'], "");
    assert_clean(&project.run(&["set", "es", &address, &format!("Hola {text}"), "--by", &format!("N {text}")]));
    assert_clean(&project.run(&["set", "ru", &address, "Привет"]));
    project.write("articles/one.md", project.read("articles/one.md").replace("here", "there"));
    assert_clean(&project.run(&["sync"]));
    assert_clean(&project.run(&["reject", "ru", &address, "--why", &text]));
    project.replace("locales/ru/one.ftl", &format!("{unit} ="), &format!("# [question] {text}?\n{unit} ="));
    let verbs: [&[&str]; 12] = [
        &["status"],
        &["diff"],
        &["todo", "es"],
        &["todo", "ru"],
        &["explain", &address],
        &["explain", "one"],
        &["find", "hola"],
        &["find", "text"],
        &["publish", "--to", "markdown", "--dry-run"],
        &["publish", "--to", "markdown", "--draft", "--dry-run"],
        &["sync", "--dry-run"],
        &["compact", "--dry-run"],
    ];
    for verb in verbs {
        assert_clean(&project.run(verb));
        assert_clean(&project.run(&[verb, &["--color", "never"]].concat()));
    }
    for name in [format!("x{text}"), "x\u{1B}]0;owned\u{7}".to_owned()] {
        for verb in [&["sync", &name][..], &["explain", &name], &["find", "x", &name], &["--project", &name, "status"]] {
            assert_clean(&project.run(verb).exits(2));
        }
    }
}

#[test]
fn json_holds_content_as_it_is_but_no_raw_control_characters() {
    let project = TestProject::new(CONFIG);
    project.write("articles/one.md", "# Title \u{1B}[2J\n\nText \u{7} here.\n");
    project.run(&["sync"]).exits(0);
    let run = project.run(&["todo", "es", "--format", "json"]).exits(0);
    assert!(!run.stdout.chars().any(|c| c.is_ascii_control() && c != '\n'), "{:?}", run.stdout);
    assert!(run.json()["items"][0]["source"][0].as_str().unwrap().contains("u001B"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let project = two_articles();
    project.write("articles/long.md", (0..3000).map(|n| format!("Paragraph {n} of a long article.\n\n")).collect::<String>());
    project.run(&["sync"]).exits(0);
    for verb in [&["todo", "es"][..], &["explain", "long"], &["find", "paragraph"], &["todo", "es", "--format", "json"]] {
        let mut child = project.command(verb).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{verb:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{verb:?}");
    }
}

// Dry runs

#[test]
fn a_dry_run_writes_nothing() {
    let project = two_articles();
    project.run(&["sync"]).exits(0);
    let unit = project.json(&["explain", "one"])["units"][1]["unit"].as_str().unwrap().to_owned();
    let address = format!("one#{unit}");
    project.run(&["set", "es", &address, "Primero."]).exits(0);
    project.replace("articles/one.md", "First text", "First long text");
    project.run(&["sync"]).exits(0);
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(0);
    project.replace("articles/one.md", "Second text", "Another text");
    project.write("articles/gone.md", "# Gone\n");
    project.run(&["sync", "gone"]).exits(0);
    project.remove("articles/gone.md");
    fs::remove_dir_all(project.path(".tarjuman")).unwrap();
    let before = project.snapshot();
    let verbs: [&[&str]; 13] = [
        &["sync"],
        &["sync", "--yes"],
        &["set", "es", &address, "Otro."],
        &["confirm", "es", &address],
        &["reject", "es", &address, "--why", "no"],
        &["verdict", &address, "--impact", "none"],
        &["publish", "--to", "markdown", "--draft"],
        &["publish", "--to", "markdown"],
        &["rename", "one", "uno"],
        &["retire", "gone"],
        &["compact"],
        &["add-locale", "de"],
        &["remove-locale", "es"],
    ];
    for verb in verbs {
        let run = project.run(&[verb, &["--dry-run"]].concat());
        assert!(run.code < 2, "{run:#?}");
        project.assert_is(&before, &format!("{verb:?}"));
        assert!(!project.path(".tarjuman").exists(), "{verb:?}");
    }
    let empty = TestProject::empty();
    empty.run(&["init", "--targets", "es", "--dry-run"]).exits(0);
    assert!(empty.snapshot().is_empty());
    // The same commands without the flag do write.
    for verb in verbs.iter().filter(|verb| verb[0] != "confirm") {
        let before = project.snapshot();
        let run = project.run(verb);
        assert!(run.code < 2, "{run:#?}");
        let may_be_done = ["compact", "sync", "verdict"].contains(&verb[0]);
        assert!(may_be_done || project.snapshot() != before, "{verb:?} has nothing to do in this test");
    }
}
