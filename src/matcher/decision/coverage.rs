//! How much of a question a candidate explains: its words by the documents that it shows, its question words by the intent.
//! Chooses nothing: that is [`crate::matcher::decision::choose`]'s.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::verdict::{Intent, Understanding, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::EXPLAINED;

/// How much a candidate explains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Coverage {
    /// 3 for something found, 2 for a choice, 1 for a no that names what is there, 0 for nothing.
    pub tier: u8,
    /// The weight of what it explains.
    pub explained: f32,
}

/// A word that says what is to be done with figures (最多, 相差, 列出) weighs about as much as a common name.
const STEERING: f32 = 0.6;
/// A number that is looked up, or that counts what was shown.
const NUMBER: f32 = 0.8;

impl Coverage {
    /// What a candidate explains of the question.
    pub(crate) fn of(context: &Context<'_>, intent: Intent, understanding: &Understanding) -> Self {
        let docs = shown(&understanding.verdict);
        let ids: Vec<DocId> = docs.iter().filter_map(|it| context.index.id(*it)).collect();
        let steered = steered(intent, &understanding.verdict);
        let word = |(at, token): (usize, &Token)| {
            if token.is_excluded || token.is_aside {
                return 0.0;
            }
            let steers = if steered.iter().any(|cue| token.is(*cue)) { STEERING } else { 0.0 };
            let number = if token.number.is_some() && counts_numbers(intent) { NUMBER } else { 0.0 };
            let strength = |id: &DocId| context.evidence[at].at(*id as usize);
            let said = ids.iter().map(strength).fold(0.0, f32::max);
            // A heading is named by its own words, which the figures below it need not say.
            let said = if intent == Intent::Outline { 1.0 } else { said };
            let content = token.is_content && !token.is_light && said >= EXPLAINED;
            let content = if content { context.weight(at) * said } else { 0.0 };
            steers + number + content
        };
        let explained = context.tokens.iter().enumerate().map(word).sum();
        // A bare name of several initiatives is nothing but that: to ask which is meant is the answer.
        let tier = if intent == Intent::AmbiguousName { 3 } else { tier(&understanding.verdict) };
        Self { tier, explained }
    }

    /// True where this explains more than the other, which stands before it.
    pub(crate) fn beats(self, other: Self) -> bool {
        (self.tier > other.tier) || (self.tier == other.tier && self.explained > other.explained)
    }
}

fn tier(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Tie(_) => 2,
        Verdict::Absent(..) => 1,
        Verdict::Unknown(_) => 0,
        _ => 3,
    }
}

fn counts_numbers(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Reverse | Intent::Filter | Intent::Verify | Intent::Anaphora | Intent::Rank | Intent::Outline
    )
}

/// The question words that an intent is there for.
fn steered(intent: Intent, verdict: &Verdict) -> &'static [Cue] {
    match (intent, verdict) {
        (Intent::Anaphora, _) => &[
            Cue::Next,
            Cue::Those,
            Cue::Last,
            Cue::Back,
            Cue::Total,
            Cue::Compare,
            Cue::Most,
            Cue::Least,
            Cue::More,
        ],
        (Intent::Reverse | Intent::Describe, _) => &[Cue::StandsFor, Cue::Which],
        (Intent::Verify, _) => &[Cue::Truth, Cue::YesNo],
        (Intent::Outline, Verdict::Rank(..)) => {
            &[Cue::Report, Cue::Part, Cue::Section, Cue::Initiative, Cue::Most, Cue::Least]
        }
        (Intent::Outline, _) => {
            &[Cue::Overview, Cue::Report, Cue::Part, Cue::Section, Cue::Initiative, Cue::List, Cue::Data]
        }
        (Intent::Facts, _) => &[Cue::List],
        (Intent::Filter, _) => &[Cue::Which, Cue::List, Cue::Data],
        (Intent::Rank, _) => &[Cue::Most, Cue::Least, Cue::CountedIn, Cue::List, Cue::Data],
        (Intent::Compare, _) | (Intent::Coordination, Verdict::Compare(..)) => {
            &[Cue::Compare, Cue::More, Cue::Times]
        }
        (Intent::List, _) => &[Cue::List, Cue::Data, Cue::CountedIn],
        (Intent::Sum, _) | (Intent::Coordination, Verdict::Figures { total: true, .. }) => {
            &[Cue::Total, Cue::Plus]
        }
        (Intent::Coordination, _) => &[Cue::Each],
        (Intent::OutOfDomain | Intent::AmbiguousName | Intent::Lookup, _) => &[],
    }
}

/// What a verdict shows.
fn shown(verdict: &Verdict) -> Vec<Doc> {
    match verdict {
        Verdict::Figures { docs, .. }
        | Verdict::Facts(docs)
        | Verdict::List(docs)
        | Verdict::Rank(docs, _)
        | Verdict::Tie(docs) => docs.clone(),
        Verdict::Fact(doc) | Verdict::Initiative(doc) | Verdict::Absent(doc, _) | Verdict::Check(doc, _) => {
            vec![*doc]
        }
        Verdict::Compare(a, b) => vec![*a, *b],
        Verdict::Numbers(rows) => rows.iter().flat_map(|(_, docs)| docs.iter().copied()).collect(),
        Verdict::Outline(_) | Verdict::Unknown(_) | Verdict::Help | Verdict::Chat => Vec::new(),
    }
}
