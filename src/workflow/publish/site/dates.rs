//! Dates and numbers as readers write them: their calendar, their digits, their order (CLDR by way of ICU4X).

use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::options::YearStyle;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::{LanguageIdentifier, LocaleExpander};

use crate::base::Locale;

/// A date of an article's head, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    /// ISO 8601: a date, or a date with a time and an offset if the head has both.
    pub machine: String,
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2025-07-04`, or a time of that day in RFC 3339. Anything else is no date.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.split_once(['T', 't', ' ']) {
            Some((date, time)) => (date, Some(time.trim())),
            None => (text, None),
        };
        let mut parts = date.splitn(3, '-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let (year, month, day) = (i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Date::try_new_iso(year, month, day).ok()?;
        // A time without an offset says nothing that holds everywhere.
        let machine = match time.filter(|time| is_time(time)) {
            Some(time) => format!("{date}T{}", time.to_ascii_uppercase()),
            None => date.to_owned(),
        };
        Some(Self { machine, year, month, day })
    }

    /// The same as a point in time, as Atom asks for it (RFC 3339): a day is its first second in UTC.
    pub fn instant(&self) -> String {
        if self.machine.contains('T') { self.machine.clone() } else { format!("{}T00:00:00Z", self.machine) }
    }
}

/// Whether `time` is `hh:mm:ss`, with or without fractions, and an offset.
fn is_time(time: &str) -> bool {
    let Some((clock, offset)) = time.find(['Z', 'z', '+', '-']).map(|at| time.split_at(at)) else { return false };
    let digits = |text: &str, form: &str| {
        text.len() == form.len()
            && text.bytes().zip(form.bytes()).all(|(b, f)| if f == b'0' { b.is_ascii_digit() } else { b == f })
    };
    let (seconds, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    digits(seconds, "00:00:00")
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit())
        && (matches!(offset, "Z" | "z") || digits(&offset[1..], "00:00"))
}

/// Writes dates, and remembers those it wrote: making a formatter takes longer than using it.
#[derive(Default)]
pub(super) struct Dates(Mutex<HashMap<(Locale, String), String>>);

impl fmt::Debug for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dates")
    }
}

impl Dates {
    /// `day` in the calendar and the digits of `locale`.
    pub fn write(&self, day: &Day, locale: &Locale) -> String {
        let key = (locale.clone(), day.machine.clone());
        if let Some(known) = self.0.lock().expect("nobody panics while holding it").get(&key) {
            return known.clone();
        }
        let date = Date::try_new_iso(day.year, day.month, day.day).ok();
        let formatter =
            DateTimeFormatter::try_new(with_region(locale).into(), YMD::long().with_year_style(YearStyle::NoEra)).ok();
        let written = match (date, formatter) {
            (Some(date), Some(formatter)) => without_foreign_era(&formatter.format(&date).to_string(), locale),
            _ => day.machine.clone(),
        };
        self.0.lock().expect("nobody panics while holding it").insert(key, written.clone());
        written
    }
}

/// A date without the era that CLDR has no word for in a language of another script: it would stand there as `AP`.
fn without_foreign_era(date: &str, locale: &Locale) -> String {
    let is_latin = maximal(locale).script.is_none_or(|script| script.as_str() == "Latn");
    let is_era = |word: &&str| !is_latin && word.bytes().all(|b| b.is_ascii_uppercase());
    date.split(' ').filter(|word| !is_era(word)).collect::<Vec<_>>().join(" ")
}

/// `number` in the digits of `locale`.
pub(super) fn write_number(number: usize, locale: &Locale) -> String {
    let decimal = Decimal::from(u64::try_from(number).unwrap_or(u64::MAX));
    let formatter = DecimalFormatter::try_new(with_region(locale).into(), Default::default());
    formatter.map_or_else(|_| number.to_string(), |formatter| formatter.format(&decimal).to_string())
}

/// The locale with its likely region, which decides the calendar: `ps` is read in Afghanistan.
fn with_region(locale: &Locale) -> icu_locale::Locale {
    icu_locale::Locale::from(maximal(locale))
}

/// The locale with its likely script and region.
pub(super) fn maximal(locale: &Locale) -> LanguageIdentifier {
    let mut id: LanguageIdentifier = locale.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    LocaleExpander::new_extended().maximize(&mut id);
    id
}

#[cfg(test)]
mod tests {
    use super::{Dates, Day, write_number};

    #[test]
    fn dates_are_written_in_the_readers_calendar_and_digits() {
        let dates = Dates::default();
        let day = Day::read("2025-07-04").unwrap();
        let cases = [
            ("en", "July 4, 2025"),
            ("de", "4. Juli 2025"),
            ("es", "4 de julio de 2025"),
            ("ja", "2025年7月4日"),
            ("zh-Hans", "2025年7月4日"),
        ];
        for (locale, expected) in cases {
            assert_eq!(dates.write(&day, &locale.parse().unwrap()), expected);
        }
        for locale in ["fa-AF", "ps"] {
            let written = dates.write(&day, &locale.parse().unwrap());
            assert!(written.contains("۱۴۰۴") && written.contains("۱۳"), "{locale}: {written}");
            assert!(!written.contains(|c: char| c.is_ascii_alphabetic()), "{locale}: {written}");
        }
        assert_eq!(write_number(12, &"ps".parse().unwrap()), "۱۲");
    }

    #[test]
    fn only_dates_are_dates() {
        for text in ["", "today", "2025-13-01", "2025-02-30", "4 July 2025", "20250704", "2025-7-4"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
        assert_eq!(Day::read("2025-07-04T08:00:00+04:30").unwrap().machine, "2025-07-04T08:00:00+04:30");
        assert_eq!(Day::read("2025-07-04 08:00").unwrap().machine, "2025-07-04");
        assert_eq!(Day::read("2025-07-04").unwrap().instant(), "2025-07-04T00:00:00Z");
    }
}
