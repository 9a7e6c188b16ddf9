//! What is remembered of the last run may make the next one faster and nothing else: after every change a run that remembers
//! gives what a run gives that remembers nothing.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::filled::{BRIDGE, fill, project};
use crate::support::TestProject;

const URL: &str = "url = \"https://example.org\"\nstale = \"rewrite\"";
const INDEX: &str = ".tarjuman/cache/publish-site.index";

/// Publishes twice, long enough after the last change that stamps can be trusted; gives what the third run reports.
fn settle(project: &TestProject) -> String {
    project.run(&["publish"]);
    sleep(Duration::from_millis(150));
    project.run(&["publish"]);
    project.run(&["publish", "--format", "json"]).stdout
}

/// Publishes with what is remembered, then without; both must come to the same files and say the same.
#[track_caller]
fn publishes_as_if_forgetful(project: &TestProject, about: &str) {
    let run = project.run(&["publish"]);
    let remembered = project.snapshot();
    let again = project.run(&["publish", "--format", "json"]);
    project.assert_is(&remembered, &format!("a second run after: {about}"));
    let _ = fs::remove_dir_all(project.path(".tarjuman/cache"));
    let forgetful = project.run(&["publish", "--format", "json"]);
    project.assert_is(&remembered, &format!("forgetting after: {about}"));
    assert_eq!((again.code, again.stdout), (forgetful.code, forgetful.stdout), "{about}");
    assert_eq!(run.code, forgetful.code, "{about}");
    settle(project);
}

