//! Differences and totals, shown only where figures may be taken together.
//! Wording is [`super::words`]'s.

use super::words;
use crate::report::qualifier::Bound;
use crate::report::{Figure, Nature};
use crate::text::numerals::{Decimal, parse_value};

/// How near the difference of two figures is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// Both are exact.
    Exactly,
    /// Only the larger one is a floor: 100余 and 40.
    AtLeast,
    /// Only the smaller one is: 100 and 40余.
    AtMost,
    /// Any other bounds.
    About,
}

impl Near {
    fn of(larger: Option<Bound>, smaller: Option<Bound>) -> Self {
        match (larger, smaller) {
            (None, None) => Self::Exactly,
            (Some(Bound::AtLeast), None) => Self::AtLeast,
            (None, Some(Bound::AtLeast)) => Self::AtMost,
            _ => Self::About,
        }
    }
}

/// How two figures differ, if they are counted alike; `names` is what the two are called in the sentence.
#[must_use]
pub(super) fn difference(a: &Figure, b: &Figure, names: (&str, &str)) -> String {
    let (Some((x, unit)), Some((y, other))) = (plain(a), plain(b)) else {
        return words::incomparable().to_owned();
    };
    if single(unit) != single(other) {
        return words::incomparable().to_owned();
    }
    if a.period != b.period {
        return words::other_periods().to_owned();
    }
    // As printed where both are printed alike: 21.6 and 15.2 万人次.
    let printed = || Some((parse_value(&a.value, "")?.value, parse_value(&b.value, "")?.value));
    let (x, y, unit) = match printed().filter(|_| a.unit == b.unit) {
        Some((x, y)) => (x, y, a.unit.as_str()),
        None => (x, y, if unit == other { unit } else { single(unit) }),
    };
    if x == y {
        // 300余 and 300 are not known to be the same.
        let exact = Near::of(a.bound(), b.bound()) == Near::Exactly;
        return if exact { words::equal() } else { words::nearly_equal() }.to_owned();
    }
    let Some(by) = x.distance(y) else { return words::incomparable().to_owned() };
    // Two shares differ by points, not by a share of either.
    let unit = if single(unit) == "%" { words::points() } else { unit };
    let by = words::by(near(a, b, x > y), &format!("{by} {unit}"));
    words::difference(names, x > y, &by, &words::derived(&x.to_string(), &y.to_string()))
}

/// By how many percent the first figure has grown over the second; nothing for shares, ranges and what began with nothing.
#[must_use]
pub(super) fn growth(a: &Figure, b: &Figure) -> Option<String> {
    let ((x, unit), (y, _)) = (plain(a)?, plain(b)?);
    let alike = a.unit == b.unit;
    let (x, y) =
        if alike { (parse_value(&a.value, "")?.value, parse_value(&b.value, "")?.value) } else { (x, y) };
    let percent = x.distance(y)?.percent_of(y).filter(|_| single(unit) != "%" && x != y)?;
    let by = words::by(near(a, b, x > y), &format!("{percent}%"));
    Some(words::growth(x > y, &by, &x.distance(y)?.to_string(), &y.to_string()))
}

/// How many times the second figure the first one is; nothing for shares and ranges.
#[must_use]
pub(super) fn times(a: &Figure, b: &Figure) -> Option<String> {
    let ((x, unit), (y, _)) = (plain(a)?, plain(b)?);
    let times = x.over(y).filter(|_| single(unit) != "%")?;
    let alike = a.unit == b.unit;
    let (x, y) =
        if alike { (parse_value(&a.value, "")?.value, parse_value(&b.value, "")?.value) } else { (x, y) };
    let by = words::by(Near::of(a.bound(), b.bound()), &times.to_string());
    Some(words::times(&by, &x.to_string(), &y.to_string()))
}

fn near(a: &Figure, b: &Figure, first_is_larger: bool) -> Near {
    let (larger, smaller) = if first_is_larger { (a, b) } else { (b, a) };
    Near::of(larger.bound(), smaller.bound())
}

