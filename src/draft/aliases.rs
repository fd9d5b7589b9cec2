//! Other ways to say what an initiative, a programme or a figure is called: cut from the text by rule, no synonyms.
//! Aliases that two things share are dropped.

use super::clauses::Clause;
use super::labels::Label;
use super::names::Name;
use super::verbs::DOING;
use super::view::View;
use super::written::{Figure, Initiative, Named};
use std::collections::HashMap;
use std::ops::Range;

/// Verbs and adverbs that open a lead and name nothing.
const OPENINGS: [&str; 40] = [
    "深入开展",
    "广泛开展",
    "扎实开展",
    "深入",
    "广泛",
    "切实",
    "扎实",
    "全面",
    "大力",
    "着力",
    "持续",
    "积极",
    "不断",
    "有序",
    "精心",
    "实施",
    "推动",
    "推进",
    "加强",
    "抓好",
    "做好",
    "开展",
    "强化",
    "深化",
    "坚持",
    "突出",
    "稳步",
    "做实",
    "做优",
    "搭建",
    "打造",
    "激发",
    "密切",
    "发挥",
    "用好",
    "助力",
    "服务",
    "守护",
    "维护",
    "优化",
];
/// Endings that people leave out of a project's name.
const ENDINGS: [&str; 12] =
    ["计划", "工程", "项目", "行动", "活动", "专栏", "品牌", "系列", "大赛", "平台", "栏目", "主题"];
/// A clause of so many characters is a good alias.
const CLAUSE: std::ops::RangeInclusive<usize> = 3..=40;
/// No figure needs more.
const MOST: usize = 14;

/// Other names of a project: without its ending, and what stands before a ·.
pub(super) fn programme(name: &str) -> Named {
    let mut aliases = Vec::new();
    for ending in ENDINGS {
        if let Some(short) = name.strip_suffix(ending).filter(|it| it.chars().count() >= 3) {
            aliases.push(short.to_owned());
        }
    }
    for part in name.split(['·', ' ', '—']) {
        if part != name && part.chars().count() >= 3 && !part.chars().any(char::is_numeric) {
            aliases.push(part.to_owned());
        }
    }
    Named { name: name.to_owned(), aliases: once(aliases, name) }
}

/// Other ways to say a lead: without its opening words, and its clauses apart.
pub(super) fn initiative(title: &str) -> Vec<String> {
    let mut aliases = Vec::new();
    let clauses = title.split([',', '，']);
    for clause in clauses {
        let bare = without_openings(clause);
        if bare.chars().count() >= 3 {
            aliases.push(bare);
        }
        if clause != title && clause.chars().count() >= 4 {
            aliases.push(clause.to_owned());
        }
    }
    aliases.retain(|it| !it.chars().any(|letter| letter.is_ascii_digit()));
    once(aliases, title)
}

fn without_openings(text: &str) -> String {
    let mut rest = text;
    while let Some(shorter) = OPENINGS.iter().filter_map(|it| rest.strip_prefix(it)).min_by_key(|it| it.len())
    {
        if shorter.chars().count() < 3 {
            break;
        }
        rest = shorter;
    }
    rest.trim_matches(['“', '”']).to_owned()
}

/// What a figure's aliases are made of.
pub(super) struct Counted<'a> {
    pub(super) clause: &'a Clause,
    pub(super) label: &'a Label,
    /// The label as shown, with its topic.
    pub(super) shown: &'a str,
    /// Names that the figure is about.
    pub(super) names: &'a [&'a Name],
    /// The words before the figure in its sentence that tell its topic.
    pub(super) topic: &'a str,
    /// The clauses of the sentence before it.
    pub(super) sentence: Range<usize>,
}

/// Other ways to say what a figure counts.
pub(super) fn figure(view: &View, counted: &Counted<'_>) -> Vec<String> {
    let mut aliases = vec![];
    let noun = counted.label.noun.clone();
    let left = view.title(counted.clause.before.clone());
    let left = left.trim_matches(is_edge);
    let behind = view.title(counted.clause.behind.clone());
    let behind = behind.trim_matches(is_edge);
    let behind = if counted.label.is_behind { behind } else { "" };
    aliases.push(format!("{left}{behind}"));
    aliases.extend(counted.label.others.iter().cloned());
    aliases.push(counted.label.text.clone());
    aliases.push(without_doing(left));
    // Up to the next figure stand that one's words as well.
    if counted.label.is_behind && !counted.clause.has_next {
        aliases.push(behind.to_owned());
    }
    for name in counted.names {
        aliases.push(format!("{}{noun}", name.text));
        aliases.push(format!("{}{}", name.text, counted.label.text));
    }
    if !counted.topic.is_empty() {
        aliases.push(format!("{}{noun}", counted.topic));
    }
    if let Some(before) = clause_before(view, counted) {
        aliases.push(format!("{before}{}", counted.label.text));
        aliases.push(before);
    }
    aliases.push(noun);
    aliases.retain(|it| CLAUSE.contains(&it.chars().count()) && !it.chars().any(char::is_numeric));
    let mut aliases = once(aliases, counted.shown);
    aliases.truncate(MOST);
    aliases
}

