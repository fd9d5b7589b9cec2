//! Programmes: the named projects, events and teams of a paragraph, quoted or told by their ending.
//! Knows no figures; which name a figure is about is decided by where they stand.

use super::view::View;
use crate::text::is_hanzi;
use std::ops::Range;

/// A name, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

/// A name has so many characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=24;
/// Quoted words that name nothing that was run.
const NO_PROGRAMMES: [&str; 14] = [
    "五四运动",
    "回头看",
    "两个确立",
    "两个维护",
    "四个意识",
    "四个自信",
    "五个认同",
    "三会一课",
    "三会两制一课",
    "第一议题",
    "引领",
    "服务",
    "十四五",
    "两癌",
];
/// Verbs before a quoted phrase that is rhetoric and ends its sentence.
const RHETORIC: [&str; 8] = ["加强", "坚持", "推动", "突出", "实现", "做到", "擦亮", "当好"];
/// What stands behind a list of slogans.
const THEMES: [&str; 4] = ["主题", "为主题", "机制", "四类"];
/// Verbs before a project that is not quoted.
const BEFORE_PROJECT: [&str; 12] =
    ["实施", "推动", "推进", "深化", "做实", "组建", "建成", "启动", "举办", "开展", "打造", "成立"];
/// Endings of such a project.
const PROJECT_ENDINGS: [&str; 12] = [
    "计划",
    "工程",
    "行动",
    "项目",
    "突击队",
    "走播队",
    "志愿队",
    "之家",
    "大赛",
    "夏令营",
    "专栏",
    "培训班",
];
/// Such a project has at most so many characters.
const LONGEST_PROJECT: usize = 17;

/// The programmes of a stretch of text, in order, each once.
pub(super) fn programmes(view: &View, text: Range<usize>) -> Vec<Name> {
    let mut found: Vec<Name> = quoted(view, text.clone());
    found.extend(unquoted(view, text));
    found.sort_by_key(|it| it.range.start);
    let mut once: Vec<Name> = Vec::new();
    for name in found {
        if !once.iter().any(|it| it.text == name.text) {
            once.push(name);
        }
    }
    once
}

fn quoted(view: &View, text: Range<usize>) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = text.start;
    while at < text.end {
        if view.at(at) != '“' {
            at += 1;
            continue;
        }
        let Some(inner) = view.quoted(at + 1).filter(|it| it.end < text.end) else {
            at += 1;
            continue;
        };
        if is_programme(view, inner.clone()) {
            found.push(Name { text: view.title(inner.clone()), range: inner.clone() });
        }
        at = inner.end + 1;
    }
    found
}

fn is_programme(view: &View, inner: Range<usize>) -> bool {
    let words = view.folded(inner.clone());
    let behind = view.skip(inner.end + 1);
    let before = view.back(inner.start - 1);
    let is_title_part = view.quoted(inner.start - 1).is_some_and(|it| view.before(it.start) == '《');
    let is_theme = words.contains('、') && view.longest(behind, &THEMES).is_some();
    let is_rhetoric =
        view.longest_before(before, &RHETORIC).is_some() && matches!(view.at(behind), '。' | ',');
    let is_description = view.at(behind) == '的' || view.starts(behind, "青年发展型");
    let is_sentence = words.contains(['。', ',', ';', '、']);
    let is_count = words.chars().count() == 3 && words.contains('个');
    LENGTH.contains(&words.chars().count())
        && !NO_PROGRAMMES.contains(&words.as_str())
        && !(is_title_part || is_theme || is_rhetoric || is_description || is_sentence || is_count)
}

/// 实施青年电商培育工程: a verb and an ending with no mark between them.
fn unquoted(view: &View, text: Range<usize>) -> Vec<Name> {
    let mut found = Vec::new();
    for at in text.clone() {
        let Some(verb) = view.longest(at, &BEFORE_PROJECT) else { continue };
        let start = at + verb.chars().count();
        let reach = start..(start + LONGEST_PROJECT).min(text.end);
        let stops = |it: &usize| {
            !(is_hanzi(view.at(*it)) || view.at(*it).is_ascii_alphabetic() || view.at(*it) == '·')
        };
        let end = reach.clone().find(stops).unwrap_or(reach.end);
        let endings = (start + 3..end)
            .filter_map(|it| view.longest(it, &PROJECT_ENDINGS).map(|word| it + word.chars().count()));
        let Some(end) = endings.filter(|&it| it <= end).max() else { continue };
        let has_verb = (start..end).any(|it| view.longest(it, &BEFORE_PROJECT).is_some())
            || view.at(start) == '了'
            || view.holds(start..end, &["的", "等", "和"]);
        if !has_verb && view.quoted(at).is_none() {
            found.push(Name { text: view.title(start..end), range: start..end });
        }
    }
    found
}

/// The names that a figure is about: those of its sentence between the figure before it and the figure, else those before it.
pub(super) fn about<'n>(
    names: &'n [Name],
    sentence: &Range<usize>,
    figure: &Range<usize>,
    limits: (usize, usize),
) -> Vec<&'n Name> {
    let (earlier, next) = limits;
    let own = |it: &&Name| (earlier..next).contains(&it.range.start) && sentence.contains(&it.range.start);
    let between: Vec<&Name> = names.iter().filter(own).collect();
    if !between.is_empty() {
        return between;
    }
    let mut before =
        names.iter().filter(|it| sentence.contains(&it.range.start) && it.range.end <= figure.start);
    before.next_back().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::programmes;
    use crate::draft::view::View;

    #[test]
    fn names_of_programmes() {
        let rows: [(&str, &[&str]); 6] = [
            ("依托“青年夜校”“乡村大讲堂”开展活动。", &["青年夜校", "乡村大讲堂"]),
            ("加强“顶层设计”。召开会议。", &[]),
            ("印发《“某某”方案》。", &[]),
            ("围绕“赛创新、赛效率”主题开展活动", &[]),
            ("实施青年电商培育工程。组建队伍", &["青年电商培育工程"]),
            ("引导青年增进“五个认同”。", &[]),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            let names: Vec<String> = programmes(&view, 0..view.len()).into_iter().map(|it| it.text).collect();
            assert_eq!(names, expected, "{text}");
        }
    }
}
