//! Whose report it is, of which place and of which year, as far as the text says so.
//! Guesses: the office may name each of them itself.

use super::view::View;
use super::zones::Zones;
use crate::text::is_hanzi;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What the text seems to be: each part may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Guess {
    /// 共青团某市委.
    pub(super) body: Option<String>,
    /// 某市.
    pub(super) place: Option<String>,
    /// 2024.
    pub(super) year: Option<u16>,
    /// Whether the year was taken from the day on which the text was published.
    pub(super) is_year_of_page: bool,
}

/// How the names of bodies end; what stands before is the place.
const ENDINGS: [&str; 29] = [
    "慈善总会",
    "慈善会",
    "志愿者联合会",
    "志愿者协会",
    "图书馆",
    "文化馆",
    "关工委",
    "团工委",
    "老龄委",
    "总工会",
    "妇女联合会",
    "妇联",
    "红十字会",
    "残疾人联合会",
    "残联",
    "科学技术协会",
    "科协",
    "青年联合会",
    "青联",
    "学生联合会",
    "工商联",
    "侨联",
    "文联",
    "社科联",
    "少工委",
    "工会",
    "红十字",
    "团委",
    "计生协",
];
/// How the names of places end.
const PLACE_ENDINGS: [char; 11] = ['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '村', '道'];
/// Characters that stand before a name and are no part of it.
const NOT_IN_NAME: [char; 22] = [
    '年', '月', '日', '在', '由', '向', '与', '和', '的', '及', '是', '对', '经', '被', '到', '各', '全',
    '我', '本', '级', '将', '从',
];
/// A place's name has at most so many characters.
const LONGEST_PLACE: usize = 9;
/// Names that stand here are the title's or the first paragraph's.
const HEAD: usize = 500;

/// Reads body, place and year from the text.
pub(super) fn guess(view: &View, titles: &[Range<usize>], zones: &Zones) -> Guess {
    let (body, place) = body(view).map_or((None, None), |(body, place)| (Some(body), Some(place)));
    let printed = year(view, titles, zones);
    let page = printed.is_none().then(|| year_of_page(view)).flatten();
    Guess { body, place, year: printed.or(page), is_year_of_page: page.is_some() }
}

/// The body named most often by its place, the earliest of equals.
fn body(view: &View) -> Option<(String, String)> {
    let mut candidates = leagues(view);
    candidates.extend(others(view));
    if candidates.is_empty() {
        candidates = nicknamed(view);
    }
    candidates.sort_by_key(|it| it.at);
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for it in &candidates {
        *counts.entry(it.place.as_str()).or_default() += if it.at < HEAD { 2 } else { 1 };
    }
    let whole = view.folded(0..view.len());
    let weight = |it: &Candidate| {
        counts[it.place.as_str()] + whole.matches(bare_place(&it.place).as_str()).count().min(12)
    };
    let best = candidates.iter().rev().max_by_key(|it| (weight(it), it.is_full))?;
    Some((best.name.clone(), best.place.clone()))
}

struct Candidate {
    at: usize,
    name: String,
    place: String,
    is_full: bool,
}

/// 共青团某市委, 团某市委.
fn leagues(view: &View) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..view.len() {
        let is_full = view.starts(at, "共青团");
        let is_short = view.at(at) == '团' && view.before(at) != '青';
        if !is_full && !is_short {
            continue;
        }
        let start = at + if is_full { 3 } else { 1 };
        let end = (start..(start + LONGEST_PLACE + 3).min(view.len())).find(|&it| view.at(it) == '委');
        let Some(end) = end.filter(|&it| is_place(view, start..it)) else { continue };
        let behind = if view.starts(end, "委员会") { end + 3 } else { end + 1 };
        // 共青团某县县委 is of 某县.
        let is_doubled = end - start > 2 && view.before(end) == view.at(end - 2);
        let place = view.title(start..if is_doubled { end - 1 } else { end });
        let name =
            if is_full { view.title(at..behind) } else { format!("共青团{}", view.title(start..behind)) };
        found.push(Candidate { at, name, place, is_full });
    }
    found
}

/// 青山团市委: the place stands before, its level within.
fn nicknamed(view: &View) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..view.len() {
        let level = view.at(at + 1);
        let is_one =
            view.at(at) == '团' && matches!(level, '市' | '县' | '区' | '州') && view.at(at + 2) == '委';
        let is_name = |it: &usize| is_hanzi(view.at(*it)) && !NOT_IN_NAME.contains(&view.at(*it));
        let start = (at.saturating_sub(4)..at).rev().take_while(is_name).last();
        let Some(start) = start.filter(|it| is_one && (2..=4).contains(&(at - it))) else { continue };
        let bare = view.title(start..at);
        // A verb before 团市委 stands there once; a place is named again.
        if view.folded(0..view.len()).matches(bare.as_str()).count() >= 2 {
            let place = format!("{bare}{level}");
            found.push(Candidate { at: start, name: format!("共青团{place}委"), place, is_full: false });
        }
    }
    found
}

