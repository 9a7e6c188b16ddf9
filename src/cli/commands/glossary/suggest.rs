//! `tarjuman glossary suggest`

use std::io::Write;

use tarjuman::engine::suggest::Kind;
use tarjuman::workflow::glossary::SuggestOptions;

use crate::cli::args::glossary::SuggestArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Suggests terms.
pub fn run(arguments: SuggestArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = SuggestOptions { locale: arguments.locale, limit: arguments.limit };
    let report = console.project()?.suggest_terms(&options)?;
    let verdict = Verdict::findings_if(text::count_as_findings(&report.diagnostics));
    if console.json() {
        json::write(&mut console.out, "glossary suggest", &report)?;
        return Ok(verdict);
    }
    let mut rows = vec![["SUGGESTION", "KIND", "COUNT", "SCORE", "FIRST IN"].map(str::to_owned).to_vec()];
    for suggestion in &report.suggestions {
        let kind = match suggestion.kind {
            Kind::Name => "name",
            Kind::Acronym => "acronym",
            Kind::Phrase => "phrase",
        };
        let place = suggestion.places.first().map(|place| format!("{}#{}", place.article, place.unit)).unwrap_or_default();
        rows.push(vec![
            safe(&suggestion.text).into_owned(),
            kind.to_owned(),
            suggestion.count.to_string(),
            format!("{:.1}", suggestion.score),
            safe(&place).into_owned(),
        ]);
    }
    let style = console.style;
    if rows.len() > 1 {
        text::write_table(&mut console.out, &rows, &style)?;
    }
    let more = if report.more > 0 { format!(", {} more with --limit", report.more) } else { String::new() };
    writeln!(console.out, "{}{more}", plural(report.suggestions.len(), "suggestion"))?;
    if !report.suggestions.is_empty() {
        writeln!(console.talk()?, "next: tarjuman glossary add ID TEXT")?;
    }
    console.write_findings(&report.diagnostics)?;
    Ok(verdict)
}
