//! How long it takes to find the 3,600 units of an article again among 6,200; beside it gettext's `msgmerge`, if there is one.

use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tarjuman::base::Fingerprint;
use tarjuman::engine::align::{AlignUnit, align};
use tarjuman::model::Role;

const OLD: usize = 3600;
const NEW: usize = 6200;

/// Times every case and prints it; `msgmerge` too, unless only ours is asked for.
pub fn measure(only_ours: bool) {
    println!("\n{OLD} units against {NEW}, processor time of one core, best of five");
    let old = paragraphs(OLD, 1);
    let edited = edited(&old);
    let similar =
        |count: usize| (0..count).map(|at| format!("This is entry {at} of a list in which all entries are alike.")).collect();
    let cases: [(&str, Vec<String>, Vec<String>); 4] = [
        ("a third edited, 2,600 inserted", old.clone(), edited.clone()),
        ("nothing in common", old.clone(), paragraphs(NEW, 3)),
        (
            "all similar",
            similar(OLD),
            (0..NEW).map(|at| format!("This is item {at} of a list in which all items are alike.")).collect(),
        ),
        ("all identical", vec!["Yes".to_owned(); OLD], vec!["Yes".to_owned(); NEW]),
    ];
    let mut first = Duration::ZERO;
    for (name, old, new) in &cases {
        let time = (0..5).map(|_| aligned(old, new)).min().unwrap_or_default();
        println!("{name:<32} {:>8.1} ms", time.as_secs_f64() * 1e3);
        if first.is_zero() {
            first = time;
        }
    }
    if only_ours {
        return;
    }
    match msgmerge(&old, &edited) {
        Some(time) => println!(
            "msgmerge, the first of these      {:>8.1} ms, {:.0} times as long",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() / first.as_secs_f64()
        ),
        None => println!("msgmerge is not installed"),
    }
}

/// The processor time of one alignment, so that what else the machine does counts little; where the system does not tell it, the
/// time that passed.
fn aligned(old: &[String], new: &[String]) -> Duration {
    fn side(texts: &[String]) -> Vec<AlignUnit<'_>> {
        texts.iter().map(|text| AlignUnit { role: &Role::Paragraph, text, fingerprint: Fingerprint::of(text) }).collect()
    }
    let (old, new) = (side(old), side(new));
    let (start, cpu) = (Instant::now(), thread_cpu());
    std::hint::black_box(align(&old, &new));
    let passed = start.elapsed();
    cpu.zip(thread_cpu()).map_or(passed, |(before, after)| after.saturating_sub(before))
}

/// The processor time of this thread so far.
fn thread_cpu() -> Option<Duration> {
    // The kernel brings the figure up to date when the thread is switched.
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn paragraphs(count: usize, seed: u64) -> Vec<String> {
    let mut state = seed;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = || {
        let length = 10 + next(40);
        (0..length).map(|_| format!("w{}", next(4000) * next(4000) / 4000)).collect::<Vec<_>>().join(" ")
    };
    (0..count).map(|_| text()).collect()
}

fn edited(old: &[String]) -> Vec<String> {
    let mut new = paragraphs(NEW - OLD, 2);
    for (at, text) in old.iter().enumerate() {
        let text = text.replacen(' ', if at % 3 == 0 { " really " } else { " " }, 1);
        new.insert((at * 17 / 10).min(new.len()), text);
    }
    new
}

/// The time gettext takes for the same; `None` if it is not there.
fn msgmerge(old: &[String], new: &[String]) -> Option<Duration> {
    let folder = tempfile::tempdir().ok()?;
    let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
    let catalog = |texts: &[String], translated: bool| {
        let mut text = head.to_owned();
        let mut seen = std::collections::HashSet::new();
        for source in texts.iter().filter(|source| seen.insert(source.as_str())) {
            let target = if translated { source.as_str() } else { "" };
            let _ = write!(text, "msgid \"{source}\"\nmsgstr \"{target}\"\n\n");
        }
        text
    };
    let (before, after) = (folder.path().join("old.po"), folder.path().join("new.pot"));
    std::fs::write(&before, catalog(old, true)).ok()?;
    std::fs::write(&after, catalog(new, false)).ok()?;
    let start = Instant::now();
    let mut command = Command::new("msgmerge");
    command.args(["--quiet", "--output-file=-"]).arg(&before).arg(&after).stdout(Stdio::null()).stderr(Stdio::null());
    let status = command.status().ok()?;
    status.success().then(|| start.elapsed())
}
