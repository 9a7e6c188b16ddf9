//! A sync is killed, and before anybody runs another, git puts other files in place: no text of either branch may be lost.

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt as _;

use super::cases::{self, Trial};
use super::extent::{self, Turn};
use super::strace;
use super::support::TestProject;
use super::tree::{self, Tree};
use super::{find_program, say};

/// How the work at hand is put away before the other branch is checked out.
const WAYS: [(&str, &[&str]); 2] =
    [("stash", &["stash", "--quiet"]), ("commit", &["commit", "--quiet", "--all", "--message", "put away"])];

/// The project on its branch, with work at hand; a branch `other` has other translations.
struct Branches {
    project: TestProject,
    before: Tree,
    after: Tree,
    /// Every text that somebody has written.
    written: Vec<String>,
    /// Those on the branch `other`.
    others: Vec<String>,
}

/// What came of the trials.
#[derive(Default)]
struct Count {
    trials: usize,
    rescued: usize,
    failures: Vec<String>,
}

/// Kills a sync at every call, for each way.
pub fn after_every_kill(turn: Turn) {
    let branches = Branches::new();
    let step = turn.extent.pick(6, 1);
    let counts = extent::for_each(&WAYS, |way| branches.kill_everywhere(*way, step));
    let mut failures = Vec::new();
    for ((name, _), count) in WAYS.iter().zip(&counts) {
        say(&format!(
            "{name} and checkout: {} kills, {} rescues, {} failures",
            count.trials,
            count.rescued,
            count.failures.len()
        ));
        failures.extend(count.failures.iter().map(|failure| format!("{name}: {failure}")));
    }
    let rescued: usize = counts.iter().map(|count| count.rescued).sum();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
    assert!(rescued > 0, "no kill left anything to rescue: the test tries nothing");
}

impl Branches {
    fn new() -> Self {
        let project = cases::translated();
        project.git(&["init", "--quiet", "--initial-branch=main", "--template="]);
        project.commit("base");
        let base = tree::read(&project.root());
        project.git(&["checkout", "--quiet", "-b", "other"]);
        project.replace("articles/ferry.md", "forty people", "fifty people");
        for (locale, article) in [("fr", "ferry"), ("ja", "ferry"), ("fr", "market")] {
            let path = format!("locales/{locale}/{article}.ftl");
            let text = project.read(&path);
            project.write(&path, text.replace(&format!("{locale} text"), &format!("{locale} of the others")));
        }
        project.run(&["sync"]).exits(0);
        project.commit("other");
        let other = tree::read(&project.root());
        project.git(&["checkout", "--quiet", "main"]);
        let _ = std::fs::remove_dir_all(project.path(tree::PRIVATE));
        cases::edit_ferry(&project);
        cases::translate_ferry(&project);
        let before = tree::read(&project.root());
        let done = Trial::of(&project);
        done.0.run(&["sync"]).exits(0);
        let (after, others) = (tree::read(&done.root()), texts(&other));
        let written: BTreeSet<String> = [&base, &before].into_iter().flat_map(texts).chain(others.clone()).collect();
        assert!(others.len() > 10 && written.len() > others.len() + 10, "{written:?}");
        Self { project, before, after, written: written.into_iter().collect(), others }
    }

    fn kill_everywhere(&self, way: (&str, &[&str]), step: usize) -> Count {
        let command = vec!["sync".to_owned()];
        let first = strace::find_first(&Trial::of(&self.project), &command, strace::CHANGING).expect("a sync writes");
        let mut count = Count::default();
        for at in (first..).step_by(step) {
            let trial = Trial::of(&self.project);
            let kill = format!("inject={}:signal=SIGKILL:when={at}", strace::CHANGING);
            if strace::run(&trial, &command, strace::CHANGING, &["-e", &kill]).status.signal().is_none() {
                break;
            }
            count.trials += 1;
            match self.go_on(&trial, way.1, &command) {
                Ok(rescued) => count.rescued += usize::from(rescued),
                Err(failure) => count.failures.push(format!("killed at {at}: {failure}")),
            }
        }
        count
    }

