//! Says of every number whether it is a figure of achievement, and if not, why not.
//! Knows nothing of labels; where plans, headings and the page's own lines stand is `zones`' to say.

use super::numbers::{LONGEST_VALUE, NUMERALS, Number};
use super::view::View;
use super::zones::{Zone, Zones};
use crate::text::is_hanzi;
use std::ops::Range;

/// A number and what became of it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The number.
    pub(super) number: Number,
    /// What the ledger shows: the number with the words that tell which one it is.
    pub(super) printed: Range<usize>,
    /// Why it is no figure; none for a figure.
    pub(super) waived: Option<&'static str>,
}

/// Words before a number by which it is about so much: they make a figure of 百余次 and of a number without a unit.
pub(super) const BOUNDS: [&str; 12] =
    ["不少于", "将近", "超过", "突破", "接近", "近", "约", "超", "逾", "破", "达到", "达"];
/// Numbers of services, which people dial.
const HOTLINES: [&str; 10] =
    ["12355", "12345", "12338", "12351", "12348", "12356", "12320", "110", "120", "119"];
/// Words behind a number that is part of a name.
const NAME_ENDINGS: [&str; 12] =
    ["后", "高校", "基地", "工作法", "体系", "模式", "机制", "工程", "计划", "行动", "号文", "专线"];
/// What the ledger says of comparisons.
pub(super) const DERIVED_REASON: &str = "同比等派生数";
/// Comparisons with an earlier time: the number was derived from two others.
const DERIVED: [&str; 16] = [
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上一年",
    "同期",
    "增长",
    "增幅",
    "上升",
    "下降",
    "提升了",
    "提高了",
    "增加了",
    "翻了",
];
/// Shares of another number of the text or of a target: derived, though no earlier time is named.
const SHARES: [&str; 7] = ["占", "完成率", "完成全年", "完成年度", "完成目标", "完成任务", "完成计划"];
/// Units of derived numbers, where no comparison is needed to tell them.
const ALWAYS_DERIVED: [&str; 3] = ["百分点", "个百分点", "倍"];
/// Measures that make a figure of a small number in Chinese numerals: 三户, 两家.
const COUNTED_IN_WORDS: [&str; 22] = [
    "家", "户", "批次", "名", "人", "例", "支", "所", "场", "场次", "位", "人次", "元", "期", "处", "间",
    "辆", "台", "对", "封", "篇", "部",
];
/// What 两个 and 三个 count where they are figures: things that stand somewhere, not points of a list.
const COUNTED_THINGS: [&str; 14] = [
    "班级", "社区", "村", "学校", "中队", "大队", "基地", "家庭", "乡镇", "街道", "企业", "县", "单位",
    "支部",
];
/// What a number of points counts.
const KINDS: [&str; 8] = ["方面", "主题", "环节", "维度", "层面", "阶段", "板块", "步骤"];
/// What 两项 and 六项 count where they are figures.
const HONOURS: [&str; 4] = ["荣誉", "表彰", "大奖", "奖项"];
/// Measures of points of a list, of orders and of kinds: in words they make no figure.
const LISTED: [&str; 28] = [
    "个", "大", "类", "种", "项", "方面", "条", "步", "级", "届", "次", "年", "月", "日", "岁", "周年", "季",
    "期", "层", "面", "点", "线", "会", "天", "位", "道", "件", "周",
];

/// The ledger of a text: every run of digits and every Chinese numeral that counts, in order.
pub(super) fn ledger(view: &View, numbers: Vec<Number>, zones: &Zones) -> Vec<Entry> {
    let mut entries = Vec::new();
    for number in numbers {
        let waived = match number.is_arabic {
            true => arabic(view, &number, zones),
            false => match chinese(view, &number, zones) {
                Reading::Figure => None,
                Reading::Waived(reason) => Some(reason),
                Reading::Word => continue,
            },
        };
        let printed = shown(view, &number, waived.is_some());
        entries.push(Entry { number, printed, waived });
    }
    waive_repeated_titles(view, &mut entries, zones);
    entries
}

