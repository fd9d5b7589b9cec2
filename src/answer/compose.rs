//! From a verdict to an answer: which lines it has, what it stands on, what could be asked next.
//! Wording is [`super::words`]'s; arithmetic is [`super::sums`]'s.

use super::model::{Answer, Kind, Line, Role, Target};
use super::{sums, words};
use crate::matcher::{Doc, Heading, Obstacle, Understanding, Verdict};
use crate::report::{Figure, Report};

/// What a source line names of its report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sources {
    /// The year: one league is loaded.
    Year,
    /// The body and the year.
    BodyAndYear,
}

impl Sources {
    pub(super) fn names(self, report: &Report) -> (Option<&str>, u16) {
        ((self == Self::BodyAndYear).then_some(report.body.name.as_str()), report.year)
    }
}

/// At most so many suggestions or choices: what fits under a message on a phone.
pub(super) const SUGGESTIONS: usize = 3;

/// Composes the answer to a question that has been understood.
#[must_use]
pub fn compose(reports: &[Report], understanding: &Understanding, sources: Sources) -> Answer {
    let composer = Composer { reports, sources };
    let mut answer = match &understanding.obstacle {
        Some(obstacle) => composer.no(&understanding.verdict, obstacle),
        None => composer.verdict(&understanding.verdict),
    };
    let source = answer.lines.iter().position(|it| it.role == Role::Source).unwrap_or(answer.lines.len());
    let unanswered = understanding.unanswered.iter().map(|it| note(words::unanswered(it)));
    answer.lines.splice(source..source, unanswered);
    if let Some(doc) = understanding.carried {
        let (report, at) = composer.initiative_of(doc);
        answer.lines.push(note(words::carried(reports[report].short_name(at))));
    }
    answer
}

/// What a place of a report says, opened by a button or a link.
#[must_use]
pub fn open(reports: &[Report], target: Target, sources: Sources) -> Answer {
    let composer = Composer { reports, sources };
    match target {
        Target::Figure(report, at) => composer.figures(&[Doc::Figure(report, at)], false),
        Target::Initiative(report, at) => composer.initiative(report, at),
        Target::Part(report, at) => composer.outline(Heading::Part(report, at)),
        Target::Section(report, at) => composer.outline(Heading::Section(report, at)),
        Target::Report(report) => {
            let mut answer = composer.outline(Heading::Parts(report));
            answer.lines[0].strong = words::outline_of(&reports[report].title, &answer.lines[0].strong);
            answer
        }
    }
}

/// The parts of the first report.
#[must_use]
pub fn contents(reports: &[Report]) -> Answer {
    Composer { reports, sources: Sources::Year }.outline(Heading::Parts(0))
}

/// What the bot is, with examples of the loaded report.
#[must_use]
pub fn help(reports: &[Report]) -> Answer {
    Composer { reports, sources: Sources::Year }.help()
}

/// Composes answers over a set of reports.
pub(super) struct Composer<'a> {
    pub(super) reports: &'a [Report],
    pub(super) sources: Sources,
}

