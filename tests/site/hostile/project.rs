//! A site with every string in every article's head, body, glossary and credits, in three locales.

use super::strings::{literal, names, quoted, usable};
use crate::browser::pages;
use crate::filled::fill_with;
use crate::support::TestProject;

/// The locale whose pages hold the strings in their head, in their body, in a glossary term.
pub const HEAD: &str = "es";
pub const BODY: &str = "ar";
pub const TERM: &str = "ps";

/// Ordinary words, so many that a paragraph is recognised whatever is added to it.
const FIRST: &str = "The river rose for a third day and the people of the lower town were told to leave their homes. \
                     Boats of the fire brigade went from street to street in the evening, and the school on the hill was opened. \
                     Nobody could say on Tuesday when the bridge would carry cars again. The water is expected to fall at the weekend.";

/// A site with an article for each string, and `plain`, the same article with harmless words.
pub fn site(strings: &[String]) -> TestProject {
    let config = format!(
        "source-locale = \"en\"\ntarget-locales = [\"{HEAD}\", \"{BODY}\", \"{TERM}\"]\n\n[[articles]]\nroot = \"articles\"\n\
         front-matter = [\"title\", \"standfirst\", \"description\", \"byline\", \"image.alt\", \"image.caption\"]\n\n\
         [publish]\nurl = \"https://example.org\"\nname = {}\nmissing = \"fallback\"\n",
        quoted("</title><script>top.pwned=1</script>\"'><img src=x onerror=top.pwned=1>"),
    );
    let project = TestProject::new(&config);
    project.write("articles/map.png", b"\x89PNG");
    let mut all: Vec<(String, String)> = names(strings).into_iter().zip(strings.iter().map(|text| usable(text))).collect();
    all.push(("plain".to_owned(), "harmless words".to_owned()));
    let (mut glossary, mut sources) = (String::new(), String::new());
    for (name, text) in &all {
        project.write(&format!("articles/{name}.md"), article(&quoted(text)));
        project.write(&format!("articles/raw/{name}.md"), raw(text));
        glossary.push_str(&format!("-t-{name} = {}\n", literal(text)));
        sources.push_str(&format!("-t-{name} = term\n"));
    }
    project.write("glossary/en.ftl", sources);
    project.write(&format!("glossary/{TERM}.ftl"), glossary);
    project.run(&["sync"]);
    for (name, text) in &all {
        let in_head =
            |id: &str| ["title", "standfirst", "byline", "fm-", "alt-", "cap-"].iter().any(|prefix| id.starts_with(prefix));
        // Of the text only what is edited later on; a draft shows the rest in the source's language.
        let edited = |id: &str| id.starts_with("p-the-river").then(|| "El río".to_owned());
        fill_todo(&project, HEAD, name, |id| if in_head(id) { Some(literal(text)) } else { edited(id) });
        fill_todo(&project, BODY, name, |id| (!in_head(id)).then(|| literal(text)));
        fill_todo(&project, TERM, name, |id| (!in_head(id)).then(|| format!("{{ -t-{name} }}")));
        let path = format!("locales/{HEAD}/{name}.ftl");
        project.write(&path, project.read(&path).replacen("\ntitle = ", &format!("\n# {text}\ntitle = "), 1));
    }
    project.run(&["sync", "--by", "A. Name", "--origin", "human"]);
    credit(&project, HEAD, all.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    project
}

/// Signs the translations of articles in a locale, and gives each string as the name of whoever translated and reviewed it.
pub fn credit<'n>(project: &TestProject, locale: &str, all: impl Iterator<Item = (&'n str, &'n str)> + Clone) {
    let mut arguments = vec!["confirm", locale];
    arguments.extend(all.clone().map(|(name, _)| name));
    arguments.extend(["--all", "--state", "reviewed", "--by", "B. Name"]);
    project.run(&arguments);
    for (name, text) in all {
        let path = format!("locales/{locale}/{name}.ledger.toml");
        let ledger = project.read(&path);
        assert!(ledger.contains("translator = \"A. Name\"") && ledger.contains("reviewer = \"B. Name\""), "{path}: {ledger}");
        project.write(&path, ledger.replace("\"A. Name\"", &quoted(text)).replace("\"B. Name\"", &quoted(text)));
    }
}

