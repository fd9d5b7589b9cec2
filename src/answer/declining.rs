//! The answers without a figure: a choice, the three kinds of no, a greeting; each with what could be asked instead.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, SUGGESTIONS, answer, headline, line};
use super::model::{Answer, Kind, Role, Suggestion};
use super::words;
use crate::matcher::{Doc, Reason, Veto};

impl Composer<'_> {
    pub(super) fn tie(&self, docs: &[Doc]) -> Answer {
        let suggestions: Vec<Suggestion> =
            docs.iter().filter_map(|it| self.suggestion(*it)).take(SUGGESTIONS).collect();
        let mut lines = vec![headline(words::which_one().to_owned(), String::new())];
        lines.extend(suggestions.iter().map(|it| line(Role::Row, words::bullet(&it.label))));
        Answer { suggestions, ..answer(Kind::Choose, lines) }
    }

    pub(super) fn absent(&self, doc: Doc, veto: Veto) -> Answer {
        let (report, at) = self.initiative_of(doc);
        let name = self.reports[report].short_name(at);
        let first = match veto {
            Veto::Within => words::not_broken_down(name, &self.reports[report].place.name),
            Veto::Standing => words::not_standing(name),
            _ => words::absent(name),
        };
        let suggestions = self.neighbours(&[Doc::Initiative(report, at)]);
        let mut lines = vec![headline(String::new(), first)];
        if !suggestions.is_empty() {
            lines.push(line(Role::Detail, words::reported_instead().to_owned()));
            lines.extend(suggestions.iter().map(|it| line(Role::Row, words::bullet(&it.label))));
        }
        lines.push(self.source(report, at));
        Answer { suggestions, ..answer(Kind::Absent, lines) }
    }

    pub(super) fn unknown(&self, reason: Reason) -> Answer {
        let first = self.reports.first();
        let text = match (reason, first) {
            (Reason::Year, Some(report)) => words::other_year(report.year),
            (Reason::Elsewhere, Some(report)) => words::elsewhere(&report.body.name),
            (Reason::Arithmetic, _) => words::arithmetic().to_owned(),
            _ => words::unknown().to_owned(),
        };
        Answer { suggestions: self.examples(), ..answer(Kind::Unknown, vec![headline(String::new(), text)]) }
    }

    pub(super) fn help(&self) -> Answer {
        let title = self.reports.first().map_or("", |it| it.title.as_str());
        let suggestions = self.examples();
        let mut lines = vec![headline(String::new(), words::hello(title))];
        lines.push(line(Role::Detail, words::try_asking().to_owned()));
        lines.extend(suggestions.iter().map(|it| line(Role::Row, words::bullet(&it.question))));
        Answer { suggestions, ..answer(Kind::Help, lines) }
    }

    /// A figure from the beginning, the middle and the end of the first report.
    pub(super) fn examples(&self) -> Vec<Suggestion> {
        let Some(count) = self.reports.first().map(|it| it.figures.len()).filter(|it| *it > 0) else {
            return Vec::new();
        };
        let mut places = vec![count / 6, count / 2, count * 5 / 6];
        places.dedup();
        places.into_iter().filter_map(|at| self.suggestion(Doc::Figure(0, at))).collect()
    }
}
