//! Cuts a question into what it asks, one stretch for each thing asked.
//! Which cut is best is decided by trying: a stretch is good if what it says is explained.

use super::asked;
use super::cue::Cue;
use super::pieces::Piece;

/// A clause: positions of its pieces, and the positions in it that ask for a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    /// Positions of the pieces.
    pub pieces: Vec<usize>,
    /// Those that ask for a number.
    pub asks: Vec<usize>,
}

/// Parts the pieces at marks. What is excluded (不是…) asks for nothing.
#[must_use]
pub(super) fn clauses(pieces: &[Piece]) -> Vec<Clause> {
    let mut clauses = vec![Clause::default()];
    for (at, piece) in pieces.iter().enumerate() {
        let is_end = piece
            .mark
            .is_some_and(|mark| matches!(mark, ',' | '.' | '?' | '!' | ':' | '(' | ')' | '/' | '+'));
        let asks = |range: &[Piece]| range.iter().any(|it| it.is(Cue::HowMany));
        let parts_asks = piece.mark == Some(' ') && asks(&pieces[..at]) && asks(&pieces[at..]);
        if is_end || parts_asks {
            // 人呢,新增多少: a measure by itself belongs to what is asked of it.
            if !clauses.last().is_some_and(|clause| names_measure(pieces, clause)) {
                clauses.push(Clause::default());
            }
            continue;
        }
        if piece.is_break() {
            continue;
        }
        if let Some(clause) = clauses.last_mut() {
            clause.pieces.push(at);
        }
    }
    clauses.retain(|clause| !clause.pieces.is_empty());
    clauses.iter_mut().for_each(|clause| find_asks(pieces, clause));
    clauses
}

fn names_measure(pieces: &[Piece], clause: &Clause) -> bool {
    let of = |at: &usize| &pieces[*at];
    let says = |it: &Piece| it.is_content || it.is_unknown || it.is(Cue::HowMany) || it.number.is_some();
    clause.pieces.len() == 2
        && clause.pieces.iter().map(of).any(Piece::is_unit)
        && !clause.pieces.iter().map(of).any(says)
}

/// An ask is a question word or a measure noun outside of what is excluded; 几 and its noun are one ask.
fn find_asks(pieces: &[Piece], clause: &mut Clause) {
    let asks = |at: &usize| !pieces[*at].is_excluded && asked::asks(pieces, *at);
    clause.asks = clause.pieces.iter().copied().filter(asks).collect();
    // 另外少先队中队呢: asks the same of something else.
    let likewise = clause.pieces.iter().rfind(|at| pieces[**at].is(Cue::Likewise)).copied();
    if let (true, Some(at), false) = (clause.asks.is_empty(), likewise, clause.pieces.len() < 2) {
        clause.asks.push(at);
    }
    // 期数与场数分别是多少: a question word with nothing between it and the noun before it asks nothing new.
    let noun = |at: usize| !pieces[at].is(Cue::HowMany);
    if clause.asks.len() >= 2 {
        let last = clause.asks[clause.asks.len() - 1];
        let before = clause.asks[clause.asks.len() - 2];
        let between = pieces[before + 1..last].iter().any(|it| it.is_content && !it.is_light);
        let after = pieces.get(last + 1).is_some_and(|it| it.is_unit());
        if !noun(last) && noun(before) && !between && !after {
            clause.asks.pop();
        }
    }
}

/// The ways to cut a clause with two or more asks between them; each way is a list of stretches.
#[must_use]
pub(super) fn cuts(pieces: &[Piece], clause: &Clause) -> Vec<Vec<Vec<usize>>> {
    let Some((first, second)) = clause.asks.first().zip(clause.asks.get(1)) else {
        return vec![vec![clause.pieces.clone()]];
    };
    let place = |at: usize| clause.pieces.iter().position(|it| *it == at).unwrap_or(0);
    let (from, to) = (place(*first) + 1, place(*second));
    let mut all = Vec::new();
    for cut in (from..=to).rev() {
        // 几|场: the unit stays with its question word.
        if cut == from && from < clause.pieces.len() && pieces[clause.pieces[from]].is_unit() {
            continue;
        }
        let head = clause.pieces[..cut].to_vec();
        let rest = Clause { pieces: clause.pieces[cut..].to_vec(), asks: clause.asks[1..].to_vec() };
        for tail in cuts(pieces, &rest).into_iter().take(4) {
            all.push(std::iter::once(head.clone()).chain(tail).collect());
        }
        if all.len() > 24 {
            break;
        }
    }
    all
}
