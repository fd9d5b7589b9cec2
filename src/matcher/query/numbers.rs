//! What a number of the question stands for, and which numbers are years.
//! A number is looked up, never scored as text.

use crate::matcher::index::Doc;
use crate::matcher::query::tokens::Token;
use crate::report::Report;
use crate::text::numerals::{Number, parse_value};

/// Years that a question may mean.
const YEARS: std::ops::RangeInclusive<i64> = 1949..=2099;

/// The year that a token says, if it is one: 2023年, 23年, or a bare 2023.
#[must_use]
pub(crate) fn year(tokens: &[Token], at: usize) -> Option<i64> {
    let number = tokens[at].number.as_ref().filter(|it| !it.ordinal && !it.percent && !it.more)?;
    let value = number.value.as_whole()?;
    let next = tokens.get(at + 1).and_then(|it| it.text.first());
    let is_year = next == Some(&'年') || tokens[at].text.last() == Some(&'年');
    match value {
        // 75年 is an anniversary, 24年 a year.
        10..=39 if is_year => Some(2000 + value),
        _ if YEARS.contains(&value) && (is_year || value >= 2000) => Some(value),
        _ => None,
    }
}

/// The numbers of a question that may be looked up, with their positions: no years, no ordinals.
#[must_use]
pub(crate) fn lookups(tokens: &[Token]) -> Vec<usize> {
    let is_lookup = |at: &usize| {
        let Some(number) = &tokens[*at].number else { return false };
        !number.ordinal && year(tokens, *at).is_none()
    };
    (0..tokens.len()).filter(is_lookup).collect()
}

/// The figures that a number may stand for: those with its unit if it has one and any fits, else all of that value.
#[must_use]
pub(crate) fn figures(reports: &[Report], number: &Number, unit: &str) -> Vec<Doc> {
    let of_value = |exact: bool| -> Vec<Doc> {
        let all = reports
            .iter()
            .enumerate()
            .flat_map(|(report, it)| it.figures.iter().enumerate().map(move |f| (report, f)));
        all.filter(|(_, (_, figure))| fits(&figure.value, &figure.unit, number, is_money_typed(unit), exact))
            .map(|(report, (at, _))| Doc::Figure(report, at))
            .collect()
    };
    let exact = of_value(true);
    let all = if exact.is_empty() && number.more { of_value(false) } else { exact };
    let of = |doc: &Doc| match doc {
        Doc::Figure(report, at) => Some(&reports[*report].figures[*at]),
        _ => None,
    };
    let floor = |doc: &Doc| !number.more || of(doc).is_some_and(crate::report::Figure::is_floor);
    let same_unit = |doc: &Doc| {
        !unit.is_empty() && of(doc).is_some_and(|it| it.unit.ends_with(unit) || unit.ends_with(&it.unit))
    };
    narrow(narrow(all, floor), same_unit)
}

/// Keeps those that pass, if any does.
fn narrow(all: Vec<Doc>, passes: impl Fn(&Doc) -> bool) -> Vec<Doc> {
    if all.iter().any(&passes) { all.into_iter().filter(|it| passes(it)).collect() } else { all }
}

/// True where the number is the figure's, with or without its 万. A rough number (1万5千多) fits what it rounds.
fn fits(value: &str, unit: &str, number: &Number, says_unit: bool, exact: bool) -> bool {
    let Some(amount) = parse_value(value, unit) else { return false };
    let plain = parse_value(value, "").map(|it| it.value);
    if exact {
        // 600 may stand for 600万元, 600块 may not: a scale that the unit has must be said.
        let scaled = says_unit && amount.unit == "元" && unit != "元";
        return amount.value == number.value || (!scaled && plain == Some(number.value));
    }
    let (Some(figure), Some(said)) = (amount.value.as_whole(), number.value.as_whole()) else { return false };
    said > 0 && figure > said && (figure - said) < step(said)
}

/// True for 元 and 块 without 万: an amount in single units.
fn is_money_typed(unit: &str) -> bool {
    matches!(unit, "元" | "块" | "块钱" | "元钱")
}

/// The size of the last digit that was said: 15000 leaves 1000 open.
fn step(said: i64) -> i64 {
    let mut step = 1;
    while said % (step * 10) == 0 {
        step *= 10;
    }
    step
}
