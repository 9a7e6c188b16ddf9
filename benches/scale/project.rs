//! The generated project: articles of about thirty units and seven hundred words in four sections, or more, all translated.

use std::fs;
use std::path::Path;

#[path = "../../tests/merges/dice.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod dice;

use dice::Dice;

/// The locales with some words to write translations with.
pub const LOCALES: &[(&str, &[&str])] = &[
    ("es", &["gobierno", "frontera", "ayuda", "camión", "reconoció", "según", "después", "la", "de", "embajada", "niños"]),
    ("fr", &["gouvernement", "frontière", "aide", "camion", "reconnu", "selon", "après", "la", "de", "élèves", "été"]),
    ("de", &["Regierung", "Grenze", "Hilfe", "Lastwagen", "anerkannt", "laut", "nach", "die", "über", "Botschaft"]),
    ("ru", &["правительство", "граница", "помощь", "грузовик", "признала", "после", "и", "на", "посольство"]),
    ("ar", &["الحكومة", "الحدود", "المساعدة", "شاحنة", "اعترفت", "بعد", "في", "السفارة", "وقال"]),
    ("fa-AF", &["حکومت", "مرز", "کمک", "لاری", "شناخت", "پس", "از", "سفارت", "گفت"]),
    ("ps", &["حکومت", "پوله", "مرسته", "لارۍ", "وپېژانده", "وروسته", "په", "کې", "سفارت"]),
    ("zh-Hans", &["政府", "边境", "援助", "卡车", "承认", "之后", "大使馆", "表示"]),
    ("ja", &["政府", "国境", "支援", "トラック", "承認した", "その後", "大使館", "と述べた"]),
];

const WORDS: &[&str] = &[
    "government",
    "border",
    "aid",
    "trucks",
    "recognised",
    "after",
    "the",
    "a",
    "of",
    "embassy",
    "children",
    "said",
    "market",
    "in",
    "ministry",
    "winter",
    "road",
    "talks",
    "with",
    "and",
    "officials",
    "northern",
    "province",
    "returned",
    "families",
    "since",
    "agreement",
    "on",
    "school",
    "river",
    "capital",
    "reported",
    "between",
    "trade",
    "for",
    "spokesperson",
    "figures",
    "new",
];

/// Writes the configuration, the glossaries and the articles. Every section has five units.
pub fn write(root: &Path, articles: usize, locales: usize, sections: usize) {
    let names: Vec<String> = LOCALES[..locales].iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let config = format!(
        "source-locale = \"en\"\ntarget-locales = [{}]\n\n[[articles]]\nroot = \"articles\"\ninclude = [\"**/*.md\"]\n\
         front-matter = [\"title\", \"description\"]\n\n[publish]\nstale = \"rewrite\"\n",
        names.join(", ")
    );
    save(root, "tarjuman.toml", &config);
    for (locale, words) in &LOCALES[..locales] {
        let terms: String = (0..40).map(|nth| format!("-term-{nth} = {}\n", words[nth % words.len()])).collect();
        save(root, &format!("glossary/{locale}.ftl"), &terms);
    }
    for number in 0..articles {
        save(root, &format!("articles/{}", article_path(number)), &article(number, sections));
    }
}

/// An article's path below the folder of articles.
pub fn article_path(number: usize) -> String {
    format!("{:02}/report-{number}.md", number / 100)
}

fn article(number: usize, sections: usize) -> String {
    let dice = &mut Dice::new(number as u64 + 1);
    let mut text =
        format!("---\ntitle: {}\ndescription: {}\nnumber: {number}\n---\n", plain_words(dice, 8), plain_words(dice, 16));
    for section in 0..sections {
        text.push_str(&format!("\n## {} {section}\n", plain_words(dice, 4)));
        for _ in 0..4 {
            let sentences: Vec<String> = (0..dice.between(1, 4)).map(|_| sentence(dice)).collect();
            text.push_str(&format!("\n{}\n", sentences.join(" ")));
        }
    }
    text.push_str(&format!("\n> {}\n\n", sentence(dice)));
    for _ in 0..5 {
        text.push_str(&format!("- {}\n", plain_words(dice, 7)));
    }
    text.push_str(&format!("\n| {} | {} |\n|---|---|\n", plain_words(dice, 2), plain_words(dice, 2)));
    text.push_str(&format!("| {} | {} |\n", plain_words(dice, 3), dice.between(100, 99_999)));
    text
}

