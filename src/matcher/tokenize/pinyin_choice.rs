//! Of words that are spelt alike, those that are meant, and what they cost in a spelling.
//! Spells nothing: that is [`crate::matcher::tokenize::latin`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::pinyin;

/// A known word of two characters or more costs one, as in the lattice of Chinese text.
const WORD: f32 = 1.0;
/// A word of one character: cheap tokens would spell anything.
const SINGLE: f32 = 1.35;
/// 几, 场, 个: short, and in nearly every question.
const ASKS: f32 = 0.8;
/// A token of the report's text.
const NGRAM: f32 = 1.9;

/// Of words spelt alike for southern ears, those spelt exactly as typed; of these, whole words before tokens.
pub(crate) fn choose(terms: &[TermId], typed: &str, words: &Vocabulary) -> (f32, Vec<TermId>) {
    let spelt =
        |term: &&TermId| typed.contains(&pinyin::spell(&words.text(**term).iter().collect::<String>()));
    let is_ngram = |term: &TermId| words.is_ngram(*term);
    let exact: Vec<TermId> = terms.iter().filter(spelt).copied().collect();
    let kept = if exact.is_empty() { terms.to_vec() } else { exact };
    let whole: Vec<TermId> = kept.iter().filter(|term| !is_ngram(term)).copied().collect();
    let kept = if whole.is_empty() { kept } else { whole };
    let kept = steering(kept, words);
    let single = kept.iter().all(|term| words.text(*term).len() == 1);
    let asks = kept.iter().any(|term| {
        words
            .roles(*term)
            .iter()
            .any(|it| matches!(it, Role::Cue(Cue::HowMany) | Role::Unit(_) | Role::Colloquial(_)))
    });
    let cost = if single && asks {
        ASKS
    } else if single {
        SINGLE
    } else if kept.iter().all(is_ngram) {
        NGRAM
    } else {
        WORD
    };
    #[expect(clippy::cast_precision_loss, reason = "a length below a hundred")]
    let longer = 0.02 * kept.first().map_or(0, |term| words.text(*term).len()) as f32;
    (cost - longer, kept)
}

/// Of words spelt alike, those that ask or steer: yigong is 一共 far more often than 义工.
fn steering(terms: Vec<TermId>, words: &Vocabulary) -> Vec<TermId> {
    let steers = |term: &TermId| {
        let roles = words.roles(*term);
        let is_name = roles.contains(&Role::Name);
        let asks = |it: &Role| {
            matches!(it, Role::Cue(Cue::HowMany | Cue::Plus) | Role::Unit(_) | Role::Colloquial(_))
        };
        !is_name && (roles.iter().any(asks) || roles.contains(&Role::Stop))
    };
    let some: Vec<TermId> = terms.iter().filter(|term| steers(term)).copied().collect();
    if some.is_empty() { terms } else { some }
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, tokens};

    #[test]
    fn of_words_that_are_spelt_alike() {
        let rows: &[(&str, &str)] = &[
            // Words that ask or steer before names of things
            ("yigong duoshao", "一共|多少"),
            // Whole words before tokens of text
            ("tuanyuan", "团员"),
            ("shixi gangwei", "实习岗位"),
            ("qingnian zhijia", "青年之家"),
            // As typed before southern ears
            ("lingtouyan", "领头雁"),
            ("linyi", "linyi"),
        ];
        check(rows, tokens);
    }
}
