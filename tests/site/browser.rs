//! The pages in headless Chromium, from a server on the loopback interface. Without Chromium these tests say so and pass, except
//! where `CI` is set; `tests/run` installs what they need.
//!
//! The pages are served without their Content-Security-Policy, so that nothing but what they are keeps a script from running;
//! one test looks at the policy alone.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use crate::filled::{LOCALES, project};
use crate::hostile;
use crate::support::{TestProject, copy_folder};
use crate::translator;

/// A file that `tests/run` puts below the build folder.
pub fn tool(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site-tools/node_modules").join(path);
    file.is_file().then_some(file)
}

pub fn chromium() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&folders).flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file())
}

/// Says that a test cannot run; a failure where everything is supposed to be installed.
pub fn skip(what: &str) {
    assert!(std::env::var_os("CI").is_none(), "{what} is not installed");
    eprintln!("skipped: {what} is not installed (see tests/run)");
}

/// Chromium without a window and without a network, its profile in `folder`.
pub fn headless(folder: &Path) -> Command {
    let mut command = Command::new(chromium().expect("looked for before"));
    command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    command.args(["--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]);
    command.arg(format!("--user-data-dir={}", folder.display()));
    command
}

/// A browser that is ended by its own id when the test is done with it.
struct Browser(Child);

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves a site, the harness and its job; keeps the result and every address that was asked for and is none of these.
pub struct Server {
    port: u16,
    job: Arc<Mutex<Value>>,
    strangers: Arc<Mutex<Vec<String>>>,
    results: Receiver<Value>,
}

/// How pages are served.
#[derive(Clone, Copy, PartialEq)]
pub enum Serve {
    /// Without their policy.
    Bare,
    /// With their policy, and a script of ours in every page.
    WithScript,
}

pub fn serve(site: PathBuf, how: Serve) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (job, strangers) = (Arc::new(Mutex::new(json!({}))), Arc::new(Mutex::new(Vec::new())));
    let (sender, results) = channel();
    let shared = (Arc::clone(&job), Arc::clone(&strangers));
    // The thread ends with the test program.
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (site, shared, sender) = (site.clone(), shared.clone(), sender.clone());
            std::thread::spawn(move || drop(answer(stream, &site, how, &shared, &sender)));
        }
    });
    Server { port, job, strangers, results }
}

type Shared = (Arc<Mutex<Value>>, Arc<Mutex<Vec<String>>>);

fn answer(mut stream: TcpStream, site: &Path, how: Serve, shared: &Shared, sender: &Sender<Value>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    // Browsers open connections that they may need, and close them unused.
    let Some(path) = line.split(' ').nth(1).map(str::to_owned) else { return Ok(()) };
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let (kind, bytes) = match path.as_str() {
        "/harness" => ("text/html", include_bytes!("harness.html").to_vec()),
        "/job" => ("application/json", shared.0.lock().unwrap().to_string().into_bytes()),
        "/axe.js" => ("text/javascript", tool("axe-core/axe.min.js").map(std::fs::read).transpose()?.unwrap_or_default()),
        "/result" => {
            let _ = sender.send(serde_json::from_slice(&body).unwrap_or(Value::Null));
            ("text/plain", Vec::new())
        }
        "/favicon.ico" => ("text/plain", Vec::new()),
        path => file(site, path, how, &shared.1),
    };
    // What all pages share is asked for once.
    let kept = if matches!(kind, "text/css" | "image/png") { "Cache-Control: max-age=3600\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n{kept}Connection: close\r\n\r\n",
        bytes.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&bytes)
}

fn file(site: &Path, path: &str, how: Serve, strangers: &Mutex<Vec<String>>) -> (&'static str, Vec<u8>) {
    let relative = path.trim_start_matches('/').split(['?', '#']).next().unwrap_or_default();
    let plain = relative.split('/').all(|part| part != ".." && !part.is_empty());
    let found = if plain { std::fs::read(site.join(relative)).ok() } else { None };
    let Some(bytes) = found.filter(|_| !path.contains('?')) else {
        strangers.lock().unwrap().push(path.to_owned());
        return ("text/plain", Vec::new());
    };
    match relative.rsplit('.').next() {
        Some("html") => {
            let text = String::from_utf8(bytes).expect("pages are UTF-8");
            let text = match how {
                Serve::Bare => text.replace("http-equiv=\"Content-Security-Policy\"", "name=\"policy\""),
                Serve::WithScript => {
                    text.replace("</main>", "<script>top.pwned = 1</script><img src=x onerror=\"top.pwned = 1\"></main>")
                }
            };
            ("text/html", text.into_bytes())
        }
        Some("css") => ("text/css", bytes),
        Some("png") => ("image/png", bytes),
        _ => ("text/plain", bytes),
    }
}

impl Server {
    /// Opens `pages` and gives what the browser made of each.
    fn open(&self, pages: &[String], axe: bool) -> Vec<Value> {
        self.open_in(820, pages, axe)
    }

