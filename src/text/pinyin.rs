//! How Hanzi sound: readings without tones, keys to compare them by, initials. Knows no words, so 音乐 has two readings
//! of 乐; the caller compares any with any.

mod table;
mod southern;

pub use southern::canonical;

/// The sound of one reading of one character, small enough to index by. Equal numbers are equal sounds; the numbers mean
/// nothing else and may differ from build to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sound {
    /// The syllable without its tone: 童 and 同 share it, 童 and 通 too.
    pub exact: u16,
    /// The syllable as a southern speaker may mix it up, by [`canonical`]: 乐 (le) and 呢 (ne) share it.
    pub fuzzy: u16,
}

/// The common readings of `c` as sounds, at most three, the commonest first; empty if `c` is no Hanzi with a reading.
pub fn sounds(c: char) -> &'static [Sound] {
    &table::readings(c).sounds
}

/// The common readings of `c` in letters without tones, `ü` as `v` (绿 is `lv`), in the order of [`sounds`].
///
/// Readings come from `data/common/readings.txt` and, for what is not there, from the `pinyin` crate's first reading.
pub fn letters(c: char) -> impl Iterator<Item = &'static str> {
    table::readings(c).letters.iter().copied()
}

/// The text in letters by first readings: 青马工程 is `qingmagongcheng`. ASCII letters and digits stay, in small
/// letters; everything else is left out.
pub fn spell(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len() * 2);
    text.chars().for_each(|c| match letters(c).next() {
        Some(syllable) => spelt.push_str(syllable),
        None => spelt.extend(kept(c)),
    });
    spelt
}

/// The first letters of the first readings: 童伴计划 is `tbjh`. ASCII letters and digits stay, in small letters;
/// everything else is left out.
pub fn initials(text: &str) -> String {
    text.chars()
        .filter_map(|c| letters(c).next().and_then(|syllable| syllable.chars().next()).or_else(|| kept(c)))
        .collect()
}

/// What is typed as it stands.
fn kept(c: char) -> Option<char> {
    c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{initials, letters, sounds, spell};

    #[test]
    fn names_are_spelt_by_first_readings() {
        let rows = [
            ("青马工程", "qingmagongcheng", "qmgc"),
            ("童伴计划", "tongbanjihua", "tbjh"),
            ("We来2024!", "welai2024", "wel2024"),
            ("最嘉实习生", "zuijiashixisheng", "zjsxs"),
            ("绿化〇", "lvhualing", "lhl"),
            ("", "", ""),
        ];
        for (text, spelt, first) in rows {
            assert_eq!(spell(text), spelt);
            assert_eq!(initials(text), first);
        }
    }

    #[test]
    fn the_common_readings_are_there() {
        let rows = [
            ('重', "zhong chong"),
            ('行', "xing hang heng"),
            ('长', "chang zhang"),
            ('率', "lv shuai"),
            ('乐', "le yue"),
            ('会', "hui"),
            ('女', "nv"),
            ('略', "lve"),
            ('队', "dui"),
            ('a', ""),
        ];
        for (c, expected) in rows {
            assert_eq!(letters(c).collect::<Vec<_>>().join(" "), expected);
        }
    }

    /// Whether some reading of one and some reading of the other sound the same: exactly, and in the south.
    fn alike(a: char, b: char) -> (bool, bool) {
        let any = |same: fn(&super::Sound, &super::Sound) -> bool| {
            sounds(a).iter().any(|x| sounds(b).iter().any(|y| same(x, y)))
        };
        (any(|x, y| x.exact == y.exact), any(|x, y| x.fuzzy == y.fuzzy))
    }

    #[test]
    fn sounds_compare() {
        let rows = [
            // The same syllable
            ('童', '同', (true, true)),
            ('嘉', '佳', (true, true)),
            ('长', '常', (true, true)),
            ('长', '掌', (true, true)),
            // The same in the south
            ('农', '龙', (false, true)),
            ('青', '亲', (true, true)),
            ('轻', '秦', (false, true)),
            ('是', '四', (false, true)),
            ('福', '湖', (false, true)),
            // Different
            ('马', '妈', (true, true)),
            ('马', '骑', (false, false)),
            ('马', 'a', (false, false)),
        ];
        for (a, b, expected) in rows {
            assert_eq!(alike(a, b), expected, "{a}{b}");
        }
    }
}
