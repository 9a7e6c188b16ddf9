//! How a verb writes: it plans under the project's lock, saves everything as one transaction, and plans again when somebody
//! saved a file in the meantime.

use std::collections::BTreeSet;

use crate::project::Project;
use crate::project::save::{FileChange, MadeChange, Maker, Notice, SaveError, SaveOptions, Title, Transaction, Writer};

use super::Error;

/// How often a command is planned again because somebody saves a file each time; nobody types that fast.
const LONGEST_STRUGGLE: usize = 20;

/// What a plan wants changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Changes whose texts are at hand.
    pub texts: Vec<FileChange>,
    /// Changes whose new contents wait already.
    pub made: Vec<MadeChange>,
}

impl From<Vec<FileChange>> for Changes {
    fn from(texts: Vec<FileChange>) -> Self {
        Self { texts, made: Vec::new() }
    }
}

impl Project {
    /// Plans with `plan` and saves the changes it gives; a dry run only plans. Without changes nothing is touched.
    pub(super) fn save<T>(
        &self,
        title: &Title,
        dry_run: bool,
        plan: impl Fn(&Project) -> Result<(T, Vec<FileChange>), Error>,
    ) -> Result<T, Error> {
        self.save_made(title, dry_run, |project, _| plan(project).map(|(report, changes)| (report, changes.into())))
    }

    /// The same for a plan that makes so much that it does not hold it: what it makes waits with the [`Maker`]. There is none in a
    /// dry run, nor in a project that cannot be written.
    pub(super) fn save_made<T>(
        &self,
        title: &Title,
        dry_run: bool,
        plan: impl Fn(&Project, Option<&Maker>) -> Result<(T, Changes), Error>,
    ) -> Result<T, Error> {
        if dry_run {
            return Ok(plan(self, None)?.0);
        }
        let mut writer = Writer::begin(&self.root, &self.save_options())?;
        // What was read before the lock was ours may be out of date.
        let mut fresh = if writer.is_late() { Some(self.reopened()?) } else { None };
        let (mut struggle, mut told) = (0, BTreeSet::new());
        loop {
            let maker = writer.maker()?;
            let planned = plan(fresh.as_ref().unwrap_or(self), maker.as_ref());
            let (report, changes) = planned.inspect_err(|_| maker.iter().for_each(Maker::discard))?;
            let transaction = Transaction { changes: changes.texts };
            let saved = match &maker {
                Some(maker) => writer.apply_made(title, &transaction, (maker, &changes.made)),
                None => writer.apply(title, &transaction),
            };
            match saved {
                Err(SaveError::ChangedMeanwhile(path)) if struggle < LONGEST_STRUGGLE => {
                    if told.insert(path.clone()) {
                        self.notices.tell(&Notice::Redone { path });
                    }
                    fresh = Some(self.reopened()?);
                    struggle += 1;
                }
                saved => {
                    saved?;
                    return Ok(report);
                }
            }
        }
    }

    /// The same project, read again.
    fn reopened(&self) -> Result<Project, Error> {
        let project = Project::open(&self.root)?;
        let (progress, notices, program) = (self.progress.clone(), self.notices.clone(), self.program.clone());
        Ok(Project { progress, notices, program, ..project })
    }

    /// How this project is written.
    pub fn save_options(&self) -> SaveOptions {
        SaveOptions { journal: self.config.journal, notices: self.notices.clone(), ..SaveOptions::default() }
    }
}
