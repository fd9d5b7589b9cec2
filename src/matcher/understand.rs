//! The way from a question to a verdict: which of the things a question can be it is, tried in a fixed order.
//! Each thing is found in a file of its own; this one only says which goes first.

use super::asked::{self, Asked};
use super::cue::Cue;
use super::index::{Doc, DocId};
use super::outline::{Heading, Headings};
use super::recall::Lately;
use super::score::Scene;
use super::veto::Veto;
use super::{context, lists, lookup, outline, ranking, recall, refusing, shared, sides};

/// Why a question is not for this report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It asks for another year.
    Year,
    /// It asks for another place, body or subject.
    Elsewhere,
    /// It is arithmetic.
    Arithmetic,
    /// Nothing in the report explains it.
    Nothing,
}

/// What a question comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// These figures were asked for.
    Figures {
        /// The figures, the first one first.
        docs: Vec<Doc>,
        /// True where their sum was asked for.
        total: bool,
    },
    /// A fact was asked for.
    Fact(Doc),
    /// An initiative was asked for.
    Initiative(Doc),
    /// A list of figures.
    List(Vec<Doc>),
    /// A level of the outline.
    Outline(Heading),
    /// Two figures side by side.
    Compare(Doc, Doc),
    /// Figures by size; the flag says smallest first.
    Rank(Vec<Doc>, bool),
    /// What numbers stand for: each number as typed, with its figures.
    Numbers(Vec<(String, Vec<Doc>)>),
    /// Equally good readings.
    Tie(Vec<Doc>),
    /// The initiative is there, the measure is not reported.
    Absent(Doc, Veto),
    /// Not in this report.
    Unknown(Reason),
    /// Asks for the bot.
    Help,
    /// Asks nothing.
    Chat,
}

/// A verdict with what it was carried over from the conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Understanding {
    /// What the question comes to.
    pub verdict: Verdict,
    /// The initiative (its first document) that was carried over, if one was.
    pub carried: Option<Doc>,
}

/// Understands a question that has been read.
#[must_use]
pub(super) fn understand(scene: &Scene<'_>, headings: &Headings, lately: Lately<'_>) -> Understanding {
    let plain = |verdict| Understanding { verdict, carried: None };
    if let Some(verdict) = refusing::refused(scene) {
        return plain(verdict);
    }
    if let Some(verdict) = recall::shown(scene, lately) {
        return plain(verdict);
    }
    let asked = whole(scene);
    if let Some(verdict) = special(scene, headings, &asked).or_else(|| recall::against(scene, lately.shown)) {
        return plain(verdict);
    }
    if let Some(initiatives) = shared::named(scene, &asked) {
        return plain(Verdict::Tie(initiatives));
    }
    let found = context::figures(scene);
    let several = matches!(&found.verdict, Verdict::Figures { docs, .. } if docs.len() > 1);
    match sides::added(scene, &asked.measures).filter(|_| !several) {
        Some(docs) => {
            let docs = docs.into_iter().map(|it| doc(scene, it)).collect();
            plain(Verdict::Figures { docs, total: true })
        }
        None => found,
    }
}

/// Numbers, outlines, comparisons, ranks and lists.
fn special(scene: &Scene<'_>, headings: &Headings, asked: &Asked) -> Option<Verdict> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    if let Some(verdict) = lookup::number(scene, asked) {
        return Some(verdict);
    }
    if let Some(heading) = outline::asked(scene.pieces, scene.reports, headings) {
        let figures = outline::figures(heading, scene.reports);
        if let Some(verdict) = ranking::within(scene, asked, &figures) {
            return Some(verdict);
        }
        let data = is(Cue::Data) || (is(Cue::Amount) && !is(Cue::HowMany) && !is(Cue::Which));
        return Some(if data && !figures.is_empty() {
            Verdict::List(figures)
        } else {
            Verdict::Outline(heading)
        });
    }
    if leads_out(scene, asked) {
        return None;
    }
    if (is(Cue::Most) || is(Cue::Least))
        && let Some(verdict) = ranking::rank(scene, asked)
    {
        return Some(verdict);
    }
    if (is(Cue::Compare) || (is(Cue::Which) && is(Cue::More)))
        && let Some((a, b)) = sides::compared(scene, &asked.measures)
    {
        return Some(Verdict::Compare(doc(scene, a), doc(scene, b)));
    }
    let by_unit = scene.pieces.windows(2).any(|it| it[0].is(Cue::CountedIn) && it[1].is_bare_unit());
    if by_unit || ((is(Cue::List) || is(Cue::Data)) && !is(Cue::HowMany)) {
        let docs = lists::of(scene, asked);
        if docs.len() >= 2 {
            return Some(Verdict::List(docs.into_iter().map(|it| doc(scene, it)).collect()));
        }
    }
    None
}

/// What the question as a whole asks.
pub(super) fn whole(scene: &Scene<'_>) -> Asked {
    let all: Vec<usize> = (0..scene.pieces.len()).collect();
    asked::read(scene.pieces, &all, scene.lexicon)
}

/// True where a word leads out of every report.
pub(super) fn leads_out(scene: &Scene<'_>, asked: &Asked) -> bool {
    asked.content.iter().any(|at| {
        let piece = &scene.pieces[*at];
        (piece.is_elsewhere || piece.is_within) && scene.evidence[*at].spread == 0
    })
}

pub(super) fn doc(scene: &Scene<'_>, at: DocId) -> Doc {
    scene.index.docs[at as usize]
}
