//! Times by grammar: 2023年, 近五年, 十二月份, 上个星期, 第三季度; and times that stand in the word lists.
//! The report's own year said as 今年 or 全年 is no slot: it changes nothing.
//!
//! The characters of this grammar stand in the code: it says in which order they follow one another, which no list does.

use crate::matcher::lexicon::role::{Role, TimeKind};
use crate::matcher::vocabulary::Vocabulary;
use crate::text::is_hanzi;

/// The time that starts here: how many characters it has, and what it is.
pub(crate) fn at(text: &[char], start: usize, words: &Vocabulary) -> Option<(usize, TimeKind)> {
    let before = start.checked_sub(1).map(|it| text[it]);
    let rest = &text[start..];
    let list = if words.may_fill_slot(rest[0]) { listed(rest, words) } else { None };
    if !may_begin(rest[0]) {
        return list.map(|(length, kind)| joined(rest, before, length, kind, words));
    }
    let all = [
        list,
        year(rest, before, words),
        span(rest, before),
        months(rest, before),
        part(rest),
        turn(rest),
        since(rest),
        before_deed(rest),
        other(rest),
    ];
    let (length, kind) = all.into_iter().flatten().max_by_key(|it| it.0)?;
    Some(joined(rest, before, length, kind, words))
}

/// True for the characters that a time of the grammar may begin with: numerals, and words that point to one.
fn may_begin(letter: char) -> bool {
    let points = "近这过前上下未后往头最本当第星礼周每那几数从自打接没未还";
    letter.is_ascii_digit() || digit(letter).is_some() || letter == '十' || points.contains(letter)
}

/// True where a time of a question is the one that is printed with a figure: 近五年 is 五年来; 2019年 is not 2019年以来.
pub(crate) fn is_same(asked: &[char], printed: &str) -> bool {
    let asked: Vec<char> = asked.iter().copied().filter(|it| !it.is_whitespace()).map(arabic).collect();
    let printed: Vec<char> = printed.chars().filter(|it| !it.is_whitespace()).map(arabic).collect();
    asked == printed || counted_years(&asked).is_some_and(|it| counted_years(&printed) == Some(it))
}

/// 近五年, 五年来, 五年间: how many years are counted back.
fn counted_years(text: &[char]) -> Option<&[char]> {
    let frame = |it: &char| "近这过去来以间内里的最".contains(*it);
    let start = text.iter().position(|it| !frame(it))?;
    let end = text.iter().rposition(|it| !frame(it))? + 1;
    let number = text.get(start..end)?.strip_suffix(&['年'])?;
    let counts = number.len() < 4 && (start > 0 || end < text.len());
    counts.then_some(number)
}

/// A numeral as a digit, anything else as it is.
fn arabic(letter: char) -> char {
    digit(letter).and_then(|it| char::from_digit(it, 10)).unwrap_or(letter)
}

/// True for what a number of a date counts: 2024*年*, 5*月*, 4*日*.
pub(crate) fn is_date_unit(letter: char) -> bool {
    matches!(letter, '年' | '月' | '日' | '号')
}

/// A year and what stands right behind it: 2023年以来, 2021年到2023年, 2024年12月.
fn joined(
    rest: &[char],
    before: Option<char>,
    length: usize,
    kind: TimeKind,
    words: &Vocabulary,
) -> (usize, TimeKind) {
    let behind = &rest[length..];
    if let TimeKind::Year(_) = kind {
        // 2024那年, 到2024年底: the year itself.
        if let Some(more) = one_of(behind, &["那年", "那一年"]) {
            return (length + more, kind);
        }
        let until = before.is_some_and(|it| matches!(it, '到' | '至' | '止'));
        if let Some(more) = one_of(behind, &["年底", "底", "年末", "末"]).filter(|_| until) {
            return (length + more, kind);
        }
        if let Some(more) = one_of(behind, &["以来", "至今", "起", "开始"]) {
            return (length + more, TimeKind::Span);
        }
        if let Some(to) = one_of(behind, &["到", "至", "-", "~"])
            && let Some((more, TimeKind::Year(_))) = year(&behind[to..], None, words)
        {
            return (length + to + more, TimeKind::Span);
        }
        if let Some((more, kind)) =
            part(behind).or_else(|| months(behind, Some('年'))).or_else(|| half(behind))
        {
            return (length + more, kind);
        }
    }
    if kind == TimeKind::Festival
        && let Some(more) = one_of(behind, &["当天", "那天", "当日", "那场"])
    {
        return (length + more, TimeKind::Part);
    }
    (length, kind)
}

