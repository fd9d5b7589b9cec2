//! Every sentence the bot says, one small function each: re-tone the bot here.
//! Decides nothing and counts nothing.

use super::model::{Line, Role};
use super::side_by_side::Apart;
use super::sums::Near;
use crate::report::qualifier::Bound;
use crate::report::{Figure, Place};
use crate::text::numerals::to_chinese;

/// `累计 600余 万元`, `近4 万人次`, `10万余 名`: the figure as it is printed, behind the words that the report prints before it,
/// with a gap before its unit.
#[must_use]
pub(super) fn figure(figure: &Figure) -> String {
    let printed: String = figure.printed.chars().filter(|it| !it.is_whitespace()).collect();
    let before: String =
        figure.qualifiers.iter().filter(|it| !printed.contains(it.as_str())).map(String::as_str).collect();
    let lead = if before.is_empty() { "" } else { " " };
    // 10万余名: 余 stands inside of the unit.
    let measure = figure.unit.trim_start_matches(['万', '亿', '千', '百']);
    let parts = [figure.unit.as_str(), measure].into_iter().filter(|it| !it.is_empty());
    let cut = parts.filter_map(|unit| printed.strip_suffix(unit).map(|number| (number, unit))).next();
    let (number, unit) = cut.unwrap_or((printed.as_str(), ""));
    let gap = if matches!(unit, "%" | "％" | "") { "" } else { " " };
    format!("{before}{lead}{number}{gap}{unit}")
}

/// ` · 青马工程培训覆盖青年`, ` · 夜校学员（五年来）`: what stands behind a figure, with the time it is of where that is not the year.
#[must_use]
pub(super) fn counts(label: &str, period: Option<&str>) -> String {
    match period {
        Some(period) => format!(" · {label}（{period}）"),
        None => format!(" · {label}"),
    }
}

/// `出处：2024 年报告·第四部分·一·团的骨干队伍`; parts and sections count from 0, and a report may have neither. The body is
/// named where several are loaded.
#[must_use]
pub(super) fn source(
    (body, year): (Option<&str>, u16),
    (part, section): (Option<usize>, Option<usize>),
    title: &str,
) -> String {
    let report = body.map_or_else(|| format!("{year} 年报告"), |body| format!("{body} {year} 年报告"));
    let numeral = |at: usize| to_chinese(at + 1);
    match (part, section) {
        (Some(part), Some(section)) => {
            format!("出处：{report}·第{}部分·{}·{title}", numeral(part), numeral(section))
        }
        (Some(part), None) => format!("出处：{report}·第{}部分·{title}", numeral(part)),
        (None, Some(section)) => format!("出处：{report}·第{}节·{title}", numeral(section)),
        (None, None) => format!("出处：{report}·{title}"),
    }
}

/// Behind the items of a list that the report does not print in full.
#[must_use]
pub(super) fn items(items: &[String], open: bool) -> String {
    let joined = items.join("、");
    if open { format!("{joined}等") } else { joined }
}

/// ` · 三大行动`: what stands behind items.
#[must_use]
pub(super) fn fact_label(label: &str) -> String {
    format!(" · {label}")
}

/// `三大行动:青春领航、青春建功`.
#[must_use]
pub(super) fn fact_row(label: &str, items: &str) -> String {
    format!("{label}：{items}")
}

/// What was carried over from the conversation.
#[must_use]
pub(super) fn carried(name: &str) -> String {
    format!("{}{name}{}", CARRIED.0, CARRIED.1)
}

/// What stands round the name that was carried over.
const CARRIED: (&str, &str) = ("（接「", "」）");

/// The name that a line says was carried over, for a channel that says so in other words.
#[must_use]
pub fn carried_name(line: &Line) -> Option<&str> {
    let text = line.text.as_str().strip_prefix(CARRIED.0)?;
    text.strip_suffix(CARRIED.1).filter(|_| line.role == Role::Note)
}

/// A tie.
#[must_use]
pub(super) fn which_one() -> &'static str {
    "想问哪一个？"
}

