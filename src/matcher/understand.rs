//! The way from a question to a verdict: which of the things a question can be it is, tried in a fixed order.
//! Each thing is found in a file of its own; this one only says which goes first.

use super::asked::{self, Asked};
use super::index::{Doc, DocId};
use super::lexicon::Cue;
use super::outline::Heading;
use super::pieces::Piece;
use super::score::Scene;
use super::veto::Veto;
use super::{context, lists, numbers, outline, sides};
use crate::matcher::vocabulary::Vocabulary;
use crate::text::numerals;

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
    /// These figures were asked for; `total` where their sum was.
    Figures { docs: Vec<Doc>, total: bool },
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

/// Understands a question that has been read. `last` is what the last answer showed.
#[must_use]
pub fn understand(scene: &Scene<'_>, words: &Vocabulary, last: &[Doc]) -> Understanding {
    let plain = |verdict| Understanding { verdict, carried: None };
    if let Some(verdict) = refused(scene) {
        return plain(verdict);
    }
    if let Some(verdict) = place_in(scene, last) {
        return plain(verdict);
    }
    if let Some(verdict) = special(scene, words) {
        return plain(verdict);
    }
    context::figures(scene)
}

/// Questions that no report answers: other years, arithmetic, nothing said at all.
fn refused(scene: &Scene<'_>) -> Option<Verdict> {
    let pieces = scene.pieces;
    if pieces.iter().any(|it| it.is_refused) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    let years: Vec<i64> = (0..pieces.len()).filter_map(|at| numbers::year(pieces, at)).collect();
    let known = |year: &i64| scene.reports.iter().any(|it| i64::from(it.year) == *year);
    if years.iter().any(|year| !known(year)) {
        return Some(Verdict::Unknown(Reason::Year));
    }
    let is = |cue: Cue| pieces.iter().any(|it| it.is(cue));
    let polite = |it: &Piece| {
        it.is(Cue::Chat)
            || it.is_break()
            || (!it.is_content
                && !it.is_unknown
                && it.cues.is_empty()
                && !it.is_unit()
                && it.number.is_none())
    };
    if is(Cue::Chat) && pieces.iter().all(polite) {
        return Some(Verdict::Chat);
    }
    let counted = numbers::lookups(pieces).len();
    let signs =
        pieces.iter().any(|it| it.mark.is_some_and(|mark| matches!(mark, '+' | '-' | '*' | '/' | '=')));
    if counted >= 2 && (is(Cue::Arithmetic) || (signs && !pieces.iter().any(is_strong_word))) {
        return Some(Verdict::Unknown(Reason::Arithmetic));
    }
    let says = |it: &Piece| {
        it.is_content
            || it.is_unknown
            || it.number.is_some()
            || it.is_elsewhere
            || it.is_within
            || !it.nouns.is_empty()
    };
    if pieces.iter().any(says)
        || is(Cue::HowMany)
        || is(Cue::List)
        || is(Cue::Data)
        || is(Cue::Most)
        || is(Cue::Part)
    {
        return (is(Cue::Help) && pieces.len() <= 6 && !pieces.iter().any(|it| is_strong(it)))
            .then_some(Verdict::Help);
    }
    Some(if is(Cue::Help) {
        Verdict::Help
    } else if is(Cue::Chat) {
        Verdict::Chat
    } else {
        Verdict::Unknown(Reason::Nothing)
    })
}

fn is_strong_word(piece: &Piece) -> bool {
    piece.is_content && !piece.is_light && piece.cues.is_empty()
}

fn is_strong(piece: &Piece) -> bool {
    (piece.is_content && !piece.is_light && piece.cues.is_empty())
        || piece.number.is_some()
        || piece.is_unit()
}

/// 第二个呢: a place in the last answer.
fn place_in(scene: &Scene<'_>, last: &[Doc]) -> Option<Verdict> {
    let strong = scene.pieces.iter().any(is_strong_word);
    let number = scene.pieces.iter().find_map(|it| it.number.as_ref().filter(|number| number.ordinal))?;
    let place = usize::try_from(number.value.as_whole()?).ok()?.checked_sub(1)?;
    let doc = *last.get(place).filter(|_| last.len() >= 2 && !strong)?;
    Some(Verdict::Figures { docs: vec![doc], total: false })
}