/// 某市总工会, 某县妇联.
fn others(view: &View) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..view.len() {
        let Some(ending) = view.longest(at, &ENDINGS) else { continue };
        let is_name = |it: &usize| {
            is_hanzi(view.at(*it)) && !NOT_IN_NAME.contains(&view.at(*it))
                || matches!(view.at(*it), '×' | '*' | '_')
        };
        let reach = at.saturating_sub(LONGEST_PLACE)..at;
        let start = reach.rev().take_while(is_name).last();
        let Some(start) = start.filter(|&it| is_place(view, it..at)) else { continue };
        let name = view.title(start..at + ending.chars().count());
        let ends_full = !matches!(ending, "红十字" | "团委" | "工会");
        found.push(Candidate { at: start, name, place: view.title(start..at), is_full: ends_full });
    }
    found
}

/// Two characters or more that end as the names of places do, with nothing else behind the ending.
fn is_place(view: &View, range: Range<usize>) -> bool {
    let letters = range.len();
    let ends = PLACE_ENDINGS.contains(&view.before(range.end));
    let is_word =
        range.clone().all(|it| is_hanzi(view.at(it)) || matches!(view.at(it), '×' | '*' | '_' | 'X'));
    let is_own = view.longest(range.start, &["各", "市委", "省委", "该"]).is_some()
        || view.holds(range.clone(), &["围绕", "坚持", "配合", "联合", "按照", "根据"]);
    let doubles = (2..=2).any(|length| {
        letters > length * 2
            && view.folded(range.end - length..range.end)
                == view.folded(range.end - 2 * length..range.end - length)
    });
    (2..=LONGEST_PLACE).contains(&letters) && ends && is_word && !is_own && !doubles && letters >= 3
}

/// The name of a place without its ending: 青山市 is 青山.
pub(super) fn bare_place(place: &str) -> String {
    let count = place.chars().count();
    let is_long = count >= 3 && place.ends_with(PLACE_ENDINGS);
    let is_street = place.ends_with("街道");
    let keep = if is_street && count > 3 {
        count - 2
    } else if is_long {
        count - 1
    } else {
        count
    };
    place.chars().take(keep).collect()
}

/// The place in the name of a body: 共青团某市委 is of 某市.
pub(super) fn place_of(body: &str) -> Option<String> {
    let rest = body.strip_prefix("共青团").unwrap_or(body);
    let end = |it: &&&str| rest.ends_with(**it);
    let longest = ENDINGS.iter().chain(&["委员会", "委"]).filter(end).max_by_key(|it| it.len())?;
    let place = rest.strip_suffix(longest)?;
    let letters: Vec<char> = place.chars().collect();
    let single = match letters.as_slice() {
        // 共青团某县县委.
        [rest @ .., last, again] if last == again && !rest.is_empty() => {
            place.strip_suffix(*again).unwrap_or(place)
        }
        _ => place,
    };
    (letters.len() >= 2).then(|| single.to_owned())
}

/// The place at the head of a body's name, where its ending is not known: 某区某小学 is of 某区.
pub(super) fn place_at_head(body: &str) -> Option<String> {
    let letters: Vec<char> = body.chars().collect();
    let ends = |it: &usize| matches!(letters[*it], '省' | '市' | '县' | '区' | '州' | '盟' | '旗');
    let end = (1..letters.len().min(LONGEST_PLACE)).rev().find(ends).filter(|it| *it >= 2)?;
    Some(letters[..=end].iter().collect())
}

/// A place in its larger ones: 青山市周河街道 is 周河街道 in 青山市.
pub(super) fn innermost(place: &str) -> (String, Vec<String>) {
    let letters: Vec<char> = place.chars().collect();
    let cut = (2..letters.len().saturating_sub(2))
        .rev()
        .find(|&it| matches!(letters[it - 1], '省' | '市' | '县' | '区' | '州' | '盟') && it >= 2);
    match cut {
        Some(cut) => {
            let larger: String = letters[..cut].iter().collect();
            let bare = bare_place(&larger);
            let mut within = vec![larger];
            if !within.contains(&bare) {
                within.push(bare);
            }
            (letters[cut..].iter().collect(), within)
        }
        None => (place.to_owned(), Vec::new()),
    }
}

/// What the place is called in its own report: 全市, 我市.
pub(super) fn place_aliases(place: &str) -> Vec<String> {
    let bare = bare_place(place);
    let level = place.chars().last().filter(|it| PLACE_ENDINGS.contains(it) && bare != place);
    let level = if place.ends_with("街道") { Some("街道".to_owned()) } else { level.map(String::from) };
    let own = level.into_iter().flat_map(|it| [format!("全{it}"), format!("我{it}")]);
    std::iter::once(place.to_owned()).filter(|it| *it != bare).chain(own).collect()
}

