//! Hostile strings, and what of them is refused rather than shown.

use std::collections::BTreeSet;

/// An address that nothing may ask for; the browser is told to look for it at the test's own server.
pub const CANARY: &str = "http://canary.test/x";

/// What a script would do that got through: tell the window around it, and the server.
fn payload(canary: &str) -> Vec<String> {
    vec![
        "top.pwned=1".to_owned(),
        format!("fetch('{canary}')"),
        format!("new Image().src='{canary}'"),
        format!("location='{canary}'"),
    ]
}

/// Our own hostile strings, sorted.
pub fn strings() -> Vec<String> {
    let canary = CANARY;
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
pub fn literal(text: &str) -> String {
    let escaped = usable(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("{{ \"{escaped}\" }}")
}

/// `text` as a string of JSON, of YAML and of TOML.
pub fn quoted(text: &str) -> String {
    serde_json::json!(usable(text)).to_string()
}

/// `text` as a page shows it: without characters that HTML does not allow.
pub fn shown(text: &str) -> String {
    let noncharacter = |c: char| matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    usable(text).chars().filter(|c| !c.is_control() && !noncharacter(*c)).collect::<String>().trim().to_owned()
}

/// Whether a translation may not hold `text`: control characters, line separators, and what turns the direction of the rest.
pub fn is_refused(text: &str) -> bool {
    usable(text)
        .chars()
        .any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

/// Whether the body of a translation may not hold `text` besides: an autolink whose scheme the article does not have.
pub fn is_foreign_autolink(text: &str) -> bool {
    text.starts_with("<javascript:") && !text.contains(char::is_whitespace)
}

/// The names of the articles, in the order of the strings.
pub fn names(strings: &[String]) -> Vec<String> {
    (0..strings.len()).map(|at| format!("h{at:03}")).collect()
}
