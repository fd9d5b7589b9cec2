//! Which words of a question are excluded: 不是联谊的那个, 活动场次不用管.
//! Marks them; what an exclusion does to a figure is [`super::veto`]'s.

use super::asked::asks;
use super::cue::Cue;
use super::pieces::Piece;
use std::ops::Range;

/// Marks what is excluded: behind 不是 up to the end of the clause, before 不算 from its start.
pub(super) fn mark(pieces: &mut [Piece]) {
    if !pieces.iter().any(negates) {
        return;
    }
    for clause in clauses(pieces) {
        for at in clause.clone() {
            if negates(&pieces[at])
                && let Some(range) = excluded(pieces, at, &clause)
            {
                pieces[range].iter_mut().for_each(|it| it.is_excluded = true);
            }
        }
    }
}

fn negates(piece: &Piece) -> bool {
    piece.is(Cue::Not) || piece.is(Cue::NotBefore)
}

fn clauses(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for end in (0..=pieces.len()).filter(|at| pieces.get(*at).is_none_or(Piece::is_break)) {
        if start < end {
            clauses.push(start..end);
        }
        start = end + 1;
    }
    clauses
}

/// What the negation at this place excludes. What is wanted (只要省级) ends it.
fn excluded(pieces: &[Piece], at: usize, clause: &Range<usize>) -> Option<Range<usize>> {
    let wanted = |from: usize| (from..clause.end).find(|it| pieces[*it].is(Cue::Only)).unwrap_or(clause.end);
    let behind = at + 1..wanted(at + 1);
    let before = clause.start..at;
    let says = |range: &Range<usize>| pieces[range.clone()].iter().any(is_said);
    if pieces[at].is(Cue::Not) && says(&behind) || before.is_empty() && says(&behind) {
        return Some(behind);
    }
    // 联谊搞了几场不算线上: what asks is not excluded, unless another clause asks too.
    let asking = pieces[before.clone()].iter().any(|it| it.is(Cue::HowMany));
    let is_outside = |it: &usize| !clause.contains(it) && asks(pieces, *it);
    let free = !asking || (0..pieces.len()).any(|it| is_outside(&it));
    (pieces[at].is(Cue::NotBefore) && says(&before) && free).then_some(before)
}

fn is_said(piece: &Piece) -> bool {
    piece.is_content || piece.is_unit() || !piece.nouns.is_empty() || piece.is(Cue::HowMany)
}