/// 下半年 behind a year.
fn half(rest: &[char]) -> Option<(usize, TimeKind)> {
    one_of(rest, &["上半年", "下半年", "年底", "底", "末", "初"]).map(|it| (it, TimeKind::Part))
}

/// The longest word of the lists.
fn listed(rest: &[char], words: &Vocabulary) -> Option<(usize, TimeKind)> {
    let kind = |role: &Role| match role {
        Role::Time(kind) => Some(*kind),
        _ => None,
    };
    let found = words
        .prefixes(rest)
        .filter_map(|(length, term)| Some((length, words.roles(term).iter().find_map(kind)?)));
    found.last()
}

/// 2023年, 二〇二三年, 23年, a bare 2023 where no unit stands behind it.
fn year(rest: &[char], before: Option<char>, words: &Vocabulary) -> Option<(usize, TimeKind)> {
    if before
        .is_some_and(|it| it.is_ascii_digit() || matches!(it, '.' | '第' | '近' | '这' | '去' | '前' | '后'))
    {
        return None;
    }
    let digits: Vec<u32> = rest.iter().map_while(|it| digit(*it)).take(5).collect();
    let is_arabic = rest.first().is_some_and(char::is_ascii_digit);
    let value = digits.iter().fold(0, |all, it| all * 10 + i64::from(*it));
    let behind = &rest[digits.len()..];
    let says_year = behind.first() == Some(&'年');
    match digits.len() {
        4 if (1900..=2099).contains(&value) => {
            if says_year {
                let length = digits.len() + one_of(behind, &["年度", "年份", "年"])?;
                return Some((length, TimeKind::Year(value)));
            }
            let is_unit = |role: &Role| matches!(role, Role::Unit(_) | Role::Colloquial(_));
            let counts = words.prefixes(behind).any(|(_, term)| words.roles(term).iter().any(is_unit));
            let decimal = behind.first() == Some(&'.') && behind.get(1).is_some_and(char::is_ascii_digit);
            let goes_on = decimal
                || behind.first().is_some_and(|it| matches!(it, '余' | '多' | '万' | '%' | '级' | '届'));
            let bare = is_arabic && value >= 2000 && !counts && !goes_on;
            bare.then_some((4, TimeKind::Year(value)))
        }
        2 if says_year && (10..=39).contains(&value) => {
            let round = value % 5 == 0;
            let goes_on = one_of(&behind[1..], &["来", "间", "以来", "之内", "前", "后", "级"])
                .or_else(|| one_of(&behind[1..], &["内", "里"]).filter(|_| round));
            goes_on.is_none().then_some((3, TimeKind::Year(2000 + value)))
        }
        _ => None,
    }
}

/// 近五年, 这三年, 过去十年里, 十年来, 前两年, 两年一共.
fn span(rest: &[char], before: Option<char>) -> Option<(usize, TimeKind)> {
    let lead = one_of(
        rest,
        &[
            "接下来的",
            "接下来",
            "最近这",
            "最近",
            "过去的",
            "过去",
            "未来",
            "近",
            "这",
            "那",
            "前",
            "上",
            "下",
            "后",
            "往前",
            "头",
        ],
    );
    let from = lead.unwrap_or(0);
    let (value, digits) = numeral(&rest[from..])?;
    let behind = &rest[from + digits..];
    let each = one_of(behind, &["个"]).unwrap_or(0);
    let unit = one_of(&behind[each..], &["年", "月", "季度", "星期", "礼拜", "周", "天", "届"])?;
    let length = from + digits + each + unit;
    let behind = &rest[length..];
    if one_of(behind, &["级", "代", "龄", "纪", "度", "份", "刊", "会", "报", "规划", "计划"]).is_some()
    {
        return None;
    }
    // 75周年 is an anniversary, which a report may speak of.
    if one_of(&rest[from + digits..], &["周年"]).is_some() {
        return (lead.is_none()).then_some((from + digits + 2, TimeKind::Festival));
    }
    let tail = one_of(behind, &["以来", "之内", "下来", "来", "间", "里", "内"]);
    let is_year = matches!(rest[length - 1], '年' | '届');
    // 24年里 is a year, 20年里 a span.
    let reads_as_year = value.is_some_and(|it| (10..=39).contains(&it) && it % 5 != 0);
    if lead.is_none() && reads_as_year && one_of(behind, &["里", "内"]).is_some() {
        return None;
    }
    let is_own = value == Some(1) && is_year && !starts_with_any(rest, &["前", "后", "下", "未来", "接下来"]);
    if is_own || (before == Some('第') && lead.is_none()) {
        return None;
    }
    let bare = lead.is_none() && tail.is_none();
    // 两年一共: a small number of years by itself; 12月 and 3天 are no span.
    let few = is_year
        && each == 0
        && rest[0].is_ascii_digit() == rest[0].is_numeric()
        && value.is_none_or(|it| (2..=20).contains(&it));
    if bare && !(few && before != Some('多')) {
        return None;
    }
    if lead.is_none() && !is_year && tail.is_none() {
        return None;
    }
    Some((length + tail.unwrap_or(0), if is_year { TimeKind::Span } else { TimeKind::Part }))
}

