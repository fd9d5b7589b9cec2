//! The way from a question to a verdict: which of the things a question can be it is, tried in a fixed order.
//! Each thing is found in a file of its own; this one only says which goes first.

use super::asked::{self, Asked};
use super::decide::{Decided, Decision};
use super::index::{Doc, DocId};
use super::lexicon::Cue;
use super::outline::Heading;
use super::pieces::Piece;
use super::score::{Scene, Veto};
use super::{lists, numbers, outline, sides, single};
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
    figures(scene)
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
    let strong = scene.pieces.iter().any(|it| (it.is_content && !it.is_light) || it.is_unknown);
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
        return Some(Verdict::Outline(heading));
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

fn whole(scene: &Scene<'_>) -> Asked {
    let all: Vec<usize> = (0..scene.pieces.len()).collect();
    asked::read(scene.pieces, &all, scene.lexicon)
}

/// True where a word leads out of every report.
fn leads_out(scene: &Scene<'_>, asked: &Asked) -> bool {
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
    let trifle = |at: &usize| scene.pieces[*at].text.len() == 1 && !meaning && !has_unit(scene, *at);
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

/// Everything else: figures, facts and initiatives, with or without what the conversation is about.
fn figures(scene: &Scene<'_>) -> Understanding {
    let alone = Scene { topic: &[], last_unit: None, ..*scene };
    let plain = single::answer(&alone);
    if scene.topic.is_empty() {
        return Understanding { verdict: verdict(scene, plain), carried: None };
    }
    if only_measures(scene) {
        return bound(scene);
    }
    let carried = single::answer(scene);
    if wins(scene, &plain, &carried) {
        let topic = scene.topic[0];
        let first =
            scene.index.initiative_of.iter().position(|it| *it == topic).map(|at| scene.index.docs[at]);
        let says_name = whole(scene)
            .content
            .iter()
            .any(|at| scene.pieces[*at].is_name && scene.evidence[*at].spread == 1);
        return Understanding { verdict: verdict(scene, carried), carried: first.filter(|_| !says_name) };
    }
    Understanding { verdict: verdict(scene, plain), carried: None }
}

/// A question that names no subject is about what the talk is about, or about nothing.
fn bound(scene: &Scene<'_>) -> Understanding {
    let first =
        scene.index.initiative_of.iter().position(|it| *it == scene.topic[0]).map(|at| scene.index.docs[at]);
    let found = verdict(scene, single::answer(&Scene { only_topic: true, ..*scene }));
    let verdict = match (found, first) {
        (Verdict::Unknown(Reason::Nothing), Some(doc)) => Verdict::Absent(doc, Veto::Measure),
        (other, _) => other,
    };
    Understanding { verdict, carried: first }
}

/// True where the reading within the conversation is the better one: it lands in what the talk is about and is found,
/// or nothing is found without it and the question names nothing else.
fn wins(scene: &Scene<'_>, plain: &[Decided], carried: &[Decided]) -> bool {
    let in_topic = |it: &Decided| match &it.decision {
        Decision::Figures(docs) => scene.topic.contains(&scene.index.initiative_of[docs[0] as usize]),
        Decision::Fact(doc) | Decision::Initiative(doc) | Decision::Absent(doc, _) => {
            scene.topic.contains(&scene.index.initiative_of[*doc as usize])
        }
        _ => false,
    };
    let found = |all: &[Decided]| all.iter().any(|it| it.decision.is_found());
    carried.iter().any(in_topic) && (found(carried) || !found(plain))
}

/// 播放量呢, 经费呢: words that name a measure and no subject ask about what the talk is about.
fn only_measures(scene: &Scene<'_>) -> bool {
    let subject = |it: &Piece| it.is_content && !it.is_light && !it.is_aspect && it.nouns.is_empty();
    !scene.pieces.iter().any(subject)
}

fn verdict(scene: &Scene<'_>, all: Vec<Decided>) -> Verdict {
    let total = scene.pieces.iter().any(|it| it.is(Cue::Total));
    let mut docs: Vec<Doc> = Vec::new();
    for decided in &all {
        if let Decision::Figures(found) = &decided.decision {
            for it in found {
                let it = doc(scene, *it);
                if !docs.contains(&it) {
                    docs.push(it);
                }
            }
        }
    }
    if !docs.is_empty() {
        return Verdict::Figures { docs, total };
    }
    let best = all.into_iter().find(|it| !matches!(it.decision, Decision::Unknown));
    match best.map(|it| it.decision) {
        Some(Decision::Fact(at)) => Verdict::Fact(doc(scene, at)),
        Some(Decision::Initiative(at)) => Verdict::Initiative(doc(scene, at)),
        Some(Decision::Tie(docs)) => {
            Verdict::Tie(docs.into_iter().take(3).map(|it| doc(scene, it)).collect())
        }
        Some(Decision::Absent(at, veto)) => Verdict::Absent(doc(scene, at), veto),
        _ if scene.pieces.iter().any(|it| it.is(Cue::OtherYear)) => Verdict::Unknown(Reason::Year),
        _ => Verdict::Unknown(if leads_out(scene, &whole(scene)) {
            Reason::Elsewhere
        } else {
            Reason::Nothing
        }),
    }
}

fn doc(scene: &Scene<'_>, at: DocId) -> Doc {
    scene.index.docs[at as usize]
}

/// The value of a figure as a number, for comparing and adding.
#[must_use]
pub fn size(value: &str, unit: &str) -> Option<numerals::Decimal> {
    numerals::parse_value(value, unit).map(|it| it.value)
}
