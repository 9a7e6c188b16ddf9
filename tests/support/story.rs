//! An article with its translations into three languages, and what a test knows of them without asking the tool: which source
//! text each translation was made from. After every step the tool's answers are held against that.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::catalog::{self, Entry};
use super::{CONFIG, TestProject};

/// The article's name.
pub const ARTICLE: &str = "bridge";
/// The article's file.
pub const ARTICLE_PATH: &str = "articles/bridge.md";
/// The target locales.
pub const LOCALES: [&str; 3] = ["es", "ru", "ps"];

/// The article as it is at first.
pub const TEXT: &str = r#"---
title: The bridge over the Kabul River reopens
---

## What happened

The old bridge reopened on 3 May after eleven months of repairs. Around 400 people walked across it in the first hour.

The mayor called the day <em class="x">a good one</em> for the quarter.

- Cars stay out until autumn.
- Buses return on 12 June.

> "We waited long enough," said Gul Agha, a baker on the left bank.

| Year | Event |
| ---- | ----- |
| 1961 | The bridge is built. |

## What comes next

Run `lights --on {all}` to see the lamps. A second bridge is planned for 2027.

The quarter wants trees along the road. Shopkeepers have asked for benches under them. The council will decide in winter.
"#;

pub const TITLE: &str = "title";
pub const H_HAPPENED: &str = "h-what-happened-723n";
pub const OPENED: &str = "p-the-old-bridge-reopened-pjds";
pub const MAYOR: &str = "p-the-mayor-called-the-91j8";
pub const CARS: &str = "li-cars-stay-out-until-ztkl";
pub const BUSES: &str = "li-buses-return-on-12-o1aw";
pub const QUOTE: &str = "q-we-waited-long-enough-fpif";
pub const YEAR: &str = "td-year-xait";
pub const EVENT: &str = "td-event-mbah";
pub const Y1961: &str = "td-1961-i1cb";
pub const BUILT: &str = "td-the-bridge-is-built-o1ib";
pub const H_NEXT: &str = "h-what-comes-next-8jke";
pub const LIGHTS: &str = "p-run-lights-on-all-42q6";
pub const TREES: &str = "p-the-quarter-wants-trees-4w6j";

/// Every unit in reading order, with its translation into each of [`LOCALES`].
pub const TRANSLATIONS: [(&str, [&str; 3]); 14] = [
    (TITLE, ["Reabre el puente sobre el río Kabul", "Мост через реку Кабул снова открыт", "د کابل پر سیند پل بیا پرانیستل شو"]),
    (H_HAPPENED, ["Qué pasó", "Что произошло", "څه پېښ شول"]),
    (
        OPENED,
        [
            "El viejo puente reabrió el 3 de mayo tras once meses de obras.\nEn la primera hora lo cruzaron unas 400 personas.",
            "Старый мост открылся 3 мая после одиннадцати месяцев ремонта.\nЗа первый час по нему прошли около 400 человек.",
            "زوړ پل د یوولسو میاشتو ترمیم وروسته د مې په ۳مه پرانیستل شو.\nپه لومړي ساعت کې شاوخوا ۴۰۰ کسان پرې تېر شول.",
        ],
    ),
    (
        MAYOR,
        [
            "El alcalde dijo que fue { $html-1 }un buen día{ $html-2 } para el barrio.",
            "Мэр назвал этот день { $html-1 }хорошим{ $html-2 } для квартала.",
            "ښاروال دغه ورځ د سیمې لپاره { $html-1 }ښه ورځ{ $html-2 } وبلله.",
        ],
    ),
    (CARS, ["Los coches no pasarán hasta el otoño.", "Машины не пустят до осени.", "موټر به تر مني پورې نه تېرېږي."]),
    (BUSES, ["Los autobuses vuelven el 12 de junio.", "Автобусы вернутся 12 июня.", "بسونه به د جون په ۱۲مه راشي."]),
    (
        QUOTE,
        [
            "«Ya hemos esperado bastante», dijo Gul Agha, panadero de la orilla izquierda.",
            "«Мы ждали достаточно долго», — сказал Гуль Ага, пекарь с левого берега.",
            "د کیڼې غاړې نانوای ګل آغا وویل: «موږ ډېر انتظار وکړ.»",
        ],
    ),
    (YEAR, ["Año", "Год", "کال"]),
    (EVENT, ["Hecho", "Событие", "پېښه"]),
    (Y1961, ["1961", "1961", "۱۹۶۱"]),
    (BUILT, ["Se construye el puente.", "Построен мост.", "پل جوړ شو."]),
    (H_NEXT, ["Qué viene ahora", "Что дальше", "بل څه راځي"]),
    (
        LIGHTS,
        [
            "Ejecute { $code-1 } para ver las farolas.\nUn segundo puente está previsto para 2027.",
            "Запустите { $code-1 }, чтобы увидеть фонари.\nВторой мост запланирован на 2027 год.",
            "د څراغونو د لیدو لپاره { $code-1 } وچلوئ.\nدویم پل د ۲۰۲۷ لپاره په پام کې دی.",
        ],
    ),
    (
        TREES,
        [
            "El barrio quiere árboles a lo largo de la calle.\nLos tenderos han pedido bancos a su sombra.\nEl concejo decidirá en invierno.",
            "Квартал хочет деревья вдоль дороги.\nЛавочники попросили поставить под ними скамейки.\nСовет решит зимой.",
            "د سیمې خلک د سړک پر غاړه ونې غواړي.\nهټیوالو تر هغو لاندې څوکۍ غوښتې دي.\nشورا به په ژمي کې پرېکړه وکړي.",
        ],
    ),
];

