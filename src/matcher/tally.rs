//! What the words of a stretch say for every document: one word after the other, over the documents that it speaks for.
//! Judges no document: that is [`super::score`]'s.

use super::asked::Asked;
use super::evidence::Evidence;
use super::pieces::Piece;
use super::score::Scene;
use super::weights::{
    IN_TEXT, LABELLED, LIGHT, STANDS, UNKNOWN, UNKNOWN_LATIN, UNKNOWN_LETTER, UNKNOWN_MOST,
};

/// What all words of a stretch say together for one document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
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

/// What the words of a stretch say, for each document.
pub(super) fn tallies(scene: &Scene<'_>, asked: &Asked) -> Vec<Tally> {
    let silent = asked.content.iter().all(|it| scene.pieces[*it].is_light);
    let nothing = Tally { whole: whole(scene, asked), is_touched: silent, ..Tally::default() };
    let mut tallies = vec![nothing; scene.index.docs.len()];
    for at in &asked.content {
        add(&mut tallies, &scene.pieces[*at], &scene.evidence[*at]);
    }
    tallies
}

fn add(tallies: &mut [Tally], piece: &Piece, evidence: &Evidence) {
    let weight = evidence.weight;
    #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
    let characters = piece.text.len() as f32;
    for at in evidence.docs.iter().map(|it| *it as usize) {
        let (tally, strength) = (&mut tallies[at], evidence.at(at));
        if piece.is_light {
            tally.light += strength * LIGHT;
        } else {
            tally.sum += strength * weight;
            let told = if strength >= STANDS { strength.max(IN_TEXT) } else { strength };
            tally.explained += weight * told;
            tally.named = tally.named.max(strength * weight);
            tally.is_touched |= strength > 0.0;
        }
        tally.said += if strength >= LABELLED { characters } else { 0.0 };
    }
    // A piece of another text is no more than characters that nothing explains.
    if piece.is_gram && !piece.is_light {
        let less = (weight - unknown_weight(piece)).max(0.0);
        for (at, tally) in tallies.iter_mut().enumerate() {
            tally.whole -= if evidence.at(at) >= STANDS { 0.0 } else { less };
        }
    }
}

/// The weight of all that must be explained.
fn whole(scene: &Scene<'_>, asked: &Asked) -> f32 {
    let content = asked.content.iter().filter(|it| !scene.pieces[**it].is_light).map(|it| scene.weight(*it));
    let unknown = asked.unknown.iter().map(|it| unknown_weight(&scene.pieces[*it]));
    content.chain(unknown).sum()
}

fn unknown_weight(piece: &Piece) -> f32 {
    if piece.text.iter().any(char::is_ascii) {
        return UNKNOWN_LATIN;
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
    let letters = piece.text.len() as f32;
    if piece.text.len() == 1 { UNKNOWN_LETTER } else { (UNKNOWN * letters).min(UNKNOWN_MOST) }
}
