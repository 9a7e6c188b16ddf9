//! Articles and their human translations, read in place and paired unit by unit.

use std::fs;
use std::path::{Path, PathBuf};

use tarjuman::format::markdown::{HtmlBlocks, ReadOptions, read};
use tarjuman::model::{ArticleUnit, Element, Flavour, Role};

/// A unit and its translation.
pub struct Pair {
    /// `ARTICLE/LOCALE/NUMBER`, the number being that of the unit in its article.
    pub id: String,
    /// The file name of the translation without its extension.
    pub locale: String,
    pub source: String,
    pub target: String,
}

/// All pairs of a corpus, and how they came about.
#[derive(Default)]
pub struct Pairs {
    pub strict: Vec<Pair>,
    /// Pairs of sections that agree in files that do not.
    pub loose: Vec<Pair>,
    pub files: usize,
    pub strict_files: usize,
    pub loose_files: usize,
}

/// Pairs the articles below `folder` that are there in English with their translations into `locales` (language tags, of which a
/// file may have one with a script).
pub fn load(folder: &Path, locales: &[&str]) -> Pairs {
    let mut pairs = Pairs::default();
    for article in entries(folder).into_iter().filter(|path| path.is_dir()) {
        let files = entries(&article);
        let Some(source) = files.iter().find(|path| stem(path) == "en").map(|path| units(path)) else { continue };
        for file in files.iter().filter(|path| locales.contains(&stem(path).as_str())) {
            pairs.files += 1;
            pairs.add(&stem(&article), &stem(file), &source, &units(file));
        }
    }
    pairs
}

impl Pairs {
    /// Pairs two files: as a whole where all their units agree in kind, or else the sections that do.
    fn add(&mut self, article: &str, locale: &str, source: &[ArticleUnit], target: &[ArticleUnit]) {
        let pair = |at: usize, source: &ArticleUnit, target: &ArticleUnit| Pair {
            id: format!("{article}/{locale}/{at}"),
            locale: locale.to_owned(),
            source: text(source),
            target: text(target),
        };
        let bare = |text: &str| {
            let mut parts = text.split("](");
            let first = parts.next().unwrap_or_default().to_owned();
            let whole = parts.fold(first, |whole, part| whole + part.split_once(')').map_or("", |(_, rest)| rest));
            whole.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "")
        };
        // What nobody has translated is no translation without the term.
        let translated = |pair: &Pair| bare(&pair.source) != bare(&pair.target) && !pair.target.trim().is_empty();
        if roles(source) == roles(target) {
            self.strict_files += 1;
            let all = source.iter().zip(target).enumerate().map(|(at, (source, target))| pair(at, source, target));
            self.strict.extend(all.filter(translated));
            return;
        }
        let (ours, theirs) = (sections(source), sections(target));
        let heads = |sections: &[(usize, &[ArticleUnit])]| -> Vec<Option<Role>> {
            sections.iter().map(|(_, units)| units.first().map(|unit| unit.role.clone())).collect()
        };
        if heads(&ours) != heads(&theirs) {
            return;
        }
        self.loose_files += 1;
        for ((start, one), (_, other)) in ours.iter().zip(&theirs).filter(|((_, one), (_, other))| roles(one) == roles(other)) {
            let all = one.iter().zip(*other).enumerate().map(|(at, (source, target))| pair(start + at, source, target));
            self.loose.extend(all.filter(translated));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The units of the body; front matter is left out, of which every translation has other fields.
fn units(path: &Path) -> Vec<ArticleUnit> {
    let flavour = if path.extension().is_some_and(|ext| ext == "mdx") { Flavour::Mdx } else { Flavour::Markdown };
    let options = ReadOptions { flavour, front_matter: Vec::new(), html_blocks: HtmlBlocks::Carry };
    let mut units = read(&fs::read_to_string(path).unwrap_or_default(), &options).article.units;
    units.retain(|unit| !matches!(unit.role, Role::Title | Role::FrontMatter(_)));
    units
}

fn roles(units: &[ArticleUnit]) -> Vec<&Role> {
    units.iter().map(|unit| &unit.role).collect()
}

/// Units from one heading to the next, each with the number of the first.
fn sections(units: &[ArticleUnit]) -> Vec<(usize, &[ArticleUnit])> {
    let mut starts: Vec<usize> = (0..units.len()).filter(|at| matches!(units[*at].role, Role::Heading(_))).collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([units.len()]);
    starts.iter().zip(ends).map(|(start, end)| (*start, &units[*start..end])).collect()
}

/// The text of a unit; code, links and other protected parts are blanks.
fn text(unit: &ArticleUnit) -> String {
    let piece = |element: &Element| match element {
        Element::Text(text) => text.clone(),
        Element::Placeable(_) => "\u{fffc}".to_owned(),
    };
    unit.content.iter().map(piece).collect()
}
