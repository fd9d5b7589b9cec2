//! Small counts in Chinese words, for sentences such as 三十五件事. Does not read numerals; `chinese` does.

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const PLACES: [(usize, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];

/// A small count in words, 0 to 9999: 35 is 三十五, 105 一百零五, 15 十五. Larger ones come in digits.
pub fn to_chinese(n: usize) -> String {
    match n {
        0 => "零".into(),
        1..=9999 => words(n),
        _ => n.to_string(),
    }
}

/// A gap of any width between two digits is one 零.
fn words(n: usize) -> String {
    let (mut words, mut gap) = (String::new(), false);
    for (place, unit) in PLACES {
        let digit = n / place % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        let ten_alone = place == 10 && digit == 1 && words.is_empty();
        words.extend(gap.then_some("零"));
        words.extend(DIGITS.get(digit).copied().filter(|_| !ten_alone));
        words.push_str(unit);
        gap = false;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{super::chinese::whole, to_chinese};

    #[test]
    fn counts_are_said_as_people_say_them() {
        let rows = [
            (0, "零"),
            (10, "十"),
            (15, "十五"),
            (35, "三十五"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1005, "一千零五"),
            (1050, "一千零五十"),
            (1269, "一千二百六十九"),
            (10_000, "10000"),
        ];
        for (n, expected) in rows {
            assert_eq!(to_chinese(n), expected);
        }
    }

    #[test]
    fn what_is_said_is_read_again() {
        for n in 0..=9999 {
            let run: Vec<char> = to_chinese(n).chars().collect();
            assert_eq!(whole(&run).and_then(|value| value.as_whole()), i64::try_from(n).ok(), "{n}");
        }
    }
}