/// What people call the body for short.
pub(super) fn body_aliases(body: &str, place: &str) -> Vec<String> {
    let bare = bare_place(place);
    let level = place.chars().last().filter(|it| PLACE_ENDINGS.contains(it)).unwrap_or('市');
    if body.starts_with("共青团") {
        let long = Some(format!("团{place}委")).filter(|it| body != format!("共青{it}") || place != bare);
        return [
            Some(format!("团{level}委")),
            Some(format!("{bare}团{level}委")),
            Some(format!("{bare}共青团")),
            long,
        ]
        .into_iter()
        .flatten()
        .collect();
    }
    let ending = ENDINGS.iter().filter(|it| body.ends_with(**it)).max_by_key(|it| it.len());
    let Some(ending) = ending else { return Vec::new() };
    let own = format!("{level}{ending}");
    let bare_ending = ending.strip_prefix('总').unwrap_or(ending);
    let names = [
        (*ending).to_owned(),
        own,
        format!("{bare}{ending}"),
        format!("{bare}{bare_ending}"),
        bare_ending.to_owned(),
    ];
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if name != body && !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// The title of the whole text: the line above the first paragraph that speaks of a year's work, else the first.
pub(super) fn title(view: &View, titles: &[Range<usize>]) -> Option<String> {
    let says = |it: &&Range<usize>| {
        view.holds((*it).clone(), &["总结", "报告", "盘点", "综述", "年鉴", "共青团", "团委"])
    };
    let line = titles.iter().find(says).or_else(|| titles.first())?;
    Some(view.title(line.clone()).trim_end_matches('—').to_owned())
}

/// The year of the title, else the first outside of names that is no beginning of a span.
fn year(view: &View, titles: &[Range<usize>], zones: &Zones) -> Option<u16> {
    let in_title = titles.iter().filter_map(|it| years(view, it.clone()).first().map(|it| it.1)).next();
    let all = years(view, 0..view.len());
    let is_plain =
        |it: &&(usize, u16)| view.quoted(it.0).is_none() && !matches!(view.before(it.0), '从' | '自' | '到');
    // 2021年至今 begins a span; a year of the page is when the text was printed.
    let behind = |at: usize| view.skip(view.skip(at + 4) + 1);
    let is_own =
        |it: &&(usize, u16)| is_plain(it) && zones.of(it.0).is_none() && !view.starts(behind(it.0), "至");
    let own = all.iter().find(is_own).map(|it| it.1);
    in_title.or(own).or_else(|| all.iter().find(is_plain).map(|it| it.1))
}

/// The years printed with 年, and where.
fn years(view: &View, range: Range<usize>) -> Vec<(usize, u16)> {
    let is_year = |&at: &usize| {
        let digits = (at..at + 4).all(|it| view.at(it).is_ascii_digit());
        digits
            && view.starts(at, "20")
            && !view.before(at).is_ascii_digit()
            && view.starts(view.skip(at + 4), "年")
    };
    range.filter(is_year).filter_map(|at| Some((at, view.folded(at..at + 4).parse().ok()?))).collect()
}

/// The year of a date as 2024-01-11.
fn year_of_page(view: &View) -> Option<u16> {
    let is_date = |&at: &usize| {
        (at..at + 4).all(|it| view.at(it).is_ascii_digit())
            && view.starts(at, "20")
            && !view.before(at).is_ascii_digit()
            && matches!(view.at(at + 4), '-' | '/' | '.')
            && view.at(at + 5).is_ascii_digit()
    };
    let at = (0..view.len()).find(is_date)?;
    view.folded(at..at + 4).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{bare_place, guess, innermost, place_at_head};
    use crate::draft::view::View;
    use crate::draft::zones::Zones;

    #[test]
    fn bodies_and_years() {
        let rows = [
            ("共青团青山市委2024年工作总结", Some("共青团青山市委"), Some(2024)),
            ("2023年,团青山市委开展活动。", Some("共青团青山市委"), Some(2023)),
            ("青山市总工会不断加强。青山市总工会", Some("青山市总工会"), None),
            ("青山市工会送温暖。青山市总工会开展活动。", Some("青山市总工会"), None),
            ("紧紧围绕市妇联部署,青山县妇联开展活动。", Some("青山县妇联"), None),
            ("2023年以来,周河街道妇联坚持", Some("周河街道妇联"), Some(2023)),
            ("青山团市委开展活动。在青山", Some("共青团青山市委"), None),
            ("共青团青县县委", Some("共青团青县县委"), None),
            ("开展活动。", None, None),
        ];
        for (text, body, year) in rows {
            let view = View::new(text);
            let guess = guess(&view, &[], &Zones::default());
            assert_eq!((guess.body.as_deref(), guess.year), (body, year), "{text}");
        }
        assert_eq!(place_at_head("青山区红星小学").as_deref(), Some("青山区"));
        assert_eq!(place_at_head("红旗小学"), None);
        assert_eq!((bare_place("青山市"), bare_place("周河街道")), ("青山".to_owned(), "周河".to_owned()));
        assert_eq!(
            innermost("青山市周河街道"),
            ("周河街道".to_owned(), vec!["青山市".to_owned(), "青山".to_owned()])
        );
        assert_eq!(innermost("青山市"), ("青山市".to_owned(), Vec::new()));
    }
}
