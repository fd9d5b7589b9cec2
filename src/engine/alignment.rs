//! The same figure in another report: by what it counts, its scope and its unit. Whether the two may be compared, and what
//! is said of them, is [`crate::answer`]'s.

use crate::answer::same_unit;
use crate::report::{Figure, Report};
use crate::text::fold;
use rustc_hash::FxHashSet;

/// Below this share of common bigrams two labels count different things. In the reports of `tests/data/several` the labels of one
/// figure in two years of a league share 0.67 and more; of 2,196 pairs of different figures of one report eight share as much,
/// up to 0.82 (发展型街区 and 发展型园区): those are told apart by [`same`] asking back.
const SAME_LABEL: f32 = 0.55;
/// The same for figures in other units: 项目办 are counted in 个, and 项目人员 in 人.
const SAME_LABEL_OTHER_UNIT: f32 = 0.9;
/// What a common alias tells, against 1.0 for the same label.
const SAME_ALIAS: f32 = 0.95;
/// What the same unit adds: of two figures that are named alike the one that is counted alike is meant.
const UNIT: f32 = 0.2;
/// What the same programme adds where the labels are near.
const PROGRAMME: f32 = 0.15;
/// The best one must be so much better than the next, or neither is taken.
const LEAD: f32 = 0.05;

/// The figure of `other` that counts the same as the one at this position; nothing where none does, or two do, or where that
/// one is rather another figure of this report: 街区 are no 园区.
pub(super) fn same(report: &Report, at: usize, other: &Report) -> Option<usize> {
    let (own, others) = (Names::all(report), Names::all(other));
    let found = best(&own[at], &others)?;
    (best(&others[found], &own) == Some(at)).then_some(found)
}

/// The one of these that a figure is most like; nothing where none is like it, or two are.
fn best(figure: &Names<'_>, others: &[Names<'_>]) -> Option<usize> {
    let scored = others.iter().enumerate().map(|(at, it)| (figure.likeness(it), at));
    let mut scored: Vec<(f32, usize)> = scored.filter(|(score, _)| *score >= SAME_LABEL).collect();
    scored.sort_by(|one, two| two.0.total_cmp(&one.0));
    match scored[..] {
        [] => None,
        [(_, only)] => Some(only),
        [(best, at), (next, _), ..] => (best - next >= LEAD).then_some(at),
    }
}

/// What a figure is known by, as compared.
struct Names<'a> {
    /// The label, then the aliases.
    labels: Vec<String>,
    bigrams: FxHashSet<(char, char)>,
    scope: FxHashSet<String>,
    programmes: FxHashSet<String>,
    figure: &'a Figure,
}

impl<'a> Names<'a> {
    /// Those of all figures of a report, in their order.
    fn all(report: &'a Report) -> Vec<Self> {
        let places = places(report);
        report.figures.iter().map(|it| Self::of(&places, it)).collect()
    }

    fn of(places: &[String], figure: &'a Figure) -> Self {
        let texts = std::iter::once(&figure.label).chain(&figure.aliases);
        let labels: Vec<String> = texts.map(|it| plain(places, it)).collect();
        Self {
            bigrams: bigrams(&labels[0]),
            labels,
            scope: figure.scope.iter().map(|it| fold(it)).collect(),
            programmes: figure.programmes.iter().map(|it| fold(it)).collect(),
            figure,
        }
    }

    /// 0 for other things, 1 and more for the same thing.
    fn likeness(&self, other: &Names<'_>) -> f32 {
        if self.scope != other.scope {
            return 0.0;
        }
        let is_same = self.labels[0] == other.labels[0];
        let near = if is_same { 1.0 } else { dice(&self.bigrams, &other.bigrams) };
        let shares = self.labels.iter().any(|it| other.labels.contains(it));
        let near = if shares { near.max(SAME_ALIAS) } else { near };
        // What is counted in other units is the same thing only by its very name, whatever project both belong to.
        if !same_unit(self.figure, other.figure) {
            return if near >= SAME_LABEL_OTHER_UNIT { near } else { 0.0 };
        }
        let of_one = near >= SAME_LABEL / 2.0 && !self.programmes.is_disjoint(&other.programmes);
        let score = if of_one { near + PROGRAMME } else { near };
        if score >= SAME_LABEL { score + UNIT } else { score }
    }
}

