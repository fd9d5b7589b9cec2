//! Which figures belong to a list: by what they are about, by what they are counted in.
//! Orders nothing.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::{self, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{BELONGS, LABELLED};

/// The figures of something, where a question word lists them or a unit selects them.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let by_unit = context.tokens.windows(2).any(|it| it[0].is(Cue::CountedIn) && it[1].is_bare_unit());
    let lists = is(Cue::List) || is(Cue::Data) || asks_for_a_measure(context, question);
    // 这个计划的几个数分别是多少
    let each = is(Cue::Data) && is(Cue::Each);
    if !by_unit && !asks_of_a_kind(context, question) && !each && (!lists || is(Cue::HowMany)) {
        return None;
    }
    // 列出所有的队伍, 按队伍算的数: what is counted as the noun is.
    let tokens = context.tokens;
    let counted_in = |at: &&usize| **at > 0 && tokens[**at - 1].is(Cue::CountedIn);
    // Of a programme its figures are listed, whatever such programmes are counted in.
    let names = |at: &&usize| !tokens[**at].is_light || counted_in(at);
    let noun = question.content.last().filter(|at| (!is(Cue::Data) || counted_in(at)) && names(at));
    let measures = match &question.measures[..] {
        [] => noun.map_or_else(Vec::new, |at| question::counted_in(&context.tokens[*at], context.lexicon)),
        known => known.to_vec(),
    };
    let docs = of(context, &Question { measures, ..question.clone() });
    (docs.len() >= 2).then(|| Verdict::List(docs.into_iter().map(|it| context.doc(it)).collect()))
}

/// 有哪几种队伍,各几支: each of what is counted so, where nothing says more than the kind.
fn asks_of_a_kind(context: &Context<'_>, question: &Question) -> bool {
    let is_kind = |at: &usize| {
        let counted = question::counted_in(&context.tokens[*at], context.lexicon);
        !counted.is_empty() && counted == question.measures
    };
    let mut content = question.content.iter().filter(|at| !context.tokens[**at].is_light).peekable();
    let named = content.peek().is_some_and(|at| !context.tokens[**at].is_name);
    question.is(Cue::Each) && question.by_unit && named && content.all(is_kind)
}

/// 留下了哪些数据: a verb right before what asks for the list.
fn leads_list(context: &Context<'_>, at: usize) -> bool {
    let behind = |by: usize| context.tokens.get(at + by);
    let asks = |it: &Token| it.is(Cue::Which) || it.is(Cue::Data) || it.is(Cue::List);
    behind(1).is_some_and(|it| it.is_infix) && behind(2).is_some_and(asks)
}

/// 带期数的有哪些: which figures are counted so, whatever they are about.
fn asks_for_a_measure(context: &Context<'_>, question: &Question) -> bool {
    let silent = question.content.iter().all(|at| context.tokens[*at].is_light || is_measure(context, *at));
    let orders = question.is(Cue::Most) || question.is(Cue::Least) || question.is(Cue::More);
    let by_noun = !question.measures.is_empty() && !question.by_unit;
    question.is(Cue::Which) && by_noun && silent && !orders
}

/// The figures that a list is of, in the order printed; all words that say something must fit. Of names that are joined
/// (青年之家和走播队) each has its figures.
#[must_use]
pub(crate) fn of(context: &Context<'_>, question: &Question) -> Vec<DocId> {
    let words: Vec<usize> = question
        .content
        .iter()
        .copied()
        .filter(|at| {
            let it = &context.tokens[*at];
            let asks = it.is(Cue::List) || it.is(Cue::Data);
            !it.is_light && !asks && !is_measure(context, *at) && context.evidence[*at].spread > 0
        })
        .collect();
    // 列出青年夜校的所有数据: a word that no report has is no word to pass over.
    let nowhere = |at: &usize| {
        let it = &context.tokens[*at];
        let says = it.is_content && !it.is_light && it.cues.is_empty() && it.nouns.is_empty();
        let says = says && !leads_list(context, *at);
        says && it.scopes.is_empty() && !it.is_aspect && context.evidence[*at].spread == 0
    };
    if question.content.iter().any(nowhere) {
        return Vec::new();
    }
    if (words.is_empty() && question.measures.is_empty())
        || question.unknown.iter().any(|at| context.tokens[*at].text.len() > 1)
    {
        return Vec::new();
    }
    // 花钱最多: an aspect that the figures do not have.
    let aspects: Vec<usize> = question
        .content
        .iter()
        .copied()
        .filter(|at| context.tokens[*at].is_aspect && !leads_list(context, *at))
        .collect();
    let groups = joined(context, &words);
    let fits = |doc: usize| {
        let all = |words: &Vec<usize>| words.iter().all(|at| context.evidence[*at].at(doc) >= BELONGS);
        groups.iter().any(all)
    };
    (0..context.index.docs.len())
        .filter(|doc| {
            matches!(context.index.docs[*doc], Doc::Figure(..))
                && aspects.iter().all(|at| context.is_labelled(*at, *doc))
                && fits(*doc)
                && is_counted(context, *doc, question)
        })
        .filter_map(|doc| DocId::try_from(doc).ok())
        .collect()
}

