//! The same figure of several reports: which line comes first, what they differ by, and why they may not be compared.
//! Finds no figure; arithmetic is [`super::sums`]'s, wording [`super::words`]'.

use super::compose::{Sources, answer, headline, line};
use super::model::{Answer, Kind, Line, Role, Target};
use super::{sums, words};
use crate::report::{Figure, Report};

/// How reports that stand side by side are to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Each with its figure, and how two of them differ.
    Difference,
    /// The difference, and by how many percent.
    Growth,
    /// How many times the second the first is.
    Times,
    /// The largest first.
    Largest,
    /// The smallest first.
    Smallest,
    /// All by size, the largest first.
    Order,
}

/// Why two figures that count the same may not be held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// They are counted in different units: 场 and 人次.
    Unit,
    /// One is counted over the year, the other stands at its end.
    Nature,
    /// They are of different times.
    Period,
    /// One is a rate or a part of another figure.
    Share,
}

/// One report and its figure.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its position among the loaded reports.
    pub at: usize,
    /// The report.
    pub report: &'a Report,
    /// The position of the figure; none where the report does not write it.
    pub figure: Option<usize>,
}

impl Side<'_> {
    fn figure(&self) -> Option<&Figure> {
        self.report.figures.get(self.figure?)
    }
}

/// The answer over several reports, the one asked for first; `leagues` is true where they are of several leagues.
#[must_use]
pub fn side_by_side(sides: &[Side<'_>], asks: Asks, leagues: bool) -> Answer {
    let (mut written, missing): (Vec<Side<'_>>, Vec<Side<'_>>) =
        sides.iter().copied().partition(|it| it.figure().is_some());
    let apart = apart(&written);
    if apart.is_none() {
        sort(&mut written, asks);
    }
    if written.len() < 2 {
        return one_sided(&written, &missing, leagues);
    }
    let mut lines: Vec<Line> =
        written.iter().enumerate().filter_map(|(at, side)| row(side, at, leagues)).collect();
    lines.extend(notes(&written, asks, apart, leagues).into_iter().map(|it| line(Role::Note, it)));
    lines.extend(missing.iter().map(|it| line(Role::Note, words::not_in_report(&name(it.report, leagues)))));
    lines.extend(written.iter().filter_map(|it| source(it, leagues)));
    let targets = written.iter().filter_map(|it| Some(Target::Figure(it.at, it.figure?))).collect();
    let kind = if asks == Asks::Order && apart.is_none() { Kind::Rank } else { Kind::Compare };
    Answer { targets, ..answer(kind, lines) }
}

/// A no where fewer than two of the reports write it: who does not, then what the other one says.
fn one_sided(written: &[Side<'_>], missing: &[Side<'_>], leagues: bool) -> Answer {
    let no = missing.first().map(|it| words::not_in_report(&name(it.report, leagues)));
    let mut lines = vec![headline(String::new(), no.unwrap_or_else(|| words::nothing_beside().to_owned()))];
    lines.extend(
        missing.iter().skip(1).map(|it| line(Role::Note, words::not_in_report(&name(it.report, leagues)))),
    );
    if !written.is_empty() {
        lines.push(line(Role::Detail, words::reported_instead().to_owned()));
    }
    let row = |side: &Side<'_>| Some(Line { role: Role::Row, ..row(side, 0, leagues)? });
    lines.extend(written.iter().filter_map(row));
    lines.extend(written.iter().filter_map(|it| source(it, leagues)));
    answer(Kind::Absent, lines)
}

/// `甲山 2024 年`, or `2024 年` where there is one league alone.
fn name(report: &Report, leagues: bool) -> String {
    words::report_name(leagues.then_some(report.place.name.as_str()), report.year)
}

fn row(side: &Side<'_>, at: usize, leagues: bool) -> Option<Line> {
    let figure = side.figure()?;
    let role = if at == 0 { Role::Headline } else { Role::Row };
    let text = words::counts_in(&figure.label, &name(side.report, leagues));
    Some(Line { role, strong: words::figure(figure), text })
}

fn source(side: &Side<'_>, leagues: bool) -> Option<Line> {
    let figure = side.figure()?;
    let section = side.report.section_of(figure.initiative).map(|it| it.number);
    let initiative = &side.report.initiatives[figure.initiative];
    let of = if leagues { Sources::BodyAndYear } else { Sources::Year }.names(side.report);
    let stands = words::source(of, (initiative.part, section), &initiative.name.name);
    Some(line(Role::Source, stands))
}

/// Why the figures may not be compared; nothing where they may, or where there are fewer than two.
fn apart(sides: &[Side<'_>]) -> Option<Apart> {
    let mut figures = sides.iter().filter_map(Side::figure);
    let first = figures.next()?;
    figures.find_map(|it| comparable(first, it))
}

/// Why two figures that count the same may not be held against each other; nothing where they may.
#[must_use]
pub fn comparable(one: &Figure, other: &Figure) -> Option<Apart> {
    if !sums::same_unit(one, other) {
        return Some(Apart::Unit);
    }
    if one.nature != other.nature {
        return Some(Apart::Nature);
    }
    if one.period != other.period {
        return Some(Apart::Period);
    }
    (one.is_share() != other.is_share()).then_some(Apart::Share)
}

fn sort(sides: &mut [Side<'_>], asks: Asks) {
    let size = |it: &Side<'_>| it.figure().and_then(|it| it.size);
    match asks {
        Asks::Difference | Asks::Growth | Asks::Times => {}
        Asks::Smallest => sides.sort_by_key(size),
        Asks::Largest | Asks::Order => sides.sort_by_key(|it| std::cmp::Reverse(size(it))),
    }
}

/// What two of them differ by and how it was reckoned, or why they are not compared.
fn notes(sides: &[Side<'_>], asks: Asks, apart: Option<Apart>, leagues: bool) -> Vec<String> {
    let [one, other] = sides else {
        return apart.map(words::apart).map(str::to_owned).into_iter().collect();
    };
    let names = (name(one.report, leagues), name(other.report, leagues));
    let (Some(one), Some(other)) = (one.figure(), other.figure()) else { return Vec::new() };
    if let Some(apart) = apart {
        return vec![words::apart(apart).to_owned()];
    }
    let growth = match asks {
        Asks::Growth => sums::growth(one, other),
        Asks::Times => sums::times(one, other),
        _ => None,
    };
    let difference = sums::difference(one, other, (&names.0, &names.1));
    std::iter::once(difference).chain(growth).collect()
}
