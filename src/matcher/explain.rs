//! Shows how a question was understood, for an engineer or the office: tokens, the frame with its slots, the candidates, the best
//! documents with the parts of their scores and the constraint that ruled them out.
//! Decides nothing.

use crate::matcher::decision;
use crate::matcher::index::Doc;
use crate::matcher::index::headings::Headings;
use crate::matcher::intents::anaphora::Lately;
use crate::matcher::query::question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::Hit;
use crate::matcher::tokenize::Tier;
use std::fmt::Write;

/// So many documents are shown.
const SHOWN: usize = 8;

/// The words of a question, what is asked, slots and candidates, and the best documents with the parts of their scores.
#[must_use]
pub(crate) fn explain(context: &Context<'_>, headings: &Headings) -> String {
    let mut out = String::new();
    for (at, token) in context.tokens.iter().enumerate() {
        let _ = writeln!(out, "{}", word(context, at, token));
    }
    let all: Vec<usize> = (0..context.tokens.len()).collect();
    let question = question::read(context.tokens, &all, context.lexicon);
    let measures: Vec<&str> =
        question.measures.iter().map(|it| context.lexicon.measures[*it].id.as_str()).collect();
    let text = |at: &usize| context.tokens[*at].text.iter().collect::<String>();
    let _ = writeln!(out, "question: how many {}, measures {measures:?}", question.how_many);
    let _ = writeln!(
        out,
        "       counted {:?}, excluded {:?}",
        question.counted.map(|it| text(&it)),
        question.excluded.iter().flatten().map(text).collect::<Vec<_>>()
    );
    for at in &question.constraints {
        let _ = writeln!(out, "slot   {}", slot(context, *at));
    }
    for it in decision::candidates(context, headings, Lately::default()) {
        let (tier, explained) = (it.coverage.tier, it.coverage.explained);
        let _ = writeln!(
            out,
            "candidate {:?}\ttier {tier}\texplains {explained:.2}\t{:?}",
            it.intent, it.understanding.verdict
        );
    }
    let mut hits = context.hits(&question).to_vec();
    hits.sort_by(|a, b| {
        (a.veto.is_some(), b.score)
            .partial_cmp(&(b.veto.is_some(), a.score))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    for hit in hits.iter().take(SHOWN) {
        let _ = writeln!(out, "{}", document(context, hit));
    }
    out
}

/// A slot of the frame, as typed, with what fills it and how many documents it rules out.
fn slot(context: &Context<'_>, at: usize) -> String {
    let token = &context.tokens[at];
    let marks = [
        (token.is_contrary, "contrary"),
        (token.is_narrowed, "part"),
        (token.is_kindred, "kindred body"),
        (token.is_unread_verb, "unread verb"),
        (token.is_unreported, "unreported"),
        (token.is_within, "within"),
        (token.is_elsewhere, "elsewhere"),
    ];
    let marks: Vec<&str> = marks.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
    let all = context.index.docs.len();
    let ruled_out = (0..all).filter(|doc| context.slot_veto(at, *doc).is_some()).count();
    let kind = token.slot.map_or(String::new(), |it| format!("{it:?} "));
    format!("{}\t{kind}{}\trules out {ruled_out} of {all}", context.text(&[at]), marks.join(" "))
}

fn word(context: &Context<'_>, at: usize, token: &Token) -> String {
    let text: String = token.text.iter().collect();
    let cues = context.lexicon.cues.keys().filter(|it| token.cues.contains(**it));
    let mut roles: Vec<String> = cues.map(|it| format!("{it:?}")).collect();
    let flags = [
        (token.is_name, "name"),
        (!token.groups.is_empty(), "synonym"),
        (!token.scopes.is_empty(), "scope"),
        (!token.units.is_empty(), "unit"),
        (!token.nouns.is_empty(), "measure"),
        (token.is_gram, "token"),
        (token.is_light, "light"),
        (token.is_aspect, "aspect"),
        (token.is_elsewhere, "elsewhere"),
        (token.is_within, "within"),
        (!token.homes.is_empty(), "home"),
        (token.number.is_some(), "number"),
        (token.is_break(), "break"),
        (token.is_unknown, "unknown"),
    ];
    roles.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| (*name).to_owned()));
    let tier = token.tier.unwrap_or(Tier::None);
    let weight = if token.is_content { context.weight(at) } else { 0.0 };
    format!(
        "{text}\t{tier:?}\tweight {weight:.2}\tin {} initiatives\t{}",
        context.evidence[at].spread,
        roles.join(" ")
    )
}

fn document(context: &Context<'_>, hit: &Hit) -> String {
    let (kind, label) = match context.index.docs[hit.doc as usize] {
        Doc::Figure(report, at) => ("figure", &context.reports[report].figures[at].label),
        Doc::Fact(report, at) => ("fact", &context.reports[report].facts[at].label),
        Doc::Initiative(report, at) => ("initiative", &context.reports[report].initiatives[at].name.name),
    };
    let veto = hit.veto.map_or(String::new(), |it| format!("\tvetoed: {it:?}"));
    format!("{:.2}\tcoverage {:.2}\tnamed {:.2}\t{kind} {label}{veto}", hit.score, hit.coverage, hit.named)
}
