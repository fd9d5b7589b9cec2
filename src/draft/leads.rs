//! Leads at the head of paragraphs and inside of them (X。 X,Y。 一是X。 （一）X。 【X】), also where their stop was forgotten.
//! Knows no headings; the paragraphs that are given stand below one of them.

use super::plans;
use super::units::{MEASURES, POWERS};
use super::view::View;
use std::ops::Range;

/// A lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lead {
    /// It ends with a stop or a colon.
    Stopped(Range<usize>),
    /// Its stop is missing: it was cut before a verb.
    Cut(Range<usize>),
}

/// A stretch of a paragraph, and the lead that stood before it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) lead: Option<Lead>,
    pub(super) text: Range<usize>,
    /// Whether it is an item of a list of its own: it does not go on with the item before it.
    pub(super) is_item: bool,
}

/// A lead has so many characters, in each of its one or two clauses and in all.
const CLAUSE: std::ops::RangeInclusive<usize> = 3..=26;
const WHOLE: std::ops::RangeInclusive<usize> = 4..=40;
/// A lead is followed by so many characters at least.
const SHORTEST_TEXT: usize = 10;
/// Words that no lead holds: reports of speech, spans of time, the organ that acts.
const NOT_IN_LEAD: [&str; 24] = [
    "年来",
    "指出",
    "表示",
    "介绍",
    "据悉",
    "获悉",
    "认为",
    "强调",
    "团委",
    "团市委",
    "团县委",
    "团区委",
    "团省委",
    "市委",
    "我市",
    "我县",
    "我区",
    "共青团",
    "会上",
    "日前",
    "近日",
    "今年",
    "去年",
    "讯",
];
/// Words that no lead begins with.
const NOT_AT_HEAD: [&str; 12] =
    ["此外", "同时", "这", "据", "一年来", "截至", "目前", "其中", "下一步", "接下来", "为", "在"];
/// Verbs before which a lead without its stop is cut.
const CUTS: [&str; 18] = [
    "依托", "加强", "聚焦", "强化", "围绕", "通过", "开展", "深化", "推动", "组织", "制定", "印发", "坚持",
    "落实", "实施", "联合", "举办", "紧扣",
];
/// Such a lead has at least so many characters, and at most so many.
const CUT: std::ops::RangeInclusive<usize> = 4..=26;
/// Leads of so many percent of the paragraphs below one heading tell that the others lack theirs by mistake.
const MOST: usize = 60;

/// Cuts paragraphs into pieces at their leads.
pub(super) fn split(view: &View, paragraphs: &[Range<usize>]) -> Vec<Piece> {
    let bare: Vec<Option<Range<usize>>> = paragraphs.iter().map(|it| unmarked(view, it.clone())).collect();
    let count = bare.iter().flatten().count();
    let counted = paragraphs.iter().filter(|it| !plans::opens(view, (*it).clone())).count();
    let mut pieces = Vec::new();
    for (paragraph, bare) in paragraphs.iter().zip(bare) {
        let items = items(view, paragraph.clone());
        let is_item = view.is_item(paragraph.start);
        if let Some(piece) = emphasised(view, paragraph.clone()) {
            pieces.push(piece);
        } else if !items.is_empty() {
            pieces.extend(items);
        } else if let Some(piece) = marked(view, paragraph.clone()) {
            pieces.push(piece);
        } else if let Some(theses) = theses(view, paragraph.clone()) {
            pieces.extend(theses);
        } else if let Some(lead) = bare.filter(|_| count >= 2) {
            pieces.push(Piece {
                text: lead.end + 1..paragraph.end,
                lead: Some(Lead::Stopped(lead)),
                is_item,
            });
        } else {
            let lacks = count >= 2 && count * 100 >= counted * MOST && !plans::opens(view, paragraph.clone());
            let lead = lacks.then(|| without_stop(view, paragraph.clone())).flatten();
            let start = lead.as_ref().map_or(paragraph.start, |it| it.end);
            pieces.push(Piece { text: start..paragraph.end, lead: lead.map(Lead::Cut), is_item });
        }
    }
    pieces
}

