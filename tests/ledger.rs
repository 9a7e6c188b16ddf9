//! Ledgers and the record of what is published: what is written reads back the same, and damage stays where it is.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::{Fingerprint, Locale};
use tarjuman::format::ledger::{read_source, read_target, write_source, write_target};
use tarjuman::format::published;
use tarjuman::model::{
    DamagedTable, Impact, Ledger, Lineage, LineageKind, Origin, Published, PublishedLocale, PublishedPage, PublishedUnit,
    SourceRecord, SourceText, State, TargetRecord, UnitId, Verdict,
};

const CASES: u32 = 20_000;

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

/// Any text, with what is special in TOML, in Fluent and to git more often than chance would have it.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\t"),
        Just("\""),
        Just("\"\"\""),
        Just("'"),
        Just("'''"),
        Just("\\"),
        Just("\n["),
        Just("\n[p-a]\n"),
        Just("\n<<<<<<< a\n"),
        Just("=======\n"),
        Just("\n\n"),
        Just(" "),
        Just("{ $x }"),
        Just("\u{0}"),
        Just("\u{7F}"),
        Just("\u{85}"),
        Just("\u{FEFF}"),
        Just("# c"),
        Just("طالبان"),
        Just("a = 1\n"),
    ];
    let piece = prop_oneof![3 => special.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-z ]{0,12}"];
    vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn id() -> impl Strategy<Value = UnitId> {
    "[a-zA-Z][a-zA-Z0-9_-]{0,6}".prop_map(|text| text.parse().unwrap())
}

fn fingerprint() -> impl Strategy<Value = Fingerprint> {
    (0u8..3, 0u64..1 << 48).prop_map(|(version, bits)| format!("{version}:{bits:012x}").parse().unwrap())
}

fn unknown() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        Just("later = \"than this version\"".to_owned()),
        Just("number = 1.5 # why not".to_owned()),
        Just("# damaged: [x".to_owned()),
        Just("dotted = { a = { b = [1, 2979-05-27] } }".to_owned()),
    ];
    vec(line, 0..3).prop_map(|mut lines| {
        lines.sort();
        lines.dedup();
        lines
    })
}

fn target_record() -> impl Strategy<Value = TargetRecord> {
    let origin =
        prop_oneof![Just(Origin::Human), Just(Origin::Memory), Just(Origin::Unrecorded), "[!#-~]{1,8}".prop_map(Origin::Machine)];
    let print = || option::of(fingerprint());
    (
        (print(), print(), 0usize..4, option::of(origin), option::of(any_text()), option::of(any_text())),
        (
            print(),
            option::of(any_text()),
            vec((fingerprint(), print()), 0..3),
            vec(option::of(any_text()), 2),
            vec(any_text(), 0..3),
            unknown(),
        ),
    )
        .prop_map(
            |((renders, target, state, origin, translator, reviewer), (signed, rejected, earlier, mut texts, terms, unknown))| {
                let state = State::ALL[state];
                TargetRecord {
                    renders,
                    target,
                    touch: None,
                    state,
                    origin,
                    translator,
                    reviewer,
                    signed,
                    terms,
                    rejected,
                    earlier,
                    offered: texts.pop().flatten(),
                    entry: texts.pop().flatten(),
                    unknown,
                }
            },
        )
}

fn source_record() -> impl Strategy<Value = SourceRecord> {
    let placeables = || btree_map(prop_oneof![Just("html-1".to_owned()), any_text()], any_text(), 0..3);
    let text = (any::<u32>(), fingerprint(), vec(any_text(), 0..3), placeables())
        .prop_map(|(revision, fingerprint, lines, placeables)| SourceText { revision, fingerprint, lines, placeables });
    let verdict = (fingerprint(), fingerprint(), 0usize..4).prop_map(|(from, to, impact)| Verdict {
        from,
        to,
        impact: Impact::ALL[impact],
    });
    let lineage = (any::<bool>(), id())
        .prop_map(|(split, of)| Lineage { kind: if split { LineageKind::SplitFrom } else { LineageKind::MergedWith }, of });
    (
        (proptest::option::of(any_text()), fingerprint(), any::<u32>(), any::<u32>(), any::<bool>(), placeables()),
        (vec(text, 0..3), vec(verdict, 0..3), vec(lineage, 0..3), unknown()),
    )
        .prop_map(
            |((field, fingerprint, revision, last_revision, obsolete, placeables), (earlier, verdicts, lineage, unknown))| {
                SourceRecord {
                    field,
                    fingerprint,
                    revision,
                    last_revision,
                    obsolete,
                    placeables,
                    earlier,
                    verdicts,
                    lineage,
                    unknown,
                }
            },
        )
}

