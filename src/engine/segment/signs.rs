//! Which characters end sentences, close after them, or stand for nothing.

use crate::base::joins_without_space;

/// Whether `c` ends a sentence in any language that uses it. The full stop is one; ellipses are.
pub(super) fn is_stop(c: char) -> bool {
    if c < '\u{80}' {
        return matches!(c, '.' | '!' | '?');
    }
    matches!(c,
        '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '⸮'
        | '։' | '؟' | '۔' | '؝'..='؞' | '܀'..='܂' | '߹'
        | '।' | '॥' | '။' | '።' | '፧' | '፨' | '។' | '៕' | '᠃' | '᠉' | '᥄' | '᥅' | '᱾' | '᱿' | '᭚' | '᭛'
        | '。' | '．' | '！' | '？' | '｡' | '︒' | '﹒' | '﹖' | '﹗' | '꓿' | '꘎' | '꘏' | '꯫' | '꫰' | '꫱')
}

/// Whether a sentence may end at `c` with no white space after it.
pub(super) fn ends_without_space(c: char) -> bool {
    c > '\u{900}' && !matches!(c, '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '⸮')
}

/// Whether `c`, directly after a stop, belongs to the sentence before.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '」'
            | '』'
            | '）'
            | '］'
            | '】'
            | '〉'
            | '》'
            | '〕'
            | '〗'
            | '＂'
            | '｣'
            | '﹂'
            | '﹄'
    )
}

/// Whether `c` closes a quotation.
pub(super) fn is_closing_quote(c: char) -> bool {
    is_closer(c) && !matches!(c, ')' | ']' | '}' | '）' | '］' | '】' | '〕' | '〗')
}

/// Whether `c` may stand before the first word of a sentence.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c,
        '"' | '\'' | '(' | '[' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '»' | '›' | '¿' | '¡' | '*' | '_' | '~'
        | '「' | '『' | '（' | '［' | '【' | '〈' | '《' | '〔' | '｢' | '”' | '’' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}')
}

/// Whether `c` is a dash or a sign of a list, after which a sentence may begin.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‐' | '•' | '‣' | '⁃' | '◦' | '▪' | '●' | '○' | '■')
}

/// Whether `c` is a sign of a list that has no other meaning.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '●' | '○' | '■')
}

/// Whether `c` goes on with a sentence wherever it stands.
pub(super) fn continues(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | ')'
            | ']'
            | '}'
            | '/'
            | '%'
            | '&'
            | '+'
            | '='
            | '<'
            | '>'
            | '|'
            | '°'
            | '؛'
            | '،'
            | '、'
            | '，'
            | '；'
            | '：'
            | '՝'
            | '·'
            | '၊'
            | '፣'
            | '፤'
            | '፥'
    )
}

/// Whether `c` is a picture that people put after a sentence.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}' | '\u{2B50}')
}

/// Whether `c` is a letter of a script without capitals.
pub(super) fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase() || matches!(c, '\u{10D0}'..='\u{10FF}')
}

/// Whether `c` is a letter, a mark on one, or an apostrophe inside a word.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{5F3}' | '\u{5F4}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{DFF}' | '\u{E30}'..='\u{EFF}')
            && !is_stop(c)
}

/// Whether `c` belongs to a script that is written without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    joins_without_space(c, c)
}

/// Whether `c` is a character that is neither seen nor space, such as a mark of direction.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{AD}' | '\u{FEFF}')
}
