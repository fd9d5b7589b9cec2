//! Every number of the text, in digits and in Chinese numerals, with the unit, 余 and 多 that stand with it.
//! Reads each number by what stands right beside it; whether it is a figure of achievement is `ledger`'s to say.

use super::units::{MEASURES, POWERS};
use super::view::View;
use std::ops::Range;

/// A number of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The digits or numerals, with commas and the point: 1,218, 15.2, 九百; both ends of a range.
    pub(super) value: Range<usize>,
    /// The number with 余, the unit and the blanks between them.
    pub(super) printed: Range<usize>,
    /// The unit without 余: its power (万) and its measure (人次), each where it stands; empty ranges where there is none.
    pub(super) power: Range<usize>,
    /// See `power`.
    pub(super) measure: Range<usize>,
    /// 余 or 多, if one stands with it.
    pub(super) more: Option<char>,
    /// Whether it is written in digits.
    pub(super) is_arabic: bool,
    /// Whether it is two numbers: 12-15.
    pub(super) is_range: bool,
}

impl Number {
    /// Whether a measure or a power of ten stands behind the digits.
    pub(super) fn has_unit(&self) -> bool {
        !self.power.is_empty() || !self.measure.is_empty()
    }

    /// The unit as printed.
    pub(super) fn unit(&self, view: &View) -> String {
        format!("{}{}", view.title(self.power.clone()), view.title(self.measure.clone()))
    }

    /// The unit, folded.
    pub(super) fn folded_unit(&self, view: &View) -> String {
        format!("{}{}", view.folded(self.power.clone()), view.folded(self.measure.clone()))
    }
}

/// Characters of Chinese numerals.
pub(super) const NUMERALS: [char; 17] =
    ['〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿'];
/// Between the two ends of a range; 至 and 到 are words as well and join digits alone.
const RANGE_MARKS: [char; 4] = ['-', '~', '至', '到'];
/// A longer run of digits is no amount of anything.
pub(super) const LONGEST_VALUE: usize = 15;

/// All numbers in the order in which they stand; no two overlap.
pub(super) fn numbers(view: &View) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let value = if view.at(at).is_ascii_digit() { digits(view, at) } else { numerals(view, at) };
        match value {
            Some(value) => {
                let number = with_unit(view, value);
                at = number.printed.end;
                found.push(number);
            }
            None => at += 1,
        }
    }
    found
}

/// The digits from a place on, with commas between groups of three and a point.
fn digits(view: &View, start: usize) -> Option<Range<usize>> {
    let is_digit = |at: usize| view.at(at).is_ascii_digit();
    let run = |from: usize| (from..view.len()).find(|&it| !is_digit(it)).unwrap_or(view.len());
    let mut end = run(start);
    if end - start <= 3 {
        // A full-width comma parts two numbers.
        // Of a blank between groups the unit behind them tells that they are one number: 10 678名.
        let is_blank = view.printed_at(end) == ' '
            && run(end + 1) == end + 4
            && matches!(view.at(end + 4), '名' | '人' | '个' | '元' | '万');
        while (view.printed_at(end) == ',' && run(end + 1) == end + 4) || (is_blank && end - start <= 3) {
            end += 4;
        }
    }
    if let Some(rest) = split_digits(view, start..end) {
        end = run(rest);
    }
    if view.at(end) == '.' && is_digit(end + 1) {
        end = run(end + 1);
    }
    Some(start..end)
}

/// Where a number goes on that a blank or the end of a wrapped line cut in two: no number begins with nought (71 0个), and
/// a line that was wrapped inside of digits was wrapped inside of a number.
fn split_digits(view: &View, first: Range<usize>) -> Option<usize> {
    let rest = view.skip(first.end);
    let is_digit = |at: usize| view.at(at).is_ascii_digit();
    if rest == first.end || first.len() > 3 || !is_digit(rest) || view.before(first.start) == '.' {
        return None;
    }
    let end = (rest..view.len()).find(|&it| !is_digit(it)).unwrap_or(view.len());
    let is_wrapped = rest == first.end + 1 && view.printed_at(first.end) == '\n';
    let behind = view.skip(end);
    let has_unit = matches!(view.at(behind), '余' | '多')
        || view.longest(behind, &POWERS).is_some()
        || view.longest(behind, &MEASURES).is_some();
    ((view.at(rest) == '0' || is_wrapped) && has_unit && end - rest <= 3).then_some(rest)
}

/// Chinese numerals from a place on; a point is written 点 between two of them.
fn numerals(view: &View, start: usize) -> Option<Range<usize>> {
    let is_numeral = |at: usize| NUMERALS.contains(&view.at(at));
    let run = |from: usize| (from..view.len()).find(|&it| !is_numeral(it)).unwrap_or(view.len());
    let mut end = run(start);
    if end > start && view.at(end) == '点' && is_numeral(end + 1) {
        end = run(end + 1);
    }
    (end > start).then_some(start..end)
}