/// A row of choices or of things reported.
#[must_use]
pub(super) fn bullet(text: &str) -> String {
    format!("· {text}")
}

/// The initiative is there, the measure is not reported.
#[must_use]
pub(super) fn absent(name: &str) -> String {
    format!("报告提到「{name}」，但没有写这个数")
}

/// The initiative is there, but not broken down to smaller places.
#[must_use]
pub(super) fn not_broken_down(name: &str, place: &Place) -> String {
    let (whole, below) = level(place);
    format!("「{name}」只有{}{whole}的数，没有分到{below}", place.name)
}

/// The levels of places by the last character of their names: what all of it is called, and what lies in it.
const LEVELS: [(char, &str, &str); 10] = [
    ('省', "全省", "市县"),
    ('市', "全市", "区县"),
    ('州', "全州", "县市"),
    ('盟', "全盟", "旗县"),
    ('县', "全县", "乡镇"),
    ('旗', "全旗", "乡镇"),
    ('区', "全区", "街道和乡镇"),
    ('镇', "全镇", "村和社区"),
    ('乡', "全乡", "村"),
    ('国', "全国", "各省"),
];

/// What all of a place is called, and what lies in it: by a name of its own such as 全市, else by how its names end.
fn level(place: &Place) -> (&'static str, &'static str) {
    let names = || std::iter::once(&place.name).chain(&place.aliases);
    let said = LEVELS.iter().find(|it| names().any(|name| name == it.1));
    let ends = |it: &&(char, &str, &str)| names().any(|name| name.ends_with(it.0));
    said.or_else(|| LEVELS.iter().find(ends)).map_or(("全部", "更小的地方"), |it| (it.1, it.2))
}

/// The initiative is there, the total is not.
#[must_use]
pub(super) fn not_standing(name: &str) -> String {
    format!("「{name}」只写了当年的数，没有写现有总数")
}

/// Of several asks one that found nothing.
#[must_use]
pub(super) fn unanswered(ask: &str) -> String {
    format!("「{ask}」在报告里没有找到")
}

/// The number of the question is the figure's.
#[must_use]
pub(super) fn agrees() -> &'static str {
    "对，报告就是这么写的"
}

/// It is not.
#[must_use]
pub(super) fn disagrees() -> &'static str {
    "不对，报告写的是上面这个数"
}

/// What leads to the outline.
#[must_use]
pub(super) fn contents() -> &'static str {
    "报告目录"
}

/// The question behind it.
#[must_use]
pub(super) fn ask_contents() -> &'static str {
    "这份报告有哪些内容"
}

/// A word that asks for another time.
#[must_use]
pub(super) fn other_time(word: &str, year: u16) -> String {
    // The year itself is asked for where the figure is of several: 五年来.
    if word.trim_end_matches(['年', '度', '份']) == year.to_string() {
        return only_part(word);
    }
    format!("报告没有写「{word}」的数，只写了 {year} 年全年")
}

/// A place inside the report's.
#[must_use]
pub(super) fn not_within(word: &str, place: &Place) -> String {
    format!("报告没有分出「{word}」的数，只写了{}{}", place.name, level(place).0)
}

/// Another place or body.
#[must_use]
pub(super) fn other_place(word: &str, place: &str) -> String {
    format!("报告没有写「{word}」的数，写的是{place}")
}

/// A part of what is counted.
#[must_use]
pub(super) fn only_part(word: &str) -> String {
    format!("报告没有单独写「{word}」的数")
}

/// A word that was not read.
#[must_use]
pub(super) fn not_understood(word: &str) -> String {
    format!("没看懂「{word}」")
}

/// What is counted is not reported: 多少团干部.
#[must_use]
pub(super) fn not_counted(word: &str) -> String {
    format!("报告没有写「{word}」的数")
}

/// What was asked is not reported.
#[must_use]
pub(super) fn not_written(word: &str) -> String {
    format!("报告没有写「{word}」")
}

/// Before the labels of what is reported instead.
#[must_use]
pub(super) fn reported_instead() -> &'static str {
    "报告写到的是："
}

