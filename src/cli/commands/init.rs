//! `tarjuman init`

use std::io::Write;

use tarjuman::workflow::{InitOptions, init};

use crate::cli::args::InitArguments;
use crate::cli::render::{json, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Begins a project. Asks nothing: everything has a flag and a default.
pub fn run(arguments: InitArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = InitOptions {
        source: arguments.source,
        targets: arguments.targets,
        articles: arguments.articles,
        dry_run: arguments.dry_run,
    };
    let report = init(&console.dir(), &options)?;
    if console.json() {
        json::write(&mut console.out, "init", &report)?;
        return Ok(Verdict::Clean);
    }
    if options.dry_run {
        write!(console.out, "{}", report.config)?;
        return Ok(Verdict::Clean);
    }
    for path in &report.written {
        writeln!(console.out, "wrote {}", safe(path))?;
    }
    writeln!(console.talk()?, "next: put articles into {}/, then `tarjuman sync`", safe(options.articles.trim_end_matches('/')))?;
    Ok(Verdict::Clean)
}
