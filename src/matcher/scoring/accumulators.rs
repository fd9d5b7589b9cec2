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
    pub total_weight: f32,
    /// How many characters of its label the words say.
    pub label_characters: f32,
    /// True where some word speaks for it that says more than 活动 or 青年; everywhere where there is no such word.
    pub is_touched: bool,
}

/// What the words of a span say, for each document.
pub(crate) fn accumulators(context: &Context<'_>, question: &Question) -> Vec<Accumulator> {
    let silent = question.content.iter().all(|it| context.tokens[*it].is_light);
    let nothing = Accumulator {
        total_weight: total_weight(context, question),
        is_touched: silent,
        ..Accumulator::default()
    };
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
        accumulator.label_characters += if strength >= LABELLED { characters } else { 0.0 };
    }
    // A token of another text is no more than characters that nothing explains.
    if token.is_gram && !token.is_light {
        let less = (weight - unknown_weight(token)).max(0.0);
        for (at, accumulator) in accumulators.iter_mut().enumerate() {
            accumulator.total_weight -= if evidence.at(at) >= STANDS { 0.0 } else { less };
        }
    }
}

/// The weight of all that must be explained.
fn total_weight(context: &Context<'_>, question: &Question) -> f32 {
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

#[cfg(test)]
mod tests {
    use super::accumulators;
    use crate::matcher::testing::check_pairs;

    #[test]
    fn words_add_up_for_each_document_and_what_nothing_explains_counts_against_it() {
        let rows: &[(&str, &str, &str)] = &[
            // A name and a label: all that is said speaks for it
            ("青马", "qingma-people", "1.00 of 1.00"),
            ("青马几期", "qingma-classes", "1.00 of 1.00"),
            // What is unknown is part of the whole: two letters, three, a Latin word, a letter
            ("青马囹圄", "qingma-people", "1.00 of 1.34"),
            ("青马囹圄魍", "qingma-people", "1.00 of 1.51"),
            ("青马 zzqx", "qingma-people", "1.00 of 1.30"),
            // A run of unknown characters has a most
            ("青马魑魅魍魉囹圄", "qingma-people", "1.00 of 1.75"),
            // It speaks for another document
            ("青马", "shock-teams", "0.00 of 1.00"),
            ("青马突击队", "shock-teams", "1.00 of 2.00"),
            // Words that say little are no part of it
            ("青马的活动", "qingma-people", "1.00 of 1.00"),
        ];
        check_pairs(rows, |context, doc| {
            let it = accumulators(context, &context.question())[doc];
            format!("{:.2} of {:.2}", it.sum, it.total_weight)
        });
    }

    #[test]
    fn a_word_of_the_text_explains_more_than_it_speaks() {
        let rows: &[(&str, &str, &str)] = &[
            // In a label or a programme it explains as much
            ("青马", "qingma-people", "speaks 1.00, explains 1.00"),
            ("乐法少年说", "law-events", "speaks 0.90, explains 0.90"),
            // In what the initiative says: at least IN_TEXT
            ("西南交大", "intern-posts", "speaks 0.50, explains 0.85"),
            ("武汉大学", "intern-batches", "speaks 0.50, explains 0.85"),
            // Elsewhere in the initiative, or in a heading, it does not stand
            ("靓在乡村", "west-new", "speaks 0.35, explains 0.35"),
            ("县域团改", "qingma-people", "speaks 0.25, explains 0.25"),
        ];
        check_pairs(rows, |context, doc| {
            let it = accumulators(context, &context.question())[doc];
            format!("speaks {:.2}, explains {:.2}", it.sum / it.total_weight, it.explained / it.total_weight)
        });
    }

    #[test]
    fn a_document_is_touched_by_words_that_say_more_than_the_light_ones() {
        let rows: &[(&str, &str, &str)] = &[
            ("青马的活动", "qingma-people", "touched"),
            ("青马的活动", "youth-home-events", "untouched"),
            ("青马", "shock-teams", "untouched"),
            ("突击队", "shock-teams", "touched"),
            // Where nothing else is said, light words touch everything
            ("活动", "youth-home-events", "touched"),
            ("多少", "shock-teams", "touched"),
        ];
        check_pairs(rows, |context, doc| {
            let is_touched = accumulators(context, &context.question())[doc].is_touched;
            if is_touched { "touched".to_owned() } else { "untouched".to_owned() }
        });
    }
}
