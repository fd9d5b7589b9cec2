//! Texts that cannot be compiled, and why: told before any draft is made.
//! Looks at the text alone; files are `decode`'s.

use super::lines::{Kind, Line};
use super::outline::{Outline, SHORTEST_PARAGRAPH};
use super::plans;
use super::view::View;
use super::words;
use crate::text::is_hanzi;

/// More numbers than any report holds: a report of a province for a year has some hundreds.
pub(super) const MOST_NUMBERS: usize = 3_000;
/// Of a hundred Chinese characters so many followed by letters or signs and another one: pinyin or emoji stand between them.
const INTERLEAVED: usize = 15;
/// Of a hundred so many with a letter with a tone behind them, in brackets or not: no report prints those.
const TONED: usize = 2;
/// A text with fewer Chinese characters has nothing to compile.
const FEWEST_CHARACTERS: usize = 20;
/// Words of a text that tells what was done.
const DONE: [&str; 4] = ["了", "已", "累计", "截至"];

/// A sentence has so many characters at least.
const SHORTEST_SENTENCE: usize = 12;

/// Why a text cannot be compiled, as far as its characters and lines tell.
pub(super) fn of_text(view: &View, lines: &[Line]) -> Option<String> {
    let characters = (0..view.len()).filter(|&it| is_hanzi(view.at(it))).count();
    if view.trim(0..view.len()).is_empty() {
        return Some(words::empty());
    }
    if characters < FEWEST_CHARACTERS {
        return Some(words::no_text());
    }
    if interleaved(view) * 100 > characters * INTERLEAVED || toned(view) * 100 > characters * TONED {
        return Some(words::interleaved());
    }
    let cells = lines.iter().filter(|it| it.kind == Kind::Cell).count();
    // A report of short lines has sentences all the same; a table has captions.
    let is_prose = |it: &Line| {
        let is_sentence = it.range.len() >= SHORTEST_SENTENCE && view.before(it.range.end) == '。';
        it.kind == Kind::Text && (it.range.len() >= SHORTEST_PARAGRAPH || is_sentence)
    };
    let has_prose = lines.iter().any(is_prose);
    (cells > 0 && !has_prose).then(words::table_alone)
}

/// Whether the whole text is a plan: its first sentence opens one, and nothing was done.
pub(super) fn is_plan(view: &View, outline: &Outline) -> bool {
    let first = outline.stretches.iter().flat_map(|it| &it.paragraphs).next();
    let says_plan = |it: &std::ops::Range<usize>| {
        view.holds(it.clone(), &["计划", "要点", "安排", "打算", "思路"])
            && !view.holds(it.clone(), &["总结"])
    };
    let opens =
        first.is_some_and(|it| plans::opens(view, it.clone())) || outline.titles.iter().any(says_plan);
    opens && !view.holds(0..view.len(), &DONE)
}

/// How many Chinese characters are followed by one to six letters or signs, and then by another one.
fn interleaved(view: &View) -> usize {
    let is_between = |letter: char| {
        (letter.is_alphabetic() && !is_hanzi(letter))
            || !(letter.is_ascii() || letter.is_alphanumeric() || is_mark(letter))
    };
    let is_cut = |at: usize| {
        let length = (at + 1..at + 8).take_while(|&it| is_between(view.at(it)) || view.at(it) == ' ').count();
        let has_sign = (at + 1..at + 1 + length).any(|it| is_between(view.at(it)));
        is_hanzi(view.at(at)) && has_sign && is_hanzi(view.at(at + 1 + length))
    };
    (0..view.len()).filter(|&it| is_cut(it)).count()
}

/// How many Chinese characters have pinyin with a tone right behind them: 計(jì).
fn toned(view: &View) -> usize {
    let is_toned = |letter: char| "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".contains(letter);
    let is_latin =
        |at: usize| view.at(at).is_ascii_alphabetic() || view.at(at) == '(' || is_toned(view.at(at));
    let is_read = |at: usize| {
        is_hanzi(view.at(at))
            && (at + 1..at + 8).take_while(|&it| is_latin(it)).any(|it| is_toned(view.at(it)))
    };
    (0..view.len()).filter(|&it| is_read(it)).count()
}

/// Marks of Chinese text.
fn is_mark(letter: char) -> bool {
    "。、，；：！？“”‘’《》〈〉「」『』（）【】〔〕—…·～％℃—–■●◆★▲△□○◎※→".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::of_text;
    use crate::draft::lines::lines;
    use crate::draft::view::View;
    use crate::draft::words;

    #[test]
    fn texts_that_are_refused() {
        let prose = "全市各级团组织围绕中心服务大局,组织动员广大团员青年投身一线,开展形式多样的主题活动,取得了新的进展和成效,受到各方好评。";
        let pinyin: String = prose.chars().map(|it| format!("{it}pīn")).collect();
        let emoji: String = prose.chars().map(|it| format!("{it}🙂")).collect();
        let rows = [
            (" \n ".to_owned(), Some(words::empty())),
            ("abc 123".to_owned(), Some(words::no_text())),
            (pinyin, Some(words::interleaved())),
            (prose.replace("各级", "各(gè)级(jí)"), Some(words::interleaved())),
            (emoji, Some(words::interleaved())),
            (
                "指标名称 | 数量 | 单位 |\n开展活动的场次 | 50 | 场 |\n覆盖青年的人次 | 500 | 人 |"
                    .to_owned(),
                Some(words::table_alone()),
            ),
            (prose.to_owned(), None),
        ];
        for (text, expected) in rows {
            let view = View::new(&text);
            assert_eq!(of_text(&view, &lines(&view)), expected, "{text}");
        }
    }
}
