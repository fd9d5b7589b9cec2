//! What is said without a figure: documents, open lists, themes, partners. Verbatim items under a short label.
//! Knows no figures.

use super::view::View;
use std::ops::Range;

/// Something said without a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) items: Vec<String>,
    pub(super) is_open: bool,
}

/// Verbs before the title of a document that the body made.
const ISSUED: [&str; 9] = ["印发", "制定", "出台", "签订", "形成", "制发", "下发", "起草", "修订"];
/// Words behind the title of a paper that reported.
const REPORTED: [&str; 4] = ["报道", "宣传", "转载", "刊发"];
/// A list has so many items, and an item so many characters.
const ITEMS: std::ops::RangeInclusive<usize> = 2..=12;
const ITEM: std::ops::RangeInclusive<usize> = 2..=24;

/// The facts of a stretch of text.
pub(super) fn facts(view: &View, text: Range<usize>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    facts.extend(documents(view, text.clone()));
    facts.extend(themes(view, text.clone()));
    for fact in lists(view, text) {
        if !facts.iter().any(|it| it.label == fact.label || it.items == fact.items) {
            facts.push(fact);
        }
    }
    facts
}

/// 印发《甲》《乙》: the documents; 被《丙》报道: who reported.
fn documents(view: &View, text: Range<usize>) -> Vec<Fact> {
    let (mut issued, mut reported) = (Vec::new(), Vec::new());
    let mut at = text.start;
    let mut follows = false;
    while at < text.end {
        if view.at(at) != '《' {
            follows &= matches!(view.at(at), '、' | ' ' | '和');
            at += 1;
            continue;
        }
        let end = view.next_mark(at, text.end, &['》']);
        let name = view.title(at..(end + 1).min(text.end));
        let verb = view.longest_before(view.back(at), &ISSUED);
        if verb.is_some() || follows {
            issued.push(name);
            follows = true;
        } else if view.before(view.back(at)) == '被' && view.holds(end..(end + 30).min(text.end), &REPORTED)
        {
            reported.push(name);
        }
        at = end + 1;
    }
    let fact = |label: &str, items: Vec<String>| {
        (!items.is_empty()).then(|| Fact { label: label.to_owned(), items, is_open: false })
    };
    [fact("出台文件", issued), fact("报道媒体", reported)].into_iter().flatten().collect()
}

/// 围绕“甲、乙、丙”主题.
fn themes(view: &View, text: Range<usize>) -> Vec<Fact> {
    let mut found = Vec::new();
    for at in text.clone().filter(|&it| view.at(it) == '“') {
        let Some(inner) = view.quoted(at + 1).filter(|it| it.end < text.end) else { continue };
        let behind = view.skip(inner.end + 1);
        let items = items(view, inner);
        if ITEMS.contains(&items.len())
            && view.longest(behind, &["主题", "为主题", "四类主题", "机制", "三大"]).is_some()
        {
            found.push(Fact { label: theme_of(view, behind, text.end), items, is_open: false });
        }
    }
    found
}

/// What the theme is of: 主题开展交流活动 gives 交流活动主题.
fn theme_of(view: &View, behind: usize, end: usize) -> String {
    let clause = behind..view.next_mark(behind, end, &[',', '。', ';', '“', '《']);
    let verb = clause.clone().find_map(|it| {
        let word = view.longest(it, &super::verbs::DOING)?;
        Some(it + word.chars().count())
    });
    let noun = verb.map(|it| view.title(it..clause.end)).unwrap_or_default();
    if (2..=8).contains(&noun.chars().count()) { format!("{noun}主题") } else { "主题".to_owned() }
}

/// 甲、乙、丙等活动: an open list of 活动.
fn lists(view: &View, text: Range<usize>) -> Vec<Fact> {
    let mut found = Vec::new();
    for at in text.clone().filter(|&it| view.at(it) == '等' && view.quoted(it).is_none()) {
        let start = view.last_mark(text.start, at, &[',', '。', ';', ':', '\n']);
        let start = behind_verb(view, start..at);
        let items = items(view, start..at);
        let noun = at + 1..view.next_mark(at + 1, text.end, &[',', '。', ';', ':', '、', '(', '\n']);
        let digit = noun.clone().find(|&it| view.at(it).is_ascii_digit()).unwrap_or(noun.end);
        let label = view.title(noun.start..digit.min(noun.start + *ITEM.end()));
        let has_digit = (start..at).any(|it| view.at(it).is_ascii_digit());
        if ITEMS.contains(&items.len())
            && items.iter().all(|it| ITEM.contains(&it.chars().count()))
            && label.chars().count() >= 2
            && !has_digit
        {
            found.push(Fact { label, items, is_open: true });
        }
    }
    found
}

/// The place behind the last verb before the first mark of a list.
fn behind_verb(view: &View, range: Range<usize>) -> usize {
    let first = view.next_mark(range.start, range.end, &['、', '“', '《']);
    let verb = (range.start..first)
        .rev()
        .find_map(|it| view.longest(it, &super::verbs::DOING).map(|word| it + word.chars().count()));
    verb.filter(|&it| it <= first).unwrap_or(range.start)
}

/// The items of a list: parted by 、, or quoted one behind the other.
fn items(view: &View, range: Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut start = range.start;
    let push = |part: Range<usize>, found: &mut Vec<String>| {
        let is_mark = |at: usize| matches!(view.at(at), '“' | '”' | ' ' | '和' | '、' | '了');
        let Some(from) = part.clone().find(|&it| !is_mark(it)) else { return };
        let to = part.rev().find(|&it| !is_mark(it)).map_or(from, |it| it + 1);
        found.push(view.title(from..to));
    };
    for at in range.clone() {
        let is_quoted = view.quoted(at).is_some_and(|it| it.start > range.start && it.end < range.end);
        if (view.at(at) == '、' && !is_quoted) || (view.at(at) == '”' && view.at(at + 1) == '“') {
            push(start..at, &mut found);
            start = at + 1;
        }
    }
    push(start..range.end, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::draft::view::View;

    #[test]
    fn facts_of_sentences() {
        let rows: [(&str, &str, &[&str]); 4] = [
            ("印发《甲方案》《乙意见》,推动工作。", "出台文件", &["《甲方案》", "《乙意见》"]),
            ("围绕“赛创新、赛效率、赛质量”主题开展交流。", "交流主题", &["赛创新", "赛效率", "赛质量"]),
            ("开展“甲行动”“乙课堂”等活动,", "活动", &["甲行动", "乙课堂"]),
            ("提供旅游讲解、信息咨询等服务。", "服务", &["旅游讲解", "信息咨询"]),
        ];
        for (text, label, items) in rows {
            let view = View::new(text);
            let facts = facts(&view, 0..view.len());
            assert_eq!(facts.len(), 1, "{text}");
            assert_eq!(
                (facts[0].label.as_str(), facts[0].items.iter().map(String::as_str).collect::<Vec<_>>()),
                (label, items.to_vec())
            );
        }
    }
}