    /// Puts the work away, checks the other branch out and syncs twice. Says whether something had to be rescued.
    fn go_on(&self, trial: &Trial, put_away: &[&str], command: &[String]) -> Result<bool, String> {
        let is_pending = tree::read_private(&trial.root()).keys().any(|path| path.ends_with(".pending"));
        trial.0.git(put_away);
        trial.0.git(&["checkout", "--quiet", "other"]);
        let found = tree::read(&trial.root());
        let changed = tree::differing(&self.before, &self.after);
        let is_own = |path: &str| [&self.before, &self.after].iter().any(|side| side.get(path) == found.get(path));
        let foreign: Vec<&str> = changed.into_iter().filter(|path| !is_own(path)).collect();
        let must_rescue = is_pending && !foreign.is_empty();
        let run = trial.run(command);
        if must_rescue {
            self.check_rescue(trial, &found, &foreign, run.code, &format!("{}{}", run.stdout, run.stderr))?;
        } else if run.code > 1 {
            return Err(format!("exit {} without need: {}", run.code, run.stderr));
        }
        let again = trial.run(command);
        if again.code > 1 {
            return Err(format!("the second run exits {}: {}", again.code, again.stderr));
        }
        self.check_nothing_lost(trial)?;
        Ok(must_rescue)
    }

    fn check_rescue(&self, trial: &Trial, found: &Tree, foreign: &[&str], code: i32, said: &str) -> Result<(), String> {
        if code != 2 {
            return Err(format!("exit {code}, and {foreign:?} are nobody's: {said}"));
        }
        if let Some(unnamed) = foreign.iter().find(|path| !said.contains(**path)) {
            return Err(format!("`{unnamed}` is not named: {said}"));
        }
        let now = tree::read(&trial.root());
        if now != *found {
            return Err(format!("{:?} changed in spite of exit 2", tree::differing(&now, found)));
        }
        let private = tree::read_private(&trial.root());
        let rescued: Vec<&Vec<u8>> =
            private.iter().filter(|(path, _)| path.starts_with("rescue/")).map(|(_, bytes)| bytes).collect();
        for path in foreign {
            for image in [&self.before, &self.after].into_iter().filter_map(|side| side.get(*path)) {
                if !rescued.contains(&image) {
                    return Err(format!("an image of `{path}` is not in {}/rescue: {:?}", tree::PRIVATE, private.keys()));
                }
            }
        }
        Ok(())
    }

    /// Every text is somewhere; those of the branch that is checked out are in its files.
    fn check_nothing_lost(&self, trial: &Trial) -> Result<(), String> {
        let here = joined(&tree::read(&trial.root()));
        if let Some(lost) = self.others.iter().find(|text| !here.contains(text.as_str())) {
            return Err(format!("`{lost}` is no longer in the files of its branch"));
        }
        let mut git = trial.program(find_program("git").expect("the test has asked for it").to_str().expect("it is UTF-8"));
        let objects = git.args(["cat-file", "--batch-all-objects", "--batch"]).output().expect("git runs");
        let all = here + &joined(&tree::read_private(&trial.root())) + &String::from_utf8_lossy(&objects.stdout);
        let lost = self.written.iter().find(|text| !all.contains(text.as_str()));
        lost.map_or(Ok(()), |lost| Err(format!("`{lost}` is lost")))
    }
}

/// The translations in the catalogs: what stands there in the words of `cases` and of this file.
fn texts(files: &Tree) -> Vec<String> {
    let catalogs = files.iter().filter(|(path, _)| path.ends_with(".ftl") && !path.starts_with("locales/en/"));
    let text: String = catalogs.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let bodies = lines.filter_map(|line| line.split_once("= ").map(|(_, body)| body.to_owned()));
    bodies.filter(|body| ["fr ", "ja "].iter().any(|locale| body.starts_with(locale))).collect()
}

fn joined(files: &Tree) -> String {
    files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect()
}
