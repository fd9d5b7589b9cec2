//! The same figure in another report: by what it counts, its scope and its unit. Whether the two may be compared, and what
//! is said of them, is [`crate::answer`]'s.

use crate::answer::same_unit;
use crate::report::{Figure, Report};
use crate::text::fold;
use rustc_hash::FxHashSet;

/// Below this share of common bigrams two labels count different things. Labels of one league's two years lie above 0.6,
/// those of different figures of one report below 0.45 (both measured on the reports of `tests/data`).
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

/// The figure of `other` that counts the same as this one, by its position; nothing where none does, or two do.
pub(super) fn same(report: &Report, figure: &Figure, other: &Report) -> Option<usize> {
    let own = Names::of(report, figure);
    let scored = other.figures.iter().enumerate().map(|(at, it)| (own.likeness(&Names::of(other, it)), at));
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
    label: String,
    aliases: Vec<String>,
    scope: FxHashSet<String>,
    programmes: FxHashSet<String>,
    figure: &'a Figure,
}

impl<'a> Names<'a> {
    fn of(report: &Report, figure: &'a Figure) -> Self {
        let without_place = |text: &str| plain(report, text);
        Self {
            label: without_place(&figure.label),
            aliases: figure.aliases.iter().map(|it| without_place(it)).collect(),
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
        let mut score = if self.label == other.label { 1.0 } else { dice(&self.label, &other.label) };
        let all = |it: &Names<'_>| {
            std::iter::once(&it.label).chain(&it.aliases).cloned().collect::<FxHashSet<String>>()
        };
        if !all(self).is_disjoint(&all(other)) {
            score = score.max(SAME_ALIAS);
        }
        if score >= SAME_LABEL / 2.0 && !self.programmes.is_disjoint(&other.programmes) {
            score += PROGRAMME;
        }
        let alike = same_unit(self.figure, other.figure);
        match score {
            score if alike && score >= SAME_LABEL => score + UNIT,
            score if !alike && score < SAME_LABEL_OTHER_UNIT => 0.0,
            score => score,
        }
    }
}

/// A label as compared, without the names of its own place and body: 甲山青年之家 and 乙川青年之家 count the same.
fn plain(report: &Report, text: &str) -> String {
    let mut plain = fold(text);
    let place = std::iter::once(&report.place.name).chain(&report.place.aliases);
    let body = std::iter::once(&report.body.name).chain(&report.body.aliases);
    let mut names: Vec<String> =
        place.chain(body).map(|it| fold(it)).filter(|it| it.chars().count() > 1).collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.chars().count()));
    for name in names {
        let without = plain.replace(&name, "");
        if !without.is_empty() {
            plain = without;
        }
    }
    plain
}

/// The share of common bigrams of characters (Sørensen and Dice).
fn dice(one: &str, other: &str) -> f32 {
    let (one, other) = (bigrams(one), bigrams(other));
    let common = u16::try_from(one.intersection(&other).count()).unwrap_or(u16::MAX);
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
                programmes: Vec::new(),
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
            assert_eq!(same(&one, &one.figures[0], &other), *expected, "{}", own.0);
        }
    }
}
