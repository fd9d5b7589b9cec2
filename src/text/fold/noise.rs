//! Characters that carry no meaning for a comparison: the invisible and the decorative. Knows nothing of punctuation.

/// Whether `c` is dropped without a trace: control characters, zero-width and direction marks, combining marks, emoji,
/// arrows and dingbats, variation selectors, private use. White space is not noise; the caller asks for it first.
///
/// Without a trace, because they fall into the middle of names: 青马🔥工程 is 青马工程.
pub(super) fn is_noise(c: char) -> bool {
    c.is_control() || is_invisible(c) || is_combining(c) || is_picture(c) || is_private(c)
}

/// Zero-width characters, direction marks, soft hyphen, byte-order mark, Hangul fillers, tags.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFD}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Marks that sit on the character before them, keycaps included.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// Emoji and the symbols that phones draw as emoji.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{2190}'..='\u{21FF}'
        | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{25FF}' | '\u{A9}' | '\u{AE}' | '\u{2122}' | '\u{303D}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::is_noise;

    #[test]
    fn noise_and_only_noise_goes() {
        assert!("\u{200B}\u{FEFF}\u{301}\u{20E3}\u{FE0F}🙂❤👍🏻🇨🇳\u{7}\u{E123}".chars().all(is_noise));
        assert!(!"青a1%+-*/.,、「 ℃".chars().any(is_noise));
    }
}
