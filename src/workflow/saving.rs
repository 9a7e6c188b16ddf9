//! How a verb writes: it plans under the project's lock, saves everything as one transaction, and plans again when somebody
//! saved a file in the meantime.

use std::collections::BTreeSet;

use crate::project::Project;
use crate::project::save::{FileChange, Notice, SaveError, SaveOptions, Title, Transaction, Writer};

use super::Error;

/// How often a command is planned again because somebody saves a file each time; nobody types that fast.
const LONGEST_STRUGGLE: usize = 20;

impl Project {
    /// Plans with `plan` and saves the changes it gives; a dry run only plans. Without changes nothing is touched.
    pub(super) fn save<T>(
        &self,
        title: &Title,
        dry_run: bool,
        plan: impl Fn(&Project) -> Result<(T, Vec<FileChange>), Error>,
    ) -> Result<T, Error> {
        if dry_run {
            return Ok(plan(self)?.0);
        }
        let mut writer = Writer::begin(&self.root, &self.save_options())?;
        // What was read before the lock was ours may be out of date.
        let mut fresh = if writer.is_late() { Some(self.reopened()?) } else { None };
        let (mut struggle, mut told) = (0, BTreeSet::new());
        loop {
            let (report, changes) = plan(fresh.as_ref().unwrap_or(self))?;
            match writer.apply(title, &Transaction { changes }) {
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
