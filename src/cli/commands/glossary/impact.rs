//! `tarjuman glossary impact`

use std::io::Write;

use tarjuman::workflow::glossary::{ImpactOptions, ImpactUnit};

use crate::cli::args::glossary::ImpactArguments;
use crate::cli::render::{json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Shows where a term stands.
pub fn run(arguments: ImpactArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = ImpactOptions { term: arguments.term, locales: arguments.locale };
    let report = console.project()?.term_impact(&options)?;
    let work = report.units.iter().filter(|unit| unit.rendered.needs_work()).count();
    if console.json() {
        json::write(&mut console.out, "glossary impact", &report)?;
        return Ok(Verdict::findings_if(work > 0));
    }
    let mut last = None;
    for unit in &report.units {
        let address = format!("{}#{}", unit.article, unit.unit);
        if last.as_ref() != Some(&address) {
            let place = format!("{}:{}", safe(&unit.source_path), unit.source_line);
            writeln!(console.out, "{} · {place} · {}", console.style.bold(&safe(&address)), safe(&unit.source))?;
            last = Some(address);
        }
        writeln!(console.out, "  {:<7} {}", unit.locale.as_str(), line(unit))?;
    }
    writeln!(console.out, "{}, {work} to look at", plural(report.units.len(), "rendering"))?;
    if work > 0 {
        writeln!(console.talk()?, "next: tarjuman glossary apply {} --dry-run", safe(&report.term))?;
    }
    console.write_findings(&report.diagnostics)?;
    Ok(Verdict::findings_if(work > 0))
}

/// `form: embajadas · locales/es/recognition.ftl:12:9 · reviewed`
fn line(unit: &ImpactUnit) -> String {
    let mut line = unit.rendered.as_str().to_owned();
    if !unit.text.is_empty() {
        line.push_str(&format!(": {}", safe(&unit.text)));
    }
    if unit.line > 0 {
        line.push_str(&format!(" · {}:{}:{}", safe(&unit.path), unit.line, unit.column));
    }
    if unit.line > 0 {
        line.push_str(&format!(" · {} · {}", unit.freshness, unit.state));
    }
    if unit.reopened {
        line.push_str(" · to review again");
    }
    line
}
