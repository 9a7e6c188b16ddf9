//! One page: a localized article in a template.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use minijinja::{Environment, Value, context};

use crate::base::{Diagnostic, Direction, Locale};
use crate::format::html::{self, Address, Frame, PlacedUnit, Writing, inline};
use crate::format::markdown;
use crate::model::{Flavour, Origin, Published, PublishedPage, Role, Site as UnitSite, State};
use crate::project::{Disclosure, Project};
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, TargetPlan, TargetUnit};
use crate::workflow::planning::Planned;

use super::super::localize::{LocalizedArticle, LocalizedUnit};
use super::dates::{Dates, Day};
use super::draft::{self, Mark};
use super::earlier::earlier_places;
use super::fields::Fields;
use super::languages::dir;
use super::links::{PageLinks, Uses, resolve};
use super::lists::{Live, feed_of, index_of};
use super::notice::Notice;
use super::siblings::{Siblings, absolute, relative};
use super::words::Words;
use super::{data, overrides, region, templates};

/// A site, ready to make pages: its templates and words are loaded.
pub struct Site<'a> {
    pub(super) project: &'a Project,
    environment: Environment<'static>,
    words: BTreeMap<Locale, Words>,
    dates: Dates,
    /// The files of articles, with the articles' names.
    articles: BTreeMap<String, String>,
    /// Whether the site is a preview for translators.
    draft: bool,
}

impl fmt::Debug for Site<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").finish_non_exhaustive()
    }
}

/// A localized article on its way to a page.
pub struct Piece<'a> {
    /// The article.
    pub planned: &'a Planned,
    /// Its plan.
    pub plan: &'a ArticlePlan,
    /// What stands in the locale; `None` for the source.
    pub target: Option<&'a TargetPlan>,
    /// The locale.
    pub locale: &'a Locale,
    /// The article in the locale.
    pub localized: &'a LocalizedArticle,
    /// How many headings its body has.
    pub headings: usize,
    /// For a page: the anchors of the source's headings in order, each with the number of its unit.
    pub anchors: &'a [(Option<usize>, String)],
    /// For a page all of whose texts are plain: the blocks around them.
    pub frame: Option<&'a Frame>,
    /// Its head.
    pub fields: &'a Fields,
    /// Where the page will stand.
    pub output: &'a str,
}

impl<'a> Site<'a> {
    /// Loads templates and words, and what is wrong with the words. A `draft` is a preview for translators.
    ///
    /// # Errors
    /// When a template cannot be used.
    pub fn load(project: &'a Project, draft: bool) -> Result<(Self, Vec<Diagnostic>), Error> {
        let mut words = BTreeMap::new();
        let mut diagnostics = Vec::new();
        let config = &project.config;
        let locales: Vec<&Locale> = std::iter::once(&config.source_locale).chain(&config.target_locales).collect();
        diagnostics.extend(overrides::files(project, &locales)?);
        for locale in locales {
            let (own, faults) = Words::load(project, locale)?;
            words.insert(locale.clone(), own);
            diagnostics.extend(faults);
        }
        let articles = project.articles.iter().map(|article| (article.path.to_string(), article.name.to_string())).collect();
        let environment = templates::load(project)?;
        Ok((Self { project, environment, words, dates: Dates::default(), articles, draft }, diagnostics))
    }

    /// The locales in the order readers see.
    pub(super) fn locales(&self) -> impl Iterator<Item = &Locale> {
        std::iter::once(&self.project.config.source_locale).chain(&self.project.config.target_locales)
    }

    pub(super) fn words(&self, locale: &Locale) -> &Words {
        self.words.get(locale).or_else(|| self.words.values().next()).expect("there are words for the source locale")
    }

    /// The address of the site; a draft has none.
    pub(super) fn url(&self) -> Option<&str> {
        self.project.config.url.as_deref().filter(|_| !self.draft)
    }

    pub(super) fn is_draft(&self) -> bool {
        self.draft
    }

    /// What the site is called in a locale.
    pub(super) fn site_name(&self, locale: &Locale) -> String {
        let name = self.project.config.site_name.clone().unwrap_or_else(|| self.words(locale).get("site-name"));
        html::clean(&name)
    }

