//! Judges answers against what was asked: the rules by which the bot is scored, and nothing about how it works.
//! Exactly the figures asked, no more and no less; one tap away is neither right nor wrong; to decline shows no figure and
//! no page.
#![allow(dead_code, reason = "each test file uses its own part of it")]

mod rows;

#[allow(unused_imports, reason = "each test file uses its own part of it")]
pub(crate) use rows::{Row, Set, Talk, Wanted, from_file, from_folder};

use league_bot::answer::{Answer, Kind, Target, plain};
use league_bot::engine::{Engine, Topic};
use std::collections::BTreeSet;

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Right,
    /// One tap away: a choice, or a no, with the right one among its suggestions.
    Asked,
    /// Nothing found, or beside the point.
    Wrong,
    /// A figure shown where there is none, or another one than was asked for: the worst that the bot can do.
    Careless,
}

/// A list or a comparison may show one figure in so many beside those asked, and always one.
const BESIDE: usize = 3;

/// A question with its answer and what that is worth.
pub(crate) struct Judged<'a> {
    pub(crate) row: &'a Row,
    pub(crate) answer: Answer,
    pub(crate) mark: Mark,
}

/// Holds all these talks with the engine; a question by itself is a talk of one turn.
pub(crate) fn judge_all<'a>(engine: &Engine, talks: &'a [Talk]) -> Vec<Judged<'a>> {
    talks.iter().flat_map(|talk| hold(engine, talk)).collect()
}

fn hold<'a>(engine: &Engine, talk: &'a Talk) -> Vec<Judged<'a>> {
    let mut topic = Topic::default();
    let ask = |row: &'a Row| {
        let (answer, next) = engine.ask(&row.question, &topic);
        topic = next;
        let mark = mark(engine, row, &answer);
        Judged { row, answer, mark }
    };
    talk.turns.iter().map(ask).collect()
}

/// What an answer to this question is worth, by what it shows.
pub(crate) fn mark(engine: &Engine, row: &Row, answer: &Answer) -> Mark {
    let shown: Vec<&str> = answer.targets.iter().filter_map(|it| value(engine, *it)).collect();
    let is_no = matches!(answer.kind, Kind::Absent | Kind::Unknown | Kind::Choose);
    match row.kind {
        Wanted::Abstain if !shown.is_empty() => Mark::Careless,
        // An initiative's page or a fact that was not asked is no way to say no.
        Wanted::Abstain if is_no || answer.targets.is_empty() => Mark::Right,
        Wanted::Abstain => Mark::Wrong,
        _ if is_no => {
            if offers(engine, row, answer) {
                Mark::Asked
            } else {
                Mark::Wrong
            }
        }
        Wanted::Describe => {
            let text = format!("{}{}", names(engine, answer), plain::render(answer));
            let told = row.values.iter().all(|it| text.contains(it)) && is_named(row, &text);
            if told { Mark::Right } else { Mark::Wrong }
        }
        _ => mark_figures(engine, row, answer, &shown),
    }
}

/// Exactly the figures asked; a list, a comparison or an order may show a few beside them, an order keeps theirs.
fn mark_figures(engine: &Engine, row: &Row, answer: &Answer, shown: &[&str]) -> Mark {
    let asked: Vec<&str> = row.values.iter().map(|it| number(it)).collect();
    let missing = asked.iter().any(|it| !shown.contains(it));
    let beside = shown.iter().filter(|it| !asked.contains(it)).collect::<BTreeSet<_>>().len();
    let forbidden = shown.first().is_some_and(|it| row.forbid.iter().any(|no| number(no) == *it));
    let allowed = match row.kind {
        Wanted::Figure => 0,
        _ if asked.is_empty() => usize::MAX,
        _ => (asked.len() / BESIDE).max(1),
    };
    if (missing && !shown.is_empty()) || forbidden || (beside > allowed && row.kind != Wanted::Reverse) {
        return Mark::Careless;
    }
    let order = shown.iter().filter_map(|it| asked.iter().position(|asked| asked == it));
    let in_order = row.kind != Wanted::Rank || order.is_sorted();
    let text = format!("{}{}", names(engine, answer), plain::render(answer));
    if !missing && in_order && is_named(row, &text) { Mark::Right } else { Mark::Wrong }
}

fn is_named(row: &Row, said: &str) -> bool {
    let stands = |name: &String| said.contains(name.as_str());
    row.names.is_empty() || if row.all { row.names.iter().all(stands) } else { row.names.iter().any(stands) }
}

/// True where a choice holds something that was asked: one of the figures, or what is to be named.
fn offers(engine: &Engine, row: &Row, answer: &Answer) -> bool {
    let targets = || answer.suggestions.iter().filter_map(|it| it.target);
    let figure = |it: Target| {
        value(engine, it).is_some_and(|shown| row.values.iter().any(|asked| number(asked) == shown))
    };
    // One choice cannot name all of several: any of them will do here.
    let named = |it: Target| {
        let titles = titles(engine, it);
        row.names.is_empty() || row.names.iter().any(|name| titles.contains(name.as_str()))
    };
    match row.kind {
        Wanted::Describe => targets().any(named),
        _ => targets().any(|it| figure(it) && named(it)) || (row.values.is_empty() && targets().any(named)),
    }
}

/// The value of a figure, as printed.
pub(crate) fn value(engine: &Engine, target: Target) -> Option<&str> {
    match target {
        Target::Figure(report, at) => Some(&engine.reports()[report].figures[at].value),
        _ => None,
    }
}

/// Titles, programmes and labels of what is shown.
fn names(engine: &Engine, answer: &Answer) -> String {
    answer.targets.iter().map(|it| titles(engine, *it)).collect()
}

fn titles(engine: &Engine, target: Target) -> String {
    match target {
        Target::Figure(report, at) => {
            let figure = &engine.reports()[report].figures[at];
            format!("{} {} ", figure.label, titles(engine, Target::Initiative(report, figure.initiative)))
        }
        Target::Initiative(report, at) => {
            let it = &engine.reports()[report].initiatives[at];
            let programmes: String = it.programmes.iter().map(|it| it.name.clone() + " ").collect();
            format!("{} {programmes}", it.name.name)
        }
        Target::Part(report, at) => engine.reports()[report].parts[at].name.name.clone() + " ",
        Target::Section(report, at) => engine.reports()[report].sections[at].name.name.clone() + " ",
        Target::Report(report) => engine.reports()[report].title.clone() + " ",
    }
}

/// The digits at the start, which decide: `600余万` is 600; all of it where it starts with none.
pub(crate) fn number(value: &str) -> &str {
    let rest = value.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    match value.strip_suffix(rest) {
        Some("") | None => value,
        Some(digits) => digits,
    }
}
