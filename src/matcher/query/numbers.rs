//! What a number of the question stands for. A number is looked up, never scored as text.
//! The units of money stand in the code: 块 is 元, and 万元 is so many 元, which is arithmetic.

use crate::matcher::index::Doc;
use crate::matcher::query::tokens::Token;
use crate::report::Report;
use crate::text::numerals::{Number, parse_value};

/// The unit of money without a power of ten.
const YUAN: &str = "元";

/// The numbers of a question that may be looked up, as positions: no ordinals. Years are read as times before.
#[must_use]
pub(crate) fn lookups(tokens: &[Token]) -> Vec<usize> {
    let is_lookup = |at: &usize| tokens[*at].number.as_ref().is_some_and(|it| !it.ordinal);
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
        let scaled = says_unit && amount.unit == YUAN && unit != YUAN;
        return amount.value == number.value || (!scaled && plain == Some(number.value));
    }
    let (Some(figure), Some(typed)) = (amount.value.as_whole(), number.value.as_whole()) else {
        return false;
    };
    typed > 0 && figure > typed && (figure - typed) < step(typed)
}

/// True for 元 and 块 without 万: an amount in single units.
fn is_money_typed(unit: &str) -> bool {
    unit == YUAN || matches!(unit, "块" | "块钱" | "元钱")
}

/// The size of the last digit that was said: 15000 leaves 1000 open.
fn step(typed: i64) -> i64 {
    let mut step = 1;
    while typed % (step * 10) == 0 {
        step *= 10;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::{figures, lookups};
    use crate::matcher::testing::{check, look, name};

    fn lookup(text: &str) -> String {
        look(text, |context| {
            let figures = |at: &usize| {
                let number = context.tokens[*at].number.as_ref().expect("a number is looked up");
                let unit = context.tokens.get(at + 1).filter(|it| it.is_unit());
                let unit: String = unit.into_iter().flat_map(|it| it.text.iter()).collect();
                let found = figures(context.reports, number, &unit);
                found.into_iter().map(name).collect::<Vec<_>>().join(", ")
            };
            lookups(context.tokens).iter().map(figures).collect::<Vec<_>>().join("; ")
        })
    }

    #[test]
    fn numbers_stand_for_figures_of_their_value_and_unit() {
        let rows: &[(&str, &str)] = &[
            // Of their unit
            ("1269人", "qingma-people"),
            ("64期", "match-posts"),
            ("20场", "student-events"),
            ("52场次", "contest-events"),
            ("31人", "west-new"),
            ("8588个和4993个", "league-orgs; pioneer-companies"),
            // Of their value, where no unit is said
            ("1752", "youth-home-events"),
            ("36", "intern-students, child-events"),
            ("145", "youth-homes"),
            // With or without 万
            ("600万元", "farm-sales"),
            ("60万元", "startup-loan, charity-funds"),
            ("15.2万", "topic-views"),
            ("152000人次", "topic-views"),
            ("600块", ""),
            // Rough numbers
            ("1万5千多人", "new-members"),
            ("三千四百多个岗位", "intern-posts"),
            ("八千余封", "letters"),
            // Rates
            ("100%", "recommend-rate"),
            ("百分之百", "recommend-rate"),
            // Nobody
            ("1270人", ""),
            ("第三部分", ""),
            ("2023年", ""),
        ];
        check(rows, lookup);
    }
}
