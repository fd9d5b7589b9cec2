//! One figure: its number, its unit, and that the printed form holds them.
//! Knows nothing of other figures.

use super::super::problem::Finding;
use super::super::qualifier;
use super::super::words;
use super::super::written::{FigureFile, InitiativeFile};
use super::At;
use crate::text::numerals::{is_power, parse_value, place, power_alone};

/// So much and more, as printed behind the digits or inside of the unit: 600余万元, 10万多名.
const MORE: [char; 2] = ['余', '多'];

/// What reports print between the two numbers of a range: 12-15, 12至15.
const RANGE: [char; 8] = ['-', '－', '–', '—', '~', '～', '至', '到'];

/// A name this much like another one is worth asking about: two characters of three in common.
const LIKE: f64 = 0.6;

/// Everything wrong with one figure.
pub(super) fn check(figure: &FigureFile, initiative: &InitiativeFile, at: At<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(more) = misplaced_more(&figure.value) {
        let what = words::misplaced_more("value", more, &figure.value.replace(more, ""));
        findings.push(Finding::error(at.field("value").pointer(), what));
    } else if bare(&figure.value) != figure.value && is_number(&bare(&figure.value)) {
        let what = words::wide_value(&figure.value, &bare(&figure.value));
        findings.push(Finding::error(at.field("value").pointer(), what));
    } else if !is_number(&figure.value) {
        let what = words::value_is_no_number(&figure.value);
        findings.push(Finding::error(at.field("value").pointer(), what));
    }
    if let Some(more) = misplaced_more(&figure.unit) {
        let what = words::misplaced_more("unit", more, &figure.unit.replace(more, ""));
        findings.push(Finding::error(at.field("unit").pointer(), what));
    }
    let texts = [("unit", &figure.unit), ("printed", &figure.printed)];
    let broken = texts.into_iter().filter(|it| super::breaks_line(it.1));
    findings
        .extend(broken.map(|(field, _)| Finding::error(at.field(field).pointer(), words::line_break(field))));
    // One mistake is told once: the printed form is held only against a value that is well.
    if findings.is_empty() {
        findings.extend(printed(figure, at));
    }
    if findings.is_empty() && figure.unit.trim().is_empty() {
        findings.push(Finding::warning(at.field("unit").pointer(), words::no_unit()));
    }
    if figure.period.as_ref().is_some_and(|it| it.trim().is_empty()) {
        findings.push(Finding::error(at.field("period").pointer(), words::blank("period")));
    }
    findings.extend(qualifiers(figure, at));
    findings.extend(programmes(figure, initiative, at));
    findings
}

/// One number as printed, in digits or Chinese numerals (15.2, 1,218, 九百), or a range of two (12-15).
fn is_number(value: &str) -> bool {
    let is_numeral = |it: char| {
        it.is_ascii_digit()
            || matches!(it, ',' | '.')
            || is_power(it)
            || matches!(it, '两' | '点')
            || place(it).is_some()
            || matches!(it, '〇' | '零')
    };
    // 近百个, 破万: a multiplier that stands alone.
    let is_alone = |it: &str| power_alone(&it.chars().collect::<Vec<_>>()).is_some();
    let is_one = |it: &str| it.chars().all(is_numeral) && (parse_value(it, "").is_some() || is_alone(it));
    match value.split_once(RANGE) {
        Some((from, to)) => is_one(from) && is_one(to),
        None => is_one(value),
    }
}

/// 余 or 多 that stands in a value or at the head of a unit: 万余人次. It is a qualifier; 多媒体教室 is a unit.
fn misplaced_more(text: &str) -> Option<char> {
    let head = text
        .trim_start_matches(|it: char| is_number(&it.to_string()) || is_power(it) || matches!(it, '.' | ','));
    let more = head.chars().next().filter(|it| MORE.contains(it))?;
    let is_bare = text.starts_with(more) && head.chars().count() > 2;
    (more == '余' || !is_bare).then_some(more)
}

fn qualifiers(figure: &FigureFile, at: At<'_>) -> Vec<Finding> {
    let unknown = figure.qualifiers.iter().enumerate().filter(|(_, it)| qualifier::kind(it).is_none());
    let told = |(number, word): (usize, &String)| {
        let at = at.item("qualifiers", number);
        Finding::error(at.pointer(), words::unknown_qualifier(word, &qualifier::words()))
    };
    unknown.map(told).collect()
}