/// An article with `quoted` wherever its head has a text.
fn article(quoted: &str) -> String {
    format!(
        "---\ntitle: {quoted}\nstandfirst: {quoted}\ndescription: {quoted}\nbyline: {quoted}\nauthor: {quoted}\ndate: 2025-07-04\n\
         image:\n  src: map.png\n  alt: {quoted}\n  caption: {quoted}\n---\n\n{FIRST}\n\n## A heading\n\n- an item\n\n\
         | a cell |\n|---|\n| another cell |\n\n![a picture](map.png)\n\nThe last paragraph.\n"
    )
}

/// The same as raw text of an author: tags that do no harm are kept, so this one is not compared with anything.
fn raw(text: &str) -> String {
    format!(
        "---\ntitle: Raw\n---\n\nBefore {text} after.\n\n{text}\n\n- {text}\n\n![{text}](map.png \"{text}\")\n\n## {text}\n\n\
         [{text}](<{text}> \"{text}\")\n\nA note.[^n]\n\nThe end.\n\n[^n]: {text}\n"
    )
}

/// Hostile edits of what is translated and hostile reasons, and with them drafts and the map: the drafts' pages, the map.
pub fn behind(project: &TestProject, strings: &[String]) -> (Vec<String>, String) {
    let names = names(strings);
    for (name, text) in names.iter().zip(strings) {
        let path = format!("articles/{name}.md");
        let article = project.read(&path);
        assert_eq!(article.matches(FIRST).count(), 1);
        let edited = article.replace(FIRST, &format!("{FIRST} The level is 7 metres now: {} and so on.", usable(text)));
        let title = edited.lines().find(|line| line.starts_with("title: ")).unwrap().to_owned();
        project.write(&path, edited.replacen(&title, &format!("title: {}", quoted(&format!("7 {text}"))), 1));
        let path = format!("locales/{HEAD}/{name}.ledger.toml");
        let ledger = project.read(&path);
        let (before, after) = ledger.split_once("\n[standfirst]\n").unwrap_or_else(|| panic!("{ledger}"));
        project.write(&path, format!("{before}\n[standfirst]\n{}", rejected(after, text)));
    }
    let locales = format!("{HEAD},{BODY}");
    let mut arguments = vec!["publish", "--draft", "--locale", &locales];
    arguments.extend(names.iter().map(String::as_str));
    project.run(&arguments);
    (pages(project, "draft"), project.run(&["status", "--format", "html"]).stdout)
}

/// The rest of a ledger, its first table with `text` as the reason of a rejection.
fn rejected(rest: &str, text: &str) -> String {
    let (table, others) = rest.split_once("\n\n").unwrap_or((rest.trim_end(), ""));
    let kept: Vec<&str> = table.lines().filter(|line| !line.starts_with("state = ") && !line.starts_with("signed = ")).collect();
    format!("{}\nrejected = {}\n\n{others}", kept.join("\n"), quoted(text))
}

/// Fills the units for which `text` has a text.
fn fill_todo(project: &TestProject, locale: &str, article: &str, text: impl Fn(&str) -> Option<String>) {
    let path = format!("locales/{locale}/{article}.ftl");
    if !project.path(&path).exists() {
        return;
    }
    fill_with(project, locale, article, |id, _| text(id).unwrap_or_else(|| KEEP.to_owned()));
    let kept = project.read(&path);
    let lines = kept.lines().map(|line| match line.strip_suffix(&format!(" = {KEEP}")) {
        Some(id) => format!("# [todo] {id} =\n"),
        None => format!("{line}\n"),
    });
    project.write(&path, lines.collect::<String>());
}

const KEEP: &str = "KEEP-THIS-MISSING";
