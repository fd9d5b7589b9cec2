//! What a figure counts, in a few words of its clause (rules R1 to R9), with a topic where the words alone are bare.
//! Makes no aliases; every label is cut from the text.

use super::clauses::Clause;
use super::numbers::Number;
use super::verbs::{BEHIND, CONTENT, COVERAGE, DOING};
use super::view::View;
use crate::text::is_hanzi;
use std::ops::Range;

/// What is counted, and where the words for it stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Label {
    /// The words, as shown.
    pub(super) text: String,
    /// The noun alone, folded.
    pub(super) noun: String,
    /// A verb of content that stands before the number: 培训, 覆盖.
    pub(super) verb: String,
    /// Whether the noun stands behind the number.
    pub(super) is_behind: bool,
    /// Verbs of doing that it took from the item before it.
    pub(super) shared: String,
    /// Other cuts of the same words: with the verb of doing, without 我市.
    pub(super) others: Vec<String>,
    /// Whether the label is bare: it says 活动 or 资金 and not of what.
    pub(super) is_bare: bool,
}

/// A label has at most so many characters.
const LONGEST: usize = 24;
/// A left side longer than this is cut behind its last verb of doing.
const LONG: usize = 16;
/// Words before which a subject or a count ends.
const COUNT_WORDS: [&str; 16] = [
    "累计",
    "共计",
    "共有",
    "现有",
    "拥有",
    "合计",
    "全年共",
    "全年",
    "年均",
    "每年",
    "总计",
    "一共",
    "先后",
    "截至目前",
    "目前",
    "已",
];
/// Words at the end of a left side that are no part of what is counted.
const TAILS: [&str; 35] = [
    "中获得",
    "获得",
    "荣获",
    "达到",
    "超过",
    "突破",
    "不少于",
    "将近",
    "新增",
    "共计",
    "合计",
    "累计",
    "总计",
    "分别",
    "均",
    "达",
    "超",
    "近",
    "约",
    "逾",
    "破",
    "共",
    "为",
    "有",
    "了",
    "各",
    "已",
    "等",
    "的",
    "至",
    "价值",
    "是",
    "上",
    "一共",
    "到",
];
/// Subjects at the head of a left side.
const SUBJECTS: [&str; 28] = [
    "在全县",
    "在全市",
    "在全区",
    "在全省",
    "截至",
    "截止",
    "全市各级团组织",
    "全市各级红十字会",
    "全省各级红十字会",
    "各级团组织",
    "各级红十字会",
    "全市红十字系统",
    "全市工会",
    "全市",
    "全省",
    "全县",
    "全区",
    "全镇",
    "全系统",
    "我市",
    "我县",
    "我区",
    "我镇团委",
    "我街道",
    "团市委",
    "团县委",
    "团区委",
    "其中",
];
/// Bare nouns: they need a topic.
const BARE: [&str; 34] = [
    "活动",
    "话题",
    "信息",
    "问题",
    "岗位",
    "资金",
    "金额",
    "人数",
    "人次",
    "青年",
    "学生",
    "单位",
    "项目",
    "课程",
    "培训",
    "慰问金",
    "款物",
    "资助金额",
    "阅读量",
    "点击率",
    "浏览量",
    "作品",
    "节目",
    "志愿活动",
    "主题活动",
    "实践活动",
    "个人",
    "集体",
    "推送",
    "粉丝",
    "服务",
    "队伍",
    "物资",
    "会员",
];
/// Marks and words that are stripped from both sides of a noun.
const JOINTS: [char; 11] = ['、', ',', '的', ' ', '和', '及', '与', '并', '。', ':', '—'];

/// The label of one figure from its clause alone.
pub(super) fn label(view: &View, number: &Number, clause: &Clause) -> Label {
    let behind = noun_behind(view, number, clause);
    match behind {
        Some(noun) => label_behind(view, clause, noun),
        None => label_before(view, clause),
    }
}

