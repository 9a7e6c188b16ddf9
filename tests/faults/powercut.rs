//! The power goes at some call of a command: its writes are recorded once, and replayed on the model of a disk.

use std::collections::BTreeSet;

use super::cases::{self, Case, Trial};
use super::disk::{Chance, Luck};
use super::extent::{self, Turn};
use super::judge::{self, Claim, Side};
use super::replay::{self, Replay};
use super::support::TestProject;
use super::{recording, say, strace, tree};

/// What came of a command's states.
#[derive(Default)]
struct Count {
    distinct: usize,
    before: usize,
    after: usize,
    failures: Vec<String>,
}

/// Every command, cut at calls drawn by lot.
pub fn every_command(turn: Turn) {
    let cases = cases::all();
    let states = turn.extent.pick(100, 1000);
    let numbered: Vec<(usize, &Case)> = cases.iter().enumerate().collect();
    let counts = extent::for_each(&numbered, |(number, case)| cut(case, *number, states));
    let mut failures = Vec::new();
    for (case, count) in cases.iter().zip(&counts) {
        let Count { distinct, before, after, failures: failed } = count;
        let failed_count = failed.len();
        say(&format!(
            "{:26} {states:5} states, {distinct} distinct: {before} before, {after} after, {failed_count} neither",
            case.name
        ));
        failures.extend(failed.iter().map(|failure| format!("{}: {failure}", case.name)));
    }
    say(&format!("{} power cuts in {} commands, {} failures", states * cases.len(), cases.len(), failures.len()));
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn cut(case: &Case, number: usize, states: usize) -> Count {
    let replay = record(case);
    let mut chance = Chance(number as u64);
    let mut count = Count::default();
    let mut seen = BTreeSet::new();
    for state in 0..states {
        // Every eighth state is one after the command has said that it is done.
        let time = if state % 8 == 0 { replay.length() } else { chance.below(replay.length() + 1) };
        let luck = match chance.below(8) {
            0 => Luck::None,
            1 => Luck::All,
            _ => Luck::Some,
        };
        let trial = Trial(TestProject::empty());
        replay.disk.cut(time, luck, &mut chance, &trial.root());
        seen.insert((tree::read(&trial.root()), tree::read_private(&trial.root())));
        let claim = if time == replay.length() { Claim::Done } else { Claim::Nothing };
        match judge::settle(case, &trial, claim) {
            Ok(Side::Before) => count.before += 1,
            Ok(Side::After) => count.after += 1,
            Err(failure) => {
                count.failures.push(format!("state {state}, after call {time} of {}, {luck:?}: {failure}", replay.length()));
            }
        }
    }
    count.distinct = seen.len();
    count
}

/// Records a run of the command, and asserts that the model comes to the same files as the real disk.
fn record(case: &Case) -> Replay {
    let trial = Trial::of(&case.project);
    let traced = strace::run(&trial, &case.command, replay::CALLS, &recording::OPTIONS);
    assert_eq!(traced.status.code(), Some(case.code), "{}: {}", case.name, traced.stderr);
    let replay = Replay::of(&recording::read(&traced.log), &case.project.root(), &trial.root());
    let model = Trial(TestProject::empty());
    replay.disk.cut(replay.length(), Luck::All, &mut Chance(0), &model.root());
    assert_eq!(tree::read(&model.root()), tree::read(&trial.root()), "{}: the model is not what happened", case.name);
    let private = tree::read_private(&trial.root());
    assert_eq!(tree::read_private(&model.root()), private, "{}: the model is not what happened", case.name);
    replay
}