/// The story so far.
pub struct Story {
    /// The project on disk.
    pub project: TestProject,
    /// By locale, unit and translation: the source texts it was made from, or that a person said it holds for.
    truth: BTreeMap<(String, String, String), BTreeSet<String>>,
    /// By locale and unit: the translation that people want to be there.
    live: BTreeMap<(String, String), String>,
    /// Whether catalogs carry notes.
    pub notes: bool,
}

impl Story {
    /// The article, synced once, with nothing translated.
    pub fn begun() -> Self {
        let project = TestProject::new(CONFIG);
        project.write(ARTICLE_PATH, TEXT);
        let mut story = Self { project, truth: BTreeMap::new(), live: BTreeMap::new(), notes: true };
        story.sync();
        story
    }

    /// The article translated into all three languages, and synced.
    pub fn translated() -> Self {
        let mut story = Self::begun();
        for (unit, texts) in TRANSLATIONS {
            for (locale, text) in LOCALES.iter().zip(texts) {
                story.translate(locale, unit, text);
            }
        }
        story.sync();
        story.check(&[]);
        story
    }

    /// Syncs, and asserts that a second sync writes nothing; gives the report on the article.
    #[track_caller]
    pub fn sync(&mut self) -> Value {
        self.sync_with(&[])
    }

    /// As [`Story::sync`], with more arguments.
    #[track_caller]
    pub fn sync_with(&mut self, arguments: &[&str]) -> Value {
        let report = self.project.json(&[&["sync"], arguments].concat());
        let files = self.project.snapshot();
        let again = self.project.json(&["sync"]);
        assert_eq!(again["written"], serde_json::json!([]), "a second sync writes");
        self.project.assert_is(&files, "by a second sync");
        report
    }

    /// Edits the article.
    #[track_caller]
    pub fn edit(&self, from: &str, to: &str) {
        self.project.replace(ARTICLE_PATH, from, to);
    }

    /// A translator writes the translation of a unit that has none, or another one, looking at the catalog as it stands.
    #[track_caller]
    pub fn translate(&mut self, locale: &str, unit: &str, text: &str) {
        let path = catalog_path(locale);
        let file = self.project.read(&path);
        let entry = self.entry(locale, unit);
        let seen = self.seen(locale, unit);
        let todo = format!("# [todo] {unit} =");
        let written = if text.contains('\n') {
            format!("{unit} =\n    {}", text.replace('\n', "\n    "))
        } else {
            format!("{unit} = {text}")
        };
        let replaced = if entry.lines.is_empty() {
            assert!(file.contains(&todo), "no todo of {unit} in {path}:\n{file}");
            file.replace(&todo, &written)
        } else {
            let at = file.find(&format!("\n{unit} =")).unwrap() + 1;
            let end = file[at..].find("\n\n").map_or(file.trim_end().len(), |end| at + end);
            format!("{}{written}{}", &file[..at], &file[end..])
        };
        self.project.write(&path, replaced);
        self.made_from(locale, unit, text, &seen);
        self.live.insert((locale.to_owned(), unit.to_owned()), text.to_owned());
    }

    /// Notes down that a translation renders a source text, because it was made from it or a person said so.
    pub fn made_from(&mut self, locale: &str, unit: &str, text: &str, source: &str) {
        let key = (locale.to_owned(), unit.to_owned(), text.to_owned());
        self.truth.entry(key).or_default().insert(source.to_owned());
    }

    /// Notes down that a person said of the translation there is that it holds for today's source.
    pub fn holds(&mut self, locale: &str, unit: &str) {
        let text = self.entry(locale, unit).text();
        let today = self.today(unit);
        self.made_from(locale, unit, &text, &today);
    }