/// True where two figures are counted in the same unit, whatever power of ten is printed with it.
#[must_use]
pub(crate) fn same_unit(a: &Figure, b: &Figure) -> bool {
    match (plain(a), plain(b)) {
        (Some((_, one)), Some((_, other))) => single(one) == single(other),
        _ => a.unit == b.unit,
    }
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
    use super::{Near, difference, growth, total, words};
    use crate::report::{Figure, Nature, load_builtin};

    /// A figure as printed: qualifiers before, the number, 余, the unit.
    fn figure(qualifiers: &[&str], value: &str, unit: &str) -> Figure {
        let mut figure = load_builtin().expect("the built-in data is well").reports[0].figures[0].clone();
        figure.qualifiers = qualifiers.iter().map(|it| (*it).to_owned()).collect();
        (figure.value, figure.unit) = (value.to_owned(), unit.to_owned());
        figure
    }

    #[test]
    fn differences_and_growth_carry_the_bounds_of_both_figures() {
        type Printed = (&'static [&'static str], &'static str, &'static str);
        let rows: &[(Printed, Printed, &str, Option<&str>)] = &[
            (
                (&[], "120", "场"),
                (&[], "100", "场"),
                "甲比乙多 20 场（120 与 100 之差）",
                Some("增长 20%（20 ÷ 100）"),
            ),
            (
                (&[], "90", "场"),
                (&[], "120", "场次"),
                "甲比乙少 30 场（90 与 120 之差）",
                Some("下降 25%（30 ÷ 120）"),
            ),
            (
                (&["余"], "160", "名"),
                (&[], "100", "名"),
                "甲比乙至少多 60 名（160 与 100 之差）",
                Some("至少增长 60%（60 ÷ 100）"),
            ),
            (
                (&[], "160", "名"),
                (&["余"], "100", "名"),
                "甲比乙至多多 60 名（160 与 100 之差）",
                Some("至多增长 60%（60 ÷ 100）"),
            ),
            (
                (&["余"], "160", "名"),
                (&["余"], "100", "名"),
                "甲比乙约多 60 名（160 与 100 之差）",
                Some("约增长 60%（60 ÷ 100）"),
            ),
            (
                (&["近"], "3", "名"),
                (&[], "2", "名"),
                "甲比乙约多 1 名（3 与 2 之差）",
                Some("约增长 50%（1 ÷ 2）"),
            ),
            // Powers of ten, rounded once
            (
                (&[], "1.2", "万人次"),
                (&[], "9000", "人次"),
                "甲比乙多 3000 人次（12000 与 9000 之差）",
                Some("增长 33.3%（3000 ÷ 9000）"),
            ),
            // Equal, and not known to be
            ((&[], "5", "个"), (&[], "5", "个"), "两者相同", None),
            ((&["余"], "5", "个"), (&[], "5", "个"), "两者相近，分不出多少", None),
            // Shares differ by points and do not grow
            ((&[], "98", "%"), (&[], "95", "%"), "甲比乙多 3 个百分点（98 与 95 之差）", None),
            ((&[], "5", "个"), (&[], "5", "场"), "单位不同，不能直接相比", None),
        ];
        for (one, other, expected, grown) in rows {
            let (one, other) = (figure(one.0, one.1, one.2), figure(other.0, other.1, other.2));
            let apart = difference(&one, &other, ("甲", "乙"));
            assert_eq!(apart, *expected);
            if !expected.contains("单位") {
                assert_eq!(growth(&one, &other).as_deref(), *grown, "{expected}");
            }
        }
        assert_eq!(Near::of(None, None), Near::Exactly);
    }

    /// A figure of another nature and time.
    fn of(value: &str, unit: &str, nature: Nature, period: Option<&str>) -> Figure {
        Figure { nature, period: period.map(str::to_owned), ..figure(&[], value, unit) }
    }

    #[test]
    fn only_what_is_counted_alike_is_taken_together() {
        use Nature::{Flow, Stock};
        let one = of("12", "场", Flow, None);
        let rows = [
            (of("3", "场", Flow, None), true, true),
            (of("3", "场次", Flow, None), true, true),
            (of("3", "期", Flow, None), false, false),
            (of("3", "场", Stock, None), false, true),
            (of("3", "场", Flow, Some("五年来")), false, false),
        ];
        for (other, adds, compares) in rows {
            let (sum, difference) =
                (total(&[&one, &other]), difference(&one, &other, words::former_and_latter()));
            assert_eq!(sum != words::not_added(), adds, "{sum}");
            let refused = [words::incomparable(), words::other_periods()].contains(&difference.as_str());
            assert_eq!(!refused, compares, "{difference}");
        }
        let share = |sign| of("30", sign, Flow, None);
        assert_eq!(total(&[&share("%"), &share("\u{ff05}")]), words::not_added());
    }
}
