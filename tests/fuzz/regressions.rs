//! What once made a reader panic, hang or lose something, by reader.

/// The inputs, each with the name of its reader.
pub const REGRESSIONS: &[(&str, &str)] = &[
    // The Fluent parser cuts the character after a short escape in two.
    ("catalog", "p-a-aaaa = { \"\\u00\u{e9}\" }\np-b-bbbb = { \"\\U01F\u{65e5}\" }\n"),
    ("catalog", "# [todo] p-a-aaaa = { \"\\u00\u{e9}\" }\n"),
    ("glossary", "-a = { \"\\u\u{e9}\" }\n-b = { -a(case: \"\\U0\u{e9}\") }\n"),
    // Terms that refer to themselves ten times each, ten times each.
    ("glossary", "-a = { -a }{ -a }{ -a }{ -a }{ -a }{ -a }{ -a }{ -a }{ -a }{ -a }\n-b = { -a }{ -a }{ -b }{ -b }\n"),
    // The name of an attribute begins after a character of several bytes.
    ("mdx", "<Tab lab\u{fffd}l=\"One\">\n  First\n</Tab>\n"),
    // Every text was refused, and then the difference was still looked for among none.
    (
        "yaml",
        "title: The ferin\n  on ry\nstandfirst: \"It \\\"runs\\\" \\u00e9 again\"\ndescription: >-\n  folded\n  text\n\n  more\nimage:\n !alt: 'It''s a ferry'\n---\n\nText.\n",
    ),
    // A carriage return at the end of what cannot be read was lost on the second reading.
    ("source-ledger", "versi\r"),
    (
        "target-ledger",
        "\u{feff}version = 1\r\n\r\n[p-a-bbbb]\r\nfingerprint = state = \"fitry = \r\"\"\rnal\"\r\nentry = \r\"\"\r",
    ),
    ("target-ledger", "version = 1\n\n[p-a-bbbb]\nstate = x\r\r\n\r\r\nlate = 1\n"),
    // What was cut off a record by a blank line held a header, and was a second table of that name when it was written.
    ("target-ledger", "version = 1\n\n[a.b]\n\nstate = 7\n[a.b]\n"),
];