/// 一是X。…二是Y。…: the pieces of a paragraph, with what stands before the first.
fn items(view: &View, paragraph: Range<usize>) -> Vec<Piece> {
    let starts = item_starts(view, &paragraph);
    let leads: Vec<Option<Range<usize>>> = starts
        .iter()
        .enumerate()
        .map(|(row, &(start, words))| {
            let end = starts.get(row + 1).map_or(paragraph.end, |it| it.0);
            let opens_paragraph = start == paragraph.start && !view.at(start).is_ascii_digit();
            item_lead(view, words..end, opens_paragraph)
        })
        .collect();
    if starts.is_empty() || leads.iter().any(Option::is_none) {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    if starts[0].0 > paragraph.start {
        pieces.push(Piece { lead: None, text: paragraph.start..starts[0].0, is_item: false });
    }
    for (row, lead) in leads.into_iter().flatten().enumerate() {
        let end = starts.get(row + 1).map_or(paragraph.end, |it| it.0);
        pieces.push(Piece { text: lead.end..end, lead: Some(Lead::Stopped(lead)), is_item: false });
    }
    pieces
}

/// Where the items of a paragraph begin, and where their words do: 一是X or, where two or more stand there, 1.X.
fn item_starts(view: &View, paragraph: &Range<usize>) -> Vec<(usize, usize)> {
    let opens = |at: usize| at == paragraph.start || matches!(view.before(view.back(at)), '。' | ';' | ':');
    let in_words =
        |&at: &usize| "一二三四五六七八九十".contains(view.at(at)) && view.at(at + 1) == '是' && opens(at);
    let spelled: Vec<(usize, usize)> = paragraph.clone().filter(in_words).map(|it| (it, it + 2)).collect();
    if !spelled.is_empty() {
        return spelled;
    }
    let counted =
        paragraph.clone().filter(|&it| opens(it)).filter_map(|it| Some((it, behind_digit(view, it)?)));
    let counted: Vec<(usize, usize)> = counted.collect();
    if counted.len() < 2 { Vec::new() } else { counted }
}

/// The place behind 1. or 2、, if no digit follows.
pub(super) fn behind_digit(view: &View, start: usize) -> Option<usize> {
    let digits = (start..view.len()).take_while(|&it| view.at(it).is_ascii_digit()).count();
    let end = start + digits;
    let is_mark = (1..=2).contains(&digits) && matches!(view.at(end), '.' | '、');
    (is_mark && !view.at(end + 1).is_ascii_digit()).then(|| view.skip(end + 1))
}

/// X,Y。… X,Y。…: two or more sentences of a paragraph that have the form of a thesis, with what stands before the first.
fn theses(view: &View, paragraph: Range<usize>) -> Option<Vec<Piece>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = paragraph.start;
    while start < paragraph.end {
        let end = view.next_mark(start, paragraph.end, &['。', '!', '?', ';']);
        let sentence = view.trim(start..end);
        if view.at(end) == '。' && is_thesis(view, sentence.clone()) && paragraph.end - end > SHORTEST_TEXT {
            found.push(sentence);
        }
        start = end + 1;
    }
    let follow = |pair: &[Range<usize>]| pair[1].start - pair[0].end > SHORTEST_TEXT;
    if found.len() < 2 || !found.windows(2).all(follow) {
        return None;
    }
    let mut pieces = Vec::new();
    if found[0].start > paragraph.start + SHORTEST_TEXT {
        pieces.push(Piece { lead: None, text: paragraph.start..found[0].start, is_item: false });
    }
    for (row, lead) in found.iter().enumerate() {
        let end = found.get(row + 1).map_or(paragraph.end, |it| it.start);
        let text = lead.end + 1..end;
        pieces.push(Piece { lead: Some(Lead::Stopped(lead.clone())), text, is_item: false });
    }
    Some(pieces)
}

/// 推进普法工作,筑牢维权防线: two clauses that each begin with a verb, without digits and names.
fn is_thesis(view: &View, sentence: Range<usize>) -> bool {
    let comma = view.next_mark(sentence.start, sentence.end, &[',']);
    let halves = [sentence.start..comma, (comma + 1).min(sentence.end)..sentence.end];
    let opens = |it: &Range<usize>| view.longest(it.start, &THESIS_VERBS).is_some();
    let is_plain = sentence.clone().all(|it| !view.at(it).is_ascii_digit() && view.quoted(it).is_none());
    comma < sentence.end
        && FIRST_HALF.contains(&halves[0].len())
        && SECOND_HALF.contains(&halves[1].len())
        && halves.iter().all(opens)
        && is_plain
        && is_lead(view, sentence)
}