/// Another place, body or subject.
#[must_use]
pub(super) fn elsewhere(body: &str) -> String {
    format!("这不在{body}的这份报告里")
}

/// Arithmetic.
#[must_use]
pub(super) fn arithmetic() -> &'static str {
    "我只查报告里的数字，不做算术"
}

/// Nothing found.
#[must_use]
pub(super) fn unknown() -> &'static str {
    "报告里没有找到这个"
}

/// One of several things asked was not found.
#[must_use]
pub(super) fn not_found(what: &str) -> String {
    format!("{what}：报告里没有这个数")
}

/// Chatter.
#[must_use]
pub(super) fn chat() -> &'static str {
    "我在，随时问报告里的数字"
}

/// Who the bot is.
#[must_use]
pub(super) fn hello(title: &str) -> String {
    format!("我能查「{title}」里的数字")
}

/// Before example questions.
#[must_use]
pub(super) fn try_asking() -> &'static str {
    "可以这样问："
}

/// A question that asks for one figure.
#[must_use]
pub(super) fn ask_figure(label: &str, unit: &str) -> String {
    if matches!(unit, "%" | "％" | "") {
        format!("{label}是多少")
    } else {
        format!("{label}有多少{}", plain_unit(unit))
    }
}

/// What people say for a unit: 万元 is asked as 钱.
fn plain_unit(unit: &str) -> &str {
    match unit {
        "万元" | "元" | "亿元" => "钱",
        "万人次" => "人次",
        other => other,
    }
}

/// Two figures of one unit: how much more or less the first has. `by` is from [`by`], `derived` from [`derived`].
#[must_use]
pub(super) fn difference(names: (&str, &str), more: bool, by: &By, derived: &str) -> String {
    let word = if more { "多" } else { "少" };
    format!("{}比{}{}{word} {}{derived}", names.0, gap(names.1), by.near, by.amount)
}

/// A blank between a Chinese character and a digit: 比 2023 年.
fn gap(name: &str) -> String {
    let blank = if name.starts_with(|it: char| it.is_ascii_digit()) { " " } else { "" };
    format!("{blank}{name}")
}

/// An amount, and how near it is.
pub(super) struct By {
    near: &'static str,
    amount: String,
}

/// An amount that two figures differ by.
#[must_use]
pub(super) fn by(near: Near, amount: &str) -> By {
    let near = match near {
        Near::Exactly => "",
        Near::AtLeast => "至少",
        Near::AtMost => "至多",
        Near::About => "约",
    };
    By { near, amount: amount.to_owned() }
}

/// What a difference was reckoned from.
#[must_use]
pub(super) fn derived(a: &str, b: &str) -> String {
    format!("（{a} 与 {b} 之差）")
}

/// `增长 15.4%(169 ÷ 1100)`.
#[must_use]
pub(super) fn growth(more: bool, by: &By, apart: &str, base: &str) -> String {
    let word = if more { "增长" } else { "下降" };
    format!("{}{word} {}（{apart} ÷ {base}）", by.near, by.amount)
}

/// `前者是后者的 1.6 倍（300 ÷ 185）`.
#[must_use]
pub(super) fn times(by: &By, a: &str, b: &str) -> String {
    format!("前者是后者的{} {} 倍（{a} ÷ {b}）", by.near, by.amount)
}

/// The two of one report that stand side by side, in the order shown.
#[must_use]
pub(super) fn former_and_latter() -> (&'static str, &'static str) {
    ("前者", "后者")
}

/// Two figures are equal as printed, and one of them is no exact number.
#[must_use]
pub(super) fn nearly_equal() -> &'static str {
    "两者相近，分不出多少"
}

/// `甲山 2024 年`: which report a figure is of.
#[must_use]
pub(super) fn report_name(place: Option<&str>, year: u16) -> String {
    place.map_or_else(|| format!("{year} 年"), |place| format!("{place} {year} 年"))
}

/// ` · 青马工程培训覆盖青年(2023 年)`: what stands behind a figure where several reports stand side by side.
#[must_use]
pub(super) fn counts_in(label: &str, report: &str) -> String {
    format!(" · {label}（{report}）")
}

