//! Ten articles in one repository with the driver, worked on by authors and translators.

use std::collections::{BTreeMap, BTreeSet};

use tarjuman::workflow::article::ArticlePlan;

use super::author::{Article, Edit};
use super::dice::Dice;
use super::judge::{self, Truth};
use super::repository::{ARTICLE, Files, LOCALES, Repository};
use super::translator::{Sheet, Words, marks};

/// How many articles a newsroom has from the beginning.
pub const ARTICLES: usize = 10;

/// Edits that touch one place of an article only.
const EDITS: &[&Edit] = &[
    &Edit::Word,
    &Edit::Word,
    &Edit::Number,
    &Edit::AddSentence,
    &Edit::RemoveSentence,
    &Edit::Rewrite,
    &Edit::Insert,
    &Edit::Delete,
    &Edit::Revert,
    &Edit::Markup,
    &Edit::Split,
];

/// Which half of an article an author works in, so that git can merge the article itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    Upper,
    Lower,
}

/// The repository and everything that people know.
pub struct Newsroom {
    pub dice: Dice,
    pub repository: Repository,
    pub articles: BTreeMap<String, Article>,
    pub truth: Truth,
    pub words: Words,
}

impl Newsroom {
    /// Articles synced and partly translated, some with stale, missing and obsolete units, committed.
    pub fn new(number: u64) -> Result<Self, String> {
        let mut dice = Dice::new(number.wrapping_mul(7919));
        let repository = Repository::new(!number.is_multiple_of(5));
        let said = repository.tarjuman(&["init", "--git"]);
        if said.code != 0 {
            return Err(format!("init --git ended with {}: {}", said.code, said.text));
        }
        let articles = (0..ARTICLES).map(|nth| (format!("a{nth}"), Article::new(&mut dice))).collect();
        let mut newsroom = Self { dice, repository, articles, truth: Truth::default(), words: Words::new() };
        newsroom.write_articles();
        newsroom.sync()?;
        let names = newsroom.names();
        let files = newsroom.repository.files();
        for name in &names {
            newsroom.translate(&files, name, |_, dice| dice.chance(75));
        }
        newsroom.sync()?;
        for name in &names {
            for _ in 0..newsroom.dice.below(3) {
                newsroom.edit(name, Half::Lower);
            }
        }
        newsroom.write_articles();
        newsroom.sync()?;
        newsroom.repository.commit("base");
        Ok(newsroom)
    }

    pub fn names(&self) -> Vec<String> {
        self.articles.keys().cloned().collect()
    }

    pub fn write_articles(&self) {
        for (name, article) in &self.articles {
            self.repository.write(&format!("articles/{name}.md"), &article.markdown());
        }
    }

    pub fn sync(&self) -> Result<(), String> {
        let said = self.repository.tarjuman(&["sync", "--yes"]);
        if said.code > 1 { Err(format!("sync ended with {}: {}", said.code, said.text)) } else { Ok(()) }
    }

    /// One edit in this half of an article, or a deleted block restored in the lower one.
    pub fn edit(&mut self, name: &str, half: Half) {
        let article = self.articles.get_mut(name).expect("the article is there");
        let count = article.blocks.len();
        let at = match half {
            Half::Upper => self.dice.between(1, count / 2 - 1),
            Half::Lower => self.dice.between(count / 2 + 1, count - 1),
        };
        let edit = if half == Half::Lower && self.dice.chance(15) { Edit::Restore } else { *self.dice.pick(EDITS) };
        let is_paragraph = article.blocks[at].kind == super::author::Kind::Paragraph;
        let edit = if is_paragraph || edit == Edit::Restore { edit } else { Edit::Word };
        // What moves the middle of the article would let the halves meet.
        let edit =
            if half == Half::Upper && matches!(edit, Edit::Delete | Edit::Split | Edit::Insert) { Edit::Number } else { edit };
        article.make(edit, at, &mut self.dice);
    }

