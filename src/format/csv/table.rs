//! RFC 4180: records, quoted cells, doubled quotes; forgiving about line ends, a byte order mark and the separator.

/// A record with the line where it begins, counted from 1.
pub(super) struct Record {
    /// Its cells, as they stand in the file, unquoted.
    pub cells: Vec<String>,
    /// The line.
    pub line: usize,
}

/// What a spreadsheet that is told the separator by a line `sep=;` would take, and the lines after it.
fn declared_separator(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = line.trim_end_matches('\r').trim_matches('"');
    let separator = declared.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| {
        let mut rest = declared[4..].chars();
        rest.next().filter(|_| rest.next().is_none())
    });
    if separator.is_some() { (separator, rest) } else { (None, text) }
}

/// The records of a file; those that are empty are left out. `Err` says in which line a quoted cell begins that never ends.
pub(super) fn read_records(text: &str) -> Result<Vec<Record>, usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (declared, text) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| separator(text));
    let mut records = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    let mut cell = String::new();
    let first = 1 + usize::from(declared.is_some());
    let (mut line, mut begins) = (first, first);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if cell.is_empty() => {
                let start = line;
                loop {
                    match chars.next() {
                        None => return Err(start),
                        Some('"') if chars.peek() == Some(&'"') => cell.extend(chars.next()),
                        Some('"') => break,
                        Some(c) => {
                            line += usize::from(c == '\n');
                            cell.push(c);
                        }
                    }
                }
            }
            c if c == separator => cells.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                cells.push(std::mem::take(&mut cell));
                push(&mut records, std::mem::take(&mut cells), begins);
                line += 1;
                begins = line;
            }
            c => cell.push(c),
        }
    }
    cells.push(cell);
    push(&mut records, cells, begins);
    Ok(records)
}

fn push(records: &mut Vec<Record>, cells: Vec<String>, line: usize) {
    if cells.iter().any(|cell| !cell.is_empty()) {
        records.push(Record { cells, line });
    }
}

/// The separator of the first line: spreadsheets of many languages write semicolons, some programs tabs.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(',')
}

/// Appends a record.
pub(super) fn push_record(text: &mut String, cells: &[&str]) {
    let quoted: Vec<String> = cells
        .iter()
        .map(|cell| {
            let cell = super::cell::guard(cell);
            if cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell != cell.trim() {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell
            }
        })
        .collect();
    text.push_str(&quoted.join(","));
    text.push_str("\r\n");
}
