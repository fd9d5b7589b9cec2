//! Names that stand for several initiatives: a programme of two of them, one sound for two names.
//! Asks which is meant; chooses none.

use super::asked::Asked;
use super::evidence::Evidence;
use super::index::Doc;
use super::pieces::Piece;
use super::reading::Tier;
use super::score::Scene;
use super::weights::{BELONGS, LABELLED};

/// The initiatives that a bare name may stand for; nothing where it says more than a name, or names one.
pub(super) fn named(scene: &Scene<'_>, asked: &Asked) -> Option<Vec<Doc>> {
    let says = |at: &&usize| !scene.pieces[**at].is_light;
    let mut names = asked.content.iter().filter(says);
    let (name, more) = (names.next()?, names.next());
    let plain = asked.unknown.is_empty() && !asked.how_many && asked.measures.is_empty();
    if more.is_some() || !plain || !asked.cues.is_empty() {
        return None;
    }
    let piece = &scene.pieces[*name];
    let docs: Vec<Doc> = if piece.is_programme && piece.tier == Some(Tier::Exact) {
        holders(scene, &scene.evidence[*name], LABELLED)
    } else if piece.tier == Some(Tier::Sound) && piece.terms.len() > 1 {
        of_terms(scene, piece)
    } else {
        return None;
    };
    (docs.len() > 1).then_some(docs)
}

/// The initiatives for which something speaks at least so strongly.
fn holders(scene: &Scene<'_>, evidence: &Evidence, least: f32) -> Vec<Doc> {
    let strong = evidence.docs.iter().map(|it| *it as usize).filter(|it| evidence.at(*it) >= least);
    strong.map(|it| scene.index.docs[it]).filter(|it| matches!(it, Doc::Initiative(..))).collect()
}

/// For each of the words that it may be, the initiative that it says most for, all its figures and facts together.
fn of_terms(scene: &Scene<'_>, piece: &Piece) -> Vec<Doc> {
    let mut found: Vec<Doc> = Vec::new();
    for term in &piece.terms {
        let mut sums = vec![0.0; scene.index.initiatives];
        for (doc, strength) in scene.index.of_term(*term) {
            sums[scene.index.initiative_of[*doc as usize]] += strength;
        }
        let best = (0..sums.len()).rev().max_by(|a, b| sums[*a].total_cmp(&sums[*b]));
        let Some(best) = best.filter(|it| sums[*it] >= BELONGS) else { continue };
        let is_whole = |at: &usize| matches!(scene.index.docs[*at], Doc::Initiative(..));
        let whole = scene.index.ranges[best].clone().find(is_whole).map(|at| scene.index.docs[at]);
        found.extend(whole.filter(|it| !found.contains(it)));
    }
    found
}
