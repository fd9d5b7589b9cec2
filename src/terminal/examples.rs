//! Examples of what can be asked, made from the loaded report: each was tried, and leads to what it is an example of.
//! Words them not ([`super::words`] does).

use crate::answer::{Kind, Role, Suggestion, Target};
use crate::engine::{Engine, Topic};

/// So many pairs of figures are tried; a report of which none is found has no such example.
const TRIES: usize = 24;

/// A question, and one that goes on from it.
pub(super) fn follow_up(engine: &Engine) -> Option<(String, String)> {
    let offered = engine.help().suggestions.into_iter();
    offered.filter_map(|it| goes_on(engine, &it)).next()
}

fn goes_on(engine: &Engine, first: &Suggestion) -> Option<(String, String)> {
    let (answer, topic) = engine.ask(&first.question, &Topic::default());
    let next = answer.suggestions.iter().find_map(|it| {
        let question = super::words::what_of(&it.label);
        let (answer, _) = engine.ask(&question, &topic);
        (it.target.is_some() && answer.targets.first() == it.target.as_ref()).then_some(question)
    })?;
    Some((first.question.clone(), next))
}

/// A question for two figures together.
pub(super) fn sum(engine: &Engine) -> Option<String> {
    let units: Vec<String> = engine.units().into_iter().map(str::to_owned).collect();
    let tops = units.iter().filter_map(|unit| Some((unit, engine.top(unit)?.targets)));
    let pairs = tops.flat_map(|(unit, all)| {
        let pairs: Vec<[Target; 2]> = all.windows(2).map(|it| [it[0], it[1]]).collect();
        pairs.into_iter().map(move |it| (unit, it))
    });
    pairs.take(TRIES).find_map(|(unit, pair)| {
        let question = super::words::together(engine.name_of(pair[0]), engine.name_of(pair[1]), unit);
        let (answer, _) = engine.ask(&question, &Topic::default());
        let has_both = answer.targets.len() == 2 && pair.iter().all(|it| answer.targets.contains(it));
        let is_summed = answer.lines.iter().any(|it| it.role == Role::Note);
        (has_both && is_summed).then_some(question)
    })
}

/// A question for what a number stands for.
pub(super) fn number(engine: &Engine) -> Option<String> {
    let figures = engine.reports().first()?.figures.iter();
    let questions =
        figures.filter(|it| it.value.chars().count() > 1).map(|it| super::words::what_is(&it.value));
    questions.take(TRIES).find(|it| engine.ask(it, &Topic::default()).0.kind == Kind::Number)
}