/// 三月, 12月份, 五月三号, 第一季度.
fn months(rest: &[char], before: Option<char>) -> Option<(usize, TimeKind)> {
    if before.is_some_and(|it| it.is_ascii_digit() || digit(it).is_some() || it == '.') {
        return None;
    }
    let ordinal = one_of(rest, &["第"]).unwrap_or(0);
    if let Some(length) = month_pair(rest) {
        return Some((length, TimeKind::Part));
    }
    let (value, digits) = numeral(&rest[ordinal..])?;
    let value = value?;
    let from = ordinal + digits;
    let behind = &rest[from..];
    if (1..=4).contains(&value)
        && let Some(more) = one_of(behind, &["季度"])
    {
        return Some((from + more, TimeKind::Part));
    }
    if ordinal > 0 {
        return None;
    }
    if (1..=12).contains(&value)
        && let Some(more) = one_of(behind, &["月份", "月底", "月初", "月中", "月末", "月"])
    {
        let day = numeral(&behind[more..])
            .and_then(|(_, digits)| Some(digits + one_of(&behind[more + digits..], &["日", "号"])?));
        return Some((from + more + day.unwrap_or(0), TimeKind::Part));
    }
    let day = (1..=31).contains(&value) && rest[0].is_ascii_digit();
    day.then(|| one_of(behind, &["日"])).flatten().map(|more| (from + more, TimeKind::Part))
}

/// 七八月份, 七、八月: two months side by side.
fn month_pair(rest: &[char]) -> Option<usize> {
    let month = |it: &char| digit(*it).filter(|it| *it > 0);
    let first = month(rest.first()?)?;
    let joint = usize::from(matches!(rest.get(1), Some('、' | ',' | '-' | '~' | '到' | '至' | '和')));
    let second = month(rest.get(1 + joint)?)?;
    let is_pair = !rest[0].is_ascii_digit() || joint > 0;
    let behind = &rest[2 + joint..];
    let goes_on = one_of(behind, &["月份", "月"])?;
    (is_pair && second > first).then_some(2 + joint + goes_on)
}

/// 从头一届到现在, 从成立到如今: all the time since something began.
fn since(rest: &[char]) -> Option<(usize, TimeKind)> {
    one_of(rest, &["从", "自", "打"])?;
    let tails = ["到现在", "到如今", "到目前", "到今天", "到今年", "到去年", "至今", "以来"];
    let (at, tail) = (2..=LONGEST_SINCE).find_map(|at| Some((at, one_of(rest.get(at..)?, &tails)?)))?;
    let begun = ["届", "创", "成立", "启动", "开始", "头", "第一", "最早", "建", "当初", "办"];
    let inner: String = rest[1..at].iter().collect();
    let own = ["年初", "年头", "一月", "1月", "元旦"].iter().any(|it| inner.contains(it));
    (!own && begun.iter().any(|it| inner.contains(it))).then_some((at + tail, TimeKind::Span))
}

/// 没扩之前, 还没建成以前: a time before what the report tells.
fn before_deed(rest: &[char]) -> Option<(usize, TimeKind)> {
    let not = one_of(rest, &["还没有", "还没", "没有", "没", "未"])?;
    let end = (not + 1..=not + LONGEST_DEED)
        .find_map(|at| Some(at + one_of(rest.get(at..)?, &["之前", "以前"])?))?;
    rest[not..end].iter().all(|it| is_hanzi(*it)).then_some((end, TimeKind::Span))
}

