//! Hostile strings in every place that a person can fill: nothing a string says may open or close an element, run, or load.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::filled::fill_with;
use crate::html::{assert_well_formed, find, tags};
use crate::support::TestProject;

/// The site's files that hold hostile strings: which page holds them in its head, in its body, in a glossary term.
pub const HEAD: &str = "es";
pub const BODY: &str = "ar";
pub const TERM: &str = "ps";

/// What a script would do that got through: tell the window around it, and the server.
fn payload(canary: &str) -> Vec<String> {
    vec![
        "top.pwned=1".to_owned(),
        format!("fetch('{canary}')"),
        format!("new Image().src='{canary}'"),
        format!("location='{canary}'"),
    ]
}

/// Our own hostile strings; `canary` is an address that nothing may ask for.
pub fn strings(canary: &str) -> Vec<String> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    for script in payload(canary) {
        for breakout in [
            "",
            "\">",
            "'>",
            "-->",
            "]]>",
            "</title>",
            "</script>",
            "</style>",
            "</textarea>",
            "</main></body>",
            "*/",
            "\"}",
            "`",
            "\\\">",
        ] {
            for carrier in ["<script>{}</script>", "<img src=x onerror=\"{}\">", "<svg/onload={}>"] {
                all.insert(format!("{breakout}{}", carrier.replace("{}", &script)));
            }
        }
        for carrier in [
            "<details open ontoggle={}>x",
            "<video><source onerror={}></video>",
            "<body onload={}>",
            "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
            "<math><mtext><img src=x onerror={}></mtext></math>",
            "<svg><style><img src=x onerror={}></style></svg>",
            "<a href=\"javascript:{}\">x</a>",
            "<a href=java&#10;script:{}>x</a>",
            "<a href=&#x6A;avascript&colon;{}>x</a>",
            "[x](javascript:{})",
            "[x](<java\tscript:{}>)",
            "![x](javascript:{})",
            "<javascript:{}>",
            "[x]: javascript:{}",
            "<form action=javascript:{}><button>x</button></form>",
            "<object data=javascript:{}></object>",
            "<input autofocus onfocus={}>",
            "<p style=\"background:url(javascript:{})\">x",
            "<a href=\" &#14; javascript:{}\">x</a>",
            "<base href=\"javascript:{}//\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:{}\">",
            "<noscript><p title=\"</noscript><img src=x onerror={}>\">",
            "<template><script>{}</script></template>",
            "<xmp><p title=\"</xmp><script>{}</script>\">",
            "<plaintext><script>{}</script>",
            "<!--><script>{}</script>-->",
            "<!--!><img src=x onerror={}>-->",
            "<b title='\"><script>{}</script>'>x</b>",
            "<img alt=\"`><script>{}</script>\" src=x>",
            "<table><td><script>{}</script></table>",
            "<select><option><script>{}</script></select>",
            "<bdi onclick={}>x</bdi>",
            "<em onmouseover={} title=x>y</em>",
            "<ruby><rt onanimationstart={}>x</ruby>",
        ] {
            all.insert(carrier.replace("{}", &script));
        }
    }
    for loader in [
        "<img src={}>",
        "![x]({})",
        "<link rel=stylesheet href={}>",
        "<style>@import '{}'</style>",
        "<video src={} autoplay>",
        "<audio src={} autoplay></audio>",
        "<picture><source srcset={}><img src=x></picture>",
        "<img srcset=\"{} 2x\">",
        "<object data={}></object>",
        "<embed src={}>",
        "<iframe src={}></iframe>",
        "<input type=image src={}>",
        "<svg><image href={}></svg>",
        "<svg><use href={}#a></svg>",
        "<body background={}>",
        "<table background={}><td background={}>",
        "<p style=\"background-image:url({})\">x</p>",
        "<meta http-equiv=refresh content='0;url={}'>",
        "<link rel=prefetch href={}>",
        "<link rel=dns-prefetch href={}>",
        "<a href={} ping={}>x</a>",
        "<img lowsrc={} dynsrc={}>",
        "<video poster={}></video>",
        "<track src={}>",
        "<math href={}>x</math>",
        "<frameset><frame src={}></frameset>",
        "![x][r]\n\n[r]: {}",
    ] {
        all.insert(loader.replace("{}", canary));
    }
    for closer in [
        "</p>",
        "</h1>",
        "</article>",
        "</main>",
        "</body></html>",
        "</a></li></ul></nav>",
        "</span></div>",
        "</title><h1>x</h1>",
        "</head><body>",
        "</script><b>",
        "</figcaption></figure>",
        "<div>",
        "<p>",
        "<h1>",
        "<table>",
        "<tr><td>",
        "<ul><li>",
        "<a name=x>",
        "<b><i>",
        "<b></i>",
        "<span lang=x dir=rtl>",
        "</bdi>",
        "<bdi>",
        "<!--",
        "-->",
        "<!-- -- -->",
        "<![CDATA[",
        "]]>",
        "<?php ?>",
        "<!DOCTYPE html>",
        "<!--tarjuman:notice-->x<!--/tarjuman:notice-->",
        "<!--/tarjuman:data-->",
        "<!--/tarjuman:switcher--></nav>",
        "tarjuman:bridge",
        "[x](tarjuman:bridge)",
        "<a href=\"tarjuman:x\">",
        "{{ 7*7 }}",
        "{% raw %}",
        "{{ article|safe }}",
        "{# comment",
        "{% extends 'x' %}",
        "{{ site.policy }}",
        "{%- set x = 1 -%}",
        "&lt;script&gt;top.pwned=1&lt;/script&gt;",
        "&#60;script&#62;",
        "&amp;lt;b&amp;gt;",
        "\u{202E}gpj.exe",
        "\u{2067}open",
        "a\u{0}b",
        "a\u{8}b",
        "\u{FDD0}x",
        "\u{FFFE}x",
        "\u{FEFF}x",
        "x\u{2028}y",
        "\u{1b}[2J\u{1b}]0;x\u{7}",
        "\u{9b}31m",
        "\\u003cscript\\u003e",
        "\\x3cscript\\x3e",
        "'; DROP TABLE x; --",
        "\"}],\"@type\":\"Person",
        "\",\"x\":\"",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "../../../etc/passwd",
        "C:\\con",
        "CON",
        "%2e%2e%2f",
        "=cmd|'/c calc'!A1",
        "a,b\nc",
        "x\r\nSet-Cookie: a=b",
    ] {
        all.insert(closer.to_owned());
    }
    all.into_iter().collect()
}

