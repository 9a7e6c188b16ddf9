//! From arguments to an exit code.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tarjuman::base::Diagnostic;
use tarjuman::project::Project;
use tarjuman::project::stamp::Stamp;
use tarjuman::workflow::Error;

use super::args::{Arguments, Command, Format, Shared};
use super::commands;
use super::progress;
use super::render::{Style, text};

/// What a command came to, if it could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Done and clean.
    Clean,
    /// Done, but with findings, something skipped or held back, or not fresh under `--check`.
    Findings,
}

impl Verdict {
    /// Findings if `found`.
    pub fn findings_if(found: bool) -> Self {
        if found { Verdict::Findings } else { Verdict::Clean }
    }
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The workflow failed.
    Workflow(Error),
    /// The arguments make no sense together.
    Usage(String),
    /// A merge for git failed.
    Driver(Error),
    /// Writing to stdout failed; a closed pipe is no failure to speak of.
    Output(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Workflow(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

/// What every command gets: where to print and how.
pub struct Console {
    /// Results.
    pub out: Box<dyn Write>,
    /// Talk; written through [`Console::talk`], so that it comes after the results before it.
    talk: Box<dyn Write>,
    /// Colours and isolation of right-to-left text.
    pub style: Style,
    /// The shared flags.
    pub shared: Shared,
}

impl Console {
    fn new(shared: Shared) -> Self {
        let style = Style::of(shared.color, shared.format);
        let talk: Box<dyn Write> = if shared.quiet { Box::new(io::sink()) } else { Box::new(io::stderr()) };
        Self { out: Box::new(io::BufWriter::new(io::stdout().lock())), talk, style, shared }
    }

    /// Where talk goes; results so far are shown first.
    pub fn talk(&mut self) -> io::Result<&mut dyn Write> {
        self.out.flush()?;
        Ok(&mut *self.talk)
    }

    /// Writes findings after the results.
    pub fn write_findings(&mut self, findings: &[Diagnostic]) -> io::Result<()> {
        let style = self.style;
        text::write_diagnostics(self.talk()?, findings, &style)
    }

    /// Whether results are wanted as JSON.
    pub fn json(&self) -> bool {
        self.shared.format == Format::Json
    }

    /// Whether results are wanted as a page.
    pub fn html(&self) -> bool {
        self.shared.format == Format::Html
    }

    /// The project around the folder named on the command line, or around the current one.
    pub fn project(&self) -> Result<Project, Failure> {
        let mut project = Project::open(&self.dir()).map_err(Error::from)?;
        if !self.shared.quiet {
            project.progress = progress::on_terminal();
            project.notices = progress::notices();
        }
        // Builds of one version may differ while somebody works on the program.
        if let Some(stamp) = std::env::current_exe().ok().and_then(|path| Stamp::of(&path).ok().flatten()) {
            project.program.push_str(&format!(" {} {}", stamp.size, stamp.modified));
        }
        Ok(project)
    }

    /// The folder named on the command line, or the current one.
    pub fn dir(&self) -> PathBuf {
        self.shared.project.clone().unwrap_or_else(|| PathBuf::from("."))
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut console = Console::new(arguments.shared);
    let result = dispatch(arguments.command, &mut console).and_then(|verdict| {
        console.out.flush()?;
        console.talk.flush()?;
        Ok(verdict)
    });
    match result {
        Ok(Verdict::Clean) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let style = Style::for_errors(console.shared.color);
            // Nothing can be done about a stderr that does not take the message.
            let _ = text::write_failure(&mut io::stderr().lock(), &failure, &style);
            // git takes any code up to 128 for a conflict that is marked in the file.
            ExitCode::from(if matches!(failure, Failure::Driver(_)) { 129 } else { 2 })
        }
    }
}

fn dispatch(command: Command, console: &mut Console) -> Result<Verdict, Failure> {
    if console.html() && !matches!(&command, Command::Status(arguments) if !arguments.corrections && !arguments.published) {
        let message = "`--format html` is for `tarjuman status`, without `--corrections` or `--published`";
        return Err(Failure::Usage(message.to_owned()));
    }
    match command {
        Command::Init(arguments) => commands::init::run(arguments, console),
        Command::AddLocale(arguments) => commands::locales::add(arguments, console),
        Command::RemoveLocale(arguments) => commands::locales::remove(arguments, console),
        Command::Sync(arguments) => commands::sync::run(arguments, console),
        Command::Status(arguments) => commands::status::run(arguments, console),
        Command::Diff(arguments) => commands::diff::run(arguments, console),
        Command::Todo(arguments) => commands::todo::run(arguments, console),
        Command::Check(arguments) => commands::check::run(arguments, console),
        Command::Set(arguments) => commands::set::run(arguments, console),
        Command::Confirm(arguments) => commands::confirm::run(arguments, console),
        Command::Reject(arguments) => commands::reject::run(arguments, console),
        Command::Verdict(arguments) => commands::verdict::run(arguments, console),
        Command::Find(arguments) => commands::find::run(arguments, console),
        Command::Glossary(arguments) => commands::glossary::run(arguments, console),
        Command::Explain(arguments) => commands::explain::run(arguments, console),
        Command::Publish(arguments) => commands::publish::run(arguments, console),
        Command::Withdraw(arguments) => commands::withdraw::run(arguments, console),
        Command::Rename(arguments) => commands::rename::run(arguments, console),
        Command::Retire(arguments) => commands::retire::run(arguments, console),
        Command::Compact(arguments) => commands::compact::run(arguments, console),
        Command::MergeDriver(arguments) => commands::merge_driver::run(arguments, console),
        Command::Textconv(arguments) => commands::textconv::run(arguments, console),
        Command::History(arguments) => commands::history::history(arguments, console),
        Command::Restore(arguments) => commands::history::restore(arguments, console),
        Command::Undo(arguments) => commands::undo::undo(arguments, console),
        Command::Redo(arguments) => commands::undo::redo(arguments, console),
        Command::Completions(arguments) => commands::completions::run(arguments, console),
        Command::Man(arguments) => commands::man::run(arguments, console),
    }
}