/// So many characters may stand between 没 and 之前.
const LONGEST_DEED: usize = 4;

/// So many characters may stand between 从 and 到现在.
const LONGEST_SINCE: usize = 9;

/// 第七届, 第一次: a place in an order, which a report may speak of.
fn turn(rest: &[char]) -> Option<(usize, TimeKind)> {
    let (_, digits) = numeral(rest.get(one_of(rest, &["第"])?..)?)?;
    let behind = &rest[1 + digits..];
    if let Some(unit) = one_of(
        behind,
        &["届", "次全", "次会", "次大", "次学代会", "次团代会", "次妇代会", "次少代会", "次代"],
    ) {
        return Some((1 + digits + unit, TimeKind::Term));
    }
    // 第五次的时候: one time among several.
    let unit = one_of(behind, &["次", "回", "场", "期", "轮", "批"])?;
    let when = one_of(&behind[unit..], &["的时候", "时候", "那次", "那回", "时"])?;
    Some((1 + digits + unit + when, TimeKind::Term))
}

/// 那年, 那一年; 一个月, 一周: not the report's year as a whole.
fn other(rest: &[char]) -> Option<(usize, TimeKind)> {
    one_of(rest, &["那年", "一个月", "一个星期", "一个礼拜", "一周", "每个月", "每周", "每个星期"])
        .map(|length| (length, TimeKind::Part))
}

/// 上个月, 本周, 下学期, 星期三.
fn part(rest: &[char]) -> Option<(usize, TimeKind)> {
    if let Some(lead) = one_of(rest, &["上", "下", "本", "这", "当", "头"]) {
        let each = one_of(&rest[lead..], &["一个", "个", "一"]).unwrap_or(0);
        let units = ["半个月", "半年", "半月", "月", "星期", "礼拜", "周", "季度", "学期", "旬"];
        if let Some(unit) = one_of(&rest[lead + each..], &units) {
            let length = lead + each + unit;
            // 下周年庆, 本周岁
            let goes_on = one_of(&rest[length..], &["年", "岁", "边", "围", "到", "全"]);
            return goes_on.is_none().then_some((length, TimeKind::Part));
        }
    }
    let week = one_of(rest, &["星期", "礼拜", "周"])?;
    rest.get(week).filter(|it| "一二三四五六日天末".contains(**it))?;
    // 一周一共, 周一起: the numeral belongs to what stands behind.
    let goes_on = one_of(&rest[week + 1..], &["共", "个", "期"]);
    goes_on.is_none().then_some((week + 1, TimeKind::Part))
}

/// A small number in digits or Chinese numerals: its value where it has one (几 has none), and how many characters it has.
fn numeral(rest: &[char]) -> Option<(Option<i64>, usize)> {
    let arabic = rest.iter().take_while(|it| it.is_ascii_digit()).count();
    if arabic > 0 {
        let value: String = rest[..arabic].iter().collect();
        return (arabic <= 3).then(|| (value.parse().ok(), arabic));
    }
    if matches!(rest.first(), Some('几' | '数')) {
        return Some((None, 1));
    }
    let length = rest.iter().take_while(|it| digit(**it).is_some() || **it == '十').take(4).count();
    let letters = &rest[..length];
    let one = |it: Option<&char>| it.and_then(|it| digit(*it)).map(i64::from);
    let value = match letters.iter().position(|it| *it == '十') {
        Some(0) => 10 + one(letters.get(1)).unwrap_or(0),
        Some(1) => one(letters.first())? * 10 + one(letters.get(2)).unwrap_or(0),
        Some(_) => return None,
        None if length == 1 => one(letters.first())?,
        None => return None,
    };
    Some((Some(value), length))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '〇' | '零' => Some(0),
        '两' => Some(2),
        _ => letter.to_digit(10).or_else(|| {
            "一二三四五六七八九".chars().position(|it| it == letter).and_then(|it| u32::try_from(it + 1).ok())
        }),
    }
}

/// How many characters of `rest` are the first of these words that it begins with.
fn one_of(rest: &[char], words: &[&str]) -> Option<usize> {
    words.iter().find(|word| begins(rest, word)).map(|word| word.chars().count())
}

