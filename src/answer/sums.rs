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

/// Only the same unit, flow with flow, and nothing cumulative: what stands cannot be added to what was added, a part not to
/// its whole, and a rate to nothing.
fn sum<'a>(figures: &[&'a Figure]) -> Option<(Decimal, &'a str)> {
    let unit = single(&figures.first()?.unit);
    let alike = figures
        .iter()
        .all(|it| single(&it.unit) == unit && unit != "%" && it.nature == Nature::Flow && !it.is_share());
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
