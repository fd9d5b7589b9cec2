//! Chinese numerals: 一千二百六十九, 二零二四, 六十万. Knows nothing of what stands before or after them.

use super::{decimal::Decimal, sum::Sum};

/// The value of a digit: 〇 to 九, 两, and the forms that cannot be altered on a cheque.
pub(super) fn digit(c: char) -> Option<i64> {
    match c {
        '零' | '〇' => Some(0),
        // 幺 is how numbers are read out: 幺二六九.
        '一' | '壹' | '幺' => Some(1),
        '二' | '两' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

/// The power of ten that a unit stands for: 十 1, 百 2, 千 3, 万 4, 亿 8.
pub(super) fn power(c: char) -> Option<u32> {
    match c {
        '十' | '拾' => Some(1),
        '百' | '佰' => Some(2),
        '千' | '仟' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// What a numeral that multiplies says by itself: 过*千*, 破*万*.
pub fn power_alone(text: &[char]) -> Option<i64> {
    match text {
        [c] => power(*c).map(|it| 10_i64.pow(it)),
        _ => None,
    }
}

/// True for a numeral that multiplies: 十 百 千 万 亿.
pub fn is_power(c: char) -> bool {
    power(c).is_some()
}

/// The place in an order that a numeral of one character says, 1 to 10: 第*三*, 前*五*. 两 counts (两家) and orders nothing.
pub fn place(c: char) -> Option<usize> {
    "一二三四五六七八九十".chars().position(|it| it == c).map(|it| it + 1)
}

/// True for a numeral of one character that counts more than one: 哪*两*个, 哪*五*家.
pub fn is_several(c: char) -> bool {
    c == '两' || place(c).is_some_and(|it| it > 1)
}

/// A unit without the powers of ten before it: 万元 is 元.
pub fn without_power(unit: &str) -> &str {
    unit.trim_start_matches(['百', '千', '万', '亿'])
}

/// The power of ten that the characters at the start of `text` multiply by, and how many they are: 万 is 4, 百万 is 6,
/// 万亿 is 12. Only what ends in 万 or 亿, so 千米 and 百分点 are left alone.
pub(super) fn large_power(text: &[char]) -> Option<(u32, usize)> {
    let run = text.iter().take(2).map_while(|&c| power(c)).collect::<Vec<_>>();
    match run[..] {
        [small, large] if large >= 4 && small <= large => Some((small + large, 2)),
        [large, ..] if large >= 4 => Some((large, 1)),
        _ => None,
    }
}

/// The whole number that a run of numerals says, or nothing if they are no one number, as in 七八百 or 十四五.
/// Digits alone are read one by one: 二零二四 is 2024. 百万 is a million.
pub(super) fn whole(run: &[char]) -> Option<Decimal> {
    match large_power(run) {
        _ if run.is_empty() => None,
        Some((power, length @ 2)) if length == run.len() => Decimal::whole(1).times_ten_to(power),
        _ if run.iter().all(|&c| digit(c).is_some()) => by_place(run),
        _ => by_units(run),
    }
}

fn by_place(run: &[char]) -> Option<Decimal> {
    let value = run.iter().try_fold(0_i64, |sum, &c| sum.checked_mul(10)?.checked_add(digit(c)?));
    value.map(Decimal::whole)
}

fn by_units(run: &[char]) -> Option<Decimal> {
    let mut sum = Sum::default();
    run.iter().try_for_each(|&c| sum.take(c))?;
    sum.total().map(Decimal::whole)
}

#[cfg(test)]
mod tests {
    use super::{large_power, whole};

    #[test]
    fn places_and_units_are_read_of_themselves() {
        let places: Vec<usize> = "第一两三十百".chars().filter_map(super::place).collect();
        assert_eq!(places, [1, 3, 10]);
        assert_eq!("第一两三十百".chars().filter(|it| super::is_several(*it)).collect::<String>(), "两三十");
        assert_eq!(["万元", "百万小时", "人次"].map(super::without_power), ["元", "小时", "人次"]);
    }

    #[test]
    fn runs_are_one_number_or_none() {
        let rows = [
            // Units
            ("三百", Some(300)),
            ("一千二百六十九", Some(1269)),
            ("六十万", Some(600_000)),
            ("十万八千", Some(108_000)),
            ("两千零五", Some(2005)),
            ("一万零十五", Some(10_015)),
            ("一亿二千万", Some(120_000_000)),
            ("二万亿", Some(2_000_000_000_000)),
            ("百万", Some(1_000_000)),
            ("壹佰贰拾", Some(120)),
            // The last digit counts the unit below
            ("三百五", Some(350)),
            ("一万二", Some(12_000)),
            ("十五", Some(15)),
            // Digit by digit
            ("二零二四", Some(2024)),
            ("二〇二四", Some(2024)),
            // No one number
            ("七八百", None),
            ("十四五", None),
            ("百千万", None),
            ("万一", None),
            ("百", None),
            ("三百三百", None),
            ("一亿三亿", None),
            ("一个", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let run: Vec<char> = text.chars().collect();
            assert_eq!(whole(&run).and_then(|value| value.as_whole()), expected, "{text}");
        }
    }

    #[test]
    fn only_large_units_multiply() {
        let rows = [
            ("万元", Some((4, 1))),
            ("百万元", Some((6, 2))),
            ("万亿", Some((12, 2))),
            ("千米", None),
            ("百分点", None),
        ];
        for (text, expected) in rows {
            assert_eq!(large_power(&text.chars().collect::<Vec<_>>()), expected, "{text}");
        }
    }
}