fn starts_with_any(rest: &[char], words: &[&str]) -> bool {
    one_of(rest, words).is_some()
}

fn begins(rest: &[char], word: &str) -> bool {
    let mut letters = rest.iter();
    word.chars().all(|letter| letters.next() == Some(&letter))
}

#[cfg(test)]
mod tests {
    use super::{at, is_same};
    use crate::matcher::lexicon::lists::{Lexicon, Measure};
    use crate::matcher::lexicon::read::Lists;
    use crate::matcher::lexicon::role::TimeKind::{self, Part, Span, Year};
    use crate::matcher::vocabulary::Vocabulary;
    use std::sync::Arc;

    fn first(text: &str) -> Option<(String, TimeKind)> {
        let people = Measure { id: "people".to_owned(), units: vec!["人".to_owned()], ..Measure::default() };
        let lexicon = Lexicon { measures: vec![people], ..Lexicon::default() };
        let words = Vocabulary::of(&Lists::of(Arc::new(lexicon)));
        let letters: Vec<char> = text.chars().collect();
        let found = (0..letters.len()).find_map(|start| Some((start, at(&letters, start, &words)?)));
        found.map(|(start, (length, kind))| (letters[start..start + length].iter().collect(), kind))
    }

    #[test]
    fn a_time_of_a_question_and_one_that_is_printed() {
        let rows = [
            ("近五年", "五年来", true),
            ("五年来", "五年来", true),
            ("近5年", "五年来", true),
            ("2019年以来", "2019年以来", true),
            ("2019年", "2019年以来", false),
            ("近三年", "五年来", false),
            ("2024年", "五年来", false),
            ("近", "近来", false),
        ];
        for (asked, printed, expected) in rows {
            let asked: Vec<char> = asked.chars().collect();
            assert_eq!(is_same(&asked, printed), expected, "{printed}");
        }
    }

    #[test]
    fn times_are_read_by_their_grammar() {
        let rows: &[(&str, Option<(&str, TimeKind)>)] = &[
            // Years
            ("2023年几期", Some(("2023年", Year(2023)))),
            ("二〇二三年几期", Some(("二〇二三年", Year(2023)))),
            ("23年几期", Some(("23年", Year(2023)))),
            ("青马2022几期", Some(("2022", Year(2022)))),
            ("2024年以来", Some(("2024年以来", Span))),
            ("2021年到2023年", Some(("2021年到2023年", Span))),
            ("2024年12月发了几期", Some(("2024年12月", Part))),
            // Spans
            ("近5年", Some(("近5年", Span))),
            ("这三年一共", Some(("这三年", Span))),
            ("十年来", Some(("十年来", Span))),
            ("过去两年里", Some(("过去两年里", Span))),
            ("近几年", Some(("近几年", Span))),
            ("三年一共", Some(("三年", Span))),
            // Parts of a year
            ("三月份", Some(("三月份", Part))),
            ("12月", Some(("12月", Part))),
            ("第三季度", Some(("第三季度", Part))),
            ("上个星期", Some(("上个星期", Part))),
            ("这个月", Some(("这个月", Part))),
            ("头半个月", Some(("头半个月", Part))),
            ("周六", Some(("周六", Part))),
            ("七八月份办了几场", Some(("七八月份", Part))),
            ("7、8月几场", Some(("7、8月", Part))),
            // Since something began, before it was done, one time among several
            ("从头一届到现在多少封", Some(("从头一届到现在", Span))),
            ("从成立至今几场", Some(("从成立至今", Span))),
            ("没扩之前是几个", Some(("没扩之前", Span))),
            ("接下来三年几期", Some(("接下来三年", Span))),
            ("开第五次的时候", Some(("第五次的时候", TimeKind::Term))),
            // No times, or the report's own year
            ("从年初到现在", None),
            ("24年里", Some(("24年", Year(2024)))),
            ("没几场", None),
            ("从学校到社区", None),
            ("这一年", None),
            ("过去一年", None),
            ("全年", None),
            ("2048人", None),
            ("三年级", None),
            ("一期", None),
            ("第一个", None),
            ("五年规划", None),
        ];
        for (text, expected) in rows {
            let expected = expected.map(|(text, kind)| (text.to_owned(), kind));
            assert_eq!(first(text), expected, "{text}");
        }
    }
}
