//! What the merged ledger says, table by table.

use tarjuman::format::ledger::merge;
use tarjuman::format::merge::MergeOptions;

fn merged(base: &str, ours: &str, theirs: &str) -> String {
    let file = |tables: &str| format!("version = 1\n{tables}");
    let merged = merge(&file(base), &file(ours), &file(theirs), &MergeOptions::default());
    assert_eq!(merged.conflicts, 0, "{}", merged.text);
    merged.text.strip_prefix("version = 1\n").unwrap().to_owned()
}

fn table(id: &str, keys: &[&str]) -> String {
    format!("\n[{id}]\n{}\n", keys.join("\n"))
}

const S0: &str = "renders = \"1:000000000000\"";
const S1: &str = "renders = \"1:111111111111\"";
const T0: &str = "target = \"1:aaaaaaaaaaaa\"";
const T1: &str = "target = \"1:bbbbbbbbbbbb\"";
const T2: &str = "target = \"1:cccccccccccc\"";
const TRANSLATED: &str = "state = \"translated\"";
const REVIEWED: &str = "state = \"reviewed\"";
const HUMAN: &str = "origin = \"human\"";
const SIGNED: &str = "signed = \"1:dddddddddddd\"";

#[test]
fn tables_of_different_units_merge() {
    let base = table("p-a", &[S0, T0, TRANSLATED]) + &table("p-c", &[S0, T0, TRANSLATED]);
    let ours = table("p-a", &[S0, T0, REVIEWED, "reviewer = \"B\"", SIGNED]) + &table("p-c", &[S0, T0, TRANSLATED]);
    let theirs =
        table("p-a", &[S0, T0, TRANSLATED]) + &table("p-b", &[S1, T1, TRANSLATED]) + &table("p-c", &[S0, T2, TRANSLATED]);
    let expected = table("p-a", &[S0, T0, REVIEWED, "reviewer = \"B\"", SIGNED])
        + &table("p-b", &[S1, T1, TRANSLATED])
        + &table("p-c", &[S0, T2, TRANSLATED]);
    assert_eq!(merged(&base, &ours, &theirs), expected);
}

#[test]
fn two_new_translations_are_both_remembered_and_neither_is_signed_off() {
    let base = table("p-a", &[S0, T0, TRANSLATED, HUMAN]);
    let ours = table("p-a", &[S0, T1, REVIEWED, HUMAN, SIGNED, "earlier = [\n    \"1:aaaaaaaaaaaa→1:000000000000\",\n]"]);
    let theirs = table("p-a", &[S1, T2, TRANSLATED, HUMAN, "earlier = [\n    \"1:aaaaaaaaaaaa→1:000000000000\",\n]"]);
    let earlier = "earlier = [\n    \"1:aaaaaaaaaaaa→1:000000000000\",\n    \"1:cccccccccccc→1:111111111111\",\n]";
    assert_eq!(merged(&base, &ours, &theirs), table("p-a", &[S0, T1, TRANSLATED, HUMAN, earlier]));
}

#[test]
fn a_translation_of_which_the_sides_know_different_things_renders_nobody_knows_what() {
    let base = table("p-a", &[S0, T0, TRANSLATED]);
    let ours = table("p-a", &[S1, T0, TRANSLATED]);
    let theirs = table("p-a", &["renders = \"1:222222222222\"", T0, TRANSLATED]);
    assert_eq!(merged(&base, &ours, &theirs), table("p-a", &[T0, TRANSLATED]));
}

#[test]
fn a_sign_off_does_not_survive_what_the_other_side_says_of_the_text() {
    let base = table("p-a", &[S0, T0, TRANSLATED, HUMAN]);
    let ours = table("p-a", &[S0, T0, REVIEWED, HUMAN, "reviewer = \"B\"", SIGNED]);
    let confirmed = table("p-a", &[S1, T0, TRANSLATED, HUMAN]);
    assert_eq!(merged(&base, &ours, &confirmed), table("p-a", &[S1, T0, TRANSLATED, HUMAN]));
    let rejected = table("p-a", &[S0, T0, HUMAN, "reviewer = \"C\"", "rejected = \"no\""]);
    assert_eq!(merged(&base, &ours, &rejected), table("p-a", &[S0, T0, HUMAN, "reviewer = \"B\"", "rejected = \"no\""]));
    let annotated = table("p-a", &[S0, T0, TRANSLATED, HUMAN, "translator = \"A\""]);
    let both = table("p-a", &[S0, T0, REVIEWED, HUMAN, "translator = \"A\"", "reviewer = \"B\"", SIGNED]);
    assert_eq!(merged(&base, &ours, &annotated), both, "nothing that it covers differs");
}