    pub(super) fn about(&self) -> Value {
        context! { policy => Value::from_safe_string(templates::POLICY.to_owned()) }
    }

    pub(super) fn date(&self, day: &Day, locale: &Locale) -> Value {
        let shown = self.dates.write(day, locale);
        let words = self.words(locale);
        context! {
            machine => day.machine.clone(),
            published => words.with("published", "date", &shown),
            updated => words.with("updated", "date", &shown),
        }
    }

    pub(super) fn render(&self, template: &str, context: Value) -> Result<String, Error> {
        let rendered = self.environment.get_template(template).and_then(|found| found.render(context));
        let mut page = rendered.map_err(|error| templates::refused(template, &error))?;
        page.truncate(page.trim_end().len());
        page.push('\n');
        Ok(page)
    }

    /// Why an article cannot be a page of the site at all, in words.
    pub fn refusal(plan: &ArticlePlan) -> Option<&'static str> {
        (plan.source.article.flavour == Flavour::Mdx)
            .then_some("an MDX article is a program: publish it with `--to markdown` and let a site generator run it")
    }

    /// What lists say of a page; `before` is what stood in its place.
    pub fn listed(fields: &Fields, output: &str, before: Option<&crate::model::PublishedLocale>) -> PublishedPage {
        let earlier = earlier_places(before, output);
        PublishedPage {
            title: fields.title.clone(),
            summary: fields.summary.clone(),
            date: fields.date.clone(),
            updated: fields.updated.clone(),
            earlier,
            untranslated: false,
        }
    }

    /// What machines read of the versions of a page.
    pub(super) fn head(&self, siblings: &Siblings<'_>) -> String {
        if self.draft { draft::head(&relative_root(siblings.output)) } else { siblings.alternates() }
    }

    /// Makes a page, its regions still empty, and tells what it takes from other files.
    ///
    /// # Errors
    /// When a template fails.
    pub fn page(&self, piece: &Piece<'_>, uses: &mut Uses) -> Result<String, Error> {
        let path = &piece.planned.path;
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let depth = piece.planned.name.as_str().split('/').count();
        let root = path.rsplitn(depth + 1, '/').nth(depth).unwrap_or("");
        let links = PageLinks {
            project: self.project,
            articles: &self.articles,
            folder,
            root,
            locale: piece.locale,
            output: piece.output,
            uses: RefCell::new(Uses::default()),
        };
        let context = self.page_context(piece, &links);
        uses.add(links.uses.into_inner());
        self.render("article.html", context)
    }

    fn page_context(&self, piece: &Piece<'_>, links: &PageLinks<'_>) -> Value {
        let Piece { fields, locale, output, .. } = piece;
        let config = &self.project.config;
        let words = self.words(locale);
        let credits = Credits::of(piece);
        let machine = self.disclosed(piece);
        let url = self.url();
        let marks = self.draft_marks(piece);
        let marked = |role: &Role| self.field_marks(piece, role, &marks);
        let (image, image_address) = self.image(fields, links, &marked);
        let about = data::About {
            locale,
            output,
            url,
            publisher: config.site_name.as_deref(),
            translators: &credits.translators,
            reviewers: &credits.reviewers,
            image: image_address,
            source_type: machine.map(|disclosure| disclosure.schema_org()),
        };
        let safe = Value::from_safe_string;
        let is_translated = piece.target.is_none() || piece.localized.units.iter().any(|unit| !unit.published.fallback);
        let byline = match fields.authors.len() {
            2.. if fields.byline == fields.authors.join(", ") => words.list(&fields.authors),
            _ => fields.byline.clone(),
        };
        let credit = |id, names: &[String]| (!names.is_empty()).then(|| words.with(id, "names", &words.list(names)));
        let day = |text: &str| Day::read(text).map(|day| self.date(&day, locale));
        let units = self.place(piece, &marks);
        let notice = if self.draft { draft::notice(&self.unplaced(piece, &marks, &units), words) } else { String::new() };
        let field = |text: &str, role: &Role| safe(inline(text, marked(role).1));
        context! {
            page => context! {
                lang => locale.as_str(), dir => dir(locale.direction()), root => safe(relative_root(output)),
                home => safe(relative(output, &index_of(locale))), site_name => self.site_name(locale),
                og_locale => words.open_graph(), url => url.map(|url| safe(absolute(url, output))),
                feed => (url.is_some() && !fields.date.is_empty() && is_translated).then(|| safe(relative(output, &feed_of(locale)))),
            },
            site => self.about(),
            words => words.values(),
            article => context! {
                title => fields.title.clone(),
                has_heading => !fields.title_in_body,
                title_html => field(&fields.title, &Role::Title),
                title_attributes => safe(marked(&Role::Title).0),
                summary => fields.summary.clone(),
                standfirst_html => field(&fields.standfirst, &Role::Standfirst),
                standfirst_attributes => safe(marked(&Role::Standfirst).0),
                byline_html => field(&byline, &Role::Byline),
                byline_attributes => safe(marked(&Role::Byline).0),
                date => day(&fields.date),
                updated => day(&fields.updated),
                translators => credit("translated-by", &credits.translators),
                reviewers => credit("reviewed-by", &credits.reviewers),
                disclosure => machine.map(|disclosure| disclosure.context(words, &config.source_locale)),
                image,
                body => safe(self.body(piece, links, &units)),
            },
            alternates => safe(region::wrap(region::ALTERNATES, "")),
            data => safe(region::wrap(region::DATA, &data::article(fields, &about))),
            switcher => safe(region::wrap(region::SWITCHER, "")),
            notice => safe(region::wrap(region::NOTICE, &notice)),
        }
    }

    /// What is to be said of units; nothing but in a draft.
    fn draft_marks(&self, piece: &Piece<'_>) -> Vec<Mark> {
        if !self.draft {
            return Vec::new();
        }
        draft::marks(piece, &self.project.config.source_locale, self.words(piece.locale))
    }

    /// The marks of units without a place in the body, with the units' ids.
    fn unplaced<'m>(&self, piece: &Piece<'_>, marks: &'m [Mark], units: &[PlacedUnit]) -> Vec<(String, &'m Mark)> {
        let id = |mark: &Mark| piece.plan.source.units[mark.at].id.clone();
        let marks = marks.iter().map(|mark| (id(mark), mark));
        marks.filter(|(id, _)| !units.iter().any(|unit| unit.id == *id)).map(|(id, mark)| (id.to_string(), mark)).collect()
    }

    /// The units of the body, where each begins in it.
    fn place(&self, piece: &Piece<'_>, marks: &[Mark]) -> Vec<PlacedUnit> {
        let source = &piece.plan.source;
        let here = piece.frame.map_or(&piece.localized.starts[..], Frame::starts);
        // A translation without words (a dash for an alternative text) is no unit to whoever reads the article again.
        let is_field = |at: usize| matches!(source.article.units[at].site, UnitSite::Yaml { .. } | UnitSite::Toml { .. });
        let is_unit = |unit: &&LocalizedUnit| piece.frame.is_some() || is_field(unit.at) || markdown::has_words(&unit.text);
        let shown: Vec<&LocalizedUnit> = piece.localized.units.iter().filter(is_unit).collect();
        let in_order = here.len() == shown.len();
        shown
            .into_iter()
            .zip(here)
            .filter(|_| in_order)
            .filter_map(|(unit, at)| {
                let mark = marks.iter().find(|mark| mark.at == unit.at);
                let shown = PlacedUnit {
                    at: (*at)?,
                    id: source.units[unit.at].id.clone(),
                    is_machine: self.is_disclosed_unit(piece, unit.at),
                    foreign: unit.published.fallback.then(|| self.project.config.source_locale.clone()),
                    mark: mark.map(|mark| (mark.kind, mark.html.clone())),
                };
                Some(shown)
            })
            .collect()
    }

    fn body(&self, piece: &Piece<'_>, links: &PageLinks<'_>, units: &[PlacedUnit]) -> String {
        let words = self.words(piece.locale);
        let anchors = self.anchors(piece);
        let writing = Writing {
            direction: piece.locale.direction(),
            units,
            anchors: &anchors,
            links,
            footnotes: &words.get("footnotes"),
            back: &words.get("footnote-back"),
            number: &|number| words.number(number),
        };
        let Some(frame) = piece.frame else { return html::write(&piece.localized.body, &writing) };
        let texts: Vec<&str> = piece.localized.units.iter().map(|unit| unit.text.as_str()).collect();
        html::write_events(frame.fill(&texts), &writing)
    }

    /// The anchors of the headings that the page shows: those of the source, without the headings that are left out.
    fn anchors(&self, piece: &Piece<'_>) -> Vec<String> {
        let is_whole = piece.localized.units.len() == piece.plan.source.units.len();
        let is_here = |at: usize| is_whole || piece.localized.units.iter().any(|shown| shown.at == at);
        let is_shown = |unit: &Option<usize>| unit.is_none_or(is_here);
        let shown = piece.anchors.iter().filter(|(unit, _)| is_shown(unit));
        let anchors: Vec<String> = shown.map(|(_, anchor)| anchor.clone()).collect();
        if anchors.len() == piece.headings { anchors } else { Vec::new() }
    }

    /// The image above an article, for the template, and its address for machines.
    fn image(
        &self,
        fields: &Fields,
        links: &PageLinks<'_>,
        marked: &dyn Fn(&Role) -> (String, Direction),
    ) -> (Option<Value>, Option<String>) {
        if fields.image.is_empty() || html::address(&fields.image) != Address::Local {
            return (None, None);
        }
        let Some(src) = html::Links::file(links, &fields.image) else { return (None, None) };
        let copied = links.uses.borrow().assets.keys().find(|output| relative(links.output, output) == src).cloned();
        let full = self.url().zip(copied).map(|(url, output)| absolute(url, &output));
        let (caption_attributes, direction) = marked(&Role::Caption);
        let safe = Value::from_safe_string;
        let value = context! {
            src => safe(html::escape_xml(&src)),
            url => full.clone().map(safe),
            alt => fields.image_alt.clone(),
            alt_attributes => safe(marked(&Role::Alt).0),
            caption => fields.image_caption.clone(),
            caption_html => safe(inline(&fields.image_caption, direction)),
            caption_attributes => safe(caption_attributes),
        };
        (Some(value), full)
    }

    /// Attributes of an element that shows a field of the head, and the direction of its text.
    fn field_marks(&self, piece: &Piece<'_>, role: &Role, marks: &[Mark]) -> (String, Direction) {
        let article = &piece.plan.source.article;
        let is_field = |site: &UnitSite| matches!(site, UnitSite::Yaml { .. } | UnitSite::Toml { .. });
        let shows =
            |unit: &&LocalizedUnit| article.units.get(unit.at).is_some_and(|own| own.role == *role && is_field(&own.site));
        let unit = piece.localized.units.iter().find(shows);
        let Some(unit) = unit else { return (String::new(), piece.locale.direction()) };
        let mut attributes = format!(" data-unit=\"{}\"", html::escape_xml(piece.plan.source.units[unit.at].id.as_str()));
        if self.is_disclosed_unit(piece, unit.at) {
            attributes.push_str(" ai-disclosure=\"ai-autonomous\"");
        }
        if let Some(mark) = marks.iter().find(|mark| mark.at == unit.at) {
            attributes.push_str(&format!(" data-mark=\"{}\"", mark.kind));
        }
        if !unit.published.fallback {
            return (attributes, piece.locale.direction());
        }
        let source = &self.project.config.source_locale;
        attributes.push_str(&format!(" lang=\"{source}\" dir=\"{}\"", dir(source.direction())));
        (attributes, source.direction())
    }

    /// Whether to say of a unit that a machine translated it and nobody has reviewed it.
    fn is_disclosed_unit(&self, piece: &Piece<'_>, at: usize) -> bool {
        let by_machine =
            |unit: &TargetUnit| unit.state < State::Reviewed && matches!(unit.record.origin, Some(Origin::Machine(_)));
        let is_shown = || piece.localized.units.iter().any(|unit| unit.at == at && !unit.published.fallback);
        self.project.config.disclosure == Disclosure::Notice
            && piece.target.and_then(|target| target.units.get(at)).is_some_and(by_machine)
            && is_shown()
    }

    fn disclosed(&self, piece: &Piece<'_>) -> Option<Disclosed> {
        let machine = piece.localized.units.iter().filter(|unit| self.is_disclosed_unit(piece, unit.at)).count();
        (machine > 0).then_some(Disclosed { machine, is_all: machine == piece.localized.units.len() })
    }

    /// The page with its regions filled and its links led to what is out. `page` may be one that was written before.
    pub fn complete(
        &self,
        mut page: String,
        article: &Published,
        locale: &Locale,
        notice: Option<Notice>,
        live: &Live,
    ) -> String {
        let Some(own) = article.locales.get(locale) else { return page };
        let config = &self.project.config;
        let words = self.words(locale);
        // A page on which nothing is translated is no version of the article to anybody but whoever reads it.
        let others = self.locales().filter_map(|other| Some((other, article.locales.get(other)?)));
        let versions: Vec<(&Locale, &str)> = others
            .filter(|(other, live)| *other == locale || !live.is_untranslated())
            .map(|(other, live)| (other, live.output.as_str()))
            .collect();
        let default = article.locales.get(&config.source_locale).map(|source| source.output.as_str());
        let mut siblings = Siblings { versions, output: &own.output, default, url: self.url() };
        region::replace(&mut page, region::SWITCHER, &siblings.switcher(words));
        if own.is_untranslated() {
            siblings = Siblings { versions: Vec::new(), output: default.unwrap_or(&own.output), ..siblings };
        }
        region::replace(&mut page, region::ALTERNATES, &self.head(&siblings));
        // Of an article that cannot be read nobody knows; what its readers were told still holds.
        if let Some(notice) = notice.filter(|_| !self.draft) {
            region::replace(&mut page, region::NOTICE, &notice.html(words, &config.source_locale));
        }
        if let Some(script) = region::content(&page, region::DATA).map(str::to_owned) {
            let script = data::with_versions(&script, locale, &config.source_locale, &siblings.versions, self.url());
            region::replace(&mut page, region::DATA, &script);
        }
        resolve(page, &own.output, locale, &config.source_locale, live)
    }
}

