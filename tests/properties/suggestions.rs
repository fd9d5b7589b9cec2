//! A question that the bot itself proposes leads to exactly what it proposes it for.

use crate::{ENGINE, ask, seeds};
use league_bot::answer::{Answer, Target, plain};
use league_bot::engine::Engine;
use std::collections::BTreeMap;

/// Every place that a button can open.
fn places(engine: &Engine) -> Vec<Target> {
    let report = &engine.reports()[0];
    let figures = (0..report.figures.len()).map(|it| Target::Figure(0, it));
    let initiatives = (0..report.initiatives.len()).map(|it| Target::Initiative(0, it));
    figures.chain(initiatives).collect()
}

/// All questions proposed by anything that can be opened or asked, with what each is for.
fn proposed() -> BTreeMap<String, Target> {
    let opened = places(&ENGINE).into_iter().map(|it| ENGINE.open(it));
    let asked = seeds().into_iter().map(|it| ask(&it));
    let answers: Vec<Answer> = opened.chain(asked).chain([ENGINE.help()]).collect();
    let all = answers.into_iter().flat_map(|it| it.suggestions);
    all.filter_map(|it| Some((it.question, it.target?))).collect()
}

#[test]
fn a_question_that_is_proposed_leads_to_what_it_is_for() {
    let proposed = proposed();
    assert!(proposed.len() >= 50, "only {} questions are proposed at all", proposed.len());
    let astray = |(question, target): (&String, &Target)| {
        let answer = ask(question);
        (answer.targets != [*target]).then(|| format!("{question} → {}", plain::render(&answer)))
    };
    let astray: Vec<String> = proposed.iter().filter_map(astray).collect();
    assert!(astray.is_empty(), "{} of {}\n{}", astray.len(), proposed.len(), astray.join("\n\n"));
}