fn with_unit(view: &View, value: Range<usize>) -> Number {
    let is_arabic = view.at(value.start).is_ascii_digit();
    let second = is_arabic.then(|| range_end(view, value.end)).flatten();
    let (is_range, value) = (second.is_some(), value.start..second.unwrap_or(value.end));
    let mut reading = Reading { view, at: value.end, end: value.end, more: None };
    reading.take_more();
    let power =
        if is_arabic || reading.more.is_some() { reading.take(&POWERS) } else { value.end..value.end };
    reading.take_more();
    let measure = reading.take(&MEASURES);
    reading.take_more_behind(&measure);
    // 多 and 余 with nothing behind them belong to another word: 结余, 许多.
    let has_unit = !power.is_empty() || !measure.is_empty();
    let is_kept = has_unit || !is_arabic;
    let printed = value.start..if is_kept && has_unit { reading.end } else { value.end };
    Number { more: reading.more.filter(|_| has_unit), value, printed, power, measure, is_arabic, is_range }
}

/// Where the second number of a range ends: 12-15, 3至5.
fn range_end(view: &View, end: usize) -> Option<usize> {
    let mark = view.skip(end);
    if !RANGE_MARKS.contains(&view.at(mark)) {
        return None;
    }
    let start = view.skip(mark + 1);
    let second = digits(view, start).filter(|it| !it.is_empty() && view.at(it.start).is_ascii_digit())?;
    let is_joined_on = matches!(view.at(second.end), '-' | '/' | '~' | '·');
    (!is_joined_on).then_some(second.end)
}

/// What stands behind a number, read from left to right.
struct Reading<'v> {
    view: &'v View,
    at: usize,
    end: usize,
    more: Option<char>,
}

impl Reading<'_> {
    fn take_more(&mut self) {
        let at = self.view.skip(self.at);
        let letter = self.view.at(at);
        if self.more.is_none() && matches!(letter, '余' | '多') {
            (self.more, self.at) = (Some(letter), at + 1);
        }
    }

    fn take(&mut self, words: &[&str]) -> Range<usize> {
        let at = self.view.skip(self.at);
        match self.view.longest(at, words) {
            Some(word) if !self.is_of_another_word(at, word) => {
                let range = at..at + word.chars().count();
                (self.at, self.end) = (range.end, range.end);
                range
            }
            _ => self.at..self.at,
        }
    }

    /// 人民币, 名称, 个性: the measure is the beginning of another word.
    fn is_of_another_word(&self, at: usize, word: &str) -> bool {
        let behind = at + word.chars().count();
        OTHER_WORDS.iter().any(|(measure, rest)| *measure == word && self.view.starts(behind, rest))
    }

    /// 6个余: rare, and only before a mark.
    fn take_more_behind(&mut self, measure: &Range<usize>) {
        let is_more = matches!(self.view.at(self.at), '余');
        let is_alone = !crate::text::is_hanzi(self.view.at(self.at + 1));
        if self.more.is_none() && !measure.is_empty() && is_more && is_alone {
            self.more = Some(self.view.at(self.at));
            (self.at, self.end) = (self.at + 1, self.at + 1);
        }
    }
}

/// A measure and what stands behind it where both are another word.
const OTHER_WORDS: [(&str, &str); 19] = [
    ("人", "民"),
    ("人", "均"),
    ("人", "道"),
    ("人", "才"),
    ("人", "大"),
    ("人", "物"),
    ("人", "口"),
    ("人", "生"),
    ("人", "际"),
    ("名", "称"),
    ("个", "性"),
    ("个", "体"),
    ("点", "击"),
    ("级", "别"),
    ("次", "数"),
    ("条", "件"),
    ("所", "有"),
    ("家", "庭"),
    ("部", "门"),
];

#[cfg(test)]
mod tests {
    use super::{View, numbers};

    fn read(text: &str) -> Vec<(String, String, Option<char>)> {
        let view = View::new(text);
        let read = |it: &super::Number| (view.printed(it.value.clone()), it.unit(&view), it.more);
        numbers(&view).iter().map(read).collect()
    }

    #[test]
    fn numbers_with_their_units() {
        let rows = [
            ("开展活动200余场", "200", "场", Some('余')),
            ("覆盖 1.5 万余人次", "1.5", "万人次", Some('余')),
            ("600余万元", "600", "万元", Some('余')),
            ("10万多名", "10", "万名", Some('多')),
            ("浏览1,218次", "1,218", "次", None),
            ("全区10 678名妇女", "10 678", "名", None),
            ("命名71 0个", "71 0", "个", None),
            ("志愿者6 0多万名", "6 0", "万名", Some('多')),
            ("受益6655人(家)次", "6655", "人(家)次", None),
            ("流通52942册次", "52942", "册次", None),
            ("用户量超2600万,", "2600", "万", None),
            ("招募１２名", "１２", "名", None),
            ("九百多家", "九百", "家", Some('多')),
            ("达98%。", "98", "%", None),
            ("每次12-15人", "12-15", "人", None),
            ("结余10.56亿", "10.56", "亿", None),
            ("12个个体户", "12", "个", None),
            ("二点二八亿元", "二点二八亿", "元", None),
        ];
        for (text, value, unit, more) in rows {
            assert_eq!(read(text), [(value.to_owned(), unit.to_owned(), more)], "{text}");
        }
    }

    #[test]
    fn a_full_width_comma_parts_numbers() {
        assert_eq!(read("48，339").len(), 2);
    }
}
