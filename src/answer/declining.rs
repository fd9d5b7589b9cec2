//! The answers without a figure: a choice, the three kinds of no, a greeting; each with what could be asked instead.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, SUGGESTIONS, answer, headline, line};
use super::model::{Answer, Kind, Line, Role, Suggestion};
use super::words;
use crate::matcher::{Doc, Obstacle, Reason, Verdict, Veto};

impl Composer<'_> {
    pub(super) fn tie(&self, docs: &[Doc]) -> Answer {
        let suggestions: Vec<Suggestion> =
            docs.iter().filter_map(|it| self.suggestion(*it)).take(SUGGESTIONS).collect();
        let mut lines = vec![headline(words::which_one().to_owned(), String::new())];
        lines.extend(suggestions.iter().map(|it| line(Role::Row, words::bullet(&it.label))));
        Answer { suggestions, ..answer(Kind::Choose, lines) }
    }

    /// A no that names the words in the way and shows the figures that come nearest.
    pub(super) fn no(&self, verdict: &Verdict, obstacle: &Obstacle) -> Answer {
        let Verdict::Absent(doc, _) = verdict else { return self.unknown_with(verdict, obstacle) };
        let (report, at) = self.initiative_of(*doc);
        let name = self.reports[report].short_name(at);
        let first = self.obstacle_sentence(report, obstacle).unwrap_or_else(|| match obstacle.veto {
            Veto::Within => words::not_broken_down(name, &self.reports[report].place),
            Veto::Standing => words::not_standing(name),
            _ => words::absent(name),
        });
        let mut answer =
            self.with_nearest(answer(Kind::Absent, vec![headline(String::new(), first)]), &obstacle.nearest);
        if answer.suggestions.is_empty() {
            answer.suggestions = self.neighbours(&[Doc::Initiative(report, at)]);
        }
        answer.lines.push(self.source(report, at));
        answer
    }

    /// Nothing was recognised: what was not understood, or where the question leads.
    fn unknown_with(&self, verdict: &Verdict, obstacle: &Obstacle) -> Answer {
        let mut answer = self.verdict(verdict);
        if matches!(verdict, Verdict::Unknown(Reason::Nothing | Reason::Elsewhere))
            && let Some(sentence) = self.obstacle_sentence(0, obstacle)
            && let Some(first) = answer.lines.first_mut()
        {
            first.text = sentence;
        }
        if obstacle.nearest.is_empty() {
            return answer;
        }
        self.with_nearest(Answer { suggestions: Vec::new(), ..answer }, &obstacle.nearest)
    }

    /// What stands in the way, in one sentence; nothing where no word does.
    fn obstacle_sentence(&self, report: usize, obstacle: &Obstacle) -> Option<String> {
        let word = obstacle.words.first()?;
        let report = self.reports.get(report)?;
        Some(match obstacle.veto {
            Veto::Time => words::other_time(word, report.year),
            Veto::Within => words::not_within(word, &report.place),
            Veto::Elsewhere => words::other_place(word, &report.place.name),
            Veto::Part => words::only_part(word),
            Veto::Unread => words::not_understood(word),
            Veto::Name => return None,
            Veto::Measure => words::not_counted(word),
            _ => words::not_written(word),
        })
    }

    /// The figures that come nearest, each with its value, and as suggestions.
    fn with_nearest(&self, mut answer: Answer, nearest: &[Doc]) -> Answer {
        let rows: Vec<Line> = nearest.iter().filter_map(|it| self.row(*it, Role::Row)).collect();
        if !rows.is_empty() {
            answer.lines.push(line(Role::Detail, words::reported_instead().to_owned()));
            answer.lines.extend(rows);
        }
        answer.suggestions = nearest.iter().filter_map(|it| self.suggestion(*it)).collect();
        answer
    }

    pub(super) fn unknown(&self, reason: Reason) -> Answer {
        let first = self.reports.first();
        let text = match (reason, first) {
            (Reason::Elsewhere, Some(report)) => words::elsewhere(&report.body.name),
            (Reason::Arithmetic, _) => words::arithmetic().to_owned(),
            _ => words::unknown().to_owned(),
        };
        Answer {
            suggestions: self.contents_offered(),
            ..answer(Kind::Unknown, vec![headline(String::new(), text)])
        }
    }

    pub(super) fn help(&self) -> Answer {
        let title = self.reports.first().map_or("", |it| it.title.as_str());
        let suggestions = self.examples();
        let mut lines = vec![headline(String::new(), words::hello(title))];
        lines.push(line(Role::Detail, words::try_asking().to_owned()));
        lines.extend(suggestions.iter().map(|it| line(Role::Row, words::bullet(&it.question))));
        Answer { suggestions, ..answer(Kind::Help, lines) }
    }

    /// Where nothing is near, what the report is about.
    pub(super) fn contents_offered(&self) -> Vec<Suggestion> {
        let has_contents = self.reports.first().is_some_and(|it| !it.initiatives.is_empty());
        let offer = || Suggestion {
            label: words::contents().to_owned(),
            question: words::ask_contents().to_owned(),
            target: None,
        };
        has_contents.then(offer).into_iter().collect()
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
