//! The linked data of every page against the types of schema.org, as the package `schema-dts` has them, by the TypeScript compiler.

use std::process::Command;

use serde_json::Value;

use crate::browser::{pages, skip, tool};
use crate::filled::project;

/// The linked data of a page.
pub fn data(page: &str, path: &str) -> Value {
    let script = page.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("{path} has none")).1;
    serde_json::from_str(script.split("</script>").next().unwrap()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What the compiler says of these objects as articles of schema.org.
fn check(all: &[Value]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let types = tool("schema-dts/dist/schema.d.ts").expect("looked for before");
    let modules = types.ancestors().nth(3).unwrap();
    std::os::unix::fs::symlink(modules, folder.path().join("node_modules")).unwrap();
    let mut program = String::from("import type { NewsArticle, WithContext } from \"schema-dts\";\n");
    for data in all {
        program.push_str(&format!("void ({data} satisfies WithContext<NewsArticle>);\n"));
    }
    std::fs::write(folder.path().join("data.ts"), program).unwrap();
    let compiler = tool("typescript/bin/tsc").expect("looked for before");
    let mut node = Command::new("node");
    node.arg(compiler).args(["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]);
    let output = node.arg("data.ts").current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.success(), output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn linked_data_has_the_types_of_schema_org() {
    if tool("schema-dts/dist/schema.d.ts").is_none() || tool("typescript/bin/tsc").is_none() {
        return skip("schema-dts or TypeScript");
    }
    let project = project("url = \"https://example.org\"\nname = \"The Herald\"\ndisclosure = \"notice\"\nmachine = \"allow\"");
    project.replace("articles/flood.md", "byline: A. Author", "byline: A. Author\nauthor: A. Author");
    project.run(&["sync"]).exits(0);
    let arguments = ["set", "es", "flood#title", "La riada", "--by", "A. Name", "--origin", "machine:apertium"];
    project.run(&arguments).exits(0);
    project.run(&["confirm", "de", "flood", "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    project.run(&["publish"]).exits(0);
    let articles = pages(&project, "site").into_iter().filter(|page| !page.ends_with("index.html"));
    let all: Vec<Value> = articles.map(|page| data(&project.read(&format!("public/site{page}")), &page)).collect();
    assert_eq!(all.len(), 16);
    for property in ["digitalSourceType", "contributor", "translator", "translationOfWork", "workTranslation", "author", "image"]
    {
        assert!(all.iter().any(|data| !data[property].is_null()), "no page has `{property}`");
    }
    assert_eq!(check(&all), "");
    // The compiler would have said so.
    let mut wrong = all[0].clone();
    wrong["translationOfWorks"] = Value::Null;
    assert!(check(&[wrong]).contains("translationOfWorks"));
}
