//! Leaves units out of an article altogether, line by line, if the rest stays what it was.

use crate::base::Span;
use crate::model::{Article, ArticleUnit, Role, ScalarStyle, Site};

use super::read::{ReadOptions, read};

/// The article without the lines of the given units; `None` when that would change any other unit, as for one cell of a table.
pub fn omit(article: &Article, options: &ReadOptions, units: &[usize]) -> Option<Article> {
    let mut cuts: Vec<Span> = units.iter().map(|unit| cut_of(article, &article.units[*unit])).collect();
    cuts.sort_by_key(|cut| cut.start);
    let mut text = String::with_capacity(article.text.len());
    let mut at = 0;
    for cut in cuts {
        text.push_str(article.text.get(at..cut.start.max(at))?);
        at = at.max(cut.end);
    }
    text.push_str(article.text.get(at..)?);
    let rest = read(&text, options);
    let kept = (0..article.units.len()).filter(|unit| !units.contains(unit)).map(|unit| &article.units[unit]);
    let same = kept.map(|unit| (&unit.role, &unit.content)).eq(rest.article.units.iter().map(|unit| (&unit.role, &unit.content)));
    (same && !rest.fatal).then_some(rest.article)
}

/// The bytes that leave with a unit: the text of a table cell, the key of a block scalar and its lines, otherwise the whole lines
/// it stands on with one blank line after them.
fn cut_of(article: &Article, unit: &ArticleUnit) -> Span {
    let first = unit.parts.first().map_or(0, |part| part.start);
    let last = unit.parts.last().map_or(first, |part| part.end);
    let text = &article.text;
    let line_start = |before: usize| text[..before].rfind('\n').map_or(0, |at| at + 1);
    let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let start = line_start(first);
    let underlined = matches!((&unit.role, &unit.site), (Role::Heading(_), Site::Block { .. }));
    let end = if underlined { line_end(line_end(last)) } else { line_end(last) };
    match &unit.site {
        Site::Cell => first..last,
        Site::Yaml { style: ScalarStyle::Literal | ScalarStyle::Folded, .. } => line_start(start.saturating_sub(1))..end,
        Site::Yaml { .. } | Site::Toml { .. } => start..end,
        Site::Block { .. } | Site::Line | Site::Alt => {
            let next = line_end(end);
            if text[end..next].trim().is_empty() { start..next } else { start..end }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::omit;
    use crate::format::markdown::{HtmlBlocks, ReadOptions, read};
    use crate::model::Flavour;

    fn without(text: &str, units: &[usize]) -> Option<String> {
        let front_matter = vec!["title".to_owned(), "standfirst".to_owned()];
        let options = ReadOptions { flavour: Flavour::Markdown, front_matter, html_blocks: HtmlBlocks::Carry };
        omit(&read(text, &options).article, &options, units).map(|article| article.text)
    }

    #[test]
    fn a_unit_leaves_with_its_lines_and_nothing_else_changes() {
        assert_eq!(without("One.\n\nTwo.\n\nThree.\n", &[1]).as_deref(), Some("One.\n\nThree.\n"));
        assert_eq!(without("- one\n- two\n- three\n", &[1]).as_deref(), Some("- one\n- three\n"));
        assert_eq!(without("# One\n\n> Two\n> lines.\n\nThree.\n", &[1]).as_deref(), Some("# One\n\nThree.\n"));
        let head = "---\ntitle: One\nstandfirst: >-\n  Two\n  lines.\ndate: 2025\n---\n\nThree.\n";
        assert_eq!(without(head, &[1]).as_deref(), Some("---\ntitle: One\ndate: 2025\n---\n\nThree.\n"));
        assert_eq!(without("| a | b |\n|---|---|\n| c | d |\n", &[2]).as_deref(), Some("| a | b |\n|---|---|\n|  | d |\n"));
    }

    #[test]
    fn an_underline_goes_with_its_heading() {
        assert_eq!(without("One\n===\n\nTwo.\n", &[0]).as_deref(), Some("Two.\n"));
    }

    #[test]
    fn a_unit_that_holds_others_stays() {
        assert_eq!(without("- one\n\n    Its second paragraph.\n", &[0]), None);
    }
}
