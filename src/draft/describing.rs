//! What an initiative is called where it has no lead, and its description: words of the text without a number.
//! Makes no label of a figure.

use super::numbers::NUMERALS;
use super::view::View;
use super::words;
use std::ops::Range;

/// A description has at most so many characters.
const LONGEST: usize = 90;
/// A title that is made of a clause has so many.
const TITLE: std::ops::RangeInclusive<usize> = 4..=28;
/// A clause that begins so is no title: a time, an adverbial.
const NO_TITLES: [&str; 22] = [
    "围绕",
    "为",
    "在",
    "通过",
    "以",
    "聚焦",
    "据",
    "今年",
    "近年来",
    "五年来",
    "一年来",
    "目前",
    "截至",
    "其中",
    "此外",
    "同时",
    "会上",
    "当天",
    "过去",
    "2",
    "1",
    "从",
];

/// Words of whoever reports, which are no title.
const SPEECH: [&str; 9] = ["表示", "介绍", "记者", "获悉", "了解到", "据了解", "据悉", "日前", "值得一提"];

/// The first sentence without a number, else the first clause without one, else the title.
pub(super) fn description(view: &View, paragraphs: &[Range<usize>], title: &str) -> String {
    let sentences = paragraphs.iter().flat_map(|it| pieces(view, it.clone(), &['。', '!', '?']));
    let clauses = paragraphs.iter().flat_map(|it| pieces(view, it.clone(), &[',', '。', ';', '!', '?']));
    let is_fit = |it: &Range<usize>| !has_number(view, it.clone()) && it.len() >= 6;
    let sentence = sentences.into_iter().find(|it| is_fit(it) && it.len() <= LONGEST);
    let clause = || clauses.into_iter().find(|it| is_fit(it) && it.len() <= LONGEST);
    match sentence.or_else(clause) {
        Some(range) => format!("{}。", view.title(range)),
        None => words::described(title),
    }
}

/// The title of text without a lead: its first clause that can stand alone.
pub(super) fn title(view: &View, paragraphs: &[Range<usize>]) -> Option<Range<usize>> {
    let clauses: Vec<Range<usize>> = paragraphs
        .iter()
        .flat_map(|it| pieces(view, it.clone(), &[',', '。', ';', ':', '!', '?', '(', ')']))
        .collect();
    let is_fit = |it: &&Range<usize>| {
        TITLE.contains(&it.len())
            && !has_number(view, (*it).clone())
            && !breaks_name(view, it)
            && !view.holds((*it).clone(), &SPEECH)
    };
    let is_good = |it: &&Range<usize>| is_fit(it) && view.longest(it.start, &NO_TITLES).is_none();
    let first = clauses.iter().find(is_good).or_else(|| clauses.iter().find(is_fit));
    first.cloned()
}

/// A clause that opens or closes a name without the other mark.
fn breaks_name(view: &View, range: &Range<usize>) -> bool {
    let count = |letter: char| range.clone().filter(|&it| view.at(it) == letter).count();
    count('“') != count('”') || count('《') != count('》')
}

fn pieces(view: &View, range: Range<usize>, marks: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let end = view.next_mark(start, range.end, marks);
        let piece = view.trim(start..end);
        if !piece.is_empty() {
            found.push(piece);
        }
        start = end + 1;
    }
    found
}

/// A digit, or a numeral in front of a measure; numerals inside of words do no harm.
fn has_number(view: &View, range: Range<usize>) -> bool {
    let is_count = |at: usize| {
        NUMERALS[2..].contains(&view.at(at)) && matches!(view.at(at + 1), '余' | '多' | '家' | '名' | '场')
    };
    range.into_iter().any(|it| view.at(it).is_numeric() || is_count(it))
}

#[cfg(test)]
mod tests {
    use super::{description, title};
    use crate::draft::view::View;

    #[test]
    fn descriptions_and_titles_hold_no_number() {
        // Text, description, title
        let rows = [
            ("开展活动20场。妇女踊跃参加各类活动。", "妇女踊跃参加各类活动。", Some("妇女踊跃参加各类活动")),
            ("扎实推进普法工作,开展活动20场。", "扎实推进普法工作。", Some("扎实推进普法工作")),
            ("2024年,围绕中心工作,夯实基层基础。", "围绕中心工作。", Some("夯实基层基础")),
            ("开展活动20场。", "标题。", None),
        ];
        for (text, described, titled) in rows {
            let view = View::new(text);
            let all = std::slice::from_ref(&(0..view.len())).to_vec();
            assert_eq!(description(&view, &all, "标题"), described, "{text}");
            assert_eq!(title(&view, &all).map(|it| view.title(it)).as_deref(), titled, "{text}");
        }
    }
}
