//! How strongly each word of a question speaks for each document, and how much the word weighs.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

mod strengths;

use crate::matcher::index::{DocId, Index};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::Role;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::weights::{
    ABSENT_WORD, ALIKE, BELONGS, EXPLAINED, FAINT, GRAM, INSIDE, SINGLE, SYNONYM, TIER,
};
use crate::matcher::tokenize::Tier;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use strengths::Strengths;

/// Most words speak for no more documents.
const FEW_DOCS: usize = 32;

/// What one word of a question says.
#[derive(Debug, Clone)]
pub(crate) struct Evidence {
    /// See [`Evidence::at`]; empty for what speaks for nothing.
    of: Vec<f32>,
    /// The documents that it speaks for, in order: a few of all.
    pub docs: Vec<DocId>,
    /// How much the word tells documents apart, 0 to 1: rare words weigh more.
    pub weight: f32,
    /// How many initiatives it speaks for.
    pub spread: usize,
    /// How strongly it speaks where it speaks most.
    pub most: f32,
}

impl Evidence {
    /// How strongly the word speaks for this document, 0 to 1.
    #[must_use]
    pub(crate) fn at(&self, doc: usize) -> f32 {
        self.of.get(doc).copied().unwrap_or_default()
    }
}

/// What a token says for every document.
#[must_use]
pub(crate) fn of(token: &Token, words: &Vocabulary, index: &Index, lexicon: &Lists) -> Evidence {
    // Fillers, question words and marks speak for nothing.
    if !token.is_content && !token.constrains() {
        return Evidence { of: Vec::new(), docs: Vec::new(), weight: 0.0, spread: 0, most: 0.0 };
    }
    let mut strengths = Strengths { of: vec![0.0; index.docs.len()], docs: Vec::with_capacity(FEW_DOCS) };
    for term in &token.terms {
        add_whole(*term, words, index, &mut strengths);
        // Another subject is not known by a part of it: 就业率 is not 就业.
        if !token.is_elsewhere {
            add_inside(*term, words, index, lexicon, &mut strengths);
        }
    }
    strengths.docs.sort_unstable();
    prefer_exact(token, index, &mut strengths);
    let tier = TIER[token.tier.unwrap_or(Tier::None) as usize];
    strengths.each(|it| *it *= tier);
    let mut most = 0.0;
    strengths.each(|it| most = it.max(most));
    let (spread, weight) = weight(token, &strengths, most, index);
    Evidence { of: strengths.of, docs: strengths.docs, weight, spread, most }
}

/// Where a name stands as typed in some initiative, a mere synonym in another says little: a weaker tier must not beat a
/// stronger one.
fn prefer_exact(token: &Token, index: &Index, strengths: &mut Strengths) {
    if !token.is_name {
        return;
    }
    let mut exact = vec![false; index.initiatives];
    for term in &token.terms {
        for (doc, strength) in index.of_term(*term).iter() {
            exact[index.initiative_of[*doc as usize]] |= *strength >= BELONGS;
        }
    }
    if exact.iter().any(|it| *it) {
        let others = strengths.docs.iter().filter(|doc| !exact[index.initiative_of[**doc as usize]]);
        others.for_each(|doc| strengths.of[*doc as usize] = strengths.of[*doc as usize].min(EXPLAINED));
    }
}

fn add_whole(term: TermId, words: &Vocabulary, index: &Index, strengths: &mut Strengths) {
    for role in words.roles(term) {
        match role {
            Role::Group(at) => strengths.raise_all(&index.of_group(*at), SYNONYM),
            Role::Scope(at) => strengths.raise_all(&index.of_scope(*at), 1.0),
            _ => {}
        }
        if role.has_documents() {
            strengths.raise_all(&index.of_term(term), if *role == Role::Gram { GRAM } else { 1.0 });
        }
    }
}

