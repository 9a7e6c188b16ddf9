//! A point in time as people write it down in a file: a date, a time and an offset from UTC (RFC 3339, the seconds may be left
//! out). A time without an offset names another moment in every newsroom, so there is none.

use std::fmt;
use std::str::FromStr;

/// A point in time, in seconds from 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// Why a text is no point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a date and a time with an offset, such as 2026-11-23T06:00+01:00", .0.escape_debug())]
pub struct MomentError(String);

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).map(Moment).ok_or_else(|| MomentError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<i64> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-', &[4, 2, 2])?[..] else { return None };
    let rest = rest.trim_start();
    let at = rest.find(['Z', 'z', '+', '-', ' '])?;
    let (clock, offset) = (&rest[..at], rest[at..].trim_start());
    let clock = match numbers(clock, ':', &[2, 2]) {
        Some(clock) => [clock[0], clock[1], 0],
        None => numbers(clock.split('.').next()?, ':', &[2, 2, 2])?.try_into().ok()?,
    };
    let [hour, minute, second] = clock;
    if !(1..=12).contains(&month) || day < 1 || day > days_of(year, month) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = match offset {
        "Z" | "z" => 0,
        _ => {
            let [hours, minutes] = numbers(offset.get(1..)?, ':', &[2, 2])?[..] else { return None };
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            if hours > 23 || minutes > 59 || !offset.starts_with(['+', '-']) {
                return None;
            }
            sign * (hours * 3600 + minutes * 60)
        }
    };
    Some(days_before(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

/// The parts of `text` between `separator`, each with its number of digits.
fn numbers(text: &str, separator: char, digits: &[usize]) -> Option<Vec<i64>> {
    let parts: Vec<&str> = text.split(separator).collect();
    let fits = |(part, length): (&&str, &usize)| part.len() == *length && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() != digits.len() || !parts.iter().zip(digits).all(fits) {
        return None;
    }
    parts.iter().map(|part| part.parse().ok()).collect()
}

fn days_of(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar; years are counted from March, so that a leap day ends one.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

impl fmt::Display for Moment {
    /// In UTC, as RFC 3339 has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, seconds) = (self.0.div_euclid(86_400), self.0.rem_euclid(86_400));
        // Years of 365.2425 days, then one up or down.
        let mut year = 1970 + (days * 400).div_euclid(146_097);
        year += i64::from(days >= days_before(year + 1, 1, 1)) - i64::from(days < days_before(year, 1, 1));
        let mut day = days - days_before(year, 1, 1);
        let mut month = 1;
        while day >= days_of(year, month) {
            day -= days_of(year, month);
            month += 1;
        }
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", day + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn moments_are_read_with_their_offset_and_written_in_utc() {
        for (text, utc) in [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2026-11-23T06:00+01:00", "2026-11-23T05:00:00Z"),
            ("2024-02-29 23:30:15 -04:30", "2024-03-01T04:00:15Z"),
            ("2025-12-31T23:59:59.123+04:30", "2025-12-31T19:29:59Z"),
            ("2000-02-29T12:00Z", "2000-02-29T12:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(text.parse::<Moment>().expect(text).to_string(), utc);
        }
        assert_eq!("2026-11-23T00:00:00Z".parse(), Ok(Moment(1_795_392_000)));
        for text in
            ["", "2026-11-23", "2026-11-23T06:00", "2026-02-29T06:00Z", "2026-13-01T06:00Z", "tomorrow", "2026-11-23T24:00Z"]
        {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