/// What a Chinese numeral is.
enum Reading {
    Figure,
    Waived(&'static str),
    /// It is a character of a word and counts nothing.
    Word,
}

/// Why a number in digits is no figure; none where it is one.
fn arabic(view: &View, number: &Number, zones: &Zones) -> Option<&'static str> {
    let rules: [fn(&Near<'_>) -> Option<&'static str>; 11] =
        [kinds, date, year, month, edition, list_number, span, ordinal, hotline, name, derived];
    let near = Near { view, number };
    let zone = zones.of(number.value.start);
    let by_place = match zone {
        Some(Zone::Page) => Some("网页残留"),
        Some(Zone::Table) => Some("表格"),
        _ => None,
    };
    let by_rule = rules.iter().find_map(|rule| rule(&near));
    let by_plan = (zone == Some(Zone::Plan)).then_some("计划");
    let too_long = (number.value.len() > LONGEST_VALUE).then_some("编号");
    by_rule.or(by_place).or(by_plan).or(too_long).or_else(|| no_unit(&near))
}

/// A number and the text round it.
struct Near<'v> {
    view: &'v View,
    number: &'v Number,
}

impl Near<'_> {
    fn value(&self) -> String {
        self.view.folded(self.number.value.clone())
    }

    /// The character right before the number.
    fn before(&self) -> char {
        self.view.before(self.number.value.start)
    }

    /// The character before the number, blanks aside.
    fn last(&self) -> char {
        self.view.before(self.view.back(self.number.value.start))
    }

    /// Where the text goes on behind the digits, blanks aside.
    fn behind(&self) -> usize {
        self.view.skip(self.number.value.end)
    }

    fn measure(&self) -> String {
        self.view.folded(self.number.measure.clone())
    }

    /// The clause before the number.
    fn clause(&self) -> Range<usize> {
        let start = self.number.value.start;
        self.view.last_mark(
            start.saturating_sub(LONGEST_CLAUSE),
            start,
            &[',', '。', ';', ':', '!', '?', '\n'],
        )..start
    }
}

