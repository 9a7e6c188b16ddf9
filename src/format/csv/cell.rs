//! Cells that a spreadsheet would execute, made harmless and given back.
//!
//! Spreadsheets take a cell for a formula by its first character. Such a cell gets an apostrophe before it; so does one that
//! looks as if it had got one, so that reading takes away exactly what writing put there.

/// Whether a spreadsheet may take a cell that begins with `c` for a formula, or move what follows to another cell.
fn is_active(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}' | '\u{feff}')
}

fn is_guarded_or_active(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(is_active)
}

/// A cell as it is written.
pub(super) fn guard(text: &str) -> String {
    if is_guarded_or_active(text) { format!("'{text}") } else { text.to_owned() }
}

/// A cell as it was before it was written.
pub(super) fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_guarded_or_active(text) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{guard, unguard};

    #[test]
    fn a_cell_comes_back_and_cannot_be_executed() {
        for text in
            ["=1+1", "+x", "-x", "@SUM(A1)", "\tx", "\rx", "'=x", "''-x", "'s-Hertogenbosch", "", "'", "x=1", "\u{ff1d}x", "'x"]
        {
            let written = guard(text);
            assert_eq!(unguard(&written), text);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}']), "{written:?}");
        }
        assert_eq!(unguard("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }
}
