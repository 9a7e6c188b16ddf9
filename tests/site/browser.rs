//! The pages in headless Chromium, from a server on the loopback interface. Without Chromium these tests say so and pass, except
//! where `CI` is set; `tests/run` installs what they need.
//!
//! The pages are served without their Content-Security-Policy, so that nothing but what they are keeps a script from running;
//! one test looks at the policy alone.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use crate::filled::{LOCALES, project};
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
    headless_with("", folder)
}

/// The same; `rules` say where it finds hosts.
fn headless_with(rules: &str, folder: &Path) -> Command {
    let mut command = Command::new(chromium().expect("looked for before"));
    command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    command.arg("--disable-dev-shm-usage").arg(format!("--host-resolver-rules={rules}MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"));
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

/// Serves a site, the harness and its jobs; keeps the results and every address that was asked for and is none of these.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    results: Receiver<Value>,
}

/// What the threads of a server have in common.
struct Shared {
    site: PathBuf,
    how: Serve,
    /// One for each browser.
    jobs: Mutex<Vec<Value>>,
    strangers: Mutex<Vec<String>>,
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
    let shared = Arc::new(Shared { site, how, jobs: Mutex::default(), strangers: Mutex::default() });
    let (sender, results) = channel();
    let ours = Arc::clone(&shared);
    // The thread ends with the test program.
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (shared, sender) = (Arc::clone(&ours), sender.clone());
            std::thread::spawn(move || drop(converse(&stream, &shared, &sender)));
        }
    });
    Server { port, shared, results }
}

/// Answers what is asked on one connection, until the browser closes it.
fn converse(stream: &TcpStream, shared: &Shared, sender: &Sender<Value>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line)?;
        // Browsers open connections that they may need, and close them unused.
        if line.is_empty() {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&line);
        let Some(path) = line.split(' ').nth(1).filter(|_| line.contains(" HTTP/1.1")).map(str::to_owned) else {
            shared.strangers.lock().unwrap().push(line.into_owned());
            return Ok(());
        };
        let (mut length, mut host) = (0, String::new());
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            if header.trim().is_empty() {
                break;
            }
            let header = header.to_ascii_lowercase();
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            } else if let Some(value) = header.strip_prefix("host:") {
                host = value.trim().to_owned();
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let (kind, bytes) = answer(&path, &host, &body, shared, sender)?;
        // What all pages share is asked for once.
        let kept = if matches!(kind, "text/css" | "image/png") { "Cache-Control: max-age=3600\r\n" } else { "" };
        let length = bytes.len();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n{kept}\r\n");
        (&*stream).write_all(&[head.into_bytes(), bytes].concat())?;
    }
}

fn answer(
    path: &str,
    host: &str,
    body: &[u8],
    shared: &Shared,
    sender: &Sender<Value>,
) -> std::io::Result<(&'static str, Vec<u8>)> {
    let (what, number) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    Ok(match what {
        _ if !host.starts_with("127.0.0.1:") => {
            shared.strangers.lock().unwrap().push(format!("{host}{path}"));
            ("text/plain", Vec::new())
        }
        "harness" => ("text/html", include_bytes!("harness.html").to_vec()),
        "job" => ("application/json", shared.jobs.lock().unwrap()[number.parse::<usize>().unwrap()].to_string().into_bytes()),
        "axe.js" => ("text/javascript", tool("axe-core/axe.min.js").map(std::fs::read).transpose()?.unwrap_or_default()),
        "result" => {
            let _ = sender.send(serde_json::from_slice(body).unwrap_or(Value::Null));
            ("text/plain", Vec::new())
        }
        "favicon.ico" => ("text/plain", Vec::new()),
        _ => file(&shared.site, path, shared.how, &shared.strangers),
    })
}