/// The words on both sides of each 和 or mark, where every side has a name; all of them together elsewhere.
fn joined(context: &Context<'_>, words: &[usize]) -> Vec<Vec<usize>> {
    let parts = |at: usize| context.tokens[at].is(Cue::Join) || context.tokens[at].mark == Some(',');
    let apart = |a: &usize, b: &usize| !(*a..*b).any(parts);
    let groups: Vec<Vec<usize>> = words.chunk_by(apart).map(<[usize]>::to_vec).collect();
    // 守护心理健康、维护合法权益: between marks, what is no name and stands in few initiatives names them as well.
    let by_marks = !context.tokens.iter().any(|it| it.is(Cue::Join));
    let says = |at: &usize| context.evidence[*at].most >= LABELLED && !context.tokens[*at].is_aspect;
    let names = |at: &usize| context.tokens[*at].is_name || (by_marks && says(at));
    let named = |group: &Vec<usize>| group.iter().any(names);
    if groups.len() > 1 && groups.iter().all(named) { groups } else { vec![words.to_vec()] }
}

/// 钱, 场次: a noun that asks for a measure selects by measure, not by text.
fn is_measure(context: &Context<'_>, at: usize) -> bool {
    !context.tokens[at].nouns.is_empty()
}

fn is_counted(context: &Context<'_>, doc: usize, question: &Question) -> bool {
    let own = context.index.measures[doc];
    question.measures.is_empty() || own.is_some_and(|own| question.measures.contains(&own))
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn the_figures_of_something_or_of_one_unit_are_listed() {
        let rows: &[(&str, &str)] = &[
            // Of something
            ("乐青学的数全给我", "list leqingxue-issues, leqingxue-debates"),
            ("西部计划有哪些数据", "list west-offices, west-new, west-total, west-events"),
            ("青马的数据", "list qingma-classes, qingma-people"),
            ("西部计划的几个数分别是多少", "list west-offices, west-new, west-total, west-events"),
            ("西部计划留下了哪些数据", "list west-offices, west-new, west-total, west-events"),
            // Counted in something
            ("以支计的全列出来", "list shock-teams, volunteer-teams, live-teams, qingqibing"),
            ("领头雁的人数都列出来", "list lingtouyan-province, lingtouyan-city"),
            ("有哪些数是按队伍算的", "list shock-teams, volunteer-teams, live-teams, qingqibing"),
            ("带封数的都有哪些", "nothing"),
            ("跟钱有关的数列个清单", "list farm-sales, startup-loan, charity-funds"),
            // Each of a kind
            ("有哪几种队伍，各几支", "list shock-teams, volunteer-teams, live-teams, qingqibing"),
            ("突击队各几支", "nothing"),
            // Of names that are joined each has its figures
            ("乐青学和青马的数据", "list leqingxue-issues, leqingxue-debates, qingma-classes, qingma-people"),
            // One figure is no list
            ("推优入团的数据", "nothing"),
            // A number is asked for: a look-up
            ("乐青学的数据有多少期", "nothing"),
            // Nothing asks for a list
            ("乐青学", "nothing"),
            // Of nothing, or of what nothing explains
            ("所有数据", "nothing"),
            ("元宇宙的数据", "nothing"),
            ("青马的元宇宙数据", "nothing"),
        ];
        check(rows, |text| alone(text, asked));
    }
}
