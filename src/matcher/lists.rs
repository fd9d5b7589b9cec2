//! Which figures belong to a list: by what they are about, by what they are counted in.
//! Orders nothing.

use super::asked::Asked;
use super::index::{Doc, DocId};
use super::score::Scene;
use super::weights::BELONGS;

/// The figures that a list is of, in the order printed; all words that say something must fit.
#[must_use]
pub(super) fn of(scene: &Scene<'_>, asked: &Asked) -> Vec<DocId> {
    let words: Vec<usize> = asked
        .content
        .iter()
        .copied()
        .filter(|at| !scene.pieces[*at].is_light && !is_measure(scene, *at) && scene.evidence[*at].spread > 0)
        .collect();
    if (words.is_empty() && asked.measures.is_empty())
        || asked.unknown.iter().any(|at| scene.pieces[*at].text.len() > 1)
    {
        return Vec::new();
    }
    let fits = |doc: usize| words.iter().all(|at| scene.evidence[*at].of[doc] >= BELONGS);
    (0..scene.index.docs.len())
        .filter(|doc| {
            matches!(scene.index.docs[*doc], Doc::Figure(..)) && fits(*doc) && is_counted(scene, *doc, asked)
        })
        .filter_map(|doc| DocId::try_from(doc).ok())
        .collect()
}

/// 钱, 场次: a noun that asks for a measure selects by measure, not by text.
fn is_measure(scene: &Scene<'_>, at: usize) -> bool {
    !scene.pieces[at].nouns.is_empty()
}

fn is_counted(scene: &Scene<'_>, doc: usize, asked: &Asked) -> bool {
    let own = scene.index.measures[doc];
    asked.measures.is_empty() || own.is_some_and(|own| asked.measures.contains(&own))
}