/// An address as the name of a file.
pub fn percent_decoded(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let escape = (*first == b'%').then(|| u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
        rest = if escape.is_some() { &rest[2..] } else { rest };
        bytes.push(escape.unwrap_or(*first));
    }
    String::from_utf8(bytes).unwrap()
}

fn file(site: &Path, path: &str, how: Serve, strangers: &Mutex<Vec<String>>) -> (&'static str, Vec<u8>) {
    let relative = &percent_decoded(path.trim_start_matches('/').split(['?', '#']).next().unwrap_or_default());
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
    pub fn open(&self, pages: &[String], axe: bool) -> Vec<Value> {
        self.open_in(820, pages, axe)
    }

    /// Opens `pages` in a window of `width` pixels; many of them in two browsers side by side.
    pub fn open_in(&self, width: u32, pages: &[String], axe: bool) -> Vec<Value> {
        let browsers = if pages.len() < 40 { 1 } else { 2 };
        let share = |browser: usize| pages.iter().skip(browser).step_by(browsers).collect::<Vec<_>>();
        let job = |browser| json!({"pages": share(browser), "axe": axe, "width": width});
        *self.shared.jobs.lock().unwrap() = (0..browsers).map(job).collect();
        let profile = tempfile::tempdir().unwrap();
        let rules = format!("MAP canary.test 127.0.0.1:{} , ", self.port);
        let running: Vec<Browser> = (0..browsers)
            .map(|browser| {
                let mut command = headless_with(&rules, &profile.path().join(browser.to_string()));
                command.arg(format!("http://127.0.0.1:{}/harness/{browser}", self.port));
                Browser(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
            })
            .collect();
        let mut results = Vec::new();
        for _ in 0..browsers {
            let result = self.results.recv_timeout(Duration::from_secs(600)).expect("the browser reports");
            results.extend(result.as_array().unwrap_or_else(|| panic!("{result}")).iter().cloned());
        }
        drop(running);
        assert_eq!(results.len(), pages.len());
        results
    }

    /// What was asked for and is not the site's.
    pub fn strangers(&self) -> Vec<String> {
        self.shared.strangers.lock().unwrap().clone()
    }
}

/// The pages in a folder of `public/`, as addresses.
pub fn pages(project: &TestProject, folder: &str) -> Vec<String> {
    let files = project.snapshot().into_keys();
    let below = files.filter_map(|path| path.strip_prefix(&format!("project/public/{folder}")).map(str::to_owned));
    below.filter(|path| path.ends_with(".html")).collect()
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

#[test]
fn the_harness_notices_scripts_and_requests() {
    if chromium().is_none() {
        return skip("Chromium");
    }
    let folder = tempfile::tempdir().unwrap();
    let (script, load) = ("<script>top.pwned = 1</script>", "<img src=\"http://canary.test/image\" onload=\"x()\">");
    for (name, body) in
        [("quiet", "<p>Nothing.</p>"), ("load", load), ("secure", "<img src=\"https://canary.test/x\">"), ("script", script)]
    {
        let page =
            format!("<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><main>{body}</main></body></html>");
        std::fs::write(folder.path().join(format!("{name}.html")), page).unwrap();
    }
    let server = serve(folder.path().to_owned(), Serve::Bare);
    let open = |name: &str| server.open(&[format!("/{name}.html")], false).remove(0);
    let quiet = open("quiet");
    assert_eq!((&quiet["pwned"], &quiet["scripts"], &quiet["handlers"]), (&json!(false), &json!(0), &json!(0)));
    assert_eq!(server.strangers(), Vec::<String>::new());
    assert_eq!(open("load")["handlers"], 1);
    assert_eq!(server.strangers(), ["canary.test/image"]);
    open("secure");
    assert!(server.strangers().len() > 1, "an attempt that is encrypted");
    let loud = open("script");
    assert_eq!((&loud["pwned"], &loud["scripts"]), (&json!(true), &json!(1)));
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
    assert_eq!(server.strangers(), Vec::<String>::new(), "asked for");
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