/// The strings as a test may put them into a file: the project's own files hold no control characters that end a reading.
pub fn usable(text: &str) -> String {
    text.replace('\0', "").replace(['\n', '\r'], " ")
}

/// `text` as a Fluent string literal.
fn literal(text: &str) -> String {
    let escaped = usable(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("{{ \"{escaped}\" }}")
}

/// A site with an article for each string, and `plain`, the same article with harmless words.
pub fn site(strings: &[String]) -> TestProject {
    let config = format!(
        "source-locale = \"en\"\ntarget-locales = [\"{HEAD}\", \"{BODY}\", \"{TERM}\"]\n\n[[articles]]\nroot = \"articles\"\n\
         front-matter = [\"title\", \"standfirst\", \"description\", \"byline\", \"image.alt\", \"image.caption\"]\n\n\
         [publish]\nurl = \"https://example.org\"\nname = {}\nmissing = \"fallback\"\n",
        json!("</title><script>top.pwned=1</script>\"'><img src=x onerror=top.pwned=1>"),
    );
    let project = TestProject::new(&config);
    project.write("articles/map.png", b"\x89PNG");
    let names: Vec<String> = (0..strings.len()).map(|at| format!("h{at:03}")).collect();
    let all = names.iter().map(String::as_str).zip(strings.iter().map(String::as_str)).chain([("plain", "harmless words")]);
    let all: Vec<(&str, &str)> = all.collect();
    let mut glossary = String::new();
    let mut sources = String::new();
    for (name, text) in &all {
        let text = usable(text);
        let quoted = json!(text).to_string();
        project.write(
            &format!("articles/{name}.md"),
            format!(
                "---\ntitle: {quoted}\nstandfirst: {quoted}\ndescription: {quoted}\nbyline: {quoted}\ndate: 2025-07-04\nimage:\n  src: map.png\n  \
                 alt: {quoted}\n  caption: {quoted}\n---\n\nA first paragraph.\n\n## A heading\n\n- an item\n\n| a cell |\n|---|\n| another cell |\n\n\
                 ![a picture](map.png)\n\nThe last paragraph.\n"
            ),
        );
        // The same as raw text of an author: tags that do no harm are kept, so this one is not compared with anything.
        let raw = format!(
            "---\ntitle: Raw\n---\n\nBefore {text} after.\n\n{text}\n\n- {text}\n\n![{text}](map.png \"{text}\")\n\n## {text}\n\nThe end.\n"
        );
        project.write(&format!("articles/raw/{name}.md"), raw);
        glossary.push_str(&format!("-t-{name} = {}\n", literal(&text)));
        sources.push_str(&format!("-t-{name} = term\n"));
    }
    project.write("glossary/en.ftl", sources);
    project.write(&format!("glossary/{TERM}.ftl"), glossary);
    project.write(
        &format!("templates/strings/{HEAD}.ftl"),
        format!(
            "skip = {}\narticles = {}\n",
            literal("<img src=x onerror=top.pwned=1>"),
            literal("</h1><script>top.pwned=1</script>")
        ),
    );
    project.run(&["sync"]);
    for (name, text) in &all {
        let in_head =
            |id: &str| ["title", "standfirst", "byline", "fm-", "alt-", "cap-"].iter().any(|prefix| id.starts_with(prefix));
        fill_todo(&project, HEAD, name, |id| in_head(id).then(|| literal(text)));
        fill_todo(&project, BODY, name, |id| (!in_head(id)).then(|| literal(text)));
        fill_todo(&project, TERM, name, |id| (!in_head(id)).then(|| format!("{{ -t-{name} }}")));
    }
    project.run(&["sync", "--by", "<img src=x onerror=top.pwned=1>", "--origin", "human"]);
    project
}

/// Hostile edits of what is translated, hostile reasons and names, and with them drafts and the map: the drafts' pages, the map.
pub fn behind(project: &TestProject, strings: &[String]) -> (Vec<String>, String) {
    let names: Vec<String> = (0..strings.len()).map(|at| format!("h{at:03}")).collect();
    for (name, text) in names.iter().zip(strings) {
        let path = format!("articles/{name}.md");
        let text = usable(text);
        let edited = project.read(&path).replace("A first paragraph.", &format!("A first paragraph, 7 now: {text} and so on."));
        let quoted = json!(format!("7 {text}")).to_string();
        let title = edited.lines().find(|line| line.starts_with("title: ")).unwrap().to_owned();
        project.write(&path, edited.replacen(&title, &format!("title: {quoted}"), 1));
    }
    for (name, text) in names.iter().zip(strings).step_by(12) {
        let (reason, unit) = (usable(text), format!("{name}#standfirst"));
        project.command(&["reject", HEAD, &unit, &format!("--why={reason}"), &format!("--by={reason}")]).output().unwrap();
    }
    let mut arguments = vec!["publish", "--draft", "--locale"];
    let locales = format!("{HEAD},{BODY}");
    arguments.push(&locales);
    arguments.extend(names.iter().map(String::as_str));
    project.run(&arguments);
    let pages = crate::browser::pages(project, "draft");
    let marks = pages.iter().filter(|page| project.read(&format!("public/draft{page}")).contains("class=\"mark\"")).count();
    assert!(marks > 500, "only {marks} of {} pages have marks", pages.len());
    let map = project.run(&["status", "--format", "html"]).stdout;
    assert!(map.matches("<h3>").count() > 450, "{}", map.matches("<h3>").count());
    let control = map.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    assert_eq!(control, None, "in the map");
    (pages, map)
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

/// Elements that a page may hold; nothing else is ever written.
pub const ELEMENTS: [&str; 71] = [
    "html",
    "head",
    "meta",
    "title",
    "link",
    "script",
    "body",
    "a",
    "header",
    "p",
    "nav",
    "ul",
    "li",
    "span",
    "main",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "time",
    "figure",
    "img",
    "figcaption",
    "footer",
    "section",
    "ol",
    "sup",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "br",
    "bdi",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "blockquote",
    "b",
    "i",
    "u",
    "s",
    "sub",
    "small",
    "mark",
    "q",
    "cite",
    "kbd",
    "ruby",
    "rt",
    "rp",
    "wbr",
    "details",
    "summary",
    "video",
    "audio",
    "source",
    "dl",
    "dt",
    "dd",
    "aside",
    "ins",
    "abbr",
];

/// The names of the elements of a page, in order. Isolation is no structure, and how many versions are out is another matter.
fn skeleton(page: &str) -> Vec<String> {
    let start = page.find("<nav").unwrap_or(page.len());
    let end = page.find("</nav>").unwrap_or(start).max(start);
    let shown = format!("{}{}", &page[..start], &page[end..]);
    tags(&shown).into_iter().filter(|tag| tag.name != "bdi" && tag.get("rel") != "alternate").map(|tag| tag.name).collect()
}

#[test]
fn no_string_opens_or_closes_an_element() {
    let strings = strings("http://127.0.0.1:9/canary");
    assert!(strings.len() >= 300, "only {}", strings.len());
    let project = site(&strings);
    let report = project.json(&["publish"]);
    let out = |locale: &str| {
        let rows = report["rows"].as_array().unwrap().iter();
        rows.filter(|row| {
            row["locale"] == locale
                && row["outcome"] == "published"
                && (locale == "en" || row["article"].as_str().unwrap().starts_with('h'))
        })
        .count()
    };
    // Control characters of a translation are refused; everything else is shown as text.
    let reasons = |locale: &str| -> Vec<String> {
        let rows = report["rows"].as_array().unwrap().iter().filter(|row| {
            row["locale"] == locale && row["outcome"] == "held-back" && row["article"].as_str().unwrap().starts_with('h')
        });
        rows.map(|row| format!("{}: {}", row["article"], row["held_back"][0])).collect()
    };
    assert!(out("en") >= 700 && out(HEAD) >= 390, "{} {}\n{}", out("en"), out(HEAD), reasons(HEAD).join("\n"));
    assert!(out(BODY) >= 200 && out(TERM) >= 200, "{} {}\n{}", out(BODY), out(TERM), reasons(BODY).join("\n"));
    let plain = skeleton(&project.read(&format!("public/site/{HEAD}/plain.html")));
    let mut pages = 0;
    for (path, bytes) in project.snapshot() {
        let Some(path) = path.strip_prefix("project/public/site/") else { continue };
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if path.ends_with(".xml") {
            assert_well_formed(&text, path);
        }
        if !path.ends_with(".html") {
            continue;
        }
        pages += 1;
        for tag in tags(&text) {
            assert!(ELEMENTS.contains(&tag.name.as_str()), "{path}: <{}>", tag.name);
            for (name, value) in &tag.attributes {
                assert!(
                    !name.starts_with("on") && !["style", "srcdoc", "srcset", "ping"].contains(&name.as_str()),
                    "{path}: {name}"
                );
                let bare: String =
                    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
                let address = ["href", "src", "cite", "poster"].contains(&name.as_str());
                assert!(
                    !address || !bare.contains("script:") || bare.starts_with(['.', '#', '%']) || bare.contains("/"),
                    "{path}: {name}={value}"
                );
                assert!(name != "src" || value.starts_with("../assets/"), "{path}: src={value}");
            }
        }
        let scripts = find(&text, "script");
        assert!(scripts.iter().all(|script| script.get("type") == "application/ld+json"), "{path}");
        for data in text.split("<script type=\"application/ld+json\">").skip(1) {
            let data: Value =
                serde_json::from_str(data.split("</script>").next().unwrap()).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(data["@type"], "NewsArticle");
        }
        assert!(text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')), "{path}");
    }
    assert!(pages > 1500, "{pages}");
    let mut missing = Vec::new();
    for (at, text) in strings.iter().enumerate() {
        // The body of an article in its own language may hold tags; here only head and words of a translation differ from `plain`.
        let path = project.path(&format!("public/site/{HEAD}/h{at:03}.html"));
        let Ok(page) = std::fs::read_to_string(path) else {
            missing.push(format!("h{at:03}"));
            continue;
        };
        let (head, _) = page.split_once("<h2 id=\"a-heading\"").unwrap_or_else(|| panic!("{text:?}: the body is gone"));
        let expected = &plain[..skeleton(head).len().min(plain.len())];
        assert_eq!(skeleton(head), expected, "{text:?}");
    }
    let held_back =
        report["rows"].as_array().unwrap().iter().filter(|row| row["locale"] == HEAD && row["outcome"] == "held-back");
    let held_back: Vec<&str> =
        held_back.map(|row| row["article"].as_str().unwrap()).filter(|name| name.starts_with('h')).collect();
    assert_eq!(missing, held_back, "no page is passed over but those that were refused");
    project.run(&["publish"]).stdout.chars().for_each(|c| assert!(!c.is_control() || c == '\n', "{c:?} reaches the terminal"));
}

#[test]
fn hostile_names_lead_nowhere() {
    let project = TestProject::new("source-locale = \"en\"\n\n[[articles]]\nroot = \"articles\"\n");
    project.write("articles/a.md", "---\ntitle: A\n---\n\n[up](../../secret.txt) ![x](../../secret.png) ![y](/etc/passwd) [z](.hidden) ![git](../.git/config)\n");
    project.write("../secret.png", "x");
    project.write("articles/.hidden", "x");
    project.write(".git/config", "x");
    project.write(
        "published/site.toml",
        "version = 1\nfiles = [\n    \"../../articles/a.md\",\n    \"assets/../../../articles/a.md\",\n    \"/etc/passwd\",\n]\n",
    );
    project.run(&["publish"]).exits(0);
    assert!(project.path("articles/a.md").exists());
    assert!(!project.path("public/site/assets").exists());
    for locale in ["\"><script>", "../up", "en\u{202e}"] {
        let config =
            format!("source-locale = \"en\"\ntarget-locales = [{}]\n\n[[articles]]\nroot = \"articles\"\n", json!(locale));
        project.write("tarjuman.toml", config);
        project.run(&["publish"]).exits(2);
    }
}