    /// Notes down that a translation was put in place of the live one on purpose.
    pub fn stands(&mut self, locale: &str, unit: &str, text: Option<&str>) {
        let key = (locale.to_owned(), unit.to_owned());
        match text {
            Some(text) => self.live.insert(key, text.to_owned()),
            None => self.live.remove(&key),
        };
    }

    /// The entry of a unit in a locale's catalog.
    #[track_caller]
    pub fn entry(&self, locale: &str, unit: &str) -> Entry {
        let entries = catalog::read(&self.project.read(&catalog_path(locale)));
        catalog::find(&entries, unit).unwrap_or_else(|| panic!("no {unit} in {locale}")).clone()
    }

    /// Today's source text of a unit, with the contents of its placeables.
    pub fn today(&self, unit: &str) -> String {
        identify(&self.entry("en", unit))
    }

    /// The source text that the notes above a translation show, with the contents of placeables.
    fn seen(&self, locale: &str, unit: &str) -> String {
        let entry = self.entry(locale, unit);
        if entry.notes("source").is_empty() {
            return self.today(unit);
        }
        let lines: Vec<String> = entry.notes("source").iter().map(|line| (*line).to_owned()).collect();
        identify(&Entry { lines, ..entry })
    }

    /// The ids of the article's units in reading order.
    pub fn units(&self) -> Vec<String> {
        catalog::read(&self.project.read(&catalog_path("en"))).into_iter().map(|entry| entry.id).collect()
    }

    /// How a unit stands: `(freshness, grade)`.
    pub fn standing(&self, locale: &str, unit: &str) -> (String, Option<String>) {
        let explained = self.explain(locale, unit);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        (text(&explained["freshness"]).unwrap(), text(&explained["grade"]))
    }

    /// What `explain` says of a unit in a locale.
    pub fn explain(&self, locale: &str, unit: &str) -> Value {
        let address = format!("{ARTICLE}#{unit}");
        let explained = self.project.json(&["explain", &address, "--locale", locale]);
        explained["locales"][0].clone()
    }

    /// Asserts how a unit stands in all three languages; `grade` is only given for stale ones.
    #[track_caller]
    pub fn stands_everywhere(&self, unit: &str, freshness: &str, grade: Option<&str>) {
        for locale in LOCALES {
            let standing = self.standing(locale, unit);
            assert_eq!((standing.0.as_str(), standing.1.as_deref()), (freshness, grade), "{locale} {unit}");
        }
    }

    /// Holds everything the tool says against what this test knows. `exceptions` are units (locale, unit, freshness) for which the
    /// tool may know less than the test: they are never `current` unless the test knows that they are.
    #[track_caller]
    pub fn check(&self, exceptions: &[(&str, &str, &str)]) {
        let source = catalog::read(&self.project.read(&catalog_path("en")));
        for locale in LOCALES {
            let (states, grades) = self.states(locale);
            let entries = catalog::read(&self.project.read(&catalog_path(locale)));
            for unit in &source {
                let today = identify(unit);
                let entry = catalog::find(&entries, &unit.id).unwrap_or_else(|| panic!("{locale} lacks {}", unit.id));
                let state = states.get(&unit.id).map_or("current", String::as_str);
                let known = self.expected(locale, entry, &today);
                let exception = exceptions.iter().find(|(l, u, _)| *l == locale && *u == unit.id).map(|(_, _, state)| *state);
                if state == "current" {
                    assert_eq!(known, "current", "{locale} {} is falsely current: `{}` for `{today}`", unit.id, entry.text());
                }
                assert_eq!(state, exception.unwrap_or(known), "{locale} {}", unit.id);
                self.check_entry(locale, unit, entry, state, grades.get(&unit.id).map(String::as_str));
            }
        }
        self.check_nothing_lost();
    }

