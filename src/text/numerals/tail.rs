//! What follows the digits of a number and belongs to it: 万, 余, 多, +. Knows no measure words but the caller's.

use super::{chinese, decimal::Decimal, scan::Amount, scan::Scan};

impl Scan<'_> {
    /// What follows the digits: 余 before or after 万, and 万 itself.
    pub(super) fn tail(&self, value: Decimal, at: usize) -> Option<Amount> {
        let before = self.more(at);
        let (power, length) = self.power(at + before).or_else(|| self.spaced(at + before)).unwrap_or((0, 0));
        let end = at + before + length;
        let after = if before == 0 && length > 0 { self.more(end) } else { 0 };
        Some(Amount { value: value.times_ten_to(power)?, end: end + after, more: before + after > 0, power })
    }

    /// How many characters at `at` say "and some more": 1 or 0. 多 is none in 多少, 来 and 几 only after a round number
    /// and before something counted: 十来个, 20几万.
    fn more(&self, at: usize) -> usize {
        let next = at + 1;
        let round =
            at > 0 && matches!(self.at(at - 1), Some('0' | '十' | '百' | '千' | '拾' | '佰' | '仟' | '万'));
        usize::from(match self.at(at) {
            Some('余') => true,
            Some('多') => self.at(next) != Some('少'),
            Some('+') => self.at(next).is_none_or(|c| !c.is_ascii_digit()),
            Some('来' | '几') => round && (self.power(next).is_some() || !self.unit(next).is_empty()),
            _ => false,
        })
    }

    /// 万, 百万, 千, and the w and k of chats, as a power of ten and its length. 千分 and 百分 are shares.
    fn power(&self, at: usize) -> Option<(u32, usize)> {
        let rest = self.from(at);
        let alone = |next: &[char]| !next.first().is_some_and(char::is_ascii_alphabetic);
        match *rest {
            ['百' | '千', '分', ..] => None,
            ['w', ref next @ ..] if alone(next) => Some((4, 1)),
            ['k', ref next @ ..] if alone(next) => Some((3, 1)),
            [unit @ ('百' | '千'), ..] => {
                chinese::large_power(rest).or(chinese::power(unit).map(|power| (power, 1)))
            }
            _ => chinese::large_power(rest),
        }
    }

    /// 15.2 万: nothing smaller, for 2024 百人 is two numbers.
    fn spaced(&self, at: usize) -> Option<(u32, usize)> {
        let rest = self.from(at).strip_prefix(&[' '])?;
        let large = matches!(rest.first(), Some('万' | '亿'));
        chinese::large_power(rest).filter(|_| large).map(|(power, length)| (power, 1 + length))
    }
}
