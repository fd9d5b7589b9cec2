//! Places of China by name, from `data/common/places.txt`: which of them a text names at a place.
//! Knows no report: whose place it is, the frame tells.

use crate::text::pinyin;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../../data/common/places.txt");

/// The longest name that a text names here, in characters; nothing where an ordinary word holds it by chance.
pub(crate) fn longest(text: &[char], at: usize) -> Option<usize> {
    let length = PLACES.longest(text, at)?;
    // 隆|重庆|祝: a word that begins before the name and holds it.
    let masked = (at.saturating_sub(LONGEST_MASK)..=at).any(|start| {
        MASKS.longest(text, start).is_some_and(|mask| start + mask >= at + length && start + mask > at)
    });
    (!masked).then_some(length)
}

/// True where these letters are the pinyin of a place's short name: chengdu, meishan.
pub(crate) fn is_pinyin(letters: &str) -> bool {
    (SHORTEST_SPELT..=LONGEST_SPELT).contains(&letters.len()) && SPELT.contains(letters)
}

/// Shorter pinyin is that of too many words.
const SHORTEST_SPELT: usize = 5;
/// No short name is spelt with more letters.
const LONGEST_SPELT: usize = 12;

/// The pinyin of the names of two or three characters; made when somebody first types in letters.
static SPELT: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let is_short = |it: &&str| !it.starts_with('!') && (2..=3).contains(&it.chars().count());
    lines().filter(is_short).map(pinyin::spell).collect()
});

/// No word that masks a name is longer.
const LONGEST_MASK: usize = 6;

static PLACES: LazyLock<Names> = LazyLock::new(|| Names::of(lines().filter(|it| !it.starts_with('!'))));
static MASKS: LazyLock<Names> = LazyLock::new(|| Names::of(lines().filter_map(|it| it.strip_prefix('!'))));

fn lines() -> impl Iterator<Item = &'static str> {
    TEXT.lines().filter(|it| !it.is_empty() && !it.starts_with('#'))
}

/// Names by their first two characters: few share them, so a look-up is one hash and a few comparisons.
struct Names {
    by_beginning: FxHashMap<[char; 2], Vec<&'static str>>,
}

impl Names {
    fn of(names: impl Iterator<Item = &'static str>) -> Self {
        let mut by_beginning: FxHashMap<[char; 2], Vec<&'static str>> = FxHashMap::default();
        for name in names {
            let mut letters = name.chars();
            if let (Some(first), Some(second)) = (letters.next(), letters.next()) {
                by_beginning.entry([first, second]).or_default().push(name);
            }
        }
        Self { by_beginning }
    }

    fn longest(&self, text: &[char], at: usize) -> Option<usize> {
        let beginning = [*text.get(at)?, *text.get(at + 1)?];
        let stands = |name: &&&str| {
            let mut rest = text[at..].iter();
            name.chars().all(|letter| rest.next() == Some(&letter))
        };
        let found = self.by_beginning.get(&beginning)?.iter().filter(stands);
        found.map(|it| it.chars().count()).max()
    }
}

#[cfg(test)]
mod tests {
    use super::longest;

    fn named(text: &str) -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        let at = |start| longest(&letters, start).map(|it| letters[start..start + it].iter().collect());
        (0..letters.len()).filter_map(at).collect()
    }

    #[test]
    fn places_are_found_by_their_full_and_short_names() {
        let rows: &[(&str, &[&str])] = &[
            ("成都有几个", &["成都"]),
            ("四川省内", &["四川省"]),
            ("马边彝族自治县的", &["马边彝族自治县"]),
            ("马边的", &["马边"]),
            // Ordinary words
            ("隆重庆祝", &[]),
            ("和平年代", &[]),
            ("青年之家", &[]),
        ];
        for (text, places) in rows {
            assert_eq!(named(text), *places, "{text}");
        }
    }
}
