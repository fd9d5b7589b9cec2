//! An exact decimal number: what stands in a report is compared and added without rounding. The one division is a share in
//! percent, rounded once.

use std::{cmp::Ordering, fmt};

/// The powers of ten that a mantissa of 64 bits has room for.
const MOST_DIGITS: u32 = 18;

/// `mantissa / 10^scale`, always in lowest terms, so that equal numbers are equal values: 1.50 is 15 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// The whole number `value`.
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// The number `mantissa / 10^scale`: `new(152, 1)` is 15.2. Nothing if `scale` is more than 18.
    pub fn new(mantissa: i64, scale: u32) -> Option<Self> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            (mantissa, scale) = (mantissa / 10, scale - 1);
        }
        let scale = u8::try_from(scale).ok().filter(|&scale| u32::from(scale) <= MOST_DIGITS)?;
        Some(Self { mantissa, scale })
    }

    /// The number as a whole one, or nothing if it has a fraction.
    pub fn as_whole(self) -> Option<i64> {
        (self.scale == 0).then_some(self.mantissa)
    }

    /// `self * 10^power`, or nothing if it does not fit.
    pub fn times_ten_to(self, power: u32) -> Option<Self> {
        let scale = u32::from(self.scale);
        let factor = 10_i64.checked_pow(power.saturating_sub(scale))?;
        Self::new(self.mantissa.checked_mul(factor)?, scale.saturating_sub(power))
    }

    /// `self + other`, or nothing if it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let sum = self.at_scale(scale).checked_add(other.at_scale(scale))?;
        Self::new(i64::try_from(sum).ok()?, u32::from(scale))
    }

    /// How far apart two numbers are, or nothing if it does not fit.
    pub fn distance(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let apart = self.at_scale(scale).checked_sub(other.at_scale(scale))?.checked_abs()?;
        Self::new(i64::try_from(apart).ok()?, u32::from(scale))
    }

    /// `self / whole` in percent, rounded half up to one decimal; nothing where `whole` is not above zero or it does not fit.
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        self.times_ten_to(2)?.over(whole)
    }

    /// `self / whole`, rounded half up to one decimal; nothing where `whole` is not above zero or it does not fit.
    pub fn over(self, whole: Self) -> Option<Self> {
        let scale = self.scale.max(whole.scale);
        let (part, whole) = (self.at_scale(scale), whole.at_scale(scale));
        if whole <= 0 || part < 0 {
            return None;
        }
        let tenths = part.checked_mul(20)?.checked_add(whole)? / whole.checked_mul(2)?;
        Self::new(i64::try_from(tenths).ok()?, 1)
    }

    /// The mantissa at a scale that is not smaller; 10^18 times a mantissa fits in 128 bits.
    fn at_scale(self, scale: u8) -> i128 {
        i128::from(self.mantissa) * 10_i128.pow(u32::from(scale.saturating_sub(self.scale)))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self::whole(value)
    }
}

/// Plain digits with a point where there is a fraction, no groups: `152000`, `15.2`, `-0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 10_u64.pow(u32::from(self.scale));
        let (whole, fraction) = (self.mantissa.unsigned_abs() / power, self.mantissa.unsigned_abs() % power);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        match usize::from(self.scale) {
            0 => write!(f, "{sign}{whole}"),
            width => write!(f, "{sign}{whole}.{fraction:0width$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    fn decimal(mantissa: i64, scale: u32) -> Decimal {
        Decimal::new(mantissa, scale).unwrap()
    }

    #[test]
    fn arithmetic_is_exact() {
        assert_eq!(decimal(1500, 2), decimal(15, 0));
        assert_eq!(decimal(152, 1).times_ten_to(4), Some(Decimal::whole(152_000)));
        assert_eq!(decimal(1525, 2).times_ten_to(1), Some(decimal(1525, 1)));
        assert_eq!(decimal(1, 1).plus(decimal(2, 1)), Some(decimal(3, 1)));
        assert!(decimal(152, 1) > Decimal::whole(15) && decimal(-5, 1) < Decimal::whole(0));
        // What does not fit is nothing, not something else.
        assert_eq!(Decimal::whole(i64::MAX).times_ten_to(1), None);
        assert_eq!(Decimal::whole(1).times_ten_to(99), None);
        assert_eq!(Decimal::new(1, 19), None);
    }

    #[test]
    fn a_share_is_rounded_once_to_one_decimal() {
        let rows = [
            ("224", "1045", "21.4", "0.2"),
            ("13", "132", "9.8", "0.1"),
            ("1", "3", "33.3", "0.3"),
            ("2", "3", "66.7", "0.7"),
            ("300", "185", "162.2", "1.6"),
        ];
        for (part, whole, percent, times) in rows {
            let (part, whole) = (decimal(part.parse().unwrap(), 0), decimal(whole.parse().unwrap(), 0));
            assert_eq!(part.percent_of(whole).unwrap().to_string(), percent);
            assert_eq!(part.over(whole).unwrap().to_string(), times);
        }
        assert_eq!(decimal(64, 1).over(decimal(152, 1)).unwrap().to_string(), "0.4");
        assert_eq!(Decimal::whole(1).over(Decimal::whole(0)), None);
    }

    #[test]
    fn it_prints_as_it_is_written() {
        for (number, text) in
            [(decimal(152, 1), "15.2"), (decimal(-5, 2), "-0.05"), (decimal(1269, 0), "1269")]
        {
            assert_eq!(number.to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn order_and_sum_agree(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000, scale in 0_u32..6) {
            prop_assert_eq!(decimal(a, scale).cmp(&decimal(b, scale)), a.cmp(&b));
            prop_assert_eq!(decimal(a, scale).plus(decimal(b, scale)), Decimal::new(a + b, scale));
        }
    }
}