fn plain_words(dice: &mut Dice, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|_| dice.pick(WORDS)).collect();
    capital(&words.join(" "))
}

fn sentence(dice: &mut Dice) -> String {
    let count = dice.between(9, 21);
    let words: Vec<String> = (0..count)
        .map(|nth| match dice.below(40) {
            0 => format!("**{}**", dice.pick(WORDS)),
            1 => format!("[{}](https://example.org/{})", dice.pick(WORDS), dice.below(1000)),
            2 => format!("`{}`", dice.pick(WORDS)),
            3 => dice.between(2, 9999).to_string(),
            4 if nth > 0 && nth + 1 < count => format!("{},", dice.pick(WORDS)),
            _ => dice.pick(WORDS).to_owned(),
        })
        .collect();
    format!("{}.", capital(&words.join(" ")))
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

/// Fills every `[todo]` of every catalog, as a translator would: one line for each line of the source.
pub fn translate(root: &Path, locales: usize) {
    for (nth, (locale, words)) in LOCALES[..locales].iter().enumerate() {
        let folder = root.join("locales").join(locale);
        let mut waiting = vec![folder];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(&folder).expect("a folder of catalogs") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    waiting.push(path);
                } else if path.extension().is_some_and(|extension| extension == "ftl") {
                    let text = fs::read_to_string(&path).expect("a catalog");
                    let dice = &mut Dice::new((text.len() * 16 + nth) as u64);
                    fs::write(&path, fill(&text, words, dice)).expect("a catalog to write");
                }
            }
        }
    }
}

fn fill(catalog: &str, words: &[&str], dice: &mut Dice) -> String {
    let mut filled = String::with_capacity(catalog.len() * 2);
    let mut source: Vec<&str> = Vec::new();
    for line in catalog.lines() {
        if let Some(id) = line.strip_prefix("# [todo] ") {
            filled.push_str(id);
            let lines: Vec<String> = source.iter().map(|line| rendering(line, words, dice)).collect();
            match lines.as_slice() {
                [one] => filled.push_str(&format!(" {one}\n")),
                many => {
                    filled.push('\n');
                    many.iter().for_each(|line| filled.push_str(&format!("    {line}\n")));
                }
            }
            source.clear();
            continue;
        }
        match line.strip_prefix("# [source] ") {
            Some(text) => source.push(text),
            None => source.clear(),
        }
        filled.push_str(line);
        filled.push('\n');
    }
    filled
}

/// As many words as the source line has; its links, emphasis, code and numbers stay.
fn rendering(source: &str, words: &[&str], dice: &mut Dice) -> String {
    let keeps = |word: &str| word.contains(['*', '[', '`', '{']) || word.chars().any(|c| c.is_ascii_digit());
    // The guard of a line that begins with what Fluent forbids.
    let source = source.trim_start_matches("{ \"\" }");
    let rendered: Vec<&str> =
        source.split(' ').map(|word| if keeps(word) { word.trim_end_matches(['.', ',']) } else { dice.pick(words) }).collect();
    // A number at the beginning would be a list in Markdown.
    format!("{} {}.", dice.pick(words), rendered.join(" "))
}

/// Edits the first so many paragraphs of every article named.
pub fn edit(root: &Path, articles: impl IntoIterator<Item = usize>, units: usize) {
    for number in articles {
        let path = root.join("articles").join(article_path(number));
        let text = fs::read_to_string(&path).expect("an article");
        let mut left = units;
        let edited: Vec<String> = text
            .lines()
            .map(|line| {
                if left > 0 && line.ends_with('.') && !line.starts_with(['-', '>', '|']) {
                    left -= 1;
                    return line.replacen(' ', " again ", 1);
                }
                line.to_owned()
            })
            .collect();
        fs::write(&path, edited.join("\n") + "\n").expect("an article to write");
    }
}

/// Edits the last paragraph of the first article.
pub fn edit_one(root: &Path) {
    let path = root.join("articles").join(article_path(0));
    let text = fs::read_to_string(&path).expect("an article");
    fs::write(&path, text.replacen("\n> ", "\n> Now ", 1)).expect("an article to write");
}

fn save(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
    fs::write(path, text).expect("a file");
}
