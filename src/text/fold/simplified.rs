//! Traditional and variant characters to simplified ones, one character at a time. Knows no words: 乾隆 becomes 干隆,
//! which does no harm as both sides of a comparison pass through here.

use std::sync::LazyLock;

/// Source and licence (`OpenCC`, Apache-2.0) stand in the head of the file.
const PAIRS: &str = include_str!("../../../data/common/traditional.txt");

/// The number of code points of the Basic Multilingual Plane; no pair lies beyond it.
const PLANE: usize = 0x1_0000;

/// The simplified code point for each code point, 0 where it stays as it is. 128 KiB buy one look-up a character.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(table);

/// The simplified form of `c`, or `c` itself if it is simplified already, is no Hanzi or is too rare for the table.
pub(super) fn simplified(c: char) -> char {
    match TABLE.get(c as usize) {
        None | Some(0) => c,
        Some(&code) => char::from_u32(u32::from(code)).unwrap_or(c),
    }
}

fn table() -> Vec<u16> {
    let mut table = vec![0; PLANE];
    for (from, to) in pairs() {
        if let (Some(place), Ok(code)) = (table.get_mut(from as usize), u16::try_from(u32::from(to))) {
            *place = code;
        }
    }
    table
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    let words = PAIRS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    words.filter_map(|pair| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::{PLANE, pairs, simplified};

    #[test]
    fn names_come_out_simplified() {
        let rows = [
            ("共青團樂山市委", "共青团乐山市委"),
            ("乾杯", "干杯"),
            ("後來裏麵於係", "后来里面于系"),
            ("瞭解志願者臺灣週報", "了解志愿者台湾周报"),
            // Already simplified, or meant as it stands.
            ("最嘉实习生", "最嘉实习生"),
            ("显著名著沈阳覆盖", "显著名著沈阳覆盖"),
            // What copying from a PDF leaves.
            ("⻘⻢⼯程", "青马工程"),
        ];
        for (from, to) in rows {
            assert_eq!(from.chars().map(simplified).collect::<String>(), to);
        }
    }

    #[test]
    fn the_table_is_whole_and_closed() {
        assert_eq!(pairs().count(), 3679);
        for (from, to) in pairs() {
            assert!((from as usize) < PLANE && from != to, "{from}");
            assert_eq!(simplified(from), to);
            assert_eq!(simplified(to), to, "{from}{to}: the chain goes on");
        }
    }
}
