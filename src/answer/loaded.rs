//! What is said of the loaded reports themselves: which there are, which one does not write what was asked.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, Sources, answer, headline, line};
use super::model::{Answer, Kind, Role, Suggestion, Target};
use super::words;
use crate::matcher::Doc;
use crate::report::Report;

/// Leagues that are named in one line; of more it says how many.
const NAMED: usize = 6;
/// Rows of the list of what is loaded.
const ROWS: usize = 20;

/// The loaded reports by league: its place and its years, the newest first.
pub type Loaded = [(String, Vec<u16>)];

/// What is loaded, a report a line, the newest of each league first; each opens its outline.
#[must_use]
pub fn catalogue(reports: &[Report], leagues: &Loaded) -> Answer {
    let row = |it: &(String, Vec<u16>)| line(Role::Row, words::bullet(&words::league(it)));
    let mut lines = vec![headline(words::catalogue(reports.len()), String::new())];
    lines.extend(leagues.iter().take(ROWS).map(row));
    if leagues.len() > ROWS {
        lines.push(line(Role::Note, words::more_leagues(leagues.len() - ROWS)));
    }
    let targets: Vec<Target> = (0..reports.len().min(ROWS)).map(Target::Report).collect();
    let offer = |at: usize| {
        let name = words::report_name(Some(&reports[at].place.name), reports[at].year);
        let question = words::ask_within(&name, words::ask_contents());
        Suggestion { label: words::contents_of(&name), question, target: Some(Target::Report(at)) }
    };
    let suggestions = (0..reports.len().min(super::compose::SUGGESTIONS)).map(offer).collect();
    Answer { targets, suggestions, ..answer(Kind::List, lines) }
}

/// Says below a no what could be asked instead.
pub fn add_loaded(answer: &mut Answer, leagues: &Loaded) {
    let named = &leagues[..leagues.len().min(NAMED)];
    answer.lines.push(line(Role::Note, words::loaded(named, leagues.len() - named.len())));
}

/// Says which years are asked for and not loaded.
pub fn add_years_not_loaded(answer: &mut Answer, years: &[i64]) {
    let at = answer.lines.iter().position(|it| it.role == Role::Source).unwrap_or(answer.lines.len());
    let notes = years.iter().map(|it| line(Role::Note, words::year_not_loaded(*it)));
    answer.lines.splice(at..at, notes);
}

/// A report that does not write what another does.
#[must_use]
pub fn not_in(report: &Report, label: &str, leagues: bool) -> Answer {
    let name = words::report_name(leagues.then_some(report.place.name.as_str()), report.year);
    answer(Kind::Absent, vec![headline(String::new(), words::not_in_report_named(&name, label))])
}

/// Several figures, a line each.
#[must_use]
pub fn open_all(reports: &[Report], targets: &[Target], sources: Sources) -> Answer {
    let docs = targets.iter().filter_map(|it| match *it {
        Target::Figure(report, at) => Some(Doc::Figure(report, at)),
        _ => None,
    });
    Composer { reports, sources }.rows(Kind::Figure, &docs.collect::<Vec<Doc>>())
}

/// The same question in other words, for what is left of it once years and leagues are taken out: 青年之家 asks for nothing.
#[must_use]
pub fn ways_to_ask(rest: &str) -> [String; 3] {
    let [one, other] = words::how_many(rest);
    [rest.to_owned(), one, other]
}

/// A question about one of several reports; `place` is none for the home league.
#[must_use]
pub fn asked_within(place: Option<&str>, year: u16, question: &str) -> String {
    words::ask_within(&words::report_name(place, year), question)
}
