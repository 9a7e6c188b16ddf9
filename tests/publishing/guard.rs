//! Records that this version cannot read whole: nothing in them is lost.

use crate::filled::project;

#[test]
fn the_record_of_a_newer_version_is_never_overwritten() {
    let project = project("url = \"https://example.org\"");
    project.run(&["publish"]).exits(0);
    for path in ["published/site/flood.toml", "published/site.toml"] {
        let ours = project.read(path);
        project.write(path, ours.replacen("version = 1", "version = 2\nknows-more = true", 1));
        project.replace("articles/flood.md", "The end of it", "The end of it again");
        let before = project.snapshot();
        let commands: [&[&str]; 6] = [
            &["publish"],
            &["publish", "bridge"],
            &["publish", "--only-outdated"],
            &["publish", "flood", "--revision", "1"],
            &["publish", "--dry-run"],
            &["withdraw", "flood"],
        ];
        for command in commands {
            let run = project.run(command).exits(2);
            assert!(run.stderr.contains(path), "{command:?}: {}", run.stderr);
        }
        project.assert_is(&before, path);
        project.write(path, ours);
    }
    project
        .write("published/site/flood.toml", project.read("published/site/flood.toml").replacen("version = 1", "version = 2", 1));
    project.run(&["status", "--published"]).exits(2).says("published/site/flood.toml");
    project.remove("articles/flood.md");
    let before = project.snapshot();
    project.run(&["retire", "flood"]).exits(2).says("published/site/flood.toml");
    project.assert_is(&before, "retire");
}

#[test]
fn what_is_damaged_in_a_record_is_reported() {
    let project = project("url = \"https://example.org\"");
    project.run(&["publish"]).exits(0);
    project.replace("published/site/flood.toml", "[ps.standfirst]\ntext", "[ps.standfirst]\ntxt");
    project.run(&["status", "--published"]).says("damaged-table").says("published/site/flood.toml");
    project.run(&["publish"]).exits(1).says("damaged-table");
    project.run(&["publish"]).exits(0);
}
