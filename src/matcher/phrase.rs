//! The nouns round a question word: what stands right behind 多少 and its unit, what stands before it.
//! What they mean for the measure is [`super::asked`]'s.

use super::asked::Asked;
use super::cue::Cue;
use super::lexicon::Lexicon;
use super::pieces::Piece;

/// 新增的人: a unit behind 的 is what is counted, where nothing else says so.
pub(super) fn add_unit_noun(pieces: &[Piece], stretch: &[usize], lexicon: &Lexicon, asked: &mut Asked) {
    if !asked.measures.is_empty() || !asked.said.is_empty() || asked.wants_text() {
        return;
    }
    let typed = |at: usize| pieces[at].text.iter().collect::<String>();
    let is_first = |at: usize, unit: usize| lexicon.measures[unit].units.first() == Some(&typed(at));
    let behind = stretch.windows(2).filter(|it| pieces[it[0]].links() && !pieces[it[1]].is_excluded);
    let nouns = behind.flat_map(|it| pieces[it[1]].units.iter().filter(move |unit| is_first(it[1], **unit)));
    asked.measures = nouns.copied().collect();
}

/// The words right behind 多少, 几 or 哪些 and its unit, up to the end of the clause; 的 and scopes are passed over.
pub(super) fn behind(pieces: &[Piece], stretch: &[usize]) -> Vec<usize> {
    let asks = |at: &usize| pieces[*at].is(Cue::HowMany);
    let which = |at: &usize| pieces[*at].is(Cue::Which) || pieces[*at].is(Cue::StandsFor);
    let first = stretch.iter().position(asks).or_else(|| stretch.iter().position(which));
    let Some(ask) = first else { return Vec::new() };
    let unit = stretch.get(ask + 1).is_some_and(|at| pieces[*at].is_unit());
    let start = ask + 1 + usize::from(unit);
    let filler = |piece: &Piece| !piece.scopes.is_empty() || piece.links();
    let rest = stretch.iter().copied().skip(start).filter(|at| !filler(&pieces[*at]));
    rest.take_while(|at| !pieces[*at].is_excluded && !pieces[*at].is_break()).collect()
}

/// The first of these words where nothing explains it; a single character only with another behind it (商户), and no verb
/// (学完了).
pub(super) fn strange(pieces: &[Piece], behind: &[usize]) -> Option<usize> {
    let first = *behind.first().filter(|at| pieces[**at].is_unknown)?;
    let next = behind.get(1).map(|at| &pieces[*at]);
    let follows = next.is_some_and(|it| it.text.len() == 1);
    let is_verb = next.is_some_and(|it| it.is_infix);
    ((pieces[first].text.len() > 1 || follows) && !is_verb).then_some(first)
}

/// The last word that says something before the first question word.
pub(super) fn before(pieces: &[Piece], stretch: &[usize]) -> Option<usize> {
    let is_ask = |at: &usize| pieces[*at].is(Cue::HowMany) || pieces[*at].is(Cue::Amount);
    let ask = stretch.iter().position(is_ask).unwrap_or(stretch.len());
    let silent = !stretch.iter().any(|at| pieces[*at].is_content && !pieces[*at].is_light);
    let says = |at: &usize| {
        pieces[*at].is_content && (silent || !pieces[*at].is_light) && pieces[*at].nouns.is_empty()
    };
    stretch[..ask].iter().rfind(|at| !pieces[**at].is_excluded && says(at)).copied()
}
