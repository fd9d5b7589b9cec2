//! Spelling as a southern speaker may mix it up, letter by letter. Knows no list of syllables, so it needs no
//! segmentation and works on what is half typed.

/// Folds a run of pinyin letters, small and without tones, so that what sounds alike in the south is equal: `zh` is `z`,
/// `ch` is `c`, `sh` is `s`, `l` is `n`, `f` is `h`, `v` (ü) is `u`, and `ng` is `n`.
///
/// Joined or not makes no difference, `canonical("qing") + canonical("nian")` is `canonical("qingnian")`, but before a
/// vowel: there the `g` begins a syllable (`qingong` 勤工), so `qing` joined to `an` keeps its `g`.
/// Other characters stay as they are. Every letter counts, so this is for comparing pinyin with pinyin only.
pub fn canonical(letters: &str) -> String {
    let mut folded = String::with_capacity(letters.len());
    let mut rest = letters.chars();
    while let Some(c) = rest.next() {
        folded.push(sound(c));
        if swallows_next(c, rest.as_str()) {
            rest.next();
        }
    }
    folded
}

fn sound(c: char) -> char {
    match c {
        'l' => 'n',
        'f' => 'h',
        'v' | 'ü' => 'u',
        _ => c,
    }
}

/// Whether the letter after `c` is part of its sound and goes.
fn swallows_next(c: char, rest: &str) -> bool {
    match c {
        'z' | 'c' | 's' => rest.starts_with('h'),
        'n' => rest.strip_prefix('g').is_some_and(|after| !after.starts_with(is_vowel)),
        _ => false,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'v' | 'ü')
}

#[cfg(test)]
mod tests {
    use super::{canonical, is_vowel};
    use crate::text::pinyin::letters;
    use proptest::prelude::*;

    #[test]
    fn what_sounds_alike_is_equal() {
        let rows = [
            ("zhongguo", "zonguo"),
            ("qingnian", "qinnian"),
            ("nvxing", "nuxin"),
            ("fulan", "hunan"),
            ("shichang", "sican"),
            ("qingong", "qingon"),
            ("", ""),
        ];
        for (spelt, expected) in rows {
            assert_eq!(canonical(spelt), expected);
        }
    }

    proptest! {
        #[test]
        fn joined_or_not_is_the_same(text in prop::collection::vec(prop::char::range('\u{4E00}', '\u{9FA5}'), 0..6)) {
            let closed = |syllable: &&str| !syllable.starts_with(is_vowel);
            let syllables: Vec<&str> = text.iter().filter_map(|&c| letters(c).next()).filter(closed).collect();
            let apart: String = syllables.iter().map(|syllable| canonical(syllable)).collect();
            prop_assert_eq!(canonical(&syllables.concat()), apart);
        }

        #[test]
        fn any_text_will_do(text in any::<String>()) {
            prop_assert!(canonical(&text).chars().count() <= text.chars().count());
        }
    }
}