fn relative_root(output: &str) -> String {
    "../".repeat(output.matches('/').count())
}

/// Who translated and who reviewed, those of most units first.
#[derive(Debug, Default)]
struct Credits {
    translators: Vec<String>,
    reviewers: Vec<String>,
}

impl Credits {
    fn of(piece: &Piece<'_>) -> Self {
        let Some(target) = piece.target else { return Self::default() };
        let shown = piece.localized.units.iter().filter(|unit| !unit.published.fallback);
        let units: Vec<&TargetUnit> = shown.filter_map(|unit| target.units.get(unit.at)).collect();
        let translators = units.iter().filter_map(|unit| unit.record.translator.as_deref());
        let reviewed = units.iter().filter(|unit| unit.state >= State::Reviewed);
        Self { translators: ranked(translators), reviewers: ranked(reviewed.filter_map(|unit| unit.record.reviewer.as_deref())) }
    }
}

fn ranked<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    names.filter(|name| !name.trim().is_empty()).for_each(|name| *counts.entry(name).or_default() += 1);
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    ranked.into_iter().map(|(name, _)| html::clean(name)).collect()
}

/// How much of a page a machine translated without anybody having reviewed it.
#[derive(Debug, Clone, Copy)]
struct Disclosed {
    machine: usize,
    is_all: bool,
}

impl Disclosed {
    /// A member of schema.org's `IPTCDigitalSourceEnumeration`.
    fn schema_org(self) -> &'static str {
        if self.is_all {
            "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
        } else {
            "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
        }
    }

    /// The values of the W3C AI Content Disclosure Community Group and of IPTC, and the notice.
    fn context(self, words: &Words, source: &Locale) -> Value {
        let (value, source_type, notice) = if self.is_all {
            ("ai-autonomous", "trainedAlgorithmicMedia", words.get("disclosure-all"))
        } else {
            ("mixed", "compositeWithTrainedAlgorithmicMedia", words.count("disclosure-some", self.machine, source))
        };
        let source_type = format!("http://cv.iptc.org/newscodes/digitalsourcetype/{source_type}");
        context! { value, source_type, notice }
    }
}