/// The noun behind the unit, if one stands there.
fn noun_behind(view: &View, number: &Number, clause: &Clause) -> Option<Range<usize>> {
    let mut range = view.trim(clause.behind.clone());
    if range.is_empty() || !is_word(view.at(range.start)) || number.printed.end > range.start {
        return None;
    }
    let line_end = view.next_mark(number.printed.end, range.start, &['\n']);
    let is_joined = clause.has_next && view.longest(range.start, &["和", "及", "与", "以及", "并"]).is_some();
    if line_end < range.start || is_joined || view.longest(range.start, &BEHIND).is_some() {
        return None;
    }
    if view.starts(range.start, "的") {
        range.start += 1;
    }
    for word in ["人民币", "以上", "左右"] {
        if view.starts(range.start, word) {
            range.start += word.chars().count();
        }
    }
    let cut = cut_noun(view, range, clause.has_next);
    (!cut.is_empty()).then_some(cut)
}

fn is_word(letter: char) -> bool {
    is_hanzi(letter) || letter.is_ascii_alphanumeric() || matches!(letter, '“' | '《' | '(')
}

/// The noun without what belongs to the next figure, adjectives before 的, and a predicate that is too long.
fn cut_noun(view: &View, range: Range<usize>, has_next: bool) -> Range<usize> {
    let mut range = strip(view, range);
    for tail in ["等", "手中", "左右", "以上"] {
        if view.ends(range.end, tail) && range.len() > tail.chars().count() + 1 {
            range = strip(view, range.start..range.end - tail.chars().count());
        }
    }
    // 建设者 is a noun.
    let is_verb = |at: usize, word: &str| view.at(at + word.chars().count()) != '者';
    let verbs = |at: &usize| {
        let doing = view.longest(*at, &DOING).filter(|it| it.chars().count() > 1);
        view.quoted(*at).is_none() && doing.or(view.longest(*at, &CONTENT)).is_some_and(|it| is_verb(*at, it))
    };
    if has_next {
        let is_bracketed = |at: usize| {
            let open = view.last_mark(range.start, at, &['(', ')']);
            open > range.start && view.before(open) == '('
        };
        let joint = |&at: &usize| view.at(at) == '、' && view.quoted(at).is_none() && !is_bracketed(at);
        // 希望小学4所、教师1人: behind the 、 stands the next figure's noun, where no verb follows.
        if let Some(end) =
            range.clone().skip(1).find(joint).filter(|&it| !(it..range.end).any(|at| verbs(&at)))
        {
            range = strip(view, range.start..end);
        }
        let from = (range.start + 2).min(range.end);
        if let Some(end) = (from..range.end).find(verbs) {
            range = strip(view, range.start..end);
        }
        for joint in ["与", "向", "对", "到", "在", "从", "为", "按照", "现场"] {
            let is_word = |at: &usize| view.longest(*at, &["对象", "对口", "对接", "到位", "对子"]).is_none();
            if let Some(at) = view.find(from.min(range.end)..range.end, joint).filter(is_word) {
                range = strip(view, range.start..at);
            }
        }
    }
    if range.len() > LONG {
        for word in ["按照", "根据", "围绕", "通过"] {
            if let Some(at) = view.find((range.start + 2).min(range.end)..range.end, word) {
                range = strip(view, range.start..at);
            }
        }
    }
    let particle =
        (range.start..range.end).rev().find(|&it| view.at(it) == '的' && view.quoted(it).is_none());
    if let Some(at) = particle
        .filter(|&it| range.end - it > 2 && (view.holds(range.start..it, &["、"]) || range.len() > LONG))
    {
        range.start = at + 1;
    }
    if range.len() > LONG {
        let from = range.start + 2;
        let end =
            (from..range.end).find(|it| verbs(it) || (view.at(*it) == '、' && view.quoted(*it).is_none()));
        range = strip(view, range.start..end.unwrap_or(range.end).min(range.start + LONGEST));
    }
    range
}

/// A range without joints, blanks and particles at its sides.
fn strip(view: &View, range: Range<usize>) -> Range<usize> {
    let Some(start) = range.clone().find(|&it| !JOINTS.contains(&view.at(it))) else {
        return range.start..range.start;
    };
    let end = range.rev().find(|&it| !JOINTS.contains(&view.at(it))).map_or(start, |it| it + 1);
    start..end.max(start)
}

