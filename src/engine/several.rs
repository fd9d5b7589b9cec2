//! Questions where several reports are loaded: the report is selected, then asked; or the same figure of several reports is
//! held side by side. Selecting is [`super::selection`]'s, the same figure [`super::alignment`]'s.

use super::alignment;
use super::mentions::Mentions;
use super::selection::{Selection, Selector, Sides};
use super::{Engine, Topic};
use crate::answer::{self, Answer, Kind, Side, Suggestion, Target};
use crate::text::fold;

/// A longer question is read by one report alone: who names years and leagues does it in a sentence.
const LONGEST: usize = 1200;

impl Engine {
    /// Answers a question where several reports are loaded.
    pub(super) fn ask_several(&self, question: &str, topic: &Topic) -> (Answer, Topic) {
        match self.select(question, &reports_of(topic), topic.home) {
            Selection::Catalogue => {
                (answer::catalogue(self.reports(), &self.loaded_leagues()), topic.clone())
            }
            Selection::Same(report) => match self.sides_in(report, topic) {
                Some(sides) => self.side_by_side(&sides, topic),
                None => self.same_in(report, topic),
            },
            Selection::One(report, question) => {
                let (mut answer, next) = self.ask_one(report, &question, &self.topic_in(report, topic));
                let topic = Topic { shown: topic.after(&next.targets).shown, ..next };
                if !answer.kind.is_answered() && answer.kind != Kind::Choose {
                    answer::add_loaded(&mut answer, &self.loaded_leagues());
                }
                (answer, topic)
            }
            Selection::Several(sides) => self.side_by_side(&sides, topic),
        }
    }

    /// The report that a question without a talk is about, and the question as that report reads it.
    pub(super) fn asked_of(&self, question: &str) -> (usize, String) {
        match (self.reports().len(), self.select(question, &[], None)) {
            (2.., Selection::One(report, question)) => (report, question),
            (2.., Selection::Several(Sides { reports, of: Some(of), .. })) => (reports[0], of),
            _ => (0, question.to_owned()),
        }
    }

    fn select(&self, question: &str, talk: &[usize], home: Option<usize>) -> Selection {
        let text: Vec<char> = fold(question).chars().collect();
        if text.len() > LONGEST || self.reports().len() < 2 {
            let report = talk.first().copied().or(home).unwrap_or(0);
            return Selection::One(report, question.to_owned());
        }
        let years = self.library.matcher(0).years(&text);
        let home = home.and_then(|it| self.leagues.of_report(it)).unwrap_or(0);
        let mentions = Mentions::read(text, &years, (&self.leagues, home), &self.phrases);
        let selector =
            Selector { reports: self.reports(), leagues: &self.leagues, mentions: &mentions, talk, home };
        match selector.select() {
            // Typed as it was, where nothing was taken out.
            Selection::One(report, read) if read == mentions.whole() => {
                Selection::One(report, question.to_owned())
            }
            other => other,
        }
    }

    /// The talk as the report at a position knows it: the same figures in it, where it was about another report.
    fn topic_in(&self, report: usize, topic: &Topic) -> Topic {
        let is_in = |it: &Target| super::places::position(*it).0 == report;
        if topic.targets.iter().all(is_in) {
            return topic.clone();
        }
        Topic::of(topic.targets.iter().filter_map(|it| self.same(*it, report)).collect())
    }

    /// The same figure in another report.
    fn same(&self, target: Target, report: usize) -> Option<Target> {
        let Target::Figure(of, at) = target else { return None };
        if of == report {
            return Some(target);
        }
        let (own, other) = (&self.reports()[of], &self.reports()[report]);
        alignment::same(own, at, other).map(|it| Target::Figure(report, it))
    }

    /// 乙川呢 behind two years of one league: the same years of the other one.
    fn sides_in(&self, report: usize, topic: &Topic) -> Option<Sides> {
        let mut shown: Vec<usize> = topic.targets.iter().map(|it| super::places::position(*it).0).collect();
        shown.dedup();
        let [one, other] = shown[..] else { return None };
        let (own, league) = (self.leagues.of_report(one)?, self.leagues.of_report(report)?);
        let year = |it: usize| self.reports()[it].year;
        let same_year = |wanted: usize| {
            self.leagues.all()[league].reports.iter().copied().find(|it| year(*it) == year(wanted))
        };
        let is_other = own == self.leagues.of_report(other)? && own != league;
        let reports = vec![same_year(one)?, same_year(other)?];
        is_other.then_some(Sides { reports, missing: Vec::new(), asks: answer::Asks::Difference, of: None })
    }