impl Composer<'_> {
    pub(super) fn verdict(&self, verdict: &Verdict) -> Answer {
        match verdict {
            Verdict::Figures { docs, total } => self.figures(docs, *total),
            Verdict::Fact(doc) => self.fact(*doc),
            Verdict::Facts(docs) => self.facts(docs),
            Verdict::Initiative(doc) => {
                let (report, at) = self.initiative_of(*doc);
                self.initiative(report, at)
            }
            Verdict::List(docs) => self.rows(Kind::List, docs),
            Verdict::Rank(docs, _) => self.rows(Kind::Rank, docs),
            Verdict::Outline(heading) => self.outline(*heading),
            Verdict::Compare(a, b) => self.compare(*a, *b),
            Verdict::Check(doc, agrees) => self.check(*doc, *agrees),
            Verdict::Numbers(found) => self.numbers(found),
            Verdict::Tie(docs) => self.tie(docs),
            Verdict::Absent(doc, veto) => {
                let nothing = Obstacle { words: Vec::new(), veto: *veto, nearest: Vec::new() };
                self.no(&Verdict::Absent(*doc, *veto), &nothing)
            }
            Verdict::Unknown(reason) => self.unknown(*reason),
            Verdict::Help => self.help(),
            Verdict::Chat => answer(Kind::Help, vec![headline(String::new(), words::chat().to_owned())]),
        }
    }

    pub(super) fn figure(&self, doc: Doc) -> Option<(usize, &Figure)> {
        match doc {
            Doc::Figure(report, at) => Some((report, &self.reports[report].figures[at])),
            Doc::Fact(..) | Doc::Initiative(..) => None,
        }
    }

    pub(super) fn initiative_of(&self, doc: Doc) -> (usize, usize) {
        match doc {
            Doc::Figure(report, at) => (report, self.reports[report].figures[at].initiative),
            Doc::Fact(report, at) => (report, self.reports[report].facts[at].initiative),
            Doc::Initiative(report, at) => (report, at),
        }
    }

    pub(super) fn source(&self, report: usize, at: usize) -> Line {
        let report = &self.reports[report];
        let initiative = &report.initiatives[at];
        let section = report.section_of(at).map(|it| it.number);
        let place = (initiative.part, section);
        line(Role::Source, words::source(self.sources.names(report), place, &initiative.name.name))
    }

    pub(super) fn row(&self, doc: Doc, role: Role) -> Option<Line> {
        let (_, figure) = self.figure(doc)?;
        Some(Line {
            role,
            strong: words::figure(figure),
            text: words::counts(&figure.label, figure.period.as_deref()),
        })
    }

    fn figures(&self, docs: &[Doc], total: bool) -> Answer {
        let mut answer = self.rows(Kind::Figure, docs);
        if let [only] = docs {
            let (report, at) = self.initiative_of(*only);
            answer
                .lines
                .insert(1, line(Role::Detail, self.reports[report].initiatives[at].description.clone()));
        }
        if total && docs.len() > 1 {
            let figures: Vec<&Figure> = docs.iter().filter_map(|it| Some(self.figure(*it)?.1)).collect();
            answer.lines.insert(docs.len(), note(sums::total(&figures)));
        }
        answer.suggestions = self.neighbours(docs);
        answer
    }

    /// Figures a line each, the first one as the headline, then where they stand.
    pub(super) fn rows(&self, kind: Kind, docs: &[Doc]) -> Answer {
        let role = |at: usize| if at == 0 { Role::Headline } else { Role::Row };
        let mut lines: Vec<Line> =
            docs.iter().enumerate().filter_map(|(at, doc)| self.row(*doc, role(at))).collect();
        lines.extend(self.sources(docs));
        Answer { targets: docs.iter().map(|it| target(*it)).collect(), ..answer(kind, lines) }
    }

    fn sources(&self, docs: &[Doc]) -> Vec<Line> {
        let mut places: Vec<(usize, usize)> = docs.iter().map(|it| self.initiative_of(*it)).collect();
        places.dedup();
        places.into_iter().take(SUGGESTIONS).map(|(report, at)| self.source(report, at)).collect()
    }

    fn compare(&self, a: Doc, b: Doc) -> Answer {
        let mut answer = self.rows(Kind::Compare, &[a, b]);
        if let (Some((_, a)), Some((_, b))) = (self.figure(a), self.figure(b)) {
            answer.lines.insert(2, note(sums::difference(a, b, words::former_and_latter())));
        }
        answer
    }

    /// Whether a number is right: the figure, and 对 or 不对 below it.
    fn check(&self, doc: Doc, agrees: bool) -> Answer {
        let mut answer = self.figures(&[doc], false);
        answer.lines.insert(1, note(if agrees { words::agrees() } else { words::disagrees() }.to_owned()));
        answer
    }

    fn numbers(&self, found: &[(String, Vec<Doc>)]) -> Answer {
        let docs: Vec<Doc> = found.iter().flat_map(|(_, docs)| docs.iter().copied()).collect();
        if let ([(typed, _), ..], true) = (found, docs.is_empty()) {
            return Answer {
                suggestions: self.contents_offered(),
                ..answer(Kind::Unknown, vec![headline(String::new(), words::not_found(typed))])
            };
        }
        let mut answer = self.rows(Kind::Number, &docs);
        let missing = found.iter().filter(|(_, docs)| docs.is_empty());
        answer.lines.extend(missing.map(|(typed, _)| note(words::not_found(typed))));
        answer
    }
}

pub(super) fn target(doc: Doc) -> Target {
    match doc {
        Doc::Figure(report, at) => Target::Figure(report, at),
        Doc::Fact(report, at) | Doc::Initiative(report, at) => Target::Initiative(report, at),
    }
}

pub(super) fn answer(kind: Kind, lines: Vec<Line>) -> Answer {
    Answer { kind, lines, targets: Vec::new(), suggestions: Vec::new() }
}

pub(super) fn headline(strong: String, text: String) -> Line {
    Line { role: Role::Headline, strong, text }
}

fn note(text: String) -> Line {
    line(Role::Note, text)
}

pub(super) fn line(role: Role, text: String) -> Line {
    Line { role, strong: String::new(), text }
}