type Change = (&'static str, fn(&TestProject));

/// A file changed to other text of the same length, its time of modification set back.
fn change_in_secret(project: &TestProject, path: &str, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let full = project.path(path);
    let modified = fs::metadata(&full).unwrap().modified().unwrap();
    let text = fs::read_to_string(&full).unwrap();
    assert!(text.contains(from), "{path}: {text}");
    fs::write(&full, text.replacen(from, to, 1)).unwrap();
    fs::File::options().write(true).open(&full).unwrap().set_modified(modified).unwrap();
}

const CHANGES: &[Change] = &[
    ("nothing", |_| {}),
    ("an article is edited", |p| p.replace("articles/flood.md", "The end of it", "The very end of it")),
    ("an article is edited, its time set back", |p| change_in_secret(p, "articles/flood.md", "very end", "last end")),
    ("a code block is edited, which is no unit", |p| p.replace("articles/flood.md", "fn main", "fn first")),
    ("a translation is edited", |p| p.replace("locales/es/bridge.ftl", "title = El río creció", "title = El puente viejo")),
    ("a translation is rejected", |p| drop(p.run(&["reject", "ja", "flood#title", "--why", "wrong"]).exits(0))),
    ("and set", |p| drop(p.run(&["set", "ja", "flood#title", "洪水"]).exits(0))),
    ("a review", |p| drop(p.run(&["confirm", "es", "bridge", "--all", "--state", "reviewed", "--by", "R. Name"]).exits(0))),
    ("a page is removed", |p| p.remove("public/site/ps/flood.html")),
    ("a page is tampered with", |p| change_in_secret(p, "public/site/ps/flood.html", "<main", "<MAIN")),
    ("an index is removed", |p| p.remove("public/site/es/index.html")),
    ("the sitemap is tampered with", |p| change_in_secret(p, "public/site/sitemap.xml", "example", "exemple")),
    ("a record is removed", |p| p.remove("published/site/bridge.toml")),
    ("the record of lists is removed", |p| p.remove("published/site.toml")),
    ("an image is another one", |p| p.write("articles/map.png", b"\x89PNG really not")),
    ("an image has a version in a language", |p| p.write("articles/map.es.png", b"\x89PNG in Spanish")),
    ("and has none any more", |p| p.remove("articles/map.es.png")),
    ("a copy is tampered with", |p| p.write("public/site/assets/articles/map.png", b"other")),
    ("the glossary changes", |p| p.write("glossary/es.ftl", "-river = río\n")),
    ("a word of the pages is another one", |p| p.write("templates/strings/ps.ftl", "languages = نورې ژبې\n")),
    ("a template of the project's own", |p| p.write("templates/style.css", "body { color: red }\n")),
    ("it goes", |p| fs::remove_dir_all(p.path("templates")).unwrap()),
    ("the policy is stricter in a language", |p| {
        let config = p.read("tarjuman.toml");
        p.write("tarjuman.toml", format!("{config}\n[publish.locale.de]\nstate = \"final\"\n"));
    }),
    ("a linked article moves", |p| p.replace("articles/bridge.md", "title: The bridge\n", "title: The bridge\nslug: span\n")),
    ("an article joins", |p| {
        p.write("articles/new.md", BRIDGE.replace("about the flood](flood.md", "about the flood](old.md"));
        p.run(&["sync"]).exits(0);
        fill(p, "es", "new");
    }),
    ("what it links to joins", |p| p.write("articles/old.md", "---\ntitle: Old\n---\n\nText.\n")),
    ("one wants the address of another", |p| p.replace("articles/old.md", "title: Old\n", "title: Old\nslug: flood\n")),
    ("and does not", |p| p.replace("articles/old.md", "slug: flood\n", "")),
    ("a linked article is withdrawn", |p| drop(p.run(&["withdraw", "flood", "--locale", "ps,en"]).exits(0))),
    ("and put out again on its own", |p| drop(p.run(&["publish", "flood", "--again"]))),
    ("one page is taken back", |p| drop(p.run(&["publish", "flood", "--locale", "es", "--revision", "1"]))),
    ("an article waits", |p| {
        p.replace("articles/new.md", "title: The bridge\n", "title: The bridge\npublish_after: 2999-01-01T00:00Z\n")
    }),
    ("an article goes", |p| p.remove("articles/old.md")),
    ("a finding", |p| p.replace("locales/es/flood.ftl", "title =", "%%%\ntitle =")),
    ("it is mended", |p| p.replace("locales/es/flood.ftl", "%%%\n", "")),
    ("a file is touched", |p| {
        let file = fs::File::options().write(true).open(p.path("articles/flood.md")).unwrap();
        file.set_modified(std::time::SystemTime::now() - Duration::from_secs(1000)).unwrap();
    }),
];

#[test]
fn whatever_changes_the_pages_are_those_of_a_run_that_remembers_nothing() {
    let project = project(URL);
    settle(&project);
    for (about, change) in CHANGES {
        change(&project);
        publishes_as_if_forgetful(&project, about);
    }
}

#[test]
fn a_damaged_or_foreign_index_says_nothing() {
    let project = project(URL);
    settle(&project);
    let index = fs::read(project.path(INDEX)).expect("there is an index");
    let mut damaged: Vec<Vec<u8>> = (0..index.len()).step_by(index.len() / 40).map(|at| index[..at].to_vec()).collect();
    damaged.extend((0..index.len()).step_by(index.len() / 40).map(|at| {
        let mut bytes = index.clone();
        bytes[at] ^= 1;
        bytes
    }));
    damaged.push(b"\xff\xfe not text".to_vec());
    damaged.push(b"tarjuman-index-1\n#\n".to_vec());
    let pages = project.snapshot();
    for bytes in damaged {
        project.write("public/site/ps/flood.html", "spoilt");
        project.write(INDEX, bytes);
        project.run(&["publish"]).exits(0);
        project.assert_is(&pages, "a damaged index");
    }
    // An index that is whole, but of another time: its stamps are not those of the files.
    change_in_secret(&project, "articles/flood.md", "The end", "An end!");
    project.write(INDEX, &index);
    project.run(&["publish"]).exits(0);
    assert!(project.read("public/site/en/flood.html").contains("An end!"));
    // A folder where the index would be, or a link that leads away, is no reason to fail.
    fs::remove_file(project.path(INDEX)).unwrap();
    fs::create_dir(project.path(INDEX)).unwrap();
    project.run(&["publish"]).exits(0);
    fs::remove_dir_all(project.path(".tarjuman/cache")).unwrap();
    std::os::unix::fs::symlink(project.outside(), project.path(".tarjuman/cache")).unwrap();
    project.run(&["publish"]).exits(0);
    assert_eq!(fs::read_dir(project.outside()).unwrap().count(), 1, "nothing was written through the link");
}

#[test]
fn an_index_that_vouches_for_a_tampered_page_is_of_no_use_to_anybody_else() {
    let one = project(URL);
    settle(&one);
    let other = project(URL);
    other.run(&["publish"]).exits(0);
    let pages = other.snapshot();
    other.write("public/site/ps/flood.html", "<script>spoilt</script>");
    other.write(INDEX, one.read(INDEX));
    other.run(&["publish"]).exits(0);
    other.assert_is(&pages, "the index of another project");
}
