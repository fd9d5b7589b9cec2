//! What is planned and not done: headings and sentences that open a plan, and how far it reaches.
//! Judges no number.

use super::outline::{Heading, Outline};
use super::view::View;
use super::zones::{Zone, Zones};
use std::ops::Range;

/// Words by which a heading announces a plan.
const HEADING: [&str; 14] = [
    "下一步",
    "下步",
    "下阶段",
    "工作计划",
    "工作思路",
    "工作安排",
    "工作打算",
    "努力方向",
    "明年",
    "来年",
    "打算",
    "工作展望",
    "主要目标",
    "下半年",
];
/// Words that open a sentence of a plan.
const OPENINGS: [&str; 14] = [
    "下一步",
    "下步",
    "接下来",
    "下阶段",
    "下一阶段",
    "明年",
    "来年",
    "今后",
    "未来",
    "展望",
    "新的一年",
    "站在新的起点",
    "下一年",
    "下半年,",
];
/// Words by which a sentence without 了 and 已 is a plan, wherever they stand.
const ANNOUNCED: [&str; 8] =
    ["今年将", "今年要", "今年计划", "任务书", "我们将", "将重点", "将努力", "将进一步"];
/// Such words stand among the first so many characters of their sentence.
const NEAR_HEAD: usize = 12;
/// 将 stands within so many characters behind a year.
const REACH: usize = 48;
/// 将 in these words opens no plan.
const NOT_PLANS: [&str; 6] = ["现将", "即将", "将近", "贯穿", "必将", "将军"];
/// Words by which a clause tells a target and not what was done.
const TARGETS: [&str; 12] = [
    "力争",
    "拟",
    "计划开展",
    "计划组织",
    "计划举办",
    "计划培训",
    "计划于",
    "预计",
    "目标任务",
    "确保完成",
    "将开展",
    "将举办",
];

/// Words by which a sentence about a task tells what became of it.
const DONE: [&str; 6] = ["完成", "了", "已", "超额", "落实", "开展"];

/// Whether a paragraph opens a plan.
pub(super) fn opens(view: &View, paragraph: Range<usize>) -> bool {
    let end = view.next_mark(paragraph.start, paragraph.end, &['。']);
    is_plan(view, paragraph.start..end)
        || (end < paragraph.end && is_plan(view, end + 1..view.next_mark(end + 1, paragraph.end, &['。'])))
}

/// Marks every plan of the text.
pub(super) fn mark(view: &View, outline: &Outline, zones: &mut Zones) {
    for (at, heading) in outline.headings.iter().enumerate() {
        if announces(view, heading) {
            zones.add(heading.title.start..reach(view, &outline.headings[at + 1..], heading), Zone::Plan);
        }
    }
    let paragraphs: Vec<&Range<usize>> = outline.stretches.iter().flat_map(|it| &it.paragraphs).collect();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let Some(start) =
            sentences(view, (*paragraph).clone()).into_iter().find(|it| is_plan(view, it.clone()))
        else {
            continue;
        };
        let next = outline
            .headings
            .iter()
            .map(|it| it.title.start)
            .find(|&it| it > start.start)
            .unwrap_or(view.len());
        let opens = at + 1 == paragraphs.len() || opens(view, (*paragraph).clone());
        zones.add(start.start..if opens { next } else { paragraph.end }, Zone::Plan);
    }
    targets(view, &paragraphs, zones);
    assigned(view, &paragraphs, zones);
}

/// Sentences that tell a task which was handed down (市残联下达任务三个,即…), and 任务数 before a number: 省任务数502人.
fn assigned(view: &View, paragraphs: &[&Range<usize>], zones: &mut Zones) {
    for paragraph in paragraphs {
        for sentence in sentences(view, (*paragraph).clone()) {
            let is_task = view.holds(sentence.clone(), &["任务"]) && view.holds(sentence.clone(), &["下达"]);
            if is_task && !view.holds(sentence.clone(), &DONE) {
                zones.add(sentence.clone(), Zone::Plan);
            }
            let marks = sentence.clone().filter(|&it| view.starts(it, "任务数"));
            marks.for_each(|it| {
                let end = view.next_mark(it, sentence.end, &[',', ')', '、', ';']);
                zones.add(it..end, Zone::Plan);
            });
        }
    }
}

