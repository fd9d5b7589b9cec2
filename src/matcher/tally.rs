//! What the words of a stretch say for every document: one word after the other over the documents that it speaks
//! for, a column for each sum.
//! Judges no document: that is [`super::score`]'s.

use super::asked::Asked;
use super::evidence::Evidence;
use super::pieces::Piece;
use super::score::Scene;
use super::weights::{
    IN_TEXT, LABELLED, LIGHT, STANDS, UNKNOWN, UNKNOWN_LATIN, UNKNOWN_LETTER, UNKNOWN_MOST,
};

/// For each document what all words of a stretch say together.
pub(super) struct Tally {
    /// The weight of the words that speak for it.
    pub sum: Vec<f32>,
    /// The same, where a word that stands anywhere in its text counts as explained by it.
    pub explained: Vec<f32>,
    /// How strongly the one word speaks that speaks most.
    pub named: Vec<f32>,
    /// What words such as 活动 and 青年 add.
    pub light: Vec<f32>,
    /// The weight of all that must be explained.
    pub whole: Vec<f32>,
    /// How many characters of its label the words say.
    pub said: Vec<f32>,
    /// True where some word speaks for it that says more than 活动 or 青年; everywhere where there is no such word.
    pub touched: Vec<bool>,
}

impl Tally {
    /// Of the words of a stretch.
    pub(super) fn of(scene: &Scene<'_>, asked: &Asked) -> Self {
        let zeros = || vec![0.0_f32; scene.index.docs.len()];
        let silent = asked.content.iter().all(|it| scene.pieces[*it].is_light);
        let mut tally = Self {
            sum: zeros(),
            explained: zeros(),
            named: zeros(),
            light: zeros(),
            whole: vec![whole(scene, asked); scene.index.docs.len()],
            said: zeros(),
            touched: vec![silent; scene.index.docs.len()],
        };
        for at in &asked.content {
            tally.add(&scene.pieces[*at], &scene.evidence[*at]);
        }
        tally
    }

    fn add(&mut self, piece: &Piece, evidence: &Evidence) {
        let Evidence { of, docs, weight, .. } = evidence;
        #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
        let characters = piece.text.len() as f32;
        for at in docs.iter().map(|it| *it as usize) {
            let strength = of[at];
            if piece.is_light {
                self.light[at] += strength * LIGHT;
            } else {
                self.sum[at] += strength * weight;
                let told = if strength >= STANDS { strength.max(IN_TEXT) } else { strength };
                self.explained[at] += weight * told;
                self.named[at] = self.named[at].max(strength * weight);
                self.touched[at] |= strength > 0.0;
            }
            self.said[at] += if strength >= LABELLED { characters } else { 0.0 };
        }
        // A piece of another text is no more than characters that nothing explains.
        if piece.is_gram && !piece.is_light {
            let less = (weight - unknown_weight(piece)).max(0.0);
            let stands = |strength: f32| strength >= STANDS;
            self.whole.iter_mut().zip(of).for_each(|(it, strength)| {
                *it -= if stands(*strength) { 0.0 } else { less };
            });
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
