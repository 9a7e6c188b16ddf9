//! Units of unusual size and shape are processed like others, and in time.

use std::time::Instant;

use tarjuman::base::{Fingerprint, Locale, normalise};
use tarjuman::engine::align::{AlignUnit, align};
use tarjuman::engine::diff::words;
use tarjuman::engine::grade::grade;
use tarjuman::engine::identity::name;
use tarjuman::engine::segment::{join_segments, segment};
use tarjuman::model::{Element, Placeables, Role};

#[test]
fn long_and_deep_texts_are_processed() {
    let locale: Locale = "en".parse().unwrap();
    let shapes = [
        "Word after word. ".repeat(12_000),
        "(".repeat(50_000),
        "[".repeat(20_000) + &"]".repeat(20_000),
        "*a ".repeat(20_000),
        "_a_ ".repeat(20_000),
        "“".repeat(50_000),
        "x".repeat(200_000),
        "7".repeat(200_000),
        "<b>".repeat(20_000),
        "not ".repeat(20_000),
        "今日は晴れ。".repeat(10_000),
    ];
    for text in &shapes {
        let started = Instant::now();
        let start: String = text.chars().take(12).collect();
        let content = vec![Element::Text(text.trim().to_owned())];
        assert_eq!(join_segments(&segment(&content, &Placeables::new(), &locale)), content, "{start}");
        let normal = normalise(text).into_owned();
        assert_eq!(normalise(&normal), normal, "{start}");
        let edited = format!("{text} z");
        grade(text, &edited, &locale);
        words(text, &edited);
        let role = Role::Paragraph;
        name(&role, text, Fingerprint::of(text), &|_| false);
        let unit = |text| AlignUnit { role: &role, text, fingerprint: Fingerprint::of(text) };
        assert!(align(&[unit(text.as_str())], &[unit(edited.as_str())]).ambiguous.is_empty());
        println!("{start}: {:?}", started.elapsed());
        assert!(started.elapsed().as_secs() < 60, "{start}");
    }
}
