//! `tarjuman undo` and `tarjuman redo`

use std::io::Write;
use std::time::SystemTime;

use tarjuman::project::Project;
use tarjuman::workflow::{Error, JournalReport, PastCommand, UndoOptions, UndoReport};

use crate::cli::args::UndoArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Takes commands back.
pub fn undo(arguments: UndoArguments, console: &mut Console) -> Result<Verdict, Failure> {
    run("undo", "undone", Project::undo, arguments, console)
}

/// Makes commands again.
pub fn redo(arguments: UndoArguments, console: &mut Console) -> Result<Verdict, Failure> {
    run("redo", "redone", Project::redo, arguments, console)
}

fn run(
    verb: &str,
    done: &str,
    travel: fn(&Project, &UndoOptions) -> Result<UndoReport, Error>,
    arguments: UndoArguments,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    let project = console.project()?;
    if arguments.list {
        let report = project.journal(arguments.article.as_deref())?;
        if console.json() {
            json::write(&mut console.out, verb, &report)?;
        } else {
            write_list(&report, console)?;
        }
        return Ok(Verdict::Clean);
    }
    let options = UndoOptions { article: arguments.article, steps: arguments.steps, dry_run: arguments.dry_run };
    let report = travel(&project, &options)?;
    if console.json() {
        json::write(&mut console.out, verb, &report)?;
        return Ok(Verdict::Clean);
    }
    let (done, wrote) = if options.dry_run { (format!("would {verb}"), "would write") } else { (done.to_owned(), "wrote") };
    for command in &report.commands {
        writeln!(console.out, "{done}: {} ({})", safe(&command.command), plural(command.files.len(), "file"))?;
    }
    writeln!(console.out, "{wrote} {}", plural(report.written.len(), "file"))?;
    Ok(Verdict::Clean)
}

fn write_list(report: &JournalReport, console: &mut Console) -> Result<(), Failure> {
    if report.undoable.is_empty() && report.redoable.is_empty() {
        writeln!(console.out, "the journal is empty")?;
        return Ok(());
    }
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let row = |command: &PastCommand, undone: bool| {
        let state = if undone { "undone" } else { "" };
        vec![age(now, command.time), safe(&command.command).into_owned(), plural(command.files.len(), "file"), state.to_owned()]
    };
    let mut rows = vec![["when", "command", "files", ""].map(str::to_owned).to_vec()];
    rows.extend(report.redoable.iter().rev().map(|command| row(command, true)));
    rows.extend(report.undoable.iter().map(|command| row(command, false)));
    let style = console.style;
    text::write_table(&mut console.out, &rows, &style)?;
    Ok(())
}

/// How long ago something was, in the largest unit that fits.
fn age(now: u64, time: u64) -> String {
    let seconds = now.saturating_sub(time);
    match seconds {
        0..60 => "just now".to_owned(),
        60..3_600 => format!("{} min ago", seconds / 60),
        3_600..172_800 => format!("{} h ago", seconds / 3_600),
        _ => format!("{} days ago", seconds / 86_400),
    }
}
