//! `tarjuman glossary import` and `tarjuman glossary export`

use std::io::{self, Read as _, Write};
use std::path::Path;

use tarjuman::project::{load_exchange, store_exchange};
use tarjuman::workflow::Error;
use tarjuman::workflow::glossary::{ExchangeFormat, FieldChange, ImportOptions};

use crate::cli::args::glossary::{ExchangeArgument, ExportArguments, ImportArguments};
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

fn format(argument: ExchangeArgument) -> ExchangeFormat {
    match argument {
        ExchangeArgument::Tbx => ExchangeFormat::Tbx,
        ExchangeArgument::TbxV2 => ExchangeFormat::TbxV2,
        ExchangeArgument::Csv => ExchangeFormat::Csv,
    }
}

/// Gives terms out.
pub fn export(arguments: ExportArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let written = console.project()?.export_terms(format(arguments.to), &arguments.locale)?;
    match arguments.out.filter(|path| path != Path::new("-")) {
        Some(path) => {
            store_exchange(&path, &written).map_err(Error::from)?;
            writeln!(console.talk()?, "wrote {}", safe(&path.display().to_string()))?;
        }
        None => console.out.write_all(written.as_bytes())?,
    }
    Ok(Verdict::Clean)
}

/// Takes terms in.
pub fn import(arguments: ImportArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let bytes = if arguments.file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|error| Failure::Usage(format!("cannot read standard input: {error}")))?;
        bytes
    } else {
        load_exchange(&arguments.file).map_err(Error::from)?
    };
    let options = ImportOptions {
        bytes,
        path: arguments.file.display().to_string(),
        format: arguments.from.map(format),
        overwrite: arguments.overwrite,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.import_terms(&options)?;
    let verdict = Verdict::findings_if(!report.conflicts.is_empty() || text::count_as_findings(&report.diagnostics));
    if console.json() {
        json::write(&mut console.out, "glossary import", &report)?;
        return Ok(verdict);
    }
    let (added, changed) = if arguments.dry_run { ("would add", "would change") } else { ("added", "changed") };
    for row in &report.added {
        writeln!(console.out, "{added} -{} · {} · {}", safe(&row.term), row.locale, safe(&row.to))?;
    }
    for row in &report.changed {
        writeln!(console.out, "{changed} {}", difference(row))?;
    }
    for row in &report.conflicts {
        writeln!(console.out, "{} {}", console.style.yellow("conflict"), difference(row))?;
    }
    writeln!(
        console.out,
        "{added} {}, {changed} {}, {}, {} the same; {} {}",
        report.added.len(),
        report.changed.len(),
        plural(report.conflicts.len(), "conflict"),
        report.same,
        if arguments.dry_run { "would write" } else { "wrote" },
        plural(report.written.len(), "file")
    )?;
    if !report.conflicts.is_empty() {
        writeln!(console.talk()?, "conflicts were left as they are; --overwrite takes what the file says")?;
    }
    console.write_findings(&report.diagnostics)?;
    Ok(verdict)
}

/// `-embassy · es · form: embajada ≠ legación`
fn difference(row: &FieldChange) -> String {
    let from = if row.from.is_empty() { "nothing".to_owned() } else { safe(&row.from).into_owned() };
    format!("-{} · {} · {}: {from} → {}", safe(&row.term), row.locale, row.field, safe(&row.to))
}