/// What a report's own place and body are called, as compared, the longest first.
fn places(report: &Report) -> Vec<String> {
    let place = std::iter::once(&report.place.name).chain(&report.place.aliases);
    let body = std::iter::once(&report.body.name).chain(&report.body.aliases);
    let mut names: Vec<String> =
        place.chain(body).map(|it| fold(it)).filter(|it| it.chars().count() > 1).collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.chars().count()));
    names
}

/// A label as compared, without the names of its own place and body: 甲山青年之家 and 乙川青年之家 count the same.
fn plain(places: &[String], text: &str) -> String {
    let mut plain = fold(text);
    for name in places {
        let without = plain.replace(name, "");
        if !without.is_empty() {
            plain = without;
        }
    }
    plain
}

/// The share of common bigrams of characters (Sørensen and Dice).
fn dice(one: &FxHashSet<(char, char)>, other: &FxHashSet<(char, char)>) -> f32 {
    let common = u16::try_from(one.intersection(other).count()).unwrap_or(u16::MAX);
    let all = u16::try_from(one.len() + other.len()).unwrap_or(u16::MAX);
    if all == 0 { 0.0 } else { 2.0 * f32::from(common) / f32::from(all) }
}

fn bigrams(text: &str) -> FxHashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::same;
    use crate::report::{Figure, Report, load_builtin};

    /// A report of this place whose figures are these: label, aliases, unit, scope.
    fn report(place: &str, figures: &[(&str, &[&str], &str, &[&str])]) -> Report {
        let mut report = load_builtin().expect("the built-in data is well").reports.remove(0);
        let pattern = report.figures[0].clone();
        let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<String>>();
        report.place.name = place.to_owned();
        report.figures = figures
            .iter()
            .map(|(label, aliases, unit, scope)| Figure {
                label: (*label).to_owned(),
                aliases: owned(aliases),
                unit: (*unit).to_owned(),
                scope: owned(scope),
                programmes: vec!["一个项目".to_owned()],
                ..pattern.clone()
            })
            .collect();
        report
    }

    #[test]
    fn the_same_figure_is_found_by_what_it_counts_its_scope_and_its_unit() {
        let other = report(
            "乙川",
            &[
                ("青马工程培训青年", &[], "人", &[]),
                ("青马工程培训班", &["青马班期数"], "期", &[]),
                ("省级“领头雁”选树", &[], "名", &["省级"]),
                ("市级“领头雁”选树", &[], "名", &["市级"]),
                ("在乙川服务西部计划志愿者", &[], "人", &[]),
                ("储备的青年产业骨干", &[], "名", &[]),
                ("西部计划地方项目人员", &[], "人", &[]),
            ],
        );
        type Own = (&'static str, &'static [&'static str], &'static str, &'static [&'static str]);
        let rows: &[(Own, Option<usize>)] = &[
            // The same label, nearly the same, the same alias
            (("青马工程培训青年", &[], "人", &[]), Some(0)),
            (("青马工程培训覆盖青年", &[], "人", &[]), Some(0)),
            (("举办的培训班", &["青马班期数"], "期", &[]), Some(1)),
            // The scope tells which of two
            (("市级“领头雁”选树", &[], "名", &["市级"]), Some(3)),
            (("“领头雁”选树", &[], "名", &["县级"]), None),
            // The names of their own places say nothing
            (("在甲山服务西部计划志愿者", &[], "人", &[]), Some(4)),
            // Another unit is still the same thing: whether it may be compared is said elsewhere
            (("储备的青年产业骨干", &[], "人次", &[]), Some(5)),
            (("西部计划地方项目办", &[], "个", &[]), None),
            // Nothing counts it
            (("法治副校长", &[], "名", &[]), None),
        ];
        for (own, expected) in rows {
            let one = report("甲山", &[*own]);
            assert_eq!(same(&one, 0, &other), *expected, "{}", own.0);
        }
    }

    #[test]
    fn what_is_rather_another_figure_of_its_own_report_is_not_the_same() {
        let own = report(
            "甲山",
            &[("打造的青年发展型街区", &[], "个", &[]), ("打造的青年发展型园区", &[], "个", &[])],
        );
        let other = report("乙川", &[("打造的青年发展型园区", &[], "个", &[])]);
        assert_eq!((same(&own, 0, &other), same(&own, 1, &other)), (None, Some(0)));
        assert_eq!(same(&other, 0, &own), Some(1));
    }
}
