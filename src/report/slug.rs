//! Identifiers made from Chinese text: 青年夜校开课 is `qing-nian-ye-xiao-kai-ke`. Letters, digits and hyphens alone, so that a
//! link or a file name can hold them. Knows no report and makes nothing unique.

use crate::text::pinyin::letters;

/// A link holds 64 characters, beside a report's mark; a longer identifier ends with a mark of the whole text.
pub(super) const LONGEST: usize = 48;

/// Room for the mark of a text and the hyphen before it: 36^6 are two thousand million.
const MARK: usize = 7;

/// The text in letters without tones and digits, a hyphen between syllables; the same text always gives the same.
#[must_use]
pub fn slug(text: &str) -> String {
    let whole = syllables(text).join("-");
    if !whole.is_empty() && whole.len() <= LONGEST {
        return whole;
    }
    let mut kept = String::new();
    for syllable in syllables(text) {
        if kept.len() + syllable.len() + 1 + MARK > LONGEST {
            break;
        }
        kept.push_str(&syllable);
        kept.push('-');
    }
    format!("{kept}{}", mark(text))
}

/// The slug with the text's mark behind it: apart from all that only sound like it.
pub(super) fn marked(text: &str) -> String {
    let room = LONGEST - MARK;
    let short = slug(text);
    let kept: Vec<&str> = short
        .split('-')
        .scan(0, |length, it| {
            *length += it.len() + 1;
            (*length <= room).then_some(it)
        })
        .collect();
    [&kept[..], &[mark(text).as_str()]].concat().join("-")
}

/// True where a text can stand in a link as it is.
pub(super) fn fits(id: &str) -> bool {
    let good = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    !id.is_empty() && id.len() <= LONGEST && id.chars().all(good)
}

/// Syllables of Hanzi, and runs of ASCII letters and digits in small letters.
fn syllables(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() && run.len() < LONGEST - MARK {
            run.push(letter.to_ascii_lowercase());
            continue;
        }
        found.extend(Some(std::mem::take(&mut run)).filter(|it| !it.is_empty()));
        found.extend(letters(letter).next().map(str::to_owned));
    }
    found.extend(Some(run).filter(|it| !it.is_empty()));
    found
}

/// Six letters and digits that nearly always differ where texts do: FNV-1a, which no build and no machine changes.
fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |it, byte| (it ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let digit = |at: u32| char::from_digit(u32::try_from(hash / 36_u64.pow(at) % 36).unwrap_or_default(), 36);
    (0..6).filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fits, marked, slug};

    #[test]
    fn texts_and_their_slugs() {
        let rows = [
            ("青年夜校开课", "qing-nian-ye-xiao-kai-ke"),
            ("希望工程1+1", "xi-wang-gong-cheng-1-1"),
            ("A1，B2", "a1-b2"),
            ("“12355”服务台", "12355-fu-wu-tai"),
            ("绿色 行动", "lv-se-xing-dong"),
        ];
        for (text, expected) in rows {
            assert_eq!(slug(text), expected);
        }
    }

    #[test]
    fn any_text_has_one_that_fits() {
        let long = "深入开展专题学习全覆盖的全市各级团组织";
        for text in ["", "★", "🙂", "part-1", "护河", long, &"x".repeat(300), "，，"] {
            assert!(fits(&slug(text)), "{text}: {}", slug(text));
            assert!(fits(&marked(text)), "{text}: {}", marked(text));
            assert_eq!(slug(text), slug(text));
        }
        assert_ne!(slug(long), slug(&format!("{long}一")), "what is cut off counts");
        assert!(slug(long).len() <= LONGEST && slug(long).starts_with("shen-ru-kai-zhan-"));
        assert_ne!(slug("★"), slug("☆"));
        assert_ne!(marked("护河"), marked("护和"), "they sound alike");
    }
}
