//! Pages that were out and were replaced or withdrawn: kept in this working copy, so that a locale can go back to one of them.
//!
//! A page is kept as it stood, with what its record said of it. What cannot be verified counts as not there.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::base::Locale;
use crate::format::published;
use crate::model::{Published, PublishedLocale};
use crate::project::layout::{self, TargetName};
use crate::project::private;
use crate::project::save::SaveError;
use crate::project::{ArticleName, load};
use crate::workflow::Error;

/// How many pages are kept of an article in a locale; the oldest go first.
const MOST: u32 = 20;
/// The first word of the file.
const MARK: &str = "tarjuman-kept-1";

/// A page that was out.
#[derive(Debug, Clone)]
pub(super) struct KeptPage {
    pub article: ArticleName,
    pub locale: Locale,
    /// What was recorded of it.
    pub live: PublishedLocale,
    /// The file.
    pub text: String,
}

/// Keeps pages in the project at `root`.
///
/// # Errors
/// When the file system refuses.
pub(super) fn save(pages: &[KeptPage], root: &Path, target: &TargetName) -> Result<(), Error> {
    let place = |page: &KeptPage, revision| layout::kept_page(target, &page.article, &page.locale, revision);
    let files: Vec<(String, Vec<u8>)> = pages.iter().map(|page| (place(page, page.live.revision), page.content())).collect();
    private::write_lasting(root, &files).map_err(|(path, source)| SaveError::Io { path, source })?;
    for page in pages {
        if let Some(oldest) = page.live.revision.checked_sub(MOST) {
            // It is not needed, and may be gone already.
            let _ = fs::remove_file(root.join(place(page, oldest)));
        }
    }
    Ok(())
}

impl KeptPage {
    fn content(&self) -> Vec<u8> {
        let record = self.record();
        let head = format!("{MARK} {} {}\n", record.len(), digest(&record, &self.text));
        [head.as_str(), &record, &self.text].concat().into_bytes()
    }

    fn record(&self) -> String {
        let locales = [(self.locale.clone(), self.live.clone())].into();
        published::write(&Published { locales, ..Published::default() })
    }
}

/// The page of an article that was out as text number `revision`; `None` when it is not kept, or not whole.
///
/// # Errors
/// When the file system refuses.
pub(super) fn find(
    root: &Path,
    target: &TargetName,
    article: &ArticleName,
    locale: &Locale,
    revision: u32,
) -> Result<Option<KeptPage>, Error> {
    let path = root.join(layout::kept_page(target, article, locale, revision));
    let Some(file) = load::load_output(&path)? else { return Ok(None) };
    Ok(read(&file).and_then(|(mut published, text)| {
        let live = published.locales.remove(locale)?;
        let is_it = live.revision == revision && layout::is_output(&live.output);
        is_it.then(|| KeptPage { article: article.clone(), locale: locale.clone(), live, text: text.to_owned() })
    }))
}

/// The kept pages of an article: the locale and number of each as its file is called, and the file.
///
/// # Errors
/// When the file system refuses.
pub(in crate::workflow) fn all(root: &Path, target: &TargetName, article: &ArticleName) -> Result<Vec<(String, String)>, Error> {
    let folder = root.join(layout::kept_pages(target, article));
    let mut pages = Vec::new();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(pages),
        Err(source) => return Err(SaveError::Io { path: folder, source }.into()),
    };
    for entry in entries {
        let entry = entry.map_err(|source| SaveError::Io { path: folder.clone(), source })?;
        // Folders are those of articles whose names begin with this one.
        if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(file) = load::load_output(&entry.path())?.filter(|file| read(file).is_some()) {
            pages.push((name, file));
        }
    }
    pages.sort();
    Ok(pages)
}

fn read(file: &str) -> Option<(Published, &str)> {
    let (head, rest) = file.split_once('\n')?;
    let mut words = head.split(' ');
    let (mark, length, hash) = (words.next()?, words.next()?, words.next()?);
    let (record, text) = rest.split_at_checked(length.parse().ok()?)?;
    let read = published::read(record);
    (mark == MARK && hash == digest(record, text) && read.writable && read.diagnostics.is_empty())
        .then_some((read.published, text))
}

fn digest(record: &str, text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(record.as_bytes());
    hasher.update(b"\0");
    hasher.update(text.as_bytes());
    hasher.finalize().to_hex().to_string()
}