    /// 乙川呢, 2023年呢: what was last shown, in another report.
    fn same_in(&self, report: usize, topic: &Topic) -> (Answer, Topic) {
        let figures = topic.targets.iter().filter(|it| matches!(it, Target::Figure(..)));
        let mut found: Vec<Target> = figures.clone().filter_map(|it| self.same(*it, report)).collect();
        found.dedup();
        let last = figures.clone().next();
        match (found.first(), last) {
            (Some(first), _) => {
                let mut answer = self.open(*first);
                self.with_suggestions_asked_of(&mut answer, report);
                if let [_, _, ..] = found[..] {
                    answer = answer::open_all(self.reports(), &found, self.sources());
                }
                (answer, topic.after(&found))
            }
            (None, Some(shown)) => {
                let other = &self.reports()[report];
                let answer = answer::not_in(other, self.name_of(*shown), self.leagues.all().len() > 1);
                (answer, topic.clone())
            }
            // Nothing was shown that has a figure: the report itself is meant.
            (None, None) => {
                let whole = Target::Report(report);
                (self.open(whole), Topic { home: topic.home, ..Topic::of(vec![whole]) })
            }
        }
    }

    fn side_by_side(&self, sides: &Sides, topic: &Topic) -> (Answer, Topic) {
        let figure = match &sides.of {
            Some(of) => match self.figure_asked(sides, of) {
                Ok(figure) => figure,
                Err(answer) => return (*answer, topic.clone()),
            },
            None => match topic.targets.first() {
                Some(Target::Figure(report, at)) => (*report, *at),
                _ => return self.ask_one(sides.reports[0], "", topic),
            },
        };
        let found = sides.reports.iter().map(|report| {
            let same = self.same(Target::Figure(figure.0, figure.1), *report);
            let figure = same.and_then(|it| if let Target::Figure(_, at) = it { Some(at) } else { None });
            Side { at: *report, report: &self.reports()[*report], figure }
        });
        let found: Vec<Side<'_>> = found.collect();
        let leagues = sides
            .reports
            .iter()
            .any(|it| self.leagues.of_report(*it) != self.leagues.of_report(sides.reports[0]));
        let mut answer = answer::side_by_side(&found, sides.asks, leagues);
        answer::add_years_not_loaded(&mut answer, &sides.missing);
        let topic = topic.after(&answer.targets);
        (answer, topic)
    }

    /// The one figure that is compared, by the first of the reports that has it; else why there is none.
    fn figure_asked(&self, sides: &Sides, of: &str) -> Result<(usize, usize), Box<Answer>> {
        let mut no = None;
        for report in &sides.reports {
            for asked in answer::ways_to_ask(of) {
                let (answer, _) = self.ask_one(*report, &asked, &Topic::default());
                if let (Kind::Figure, [Target::Figure(report, at)]) = (answer.kind, &answer.targets[..]) {
                    return Ok((*report, *at));
                }
                let told = matches!(answer.kind, Kind::Absent | Kind::Choose);
                if no.is_none()
                    || (told
                        && !matches!(no.as_ref(), Some(Answer { kind: Kind::Absent | Kind::Choose, .. })))
                {
                    no = Some(answer);
                }
            }
        }
        Err(Box::new(no.unwrap_or_else(|| self.help())))
    }

    /// The newest report of the league that people call so; nothing where none is loaded.
    #[must_use]
    pub fn league_named(&self, name: &str) -> Option<usize> {
        let name: Vec<char> = fold(name).chars().collect();
        let named = self.leagues.named(&name);
        let [only] = &named[..] else { return None };
        self.leagues.all()[only.league].reports.first().copied()
    }

    /// What the league of a report is called, in a word: its place.
    #[must_use]
    pub fn place_of(&self, report: usize) -> &str {
        &self.reports()[report].place.name
    }

    /// Moves what an answer of one report points at to the report's position among the loaded ones.
    pub(super) fn moved(&self, answer: &mut Answer, report: usize) {
        let suggested = answer.suggestions.iter_mut().filter_map(|it| it.target.as_mut());
        answer.targets.iter_mut().chain(suggested).for_each(|it| *it = super::places::moved(*it, report));
        self.with_suggestions_asked_of(answer, report);
    }

    /// A suggestion about another report than the default one says so, so that it can be asked by anybody at any time.
    fn with_suggestions_asked_of(&self, answer: &mut Answer, report: usize) {
        if report == 0 {
            return;
        }
        let (league, own) = (self.leagues.of_report(report), &self.reports()[report]);
        let place = (league != Some(0)).then_some(own.place.name.as_str());
        for Suggestion { question, .. } in &mut answer.suggestions {
            *question = answer::asked_within(place, own.year, question);
        }
    }

    /// What is loaded, by league: its place and its years, the newest first.
    pub(super) fn loaded_leagues(&self) -> Vec<(String, Vec<u16>)> {
        let years = |reports: &[usize]| reports.iter().map(|it| self.reports()[*it].year).collect();
        self.leagues.all().iter().map(|it| (it.place.clone(), years(&it.reports))).collect()
    }
}

/// The reports of what was shown lately, the last one first.
fn reports_of(topic: &Topic) -> Vec<usize> {
    let last = topic.targets.iter();
    let shown = topic.shown.iter().rev().filter(|it| !topic.targets.contains(it));
    last.chain(shown).map(|it| super::places::position(*it).0).collect()
}