    /// By unit: how it stands if it is not current, and the grade of stale ones; as `todo` says.
    fn states(&self, locale: &str) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
        let todo = self.project.json(&["todo", locale]);
        assert_eq!(todo["unsynced"], 0);
        let (mut states, mut grades) = (BTreeMap::new(), BTreeMap::new());
        for item in todo["items"].as_array().unwrap() {
            let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
            if text("why") != "rejected" {
                states.insert(text("unit"), text("why"));
            }
            grades.insert(text("unit"), text("grade"));
        }
        (states, grades)
    }

    fn expected(&self, locale: &str, entry: &Entry, today: &str) -> &'static str {
        if entry.lines.is_empty() {
            return "missing";
        }
        let key = (locale.to_owned(), entry.id.clone(), entry.text());
        let made_from = self.truth.get(&key).unwrap_or_else(|| panic!("nobody wrote {key:?}"));
        if made_from.contains(today) { "current" } else { "stale" }
    }

    /// What stands in the file fits what is said of the unit.
    #[track_caller]
    fn check_entry(&self, locale: &str, source: &Entry, entry: &Entry, state: &str, grade: Option<&str>) {
        let place = format!("{locale} {}:\n{}", entry.id, entry.bytes);
        let sources = entry.notes("source");
        if !self.notes {
            let notes = ["source", "was", "stale", "html-1", "code-1"].iter().any(|tag| !entry.notes(tag).is_empty());
            assert!(!notes, "notes although switched off: {place}");
            return;
        }
        assert_eq!(sources, source.lines, "the notes do not show today's source: {place}");
        assert_eq!(entry.notes("html-1"), source.notes("html-1"), "{place}");
        assert_eq!(entry.notes("code-1"), source.notes("code-1"), "{place}");
        let stale = entry.notes("stale");
        match state {
            "stale" => {
                assert_eq!(stale.len(), 1, "{place}");
                assert!(stale[0].starts_with(grade.unwrap()), "the note says another grade than {grade:?}: {place}");
                assert!(entry.indent >= 8, "a stale body stands indented: {place}");
            }
            _ => {
                assert!(stale.iter().all(|note| note.starts_with("rejected")), "{place}");
                // A text that came out of another unit shows that one's, with its translation, until it is translated itself.
                let inherits = state == "missing" && entry.notes("note").iter().any(|note| note.starts_with("old translation ("));
                assert!(entry.notes("was").is_empty() || inherits, "{place}");
                assert!(entry.indent < 8, "{place}");
            }
        }
    }

    /// Every translation that people want to be there is in its catalog, or waits whole in its ledger.
    #[track_caller]
    fn check_nothing_lost(&self) {
        for ((locale, unit), text) in &self.live {
            let entries = catalog::read(&self.project.read(&catalog_path(locale)));
            let standing = catalog::find(&entries, unit).map(Entry::text);
            let waiting = self.waiting(locale, unit).map(|bytes| catalog::read(&bytes).first().map(Entry::text));
            let found = standing.as_ref() == Some(text) || waiting.as_ref().is_some_and(|waiting| waiting.as_ref() == Some(text));
            assert!(found, "{locale} {unit}: `{text}` is lost; in the catalog {standing:?}, in the ledger {waiting:?}");
        }
    }

    /// The entry of an obsolete unit that waits in a locale's ledger.
    pub fn waiting(&self, locale: &str, unit: &str) -> Option<String> {
        let ledger = self.project.read(&ledger_path(locale));
        // Table by table, as another one may be damaged.
        let mine = |table: &&str| table.starts_with(&format!("[{unit}]\n")) && table.contains("\nentry = ");
        let table = ledger.split("\n\n").find(mine)?;
        let ledger: toml_edit::DocumentMut = table.parse().expect("a table is TOML");
        Some(ledger.get(unit)?.get("entry")?.as_str()?.to_owned())
    }
}

/// How many new texts a sync recorded on which evidence, as `(ledger, notes, catalog, none)`.
pub fn recorded(report: &Value, locale: &str) -> (u64, u64, u64, u64) {
    let article = report["articles"].as_array().unwrap().iter().find(|article| article["article"] == ARTICLE).unwrap();
    let count = |evidence: &str| article["locales"][locale]["recorded"][evidence].as_u64().unwrap_or(0);
    (count("ledger"), count("notes"), count("catalog"), count("none"))
}

/// What a sync says happened to units of the source: `(unit, change, grade)`.
pub fn edits(report: &Value) -> Vec<(String, String, Option<String>)> {
    let article = report["articles"].as_array().unwrap().iter().find(|article| article["article"] == ARTICLE).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let edits = article["edits"].as_array().unwrap().iter();
    edits.map(|edit| (text(&edit["unit"]).unwrap(), text(&edit["change"]).unwrap(), text(&edit["grade"]))).collect()
}

/// The catalog of the article in a locale.
pub fn catalog_path(locale: &str) -> String {
    format!("locales/{locale}/{ARTICLE}.ftl")
}

/// The ledger of the article in a locale.
pub fn ledger_path(locale: &str) -> String {
    format!("locales/{locale}/{ARTICLE}.ledger.toml")
}

/// A source text as a whole: its lines, and the contents of its placeables.
fn identify(entry: &Entry) -> String {
    let contents = entry.comments.iter().filter(|line| line.starts_with("[html-") || line.starts_with("[code-"));
    entry.lines.iter().chain(contents).cloned().collect::<Vec<_>>().join("\n")
}
