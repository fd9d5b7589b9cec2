//! How strongly each word of a question speaks for each document, and how much the word weighs.
//! Adds nothing up: that is [`super::score`]'s.

use super::index::Index;
use super::lexicon::Lexicon;
use super::pieces::Piece;
use super::postings::Posting;
use super::reading::Tier;
use super::role::Role;
use super::trie::TermId;
use super::vocabulary::Vocabulary;
use super::weights::{
    ABSENT_WORD, ALIKE, BELONGS, EXPLAINED, FAINT, GRAM, INSIDE, LEAST, SINGLE, SYNONYM, TIER,
};

/// What one word of a question says.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    /// For each document how strongly the word speaks for it, 0 to 1.
    pub of: Vec<f32>,
    /// How much the word tells documents apart, 0 to 1: rare words weigh more.
    pub weight: f32,
    /// How many initiatives it speaks for.
    pub spread: usize,
    /// How strongly it speaks where it speaks most.
    pub most: f32,
}

/// What a piece says for every document.
#[must_use]
pub(super) fn of(piece: &Piece, words: &Vocabulary, index: &Index, lexicon: &Lexicon) -> Evidence {
    let mut of = vec![0.0; index.docs.len()];
    // Fillers, question words and marks speak for nothing.
    if !piece.is_content && !piece.is_elsewhere && !piece.is_within {
        return Evidence { of, weight: 0.0, spread: 0, most: 0.0 };
    }
    for term in &piece.terms {
        add_whole(*term, words, index, &mut of);
        // Another subject is not known by a part of it: 就业率 is not 就业.
        if !piece.is_elsewhere {
            add_inside(*term, words, index, lexicon, &mut of);
        }
    }
    prefer_exact(piece, index, &mut of);
    let tier = TIER[piece.tier.unwrap_or(Tier::None) as usize];
    of.iter_mut().for_each(|it| *it *= tier);
    // Never not a number: a plain comparison is what the processor does to several at once.
    let most = of.iter().copied().fold(0.0, |most: f32, it| if it > most { it } else { most });
    let (spread, weight) = weight(piece, &of, most, index);
    Evidence { of, weight, spread, most }
}

/// Where a name stands as typed in some initiative, a mere synonym in another says little: a weaker tier must not beat a
/// stronger one.
fn prefer_exact(piece: &Piece, index: &Index, of: &mut [f32]) {
    if !piece.is_name {
        return;
    }
    let mut exact = vec![false; index.initiatives];
    for (doc, strength) in piece.terms.iter().flat_map(|term| index.of_term(*term)) {
        exact[index.initiative_of[*doc as usize]] |= *strength >= BELONGS;
    }
    if exact.iter().any(|it| *it) {
        let others = of.iter_mut().zip(&index.initiative_of).filter(|(_, initiative)| !exact[**initiative]);
        others.for_each(|(strength, _)| *strength = strength.min(EXPLAINED));
    }
}

fn add_whole(term: TermId, words: &Vocabulary, index: &Index, of: &mut [f32]) {
    for role in words.roles(term) {
        match role {
            Role::Group(at) => {
                raise(index.of_group(*at), SYNONYM, of);
                raise(index.of_term(term), 1.0, of);
            }
            Role::Scope(at) => raise(index.of_scope(*at), 1.0, of),
            Role::Gram => raise(index.of_term(term), GRAM, of),
            Role::Name | Role::Elsewhere | Role::Subject | Role::Within | Role::MeasureNoun(_) => {
                raise(index.of_term(term), 1.0, of)
            }
            Role::Stop
            | Role::Infix
            | Role::Cue(_)
            | Role::Unit(_)
            | Role::Said(_)
            | Role::Home(_)
            | Role::Programme
            | Role::Refused => {}
        }
    }
}

/// A long word is also known by the words and pieces inside it: 志愿服务岗 by 志愿服务.
fn add_inside(term: TermId, words: &Vocabulary, index: &Index, lexicon: &Lexicon, of: &mut [f32]) {
    let text = words.text(term);
    if text.len() < 3 || text.iter().any(char::is_ascii) {
        return;
    }
    let mut shares: Vec<f32> = Vec::new();
    let pairs = ratio(1, text.len() - 1);
    for start in 0..text.len() {
        for (length, inner) in words.prefixes(&text[start..]) {
            if length == text.len() || length < 2 {
                continue;
            }
            for role in words.roles(inner) {
                match role {
                    Role::Group(at) if !lexicon.synonyms[*at].light => {
                        raise(index.of_group(*at), INSIDE * ratio(length, text.len()), of)
                    }
                    Role::Name if length > 2 => {
                        raise(index.of_term(inner), INSIDE * ratio(length, text.len()), of)
                    }
                    Role::Gram | Role::Name if length == 2 => {
                        shares.resize(of.len(), 0.0);
                        let share = |(doc, it): &Posting| shares[*doc as usize] += it * pairs * INSIDE;
                        index.of_term(inner).iter().for_each(share);
                    }
                    _ => {}
                }
            }
        }
    }
    of.iter_mut().zip(shares).for_each(|(it, share)| *it = it.max(share.min(INSIDE)));
}

fn raise(list: &[Posting], factor: f32, of: &mut [f32]) {
    for (doc, strength) in list {
        let it = &mut of[*doc as usize];
        *it = it.max(strength * factor);
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths below a hundred")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Inverse document frequency over initiatives, scaled to 1 for a word of one initiative: `1 - ln(df) / ln(N + 1)`.
fn weight(piece: &Piece, of: &[f32], most: f32, index: &Index) -> (usize, f32) {
    let spread = match spread(of, BELONGS.max(most * ALIKE), index) {
        0 => spread(of, EXPLAINED, index),
        some => some,
    };
    if spread == 0 && most < FAINT {
        return (0, ABSENT_WORD);
    }
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^24")]
    let rare = 1.0 - (spread.max(1) as f32).ln() / (index.initiatives as f32 + 1.0).ln();
    let kind = if piece.text.len() == 1 {
        SINGLE
    } else if piece.is_gram {
        GRAM
    } else {
        1.0
    };
    (spread, (rare * kind).max(LEAST))
}

/// In how many initiatives something has at least this strength.
fn spread(of: &[f32], least: f32, index: &Index) -> usize {
    let (mut count, mut last) = (0, None);
    for (strength, initiative) in of.iter().zip(&index.initiative_of) {
        // The documents of an initiative stand side by side.
        if *strength >= least && last != Some(initiative) {
            (count, last) = (count + 1, Some(initiative));
        }
    }
    count
}