    /// Translates units of an article for which `chosen` says so, in every locale; gives back what was worked on.
    pub fn translate(
        &mut self,
        files: &Files,
        name: &str,
        mut chosen: impl FnMut(&str, &mut Dice) -> bool,
    ) -> BTreeSet<(String, String)> {
        let view = view(files, name);
        let plan = judge::plan(&view, self.repository.notes);
        let mut worked = BTreeSet::new();
        for locale in LOCALES {
            let path = catalog(name, locale);
            let text = &files[&path];
            let mut sheet = Sheet::new(text);
            for unit in &plan.source.units {
                let id = unit.id.as_str();
                if !chosen(&format!("{locale} {name} {id}"), &mut self.dice) {
                    continue;
                }
                if sheet.work(id, unit.text.segments.len(), &mut self.words, &mut self.dice) {
                    worked.insert(((*locale).to_owned(), id.to_owned()));
                }
                if self.dice.chance(10) {
                    sheet.comment(id, &mut self.dice);
                }
            }
            self.hand_in(name, locale, &sheet, text.contains('\r'), &plan, &worked);
        }
        worked
    }

    /// Writes a catalog, and takes down which source text was seen above what was translated.
    pub fn hand_in(
        &mut self,
        name: &str,
        locale: &str,
        sheet: &Sheet,
        crlf: bool,
        plan: &ArticlePlan,
        worked: &BTreeSet<(String, String)>,
    ) {
        let text = if crlf { sheet.text().replace('\n', "\r\n") } else { sheet.text() };
        self.repository.write(&catalog(name, locale), &text);
        let mut files = Files::new();
        files.insert(judge::catalog_path(locale), text);
        let entries = judge::entries(&files, locale);
        for unit in &plan.source.units {
            let id = unit.id.to_string();
            if let Some((_, lines)) = entries.get(&id).filter(|_| worked.contains(&(locale.to_owned(), id.clone()))) {
                self.truth.translated(locale, lines, &unit.flat);
            }
        }
    }

    /// Every freshness in the project as it stands, against the truth; units `by_hand` may be current by the source catalog alone.
    pub fn judge(&self, what: &str, by_hand: &BTreeSet<(String, String)>) -> Result<(), String> {
        let files = self.repository.files();
        for name in article_names(&files) {
            let verdict = judge::judge(&view(&files, &name), &self.truth);
            let wrong = verdict.wrongly_current.iter().find(|wrong| !by_hand.contains(&(name.clone(), wrong.unit.clone())));
            if let Some(wrong) = wrong {
                return Err(format!("{what}: {name}: wrongly current {wrong:?}"));
            }
            if !verdict.needlessly_stale.is_empty() {
                return Err(format!("{what}: {name}: needlessly stale {:?}", verdict.needlessly_stale));
            }
        }
        Ok(())
    }

    /// Syncs what a merge left: nothing gets lost, everything is judged right, and a second sync has nothing to do.
    pub fn sync_and_judge(&self, what: &str, by_hand: &BTreeSet<(String, String)>) -> Result<(), String> {
        let before = all_marks(&self.repository.files());
        self.sync()?;
        let lost: Vec<String> = before.difference(&all_marks(&self.repository.files())).cloned().collect();
        if !lost.is_empty() {
            return Err(format!("{what}: sync lost {lost:?}"));
        }
        self.judge(what, by_hand)?;
        let said = self.repository.tarjuman(&["sync", "--check"]);
        if said.code != 0 { Err(format!("{what}: a second sync has something to do: {}", said.text)) } else { Ok(()) }
    }
}

/// The files of one article, under the names that the judge knows.
pub fn view(files: &Files, name: &str) -> Files {
    let mut view = Files::new();
    view.extend(files.get(&format!("articles/{name}.md")).map(|text| (ARTICLE.to_owned(), text.clone())));
    for locale in LOCALES.iter().chain(&["en"]) {
        for extension in ["ftl", "ledger.toml"] {
            let text = files.get(&format!("locales/{locale}/{name}.{extension}"));
            view.extend(text.map(|text| (format!("locales/{locale}/report.{extension}"), text.clone())));
        }
    }
    view
}

pub fn article_names(files: &Files) -> Vec<String> {
    files.keys().filter_map(|path| path.strip_prefix("articles/")?.strip_suffix(".md")).map(str::to_owned).collect()
}

pub fn catalog(name: &str, locale: &str) -> String {
    format!("locales/{locale}/{name}.ftl")
}

/// The marks of every line of translation in the project.
pub fn all_marks(files: &Files) -> BTreeSet<String> {
    let translations = files.iter().filter(|(path, _)| path.starts_with("locales/"));
    translations.flat_map(|(_, text)| marks(text).map(str::to_owned)).collect()
}
