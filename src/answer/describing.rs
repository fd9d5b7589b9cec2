//! The answers in words: a fact, an initiative as a whole.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, answer, headline, line};
use super::model::{Answer, Kind, Role, Target};
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
