//! Characters that people use, by sound, and the way back from simplified to traditional ones.
//! Reads what stands in the repository; knows no report's meaning.

use league_bot::text::is_hanzi;
use league_bot::text::pinyin::sounds;
use std::collections::{BTreeSet, HashMap};

/// The characters of the report and of chatter: what an IME offers first.
const COMMON: [&str; 2] =
    [include_str!("../../data/leshan-2024/report.json"), include_str!("../data/chatter.txt")];
const TRADITIONAL: &str = include_str!("../../data/common/traditional.txt");

/// The characters that a slip may bring.
pub(crate) struct Letters {
    all: Vec<char>,
    by_sound: HashMap<u16, Vec<char>>,
    traditional: HashMap<char, char>,
}

impl Letters {
    pub(crate) fn new() -> Self {
        let all: BTreeSet<char> =
            COMMON.iter().flat_map(|it| it.chars()).filter(|it| is_hanzi(*it)).collect();
        let mut by_sound: HashMap<u16, Vec<char>> = HashMap::new();
        for letter in &all {
            if let Some(sound) = sounds(*letter).first() {
                by_sound.entry(sound.exact).or_default().push(*letter);
            }
        }
        Self { all: all.into_iter().collect(), by_sound, traditional: traditional() }
    }

    pub(crate) fn all(&self) -> &[char] {
        &self.all
    }

    /// Other characters with the same reading, tones aside.
    pub(crate) fn sounding_like(&self, letter: char) -> Vec<char> {
        let alike = sounds(letter).first().and_then(|it| self.by_sound.get(&it.exact));
        alike.into_iter().flatten().copied().filter(|it| *it != letter).collect()
    }

    /// The text in traditional characters.
    pub(crate) fn traditional(&self, text: &str) -> String {
        text.chars().map(|it| self.traditional.get(&it).copied().unwrap_or(it)).collect()
    }
}

/// The first traditional character of each simplified one.
fn traditional() -> HashMap<char, char> {
    let pairs = TRADITIONAL.lines().filter(|it| !it.starts_with('#')).flat_map(str::split_whitespace);
    let mut back = HashMap::new();
    for (from, to) in pairs.filter_map(|it| it.chars().next().zip(it.chars().nth(1))) {
        back.entry(to).or_insert(from);
    }
    back
}
