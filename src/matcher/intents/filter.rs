//! Figures beyond or below a bound: 哪些项目超过100场, 不到20场的有哪些.
//! Which figures are the largest is [`crate::matcher::intents::rank`]'s.

use crate::matcher::index::DocId;
use crate::matcher::intents::compare;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::BELONGS;
use crate::text::numerals::{self, Decimal};

/// At most so many figures are shown.
const LONGEST: usize = 10;

/// The figures on one side of a bound, by size; nothing where no bound is said or the number has no unit.
pub(crate) fn asked(context: &Context<'_>) -> Option<Verdict> {
    let lists = |it: &Token| it.is(Cue::Which) || it.is(Cue::List) || it.is(Cue::Data) || it.is(Cue::YesNo);
    let which = context.tokens.iter().any(lists);
    let at = number(context)?;
    let question = context.question();
    // 人数过千: the noun says what the number counts.
    let noun = (!question.by_unit).then_some(&question.measures);
    let units = unit_behind(context, at).map(|it| &it.units).or(noun)?;
    let Bound { beyond, included } = bound(context, at)?;
    let bound = value(&context.tokens[at])?;
    let fits = |doc: usize| {
        let counted = context.index.measures[doc].is_some_and(|own| units.contains(&own));
        let id = DocId::try_from(doc).ok();
        let size = id.filter(|_| counted).and_then(|it| compare::size(context, it));
        size.is_some_and(|it| (included && it == bound) || if beyond { it > bound } else { it < bound })
    };
    if !which {
        return None;
    }
    let found: Vec<DocId> = (0..context.index.docs.len())
        .filter(|it| fits(*it) && is_about(context, *it))
        .filter_map(|it| DocId::try_from(it).ok())
        .collect();
    let ranked = compare::ranked(context, found, !beyond);
    let docs: Vec<_> = ranked.into_iter().take(LONGEST).map(|it| context.doc(it)).collect();
    (!docs.is_empty()).then_some(Verdict::Rank(docs, !beyond))
}

/// The first number that counts, or a power of ten behind a bound (过千).
fn number(context: &Context<'_>) -> Option<usize> {
    let counts = |it: &Token| it.number.as_ref().is_some_and(|it| !it.ordinal && !it.percent);
    let tokens = context.tokens;
    let alone = |at: &usize| numerals::power_alone(&tokens[*at].text).is_some() && is_bound(context, *at);
    tokens.iter().position(counts).or_else(|| (0..tokens.len()).find(alone))
}

/// What a number says, or a power of ten by itself.
fn value(token: &Token) -> Option<Decimal> {
    let alone = || numerals::power_alone(&token.text).map(Decimal::whole);
    token.number.as_ref().map(|it| it.value).or_else(alone)
}

/// The unit right behind a number.
fn unit_behind<'a>(context: &'a Context<'_>, at: usize) -> Option<&'a Token> {
    context.tokens.get(at + 1).filter(|it| it.is_unit())
}

/// True where a number is a bound, and so stands for nothing.
pub(crate) fn is_bound(context: &Context<'_>, at: usize) -> bool {
    bound(context, at).is_some()
}

/// A bound: whether what lies beyond it is meant or what lies below, and whether it belongs to that itself.
struct Bound {
    beyond: bool,
    included: bool,
}

/// The bound that the number at this place is; nothing where it is none.
fn bound(context: &Context<'_>, at: usize) -> Option<Bound> {
    let (tokens, words) = (context.tokens, &context.lexicon.bounds);
    let typed = |range: &[Token]| range.iter().flat_map(|it| it.text.iter()).collect::<String>();
    let before = typed(&tokens[at.saturating_sub(3)..at]);
    let next = (at + 1 + usize::from(unit_behind(context, at).is_some())).min(tokens.len());
    let behind = typed(&tokens[next..(next + 2).min(tokens.len())]);
    let leads = |words: &[String]| words.iter().any(|it| before.ends_with(it));
    let follows = |words: &[String]| words.iter().any(|it| behind.starts_with(it.as_str()));
    let more = leads(&words.above) || follows(&words.and_above);
    let less = leads(&words.below) || follows(&words.and_below);
    let included = follows(&words.and_above) || follows(&words.and_below);
    (more != less).then_some(Bound { beyond: more, included })
}

/// True where every word that says what is meant speaks for the figure: 突击队超过四十支吗 asks of no other team.
fn is_about(context: &Context<'_>, doc: usize) -> bool {
    let question = context.question();
    let mut content = question.content.iter().filter(|at| {
        let it = &context.tokens[**at];
        (!it.is_light || !it.scopes.is_empty()) && it.nouns.is_empty() && context.evidence[**at].spread > 0
    });
    content.all(|at| context.evidence[*at].at(doc) >= BELONGS)
}

#[cfg(test)]
mod tests {
    use super::{asked, is_bound};
    use crate::matcher::testing::{alone, check, look, words_at};

    #[test]
    fn figures_on_one_side_of_a_bound() {
        let rows: &[(&str, &str)] = &[
            ("哪些队伍超过四十支", "largest volunteer-teams, shock-teams"),
            ("哪些队伍少于四十支", "smallest qingqibing, live-teams"),
            // The bound itself is on neither side
            ("哪些队伍超过48支", "largest volunteer-teams"),
            ("哪些队伍不到13支", "smallest qingqibing"),
            ("不到20场的有哪些", "smallest face-to-face, leqingxue-debates"),
            // By the noun, by a power of ten
            ("人数过千的有哪些", "largest new-members, qingma-people"),
            ("人数1000以上的有哪些", "largest new-members, qingma-people, industry-talents"),
            // No figure is beyond it
            ("哪些队伍超过一百支", "nothing"),
            // A number that is no bound
            ("哪些队伍是48支", "nothing"),
            // Nobody asks which
            ("队伍超过四十支", "nothing"),
            // No unit: nothing to hold against the bound
            ("哪些队伍超过四十", "nothing"),
            // No number, a place in an order
            ("哪些队伍最多", "nothing"),
            ("哪些队伍超过第四支", "nothing"),
        ];
        check(rows, |text| alone(text, |context, _| asked(context)));
    }

    #[test]
    fn a_number_is_a_bound_by_the_word_before_it_or_behind_its_unit() {
        let rows: &[(&str, &str)] = &[
            ("超过40支", "40"),
            ("40支以上", "40"),
            ("不足40支", "40"),
            // A figure as it is
            ("一共40支", ""),
            ("40支队伍", ""),
            // A word that says neither more nor less
            ("大概40支左右", ""),
        ];
        check(rows, |text| {
            look(text, |context| {
                let bounds: Vec<usize> = (0..context.tokens.len())
                    .filter(|at| context.tokens[*at].number.is_some() && is_bound(context, *at))
                    .collect();
                words_at(context, &bounds)
            })
        });
    }
}
