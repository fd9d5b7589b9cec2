//! What tells two figures with the same words apart: 儿童规划部分 and 妇女规划部分 in the sentences before them.
//! Reads two stretches of text side by side; makes no label.

use super::view::View;
use std::ops::Range;

/// Marks and words between which the parts of a sentence stand.
const EDGES: [char; 12] = [',', '、', ';', ':', '(', ')', '的', '中', '对', '和', '在', '将'];
/// A part has so many characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=10;
/// Two parts that end with so many of the same characters are told apart by the others.
const SHARED: usize = 2;

/// The words before the figure at `at` that stand otherwise before the one at `other`: parts of both sentences that end alike and
/// begin differently.
pub(super) fn tell(view: &View, at: usize, other: usize) -> Option<String> {
    let (own, others) = (parts(view, at), parts(view, other));
    if view.sentence(at) == view.sentence(other) {
        return None;
    }
    let is_parallel = |one: &str, two: &str| {
        let ends = one.chars().rev().zip(two.chars().rev()).take_while(|(a, b)| a == b).count();
        ends >= SHARED && ends < one.chars().count() && ends < two.chars().count()
    };
    let differs = |it: &&String| !others.contains(it) && others.iter().any(|two| is_parallel(it, two));
    own.iter().find(differs).cloned()
}

/// The parts of the sentence before a place, without digits.
fn parts(view: &View, at: usize) -> Vec<String> {
    let sentence = view.sentence(at);
    let mut found = Vec::new();
    let mut start = sentence.start;
    while start < at {
        let end = view.next_mark(start, at, &EDGES);
        let part: Range<usize> = view.trim(start..end);
        let is_plain = part.clone().all(|it| !view.at(it).is_numeric());
        if LENGTH.contains(&part.len()) && is_plain {
            found.push(view.title(part));
        }
        start = end + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::tell;
    use crate::draft::view::View;

    #[test]
    fn sentences_side_by_side() {
        let rows = [
            ("对儿童规划部分的27项。对妇女规划部分的34项。", Some("儿童规划部分"), Some("妇女规划部分")),
            ("城区学校2场。乡镇学校3场。", Some("城区学校"), Some("乡镇学校")),
            ("开课2场,开课3场。", None, None),
        ];
        for (text, first, second) in rows {
            let view = View::new(text);
            let digits: Vec<usize> = (0..view.len()).filter(|&it| view.at(it).is_ascii_digit()).collect();
            let (one, two) = (digits[0], digits[digits.len() - 1]);
            assert_eq!(tell(&view, one, two).as_deref(), first, "{text}");
            assert_eq!(tell(&view, two, one).as_deref(), second, "{text}");
        }
    }
}
