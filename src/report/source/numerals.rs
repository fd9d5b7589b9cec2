//! Numbers that a published text writes in words: 三百余名, 近百个, 二十余场. Only those that count something, by the unit behind them;
//! what 第二十届, 一批 and 千方百计 say is no number of achievement.

use std::ops::Range;

/// Characters that numbers are written with.
const NUMERALS: &str = "〇零一二两三四五六七八九十百千万亿";

/// Those that multiply: without one of them and without 余 a numeral is too small and too common to be asked for.
const POWERS: &str = "十百千万亿";

/// Before a numeral: an order (第三), a question, a number that is not told (几百), a number in digits.
const NOT_BEHIND: &str = "第几数多.";

/// Before a multiplier that stands alone (近百个, 超千名) one of these makes it a number.
const NEAR: &str = "近超逾破约";

/// Units that things are counted in. Years, sessions and clauses (届 年 条) number things more often than they count them.
const UNITS: [&str; 40] = [
    "人次", "场次", "余人", "名", "人", "场", "次", "个", "家", "户", "所", "支", "期", "套", "例", "件",
    "份", "篇", "封", "对", "项", "批", "元", "万元", "亿元", "亩", "吨", "台", "辆", "张", "册", "本", "间",
    "座", "处", "只", "棵", "株", "公里", "小时",
];

/// Every number in words that counts something, with its unit.
pub(super) fn counted(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match read(text, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The end of the number that starts here, its unit included.
fn read(text: &[char], start: usize) -> Option<usize> {
    let is_numeral = |it: &char| NUMERALS.contains(*it);
    let before = start.checked_sub(1).map(|it| text[it]);
    if before.is_some_and(|it| is_numeral(&it) || it.is_ascii_digit() || NOT_BEHIND.contains(it)) {
        return None;
    }
    let length = text.get(start..)?.iter().take_while(|it| is_numeral(it)).count();
    let numeral = text.get(start..start + length)?;
    let mut end = start + length;
    let more = text.get(end).is_some_and(|it| matches!(it, '余' | '多'));
    if more {
        end += 1;
        end += text.get(end..)?.iter().take_while(|it| matches!(it, '万' | '亿' | '千' | '百')).count();
    }
    let multiplies = numeral.iter().any(|it| POWERS.contains(*it));
    let is_near = before.is_some_and(|it| NEAR.contains(it));
    let counts = match numeral {
        [] => false,
        [_] => more || (multiplies && is_near),
        _ => multiplies,
    };
    let rest = text.get(end..)?;
    let begins = |unit: &&&str| unit.chars().eq(rest.iter().copied().take(unit.chars().count()));
    let unit = UNITS.iter().filter(begins).max_by_key(|it| it.chars().count())?;
    counts.then_some(end + unit.chars().count())
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn numbers_in_words() {
        let rows: [(&str, &[&str]); 16] = [
            ("慰问三百余名学生", &["三百余名"]),
            ("九百多家企业、二十场活动", &["九百多家", "二十场"]),
            ("近百个项目，超千名青年", &["百个", "千名"]),
            ("五十余万元", &["五十余万元"]),
            ("三千万元", &["三千万元"]),
            ("十余场，两百人次", &["十余场", "两百人次"]),
            // An order, a question, a number that is not told
            ("党的二十届三中全会", &[]),
            ("第三十名", &[]),
            ("几百人，数十名", &[]),
            // Too small, or no number at all
            ("三支队伍，一批青年", &[]),
            ("百名优秀青年", &[]),
            ("千方百计，万人空巷", &[]),
            ("统一个人信息", &[]),
            // Digits
            ("10万名，1.5万人", &[]),
            ("四十周年，七十余年", &[]),
            ("", &[]),
        ];
        for (text, expected) in rows {
            let letters: Vec<char> = text.chars().collect();
            let found: Vec<String> =
                counted(&letters).into_iter().map(|it| letters[it].iter().collect()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