/// A report that does not write what the others do.
#[must_use]
pub(super) fn not_in_report(report: &str) -> String {
    format!("{report}的报告没有写这个数")
}

/// No other report stands beside the one that writes it.
#[must_use]
pub(super) fn nothing_beside() -> &'static str {
    "只有一份报告写了这个数，没有可以相比的"
}

/// Why two figures that count the same are not compared.
#[must_use]
pub(super) fn apart(apart: Apart) -> &'static str {
    match apart {
        Apart::Unit => "两边单位不同，不能直接相比",
        Apart::Nature => "一边是当年新增、一边是现有总数，口径不同，不能直接相比",
        Apart::Period => other_periods(),
        Apart::Share => "一边是均数或其中的一部分，口径不同，不能直接相比",
    }
}

/// A year that is asked for and not loaded.
#[must_use]
pub(super) fn year_not_loaded(year: i64) -> String {
    format!("没有 {year} 年的报告")
}

/// `甲山 2024、2023 年`: a league and its years.
#[must_use]
pub(super) fn league((place, years): &(String, Vec<u16>)) -> String {
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    format!("{place} {} 年", years.join("、"))
}

/// What is loaded, in one line: `能查的报告:甲山 2024、2023 年;乙川 2024 年`.
#[must_use]
pub(super) fn loaded(leagues: &[(String, Vec<u16>)], more: usize) -> String {
    let all: Vec<String> = leagues.iter().map(league).collect();
    let rest = if more == 0 { String::new() } else { more_leagues(more) };
    format!("能查的报告：{}{rest}", all.join("；"))
}

/// Leagues that are not named.
#[must_use]
pub(super) fn more_leagues(count: usize) -> String {
    format!("……另有 {count} 家")
}

/// A button that leads to the outline of one report.
#[must_use]
pub(super) fn contents_of(report: &str) -> String {
    format!("{report}的目录")
}

/// A report that does not write what another does, with what that is.
#[must_use]
pub(super) fn not_in_report_named(report: &str, label: &str) -> String {
    format!("{report}的报告没有写「{label}」")
}

/// What is left of a question, asked for its number.
#[must_use]
pub(super) fn how_many(rest: &str) -> [String; 2] {
    [format!("{rest}有多少"), format!("{rest}多少")]
}

/// How many reports are loaded.
#[must_use]
pub(super) fn catalogue(count: usize) -> String {
    format!("能查 {count} 份报告")
}

/// A question about one of several reports: `甲山2023年青年之家有多少个`.
#[must_use]
pub(super) fn ask_within(report: &str, question: &str) -> String {
    format!("{}{question}", report.replace(' ', ""))
}

/// What shares differ by.
#[must_use]
pub(super) fn points() -> &'static str {
    "个百分点"
}

/// Two figures of one unit are equal.
#[must_use]
pub(super) fn equal() -> &'static str {
    "两者相同"
}

/// Figures of different units.
#[must_use]
pub(super) fn incomparable() -> &'static str {
    "单位不同，不能直接相比"
}

/// Figures of one unit, but of different times: 五年来 and the year.
#[must_use]
pub(super) fn other_periods() -> &'static str {
    "时间不同，不能直接相比"
}

/// A total with what it is made of.
#[must_use]
pub(super) fn total(sum: &str, unit: &str, parts: &str, bound: Option<Bound>) -> String {
    let near = match bound {
        Some(Bound::AtLeast) => "至少 ",
        Some(Bound::About) => "约 ",
        None => "",
    };
    format!("合计{near} {sum} {unit}({parts})")
}

/// Figures that must not be added.
#[must_use]
pub(super) fn not_added() -> &'static str {
    "口径不同，不相加"
}

/// The heading of the outline of one of several reports.
#[must_use]
pub(super) fn outline_of(title: &str, outline: &str) -> String {
    format!("{title}：{outline}")
}

/// The heading of an outline.
#[must_use]
pub(super) fn outline(count: usize, what: &str) -> String {
    format!("共{}{what}", to_chinese(count))
}