fn ledger<R: std::fmt::Debug + Clone>(record: impl Strategy<Value = R>) -> impl Strategy<Value = Ledger<R>> {
    btree_map(id(), record, 0..4).prop_map(|units| Ledger { units, damaged: Vec::new() })
}

#[test]
fn any_target_ledger_reads_back_the_same() {
    runner(CASES)
        .run(&ledger(target_record()), |ledger| {
            let text = write_target(&ledger);
            let read = read_target(&text);
            prop_assert_eq!(&read.diagnostics, &vec![], "{}", text);
            prop_assert_eq!(&read.ledger, &ledger, "{}", text);
            prop_assert!(!read.conflicted && read.writable);
            prop_assert_eq!(write_target(&read.ledger), text);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_source_ledger_reads_back_the_same() {
    runner(CASES)
        .run(&ledger(source_record()), |ledger| {
            let text = write_source(&ledger);
            let read = read_source(&text);
            prop_assert_eq!(&read.diagnostics, &vec![], "{}", text);
            prop_assert_eq!(&read.ledger, &ledger, "{}", text);
            prop_assert_eq!(write_source(&read.ledger), text);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_ledger_checked_out_with_crlf_reads_the_same() {
    runner(2_000)
        .run(&ledger(target_record()), |ledger| {
            let read = read_target(&write_target(&ledger).replace('\n', "\r\n"));
            prop_assert_eq!(&read.ledger, &ledger);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_is_written_is_toml_to_others_too() {
    runner(5_000)
        .run(&(ledger(target_record()), ledger(source_record())), |(target, source)| {
            for text in [write_target(&target), write_source(&source)] {
                let parsed = text.parse::<toml_edit::DocumentMut>();
                prop_assert!(parsed.is_ok(), "{:?}\n{}", parsed.err(), text);
            }
            let document = write_target(&target).parse::<toml_edit::DocumentMut>().unwrap();
            for (id, record) in &target.units {
                let entry = document[id.as_str()].get("entry").and_then(|item| item.as_str());
                prop_assert_eq!(entry, record.entry.as_deref());
            }
            Ok(())
        })
        .unwrap();
}

/// What may happen to the bytes of one table: characters put in, taken out, or the end cut off.
fn damage(text: &str, at: prop::sample::Index, insert: &str, remove: usize) -> String {
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let start = boundaries[at.index(boundaries.len())];
    let end = text[start..].char_indices().nth(remove).map_or(text.len(), |(end, _)| start + end);
    format!("{}{insert}{}", &text[..start], &text[end..])
}

#[test]
fn damage_to_one_table_costs_that_table_only() {
    let insert = prop_oneof![
        Just("'''"),
        Just("\"\"\""),
        Just("\""),
        Just("["),
        Just("]"),
        Just("\n"),
        Just("="),
        Just("{"),
        Just(""),
        Just("\u{0}"),
        Just("\n<<<<<<< HEAD\n"),
        Just("\nrubbish\n"),
        Just("#"),
    ];
    let strategy =
        (btree_map(id(), target_record(), 3..5), any::<prop::sample::Index>(), any::<prop::sample::Index>(), insert, 0usize..40);
    runner(CASES)
        .run(&strategy, |(units, which, at, insert, remove)| {
            let ledger = Ledger { units: units.clone(), damaged: Vec::new() };
            let text = write_target(&ledger);
            let victim = units.keys().nth(which.index(units.len())).unwrap();
            let header = format!("\n[{victim}]\n");
            let start = text.find(&header).unwrap() + 1;
            let end = text[start..].match_indices("\n\n[").map(|(at, _)| start + at).next().unwrap_or(text.len() - 1);
            let broken = format!("{}{}{}", &text[..start], damage(&text[start..end], at, insert, remove), &text[end..]);
            let read = read_target(&broken);
            for (id, record) in units.iter().filter(|(id, _)| *id != victim) {
                // A damaged header may name the neighbour: then nobody can tell which of the two is meant.
                if read.ledger.damaged.iter().any(|table| table.id.as_ref() == Some(id)) {
                    prop_assert!(broken.matches(&format!("\n[{id}]")).count() > 1, "lost {}\n{}", id, broken);
                    continue;
                }
                prop_assert_eq!(read.ledger.units.get(id), Some(record), "{}\n{}", id, broken);
            }
            // Writing keeps the damaged bytes, and is a fixed point from there on.
            let written = write_target(&read.ledger);
            for table in &read.ledger.damaged {
                prop_assert!(written.contains(&table.raw) || read.ledger.units.keys().any(|id| table.id.as_ref() == Some(id)));
            }
            let again = read_target(&written).ledger;
            prop_assert_eq!(&again.units, &read.ledger.units, "{}\n---\n{}", broken, written);
            prop_assert_eq!(write_target(&again), written);
            Ok(())
        })
        .unwrap();
}

#[test]
fn damage_to_one_table_of_a_source_ledger_costs_that_table_only() {
    let insert =
        prop::sample::select(vec!["'''", "\"\"\"", "\"", "[", "]", "\n", "=", "}", "", "\u{0}", "\n=======\n", "#", "\n[["]);
    let units = btree_map(id(), source_record(), 3..5);
    let strategy = (units, any::<prop::sample::Index>(), any::<prop::sample::Index>(), insert, 0usize..40);
    runner(CASES)
        .run(&strategy, |(units, which, at, insert, remove)| {
            let text = write_source(&Ledger { units: units.clone(), damaged: Vec::new() });
            let victim = units.keys().nth(which.index(units.len())).unwrap();
            let start = text.find(&format!("\n[{victim}]\n")).unwrap() + 1;
            let end = text[start..].match_indices("\n\n[").map(|(at, _)| start + at).next().unwrap_or(text.len() - 1);
            let broken = format!("{}{}{}", &text[..start], damage(&text[start..end], at, insert, remove), &text[end..]);
            let read = read_source(&broken);
            for (id, record) in units.iter().filter(|(id, _)| *id != victim) {
                if read.ledger.damaged.iter().any(|table| table.id.as_ref() == Some(id)) {
                    prop_assert!(broken.matches(&format!("\n[{id}]")).count() > 1, "lost {}\n{}", id, broken);
                    continue;
                }
                prop_assert_eq!(read.ledger.units.get(id), Some(record), "{}\n{}", id, broken);
            }
            let written = write_source(&read.ledger);
            let again = read_source(&written).ledger;
            prop_assert_eq!(&again.units, &read.ledger.units, "{}\n---\n{}", broken, written);
            prop_assert_eq!(write_source(&again), written);
            Ok(())
        })
        .unwrap();
}

#[test]
fn no_word_of_any_file_is_lost_by_writing_it_again() {
    let pieces = vec![
        "[a]\n",
        "[b]\n",
        "[a.b]\n",
        "[[a]]\n",
        "[\n",
        "[ a ]\n",
        "state = \"final\"\n",
        "translator = \"@\"\n",
        "rejected = '@'\n",
        "@ = 1\n",
        "x.@ = 1.5\n",
        "entry = '''\n@\n'''\n",
        "entry = \"\"\"@\n",
        "'''\n",
        "# @\n",
        "\n",
        "\n\n",
        "@\n",
        "<<<<<<< @\n",
        "=======\n",
        "earlier = [\n",
        "]\n",
        "\"@\" = { @ = '' }\n",
        "  @ = [ '@' ]\n",
        "version = 1\n",
        "origin = \"machine:@\"\n",
    ];
    runner(60_000)
        .run(&vec(prop::sample::select(pieces), 0..14), |pieces| {
            let mut text = String::new();
            let mut count = 0;
            for part in pieces.concat().split_inclusive('@') {
                text.push_str(part);
                if part.ends_with('@') {
                    text.truncate(text.len() - 1);
                    text.push_str(&format!("w{count}w"));
                    count += 1;
                }
            }
            let read = read_target(&text);
            let written = write_target(&read.ledger);
            for word in 0..count {
                prop_assert!(written.contains(&format!("w{word}w")), "lost w{}w\n{}\n---\n{}", word, text, written);
            }
            // Sub-tables that damage had cut off may find back to their table.
            if text.contains("[a.b]") || text.contains("[[a]]") {
                return Ok(());
            }
            let again = read_target(&written);
            prop_assert_eq!(&again.ledger.units, &read.ledger.units, "{}\n---\n{}", text, written);
            prop_assert_eq!(write_target(&again.ledger), written);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_table_whose_header_is_lost_does_not_change_its_neighbour() {
    let text = "version = 1\n\n[a]\n\n[b]\nrenders = \"1:000000000001\"\n\n[c]\nstate = \"final\"\n";
    let read = read_target(&text.replace("[b]\n", ""));
    assert_eq!(read.ledger.units[&"a".parse::<UnitId>().unwrap()], TargetRecord::default());
    assert_eq!(read.ledger.damaged[0].raw, "renders = \"1:000000000001\"");
    assert_eq!(read.diagnostics.len(), 1);
    assert_eq!(read.diagnostics[0].place.line, 5);
}

#[test]
fn duplicate_tables_are_both_kept_and_neither_is_used() {
    let text = "version = 1\n\n[a]\nstate = \"final\"\n\n[a]\nstate = \"reviewed\"\n\n[b]\n";
    let read = read_target(text);
    assert_eq!(read.ledger.units.len(), 1);
    assert_eq!(read.ledger.damaged.len(), 2);
    assert_eq!(read.diagnostics.iter().map(|d| d.place.line).collect::<Vec<_>>(), [3, 6]);
    assert_eq!(write_target(&read.ledger), text);
}

#[test]
fn a_record_made_anew_keeps_the_damaged_one_as_a_comment() {
    let mut ledger = read_target("version = 1\n\n[a]\nstate = \"fin\"\nentry = '''\na = Übersetzung\n'''\n").ledger;
    assert_eq!(ledger.damaged.len(), 1);
    ledger.units.insert("a".parse().unwrap(), TargetRecord { state: State::Reviewed, ..TargetRecord::default() });
    let text = write_target(&ledger);
    let read = read_target(&text);
    assert_eq!(read.diagnostics, []);
    assert_eq!(read.ledger.units[&"a".parse::<UnitId>().unwrap()].state, State::Reviewed);
    assert!(text.contains("# damaged: a = Übersetzung\n"), "{text}");
    assert_eq!(write_target(&read.ledger), text);
}

#[test]
fn conflict_markers_are_reported_once_with_their_line() {
    let text = "version = 1\n\n<<<<<<< HEAD\n[a]\nstate = \"final\"\n=======\n[a]\n>>>>>>> other\n";
    let read = read_target(text);
    assert!(read.conflicted);
    let markers: Vec<_> = read.diagnostics.iter().filter(|d| d.code == "conflict-markers").collect();
    assert_eq!(markers.len(), 1);
    assert_eq!(markers[0].place.line, 3);
}

#[test]
fn a_newer_version_is_read_as_far_as_it_goes_and_never_replaced() {
    let read = read_target("version = 2\n\n[a]\nstate = \"final\"\n");
    assert!(!read.writable);
    assert_eq!(read.diagnostics[0].code, "newer-version");
    assert_eq!(read.ledger.units.len(), 1);
}

#[test]
fn an_empty_or_missing_ledger_is_empty_without_a_complaint() {
    assert_eq!(read_target("").diagnostics, []);
    assert_eq!(read_source("version = 1\n").ledger, Ledger::default());
    assert_eq!(write_source(&Ledger::default()), "version = 1\n");
}

#[test]
fn other_spellings_of_the_same_tables_are_understood() {
    let text = "version = 1 # ours\n[ p-a ] # header\nfingerprint = '1:000000000001'\nrevision = +1\nplaceables.html-1 = '<br>'\n\
                [[p-a.earlier]]\nrevision = 0\nfingerprint = '1:000000000002'\nlines = [\n'x', # first\n]\nplaceables = {}\n";
    let read = read_source(text);
    assert_eq!(read.diagnostics, []);
    let record = &read.ledger.units[&"p-a".parse::<UnitId>().unwrap()];
    assert_eq!(record.placeables["html-1"], "<br>");
    assert_eq!(record.earlier[0].lines, ["x"]);
    assert_eq!(read_source(&write_source(&read.ledger)).ledger, read.ledger);
}

#[test]
fn a_string_with_header_like_lines_from_another_tool_stays_whole() {
    let text = "version = 1\n\n[a]\nentry = '''\n[one] x\n[b]\n'''\n\n[b]\nstate = \"final\"\n";
    let read = read_target(text);
    assert_eq!(read.diagnostics, []);
    assert_eq!(read.ledger.units[&"a".parse::<UnitId>().unwrap()].entry.as_deref(), Some("[one] x\n[b]\n"));
    assert_eq!(read.ledger.units.len(), 2);
}

#[test]
fn a_ledger_looks_as_the_design_says() {
    let record = TargetRecord {
        renders: Some("1:8f3c1b9e04d7".parse().unwrap()),
        target: Some("1:0b7d5511ac92".parse().unwrap()),
        state: State::Reviewed,
        origin: Some(Origin::Machine("deepl".to_owned())),
        translator: Some("A. \"Name\"".to_owned()),
        earlier: vec![("1:55aa00000000".parse().unwrap(), None)],
        entry: Some("# note\na = b\n".to_owned()),
        ..TargetRecord::default()
    };
    let damaged = DamagedTable { id: "b".parse().ok(), raw: "[b]\nstate = 1".to_owned(), line: 1 };
    let units = [("p-a".parse().unwrap(), record), ("a".parse().unwrap(), TargetRecord::default())].into();
    let expected = "version = 1\n\n[a]\n\n[b]\nstate = 1\n\n[p-a]\nrenders = \"1:8f3c1b9e04d7\"\ntarget = \"1:0b7d5511ac92\"\n\
                    state = \"reviewed\"\norigin = \"machine:deepl\"\ntranslator = \"A. \\\"Name\\\"\"\nearlier = [\n    \
                    \"1:55aa00000000→?\",\n]\nentry = '''\n# note\na = b\n'''\n";
    assert_eq!(write_target(&Ledger { units, damaged: vec![damaged] }), expected);
}

#[test]
fn any_record_of_what_is_published_reads_back_the_same() {
    let locale = prop_oneof![Just("ps"), Just("fa-AF"), Just("zh-Hans")].prop_map(|text| text.parse::<Locale>().unwrap());
    let unit = (fingerprint(), option::of(fingerprint()), any::<bool>()).prop_map(|(text, renders, fallback)| PublishedUnit {
        text,
        renders,
        fallback,
    });
    let lines = (any_text(), any_text(), any_text(), any_text(), vec(any_text(), 0..3), any::<bool>());
    let page = lines.prop_map(|(title, summary, date, updated, earlier, untranslated)| PublishedPage {
        title,
        summary,
        date,
        updated,
        earlier,
        untranslated,
    });
    let numbers = (0..9u32, 0..9u32, option::of(fingerprint()));
    let entry = (any_text(), numbers, option::of(page), btree_map(id(), unit, 0..4)).prop_map(
        |(output, (revision, more, text), page, units)| PublishedLocale {
            output,
            revision,
            last_revision: revision + more,
            text,
            page,
            units,
        },
    );
    let withdrawn = btree_map(locale.clone(), 0..9u32, 0..3);
    let strategy = (btree_map(locale, entry, 0..3), withdrawn).prop_map(|(locales, mut withdrawn)| {
        withdrawn.retain(|locale, _| !locales.contains_key(locale));
        Published { locales, withdrawn }
    });
    runner(CASES)
        .run(&strategy, |record| {
            let text = published::write(&record);
            let read = published::read(&text);
            prop_assert_eq!(&read.diagnostics, &vec![], "{}", text);
            prop_assert_eq!(&read.published, &record, "{}", text);
            prop_assert_eq!(published::write(&read.published), text);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_damaged_table_of_what_is_published_costs_one_unit() {
    let text = "version = 1\n\n[ps]\noutput = \"ps/a.md\"\n\n[ps.p-a]\ntext = \"1:00\"\n\n[ps.p-b]\ntext = \"1:000000000001\"\n";
    let read = published::read(text);
    assert_eq!(read.diagnostics.len(), 1);
    assert_eq!(read.diagnostics[0].place.line, 7);
    assert_eq!(read.published.locales[&"ps".parse::<Locale>().unwrap()].units.len(), 1);
}
