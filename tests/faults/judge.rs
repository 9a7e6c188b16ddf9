//! Whether a project is wholly as before or wholly as after, once the next command has run.

use super::cases::{Case, Trial};
use super::tree::{self, Tree};

/// What the interrupted command said of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It ended with the exit code it has when all is well.
    Done,
    /// It ended with exit code 2: nothing was written.
    Refused,
    /// It ended with exit code 1, and named what it left alone.
    Skipped,
    /// It did not live to say, or could not.
    Nothing,
}

/// What the project turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// As if the command had not been.
    Before,
    /// As if nothing had happened to it.
    After,
}

/// Runs the next command and says which side the project is on; a sentence if it is on none, or on one that the claim excludes.
pub fn settle(case: &Case, trial: &Trial, claim: Claim) -> Result<Side, String> {
    let stray: Vec<String> = tree::read(&trial.root()).into_keys().filter(|path| !knows(case, path)).collect();
    if !stray.is_empty() {
        return Err(format!("left behind: {stray:?}"));
    }
    let run = trial.run(&case.idle);
    let now = tree::read(&trial.root());
    let side = if now == case.idle_after.0 && (claim != Claim::Refused || now != case.idle_before.0) {
        Side::After
    } else if now == case.idle_before.0 {
        Side::Before
    } else if claim == Claim::Skipped {
        return check_rest(case, trial, &now);
    } else {
        let (from_before, from_after) = (tree::differing(&now, &case.idle_before.0), tree::differing(&now, &case.idle_after.0));
        return Err(format!("neither before ({from_before:?} differ) nor after ({from_after:?} differ)\n{}", run.stderr));
    };
    let codes = [case.idle_before.1, case.idle_after.1];
    if !codes.contains(&run.code) {
        return Err(format!("the next command exits {}: {}{}", run.code, run.stdout, run.stderr));
    }
    check_private(&trial.root(), &run.stderr)?;
    check_kept(case, &trial.root(), side)?;
    match (claim, side) {
        (Claim::Done, Side::Before) if case.idle_before.0 != case.idle_after.0 => Err("said done, and it is not".to_owned()),
        (Claim::Refused, Side::After) => Err("said that nothing was written, and everything was".to_owned()),
        _ => complete(case, trial, side),
    }
}

fn knows(case: &Case, path: &str) -> bool {
    case.before.contains_key(path) || case.after.contains_key(path)
}

/// Asserts that nothing of a broken-off command waits any more.
fn check_private(root: &std::path::Path, said: &str) -> Result<(), String> {
    let left: Vec<String> = tree::read_private(root).into_keys().filter(|path| !is_in_order(path)).collect();
    if left.is_empty() { Ok(()) } else { Err(format!("left in {}: {left:?}\n{said}", tree::PRIVATE)) }
}

/// What may be there between two commands: commands that are done, or that were taken back, and what is computed again when it is
/// gone.
fn is_in_order(path: &str) -> bool {
    // Kept pages are looked at on their own.
    if path.starts_with("cache/") || path.starts_with("published/") {
        return true;
    }
    let entry = path.strip_prefix("journal/").and_then(|name| name.split_once('.'));
    let is_closed = |(number, stage): (&str, &str)| number.parse::<u64>().is_ok() && matches!(stage, "done" | "void");
    matches!(path, "lock" | ".gitignore") || entry.is_some_and(is_closed)
}

/// Asserts that every copy of a page that was out is whole, and that none is missing: of those that were there before, and after
/// the command also of those that it made. What was being written when the command broke off may wait beside its place.
fn check_kept(case: &Case, root: &std::path::Path, side: Side) -> Result<(), String> {
    let (before, after) = &case.kept;
    let now = tree::read_kept(root);
    let staged =
        |path: &str| path.rsplit_once('/').and_then(|(folder, name)| Some(format!("{folder}/{}", name.strip_prefix(".new-")?)));
    let is_known = |path: &String, bytes: &Vec<u8>| match staged(path) {
        Some(place) => after.contains_key(&place),
        None => before.get(path) == Some(bytes) || after.get(path) == Some(bytes),
    };
    let strange: Vec<&String> = now.iter().filter(|(path, bytes)| !is_known(path, bytes)).map(|(path, _)| path).collect();
    if !strange.is_empty() {
        return Err(format!("kept pages are neither as before nor as after: {strange:?}"));
    }
    let needed = match side {
        Side::Before => before.keys().filter(|path| after.contains_key(*path)).collect::<Vec<_>>(),
        Side::After => after.keys().collect(),
    };
    let missing: Vec<&&String> = needed.iter().filter(|path| !now.contains_key(**path)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("kept pages are missing: {missing:?}, and the rest is {side:?}")) }
}

/// The same command once more: from before it comes to after.
fn complete(case: &Case, trial: &Trial, side: Side) -> Result<Side, String> {
    if side == Side::Before && case.idle_before.0 == case.before {
        let run = trial.run(&case.command);
        let now: Tree = tree::read(&trial.root());
        if run.code != case.code || now != case.after {
            let differ = tree::differing(&now, &case.after);
            return Err(format!("the same command again exits {}, {differ:?} differ: {}", run.code, run.stderr));
        }
    }
    Ok(side)
}

/// What was left alone can be done now: every file is on one side or the other, and the same command and a sync do the rest.
fn check_rest(case: &Case, trial: &Trial, now: &Tree) -> Result<Side, String> {
    let is_third = |path: &&String| now.get(*path) != case.before.get(*path) && now.get(*path) != case.after.get(*path);
    let third: Vec<&String> = case.before.keys().chain(case.after.keys()).filter(is_third).collect();
    if !third.is_empty() {
        return Err(format!("neither before nor after: {third:?}"));
    }
    trial.run(&case.command);
    let run = trial.run(&["sync".to_owned()]);
    let differ = tree::read(&trial.root());
    let differ = tree::differing(&differ, &case.after);
    if differ.is_empty() { Ok(Side::After) } else { Err(format!("a sync does not do the rest, {differ:?}: {}", run.stderr)) }
}