    /// Opens `pages` in a window of `width` pixels.
    pub fn open_in(&self, width: u32, pages: &[String], axe: bool) -> Vec<Value> {
        *self.job.lock().unwrap() = json!({"pages": pages, "axe": axe, "width": width});
        let profile = tempfile::tempdir().unwrap();
        let mut command = headless(profile.path());
        command.arg(format!("http://127.0.0.1:{}/harness", self.port));
        let browser = Browser(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        let result = self.results.recv_timeout(Duration::from_secs(600)).expect("the browser reports");
        drop(browser);
        let results = result.as_array().unwrap_or_else(|| panic!("{result}")).clone();
        assert_eq!(results.len(), pages.len());
        results
    }
}

/// The pages in a folder of `public/`, as addresses.
pub fn pages(project: &TestProject, folder: &str) -> Vec<String> {
    let files = project.snapshot().into_keys();
    let below = files.filter_map(|path| path.strip_prefix(&format!("project/public/{folder}")).map(str::to_owned));
    below.filter(|path| path.ends_with(".html")).collect()
}

fn assert_harmless(results: &[Value]) {
    for result in results {
        assert_eq!(result["loaded"], true, "{result}");
        assert_eq!(result["pwned"], false, "{result}");
        assert_eq!((&result["scripts"], &result["handlers"], &result["foreign"]), (&json!(0), &json!(0), &json!(0)), "{result}");
        assert_eq!(result["schemes"], json!([]), "{result}");
        let elements = result["skeleton"].as_str().unwrap().split(' ');
        let unknown = elements.filter(|name| !hostile::ELEMENTS.contains(name) && *name != "style").count();
        assert_eq!((unknown, &result["styles"]), (0, &json!(usize::from(is_map(result)))), "{result}");
        assert_eq!(result["stable"], true, "parsed again it is another page: {result}");
    }
}

/// The feeds and the sitemap of a site, as addresses.
fn feeds(project: &TestProject) -> Vec<String> {
    let files = project.snapshot().into_keys();
    let below = files.filter_map(|path| path.strip_prefix("project/public/site").map(str::to_owned));
    below.filter(|path| path.ends_with(".xml")).collect()
}

/// The browser's own reader of XML finds nothing wrong with `count` feeds and sitemaps.
fn assert_feeds(results: &[Value], count: usize) {
    assert_eq!(results.len(), count);
    for result in results {
        let sitemap = result["path"] == "/sitemap.xml";
        assert_eq!(result["root"], if sitemap { "urlset" } else { "feed" }, "{result}");
        assert!(result["entries"].as_u64() > Some(1), "{result}");
    }
}

fn is_map(result: &Value) -> bool {
    result["path"].as_str().unwrap().contains("map")
}

#[test]
fn hostile_strings_do_nothing_in_a_browser() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    let folder = tempfile::tempdir().unwrap();
    let server = serve(folder.path().join("site"), Serve::Bare);
    let strings = hostile::strings(&format!("http://127.0.0.1:{}/canary", server.port));
    let project = hostile::site(&strings);
    project.run(&["publish"]).exits(1);
    copy_folder(&project.path("public/site"), &folder.path().join("site"));
    let pages = pages(&project, "site");
    assert!(pages.len() > 900, "{}", pages.len());
    let feeds = feeds(&project);
    let (drafts, map) = hostile::behind(&project, &strings);
    copy_folder(&project.path("public/draft"), &folder.path().join("site/draft"));
    std::fs::write(folder.path().join("site/map.html"), map).unwrap();
    let drafts: Vec<String> = drafts.into_iter().map(|page| format!("/draft{page}")).chain(["/map.html".to_owned()]).collect();
    let results = server.open(&pages.iter().chain(&drafts).chain(&feeds).cloned().collect::<Vec<_>>(), false);
    let (feeds, results): (Vec<Value>, Vec<Value>) = results.into_iter().partition(|result| !result["root"].is_null());
    assert_feeds(&feeds, 5);
    assert_harmless(&results);
    assert_eq!(*server.strangers.lock().unwrap(), Vec::<String>::new(), "asked for");
    let skeletons: BTreeMap<&str, &str> = results
        .iter()
        .filter(|result| !result["path"].as_str().unwrap().starts_with("/draft"))
        .map(|result| (result["path"].as_str().unwrap(), result["skeleton"].as_str().unwrap()))
        .collect();
    // What stands in the head of an article changes nothing in the page around it.
    let until_body = |skeleton: &str| skeleton.split(" h2 ").next().unwrap_or_default().to_owned();
    let plain = until_body(skeletons[format!("/{}/plain.html", hostile::HEAD).as_str()]);
    let of_head = skeletons.iter().filter(|(path, _)| path.starts_with(&format!("/{}/h", hostile::HEAD)));
    assert!(of_head.clone().count() > 280);
    for (path, skeleton) in of_head {
        assert_eq!(until_body(skeleton), plain, "{path}");
    }
}

