//! Several names in a row, each of another figure: parted by marks and 和, or side by side.
//! What one name means is [`super::sides`]'s.

use super::cue::Cue;
use super::index::DocId;
use super::pieces::Piece;
use super::score::Scene;
use super::sides::{parts, side};

/// True where a mark stands right before this place.
fn parts_before(scene: &Scene<'_>, at: usize) -> bool {
    at > 0 && parts(&scene.pieces[at - 1])
}

/// The figures of a row of names: 走播队、青骑兵、突击队. Nothing where fewer than two are found.
/// What stands behind 谁, 哪个 or 合计 is asked of each.
#[must_use]
pub(super) fn of(scene: &Scene<'_>, measures: &[usize]) -> Vec<DocId> {
    let mut found: Vec<DocId> = Vec::new();
    let asks = |it: &Piece| it.is(Cue::Which) || it.is(Cue::Total);
    let which = scene.pieces.iter().position(asks);
    let first = (0..scene.pieces.len()).find(|at| parts(&scene.pieces[*at]));
    let tail = which.filter(|at| first.is_some_and(|first| first < *at)).unwrap_or(scene.pieces.len());
    let cuts: Vec<usize> = (0..tail).filter(|at| parts(&scene.pieces[*at])).collect();
    let ends = cuts.into_iter().chain((!parts_before(scene, tail)).then_some(tail));
    let measures = if tail < scene.pieces.len() { measures } else { &[] };
    let mut start = 0;
    for end in ends {
        let names = scene.pieces[start..end].iter().any(|it| it.is_content && !it.is_light);
        let stretch = (start..end).chain(tail..scene.pieces.len()).collect();
        if names
            && let Some((docs, _)) = side(scene, stretch, measures, &[])
            && let [doc] = docs[..]
            && !found.contains(&doc)
        {
            found.push(doc);
        }
        start = end + 1;
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// 园区企业街区哪种最少: words side by side, each of which names another figure of the same initiative.
/// Nothing where some do not.
pub(super) fn adjoining(scene: &Scene<'_>, measures: &[usize]) -> Vec<DocId> {
    let says = |at: &usize| scene.pieces[*at].is_content && !scene.pieces[*at].is_light;
    let end = scene.pieces.iter().position(|it| it.is(Cue::Which)).unwrap_or(scene.pieces.len());
    let Some(last) = (0..end).rfind(says) else { return Vec::new() };
    let first = last + 1 - (0..=last).rev().take_while(says).count();
    let tail = end..scene.pieces.len();
    let mut found: Vec<DocId> = Vec::new();
    for at in first..=last {
        let words = if at == first { 0..=first } else { at..=at };
        let topic: Vec<usize> =
            found.first().map(|doc| scene.index.initiative_of[*doc as usize]).into_iter().collect();
        let docs = side(scene, words.chain(tail.clone()).collect(), measures, &topic).map(|(docs, _)| docs);
        let same = |doc: DocId| topic.is_empty() || topic[0] == scene.index.initiative_of[doc as usize];
        match docs.as_deref() {
            Some([doc]) if same(*doc) && !found.contains(doc) => found.push(*doc),
            _ => return Vec::new(),
        }
    }
    if found.len() < 2 { Vec::new() } else { found }
}