/// A long word is also known by the words and tokens inside it: 志愿服务岗 by 志愿服务.
fn add_inside(term: TermId, words: &Vocabulary, index: &Index, lexicon: &Lists, strengths: &mut Strengths) {
    let text = words.text(term);
    if text.len() < 3 || text.iter().any(char::is_ascii) {
        return;
    }
    let mut shares = Strengths { of: Vec::new(), docs: Vec::new() };
    let pairs = ratio(1, text.len() - 1);
    for start in 0..text.len() {
        for (length, inner) in words.prefixes(&text[start..]) {
            if length == text.len() || length < 2 {
                continue;
            }
            for role in words.roles(inner) {
                match role {
                    Role::Group(at) if !lexicon.synonyms[*at].light => {
                        strengths.raise_all(&index.of_group(*at), INSIDE * ratio(length, text.len()))
                    }
                    Role::Name if length > 2 => {
                        strengths.raise_all(&index.of_term(inner), INSIDE * ratio(length, text.len()))
                    }
                    Role::Gram | Role::Name if length == 2 => {
                        shares.of.resize(strengths.of.len(), 0.0);
                        for (doc, strength) in index.of_term(inner).iter() {
                            let known = shares.of[*doc as usize];
                            shares.raise(*doc, known + strength * pairs * INSIDE);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    shares.docs.iter().for_each(|doc| strengths.raise(*doc, shares.of[*doc as usize].min(INSIDE)));
}

#[expect(clippy::cast_precision_loss, reason = "lengths below a hundred")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Inverse document frequency over initiatives, scaled to 1 for a word of one initiative: `1 - ln(df) / ln(N + 1)`.
fn weight(token: &Token, strengths: &Strengths, most: f32, index: &Index) -> (usize, f32) {
    let spread = match spread(strengths, BELONGS.max(most * ALIKE), index) {
        0 => spread(strengths, EXPLAINED, index),
        some => some,
    };
    if spread == 0 && most < FAINT {
        return (0, ABSENT_WORD);
    }
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^24")]
    let rare = 1.0 - (spread.max(1) as f32).ln() / (index.initiatives as f32 + 1.0).ln();
    let kind = if token.text.len() == 1 {
        SINGLE
    } else if token.is_gram {
        GRAM
    } else {
        1.0
    };
    (spread, rare * kind)
}

/// In how many initiatives something has at least this strength.
fn spread(strengths: &Strengths, least: f32, index: &Index) -> usize {
    let (mut count, mut last) = (0, None);
    for doc in strengths.docs.iter().filter(|doc| strengths.of[**doc as usize] >= least) {
        let initiative = Some(index.initiative_of[*doc as usize]);
        // The documents of an initiative stand side by side.
        count += usize::from(initiative != last);
        last = initiative;
    }
    count
}

#[cfg(test)]
mod tests {
    use crate::matcher::scoring::context::Context;
    use crate::matcher::testing::{check, check_pairs, look};

    /// The first word that says something.
    fn first(context: &Context<'_>) -> usize {
        let says = |at: &usize| context.tokens[*at].is_content || context.tokens[*at].constrains();
        (0..context.tokens.len()).find(says).unwrap_or_default()
    }

    #[test]
    fn a_word_speaks_by_where_it_stands_and_how_it_is_known() {
        let rows: &[(&str, &str, &str)] = &[
            // In the label, in a programme of the figure, in the initiative's name, in what it says, in a heading
            ("培训班", "qingma-classes", "1.00"),
            ("乐法少年说", "law-events", "0.90"),
            ("青年联谊", "match-couples", "0.75"),
            ("西南交大", "intern-posts", "0.50"),
            ("突击队", "industry-talents", "0.50"),
            ("县域团改", "qingma-people", "0.25"),
            // A programme of its initiative that other figures are about
            ("靓在乡村", "west-new", "0.35"),
            // By another word for it, by sound, by a slip
            ("娃儿", "helped-children", "0.88"),
            ("清马", "qingma-people", "0.96"),
            ("青年之冢", "youth-homes", "0.88"),
            // It stands elsewhere
            ("青马", "shock-teams", "0.00"),
            // Nothing knows it, or it only asks
            ("元宇宙", "qingma-people", "0.00"),
            ("多少", "qingma-people", "0.00"),
        ];
        check_pairs(rows, |context, doc| format!("{:.2}", context.evidence[first(context)].at(doc)));
    }

    #[test]
    fn a_word_weighs_more_the_fewer_initiatives_it_speaks_for() {
        let rows: &[(&str, &str)] = &[
            // Of one initiative
            ("青马", "1 at 1.00"),
            ("突击队", "1 at 1.00"),
            // Of two: 1 - ln 2 / ln 36
            ("逐梦扬帆计划", "2 at 0.81"),
            // A word that the reports have nowhere is about something else
            ("就业率", "0 at 0.80"),
            // What only asks says nothing
            ("多少", "0 at 0.00"),
            ("，", "0 at 0.00"),
        ];
        check(rows, |text| {
            look(text, |context| {
                let evidence = &context.evidence[first(context)];
                format!("{} at {:.2}", evidence.spread, evidence.weight)
            })
        });
    }
}