#[test]
fn pages_are_accessible_and_load_nothing_from_elsewhere() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    if tool("axe-core/axe.min.js").is_none() {
        return skip("axe-core");
    }
    let (folder, pages) = everything();
    let server = serve(folder.path().to_owned(), Serve::Bare);
    assert_eq!(pages.len(), (LOCALES.len() + 1) * 4 + 2 + 2 * 3 + 1 + 4);
    let results = server.open(&pages, true);
    let (feeds, results): (Vec<Value>, Vec<Value>) = results.into_iter().partition(|result| !result["root"].is_null());
    assert_feeds(&feeds, LOCALES.len() + 2);
    // axe itself is a script; everything else is as with hostile strings.
    for result in &results {
        assert_eq!(result["violations"], json!([]), "{}", result["path"]);
        assert_eq!(
            (&result["loaded"], &result["stable"], &result["wide"]),
            (&json!(true), &json!(true), &json!(false)),
            "{result}"
        );
        let path = result["path"].as_str().unwrap();
        let locale = path.trim_start_matches("/draft").trim_start_matches('/').split('/').next().unwrap();
        let locale = if LOCALES.contains(&locale) { locale } else { "en" };
        let locale = if path.contains("map-ar") { "ar" } else { locale };
        // A cell leads to its edits, however many stand before them.
        let jumps = path.contains('#');
        assert_eq!(
            result["target"].as_f64().is_some_and(|top| (0.0..2.0).contains(&top.abs())),
            jumps,
            "{path}: {}",
            result["target"]
        );
        assert_eq!(result["marks"].as_u64() > Some(5), path.starts_with("/draft") && path.ends_with("flood.html"), "{path}");
        let expected = if ["ar", "ps", "fa-AF"].contains(&locale) { "rtl" } else { "ltr" };
        assert_eq!((&result["lang"], &result["dir"]), (&json!(locale), &json!(expected)), "{result}");
    }
    assert_eq!(*server.strangers.lock().unwrap(), Vec::<String>::new(), "asked for");
}

#[test]
fn the_policy_alone_stops_scripts() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    let project = project("");
    project.run(&["publish"]).exits(0);
    let with = serve(project.path("public/site"), Serve::WithScript);
    let results = with.open(&["/en/flood.html".to_owned()], false);
    assert_eq!((&results[0]["scripts"], &results[0]["pwned"]), (&json!(1), &json!(false)), "{}", results[0]);
}

#[test]
fn the_nu_html_checker_finds_nothing() {
    let Some(checker) = tool("vnu-jar/build/dist/vnu.jar") else { return skip("vnu-jar") };
    if Command::new("java").arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        return skip("Java");
    }
    let (folder, pages) = everything();
    let files =
        pages.iter().map(|page| page.trim_start_matches('/').split('#').next().unwrap()).filter(|page| page.ends_with(".html"));
    let files = files.map(|page| folder.path().join(page));
    let output =
        Command::new("java").arg("-jar").arg(checker).args(["--errors-only", "--format", "gnu"]).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A site, drafts of two locales with marks of every kind, and maps: of a few articles, of many, and in Arabic. A folder with all
/// of them, and their addresses.
fn everything() -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let project = project("url = \"https://example.org\"\nname = \"The Herald\"");
    project.run(&["publish"]).exits(0);
    copy_folder(&project.path("public/site"), folder.path());
    let behind = translator::behind();
    behind.run(&["publish", "--draft", "--locale", "ps,ar"]).exits(0);
    copy_folder(&behind.path("public/draft"), &folder.path().join("draft"));
    let drafts = pages(&behind, "draft").into_iter().map(|page| format!("/draft{page}"));
    let mut all: Vec<String> = pages(&project, "site").into_iter().chain(drafts).chain(feeds(&project)).collect();
    let mut map = |name: &str, project: &TestProject| {
        let file = folder.path().join(name.split('#').next().unwrap());
        std::fs::write(file, project.run(&["status", "--format", "html"]).exits(0).stdout).unwrap();
        all.push(format!("/{name}"));
    };
    map("map.html", &behind);
    map("map-many.html", &translator::many(60));
    map("map-crowded.html#d100-ps", &translator::crowded(150));
    let arabic = TestProject::new("source-locale = \"ar\"\ntarget-locales = [\"en\"]\n\n[[articles]]\nroot = \"articles\"\n");
    arabic.write("articles/flood.md", "ارتفع النهر 4 أمتار.\n");
    arabic.run(&["sync"]).exits(0);
    crate::filled::fill(&arabic, "en", "flood");
    arabic.run(&["sync"]).exits(0);
    arabic.write("articles/flood.md", "ارتفع النهر 5 أمتار.\n");
    map("map-ar.html", &arabic);
    (folder, all)
}
