//! The answers in words: a fact, an initiative as a whole.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, SUGGESTIONS, answer, headline, line};
use super::model::{Answer, Kind, Line, Role, Target};
use super::words;
use crate::matcher::Doc;

/// A description shows at most so many facts; more would fill the screen.
const FACTS: usize = 4;

impl Composer<'_> {
    /// A fact with its items first.
    pub(super) fn fact(&self, doc: Doc) -> Answer {
        let (report, at) = self.initiative_of(doc);
        let Doc::Fact(_, fact) = doc else { return self.initiative(report, at) };
        let fact = &self.reports[report].facts[fact];
        let strong = words::items(&fact.items, fact.open);
        let lines = vec![headline(strong, words::fact_label(&fact.label)), self.source(report, at)];
        let suggestions = self.neighbours(&[doc]);
        Answer {
            targets: vec![Target::Initiative(report, at)],
            suggestions,
            ..answer(Kind::Initiative, lines)
        }
    }

    /// Facts of several initiatives, a line each, then where they stand.
    pub(super) fn facts(&self, docs: &[Doc]) -> Answer {
        let told = |(at, doc): (usize, &Doc)| {
            let Doc::Fact(report, fact) = *doc else { return None };
            let fact = &self.reports[report].facts[fact];
            let role = if at == 0 { Role::Headline } else { Role::Row };
            Some(Line {
                role,
                strong: words::items(&fact.items, fact.open),
                text: words::fact_label(&fact.label),
            })
        };
        let mut lines: Vec<Line> = docs.iter().take(FACTS).enumerate().filter_map(told).collect();
        let mut places: Vec<(usize, usize)> =
            docs.iter().take(FACTS).map(|it| self.initiative_of(*it)).collect();
        places.dedup();
        lines.extend(places.iter().take(SUGGESTIONS).map(|(report, at)| self.source(*report, *at)));
        let targets = places.into_iter().map(|(report, at)| Target::Initiative(report, at)).collect();
        Answer { targets, ..answer(Kind::List, lines) }
    }

    /// An initiative with its figures and facts.
    pub(super) fn initiative(&self, report: usize, at: usize) -> Answer {
        let it = &self.reports[report].initiatives[at];
        let mut lines =
            vec![headline(it.name.name.clone(), String::new()), line(Role::Detail, it.description.clone())];
        lines.extend(it.figures.iter().filter_map(|f| self.row(Doc::Figure(report, *f), Role::Row)));
        for fact in it.facts.iter().take(FACTS) {
            let fact = &self.reports[report].facts[*fact];
            lines.push(line(Role::Row, words::fact_row(&fact.label, &words::items(&fact.items, fact.open))));
        }
        lines.push(self.source(report, at));
        let suggestions = self.neighbours(&[Doc::Initiative(report, at)]);
        Answer {
            targets: vec![Target::Initiative(report, at)],
            suggestions,
            ..answer(Kind::Initiative, lines)
        }
    }
}
