//! Questions out of the words that people and the report use, put together by chance.
//! They need not make sense: what holds, holds for all of them.

use league_bot::engine::Engine;
use proptest::prelude::*;
use proptest::sample::select;

const ASKING: [&str; 16] = [
    "多少",
    "几",
    "有几个",
    "好多",
    "多少钱",
    "是多少",
    "分别是多少",
    "一共多少",
    "哪个多",
    "比",
    "最多的是",
    "列出",
    "是什么",
    "代表什么",
    "加起来",
    "how many",
];
const NOISE: [&str; 18] = [
    "请问",
    "呢",
    "?",
    ",",
    "。",
    "和",
    "不是",
    "除了",
    "😂",
    "谢谢",
    "2023年",
    "成都",
    "@小团",
    "<b>",
    "线上",
    "累计",
    "第二个",
    " ",
];
const NUMBERS: [&str; 12] =
    ["32", "60万", "三百余", "十五万二", "8588", "2024", "38乘以56", "4.5", "100%", "第三", "7777", "两千"];

/// A question over the names, labels, aliases and units of the report.
pub(crate) fn question(engine: &Engine) -> impl Strategy<Value = String> + use<> {
    let report = &engine.reports()[0];
    let named = report.initiatives.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.programmes));
    let names: Vec<String> =
        named.flat_map(|it| std::iter::once(&it.name).chain(&it.aliases)).cloned().collect();
    let labels: Vec<String> =
        report.figures.iter().flat_map(|it| std::iter::once(&it.label).chain(&it.aliases)).cloned().collect();
    let units: Vec<String> = report.figures.iter().map(|it| it.unit.clone()).collect();
    let printed: Vec<String> = report.figures.iter().map(|it| it.printed.clone()).collect();
    let part = select(labels.clone()).prop_flat_map(|it| {
        let letters: Vec<char> = it.chars().collect();
        let length = letters.len();
        (0..length, 1..=length).prop_map(move |(from, most)| letters.iter().skip(from).take(most).collect())
    });
    let still = |of: &'static [&'static str]| select(of).prop_map(str::to_owned);
    let piece = prop_oneof![
        3 => select(names),
        3 => select(labels),
        2 => part,
        3 => select(units),
        4 => still(&ASKING),
        3 => still(&NOISE),
        1 => still(&NUMBERS),
        1 => select(printed),
        1 => (0..20_000_u32).prop_map(|it| it.to_string()),
    ];
    prop::collection::vec(piece, 1..7).prop_map(|it| it.concat())
}
