//! What an article's own head says about its publishing, and when it may go out.
//!
//! ```yaml
//! publish:
//!   after: 2026-11-23T06:00+01:00
//!   state: reviewed
//! ```

use crate::base::Moment;
use crate::format::markdown::fields;
use crate::project::Policy;

/// The conditions of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Conditions {
    /// Before this moment it does not go out.
    pub after: Option<Moment>,
    /// The same as Hugo says it. Whoever takes the Markdown hears this and what follows himself.
    pub publish_date: Option<Moment>,
    /// The field that says that it is a draft, as it is written.
    pub draft: Option<String>,
    /// Keys of the policy that it has of its own, with their words.
    overrides: Vec<(&'static str, String)>,
}

/// Names of the field that holds the moment.
const AFTER: [&str; 3] = ["publish.after", "publish_after", "publish-after"];
/// What Hugo calls it, in small letters; there it is a date, or anything.
const HUGO: &str = "publishdate";

impl Conditions {
    /// Reads the head of the article `text`.
    ///
    /// # Errors
    /// In words, when a field cannot be understood: the article is held back then, because a guess could let it out too early.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut conditions = Self::default();
        for (field, value) in fields(text) {
            if field.to_lowercase() == HUGO {
                let date = || format!("{value}T00:00Z").parse().ok();
                conditions.publish_date = conditions.publish_date.max(value.parse().ok().or_else(date));
                continue;
            }
            match (field.as_str(), value.to_lowercase().as_str()) {
                ("draft", "true" | "yes") | ("published" | "publish", "false" | "no") => {
                    conditions.draft = Some(format!("`{field}: {value}`"));
                    continue;
                }
                ("publish", "true" | "yes") => continue,
                ("publish", _) => {
                    return Err(format!("its field `publish` is no group of fields but `{}`", value.escape_debug()));
                }
                ("<<", _) if text.contains("publish") => {
                    return Err("its field `<<` takes in others, among which may be when it goes out".to_owned());
                }
                _ => {}
            }
            if AFTER.contains(&field.as_str()) {
                let after: Moment = value.parse().map_err(|error| format!("its field `{field}`: {error}"))?;
                conditions.after = conditions.after.max(Some(after));
                continue;
            }
            let Some(key) = field.strip_prefix("publish.") else { continue };
            let Some(key) = Policy::KEYS.into_iter().find(|known| *known == key) else {
                let known = Policy::KEYS.join(", ");
                return Err(format!("its field `{}` is not known; known are after, {known}", field.escape_debug()));
            };
            Policy::default().with(key, &value).map_err(|error| format!("its head: publish {error}"))?;
            conditions.overrides.push((key, value));
        }
        Ok(conditions)
    }

    /// The policy of a locale as it holds for this article.
    pub fn policy(&self, policy: &Policy) -> Policy {
        let checked = "each word was read as one of the key's";
        self.overrides.iter().fold(policy.clone(), |policy, (key, value)| policy.with(key, value).expect(checked))
    }
}

#[cfg(test)]
mod tests {
    use super::Conditions;

    #[test]
    fn what_cannot_be_understood_lets_nothing_out() {
        let yaml = |head: &str| Conditions::read(&format!("---\ntitle: A\n{head}\n---\n\nText.\n"));
        let toml = |head: &str| Conditions::read(&format!("+++\ntitle = \"A\"\n{head}\n+++\n\nText.\n"));
        for head in [
            "x: &e 2099-01-01T00:00:00Z\npublish_after: *e",
            "publishDate: 2099-01-01",
            "publish_after: \"2099-01-01T00:00\\x5a\"",
        ] {
            assert!(yaml(head).is_ok_and(|conditions| conditions.after.or(conditions.publish_date).is_some()), "{head}");
        }
        for head in
            ["publish_after = 2099-01-01T00:00:00Z", "publish = { after = 2099-01-01T00:00:00Z }", "publishDate = 2099-01-01"]
        {
            assert!(toml(head).is_ok_and(|conditions| conditions.after.or(conditions.publish_date).is_some()), "{head}");
        }
        for wrong in [
            "d: &d\n  after: 2099-01-01T00:00:00Z\npublish: *d",
            "publish: 2099-01-01T00:00:00Z",
            "d: &d {publish_after: 2099-01-01T00:00:00Z}\n<<: *d",
            "d: &d {after: 2099-01-01T00:00:00Z}\npublish:\n  <<: *d",
            "publish: []\npublish_after: []\npublish_after: 3",
        ] {
            assert!(yaml(wrong).is_err(), "{wrong}");
        }
        for wrong in ["publish_after = 2099-01-01", "publish_after = 2099", "[publish]\nstate = 5", "[publish]\nstale = true"] {
            assert!(toml(wrong).is_err(), "{wrong}");
        }
        for draft in ["draft: true", "draft: yes", "published: false", "publish: false"] {
            assert!(yaml(draft).is_ok_and(|conditions| conditions.draft.is_some()), "{draft}");
        }
        for plain in ["draft: false", "published: 2025-01-01", "publish: true", "drafted: true"] {
            assert_eq!(yaml(plain), Ok(Conditions::default()), "{plain}");
        }
        assert!(toml("draft = true").is_ok_and(|conditions| conditions.draft.is_some()));
    }

    #[test]
    fn a_head_says_when_and_how_its_article_goes_out() {
        let read = |head: &str| Conditions::read(&format!("---\n{head}\n---\n\nText.\n"));
        let conditions = read("title: A\npublish:\n  after: 2026-11-23T06:00+01:00\n  missing: fallback").expect("it is right");
        assert_eq!(conditions.after.map(|after| after.to_string()).as_deref(), Some("2026-11-23T05:00:00Z"));
        assert_eq!(conditions.overrides, [("missing", "fallback".to_owned())]);
        assert!(read("publish_after: \"2026-11-23 06:00 +04:30\"").is_ok_and(|conditions| conditions.after.is_some()));
        for wrong in
            ["publish:\n  after: tomorrow", "publish_after: 2026-11-23", "publish:\n  state: done", "publish:\n  sate: final"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