/// Numbers, outlines, comparisons, ranks and lists.
fn special(scene: &Scene<'_>, words: &Vocabulary) -> Option<Verdict> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    let asked = whole(scene);
    if let Some(verdict) = number(scene, &asked) {
        return Some(verdict);
    }
    if let Some(heading) = outline::asked(scene.pieces, scene.reports, words) {
        let figures = outline::figures(heading, scene.reports);
        return Some(if is(Cue::Data) && !figures.is_empty() {
            Verdict::List(figures)
        } else {
            Verdict::Outline(heading)
        });
    }
    if leads_out(scene, &asked) {
        return None;
    }
    if is(Cue::Most) || is(Cue::Least) {
        if let Some(verdict) = rank(scene, &asked) {
            return Some(verdict);
        }
    }
    if is(Cue::Compare) || (is(Cue::Which) && is(Cue::More)) {
        if let Some((a, b)) = sides::compared(scene, &asked.measures) {
            return Some(Verdict::Compare(doc(scene, a), doc(scene, b)));
        }
    }
    if (is(Cue::List) || is(Cue::Data)) && !is(Cue::HowMany) {
        let docs = lists::of(scene, &asked);
        if docs.len() >= 2 {
            return Some(Verdict::List(docs.into_iter().map(|it| doc(scene, it)).collect()));
        }
    }
    None
}

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

/// What a number stands for: where nothing asks how many, or the words ask for its meaning.
fn number(scene: &Scene<'_>, asked: &Asked) -> Option<Verdict> {
    let found = numbers::lookups(scene.pieces);
    let meaning = scene.pieces.iter().any(|it| it.is(Cue::StandsFor));
    if found.is_empty() || (!meaning && asked.how_many) {
        return None;
    }
    let says = |at: &&usize| !scene.pieces[**at].is_light && !scene.pieces[**at].is_unit();
    let named = asked.content.iter().filter(says).count();
    let unread: usize = asked.unknown.iter().map(|at| scene.pieces[*at].text.len()).sum();
    // 1, or 一个: too small to be looked up unless it is typed as a figure with its unit.
    let trifle = |at: &usize| {
        let text = &scene.pieces[*at].text;
        text.len() == 1 && (!text[0].is_ascii_digit() || (!meaning && !has_unit(scene, *at)))
    };
    if (!meaning && (named > 0 || unread > 3)) || found.iter().all(trifle) {
        return None;
    }
    let rows: Vec<(String, Vec<Doc>)> = found.iter().map(|at| look_up(scene, *at)).collect();
    if rows.iter().all(|(_, docs)| docs.is_empty()) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    Some(Verdict::Numbers(rows))
}

fn has_unit(scene: &Scene<'_>, at: usize) -> bool {
    scene.pieces.get(at + 1).is_some_and(Piece::is_unit)
}

fn look_up(scene: &Scene<'_>, at: usize) -> (String, Vec<Doc>) {
    let piece = &scene.pieces[at];
    let next = scene.pieces.get(at + 1).filter(|it| it.is_unit());
    let unit: String = next.map(|it| it.text.iter().collect()).unwrap_or_default();
    let typed: String = piece.text.iter().collect();
    let docs =
        piece.number.as_ref().map_or_else(Vec::new, |number| numbers::figures(scene.reports, number, &unit));
    (format!("{typed}{unit}"), docs)
}

fn rank(scene: &Scene<'_>, asked: &Asked) -> Option<Verdict> {
    let smallest = scene.pieces.iter().any(|it| it.is(Cue::Least));
    let row = sides::row(scene);
    let all = row.len() >= 2;
    let docs = if all { row } else { lists::of(scene, asked) };
    if docs.is_empty() {
        return None;
    }
    let ranked = sides::ranked(scene, docs, smallest);
    let count = if all { ranked.len() } else { how_many_places(scene) };
    let shown = ranked.into_iter().take(count).map(|it| doc(scene, it)).collect();
    Some(Verdict::Rank(shown, smallest))
}

/// 前三 is three places, 最多 one, 排名 five.
fn how_many_places(scene: &Scene<'_>) -> usize {
    let typed: Vec<char> = scene
        .pieces
        .iter()
        .filter(|it| it.is(Cue::Most) || it.is(Cue::Least))
        .flat_map(|it| it.text.clone())
        .collect();
    let said = typed.iter().find_map(|it| "一二三四五六七八九十".chars().position(|digit| digit == *it));
    let number = scene
        .pieces
        .iter()
        .find_map(|it| it.number.as_ref()?.value.as_whole())
        .and_then(|it| usize::try_from(it).ok());
    let ordered = typed
        .windows(2)
        .any(|it| it == ['排', '名'] || it == ['排', '行'] || it == ['排', '序'] || it[0] == '从');
    said.map(|it| it + 1).or(number).unwrap_or(if ordered { 5 } else { 1 }).clamp(1, 10)
}

pub(super) fn doc(scene: &Scene<'_>, at: DocId) -> Doc {
    scene.index.docs[at as usize]
}

/// The value of a figure as a number, for comparing and adding.
#[must_use]
pub fn size(value: &str, unit: &str) -> Option<numerals::Decimal> {
    numerals::parse_value(value, unit).map(|it| it.value)
}