fn label_behind(view: &View, clause: &Clause, noun: Range<usize>) -> Label {
    let left = strip_tail(view, strip(view, clause.before.clone()));
    let verb = last_content_verb(view, left.clone());
    let words = view.title(noun.clone());
    let is_bare = BARE.contains(&view.folded(noun.clone()).as_str());
    let noun_words = view.folded(noun);
    let full = view.title(behind_count_words(view, behind_subject(view, left)));
    Label {
        text: format!("{}{words}", verb.as_deref().unwrap_or_default()),
        others: others(&[format!("{full}{words}")]),
        noun: noun_words,
        verb: verb.unwrap_or_default(),
        is_behind: true,
        is_bare,
        shared: String::new(),
    }
}

/// The verb of content at the end of the left side: 推荐|35名.
fn last_content_verb(view: &View, left: Range<usize>) -> Option<String> {
    let mut end = left.end;
    for word in ["全市", "全省", "全县", "全区", "辖区", "我市", "我县", "我区", "了", "各类"]
    {
        if view.ends(end, word) && end - word.chars().count() >= left.start {
            end -= word.chars().count();
        }
    }
    let verb = view.longest_before(end, &CONTENT)?;
    (end - verb.chars().count() >= left.start).then(|| verb.to_owned())
}

/// A left side without 达, 共 and the like at its end.
fn strip_tail(view: &View, range: Range<usize>) -> Range<usize> {
    let mut range = strip(view, range);
    while let Some(word) = view.longest_before(range.end, &TAILS) {
        let length = word.chars().count();
        if length > range.len() || view.quoted(range.end - 1).is_some() {
            break;
        }
        range = strip(view, range.start..range.end - length);
    }
    range
}

fn label_before(view: &View, clause: &Clause) -> Label {
    let tail = view.trim(clause.behind.clone());
    let left = strip_tail(view, own_words(view, clause));
    let left = behind_count_words(view, behind_subject(view, left));
    // 其中100万元为扶贫专款: what is counted stands behind.
    let is_part_alone = view.folded(left.clone()) == "其中";
    let left = if is_part_alone { left.end..left.end } else { left };
    let tail = if is_part_alone { behind_is(view, tail) } else { tail };
    let mut range = strip_doing(view, left.clone());
    // 依托“甲”开展宣讲: the name stands for the means, and is told as a programme.
    let opens_with_name = matches!(view.at(range.start), '“' | '《');
    if range.len() > LONG || opens_with_name {
        range = behind_last_doing(view, range);
    }
    range = behind_list(view, range);
    if range.is_empty() {
        range = left.clone();
    }
    let verb = view.longest(range.start, &CONTENT).unwrap_or_default().to_owned();
    // 3人被评为志愿者: all that is said stands behind.
    if range.is_empty() && !tail.is_empty() && !clause.has_next {
        range = tail.start..tail.end.min(tail.start + LONGEST);
    }
    let mut text = view.title(range.clone());
    if let Some(predicate) = view
        .longest(tail.start, &["参与", "参加", "观看", "受益", "报名"])
        .filter(|_| !tail.is_empty() && !text.contains("参"))
    {
        text.push_str(predicate);
    }
    let noun = view.folded(range);
    let is_bare = BARE.contains(&noun.as_str()) || noun.chars().count() <= 2;
    let others = others(&[view.title(left), text.clone()]);
    Label { text, others, noun, verb, is_behind: false, is_bare, shared: String::new() }
}

/// What stands behind 为 and 用于 at the head.
fn behind_is(view: &View, range: Range<usize>) -> Range<usize> {
    let word = view.longest(range.start, &["为", "是", "用于", "系"]);
    range.start + word.map_or(0, |it| it.chars().count())..range.end
}

/// The cuts, and each without 我市, 全市 and 各类 inside.
fn others(cuts: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for cut in cuts {
        let plain = INSERTED.iter().fold(cut.clone(), |it, word| it.replace(word, ""));
        found.push(cut.clone());
        found.push(plain);
    }
    found
}

/// Words in the midst of a label that say nothing of what is counted.
const INSERTED: [&str; 14] = [
    "我市",
    "我县",
    "我区",
    "我镇",
    "全市",
    "全省",
    "全县",
    "全区",
    "全镇",
    "各类",
    "形式多样",
    "辖区",
    "广大",
    "其他",
];