/// Clauses that tell a target.
fn targets(view: &View, paragraphs: &[&Range<usize>], zones: &mut Zones) {
    for paragraph in paragraphs {
        let mut start = paragraph.start;
        while start < paragraph.end {
            let end = view.next_mark(start, paragraph.end, &[',', '。', ';']);
            let is_done = view.holds(start..end, &["了", "已"]);
            // 努力争取 holds 力争.
            let strives = view
                .find(start..end, "力争")
                .is_some_and(|it| view.at(it + 2) == '取' || view.before(it) == '努');
            if !is_done
                && !strives
                && view.holds(start..end, &TARGETS)
                && !view.holds(start..end, &["模拟", "虚拟"])
            {
                zones.add(start..end, Zone::Plan);
            }
            start = end + 1;
        }
    }
}

/// Whether a heading announces a plan; one that also tells what was done does not.
fn announces(view: &View, heading: &Heading) -> bool {
    let title = heading.title.clone();
    let done = view.holds(title.clone(), &["总结", "完成", "开展情况", "回顾", "上半年"]);
    let outside = |word: &str| view.find(title.clone(), word).is_some_and(|at| view.quoted(at).is_none());
    !done && HEADING.iter().any(|it| outside(it))
}

/// Where the plan below a heading ends: at the next heading of its rank or above.
fn reach(view: &View, later: &[Heading], heading: &Heading) -> usize {
    later.iter().find(|it| it.rank <= heading.rank).map_or(view.len(), |it| it.title.start)
}

fn sentences(view: &View, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    while start < paragraph.end {
        let end = view.next_mark(start, paragraph.end, &['。', '!', '?']);
        found.push(view.trim(start..end));
        start = end + 1;
    }
    found
}

/// 下一步,… or 2025年,我们将…: the sentence opens a plan.
fn is_plan(view: &View, sentence: Range<usize>) -> bool {
    let head = sentence.start..(sentence.start + NEAR_HEAD).min(sentence.end);
    let opens =
        OPENINGS.iter().any(|it| view.find(head.clone(), it).is_some_and(|at| view.quoted(at).is_none()));
    let announced = view.holds(sentence.clone(), &ANNOUNCED)
        && !view.holds(sentence.clone(), &["了", "已", "累计", "截至"]);
    opens || announced || is_year_to_come(view, sentence)
}

/// 2025年,我们将: a year at the head, and 将 soon behind it.
fn is_year_to_come(view: &View, sentence: Range<usize>) -> bool {
    let head = sentence.start..(sentence.start + NEAR_HEAD).min(sentence.end);
    let is_year = |&at: &usize| {
        (at..at + 4).all(|it| view.at(it).is_ascii_digit())
            && view.starts(at, "20")
            && view.starts(view.skip(at + 4), "年")
    };
    let Some(year) = head.into_iter().find(is_year) else { return false };
    let reach = year..(year + REACH).min(sentence.end);
    let wills = |&at: &usize| {
        let is_word =
            |word: &&str| (0..word.chars().count()).any(|back| at >= back && view.starts(at - back, word));
        view.at(at) == '将' && view.quoted(at).is_none() && !NOT_PLANS.iter().any(is_word)
    };
    reach.into_iter().any(|it| wills(&it)) && !view.holds(sentence, &["贯穿", "了"])
}

#[cfg(test)]
mod tests {
    use super::opens;
    use crate::draft::view::View;

    #[test]
    fn sentences_that_open_a_plan() {
        let rows = [
            ("下一步,我们将继续开展活动。", true),
            ("2025年,全市将全面参与建设,开展活动50场。", true),
            ("2024年,全市共开展活动50场。", false),
            ("现将2023年工作总结如下。", false),
            ("2023年,将党史学习贯穿始终。", false),
            ("团市委今年将打造青年驿站3个以上。", true),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            assert_eq!(opens(&view, 0..view.len()), expected, "{text}");
        }
    }
}
