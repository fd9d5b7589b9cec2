//! Two things side by side, several in a row: where a comparison is cut, and what is ranked.
//! Finds figures only; differences and order are shown by the answer.

use super::cue::Cue;
use super::decide::Decision;
use super::index::{Doc, DocId};
use super::pieces::Piece;
use super::score::Scene;
use super::single::stretch_decision;
use crate::text::numerals::{Decimal, parse_value};

/// The two figures that a question compares; nothing where it does not hold two.
#[must_use]
pub(super) fn compared(scene: &Scene<'_>, measures: &[usize]) -> Option<(DocId, DocId)> {
    // 市级是省级的几倍
    let times = scene.pieces.iter().any(|it| it.is(Cue::Times));
    best_cut(scene, measures, |it| parts(it) || (times && it.text == ['是']))
}

/// The figures that a question adds up: a row of names, or what stands on both sides of 和 or 加; all counted alike.
#[must_use]
pub(super) fn added(scene: &Scene<'_>, measures: &[usize]) -> Option<Vec<DocId>> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    if !is(Cue::Total) && !is(Cue::Plus) {
        return None;
    }
    let row = if is(Cue::Total) { row(scene, measures) } else { Vec::new() };
    let is_join = |it: &Piece| it.is(Cue::Plus) || (is(Cue::Total) && it.is(Cue::Join));
    let docs =
        if row.len() > 2 { row } else { best_cut(scene, measures, is_join).map(|(a, b)| vec![a, b])? };
    let measure = |doc: &DocId| scene.index.measures[*doc as usize];
    docs.iter().all(|it| measure(it) == measure(&docs[0])).then_some(docs)
}

/// The two figures on both sides of the best cut; `parts` says where one may be.
fn best_cut(scene: &Scene<'_>, measures: &[usize], parts: impl Fn(&Piece) -> bool) -> Option<(DocId, DocId)> {
    let says = |from: usize, to: usize| {
        scene.pieces[from..to].iter().any(|it| it.is_content && !it.is_light && !it.is_excluded)
    };
    // 青联和学联哪个搞的活动更多: what stands behind 哪个 is asked of both.
    let which = scene.pieces.iter().position(|it| it.is(Cue::Which));
    let tail = which.filter(|_| scene.pieces.iter().any(|it| it.is(Cue::More))).unwrap_or(scene.pieces.len())
        ..scene.pieces.len();
    let mut best: Option<(f32, DocId, DocId)> = None;
    for cut in 1..scene.pieces.len().saturating_sub(1) {
        if !parts(&scene.pieces[cut]) || !says(0, cut) || !says(cut + 1, scene.pieces.len()) {
            continue;
        }
        let left: Vec<usize> = (0..cut).chain(tail.clone()).collect();
        let Some((lefts, score)) = side(scene, left, measures, scene.topic) else { continue };
        let topic = [scene.index.initiative_of[lefts[0] as usize]];
        let rest: Vec<usize> = (cut + 1..scene.pieces.len()).collect();
        // A noun such as 队伍数 belongs to its own side.
        let right = side(scene, rest.clone(), measures, &topic).or_else(|| side(scene, rest, &[], &topic));
        let Some((rights, more)) = right else { continue };
        let Some((left, right)) = apart(scene, &lefts, &rights) else { continue };
        if best.is_none_or(|(known, ..)| score + more > known) {
            best = Some((score + more, left, right));
        }
    }
    best.map(|(_, left, right)| (left, right))
}

/// Where a comparison or a list may be cut.
fn parts(piece: &Piece) -> bool {
    piece.is(Cue::Join) || piece.is(Cue::Compare) || matches!(piece.mark, Some(',' | '/' | '?' | ' '))
}

/// What one side may mean, the best first: several where they are equally good.
fn side(
    scene: &Scene<'_>,
    stretch: Vec<usize>,
    measures: &[usize],
    topic: &[usize],
) -> Option<(Vec<DocId>, f32)> {
    let scene = Scene { topic, ..*scene };
    let decided = stretch_decision(&scene, &stretch, Some(measures));
    match decided.decision {
        Decision::Figures(docs) => docs.first().map(|doc| (vec![*doc], decided.score)),
        Decision::Tie(docs) => Some((docs, decided.score)),
        _ => None,
    }
}

/// Two sides that mean two figures: what the one side means cannot be meant by the other too, and of several the one that
/// is counted alike is meant.
fn apart(scene: &Scene<'_>, lefts: &[DocId], rights: &[DocId]) -> Option<(DocId, DocId)> {
    let measure = |doc: DocId| scene.index.measures[doc as usize];
    let alone = |of: &[DocId], other: &[DocId]| match (of, other) {
        ([only], _) => Some(*only),
        (several, [other]) => {
            let rest: Vec<DocId> = several.iter().copied().filter(|it| it != other).collect();
            let mut alike = rest.iter().copied().filter(|it| measure(*it) == measure(*other));
            match (rest.as_slice(), alike.next(), alike.next()) {
                ([only], ..) => Some(*only),
                (_, only, None) => only,
                _ => None,
            }
        }
        _ => None,
    };
    let (left, right) = (alone(lefts, rights)?, alone(rights, lefts)?);
    (left != right).then_some((left, right))
}

/// True where a mark stands right before this place.
fn parts_before(scene: &Scene<'_>, at: usize) -> bool {
    at > 0 && parts(&scene.pieces[at - 1])
}

/// The figures of a row of names: 走播队、青骑兵、突击队. Nothing where fewer than two are found.
/// What stands behind 谁, 哪个 or 合计 is asked of each.
#[must_use]
pub(super) fn row(scene: &Scene<'_>, measures: &[usize]) -> Vec<DocId> {
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

/// The figures of one measure, the largest (or smallest) first; ties in the order printed.
#[must_use]
pub(super) fn ranked(scene: &Scene<'_>, mut docs: Vec<DocId>, smallest: bool) -> Vec<DocId> {
    let size = |doc: &DocId| size(scene, *doc);
    docs.sort_by(|a, b| if smallest { size(a).cmp(&size(b)) } else { size(b).cmp(&size(a)) });
    docs
}

/// How much a figure is, in single units; nothing where it is no plain number.
pub(super) fn size(scene: &Scene<'_>, doc: DocId) -> Option<Decimal> {
    let Doc::Figure(report, at) = scene.index.docs[doc as usize] else { return None };
    let figure = &scene.reports[report].figures[at];
    parse_value(&figure.value, &figure.unit).map(|it| it.value)
}
