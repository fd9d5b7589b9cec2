//! Differences and totals, shown only where figures may be taken together.
//! Wording is [`super::words`]'s.

use super::words;
use crate::report::qualifier::Bound;
use crate::report::{Figure, Nature};
use crate::text::numerals::{Decimal, parse_value};

/// How two figures differ, if they are counted alike.
#[must_use]
pub(super) fn difference(a: &Figure, b: &Figure) -> String {
    let (Some((x, unit)), Some((y, other))) = (plain(a), plain(b)) else {
        return words::incomparable().to_owned();
    };
    if single(unit) != single(other) {
        return words::incomparable().to_owned();
    }
    if a.period != b.period {
        return words::other_periods().to_owned();
    }
    // As printed where both are printed alike.
    let unit = if unit == other { unit } else { single(unit) };
    if x == y {
        return words::equal().to_owned();
    }
    let Some(by) = x.distance(y) else { return words::incomparable().to_owned() };
    let bound = bound([a, b]);
    // Two shares differ by points, not by a share of either.
    let unit = if single(unit) == "%" { words::points() } else { unit };
    words::difference(&x.to_string(), &y.to_string(), x > y, &by.to_string(), unit, bound)
}

/// The sum of figures with what it is made of; a refusal where they may not be added.
#[must_use]
pub(super) fn total(figures: &[&Figure]) -> String {
    let Some((sum, unit)) = sum(figures) else { return words::not_added().to_owned() };
    let parts: Vec<String> = figures.iter().map(|it| it.value.clone()).collect();
    words::total(&sum.to_string(), unit, &parts.join(" + "), bound(figures.iter().copied()))
}

/// How near what is made of these figures is: about so much where one of them is, else a floor where one of them is.
fn bound<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Option<Bound> {
    let bounds = figures.into_iter().filter_map(Figure::bound);
    bounds.reduce(|one, other| if one == Bound::About { one } else { other })
}

/// Only the same unit and time, flow with flow, and nothing cumulative: what stands cannot be added to what was added, a part not to
/// its whole, and a rate to nothing.
fn sum<'a>(figures: &[&'a Figure]) -> Option<(Decimal, &'a str)> {
    let unit = single(&figures.first()?.unit);
    let period = &figures.first()?.period;
    let counts = |it: &&&Figure| it.nature == Nature::Flow && !it.is_share();
    let alike = unit != "%"
        && figures.iter().all(|it| single(&it.unit) == unit && it.period == *period && counts(&it));
    let values = figures.iter().map(|it| parse_value(&it.value, "").map(|amount| amount.value));
    let sum = values.into_iter().try_fold(Decimal::whole(0), |sum, it| sum.plus(it?))?;
    let same = figures.iter().all(|it| it.unit == figures[0].unit);
    let shown = if same { figures[0].unit.as_str() } else { unit };
    alike.then_some((sum, shown))
}

/// The value in single units (15.2万 is 152000), and its unit.
fn plain(figure: &Figure) -> Option<(Decimal, &str)> {
    let amount = parse_value(&figure.value, &figure.unit)?;
    Some((amount.value, amount.unit))
}

/// The unit as it is added and compared: 场次 is another word for 场, 名 and 位 for 人.
fn single(unit: &str) -> &str {
    match unit {
        "场次" => "场",
        "名" | "位" => "人",
        "％" => "%",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{difference, total, words};
    use crate::report::{Figure, Nature, load_builtin};

    /// A figure of the built-in report with another value, unit, nature and time.
    fn figure(value: &str, unit: &str, nature: Nature, period: Option<&str>) -> Figure {
        let mut figure = load_builtin().expect("the built-in data is well").reports[0].figures[0].clone();
        (figure.value, figure.unit, figure.nature) = (value.to_owned(), unit.to_owned(), nature);
        figure.period = period.map(str::to_owned);
        figure.qualifiers.clear();
        figure
    }

    #[test]
    fn only_what_is_counted_alike_is_taken_together() {
        use Nature::{Flow, Stock};
        let one = figure("12", "场", Flow, None);
        let rows = [
            (figure("3", "场", Flow, None), true, true),
            (figure("3", "场次", Flow, None), true, true),
            (figure("3", "期", Flow, None), false, false),
            (figure("3", "场", Stock, None), false, true),
            (figure("3", "场", Flow, Some("五年来")), false, false),
        ];
        for (other, adds, compares) in rows {
            let (sum, difference) = (total(&[&one, &other]), difference(&one, &other));
            assert_eq!(sum != words::not_added(), adds, "{sum}");
            let refused = [words::incomparable(), words::other_periods()].contains(&difference.as_str());
            assert_eq!(!refused, compares, "{difference}");
        }
        let share = |sign| figure("30", sign, Flow, None);
        assert_eq!(total(&[&share("%"), &share("\u{ff05}")]), words::not_added());
    }
}
