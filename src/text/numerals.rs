//! Numbers in a folded text, in Arabic and in Chinese numerals, as exact values. Knows neither measure words (the caller
//! says what one is) nor what a number means.

mod arabic;
mod chinese;
mod counts;
mod decimal;
mod scan;
mod sum;
mod tail;
mod words;

pub use chinese::{is_power, is_several, place, power_alone, without_power};
pub use decimal::Decimal;
pub use words::to_chinese;

use super::fold;
use scan::{Read, Scan};
use std::ops::Range;

/// A number found in a text. All places are offsets in characters, not bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it starts, with 第 or 百分之 if they stand before it.
    pub start: usize,
    /// Where it ends: after its digits, 万, 余 and %, before the measure word.
    pub end: usize,
    /// How much it is: 15.2万 is 152000, 100% is 100.
    pub value: Decimal,
    /// Whether it is "and some more": 余, 多, 来, 几 or + stand with it.
    pub more: bool,
    /// Whether it is a share of a hundred: 100% or 百分之百.
    pub percent: bool,
    /// Whether it counts a place in an order: 第八届.
    pub ordinal: bool,
    /// The measure word after it, by `is_unit`; an empty range at `end` if there is none.
    pub unit: Range<usize>,
}

/// The numbers of a folded `text`, from left to right, none overlapping.
///
/// `is_unit` says how many characters at the beginning of a slice are a measure word, 0 if none; it is asked about what
/// follows a number (after a space, too) and must know 年 and 月 if years and months are to have units. Arabic numerals
/// always count, unless a Latin letter stands before them. Chinese ones count if the characters can hardly be a word:
/// 三百 and 二零二四 do, 一 and 十 only before a measure word, and 一下 统一 哪一个 几十个 五四 十四五 二十大 never.
pub fn find(text: &[char], is_unit: &dyn Fn(&[char]) -> usize) -> Vec<Number> {
    let scan = Scan { text, is_unit };
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        match scan.read(at) {
            Read::Number(number) => {
                at = number.end;
                found.push(number);
            }
            Read::Skip(characters) => at += characters,
        }
    }
    found
}

/// A figure as a report means it: how many of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount<'a> {
    /// How many, with the 万 or 亿 of the unit multiplied in.
    pub value: Decimal,
    /// Of what: the unit without 万 or 亿, so 人次 for 万人次.
    pub unit: &'a str,
}

/// Reads a figure from its parts as printed: `"15.2"` and `"万人次"` are 152000 人次, `"600"` and `"万元"` 6000000 元.
/// The value may be in Chinese numerals, need not be folded and may end in `%`, which changes nothing. Nothing comes of
/// what is not one number and nothing else.
pub fn parse_value<'a>(value: &str, unit: &'a str) -> Option<Amount<'a>> {
    let text: Vec<char> = fold(value).trim_end_matches('%').chars().collect();
    // 破万: the power alone is one of it.
    let is_power = chinese::large_power(&text).is_some_and(|(_, length)| length == text.len());
    let text: Vec<char> = if is_power { std::iter::once('一').chain(text).collect() } else { text };
    let scan = Scan { text: &text, is_unit: &|_| 0 };
    let whole = scan.amount(0).filter(|amount| amount.end == text.len())?;
    let letters: Vec<char> = unit.chars().collect();
    let (power, length) = chinese::large_power(&letters).unwrap_or((0, 0));
    let start = unit.char_indices().nth(length).map_or(unit.len(), |(place, _)| place);
    Some(Amount { value: whole.value.times_ten_to(power)?, unit: unit.get(start..)? })
}

#[cfg(test)]
mod tests;
