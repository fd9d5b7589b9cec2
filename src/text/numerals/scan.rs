//! Reads the number at one place of a text, if there is one. `tail` knows what may follow its digits, `counts` which
//! numerals are words.

use super::{Number, arabic, chinese, counts, decimal::Decimal};
use std::ops::Range;

/// What stands at a place.
pub(super) enum Read {
    Number(Number),
    /// No number, and none may begin within so many characters.
    Skip(usize),
}

/// A text and what the caller takes for a measure word in it.
pub(super) struct Scan<'a> {
    pub(super) text: &'a [char],
    pub(super) is_unit: &'a dyn Fn(&[char]) -> usize,
}

/// How much is said, before it is decided whether it is a number at all.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    pub(super) end: usize,
    pub(super) more: bool,
    /// The power of ten that 万 and the like multiplied by; 0 if there was none.
    pub(super) power: u32,
}

/// A Chinese numeral: 三, 百, 万.
fn is_numeral(letter: char) -> bool {
    chinese::digit(letter).is_some() || chinese::power(letter).is_some()
}

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefix {
    None,
    Ordinal,
    Percent,
}

impl Scan<'_> {
    /// The number that begins at `start`, its prefix included.
    pub(super) fn read(&self, start: usize) -> Read {
        let may_begin = |it: char| it == '第' || it.is_ascii_digit() || is_numeral(it);
        if !self.at(start).is_some_and(may_begin) {
            return Read::Skip(1);
        }
        let (prefix, length) = self.prefix(start);
        let begin = start + length;
        match self.amount(begin).filter(|amount| counts::counts(self, begin, amount, prefix)) {
            Some(amount) => Read::Number(self.number(start, prefix, amount)),
            None => Read::Skip((length + self.run(begin).len()).max(1)),
        }
    }

    /// The amount written at `at`, in either kind of numerals.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        if self.at(at)?.is_ascii_digit() { self.arabic(at) } else { self.chinese(at) }
    }

    /// The measure word that follows a number ending at `end`, after a space or at once; empty if there is none.
    pub(super) fn unit(&self, end: usize) -> Range<usize> {
        let start = end + usize::from(self.at(end) == Some(' '));
        let rest = self.from(start);
        match (self.is_unit)(rest).min(rest.len()) {
            0 => end..end,
            length => start..start + length,
        }
    }

    /// The character at `place`.
    pub(super) fn at(&self, place: usize) -> Option<char> {
        self.text.get(place).copied()
    }

    /// Everything from `place` on.
    pub(super) fn from(&self, place: usize) -> &[char] {
        self.text.get(place..).unwrap_or_default()
    }

    /// The numerals of one kind that begin at `at`.
    pub(super) fn run(&self, at: usize) -> &[char] {
        let rest = self.from(at);
        let length = arabic::digits(rest).max(rest.iter().take_while(|it| is_numeral(**it)).count());
        rest.get(..length).unwrap_or_default()
    }

    fn prefix(&self, at: usize) -> (Prefix, usize) {
        match *self.from(at) {
            ['第', ' ', ..] => (Prefix::Ordinal, 2),
            ['第', ..] => (Prefix::Ordinal, 1),
            ['百', '分', '之', ..] => (Prefix::Percent, 3),
            ['百', '分', '百', ..] => (Prefix::Percent, 2),
            _ => (Prefix::None, 0),
        }
    }

    fn number(&self, start: usize, prefix: Prefix, amount: Amount) -> Number {
        let sign = self.at(amount.end) == Some('%');
        let end = amount.end + usize::from(sign);
        let (percent, ordinal) = (sign || prefix == Prefix::Percent, prefix == Prefix::Ordinal);
        Number { start, end, value: amount.value, more: amount.more, percent, ordinal, unit: self.unit(end) }
    }

    /// 15.2万, 600余万, 2万5千.
    fn arabic(&self, at: usize) -> Option<Amount> {
        let first = self.arabic_part(at)?;
        // 8千588: digits that fill all places below the unit.
        let fills = |next: &Amount| {
            next.power == 0 && u32::try_from(next.end - first.end) == Ok(first.power) && !next.more
        };
        let fits = |next: &Amount| !first.more && ((1..first.power).contains(&next.power) || fills(next));
        match self.arabic_part(first.end).filter(fits) {
            Some(next) => Some(Amount { value: first.value.plus(next.value)?, power: first.power, ..next }),
            None => Some(first),
        }
    }

    /// The 12 of 2024.12.5 has no fraction.
    fn arabic_part(&self, at: usize) -> Option<Amount> {
        let dated = at > 1 && self.at(at - 1) == Some('.') && self.at(at - 2)?.is_ascii_digit();
        let text = if dated { self.run(at) } else { self.from(at) };
        let (value, length) = arabic::number(text)?;
        self.tail(value, at + length)
    }

    /// 六十万, 十五点二万, 三百余万; 百 is a hundred in 百分之百 only, which `counts` sees to.
    fn chinese(&self, at: usize) -> Option<Amount> {
        let run = self.run(at);
        let whole = if run == ['百'] { Decimal::whole(100) } else { chinese::whole(run)? };
        let (value, length) = self.fraction(at + run.len()).unwrap_or((Decimal::whole(0), 0));
        self.tail(whole.plus(value)?, at + run.len() + length)
    }

    /// 点二, but not the time of day: 三点十分, 三点五分, 三点二刻.
    fn fraction(&self, at: usize) -> Option<(Decimal, usize)> {
        let digits =
            self.from(at).strip_prefix(&['点'])?.iter().map_while(|&c| chinese::digit(c)).collect::<Vec<_>>();
        let length = digits.len();
        let timed = matches!(self.at(at + 1 + length), Some('十' | '分' | '刻'));
        let mantissa =
            digits.iter().try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(*digit))?;
        let value = Decimal::new(mantissa, u32::try_from(length).ok()?)?;
        (length > 0 && !timed).then_some((value, 1 + length))
    }
}
