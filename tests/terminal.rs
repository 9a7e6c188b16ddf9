//! The binary on a real terminal, which `script` (of util-linux) provides.

mod support;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::TestProject;

/// Runs a command on a terminal and gives what appeared there; `None` where there is no `script`.
fn on_terminal(project: &TestProject, arguments: &str) -> Option<String> {
    let line = format!("{} {arguments}", env!("CARGO_BIN_EXE_tarjuman"));
    let mut child = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(project.root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
            panic!("`{arguments}` hangs on a terminal");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "`{arguments}`: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_line_counts_the_articles_of_a_large_project_and_is_gone_in_the_end() {
    let project = TestProject::new(support::CONFIG);
    for article in 0..60 {
        project.write(&format!("articles/a{article}.md"), format!("# Article {article}\n"));
    }
    let Some(shown) = on_terminal(&project, "sync") else {
        eprintln!("skipped: there is no `script` to make a terminal");
        return;
    };
    assert!(shown.contains("\r25 of 60 articles"), "{shown}");
    assert!(shown.contains("\r\u{1b}[K"), "{shown}");
    assert!(shown.contains("wrote"), "{shown}");
    assert!(on_terminal(&project, "sync").unwrap().contains("in step: 60 articles"));
    assert!(on_terminal(&project, "sync --quiet").unwrap().trim().starts_with("in step"));
}