/// The left side without the noun of the figure before it: 164个|项目|发放扶持资金758万元.
fn own_words(view: &View, clause: &Clause) -> Range<usize> {
    let range = clause.before.clone();
    let is_verb = |&at: &usize| {
        let is_doing = view.longest(at, &DOING).is_some_and(|it| it.chars().count() >= 2);
        view.quoted(at).is_none() && (is_doing || view.longest(at, &CONTENT).is_some())
    };
    if clause.is_first || clause.is_listed {
        return range;
    }
    range.clone().find(is_verb).map_or(range.clone(), |it| it..range.end)
}

/// Drops a time and a subject at the head.
fn behind_subject(view: &View, range: Range<usize>) -> Range<usize> {
    let mut range = behind_last_year(view, strip(view, range));
    loop {
        range = behind_year(view, range);
        let word = view.longest(range.start, &SUBJECTS).or_else(|| {
            view.longest(
                range.start,
                &[
                    "今年以来",
                    "今年",
                    "一年来",
                    "五年来",
                    "期间",
                    "年内",
                    "同时",
                    "并",
                    "还",
                    "共计",
                    "共有",
                    "共",
                    "已",
                ],
            )
        });
        let is_other = |it: &str| {
            it == "共" && view.longest(range.start + 1, &super::qualifiers::BEHIND_TOGETHER).is_some()
        };
        match word.filter(|it| it.chars().count() + 1 < range.len() && !is_other(it)) {
            Some(word) => range = strip(view, range.start + word.chars().count()..range.end),
            None => return range,
        }
    }
}

/// What stands behind the last 2023年 of a left side: 某市总工会2023年|会员.
fn behind_last_year(view: &View, range: Range<usize>) -> Range<usize> {
    let is_year = |&at: &usize| {
        view.at(at) == '年'
            && at >= range.start + 4
            && (at - 4..at).all(|it| view.at(it).is_ascii_digit())
            && view.quoted(at).is_none()
    };
    match range.clone().rev().find(is_year) {
        Some(at) if range.end - at > 2 => behind_year(view, at - 4..range.end),
        _ => range,
    }
}

/// Drops 2021年 and 2021年底 at the head.
fn behind_year(view: &View, range: Range<usize>) -> Range<usize> {
    let digits = range.clone().take_while(|&it| view.at(it).is_ascii_digit()).count();
    if digits != 4 || !view.starts(view.skip(range.start + digits), "年") {
        return range;
    }
    let behind = view.skip(range.start + digits) + 1;
    let behind = behind + usize::from(matches!(view.at(behind), '底' | '末' | '度'));
    if behind + 2 > range.end { range } else { strip(view, behind..range.end) }
}

/// What stands behind the last 累计, 共有 and so on, if something does.
fn behind_count_words(view: &View, range: Range<usize>) -> Range<usize> {
    let end_of = |at: usize| view.longest(at, &COUNT_WORDS).map(|it| at + it.chars().count());
    let last = range.clone().rev().filter(|&it| view.quoted(it).is_none()).find_map(end_of);
    let last =
        last.or_else(|| lone_together(view, range.clone())).or_else(|| lone_having(view, range.clone()));
    match last.filter(|&it| range.end.saturating_sub(it) >= 2) {
        // 慈善资金累计结余: the word behind says only in what way.
        Some(end) if range.end - end <= 2 => with_noun_before(view, range, end),
        Some(end) => strip(view, end..range.end),
        None => range,
    }
}

/// 资金|累计|结余: both sides of a count word, where the left one is a noun; else what stands behind it.
fn with_noun_before(view: &View, range: Range<usize>, end: usize) -> Range<usize> {
    let is_balance = view.longest(end, &["结余", "收入", "支出", "到账"]).is_some();
    if is_balance { range } else { strip(view, end..range.end) }
}

/// The place behind a 共 that counts.
fn lone_together(view: &View, range: Range<usize>) -> Option<usize> {
    let is_count = |&at: &usize| {
        view.at(at) == '共' && view.quoted(at).is_none() && view.longest(at + 1, &DOING).is_some()
    };
    range.into_iter().find(is_count).map(|it| it + 1)
}

/// The place behind 有 with a subject before it: 全市有, 团组织有.
fn lone_having(view: &View, range: Range<usize>) -> Option<usize> {
    let is_subject = |letter: char| "省市县区镇乡校会织统".contains(letter);
    let has = |&at: &usize| view.at(at) == '有' && is_subject(view.before(at)) && view.quoted(at).is_none();
    range.into_iter().find(has).map(|it| it + 1)
}

