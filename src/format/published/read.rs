//! Reading a record of what is published, table by table.

use crate::base::{Diagnostic, LineIndex, Locale, Place};
use crate::format::tables::{FieldError, Header, Piece, Table, Value, read_table, split, with_line_feeds};
use crate::model::{Published, PublishedLocale, PublishedPage, PublishedUnit, UnitId};

/// The newest version of the file format that this program reads, and the one it writes.
pub const VERSION: u32 = 1;

/// A record of what is published, read, and what is wrong with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What could be read.
    pub published: Published,
    /// What could not.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the file may be replaced; `false` when a newer version of the program wrote it.
    pub writable: bool,
}

/// Reads the record of one article.
pub fn read(text: &str) -> Read {
    let text = with_line_feeds(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let pieces = split(&text);
    let mut read = Read { published: Published::default(), diagnostics: Vec::new(), writable: true };
    if !is_writable(pieces.preamble) {
        let message = format!("the record of what is published is not of version {VERSION}");
        let diagnostic = Diagnostic::new("newer-version", message, Place::default());
        read.diagnostics.push(diagnostic.help("use a newer tarjuman"));
        read.writable = false;
    }
    let lines = LineIndex::new(&text);
    for piece in &pieces.tables {
        if let Err(error) = read_piece(&mut read.published, piece) {
            let place = Place::at(lines.position(piece.start + error.offset));
            let message = format!("a record of what is published cannot be read: {}", error.message);
            read.diagnostics.push(Diagnostic::new("damaged-table", message, place).help("publish the article again"));
        }
    }
    read
}

/// Whether the file that begins with `text` is of the version that this program writes, so that it may be replaced.
pub fn is_writable(text: &str) -> bool {
    let head = text.lines().take_while(|line| !line.starts_with('['));
    let version = head.filter_map(|line| line.strip_prefix("version")?.trim().strip_prefix('=')).next();
    let version = version.map(|value| value.split('#').next().unwrap_or_default().trim());
    version.is_none_or(|version| version == VERSION.to_string())
}

fn read_piece(published: &mut Published, piece: &Piece<'_>) -> Result<(), FieldError> {
    let wrong = |message: &str| FieldError { offset: 0, message: message.to_owned() };
    let Some(Header { path, is_array: false }) = piece.header() else { return Err(wrong("the header is not readable")) };
    let locale: Locale = path[0].parse().map_err(|error| wrong(&format!("{error}")))?;
    let mut table = read_table(piece.text, path.len())?;
    match path.as_slice() {
        [_] => {
            let revision = table.take_number("revision")?;
            if table.take_flag("withdrawn")? {
                published.withdrawn.insert(locale, revision.unwrap_or(1));
                return Ok(());
            }
            let (_, output) = table.take_text("output")?.ok_or_else(|| wrong("`output` is missing"))?;
            let last_revision = table.take_number("last-revision")?;
            let text = table.take_parsed("text")?;
            let page = read_page(&mut table)?;
            let locale = published.locales.entry(locale).or_default();
            let revision = revision.unwrap_or(1);
            *locale = PublishedLocale {
                output: output.into_owned(),
                revision,
                last_revision: last_revision.unwrap_or(revision).max(revision),
                text,
                page,
                units: std::mem::take(&mut locale.units),
            };
        }
        [_, unit] => {
            let unit: UnitId = unit.parse().map_err(|error| wrong(&format!("{error}")))?;
            let record = PublishedUnit {
                text: table.take_parsed("text")?.ok_or_else(|| wrong("`text` is missing"))?,
                renders: table.take_parsed("renders")?,
                fallback: table.take_flag("fallback")?,
            };
            let units = &mut published.locales.entry(locale).or_default().units;
            if units.insert(unit, record).is_some() {
                return Err(wrong("there is more than one table of that name"));
            }
        }
        _ => return Err(wrong("the header names more than a locale and a unit")),
    }
    Ok(())
}

fn read_page(table: &mut Table<'_>) -> Result<Option<PublishedPage>, FieldError> {
    let Some((_, title)) = table.take_text("title")? else { return Ok(None) };
    let mut text = |key| Ok(table.take_text(key)?.map(|(_, text)| text.into_owned()).unwrap_or_default());
    let (summary, date, updated) = (text("summary")?, text("date")?, text("updated")?);
    let untranslated = table.take_flag("untranslated")?;
    let earlier = table.take("earlier");
    let earlier = earlier.as_ref().map_or(Ok(&[][..]), |field| field.items())?;
    let earlier = earlier.iter().filter_map(|value| match value {
        Value::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    });
    Ok(Some(PublishedPage { title: title.into_owned(), summary, date, updated, earlier: earlier.collect(), untranslated }))
}
