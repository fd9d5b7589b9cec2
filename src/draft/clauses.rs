//! The clause round a figure: what stands before it and behind it, up to the next mark or number.
//! Makes no label.

use super::ledger::Entry;
use super::numbers::NUMERALS;
use super::qualifiers::bound_before;
use super::verbs::{CONTENT, DOING};
use super::view::{CLAUSE_MARKS, View};
use std::ops::Range;

/// The clause of one figure.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// From mark to mark.
    pub(super) whole: Range<usize>,
    /// From the clause's beginning, or the figure before it, to this figure.
    pub(super) before: Range<usize>,
    /// From this figure's unit to the next number, or the clause's end.
    pub(super) behind: Range<usize>,
    /// No other figure stands before it in its clause.
    pub(super) is_first: bool,
    /// A 、 or 和 stands between it and the figure before it.
    pub(super) is_listed: bool,
    /// Another number follows in the clause.
    pub(super) has_next: bool,
}

/// Brackets with at most so many characters and no digit belong to the words round them: 村(社区).
const LONGEST_BRACKET: usize = 20;
/// A clause reaches at most so far on either side.
const LONGEST: usize = 400;
/// Words that join items.
const JOINTS: [&str; 6] = ["、", "和", "及", "与", "以及", "并"];

/// The clause of the figure at a position of the ledger.
pub(super) fn clause(view: &View, entries: &[Entry], at: usize) -> Clause {
    let number = &entries[at].number;
    let whole = behind_mark(view, start_of(view, number.value.start))..end_of(view, number.printed.end);
    let is_inside = |it: &&Entry| whole.contains(&it.number.value.start);
    let counts = |it: &&Entry| it.waived.is_none();
    let earlier = entries[..at].iter().rev().take_while(is_inside).find(counts);
    let next = entries[at + 1..].iter().take_while(is_inside).find(counts);
    let start = earlier.map_or(whole.start, |it| it.number.printed.end);
    let end = next.map_or(whole.end, |it| bound_start(view, it.number.value.start));
    let before = start..number.value.start;
    let is_listed = earlier.is_some() && JOINTS.iter().any(|it| view.find(before.clone(), it).is_some());
    Clause {
        behind: number.printed.end..end.max(number.printed.end),
        is_first: earlier.is_none(),
        is_listed,
        has_next: next.is_some(),
        before,
        whole,
    }
}

/// Where the number begins with the bound before it.
fn bound_start(view: &View, start: usize) -> usize {
    let at = view.back(start);
    bound_before(view, at).map_or(at, |it| at - it.chars().count())
}

/// The place behind the number of an item at the head of its line: 1. 2、 (3) (一).
fn behind_mark(view: &View, start: usize) -> usize {
    let first = view.skip(start);
    if view.before(view.back(start)) != '\n' {
        return start;
    }
    let is_open = view.at(first) == '(';
    let digits = first + usize::from(is_open);
    let is_count = |at: usize| view.at(at).is_ascii_digit() || NUMERALS[2..13].contains(&view.at(at));
    let end = (digits..view.len().min(digits + 3)).find(|&it| !is_count(it)).unwrap_or(digits);
    let closes = if is_open { view.at(end) == ')' } else { matches!(view.at(end), '、' | '.' | ')') };
    let is_decimal = view.at(end + 1).is_ascii_digit() && view.at(end) == '.';
    if end > digits && closes && !is_decimal { view.skip(end + 1) } else { start }
}

/// A comma between groups of digits parts nothing: 2,964.
fn is_group_comma(view: &View, at: usize) -> bool {
    view.printed_at(at) == ',' && view.before(at).is_ascii_digit() && view.at(at + 1).is_ascii_digit()
}

/// The place behind the last mark before `at`; marks inside of names and short brackets are none.
fn start_of(view: &View, at: usize) -> usize {
    let mut start = at;
    while start > at.saturating_sub(LONGEST) {
        let letter = view.before(start);
        if letter == ')' {
            match bracket_before(view, start) {
                Some(open) => start = open,
                None => return start,
            }
        } else if CLAUSE_MARKS.contains(&letter)
            && !is_group_comma(view, start - 1)
            && view.quoted(start - 1).is_none_or(|it| it.contains(&at))
        {
            return start;
        } else {
            start -= 1;
        }
    }
    start
}

/// Where the next mark stands; marks inside of names and short brackets are none.
fn end_of(view: &View, at: usize) -> usize {
    let mut end = at;
    while end < view.len().min(at + LONGEST) {
        let letter = view.at(end);
        if letter == '(' {
            match bracket_behind(view, end) {
                Some(close) => end = close,
                None => return end,
            }
        } else if CLAUSE_MARKS.contains(&letter)
            && !is_group_comma(view, end)
            && view.quoted(end).is_none_or(|it| it.contains(&at))
        {
            return end;
        } else {
            end += 1;
        }
    }
    end
}

/// Where the bracket that closes right before `end` opens, if it is short and holds no digit.
fn bracket_before(view: &View, end: usize) -> Option<usize> {
    let from = end.saturating_sub(LONGEST_BRACKET);
    let open = (from..end).rev().find(|&it| view.at(it) == '(')?;
    let is_plain = (open..end).all(|it| !view.at(it).is_ascii_digit() && view.at(it) != '\n');
    is_plain.then_some(open)
}

/// The place behind the bracket that opens at `start`, if it is short and holds no digit.
fn bracket_behind(view: &View, start: usize) -> Option<usize> {
    let to = (start + LONGEST_BRACKET).min(view.len());
    let close = (start..to).find(|&it| view.at(it) == ')')?;
    let is_plain = (start..close).all(|it| !view.at(it).is_ascii_digit() && view.at(it) != '\n');
    is_plain.then_some(close + 1)
}

/// Whether an item has a verb of its own behind the mark that joins it.
pub(super) fn opens_with_verb(view: &View, segment: Range<usize>) -> bool {
    let joint =
        segment.clone().rev().find_map(|at| view.longest(at, &JOINTS).map(|it| at + it.chars().count()));
    let start = view.skip(joint.unwrap_or(segment.start).min(segment.end));
    start < segment.end && (view.longest(start, &DOING).is_some() || view.longest(start, &CONTENT).is_some())
}

#[cfg(test)]
mod tests {
    use super::clause;
    use crate::draft::ledger::ledger;
    use crate::draft::numbers::numbers;
    use crate::draft::view::View;
    use crate::draft::zones::Zones;

    #[test]
    fn clauses_round_figures() {
        // Text; what stands before and behind each figure
        let rows: [(&str, &[(&str, &str)]); 5] = [
            ("今年,开展活动20场,参与300人。", &[("开展活动", ""), ("参与", "")]),
            ("1.用于救助130万元。", &[("用于救助", "")]),
            ("(2)济困20万元。", &[("济困", "")]),
            ("颁发基础章2,964枚、特色章512枚。", &[("颁发基础章", "、特色章"), ("、特色章", "")]),
            ("村(社区)妇联20个。", &[("村(社区)妇联", "")]),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            let entries = ledger(&view, numbers(&view), &Zones::default());
            let read = |at: usize| {
                let clause = clause(&view, &entries, at);
                (view.folded(clause.before), view.folded(clause.behind))
            };
            let found: Vec<(String, String)> =
                (0..entries.len()).filter(|&it| entries[it].waived.is_none()).map(read).collect();
            let expected: Vec<(String, String)> =
                expected.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
