//! Markdown: which marks of it stand in a text, which lines they make headings and items, which words they print bold.
//! Reads marks alone; what a heading or an item is for, `outline` and `leads` say.

use super::view::View;
use std::ops::Range;

/// What the marks of a text say; nothing where it is not Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markdown {
    /// Places of marks, which are read as blanks.
    pub(super) marks: Vec<usize>,
    /// Where the words of each heading begin, and its level.
    pub(super) headings: Vec<(usize, usize)>,
    /// Where the words of each item of a list begin.
    pub(super) items: Vec<usize>,
    /// Words in bold, without their marks.
    pub(super) bold: Vec<Range<usize>>,
}

/// Levels of headings.
const DEEPEST: usize = 6;

/// Reads the marks of a text. A text without a heading of Markdown is none: - and * stand in others as well.
pub(super) fn markdown(view: &View) -> Markdown {
    let mut found = Markdown::default();
    let mut start = 0;
    while start < view.len() {
        let end = view.next_mark(start, view.len(), &['\n']);
        line(view, view.skip(start).min(end)..end, &mut found);
        start = end + 1;
    }
    if found.headings.is_empty() { Markdown::default() } else { found }
}

fn line(view: &View, line: Range<usize>, found: &mut Markdown) {
    let hashes = line.clone().take_while(|&it| view.at(it) == '#').count();
    let start = line.start;
    let is_heading = (1..=DEEPEST).contains(&hashes) && view.at(start + hashes) == ' ';
    let is_item = matches!(view.at(start), '-' | '*' | '+') && view.at(start + 1) == ' ';
    let marks = match () {
        () if is_heading => hashes,
        () if is_item || view.at(start) == '>' => 1,
        () => 0,
    };
    found.marks.extend(start..start + marks);
    let words = view.skip(start + marks);
    if is_heading && words < line.end {
        found.headings.push((words, hashes));
    }
    if is_item || begins_with_number(view, start) {
        // Marks of bold words are read as blanks: the words begin behind them.
        let is_mark = |at: usize| view.at(at) == '*' || view.at(at) == ' ';
        found.items.push((words..line.end).find(|&it| !is_mark(it)).unwrap_or(words));
    }
    bold(view, words.min(line.end)..line.end, found);
}

/// 1. with a blank behind it.
fn begins_with_number(view: &View, start: usize) -> bool {
    let digits = (start..view.len()).take_while(|&it| view.at(it).is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && view.at(start + digits) == '.'
        && !view.at(start + digits + 1).is_ascii_digit()
}

/// Pairs of ** and what stands between them.
fn bold(view: &View, line: Range<usize>, found: &mut Markdown) {
    let is_mark = |&at: &usize| view.starts(at, "**") && at + 1 < line.end;
    let mut open: Option<usize> = None;
    let mut at = line.start;
    while let Some(mark) = (at..line.end).find(is_mark) {
        open = match open {
            Some(start) => {
                found.bold.push(start + 2..mark);
                found.marks.extend([start, start + 1, mark, mark + 1]);
                None
            }
            None => Some(mark),
        };
        at = mark + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::draft::view::View;

    #[test]
    fn marks_of_markdown() {
        // Text; what stands there without the marks; levels of headings, items, bold words
        let rows = [
            ("# 总结\n- **甲**：1 场", " 总结|   甲  ：1 场", 1, 1, 1),
            ("## 一、甲\n> 引\n* 乙\n1. 丙", "  一、甲|  引|  乙|1. 丙", 1, 2, 0),
            ("#甲\n- 乙", "#甲|- 乙", 0, 0, 0),
            ("张**同学\n- 甲", "张**同学|- 甲", 0, 0, 0),
            ("# 甲\n张**同学", "  甲|张**同学", 1, 0, 0),
        ];
        for (text, expected, headings, items, bold) in rows {
            let view = View::new(text);
            let found = markdown(&view);
            let counts = (found.headings.len(), found.items.len(), found.bold.len());
            assert_eq!(counts, (headings, items, bold), "{text}");
            let plain = view.marked(found);
            let squeezed = |it: &str| it.replace(' ', "");
            assert_eq!(squeezed(&plain.printed(0..plain.len()).replace('\n', "|")), squeezed(expected));
        }
    }
}