/// The clauses of a thesis have so many characters.
const FIRST_HALF: std::ops::RangeInclusive<usize> = 4..=14;
/// See `FIRST_HALF`.
const SECOND_HALF: std::ops::RangeInclusive<usize> = 5..=22;
/// Verbs that a thesis begins with, in each of its clauses.
const THESIS_VERBS: [&str; 40] = [
    "推进", "推动", "深化", "强化", "加强", "筑牢", "弘扬", "夯实", "凝聚", "引领", "汇聚", "拓展", "拓宽",
    "提升", "提高", "优化", "完善", "健全", "聚焦", "围绕", "坚持", "突出", "抓好", "做实", "做优", "做强",
    "打造", "搭建", "激发", "激活", "助力", "服务", "守护", "维护", "创新", "构建", "厚植", "彰显", "展现",
    "赋能",
];

/// The words of an item up to its stop; of one that opens a paragraph also up to its first comma.
fn item_lead(view: &View, item: Range<usize>, opens_paragraph: bool) -> Option<Range<usize>> {
    let stop = view.next_mark(item.start, item.end, &['。', ':', ';']);
    let is_lead = |end: usize| is_lead(view, item.start..end) && stop < item.end;
    if is_lead(stop) && item.end - stop > SHORTEST_TEXT {
        return Some(item.start..stop);
    }
    let comma = view.next_mark(item.start, item.end, &[',']);
    (opens_paragraph && is_lead(comma)).then_some(item.start..comma)
}

/// **X**：… and 1. **X**：…: bold words at the head of a paragraph, with a colon or a stop in or behind them.
fn emphasised(view: &View, paragraph: Range<usize>) -> Option<Piece> {
    let start = behind_number(view, paragraph.clone()).unwrap_or(paragraph.start);
    let bold = view.bold(start).filter(|it| it.end <= paragraph.end)?;
    let stop = view.skip(bold.end);
    let is_stop = |at: usize| matches!(view.at(at), ':' | '。');
    let ends_inside = is_stop(bold.end - 1);
    let lead = view.trim(bold.start..if ends_inside { bold.end - 1 } else { bold.end });
    let is_led = (ends_inside || is_stop(stop)) && !holds_sum(view, lead.clone());
    is_led.then_some(Piece { text: stop..paragraph.end, lead: Some(Lead::Stopped(lead)), is_item: true })
}

/// （一）X。 1.X。 【X】: a lead with a mark before it.
fn marked(view: &View, paragraph: Range<usize>) -> Option<Piece> {
    if view.at(paragraph.start) == '【' {
        let end = view.next_mark(paragraph.start, paragraph.end, &['】']);
        let lead = paragraph.start + 1..end;
        return (end < paragraph.end).then(|| Piece {
            text: end + 1..paragraph.end,
            lead: Some(Lead::Stopped(lead)),
            is_item: false,
        });
    }
    let start = behind_number(view, paragraph.clone())?;
    let stop = view.next_mark(start, paragraph.end, &['。', ':']);
    let is_led = is_lead(view, start..stop) && paragraph.end - stop > SHORTEST_TEXT;
    let lead = if is_led { start..stop } else { first_clause(view, start..paragraph.end)? };
    Some(Piece { text: lead.end..paragraph.end, lead: Some(Lead::Stopped(lead)), is_item: false })
}

/// The first clause of a bracketed paragraph without a lead, if it holds no digit.
fn first_clause(view: &View, text: Range<usize>) -> Option<Range<usize>> {
    let is_bracketed = view.before(text.start) == ')';
    let end = view.next_mark(text.start, text.end, &[',', '。', ';']);
    let has_digit = (text.start..end).any(|it| view.at(it).is_ascii_digit());
    (is_bracketed && !has_digit && end - text.start <= *WHOLE.end()).then_some(text.start..end)
}

