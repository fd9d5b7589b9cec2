//! Figures by size, among those that are counted alike, and what a number stands for.
//! Adds nothing up and words nothing.

use super::{Engine, Topic};
use crate::answer::{self, Answer, Kind};
use crate::matcher::{Doc, Measure, Understanding, Verdict};
use crate::report::Figure;

/// A ranking shows at most so many.
const LONGEST: usize = 10;
/// Fewer figures of a measure are no ranking.
const SHORTEST: usize = 2;

impl Engine {
    /// The units that figures of the default report can be ranked by, as it prints them, the commonest first.
    #[must_use]
    pub fn units(&self) -> Vec<&str> {
        let mut families: Vec<(usize, &str)> =
            self.measures.iter().filter_map(|it| self.family(it)).collect();
        families.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        families.into_iter().map(|(_, unit)| unit).collect()
    }

    /// The same of the default report.
    #[must_use]
    pub fn top(&self, unit: &str) -> Option<Answer> {
        self.top_of(0, unit)
    }

    /// The largest figures of a report counted in a unit, however people call it (钱 for 万元); nothing where there are none.
    #[must_use]
    pub fn top_of(&self, report: usize, unit: &str) -> Option<Answer> {
        let unit = unit.trim();
        let measure = self.measures.iter().find(|it| it.units.iter().any(|known| known == unit));
        let says = |it: &&Measure| it.colloquial.iter().chain(&it.nouns).any(|known| known == unit);
        let measure = measure.or_else(|| self.measures.iter().find(says))?;
        let mut docs = self.counted_in(measure, report);
        docs.sort_by_key(|it| std::cmp::Reverse(self.figure(*it).and_then(|it| it.size)));
        docs.truncate(LONGEST);
        (docs.len() >= SHORTEST).then(|| self.compose(Verdict::Rank(docs, false)))
    }

    /// What a number stands for, where that can be told.
    #[must_use]
    pub fn number(&self, text: &str) -> Option<Answer> {
        let is_number = |(it, _): (Answer, Topic)| Some(it).filter(|it| it.kind == Kind::Number);
        let plain = is_number(self.ask(text, &Topic::default()));
        plain.or_else(|| is_number(self.ask(&format!("{text}是什么数字"), &Topic::default())))
    }

    fn compose(&self, verdict: Verdict) -> Answer {
        answer::compose(self.reports(), &Understanding::of(verdict), self.sources())
    }

    /// How many figures a measure counts, and the unit that most of them have.
    fn family(&self, measure: &Measure) -> Option<(usize, &str)> {
        let docs = self.counted_in(measure, 0);
        let units: Vec<&str> = docs.iter().filter_map(|it| Some(self.figure(*it)?.unit.as_str())).collect();
        let often = |unit: &&&str| units.iter().filter(|it| it == unit).count();
        let commonest = units.iter().rev().max_by_key(often)?;
        (docs.len() >= SHORTEST).then_some((docs.len(), *commonest))
    }

    fn counted_in(&self, measure: &Measure, report: usize) -> Vec<Doc> {
        let figures = self.reports().get(report).map_or(0, |it| it.figures.len());
        let docs = (0..figures).map(|it| Doc::Figure(report, it));
        docs.filter(|it| self.figure(*it).is_some_and(|it| measure.units.contains(&it.unit))).collect()
    }

    fn figure(&self, doc: Doc) -> Option<&Figure> {
        match doc {
            Doc::Figure(report, at) => self.reports().get(report)?.figures.get(at),
            Doc::Fact(..) | Doc::Initiative(..) => None,
        }
    }
}
