//! One figure: its number, its unit, and that the printed form holds them.
//! Knows nothing of other figures.

use super::super::problem::Finding;
use super::super::words;
use super::super::written::{FigureFile, InitiativeFile};
use super::At;

/// Words that belong to a figure where the report prints them.
const QUALIFIERS: [&str; 5] = ["余", "累计", "新增", "达", "全年"];

/// A name this much like another one is worth asking about: two characters of three in common.
const LIKE: f64 = 0.6;

/// Everything wrong with one figure.
pub(super) fn check(figure: &FigureFile, initiative: &InitiativeFile, at: At<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !is_number(&figure.value) {
        let what = words::value_is_no_number(&figure.value);
        findings.push(Finding::error(at.field("value").pointer(), what));
    }
    if figure.unit.trim().is_empty() {
        findings.push(Finding::error(at.field("unit").pointer(), words::no_unit()));
    }
    // One mistake is told once: the printed form is held only against a value and a unit that are well.
    if findings.is_empty() {
        findings.extend(printed(figure, at));
    }
    findings.extend(qualifiers(figure, at));
    findings.extend(programmes(figure, initiative, at));
    findings
}

/// Digits with at most one point between them.
fn is_number(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    match value.split_once('.') {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(value),
    }
}

fn qualifiers(figure: &FigureFile, at: At<'_>) -> Vec<Finding> {
    let unknown = figure.qualifiers.iter().enumerate().filter(|(_, it)| !QUALIFIERS.contains(&it.as_str()));
    let told = |(number, word): (usize, &String)| {
        let at = at.item("qualifiers", number);
        Finding::error(at.pointer(), words::unknown_qualifier(word, &QUALIFIERS))
    };
    unknown.map(told).collect()
}

/// The printed form is the value and the unit with 余 somewhere behind the digits, or not.
fn printed(figure: &FigureFile, at: At<'_>) -> Option<Finding> {
    let pointer = || at.field("printed").pointer();
    let floor = figure.qualifiers.iter().any(|it| it == "余");
    let bare: String = figure.printed.chars().filter(|&it| it != '余' && !it.is_whitespace()).collect();
    if bare != format!("{}{}", figure.value, figure.unit) {
        let expected = format!("{}{}{}", figure.value, if floor { "余" } else { "" }, figure.unit);
        return Some(Finding::error(pointer(), words::printed_differs(&figure.printed, &expected)));
    }
    match (figure.printed.contains('余'), floor) {
        (true, false) => Some(Finding::error(pointer(), words::floor_not_marked(&figure.printed))),
        (false, true) => Some(Finding::error(pointer(), words::floor_not_printed(&figure.printed))),
        _ => None,
    }
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
    use super::is_number;

    #[test]
    fn numbers() {
        assert!(["600", "15.2", "0", "007"].into_iter().all(is_number));
        let others = ["", "1,000", "六百", "15.", ".5", "1.2.3", "\u{ff16}00", "-1", "1e3"];
        assert!(!others.into_iter().any(is_number));
    }
}
