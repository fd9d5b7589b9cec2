//! What becomes of a text on its way through a keyboard and a hurry: slips, pinyin, scripts, noise.
//! Knows no report; the same text always becomes the same.
#![allow(dead_code, reason = "each test file uses its own part of it")]

mod dice;
mod letters;

pub(crate) use dice::Dice;
pub(crate) use letters::Letters;

use league_bot::text::is_hanzi;
use league_bot::text::pinyin::{canonical, initials, letters as readings, spell};

/// One character replaced by another that sounds the same, as an IME offers it. None where no common one does.
pub(crate) fn same_sound(text: &str, dice: &mut Dice, pool: &Letters) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let at = dice.pick((0..letters.len()).filter(|at| !pool.sounding_like(letters[*at]).is_empty()))?;
    let other = dice.pick(pool.sounding_like(letters[at]).into_iter())?;
    Some(replaced(&letters, at, &[other]))
}

/// One character replaced by any other.
pub(crate) fn wrong(text: &str, dice: &mut Dice, pool: &Letters) -> Option<String> {
    let (letters, at) = hanzi(text, dice)?;
    let other = dice.pick(pool.all().iter().copied().filter(|it| *it != letters[at]))?;
    Some(replaced(&letters, at, &[other]))
}

/// One character left out.
pub(crate) fn dropped(text: &str, dice: &mut Dice) -> Option<String> {
    let (letters, at) = hanzi(text, dice)?;
    Some(replaced(&letters, at, &[]))
}

/// One character typed twice.
pub(crate) fn doubled(text: &str, dice: &mut Dice) -> Option<String> {
    let (letters, at) = hanzi(text, dice)?;
    Some(replaced(&letters, at, &[letters[at], letters[at]]))
}

/// Syllable by syllable, parted by blanks: `qing ma gong cheng`.
pub(crate) fn spaced_pinyin(text: &str) -> String {
    syllables(text, |it| it.to_owned()).join(" ")
}

/// Without blanks: `qingmagongcheng`.
pub(crate) fn joined_pinyin(text: &str) -> String {
    spell(text)
}

/// As somebody spells who hears no difference between n and l, z and zh.
pub(crate) fn southern_pinyin(text: &str) -> String {
    syllables(text, canonical).join(" ")
}

/// `tbjh`, where there are at least three letters and not more than anybody types.
pub(crate) fn first_letters(text: &str) -> Option<String> {
    let letters = initials(text);
    (3..=6).contains(&letters.len()).then_some(letters)
}

/// In a long polite message with emoji.
pub(crate) fn noisy(text: &str, dice: &mut Dice) -> Option<String> {
    const BEFORE: [&str; 5] =
        ["您好,打扰一下,请问", "亲,在不在?", "😂😂那个啥,", "@小团 ", "领导催材料!!!【急】"];
    const AFTER: [&str; 5] = ["?谢谢🙏", ",万分感谢!祝工作顺利", "啊啊啊🌹🌹", "~~~", "???!!!"];
    Some(format!("{}{text}{}", dice.pick(BEFORE.iter())?, dice.pick(AFTER.iter())?))
}

/// How many Chinese characters there are.
pub(crate) fn length(text: &str) -> usize {
    text.chars().filter(|it| is_hanzi(*it)).count()
}

fn hanzi(text: &str, dice: &mut Dice) -> Option<(Vec<char>, usize)> {
    let letters: Vec<char> = text.chars().collect();
    let at = dice.pick((0..letters.len()).filter(|at| is_hanzi(letters[*at])))?;
    Some((letters, at))
}

fn replaced(letters: &[char], at: usize, by: &[char]) -> String {
    letters[..at].iter().chain(by).chain(&letters[at + 1..]).collect()
}

/// The readings of the characters, runs of anything else as they are.
fn syllables(text: &str, form: impl Fn(&str) -> String) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for letter in text.chars() {
        match readings(letter).next() {
            Some(reading) => found.push(form(reading)),
            None if open => found.last_mut().into_iter().for_each(|it| it.push(letter)),
            None => found.push(letter.to_string()),
        }
        open = readings(letter).next().is_none();
    }
    found
}
