//! Which figures belong to a list: by what they are about, by what they are counted in.
//! Orders nothing.

use super::asked::Asked;
use super::cue::Cue;
use super::index::{Doc, DocId};
use super::score::Scene;
use super::weights::BELONGS;

/// The figures that a list is of, in the order printed; all words that say something must fit. Of names that are joined
/// (青年之家和走播队) each has its figures.
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
    let groups = joined(scene, &words);
    let fits = |doc: usize| {
        let all = |words: &Vec<usize>| words.iter().all(|at| scene.evidence[*at].at(doc) >= BELONGS);
        groups.iter().any(all)
    };
    (0..scene.index.docs.len())
        .filter(|doc| {
            matches!(scene.index.docs[*doc], Doc::Figure(..)) && fits(*doc) && is_counted(scene, *doc, asked)
        })
        .filter_map(|doc| DocId::try_from(doc).ok())
        .collect()
}

/// The words on both sides of each 和 or mark, where every side has a name; all of them together elsewhere.
fn joined(scene: &Scene<'_>, words: &[usize]) -> Vec<Vec<usize>> {
    let parts = |at: usize| scene.pieces[at].is(Cue::Join) || scene.pieces[at].mark == Some(',');
    let apart = |a: &usize, b: &usize| !(*a..*b).any(parts);
    let groups: Vec<Vec<usize>> = words.chunk_by(apart).map(<[usize]>::to_vec).collect();
    let named = |group: &Vec<usize>| group.iter().any(|at| scene.pieces[*at].is_name);
    if groups.len() > 1 && groups.iter().all(named) { groups } else { vec![words.to_vec()] }
}

/// 钱, 场次: a noun that asks for a measure selects by measure, not by text.
fn is_measure(scene: &Scene<'_>, at: usize) -> bool {
    !scene.pieces[at].nouns.is_empty()
}

fn is_counted(scene: &Scene<'_>, doc: usize, asked: &Asked) -> bool {
    let own = scene.index.measures[doc];
    asked.measures.is_empty() || own.is_some_and(|own| asked.measures.contains(&own))
}
