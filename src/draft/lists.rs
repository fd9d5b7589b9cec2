//! What the items of a list share (R5, R9): the verb of the first item, the predicate and the noun of the last, names told 分别.
//! Changes labels alone.

use super::initiatives::Draft;
use super::labels::Label;
use super::ledger::Entry;
use super::verbs::{CONTENT, DOING};
use super::view::View;
use std::ops::Range;

/// Verbs that hold for every item behind them, though they say that something was done: 新发展基层工会1972家、会员16.6万人.
const NARROWING: [&str; 6] = ["新发展", "新增", "新建", "新成立", "新招募", "推报"];
/// A label with what it shares has at most so many characters.
const LONGEST: usize = 24;
/// Lists of levels are so long at most.
const LONGEST_LIST: usize = 6;
/// Words between 分别 and the names that it tells.
const RESPECTIVELY: [&str; 6] = ["分别获得", "分别荣获", "分别获评", "分别获", "分别被评为", "分别为"];

/// Lets the items of each list share what stands with one of them.
pub(super) fn share(view: &View, entries: &[Entry], drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        if continues(view, drafts, at) {
            share_verb(view, drafts, at);
        }
    }
    for at in (0..drafts.len()).rev() {
        share_predicate(view, drafts, at);
    }
    tell_respectively(view, entries, drafts);
    for at in 1..drafts.len() {
        if continues(view, drafts, at) {
            share_prefix(drafts, at);
        }
    }
}

/// 少先队大队1个、中队36个: nouns that end alike have what stands before the first of them in common.
fn share_prefix(drafts: &mut [Draft], at: usize) {
    let own = drafts[at].label.text.clone();
    let letters: Vec<char> = own.chars().collect();
    let is_first = |it: &&Draft| it.label.text.chars().count() > letters.len();
    let Some(first) = drafts[..at].iter().rev().take(LONGEST_LIST).find(is_first) else { return };
    let words: Vec<char> = first.label.text.chars().collect();
    let is_level = (2..=3).contains(&letters.len()) && letters.last() == words.last();
    let prefix: String = words[..words.len() - letters.len()].iter().collect();
    if is_level && prefix.chars().count() >= 2 {
        drafts[at].label.others.push(format!("{prefix}{own}"));
    }
}

/// Whether an item goes on with the list of the one before it.
fn continues(view: &View, drafts: &[Draft], at: usize) -> bool {
    let clause = &drafts[at].clause;
    let follows = !clause.is_first
        && (clause.is_listed
            || view.trim(clause.before.clone()) == view.trim(drafts[at - 1].clause.behind.clone()));
    follows && drafts[at].label.is_behind == drafts[at - 1].label.is_behind
}

/// An item without a verb takes the verb of the item before it.
fn share_verb(view: &View, drafts: &mut [Draft], at: usize) {
    let (before, rest) = drafts.split_at_mut(at);
    let (earlier, own) = (&before[at - 1].label, &mut rest[0].label);
    let has_own = CONTENT.iter().chain(&DOING).chain(&NARROWING).any(|it| own.text.starts_with(it));
    if has_own {
        return;
    }
    if !earlier.verb.is_empty() && earlier.text.starts_with(&earlier.verb) {
        own.text = format!("{}{}", earlier.verb, own.text);
        own.verb = earlier.verb.clone();
    } else if let Some(verb) = NARROWING.iter().find(|it| earlier.text.starts_with(**it)) {
        own.text = format!("{verb}{}", own.text);
    }
    let doing = doing(view, &before[at - 1]);
    if !doing.is_empty() {
        own.others.push(format!("{doing}{}", own.noun));
    }
    own.shared = doing;
}

/// The verbs of doing at the head of an item, or those that it took from the one before it.
fn doing(view: &View, draft: &Draft) -> String {
    if !draft.label.shared.is_empty() {
        return draft.label.shared.clone();
    }
    let range = view.trim(draft.clause.before.clone());
    let first = (range.start..range.end).find(|&it| view.longest(it, &DOING).is_some());
    let Some(start) = first else { return String::new() };
    let mut end = start;
    while let Some(word) = view.longest(end, &DOING).filter(|it| end + it.chars().count() <= range.end) {
        end += word.chars().count();
    }
    view.title(start..end)
}

