//! The same update by po4a, as Debian has it, in the two ways that are sensible.
//!
//! One `po4a` run with a PO file for each article and locale (one for all articles would have every edited paragraph compared with
//! all of the project), that updates the PO files and writes no translations; and, faster, `po4a-updatepo` for the edited
//! articles alone, as a build tool would call it that knows which they are.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::measure::{self, Measured};
use crate::project;

const MARKDOWN: [&str; 2] = ["markdown", "yfm_keys=title,description"];

/// Makes the project, `share` of `articles`, updates it in both ways and prints them and their ratios to `ours`.
pub fn compare(root: &Path, (articles, share): (usize, usize), locales: usize, ours: &Measured) {
    let installed = Command::new("po4a").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !installed.is_ok_and(|status| status.success()) {
        println!("po4a is not installed");
        return;
    }
    project::write(root, share, locales, crate::SECTIONS);
    fs::write(root.join("po4a.cfg"), config(share, locales)).expect("a file");
    let update_all = || measure::watch(po4a("po4a").args(["--no-translations", "po4a.cfg"]).current_dir(root));
    update_all();
    translate(root, share, locales);

    let scale = articles as f64 / share as f64;
    if share < articles {
        println!("po4a ran on {share} articles, {} edited; its times × {scale:.1}", crate::edited(share).count());
    }
    project::edit(root, crate::edited(share), crate::EDITED_UNITS);
    let all = update_all();
    project::edit(root, crate::edited(share), crate::EDITED_UNITS);
    let told = told(root, share, locales);
    let fuzzy =
        fs::read_to_string(root.join(po_path(0, project::LOCALES[0].0))).expect("po4a wrote it").matches("#, fuzzy").count();
    assert!(fuzzy > 1, "po4a saw the edits");
    for (name, run) in [("po4a", &all), ("po4a-updatepo, edited articles alone", &told)] {
        crate::line(name, run, scale);
        let ratio = |theirs: Duration, ours: Duration| theirs.as_secs_f64() * scale / ours.as_secs_f64();
        println!("{:<44} {:>8.0} {:>8.0}", "  times ours", ratio(run.time, ours.time), ratio(run.cpu, ours.cpu));
    }
}

fn po4a(program: &str) -> Command {
    let mut command = Command::new(program);
    // Messages in another language would cost it catalogs to look them up.
    command.env("LC_ALL", "C.UTF-8");
    command
}

fn config(articles: usize, locales: usize) -> String {
    let names: Vec<&str> = project::LOCALES[..locales].iter().map(|(name, _)| *name).collect();
    let mut config = format!(
        "[po4a_langs] {}\n[po4a_paths] po/$master.pot $lang:po/$master.$lang.po\n[options] --keep 0 --master-charset UTF-8\n",
        names.join(" ")
    );
    for number in 0..articles {
        let path = project::article_path(number);
        let options = MARKDOWN.map(|option| format!("-o {option}")).join(" ");
        let _ = writeln!(config, "[type: text] articles/{path} $lang:translated/$lang/{path} opt:\"{options}\"");
    }
    config
}

fn po_path(number: usize, locale: &str) -> String {
    let path = project::article_path(number);
    format!("po/{}.{locale}.po", path.rsplit('/').next().unwrap_or_default())
}

/// Updates the PO files of the edited articles alone.
fn told(root: &Path, share: usize, locales: usize) -> Measured {
    let mut total = Measured { time: Duration::ZERO, cpu: Duration::ZERO, peak_kilobytes: 0, code: 0 };
    for number in crate::edited(share) {
        let mut command = po4a("po4a-updatepo");
        command.args(["-f", "text", "-M", "UTF-8"]).current_dir(root);
        command.args(MARKDOWN.iter().flat_map(|option| ["-o", option]));
        command.args(["-m", &format!("articles/{}", project::article_path(number))]);
        for (locale, _) in &project::LOCALES[..locales] {
            command.args(["-p", &po_path(number, locale)]);
        }
        let run = measure::watch(&mut command);
        total.time += run.time;
        total.cpu += run.cpu;
        total.peak_kilobytes = total.peak_kilobytes.max(run.peak_kilobytes);
    }
    total
}

/// Fills every empty `msgstr` after the head.
fn translate(root: &Path, articles: usize, locales: usize) {
    for (locale, words) in &project::LOCALES[..locales] {
        for number in 0..articles {
            let path = root.join(po_path(number, locale));
            let text = fs::read_to_string(&path).expect("po4a wrote it");
            let filled: Vec<String> = text
                .split("\n\n")
                .enumerate()
                .map(|(nth, entry)| match entry.trim_end().strip_suffix("msgstr \"\"") {
                    Some(entry) if nth > 0 => {
                        let count = entry.split_whitespace().count();
                        let target: Vec<&str> = (0..count).map(|at| words[(nth + at) % words.len()]).collect();
                        format!("{entry}msgstr \"{}\"", target.join(" "))
                    }
                    _ => entry.trim_end().to_owned(),
                })
                .collect();
            fs::write(&path, filled.join("\n\n") + "\n").expect("a file");
        }
    }
}
