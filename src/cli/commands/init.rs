//! `tarjuman init`

use std::io::Write;

use tarjuman::project::{OpenError, load};
use tarjuman::workflow::{Error, GitReport, InitOptions, InitReport, init, init_git};

use crate::cli::args::InitArguments;
use crate::cli::render::{json, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Begins a project. Asks nothing: everything has a flag and a default. With `--git`, a project that is there already is no fault.
pub fn run(arguments: InitArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = InitOptions {
        source: arguments.source,
        targets: arguments.targets,
        articles: arguments.articles,
        dry_run: arguments.dry_run,
    };
    if arguments.git {
        return run_with_git(&options, console);
    }
    let report = init(&console.dir(), &options)?;
    if console.json() {
        json::write(&mut console.out, "init", &report)?;
        return Ok(Verdict::Clean);
    }
    if options.dry_run {
        write!(console.out, "{}", report.config)?;
        return Ok(Verdict::Clean);
    }
    write_begun(&report, &options, console)?;
    Ok(Verdict::Clean)
}

fn write_begun(report: &InitReport, options: &InitOptions, console: &mut Console) -> Result<(), Failure> {
    for path in &report.written {
        writeln!(console.out, "wrote {}", safe(path))?;
    }
    writeln!(console.talk()?, "next: put articles into {}/, then `tarjuman sync`", safe(options.articles.trim_end_matches('/')))?;
    Ok(())
}

/// Begins a project if there is none, and sets its repository up.
fn run_with_git(options: &InitOptions, console: &mut Console) -> Result<Verdict, Failure> {
    let dir = console.dir();
    let has_project = match load::find_root(&dir) {
        Ok(_) => true,
        Err(load::LoadError::NoProject(_)) => false,
        Err(error) => return Err(Error::Open(OpenError::Load(error)).into()),
    };
    let program = program()?;
    // Before the first file is written: without a repository nothing is.
    tarjuman::project::git::Repository::find(&dir).map_err(Error::from)?;
    let begun = if has_project { None } else { Some(init(&dir, options)?) };
    let report = init_git(&dir, &program, options.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "init", &WithGit { begun, git: report })?;
        return Ok(Verdict::Clean);
    }
    match begun {
        Some(begun) if options.dry_run => write!(console.out, "{}", begun.config)?,
        Some(begun) => write_begun(&begun, options, console)?,
        None => {}
    }
    write_git(&report, options.dry_run, console)?;
    Ok(Verdict::Clean)
}

/// The JSON result with `--git`.
#[derive(serde::Serialize)]
struct WithGit {
    #[serde(flatten)]
    begun: Option<InitReport>,
    git: GitReport,
}

/// The path of this command, as git is to run it.
fn program() -> Result<String, Failure> {
    let path =
        std::env::current_exe().map_err(|error| Failure::Usage(format!("the path of this command is not known: {error}")))?;
    match path.to_str() {
        Some(path) => Ok(path.replace(std::path::MAIN_SEPARATOR, "/")),
        None => Err(Failure::Usage(format!("the path of this command is not UTF-8: {}", path.display()))),
    }
}

fn write_git(report: &GitReport, dry_run: bool, console: &mut Console) -> Result<(), Failure> {
    let (wrote, set) = if dry_run { ("would write", "would set") } else { ("wrote", "set") };
    for path in &report.written {
        writeln!(console.out, "{wrote} {}", safe(path))?;
    }
    for setting in &report.settings {
        writeln!(console.out, "{set} {} in the configuration of this repository", safe(&setting.name))?;
    }
    if report.written.is_empty() && report.settings.is_empty() {
        writeln!(console.out, "git is set up already")?;
    } else if !dry_run {
        writeln!(console.talk()?, "next: commit .gitattributes; whoever clones the repository runs `tarjuman init --git` once")?;
    }
    Ok(())
}