/// A predicate behind the last noun, or the noun behind 共计, belongs to the items before it as well.
fn share_predicate(view: &View, drafts: &mut [Draft], at: usize) {
    let is_last = !drafts[at].clause.has_next && drafts[at].label.is_behind;
    if !is_last {
        return;
    }
    let is_sum = view.holds(drafts[at].clause.before.clone(), &["共计", "总计", "合计"]);
    let shared = if is_sum { drafts[at].label.noun.clone() } else { predicate(view, &drafts[at]) };
    let mut row = at;
    while row > 0 && (continues(view, drafts, row) || is_sum && !drafts[row].clause.is_first) {
        row -= 1;
        append(&mut drafts[row].label, &shared);
    }
    if !is_sum && row < at {
        append(&mut drafts[at].label, &shared);
    }
}

fn append(label: &mut Label, shared: &str) {
    let whole = format!("{}{shared}", label.text);
    if shared.is_empty() || label.text.contains(shared) {
        return;
    }
    label.others.push(format!("{shared}{}", label.noun));
    if whole.chars().count() <= LONGEST {
        label.others.push(label.text.clone());
        label.text = whole;
    } else {
        label.others.push(whole);
    }
}

/// What is said of the noun behind the last item: from its verb to the end of the clause.
fn predicate(view: &View, draft: &Draft) -> String {
    let range = view.trim(draft.clause.behind.clone());
    let verbs = ["积极", "学习", "被", "获"];
    let is_verb = |&at: &usize| {
        view.quoted(at).is_none()
            && (view.longest(at, &CONTENT).is_some() || view.longest(at, &verbs).is_some())
    };
    let from = (range.start + 2).min(range.end);
    let Some(start) = (from..range.end).find(is_verb) else { return String::new() };
    let start = if view.starts(start, "积极") { start + 2 } else { start };
    let text = view.title(start..range.end);
    if text.chars().count() <= LONGEST && text.chars().count() >= 3 { text } else { String::new() }
}

/// 1名队员、1名辅导员分别获得甲、乙表彰: each item by the name that it got.
fn tell_respectively(view: &View, entries: &[Entry], drafts: &mut [Draft]) {
    for last in 0..drafts.len() {
        let clause = drafts[last].clause.whole.clone();
        let Some((at, word)) = RESPECTIVELY.iter().find_map(|it| {
            view.find(drafts[last].clause.behind.start..clause.end.max(drafts[last].clause.behind.start), it)
                .map(|at| (at, it))
        }) else {
            continue;
        };
        let start = at + word.chars().count();
        let names = items(view, start..clause.end);
        let first = (0..=last)
            .rev()
            .take_while(|&it| clause.contains(&entries[drafts[it].entry].number.value.start))
            .last()
            .unwrap_or(last);
        if names.len() != last + 1 - first {
            continue;
        }
        for (row, name) in (first..=last).zip(names) {
            let label = &mut drafts[row].label;
            let old = std::mem::replace(&mut label.text, name.clone());
            label.others.push(old);
            label.noun = name;
        }
    }
}

fn items(view: &View, range: Range<usize>) -> Vec<String> {
    let text = view.title(range);
    let text = text.trim_end_matches("表彰").trim_end_matches("称号").trim_end_matches("荣誉");
    let bare = |it: &str| {
        it.trim_start_matches(|letter: char| letter.is_ascii_digit())
            .trim_start_matches("年度")
            .trim_start_matches('年')
            .to_owned()
    };
    text.split('、').map(bare).filter(|it| it.chars().count() >= 2).collect()
}

#[cfg(test)]
mod tests {
    use crate::draft::testing::labels;

    #[test]
    fn what_items_share() {
        let rows: [(&str, &[&str]); 3] = [
            ("一、工作\n推荐团干部35名、教师12名。", &["推荐团干部", "推荐教师"]),
            ("一、工作\n新建基层工会40家、驿站3个。", &["基层工会", "驿站"]),
            ("一、工作\n34名个人、12个集体被团省委表彰。", &["个人被团省委表彰", "集体被团省委表彰"]),
        ];
        for (text, expected) in rows {
            assert_eq!(labels(text), expected, "{text}");
        }
    }
}
