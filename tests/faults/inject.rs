//! One system call fails, or is the last: for every command, every call and every error, until there is no such call.

use std::os::unix::process::ExitStatusExt as _;

use super::cases::{self, Case, Trial};
use super::extent::{self, Extent, Turn};
use super::judge::{self, Claim, Side};
use super::strace::{self, Traced};
use super::{say, tree};

/// What happens at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The process is killed on entering it.
    Kill,
    /// It fails once.
    Once(&'static str),
    /// It and all that follow of its kind fail.
    Lasting(&'static str),
}

/// What came of a command's trials.
#[derive(Default)]
struct Count {
    trials: usize,
    before: usize,
    after: usize,
    failures: Vec<String>,
}

/// Every case, every fault, every call.
pub fn every_call(turn: Turn) {
    let cases = cases::all();
    let numbered: Vec<(usize, &Case)> = cases.iter().enumerate().collect();
    let counts = extent::for_each(&numbered, |(number, case)| every_fault(case, *number, turn.extent));
    let mut failures = Vec::new();
    for (case, count) in cases.iter().zip(&counts) {
        let Count { trials, before, after, failures: failed } = count;
        say(&format!("{:26} {trials:5} faults: {before} before, {after} after, {} neither", case.name, failed.len()));
        failures.extend(failed.iter().map(|failure| format!("{}: {failure}", case.name)));
    }
    let total: usize = counts.iter().map(|count| count.trials).sum();
    say(&format!("{total} faults in {} commands, {} failures", cases.len(), failures.len()));
    assert!(total > turn.extent.pick(200, 3000), "only {total} faults were injected");
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn every_fault(case: &Case, number: usize, extent: Extent) -> Count {
    let mut plans = vec![(Fault::Kill, strace::CHANGING)];
    plans.extend(["ENOSPC", "EIO", "EACCES"].map(|error| (Fault::Once(error), strace::CHANGING)));
    plans.extend(strace::GROUPS.map(|group| (Fault::Lasting("ENOSPC"), group)));
    let mut count = Count::default();
    for (plan, (fault, calls)) in plans.into_iter().enumerate() {
        let Some(first) = strace::find_first(&Trial::of(&case.project), &case.command, calls) else { continue };
        // A share takes every ninth call, beginning elsewhere for each command and fault.
        let (offset, step) = extent.pick(((number * 5 + plan * 2) % 9, 9), (0, 1));
        for at in (first + offset..).step_by(step) {
            match try_one(case, fault, calls, at) {
                Ok(None) => break,
                Ok(Some(Side::Before)) => count.before += 1,
                Ok(Some(Side::After)) => count.after += 1,
                Err(failure) => count.failures.push(failure),
            }
            count.trials += 1;
        }
    }
    count
}

/// One trial; `None` if there is no such call any more.
fn try_one(case: &Case, fault: Fault, calls: &str, at: usize) -> Result<Option<Side>, String> {
    let trial = Trial::of(&case.project);
    let what = match fault {
        Fault::Kill => format!("inject={calls}:signal=SIGKILL:when={at}"),
        Fault::Once(error) => format!("inject={calls}:error={error}:when={at}"),
        Fault::Lasting(error) => format!("inject={calls}:error={error}:when={at}+"),
    };
    let traced = strace::run(&trial, &case.command, calls, &["-y", "-e", &what]);
    let fired = if fault == Fault::Kill { traced.status.signal().is_some() } else { !traced.injected().is_empty() };
    if !fired {
        return Ok(None);
    }
    let judged = claim(case, fault, &traced).and_then(|claim| {
        if fault == Fault::Kill {
            check_readers_only_read(&trial)?;
        }
        judge::settle(case, &trial, claim)
    });
    let call = match fault {
        Fault::Kill => traced.log.lines().last().unwrap_or_default().to_owned(),
        _ => traced.injected().join(" | "),
    };
    judged
        .map(Some)
        .map_err(|failure| format!("{fault:?} at {at}: {}\n    {failure}", call.chars().take(300).collect::<String>()))
}

/// What the command said of itself, if it was fit to be said.
fn claim(case: &Case, fault: Fault, traced: &Traced) -> Result<Claim, String> {
    let Some(code) = traced.status.code() else {
        let expected = fault == Fault::Kill && traced.status.signal() == Some(9);
        return if expected { Ok(Claim::Nothing) } else { Err(format!("ended by {:?}: {}", traced.status, traced.stderr)) };
    };
    // A command that has findings even when all is well may leave something alone besides.
    if code == case.code {
        return Ok(if code == 0 { Claim::Done } else { Claim::Skipped });
    }
    // Where results or messages are printed is no file of the project: what is done stays done.
    let printing = traced.injected().iter().any(|line| ["write(1<", "write(2<"].iter().any(|call| line.contains(call)));
    match code {
        // strace counts for each thread: a second fault may have kept the message from the person.
        2 if printing && traced.injected().len() > 1 => Ok(Claim::Skipped),
        2 if printing => Ok(Claim::Nothing),
        // It says itself that going back failed midway; the next command goes on with that.
        2 if traced.stderr.contains("not yet put back: ") => Ok(Claim::Nothing),
        2 if names_a_path(case, &traced.stderr) => Ok(Claim::Refused),
        2 => Err(format!("the message names no path: {}", traced.stderr)),
        1 if printing || names_a_path(case, &traced.stderr) => Ok(Claim::Skipped),
        1 => Err(format!("what was left alone is not named: {}", traced.stderr)),
        _ => Err(format!("exit {code}: {}", traced.stderr)),
    }
}

fn names_a_path(case: &Case, message: &str) -> bool {
    let paths = case.before.keys().chain(case.after.keys()).map(String::as_str);
    let folders = [tree::PRIVATE, "project/", "project`"];
    paths.chain(folders).any(|path| message.contains(path))
}

/// A reading verb after a crash changes nothing, not even what belongs to the working copy.
fn check_readers_only_read(trial: &Trial) -> Result<(), String> {
    let all = || (tree::read(&trial.root()), tree::read_private(&trial.root()));
    let before = all();
    let run = trial.run(&["status".to_owned()]);
    if all() != before {
        return Err(format!("`status` changed files: {}", run.stderr));
    }
    if run.code > 2 { Err(format!("`status` exits {}: {}", run.code, run.stderr)) } else { Ok(()) }
}