#[test]
fn a_machines_text_stays_a_machines() {
    let base = table("p-a", &[]).replace("\n\n", "\n");
    let ours = table("p-a", &[S0, T1, TRANSLATED, HUMAN]);
    let theirs = table("p-a", &[S0, T1, TRANSLATED, "origin = \"machine:m\""]);
    assert_eq!(merged(&base, &ours, &theirs), theirs);
}

#[test]
fn waiting_entries_of_both_sides_stay() {
    let base = table("p-a", &[S0, T0, TRANSLATED]);
    let with = |text: &str| table("p-a", &[S0, T0, TRANSLATED, &format!("entry = '''\n# [source] One.\np-a = {text}\n'''")]);
    let merged = merged(&base, &with("Uno."), &with("Una."));
    assert!(merged.contains("p-a = Uno.\n'''") && merged.contains("# (p-a = Una.)\n"), "{merged}");
}

#[test]
fn source_texts_of_both_sides_are_remembered_under_numbers_of_their_own() {
    let text = |revision: u32, fingerprint: &str, line: &str| {
        format!("    {{ revision = {revision}, fingerprint = \"1:{fingerprint}\", lines = [\"{line}\"] }},\n")
    };
    let (w, x) = (text(1, "000000000000", "W."), text(2, "111111111111", "X."));
    let base = table("p-a", &["fingerprint = \"1:000000000000\"", "revision = 1"]);
    let ours = table("p-a", &["fingerprint = \"1:222222222222\"", "revision = 2", &format!("earlier = [\n{w}]")]);
    let theirs = table("p-a", &["fingerprint = \"1:333333333333\"", "revision = 3", &format!("earlier = [\n{w}{x}]")]);
    let expected = table("p-a", &["fingerprint = \"1:222222222222\"", "revision = 4", &format!("earlier = [\n{w}{x}]")]);
    assert_eq!(merged(&base, &ours, &theirs), expected);
    let gone =
        table("p-a", &["fingerprint = \"1:000000000000\"", "revision = 1", "obsolete = true", &format!("earlier = [\n{w}]")]);
    assert_eq!(merged(&base, &gone, &theirs), theirs, "a unit that is still edited is still there");
}

#[test]
fn the_graver_of_two_verdicts_holds() {
    let source = |verdicts: &str| table("p-a", &["fingerprint = \"1:222222222222\"", "revision = 1", verdicts]);
    let verdict = |impact: &str| source(&format!("verdicts = [\"1:000000000000→1:222222222222 {impact}\"]"));
    let base = table("p-a", &["fingerprint = \"1:222222222222\"", "revision = 1"]);
    assert_eq!(merged(&base, &verdict("none"), &verdict("major")), verdict("major"));
    assert_eq!(merged(&verdict("none"), &verdict("none"), &verdict("minor")), verdict("minor"));
}

#[test]
fn a_damaged_table_is_kept_and_costs_one_unit() {
    let base = table("p-a", &[S0, T0, TRANSLATED]) + &table("p-b", &[S0, T0, TRANSLATED]);
    let ours = table("p-a", &[S0, "target = oops", TRANSLATED]) + &table("p-b", &[S0, T0, TRANSLATED]);
    let theirs = table("p-a", &[S0, T0, TRANSLATED]) + &table("p-b", &[S0, T1, TRANSLATED]);
    let expected = table("p-a", &[S0, "target = oops", TRANSLATED]) + &table("p-b", &[S0, T1, TRANSLATED]);
    assert_eq!(merged(&base, &ours, &theirs), expected);
}

#[test]
fn records_of_what_is_published_merge_by_table() {
    let file = |es: &str, ps: &str| {
        let locale = |locale: &str, text: &str| {
            format!(
                "\n[{locale}]\noutput = \"{locale}/a.md\"\nrevision = 1\n\n[{locale}.p-a]\ntext = \"1:{text}\"\nrenders = \"1:000000000000\"\n"
            )
        };
        format!("version = 1\n{}{}", locale("es", es), locale("ps", ps))
    };
    let (a, b, c) = ("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc");
    let options = MergeOptions::default();
    let merged = tarjuman::format::published::merge(&file(a, a), &file(b, a), &file(a, c), &options);
    assert_eq!((merged.text.as_str(), merged.conflicts), (file(b, c).as_str(), 0));
}
