//! Adds up Chinese numerals one by one, from the left, and refuses what cannot follow. Its rows stand in `chinese`.

use super::chinese::{digit, power};

/// A number in the making: whole 万 and 亿, the section below the next of them, the digit that waits for its unit.
#[derive(Default)]
pub(super) struct Sum {
    large: i64,
    section: i64,
    digit: Option<i64>,
    /// The power of the unit before, 0 at the beginning and after 零.
    last: u32,
    /// The last small unit of the section; the next one must be smaller.
    small: Option<u32>,
    /// The last large unit; the next one is smaller, or multiplies everything.
    top: Option<u32>,
    begun: bool,
}

impl Sum {
    /// Adds the next numeral; nothing if it cannot stand there.
    pub(super) fn take(&mut self, c: char) -> Option<()> {
        match (digit(c), power(c)) {
            (Some(0), _) => self.zero(),
            (Some(digit), _) => self.digit.replace(digit).is_none().then_some(()),
            (_, Some(power @ 1..=3)) => self.small_unit(power),
            (_, Some(power)) => self.large_unit(power),
            _ => None,
        }?;
        self.begun = true;
        Some(())
    }

    /// 零 fills a gap, so a digit after it is one of ones.
    fn zero(&mut self) -> Option<()> {
        self.last = 0;
        (self.digit.is_none() && self.begun).then_some(())
    }

    /// 十 alone is one ten where nothing stands before it: 十五, 一万零十五.
    fn small_unit(&mut self, power: u32) -> Option<()> {
        let bare_ten = power == 1 && (self.section == 0 || self.last == 0);
        let digit = self.digit.take().or(bare_ten.then_some(1))?;
        self.small.is_none_or(|small| power < small).then_some(())?;
        self.section += digit * 10_i64.pow(power);
        (self.small, self.last) = (Some(power), power);
        Some(())
    }

    /// 万 and 亿 multiply the section before them; 亿 after 万 multiplies that too (一万亿).
    fn large_unit(&mut self, power: u32) -> Option<()> {
        let section = self.section + self.digit.take().unwrap_or(0);
        let factor = 10_i64.pow(power);
        (section > 0 || (self.last == 4 && power == 8)).then_some(())?;
        self.large = match self.top {
            Some(top) if top == power => return None,
            Some(top) if top < power => self.large.checked_add(section)?.checked_mul(factor)?,
            _ => section.checked_mul(factor)?.checked_add(self.large)?,
        };
        (self.section, self.small, self.top, self.last) = (0, None, Some(power), power);
        Some(())
    }

    /// A last digit after 百, 千 or 万 counts the unit below it: 三百五 is 350, 一万二 12000.
    pub(super) fn total(self) -> Option<i64> {
        let below = 10_i64.pow(self.last.saturating_sub(1));
        let ones = self.digit.unwrap_or(0) * below;
        self.large.checked_add(self.section)?.checked_add(ones)
    }
}
