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
            let strength_shown = ids.iter().map(strength).fold(0.0, f32::max);
            // A heading is named by its own words, which the figures below it need not say.
            let strength_shown = if intent == Intent::Outline { 1.0 } else { strength_shown };
            let content = token.is_content && !token.is_light && strength_shown >= EXPLAINED;
            let content = if content { context.weight(at) * strength_shown } else { 0.0 };
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
            Cue::Previous,
            Cue::Again,
            Cue::Initial,
            Cue::Others,
            Cue::Purpose,
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

#[cfg(test)]
mod tests {
    use super::{Coverage, NUMBER, STEERING};
    use crate::matcher::intents::verdict::{Intent, Reason, Understanding, Verdict};
    use crate::matcher::scoring::constraints::Veto;
    use crate::matcher::testing::{doc, look};

    fn covered(question: &str, intent: Intent, verdict: Verdict) -> Coverage {
        look(question, |context| Coverage::of(context, intent, &Understanding::of(verdict)))
    }

    /// A sum of these figures, or the figures one by one.
    fn figures(ids: &[&str], total: bool) -> Verdict {
        Verdict::Figures { docs: ids.iter().map(|it| doc(it)).collect(), total }
    }

    #[test]
    fn words_are_explained_by_what_is_shown_and_question_words_by_the_intent() {
        let rows: Vec<(&str, Intent, Verdict, f32)> = vec![
            // A name, by the figures that are shown
            ("青马", Intent::Lookup, figures(&["qingma-people"], false), 1.0),
            ("青马", Intent::Lookup, figures(&["shock-teams"], false), 0.0),
            ("青马和突击队", Intent::Lookup, figures(&["qingma-people"], false), 1.0),
            ("青马和突击队", Intent::Lookup, figures(&["qingma-people", "shock-teams"], false), 2.0),
            // What is excluded explains nothing
            ("不是青马", Intent::Lookup, figures(&["qingma-people"], false), 0.0),
            // A question word, by the intent that is there for it
            ("加起来", Intent::Sum, figures(&[], true), STEERING),
            ("加起来", Intent::Lookup, figures(&[], true), 0.0),
            ("加起来", Intent::Coordination, figures(&[], true), STEERING),
            ("加起来", Intent::Coordination, figures(&[], false), 0.0),
            ("最多", Intent::Rank, Verdict::Rank(Vec::new(), false), STEERING),
            ("最多", Intent::List, Verdict::List(Vec::new()), 0.0),
            // A number, by an intent that looks it up or counts with it
            ("1269", Intent::Reverse, Verdict::Numbers(Vec::new()), NUMBER),
            ("1269", Intent::Lookup, figures(&[], false), 0.0),
            ("最多的5个", Intent::Rank, Verdict::Rank(Vec::new(), false), STEERING + NUMBER),
        ];
        let mut wrong = Vec::new();
        for (question, intent, verdict, expected) in rows {
            let found = covered(question, intent, verdict).explained;
            if (found - expected).abs() > 1e-4 {
                wrong.push(format!("{question} as {intent:?}: expected {expected}, found {found}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn what_is_found_stands_above_a_choice_and_a_choice_above_a_no() {
        let some = doc("qingma-people");
        let rows: Vec<(Intent, Verdict, u8)> = vec![
            (Intent::Lookup, Verdict::Fact(some), 3),
            (Intent::OutOfDomain, Verdict::Help, 3),
            (Intent::Lookup, Verdict::Tie(vec![some, some]), 2),
            // To ask which of several initiatives is meant is the answer to their name
            (Intent::AmbiguousName, Verdict::Tie(vec![some, some]), 3),
            (Intent::Lookup, Verdict::Absent(some, Veto::Measure), 1),
            (Intent::Lookup, Verdict::Unknown(Reason::Nothing), 0),
        ];
        for (intent, verdict, tier) in rows {
            let told = format!("{intent:?} {verdict:?}");
            assert_eq!(covered("青马", intent, verdict).tier, tier, "{told}");
        }
    }

    #[test]
    fn of_two_the_higher_tier_wins_then_what_explains_more_and_of_equals_the_first() {
        let of = |tier: u8, explained: f32| Coverage { tier, explained };
        let rows = [
            (of(3, 0.1), of(2, 2.0), true),
            (of(2, 2.0), of(3, 0.1), false),
            (of(3, 1.1), of(3, 1.0), true),
            (of(3, 1.0), of(3, 1.1), false),
            (of(3, 1.0), of(3, 1.0), false),
            (of(0, 1.0), of(1, 0.0), false),
        ];
        for (later, earlier, beats) in rows {
            assert_eq!(later.beats(earlier), beats, "{later:?} behind {earlier:?}");
        }
    }
}
