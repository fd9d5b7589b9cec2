//! What the words of a span say for every document: one word after the other, over the documents that it speaks for.
//! Judges no document: that is [`crate::matcher::scoring::score`]'s.

use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::evidence::Evidence;
use crate::matcher::scoring::weights::{
    IN_TEXT, LABELLED, LIGHT, STANDS, UNKNOWN, UNKNOWN_LATIN, UNKNOWN_LETTER, UNKNOWN_MOST,
};

/// What all words of a span say together for one document.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Accumulator {
    /// The weight of the words that speak for it.
    pub sum: f32,
    /// The same, where a word that stands anywhere in its text counts as explained by it.
    pub explained: f32,
    /// How strongly the one word speaks that speaks most.
    pub named: f32,
    /// What words such as 活动 and 青年 add.
    pub light: f32,
    /// The weight of all that must be explained.
    pub whole: f32,
    /// How many characters of its label the words say.
    pub said: f32,
    /// True where some word speaks for it that says more than 活动 or 青年; everywhere where there is no such word.
    pub is_touched: bool,
}

/// What the words of a span say, for each document.
pub(crate) fn accumulators(context: &Context<'_>, question: &Question) -> Vec<Accumulator> {
    let silent = question.content.iter().all(|it| context.tokens[*it].is_light);
    let nothing =
        Accumulator { whole: whole(context, question), is_touched: silent, ..Accumulator::default() };
    let mut accumulators = vec![nothing; context.index.docs.len()];
    for at in &question.content {
        add(&mut accumulators, &context.tokens[*at], &context.evidence[*at]);
    }
    accumulators
}

fn add(accumulators: &mut [Accumulator], token: &Token, evidence: &Evidence) {
    let weight = evidence.weight;
    #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
    let characters = token.text.len() as f32;
    for at in evidence.docs.iter().map(|it| *it as usize) {
        let (accumulator, strength) = (&mut accumulators[at], evidence.at(at));
        if token.is_light {
            accumulator.light += strength * LIGHT;
        } else {
            accumulator.sum += strength * weight;
            let told = if strength >= STANDS { strength.max(IN_TEXT) } else { strength };
            accumulator.explained += weight * told;
            accumulator.named = accumulator.named.max(strength * weight);
            accumulator.is_touched |= strength > 0.0;
        }
        accumulator.said += if strength >= LABELLED { characters } else { 0.0 };
    }
    // A token of another text is no more than characters that nothing explains.
    if token.is_gram && !token.is_light {
        let less = (weight - unknown_weight(token)).max(0.0);
        for (at, accumulator) in accumulators.iter_mut().enumerate() {
            accumulator.whole -= if evidence.at(at) >= STANDS { 0.0 } else { less };
        }
    }
}

/// The weight of all that must be explained.
fn whole(context: &Context<'_>, question: &Question) -> f32 {
    let content =
        question.content.iter().filter(|it| !context.tokens[**it].is_light).map(|it| context.weight(*it));
    let unknown = question.unknown.iter().map(|it| unknown_weight(&context.tokens[*it]));
    content.chain(unknown).sum()
}

fn unknown_weight(token: &Token) -> f32 {
    if token.text.iter().any(char::is_ascii) {
        return UNKNOWN_LATIN;
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
    let letters = token.text.len() as f32;
    if token.text.len() == 1 { UNKNOWN_LETTER } else { (UNKNOWN * letters).min(UNKNOWN_MOST) }
}
