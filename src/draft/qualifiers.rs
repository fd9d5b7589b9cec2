//! The words that stand with a figure: bounds right beside it (近 超 余), counting words in its clause (累计 共 全年), rates (年均).
//! Words stay as printed; what they mean is `report::qualifier`'s.

use super::clauses::{Clause, opens_with_verb};
use super::numbers::Number;
use super::view::View;
use std::ops::Range;

/// Bounds that stand right before a number.
const BEFORE: [&str; 9] = ["不少于", "将近", "超过", "突破", "近", "约", "超", "逾", "破"];
/// Characters before a bound with which it is another word: 节约, 最近.
const OTHER_WORDS: [(&str, &str); 5] =
    [("约", "节预签合续违条履邀"), ("近", "最附新亲接邻临"), ("超", "赶高反"), ("破", "突打爆"), ("逾", "")];
/// Words that say how it was counted, and stand right before the number or its bound.
const REACHED: [&str; 2] = ["达到", "达"];
/// Words that say how it was counted, and stand anywhere in the clause before the number.
const COUNTED: [&str; 15] = [
    "累计", "共计", "共有", "合计", "总计", "连续", "全年", "新增", "年均", "月均", "平均", "每年", "每人",
    "现有", "共",
];
/// 共 before these is another word.
pub(super) const BEHIND_TOGETHER: [&str; 22] = [
    "青团", "青", "产", "同", "建", "享", "和国", "赢", "筹", "创", "治", "性", "识", "鸣", "奋进", "度",
    "话", "植", "护", "商", "促", "富",
];
/// 共 behind these is another word.
const BEFORE_TOGETHER: [char; 3] = ['公', '中', '力'];
/// Words that hold for every item of a list.
const CARRIED: [&str; 12] =
    ["累计", "共计", "共有", "合计", "总计", "全年", "新增", "年均", "平均", "每年", "现有", "共"];
/// Part of another figure.
const PART: &str = "其中";
/// A bracket with parts in it is read so far back.
const LONGEST_BRACKET: usize = 60;
/// Words that `report::qualifier` does not know are left to the text.
const UNKNOWN: [&str; 1] = ["月均"];

/// The words of a figure, in the order in which they stand. `earlier` are those of the figure before it in its clause.
pub(super) fn qualifiers(view: &View, number: &Number, clause: &Clause, earlier: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let segment = clause.before.clone();
    if is_part(view, clause) {
        found.push(PART.to_owned());
    }
    found.extend(carried(view, clause, earlier));
    found.extend(counting(view, segment).into_iter().filter(|it| !UNKNOWN.contains(it)).map(str::to_owned));
    found.extend(beside(view, number));
    found.extend(number.more.map(String::from));
    let behind = view.skip(number.printed.end);
    if view.starts(behind, "以上") {
        found.push("以上".to_owned());
    }
    let mut once: Vec<String> = Vec::new();
    found.into_iter().for_each(|it| {
        if !once.contains(&it) {
            once.push(it);
        }
    });
    once
}

/// Bounds and 达 right before the number: 均达到, 达近.
fn beside(view: &View, number: &Number) -> Vec<String> {
    let mut at = view.back(number.value.start);
    let mut found = Vec::new();
    if let Some(bound) = bound_before(view, at) {
        found.insert(0, bound.to_owned());
        at = view.back(at - bound.chars().count());
    }
    if let Some(reached) = view.longest_before(at, &REACHED) {
        found.insert(0, reached.to_owned());
        at = view.back(at - reached.chars().count());
    }
    let is_all = view.before(at) == '均' && !"年月日人平户场".contains(view.before(at - 1));
    if is_all && !found.is_empty() {
        found.insert(0, "均".to_owned());
    }
    found
}

/// The bound that ends right before a place, if it is no part of another word.
pub(super) fn bound_before<'w>(view: &View, at: usize) -> Option<&'w str> {
    let bound = view.longest_before(at, &BEFORE)?;
    let letter = view.before(at - bound.chars().count());
    let is_other = OTHER_WORDS.iter().any(|(word, letters)| *word == bound && letters.contains(letter));
    (!is_other).then_some(bound)
}

/// Counting words of the text before a number, in order.
fn counting<'w>(view: &View, segment: Range<usize>) -> Vec<&'w str> {
    let mut found = Vec::new();
    let mut at = segment.start;
    while at < segment.end {
        match view.longest(at, &COUNTED) {
            Some(word) if !(word == "共" && is_other_together(view, at)) && view.quoted(at).is_none() => {
                found.push(word);
                at += word.chars().count();
            }
            _ => at += 1,
        }
    }
    found
}

/// 共青团, 共建, 公共.
fn is_other_together(view: &View, at: usize) -> bool {
    view.longest(at + 1, &BEHIND_TOGETHER).is_some() || BEFORE_TOGETHER.contains(&view.before(at))
}

/// 其中 opens the clause, or is the clause before it.
fn is_part(view: &View, clause: &Clause) -> bool {
    let start = view.skip(clause.whole.start);
    let before = view.back(clause.whole.start.saturating_sub(1));
    let opens =
        view.starts(start, PART) || (view.before(clause.whole.start) == ',' && view.ends(before, PART));
    let is_named = view.holds(clause.before.clone(), &["第"]);
    (opens || is_in_parts(view, clause)) && !is_named && (clause.is_first || clause.is_listed)
}

/// A bracket that opens with 其中 holds parts alone: (其中市级3.2万元;本区6.8万元).
fn is_in_parts(view: &View, clause: &Clause) -> bool {
    let start = clause.whole.start;
    let from = start.saturating_sub(LONGEST_BRACKET);
    let Some(open) = (from..start).rev().find(|&it| matches!(view.at(it), '(' | ')' | '。' | '\n')) else {
        return false;
    };
    view.at(open) == '(' && view.starts(view.skip(open + 1), PART)
}

/// Words of the item before that hold for this one too: 全年共打造示范村10个、示范户100个.
fn carried(view: &View, clause: &Clause, earlier: &[String]) -> Vec<String> {
    if clause.is_first || !clause.is_listed || opens_with_verb(view, clause.before.clone()) {
        return Vec::new();
    }
    earlier.iter().filter(|it| CARRIED.contains(&it.as_str())).cloned().collect()
}