/// Drops verbs of doing at the head, one after another.
fn strip_doing(view: &View, range: Range<usize>) -> Range<usize> {
    let mut range = strip(view, range);
    while let Some(word) =
        view.longest(range.start, &DOING).or_else(|| view.longest(range.start, &["了", "各类", "一批", "好"]))
    {
        let length = word.chars().count();
        if length + 2 > range.len() {
            break;
        }
        range = strip(view, range.start + length..range.end);
    }
    range
}

/// A long left side is cut behind its last verb of doing outside of names.
fn behind_last_doing(view: &View, range: Range<usize>) -> Range<usize> {
    let verb = |at: &usize| {
        let word = view.longest(*at, &DOING).filter(|it| it.chars().count() >= 2)?;
        (view.quoted(*at).is_none() && range.end - at - word.chars().count() >= 2)
            .then(|| at + word.chars().count())
    };
    match range.clone().rev().find_map(|it| verb(&it)) {
        Some(start) => strip_doing(view, start..range.end),
        None => range,
    }
}

/// 甲、乙等话题: what the list is of, with the name if it is the only one.
fn behind_list(view: &View, range: Range<usize>) -> Range<usize> {
    let place = range.clone().rev().find(|&it| view.at(it) == '等' && view.quoted(it).is_none());
    let Some(at) = place.filter(|&it| range.end - it >= 3) else { return shorten(view, range) };
    let items = view.folded(range.start..at);
    let names = items.matches('“').count() + items.matches('《').count();
    if names == 1 && range.len() <= LONGEST { range } else { strip(view, at + 1..range.end) }
}

/// The end of words that are too long for a label.
fn shorten(view: &View, range: Range<usize>) -> Range<usize> {
    if range.len() <= LONGEST + 8 {
        return range;
    }
    let from = range.end - LONGEST;
    let start = (from..range.end).find(|&it| matches!(view.at(it), '、' | '的' | '”') && range.end - it > 4);
    strip(view, start.map_or(from, |it| it + 1)..range.end)
}

/// Whether a label says how far something reached: 覆盖, 参与.
pub(super) fn is_coverage(label: &Label) -> bool {
    COVERAGE.iter().any(|it| label.verb == *it || label.noun.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::draft::clauses::clause;
    use crate::draft::ledger::ledger;
    use crate::draft::numbers::numbers;
    use crate::draft::view::View;
    use crate::draft::zones::Zones;

    #[test]
    fn labels_of_clauses() {
        let rows: [(&str, &[&str]); 16] = [
            ("推荐35名团干部参加培训。", &["推荐团干部参加培训"]),
            ("开展技能培训23期,", &["技能培训"]),
            ("实现全市8588个团组织、4993个中队学习全覆盖。", &["团组织", "中队学习全覆盖"]),
            ("我镇团委共有团支部34个,共有团员1273名。", &["团支部", "团员"]),
            ("组织各类实践营226场,覆盖少先队员2.3万余人。", &["实践营", "覆盖少先队员"]),
            ("向164个项目发放扶持资金758万元,", &["项目", "扶持资金"]),
            ("发布“甲”“乙”等话题320期,", &["话题"]),
            ("学社衔接率达100%;", &["学社衔接率"]),
            ("24.1万名素质高、带动能力强的“好青年”建功", &["“好青年”建功"]),
            ("吸引24000余人次参与。", &["吸引参与"]),
            ("县财政资助130万元(其中100万元为扶贫专款)。", &["县财政资助", "扶贫专款"]),
            ("1.用于各类救助支出1308.94万元,", &["救助支出"]),
            ("(2)济困279.94万元,", &["济困"]),
            ("截止2021年底慈善资金累计结余3051.19万元。", &["慈善资金累计结余"]),
            ("2021年提取慈善基金126.63万元,", &["提取慈善基金"]),
            ("颁发基础章2,964枚、特色章512枚,", &["颁发基础章", "特色章"]),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            let entries = ledger(&view, numbers(&view), &Zones::default());
            let read = |at: usize| label(&view, &entries[at].number, &clause(&view, &entries, at)).text;
            let labels: Vec<String> =
                (0..entries.len()).filter(|&it| entries[it].waived.is_none()).map(read).collect();
            assert_eq!(labels, expected, "{text}");
        }
    }
}
