//! Finding while somebody types: figures and initiatives for a few letters, and what is worth showing for none.
//! Scores nothing itself: what the matcher answers comes first, then what begins or contains the letters.

use super::{Engine, Topic};
use crate::answer::{Kind, Target};
use crate::report::{Figure, Initiative, Report};
use crate::text::{fold, pinyin};

/// Names are searched in so many reports: the home league's years, and a few others; a report that is named is asked.
const SEARCHED: usize = 12;

impl Engine {
    /// Figures and initiatives for a few letters of a question, best first: what inline mode shows.
    #[must_use]
    pub fn matches(&self, text: &str, limit: usize) -> Vec<Target> {
        let mut found = Vec::new();
        let (answer, _) = self.ask(text, &Topic::default());
        match answer.kind {
            Kind::Help => {}
            Kind::Unknown => self.find_typed(text, &mut found),
            _ => {
                let suggested = answer.suggestions.iter().filter_map(|it| it.target);
                found.extend(answer.targets.iter().copied().chain(suggested).flat_map(|it| self.opened(it)));
                self.find_typed(text, &mut found);
            }
        }
        unique(found, limit)
    }

    /// The first figure below each of the lowest headings: what the report shows to somebody who has typed nothing.
    #[must_use]
    pub fn highlights(&self, limit: usize) -> Vec<Target> {
        let firsts = self.reports().iter().enumerate().flat_map(|(report, it)| {
            let mut last = None;
            let is_first = move |figure: &Figure| {
                let around = &it.initiatives[figure.initiative];
                let alone = around.part.or(around.section).is_none().then_some(figure.initiative);
                let heading = Some((around.part, around.section, alone));
                std::mem::replace(&mut last, heading) != heading
            };
            first_figures(report, it, is_first)
        });
        firsts.take(limit).collect()
    }

    /// An initiative with its figures, which are what people look for; any other place as it is.
    fn opened(&self, target: Target) -> Vec<Target> {
        let Target::Initiative(report, at) = target else { return vec![target] };
        let figures = self.reports()[report].initiatives[at].figures.iter();
        std::iter::once(target).chain(figures.map(|it| Target::Figure(report, *it))).collect()
    }

    /// What has the letters at the start of a name or of its initials, then what has them anywhere.
    fn find_typed(&self, text: &str, found: &mut Vec<Target>) {
        let typed = fold(text);
        let typed = typed.trim();
        if typed.is_empty() {
            return;
        }
        let mut later = Vec::new();
        for (at, report) in self.reports().iter().enumerate().take(SEARCHED) {
            let initiatives = report.initiatives.iter().enumerate();
            let names = initiatives.map(|(i, it)| (Target::Initiative(at, i), initiative_names(it)));
            let figures = report.figures.iter().enumerate();
            let labels = figures.map(|(i, it)| (Target::Figure(at, i), figure_names(it)));
            for (target, names) in names.chain(labels) {
                match fit(&names, typed) {
                    Fit::Start => found.extend(self.opened(target)),
                    Fit::Within => later.push(target),
                    Fit::None => {}
                }
            }
        }
        found.extend(later);
    }
}

/// The figures of a report that this is true of.
fn first_figures(
    number: usize,
    report: &Report,
    mut is_first: impl FnMut(&Figure) -> bool,
) -> impl Iterator<Item = Target> {
    let figures = report.figures.iter().enumerate();
    figures.filter(move |(_, it)| is_first(it)).map(move |(at, _)| Target::Figure(number, at))
}

enum Fit {
    Start,
    Within,
    None,
}

fn fit(names: &[&str], typed: &str) -> Fit {
    let is_latin = typed.chars().all(|it| it.is_ascii_alphanumeric());
    let starts = |name: &&str| {
        fold(name).starts_with(typed)
            || (is_latin
                && typed.len() > 1
                && (pinyin::initials(name).starts_with(typed) || pinyin::spell(name).starts_with(typed)))
    };
    if names.iter().any(starts) {
        return Fit::Start;
    }
    if names.iter().any(|it| fold(it).contains(typed)) { Fit::Within } else { Fit::None }
}

fn initiative_names(it: &Initiative) -> Vec<&str> {
    let programmes = it.programmes.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.aliases));
    std::iter::once(&it.name.name).chain(&it.name.aliases).chain(programmes).map(String::as_str).collect()
}

fn figure_names(it: &Figure) -> Vec<&str> {
    std::iter::once(&it.label).chain(&it.aliases).map(String::as_str).collect()
}

fn unique(found: Vec<Target>, limit: usize) -> Vec<Target> {
    let mut seen = std::collections::HashSet::new();
    let wanted = |it: &Target| matches!(it, Target::Figure(..) | Target::Initiative(..)) && seen.insert(*it);
    found.into_iter().filter(wanted).take(limit).collect()
}