/// The clause right before the figure's own, if no figure stands in it.
fn clause_before(view: &View, counted: &Counted<'_>) -> Option<String> {
    if !counted.clause.is_first {
        return None;
    }
    let end = counted.clause.whole.start.checked_sub(1).filter(|&it| it > counted.sentence.start)?;
    let start = view.last_mark(counted.sentence.start, end, &[',', '。', ';', ':']);
    // 5月份举办科幻画比赛: behind a number the last verb of doing opens the name.
    let is_digit = |at: &usize| view.at(*at).is_ascii_digit();
    let from = match (start..end).rev().find(is_digit) {
        Some(digit) => behind_doing(view, digit + 1..end)?,
        None => start,
    };
    let text = without_doing(&view.title(from..end));
    CLAUSE.contains(&text.chars().count()).then_some(text)
}

/// The place behind the last verb of doing of a stretch, outside of names.
fn behind_doing(view: &View, range: Range<usize>) -> Option<usize> {
    let verb = |at: usize| {
        let word = view.longest(at, &DOING).filter(|it| it.chars().count() >= 2)?;
        view.quoted(at).is_none().then(|| at + word.chars().count())
    };
    range.rev().find_map(verb)
}

fn is_edge(letter: char) -> bool {
    matches!(
        letter,
        ',' | '，' | '、' | '。' | ';' | '；' | ' ' | '和' | '及' | '与' | '的' | '(' | ')' | '（' | '）'
    )
}

/// Words without the verbs of doing at their head and 达, 共 at their end.
fn without_doing(text: &str) -> String {
    let mut rest = text;
    while let Some(shorter) = DOING
        .iter()
        .chain(&["了", "共", "累计", "全年", "并", "还"])
        .filter_map(|it| rest.strip_prefix(it))
        .min_by_key(|it| it.len())
    {
        if shorter.chars().count() < 2 {
            break;
        }
        rest = shorter;
    }
    for tail in ["达到", "达", "超过", "超", "近", "约", "共", "共计", "破", "均"] {
        rest = rest.strip_suffix(tail).filter(|it| it.chars().count() >= 2).unwrap_or(rest);
    }
    rest.to_owned()
}

/// Each alias once, and none that says what the name says.
fn once(aliases: Vec<String>, name: &str) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for alias in aliases {
        if key(&alias) != key(name)
            && !key(&alias).is_empty()
            && !kept.iter().any(|it| key(it) == key(&alias))
        {
            kept.push(alias);
        }
    }
    kept
}

/// What counts as the same words.
pub(super) fn key(text: &str) -> String {
    text.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Drops aliases that two figures of an initiative, or two initiatives, share.
pub(super) fn drop_shared(initiatives: &mut [Initiative]) {
    for initiative in initiatives.iter_mut() {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for figure in &initiative.figures {
            figure
                .aliases
                .iter()
                .chain([&figure.label])
                .for_each(|it| *counts.entry(key(it)).or_default() += 1);
        }
        let is_own = |figure: &Figure, it: &String| counts[&key(it)] < 2 && key(it) != key(&figure.label);
        for figure in &mut initiative.figures {
            let mut aliases = std::mem::take(&mut figure.aliases);
            aliases.retain(|it| is_own(figure, it));
            figure.aliases = aliases;
        }
    }
    let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, initiative) in initiatives.iter().enumerate() {
        for name in names(initiative) {
            let owners = owners.entry(name).or_default();
            if !owners.contains(&at) {
                owners.push(at);
            }
        }
    }
    let is_shared = |it: &String| owners.get(&key(it)).is_some_and(|it| it.len() > 1);
    for initiative in initiatives {
        initiative.aliases.retain(|it| !is_shared(it));
        initiative.programmes.iter_mut().for_each(|it| it.aliases.retain(|it| !is_shared(it)));
    }
}

/// Everything that an initiative and its programmes are called.
fn names(initiative: &Initiative) -> Vec<String> {
    let programmes = initiative.programmes.iter().flat_map(|it| it.aliases.iter().chain([&it.name]));
    initiative.aliases.iter().chain([&initiative.title]).chain(programmes).map(|it| key(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::{initiative, programme};
    use crate::draft::testing::aliases;

    #[test]
    fn names_for_short() {
        let rows: [(&str, &[&str]); 3] = [
            ("春蕾计划", &[]),
            ("希望工程圆梦行动", &["希望工程圆梦"]),
            ("青春同行·相约假日", &["青春同行", "相约假日"]),
        ];
        for (name, expected) in rows {
            assert_eq!(programme(name).aliases, expected, "{name}");
        }
        assert_eq!(
            initiative("深入推进普法工作,筑牢维权防线"),
            ["普法工作", "深入推进普法工作", "筑牢维权防线"]
        );
    }

    #[test]
    fn figures_by_other_words() {
        // Text, value, an alias that it has
        let rows = [
            ("一、工作\n开展送技术、送服务等活动300余场次。", "300", "开展送技术、送服务等活动"),
            ("一、工作\n5月份举办科幻画比赛,收到作品653幅。", "653", "科幻画比赛"),
            ("一、工作\n向164个项目发放扶持资金758万元。", "164", "向项目发放扶持资金"),
            ("一、工作\n现有少先队大队1个、中队36个。", "36", "少先队中队"),
        ];
        for (text, value, alias) in rows {
            let found = aliases(text, value);
            assert!(found.iter().any(|it| it == alias), "{text}: {found:?}");
        }
    }
}