/// The printed form holds the value and behind it the unit, blanks and full width aside; words of the qualifiers may stand before
/// them, 余 or 多 in or behind the unit, 以上 at the end. What stands there is a qualifier as well.
fn printed(figure: &FigureFile, at: At<'_>) -> Option<Finding> {
    let error = |what: String| Some(Finding::error(at.field("printed").pointer(), what));
    let has = |word: &str| figure.qualifiers.iter().any(|it| it == word);
    let (squeezed, unit, value) = (bare(&figure.printed), bare(&figure.unit), bare(&figure.value));
    let more: Option<char> = MORE.into_iter().find(|more| has(&more.to_string()));
    let halves = squeezed.split_once(&value).map(|(before, behind)| (before, without_end(behind)));
    let letters = halves.map(|it| it.1.0.chars().filter(|letter| !MORE.contains(letter)).collect::<String>());
    let Some((before, (behind, end))) = halves.filter(|_| letters.as_ref() == Some(&unit)) else {
        let expected =
            format!("{}{}{}", figure.value, more.map_or_else(String::new, String::from), figure.unit);
        return error(words::printed_differs(&figure.printed, &expected));
    };
    let first = qualifier::words().into_iter().filter(|it| before.ends_with(it)).max_by_key(|it| it.len());
    let unmarked = first.into_iter().chain(end).find(|it| !has(it));
    if let Some(word) = unmarked {
        return error(words::not_marked(&figure.printed, word));
    }
    match (behind.chars().find(|letter| MORE.contains(letter)), more) {
        (Some(word), None) => error(words::not_marked(&figure.printed, &word.to_string())),
        (None, Some(word)) => error(words::floor_not_printed(&figure.printed, word)),
        _ => None,
    }
}

/// A text without blanks, its digits and signs in half width: what is compared.
fn bare(text: &str) -> String {
    let narrow = |it: char| match it {
        '０'..='９' | '％' | '．' => char::from_u32(it as u32 - 0xfee0).unwrap_or(it),
        // The numerals of a text in traditional characters.
        '萬' => '万',
        '億' => '亿',
        '兩' => '两',
        '餘' => '余',
        _ => it,
    };
    text.chars().filter(|it| !it.is_whitespace()).map(narrow).collect()
}

/// 期以上: the unit, and the word of how near the number is that stands behind it.
fn without_end(behind: &str) -> (&str, Option<&'static str>) {
    let ends = |word: &&'static str| Some((behind.strip_suffix(*word)?, Some(*word)));
    qualifier::BEHIND.iter().find_map(ends).unwrap_or((behind, None))
}

fn programmes(figure: &FigureFile, initiative: &InitiativeFile, at: At<'_>) -> Vec<Finding> {
    let known = |name: &String| initiative.programmes.iter().any(|it| it.name == *name);
    let unknown = figure.programmes.iter().enumerate().filter(|(_, name)| !known(name));
    let told = |(number, name): (usize, &String)| {
        let what = words::unknown_programme(name, nearest(name, initiative));
        Finding::error(at.item("programmes", number).pointer(), what)
    };
    unknown.map(told).collect()
}

/// The programme that may have been meant.
fn nearest<'i>(name: &str, initiative: &'i InitiativeFile) -> Option<&'i str> {
    let likeness = |it: &'i str| (strsim::normalized_levenshtein(name, it), it);
    let scored = initiative.programmes.iter().map(|it| likeness(&it.name));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= LIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::{is_number, misplaced_more};

    #[test]
    fn more_belongs_to_the_qualifiers() {
        let rows = [
            ("万余人次", Some('余')),
            ("余万元", Some('余')),
            ("多家", Some('多')),
            ("600余", Some('余')),
            ("九百多", Some('多')),
            ("1.2万余", Some('余')),
            ("万人次", None),
            ("多媒体教室", None),
            ("600", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(misplaced_more(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers() {
        assert!(
            ["600", "15.2", "0", "007", "1,218", "六百", "九百", "10万", "12-15"].into_iter().all(is_number)
        );
        assert!(["百", "万", "一百零五", "二〇", "12至15", "三—五", "12～15"].into_iter().all(is_number));
        let others =
            ["", "12至", "15.", ".5", "1.2.3", "-1", "1e3", "100%", "600余", "12-", "12-15-18", "六百人"];
        assert!(!others.into_iter().any(is_number));
    }
}