/// 以“甲、乙”4个主题: points of a list that stands there.
fn kinds(near: &Near<'_>) -> Option<&'static str> {
    let behind = near.view.skip(near.number.printed.end);
    let is_kind = near.measure() == "个" && near.view.longest(behind, &KINDS).is_some();
    is_kind.then_some("泛指或列项")
}

/// 2024-01-11, 16:02, 2022/8/17.
fn date(near: &Near<'_>) -> Option<&'static str> {
    let is_part =
        |at: usize| near.view.at(at).is_ascii_digit() || matches!(near.view.at(at), '-' | ':' | '/' | '.');
    let (start, end) = (near.number.value.start, near.number.value.end);
    let from = (0..start).rev().take_while(|&it| is_part(it)).last().unwrap_or(start);
    let to = (end..near.view.len()).take_while(|&it| is_part(it)).last().map_or(end, |it| it + 1);
    let run = near.view.folded(from..to);
    let groups: Vec<&str> = run.split(['-', ':', '/', '.']).filter(|it| !it.is_empty()).collect();
    let is_date = groups.len() >= 3 && groups.iter().any(|it| is_year(it));
    let is_clock = groups.len() >= 2 && run.contains(':') && groups.iter().all(|it| it.len() <= 2);
    let is_link = run.contains("//");
    (is_date || is_clock || is_link).then_some("日期")
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// 2024年, 2020级, 2021-2025年, 2024 at the head of a name.
fn year(near: &Near<'_>) -> Option<&'static str> {
    let value = near.value();
    let ends: Vec<&str> = value.split(['-', '~', '至', '到']).collect();
    if !ends.iter().all(|it| is_year(it)) {
        return None;
    }
    let at = near.behind();
    let has_year_word = near.view.longest(at, &["年", "级", "届", "学年", "春", "秋"]).is_some();
    let is_in_name = near.view.quoted(near.number.value.start).is_some();
    let counts = !near.number.measure.is_empty() && !has_year_word;
    (has_year_word || is_in_name || !counts).then_some("年份")
}

/// 4月2日, 8时30分; not 3个月.
fn month(near: &Near<'_>) -> Option<&'static str> {
    let at = near.behind();
    let is_short = near.number.value.len() <= 2 || near.number.is_range;
    let is_unit = near.view.longest(at, &["月", "日", "时", "号"]).is_some();
    let is_other = near.view.longest(at, &["日均", "时长", "月均", "号召"]).is_some();
    let is_minute = near.view.starts(at, "分") && near.view.longest(at, &["分钟", "分别", "分为"]).is_none();
    let follows_hour = near.last() == '时' || near.last() == '点';
    (is_short && ((is_unit && !is_other) || (is_minute && follows_hour))).then_some("月日时")
}

/// 第004版.
fn edition(near: &Near<'_>) -> Option<&'static str> {
    near.view.starts(near.behind(), "版").then_some("版次")
}

/// 1、 at the head of a line, or a number alone on a line; 篇 1.
fn list_number(near: &Near<'_>) -> Option<&'static str> {
    let start = near.view.back(near.number.value.start);
    let opens_line = matches!(near.view.before(start), '\n');
    let behind = near.view.at(near.behind());
    let is_item = opens_line && !near.number.has_unit() && matches!(behind, '、' | '.' | ')' | '\n' | ':');
    let is_bracketed = near.last() == '(' && behind == ')' && !near.number.has_unit();
    let is_piece = near.last() == '篇' && behind == '\n';
    (is_item || is_bracketed || is_piece).then_some("序号")
}

/// 75周年, 60余年, 20载, 14-35周岁, 3天; not 连续7年.
fn span(near: &Near<'_>) -> Option<&'static str> {
    let mut at = near.behind();
    if matches!(near.view.at(at), '余' | '多') {
        at = near.view.skip(at + 1);
    }
    let is_counted =
        near.view.longest_before(near.view.back(near.number.value.start), &["连续", "为期"]).is_some();
    if near.view.longest(at, &["周岁", "岁"]).is_some() {
        return Some("年龄");
    }
    let is_span =
        near.view.longest(at, &["周年", "载", "年", "个月", "周", "天", "个小时", "小时", "分钟"]).is_some();
    (is_span && !is_counted && !holds_service_time(near)).then_some("周年或时长")
}

/// 志愿服务时长3万小时 is work that was done.
fn holds_service_time(near: &Near<'_>) -> bool {
    let is_hours = near.measure().ends_with("小时");
    is_hours
        && (near.view.holds(near.clause(), &["服务", "时长", "累计", "培训"])
            || !near.number.power.is_empty())
}

/// 第六届, 第 6 次; 前20名.
fn ordinal(near: &Near<'_>) -> Option<&'static str> {
    if near.last() == '前' && near.measure() == "名" {
        return Some("名次");
    }
    (near.last() == '第').then_some("届次")
}

/// 12355服务台, 070.
fn hotline(near: &Near<'_>) -> Option<&'static str> {
    let value = near.value();
    let opens_with_nought = value.len() > 1 && value.starts_with('0') && !value.contains('.');
    let has_unit = near.number.has_unit();
    (!has_unit && (HOTLINES.contains(&value.as_str()) || opens_with_nought)).then_some("热线或代号")
}

/// 希望工程1+1, H5, 985、211高校, “7·2”, 80后.
fn name(near: &Near<'_>) -> Option<&'static str> {
    let (view, number) = (near.view, near.number);
    let joined = |letter: char| matches!(letter, '+' | '×' | '·' | '/' | '—' | '-');
    let at = near.behind();
    let is_joined =
        joined(near.last()) && !number.has_unit() || joined(view.at(at)) || after_joint(near) || is_day(near);
    let before_digits = near.before().is_ascii_alphabetic();
    let behind_letter = before_digits && (!number.has_unit() || !two_letters(near));
    let before_letter = view.at(number.value.end).is_ascii_alphabetic() && !number.has_unit();
    let ends_as_name =
        !number.has_unit() && (view.longest(at, &NAME_ENDINGS).is_some() || is_listed_name(near));
    let is_name = is_joined || behind_letter || before_letter || ends_as_name || in_name(near);
    is_name.then_some("名称中的数字")
}

/// 1876 of 印象·1876, though a measure stood behind it.
fn after_joint(near: &Near<'_>) -> bool {
    matches!(near.last(), '·' | '×' | '+' | '/') && near.view.quoted(near.number.value.start).is_some()
}

/// 5·8人道公益日: two numbers joined by a point.
fn is_day(near: &Near<'_>) -> bool {
    let joint = near.view.back(near.number.value.start);
    near.last() == '·' && near.view.before(joint.saturating_sub(1)).is_ascii_digit()
}

/// MV12部 counts, H5个 does not.
fn two_letters(near: &Near<'_>) -> bool {
    let start = near.number.value.start;
    start >= 2 && near.view.at(start - 2).is_ascii_alphabetic()
}

/// 985、211高校: the numbers of the list are a name with the last.
fn is_listed_name(near: &Near<'_>) -> bool {
    let mut at = near.number.value.end;
    while matches!(near.view.at(at), '、' | ',') || near.view.at(at).is_ascii_digit() {
        at += 1;
    }
    at > near.number.value.end && near.view.longest(at, &["高校", "工程", "院校"]).is_some()
}

/// Inside of a name, but not a sentence that was quoted: a name is short and has no clause.
fn in_name(near: &Near<'_>) -> bool {
    let (view, number) = (near.view, near.number);
    let Some(quoted) = view.quoted(number.value.start) else { return false };
    let is_title = view.before(quoted.start) == '《';
    let is_sentence = view.holds(quoted.clone(), &["。", ";", ","]) || quoted.len() > LONGEST_NAME;
    let ends_name =
        number.has_unit() && number.printed.end == quoted.end && quoted.start != number.value.start;
    is_title || (!is_sentence && !ends_name)
}

/// What stands further before a number says nothing of it.
const LONGEST_CLAUSE: usize = 120;
/// A longer quotation is no name.
const LONGEST_NAME: usize = 30;

/// 同比增长12%, 提高3个百分点.
fn derived(near: &Near<'_>) -> Option<&'static str> {
    let unit = near.number.folded_unit(near.view);
    let is_always = ALWAYS_DERIVED.contains(&unit.as_str());
    let compared = near.view.holds(near.clause(), &DERIVED);
    let is_share = matches!(unit.as_str(), "%" | "‰");
    let by_year = near.view.holds(near.clause(), &DERIVED[..8]);
    let of_another = near.view.holds(near.clause(), &SHARES);
    (is_always || (is_share && (compared || of_another)) || by_year).then_some(DERIVED_REASON)
}

/// A number without a unit is a figure only behind 达 or 超.
fn no_unit(near: &Near<'_>) -> Option<&'static str> {
    if near.number.has_unit() {
        return None;
    }
    let start = near.view.back(near.number.value.start);
    let is_bounded = near.view.longest_before(start, &BOUNDS).is_some();
    let ends_clause = !is_hanzi(near.view.at(near.behind()));
    (!(is_bounded && ends_clause)).then_some("没有单位")
}

/// What a number in Chinese numerals is.
fn chinese(view: &View, number: &Number, zones: &Zones) -> Reading {
    let near = Near { view, number };
    let value = near.value();
    let start = number.value.start;
    let measure = near.measure();
    if view.longest_before(start, &["第"]).is_some() {
        return Reading::Waived("届次");
    }
    if counts_nothing(&near, &value) {
        return Reading::Word;
    }
    let is_figure = is_counted(&near, &value, &measure);
    match zones.of(start) {
        _ if !is_figure => not_counted(&near, &value, &measure),
        Some(Zone::Page) => Reading::Waived("网页残留"),
        Some(Zone::Table) => Reading::Waived("表格"),
        Some(Zone::Plan) => Reading::Waived("计划"),
        _ if in_name(&near) => Reading::Waived("名称中的数字"),
        _ if derived(&near).is_some() => Reading::Waived("同比等派生数"),
        _ => Reading::Figure,
    }
}

/// 一是, 统一, 五四, 数十, 一家: characters of words, and a bare 一.
fn counts_nothing(near: &Near<'_>, value: &str) -> bool {
    let is_bare_one = value == "一";
    let follows_few =
        matches!(near.before(), '数' | '几' | '好' | '唯' | '统' | '专' | '任' | '每' | '逐' | '万');
    let opens_item = matches!(near.view.at(near.number.value.end), '是' | '、')
        && near.view.before(near.number.value.start) == '\n';
    is_bare_one || follows_few || opens_item
}

/// Whether a number in Chinese numerals is a figure of achievement.
fn is_counted(near: &Near<'_>, value: &str, measure: &str) -> bool {
    let (view, number) = (near.view, near.number);
    let start = view.back(number.value.start);
    let bounded = view.longest_before(start, &BOUNDS[..10]).is_some();
    let is_power = value.chars().all(|it| "百千万亿".contains(it));
    let breaks = view.longest_before(start, &["破", "突破", "超", "超过", "逾"]).is_some();
    if is_power {
        let is_big = value.len() > "万".len() || breaks;
        let ends = !is_hanzi(view.at(number.value.end));
        return (number.more.is_some() && !measure.is_empty())
            || (bounded && !measure.is_empty())
            || (breaks && ends && is_big);
    }
    if measure.is_empty() || is_time(near) {
        return false;
    }
    let letters = value.chars().count();
    let is_whole = value.chars().any(|it| "十百千万亿".contains(it)) && letters >= 2;
    let behind = view.skip(number.printed.end);
    let counts_thing = (measure == "个" && view.longest(behind, &COUNTED_THINGS).is_some())
        || (measure == "项" && view.longest(behind, &HONOURS).is_some());
    let is_list = LISTED.contains(&measure);
    is_whole
        && (!is_list
            || bounded
            || number.more.is_some()
            || matches!(measure, "个" | "次" | "项" | "件" | "位" | "期"))
        || number.more.is_some()
        || (COUNTED_IN_WORDS.contains(&measure) && value != "千" && !is_set_phrase(near))
        || counts_thing
}

/// 三期, 二期, 一期工程: which one, not how many; 三位一体.
fn is_set_phrase(near: &Near<'_>) -> bool {
    let behind = near.number.printed.end;
    near.view.longest(behind, &["一体", "工程", "建设", "项目"]).is_some()
        || near
            .view
            .longest(near.number.value.start, &["三人行", "三支一扶", "三家店", "两会", "三名工程"])
            .is_some()
}

fn is_time(near: &Near<'_>) -> bool {
    matches!(
        near.measure().as_str(),
        "年" | "天"
            | "周"
            | "个月"
            | "小时"
            | "分钟"
            | "年度"
            | "页"
            | "里"
            | "度"
            | "面"
            | "方"
            | "步"
            | "席"
    )
}

/// A numeral that is no figure: waived where it counts or orders, a word where it does not.
fn not_counted(near: &Near<'_>, value: &str, measure: &str) -> Reading {
    let is_power_alone = value.chars().all(|it| "百千万亿".contains(it));
    let is_long = value.chars().count() >= 2;
    let has_counter = !measure.is_empty() || near.view.longest(near.number.value.end, &LISTED).is_some();
    match () {
        () if in_name(near) => Reading::Waived("名称中的数字"),
        () if is_time(near) => Reading::Waived("年份或时长"),
        () if near
            .view
            .longest(near.number.value.end, &["届", "大", "中全会", "次会议", "次全会", "次代表"])
            .is_some() =>
        {
            Reading::Waived("届次")
        }
        () if has_counter => Reading::Waived("泛指或列项"),
        () if is_long && !is_power_alone => Reading::Waived("名称中的数字"),
        () => Reading::Word,
    }
}

/// What the ledger shows of a number: with its unit, and with a letter or two round a waived one.
fn shown(view: &View, number: &Number, is_waived: bool) -> Range<usize> {
    if !is_waived {
        let start = view.back(number.value.start);
        let bound = view.longest_before(start, &BOUNDS[..10]);
        let from = bound.map_or(number.value.start, |it| start - it.chars().count());
        return from..number.printed.end;
    }
    let is_letter = |at: usize| {
        !matches!(view.at(at), '\n' | ' ')
            && !NUMERALS.contains(&view.at(at))
            && !view.at(at).is_ascii_digit()
    };
    let mut end = number.printed.end;
    if !number.has_unit() && is_letter(end) && is_hanzi(view.at(end)) {
        end += 1;
    }
    let mut start = number.value.start;
    let needs_more = end - start < 2 || !number.is_arabic;
    if start > 0 && (needs_more || view.before(start) == '第') && is_letter(start - 1) {
        start -= 1;
    }
    start..end
}

/// A figure of the title that the body prints as well is the body's: the title's is waived. A title that stands twice counts once.
fn waive_repeated_titles(view: &View, entries: &mut [Entry], zones: &Zones) {
    let key = |entry: &Entry| {
        let number = &entry.number;
        (view.folded(number.value.clone()), number.folded_unit(view))
    };
    for at in 0..entries.len() {
        if entries[at].waived.is_some() || zones.of(entries[at].number.value.start) != Some(Zone::Title) {
            continue;
        }
        let own = key(&entries[at]);
        let is_repeated = entries[at + 1..].iter().any(|it| it.waived.is_none() && key(it) == own);
        if is_repeated {
            entries[at].waived = Some("标题重复");
        }
    }
}