/// The place behind （一）, 一、 or 1. at the head of a paragraph.
fn behind_number(view: &View, paragraph: Range<usize>) -> Option<usize> {
    let is_count = |at: usize| "一二三四五六七八九十".contains(view.at(at)) || view.at(at).is_ascii_digit();
    let is_open = view.at(paragraph.start) == '(';
    let start = paragraph.start + usize::from(is_open);
    let end = (start..paragraph.end).find(|&it| !is_count(it))?;
    let closes = if is_open { view.at(end) == ')' } else { matches!(view.at(end), '、' | '.') };
    let is_decimal = view.at(end + 1).is_ascii_digit();
    (end > start && end - start <= 3 && closes && !is_decimal).then(|| view.skip(end + 1))
}

/// X。 or X,Y。 at the head of a paragraph.
fn unmarked(view: &View, paragraph: Range<usize>) -> Option<Range<usize>> {
    let stop = view.next_mark(paragraph.start, paragraph.end, &['。', ';', ':']);
    let lead = paragraph.start..stop;
    (view.at(stop) == '。' && is_lead(view, lead.clone()) && paragraph.end - stop > SHORTEST_TEXT)
        .then_some(lead)
}

/// Whether words have the form of a lead.
fn is_lead(view: &View, lead: Range<usize>) -> bool {
    let text = view.folded(lead.clone());
    let digits = counted_digits(view, lead.clone());
    let clauses: Vec<&str> = text.split(',').collect();
    let fits = |it: &&str| CLAUSE.contains(&it.chars().count());
    WHOLE.contains(&text.chars().count())
        && digits < 2
        && clauses.len() <= 3
        && clauses.iter().all(fits)
        && view.longest(lead.start, &NOT_AT_HEAD).is_none()
        && !view.holds(lead, &NOT_IN_LEAD)
}

/// Digits that count something: those of 20周年, of a year and of a session are part of what a thing is called.
fn counted_digits(view: &View, range: Range<usize>) -> usize {
    let is_digit = |at: usize| view.at(at).is_ascii_digit();
    let mut count = 0;
    let mut at = range.start;
    while at < range.end {
        let end = (at..range.end).find(|&it| !is_digit(it)).unwrap_or(range.end);
        if end > at && view.longest(view.skip(end), &NAMING).is_none() {
            count += end - at;
        }
        at = end.max(at + 1);
    }
    count
}

/// Whether words that stand as a heading hold a sum: 全年支出1320.44万元 is a figure and no name.
pub(super) fn holds_sum(view: &View, range: Range<usize>) -> bool {
    let is_digit = |at: usize| view.at(at).is_ascii_digit() || view.at(at) == '.';
    let has_unit = |end: usize| {
        let at = view.skip(end);
        let at = if matches!(view.at(at), '余' | '多') { at + 1 } else { at };
        view.longest(at, &NAMING).is_none()
            && (view.longest(at, &POWERS).is_some() || view.longest(at, &MEASURES).is_some())
    };
    let ends = |&at: &usize| {
        is_digit(at) && !is_digit(at + 1) && is_digit(at - 1) && view.quoted(at).is_none() && has_unit(at + 1)
    };
    (range.start + 1..range.end).any(|it| ends(&it))
}

/// What stands behind a number that names and does not count.
const NAMING: [&str; 12] = ["周年", "年", "届", "月", "日", "周岁", "岁", "级", "后", "世纪", "次会议", "号"];

/// The head of a paragraph up to its second verb, outside of quotes.
fn without_stop(view: &View, paragraph: Range<usize>) -> Option<Range<usize>> {
    let places = paragraph.start + CUT.start()..(paragraph.start + CUT.end() + 1).min(paragraph.end);
    // 团组织 is a noun.
    let is_noun =
        |at: usize| view.starts(at, "组织") && matches!(view.before(at), '团' | '党' | '会' | '联' | '群');
    let is_cut = |&at: &usize| view.longest(at, &CUTS).is_some() && !is_noun(at) && view.quoted(at).is_none();
    let end = places.into_iter().find(is_cut)?;
    let lead = paragraph.start..end;
    let has_mark = view.next_mark(lead.start, lead.end, &[',', '。', ';', ':', '、']) < lead.end;
    let has_digit = lead.clone().any(|it| view.at(it).is_ascii_digit());
    (!has_mark && !has_digit && view.longest(lead.start, &NOT_AT_HEAD).is_none()).then_some(lead)
}
