//! What narrows a figure: its scope (省级, 线上, 新建), whether it stands or flows, and a period other than the report's year.
//! Makes no label.

use super::clauses::Clause;
use super::numbers::NUMERALS;
use super::view::View;
use std::ops::Range;

/// Words of scope.
const SCOPES: [&str; 26] = [
    "国家级",
    "全国",
    "省级",
    "市级",
    "县级",
    "区级",
    "校级",
    "镇级",
    "线上",
    "线下",
    "新增",
    "新建",
    "新发展",
    "新成立",
    "累计",
    "银奖",
    "铜奖",
    "金奖",
    "一等奖",
    "二等奖",
    "三等奖",
    "优秀奖",
    "国家",
    "甘肃省",
    "专职",
    "兼职",
];
/// A word of scope stands at most so many characters before its number.
const NEAR: usize = 16;
/// Words of what stands.
const STOCK: [&str; 16] = [
    "累计",
    "共有",
    "现有",
    "拥有",
    "建成",
    "储备",
    "设立",
    "截至",
    "总数",
    "在册",
    "全覆盖",
    "已达",
    "总额",
    "粉丝",
    "用户量",
    "库容",
];
/// Units of what happens and is over: they never stand.
const FLOWING: [&str; 14] =
    ["场", "场次", "期", "次", "人次", "批次", "篇", "例", "封", "对", "节", "堂", "条", "件"];
/// Units of organisations, which stand where no verb says that something was done with them.
const STANDING: [&str; 2] = ["%", "‰"];

/// Words of scope before a number, and 奖 behind it.
pub(super) fn scope(view: &View, clause: &Clause, start: usize) -> Vec<String> {
    let near = clause.before.start.max(start.saturating_sub(NEAR))..start;
    let mut found: Vec<(usize, String)> = Vec::new();
    for word in SCOPES {
        if let Some(at) = view
            .find(near.clone(), word)
            .filter(|&it| view.quoted(it).is_none_or(|quoted| quoted.end > start))
        {
            found.push((at, word.to_owned()));
        }
    }
    found.sort();
    let words: Vec<String> = found.iter().map(|it| it.1.clone()).collect();
    words
        .iter()
        .filter(|it| !words.iter().any(|other| other != *it && other.contains(it.as_str())))
        .cloned()
        .collect()
}

/// Whether a figure stands at the end of the time; else it is counted over it.
pub(super) fn is_stock(view: &View, clause: &Clause, unit: &str) -> bool {
    let bare = unit.trim_start_matches(['万', '亿', '千', '百']);
    if FLOWING.contains(&bare) {
        return false;
    }
    STANDING.contains(&bare)
        || view.holds(clause.before.clone(), &STOCK)
        || view.holds(clause.behind.clone(), &["全覆盖"])
}

/// A period of several years that the sentence names before a number, as printed; none where it is the report's year.
pub(super) fn period(view: &View, before: Range<usize>, year: u16) -> Option<String> {
    let since = |word: &str| {
        before.clone().rev().find(|&it| view.starts(it, word) && it + word.chars().count() <= before.end)
    };
    if let Some(at) = since("年来") {
        let is_part = |it: usize| {
            NUMERALS.contains(&view.at(it))
                || view.at(it).is_ascii_digit()
                || matches!(view.at(it), '近' | '余' | '多' | '过' | '去')
        };
        let start = (before.start..at).rev().take_while(|&it| is_part(it)).last();
        let is_one = start.is_some_and(|it| view.folded(it..at) == "一");
        return start.filter(|_| !is_one).map(|it| view.title(it..at + 2));
    }
    years(view, before, year)
}

/// 2019年以来, 2021年至今, 2019年至2021年.
fn years(view: &View, before: Range<usize>, year: u16) -> Option<String> {
    let is_year = |at: usize| {
        (at..at + 4).all(|it| view.at(it).is_ascii_digit())
            && view.starts(at, "20")
            && !view.before(at).is_ascii_digit()
    };
    for at in before.clone().filter(|&it| is_year(it)) {
        let behind = view.skip(at + 4);
        let behind = if view.at(behind) == '年' { behind + 1 } else { behind };
        let is_own = view.folded(at..at + 4).parse() == Ok(year);
        if let Some(word) = view.longest(behind, &["以来", "至今", "来", "起"]).filter(|_| !is_own) {
            return Some(view.title(at..behind + word.chars().count()));
        }
        let joint = view.longest(behind, &["至", "到", "-"])?;
        let second = view.skip(behind + joint.chars().count());
        if is_year(second) && second + 4 <= before.end {
            let end = if view.at(second + 4) == '年' { second + 5 } else { second + 4 };
            return Some(view.title(at..end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::period;
    use crate::draft::view::View;

    #[test]
    fn periods() {
        let rows = [
            ("五年来新发展", Some("五年来")),
            ("近年来,建成", Some("近年来")),
            ("一年来,建成", None),
            ("2021年至今,开展", Some("2021年至今")),
            ("2019年至2021年累计", Some("2019年至2021年")),
            ("2024年以来,开展", None),
            ("2024年,开展", None),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            assert_eq!(period(&view, 0..view.len(), 2024).as_deref(), expected, "{text}");
        }
    }
}
