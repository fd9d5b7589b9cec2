//! What "the same text" means: folding, the sounds of Hanzi, numbers in words and digits.
//! Knows nothing of reports, questions or chats, and never makes text that is shown.

pub mod fold;
pub mod pinyin;
pub mod numerals;

pub use fold::{fold, fold_each, fold_with_positions, is_invisible};

/// Whether `c` is a Chinese character: the unified ideographs of the Basic Multilingual Plane and its extension A,
/// the compatibility ideographs, the supplementary planes 2 and 3, and 〇.
pub fn is_hanzi(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::is_hanzi;

    #[test]
    fn hanzi_are_told_from_everything_else() {
        assert!("青馬〇㐀𠮷".chars().all(is_hanzi));
        assert!(!"a1 ,。、「ァ한🙂％".chars().any(is_hanzi));
    }
}
