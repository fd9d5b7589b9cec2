//! Traditional and variant characters to simplified ones, one character at a time. Knows no words: 乾隆 becomes 干隆,
//! which does no harm as both sides of a comparison pass through here.

/// Source and licence (`OpenCC`, Apache-2.0) stand in the head of the file.
const PAIRS: &str = include_str!("../../../data/common/traditional.txt");

/// The number of code points of the Basic Multilingual Plane; no pair lies beyond it.
const PLANE: usize = 0x1_0000;

/// The simplified code point for each code point, 0 where it stays as it is. 128 KiB buy one look-up a character; made
/// when the program is built, so that a start costs nothing.
static TABLE: [u16; PLANE] = table();

/// The simplified form of `c`, or `c` itself if it is simplified already, is no Hanzi or is too rare for the table.
pub(super) fn simplified(c: char) -> char {
    match TABLE.get(c as usize) {
        None | Some(0) => c,
        Some(&code) => char::from_u32(u32::from(code)).unwrap_or(c),
    }
}

/// Reads the file byte by byte, as constants must: two characters of three bytes side by side are a pair, lines that
/// begin with `#` are none. The tests hold it against the file
/// read the plain way.
const fn table() -> [u16; PLANE] {
    let (bytes, mut table, mut at) = (PAIRS.as_bytes(), [0; PLANE], 0);
    while at < bytes.len() {
        if bytes[at] == b'#' {
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
        } else if bytes[at] < 0x80 {
            at += 1;
        } else {
            table[three_bytes(bytes, at) as usize] = three_bytes(bytes, at + 3);
            at += 6;
        }
    }
    table
}

/// The code point of a character of three bytes: UTF-8 as of RFC 3629.
const fn three_bytes(bytes: &[u8], at: usize) -> u16 {
    let [lead, middle, last] = [bytes[at] as u16, bytes[at + 1] as u16, bytes[at + 2] as u16];
    (lead & 0xF) << 12 | (middle & 0x3F) << 6 | last & 0x3F
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, PLANE, TABLE, simplified};

    /// The pairs of the file, read the plain way.
    fn pairs() -> impl Iterator<Item = (char, char)> {
        let words = PAIRS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        words.filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        })
    }

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
        assert_eq!(TABLE.iter().filter(|it| **it != 0).count(), 3679);
        for (from, to) in pairs() {
            assert!((from as usize) < PLANE && from != to, "{from}");
            assert_eq!(simplified(from), to);
            assert_eq!(simplified(to), to, "{from}{to}: the chain goes on");
        }
    }
}
