//! The readings of every Hanzi, made once from the override file and the `pinyin` crate. Knows nothing of texts.

use super::{Sound, canonical};
use pinyin::ToPinyin;
use std::{collections::HashMap, sync::LazyLock};

/// One character with its readings a line; the head of the file says what stands there and why.
const OVERRIDES: &str = include_str!("../../../data/common/readings.txt");

/// The table covers 〇, extension A and the unified ideographs: 28,672 places of two bytes.
const FIRST: u32 = 0x3000;
const LAST: u32 = 0x9FFF;

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// The readings of one character, or of all characters that have the same single reading; as many sounds as letters.
#[derive(Default)]
pub(super) struct Readings {
    pub(super) letters: Vec<&'static str>,
    pub(super) sounds: Vec<Sound>,
}

/// The readings of `c`; empty if it has none.
pub(super) fn readings(c: char) -> &'static Readings {
    static NONE: Readings = Readings { letters: Vec::new(), sounds: Vec::new() };
    let place = u32::from(c).checked_sub(FIRST).and_then(|place| TABLE.places.get(place as usize));
    place.and_then(|&set| TABLE.sets.get(usize::from(set))).unwrap_or(&NONE)
}

/// For each code point the number of its set of readings; set 0 is empty.
struct Table {
    places: Vec<u16>,
    sets: Vec<Readings>,
}

impl Table {
    fn new() -> Self {
        let mut maker = Maker::default();
        let empty = maker.set(Vec::new());
        let mut places: Vec<u16> = (FIRST..=LAST).map(|code| maker.single(code).unwrap_or(empty)).collect();
        for (c, letters) in overrides() {
            let place = u32::from(c).checked_sub(FIRST).and_then(|place| places.get_mut(place as usize));
            place.into_iter().for_each(|place| *place = maker.set(letters.clone()));
        }
        Self { places, sets: maker.sets }
    }
}

/// Numbers sounds and sets while the table is made.
#[derive(Default)]
struct Maker {
    sounds: HashMap<String, u16>,
    singles: HashMap<&'static str, u16>,
    sets: Vec<Readings>,
}

impl Maker {
    /// The set of the crate's first reading alone, shared by all characters read so.
    fn single(&mut self, code: u32) -> Option<u16> {
        let letters = typed(char::from_u32(code)?.to_pinyin()?.plain());
        let known = self.singles.get(letters).copied();
        Some(known.unwrap_or_else(|| {
            let set = self.set(vec![letters]);
            self.singles.insert(letters, set);
            set
        }))
    }

    /// There are some 420 syllables and 250 overrides, so a number of 16 bits cannot run out.
    fn set(&mut self, letters: Vec<&'static str>) -> u16 {
        let sounds = letters.iter().map(|letters| self.sound(letters)).collect();
        self.sets.push(Readings { letters, sounds });
        (self.sets.len() - 1) as u16
    }

    fn sound(&mut self, letters: &str) -> Sound {
        Sound { exact: self.number(letters.into()), fuzzy: self.number(canonical(letters)) }
    }

    fn number(&mut self, letters: String) -> u16 {
        let next = self.sounds.len() as u16;
        *self.sounds.entry(letters).or_insert(next)
    }
}

/// The crate writes ü, keyboards v.
fn typed(letters: &'static str) -> &'static str {
    match letters {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        _ => letters,
    }
}

fn overrides() -> impl Iterator<Item = (char, Vec<&'static str>)> {
    OVERRIDES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?.chars().next()?, words.collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, overrides, readings, typed};
    use pinyin::ToPinyinMulti;
    use std::collections::HashSet;

    #[test]
    fn overrides_are_known_readings_and_stand_once() {
        let mut seen = HashSet::new();
        for (c, letters) in overrides() {
            assert!(seen.insert(c), "{c} stands twice");
            assert!((1..=3).contains(&letters.len()), "{c}");
            let known: Vec<_> = c.to_pinyin_multi().unwrap().into_iter().map(|p| typed(p.plain())).collect();
            let unknown: Vec<_> = letters.iter().filter(|letters| !known.contains(letters)).collect();
            assert!(unknown.is_empty(), "{c} {unknown:?}, not among {known:?}");
        }
    }

    #[test]
    fn all_but_ten_made_up_unit_characters_have_readings() {
        let silent: String = ('\u{4E00}'..='\u{9FA5}').filter(|&c| readings(c).letters.is_empty()).collect();
        assert!(silent.chars().count() <= 10, "{silent}");
        assert!(TABLE.sets.iter().all(|set| set.letters.len() == set.sounds.len()));
        assert!(
            TABLE.sets.iter().flat_map(|set| &set.letters).all(|l| l.bytes().all(|b| b.is_ascii_lowercase()))
        );
    }
}
