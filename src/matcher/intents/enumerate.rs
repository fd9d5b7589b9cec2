//! Several names in a row, each of another figure: parted by marks and 和, or side by side.
//! What one name means is [`crate::matcher::intents::compare`]'s.

use crate::matcher::index::DocId;
use crate::matcher::intents::compare::{parts, side};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;

/// True where a mark stands right before this place.
fn parts_before(context: &Context<'_>, at: usize) -> bool {
    at > 0 && parts(&context.tokens[at - 1])
}

/// The figures of a row of names: 走播队、青骑兵、突击队. Nothing where fewer than two are found.
/// What stands behind 谁, 哪个 or 合计 is asked of each.
#[must_use]
pub(crate) fn of(context: &Context<'_>, measures: &[usize]) -> Vec<DocId> {
    let mut found: Vec<DocId> = Vec::new();
    let asks = |it: &Token| it.is(Cue::Which) || it.is(Cue::Total);
    let which = context.tokens.iter().position(asks).or_else(|| asked_of_all(context.tokens));
    let first = (0..context.tokens.len()).find(|at| parts(&context.tokens[*at]));
    let tail = which.filter(|at| first.is_some_and(|first| first < *at)).unwrap_or(context.tokens.len());
    let cuts: Vec<usize> = (0..tail).filter(|at| parts(&context.tokens[*at])).collect();
    let ends = cuts.into_iter().chain((!parts_before(context, tail)).then_some(tail));
    let measures = if tail < context.tokens.len() { measures } else { &[] };
    let mut start = 0;
    for end in ends {
        let names = context.tokens[start..end].iter().any(|it| it.is_content && !it.is_light);
        let known = |at: &usize| !context.tokens[*at].is_unknown;
        let span = (start..end).chain((tail..context.tokens.len()).filter(known)).collect();
        if names
            && let Some((docs, _)) = side(context, span, measures, &[])
            && let [doc] = docs[..]
            && !found.contains(&doc)
        {
            found.push(doc);
        }
        start = end + 1;
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// Where a clause begins that names a measure and nothing else: 报道、话题、节目,*按期数*从多到少. It asks it of all.
pub(crate) fn asked_of_all(tokens: &[Token]) -> Option<usize> {
    let start = tokens.iter().rposition(Token::is_break)? + 1;
    let clause = &tokens[start..];
    let measure = |it: &Token| !it.nouns.is_empty() && !it.is(Cue::Amount);
    let says = |it: &Token| (it.is_content && !it.is_light && !measure(it)) || it.is(Cue::HowMany);
    (clause.iter().any(measure) && !clause.iter().any(says)).then_some(start)
}

/// 园区企业街区哪种最少: words side by side, each of which names another figure of the same initiative.
/// Nothing where some do not.
pub(crate) fn adjoining(context: &Context<'_>, measures: &[usize]) -> Vec<DocId> {
    let says = |at: &usize| context.tokens[*at].is_content && !context.tokens[*at].is_light;
    let asks = |it: &Token| {
        it.is(Cue::Which)
            || it.is(Cue::Altogether)
            || it.is(Cue::Total)
            || it.is(Cue::Each)
            || it.is(Cue::HowMany)
    };
    let each = context.tokens.iter().any(|it| it.is(Cue::Each));
    let end = context.tokens.iter().position(asks).unwrap_or(context.tokens.len());
    let Some(last) = (0..end).rfind(says) else { return Vec::new() };
    let first = last + 1 - (0..=last).rev().take_while(says).count();
    let tail = end..context.tokens.len();
    let mut found: Vec<DocId> = Vec::new();
    for at in first..=last {
        let words = if at == first { 0..=first } else { at..=at };
        let topic: Vec<usize> =
            found.first().map(|doc| context.index.initiative_of[*doc as usize]).into_iter().collect();
        let docs = side(context, words.chain(tail.clone()).collect(), measures, &topic).map(|(docs, _)| docs);
        // 突击队走播队: names of their own that count alike, or each of which is asked for, need not be of one initiative.
        let measure = |doc: DocId| context.index.measures[doc as usize];
        let alike = |doc: DocId| found.first().is_some_and(|first| measure(*first) == measure(doc));
        let same = |doc: DocId| {
            topic.is_empty()
                || (context.tokens[at].is_name && (each || alike(doc)))
                || topic[0] == context.index.initiative_of[doc as usize]
        };
        match docs.as_deref() {
            Some([doc]) if same(*doc) && !found.contains(doc) => found.push(*doc),
            _ => return Vec::new(),
        }
    }
    if found.len() < 2 { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::{adjoining, of};
    use crate::matcher::testing::{check, look, names};

    #[test]
    fn a_row_of_names_is_parted_by_marks_and_by_joins() {
        let rows: &[(&str, &str)] = &[
            ("走播队、青骑兵、突击队", "live-teams, qingqibing, shock-teams"),
            ("走播队和青骑兵", "live-teams, qingqibing"),
            ("走播队、突击队谁最多", "live-teams, shock-teams"),
            // What is asked behind the row is asked of each
            ("青马、团干部哪个人数多", "qingma-people, cadres"),
            ("话题、少先队节目,按期数排", "topics, pioneer-shows"),
            // One name alone, or the same one twice
            ("走播队", "nothing"),
            ("走播队、走播队", "nothing"),
            // A mark that parts no names
            ("请问，走播队有几支", "nothing"),
            ("你好，谢谢", "nothing"),
        ];
        check(rows, |text| look(text, |context| names(context, &of(context, &context.question().measures))));
    }

    #[test]
    fn words_side_by_side_name_figures_of_one_initiative() {
        let rows: &[(&str, &str)] = &[
            ("园区企业街区哪种最少", "park, company, street"),
            ("创青春的银奖铜奖哪个多", "startup-silver, startup-bronze"),
            // Names of their own
            ("突击队青骑兵加起来多少支", "shock-teams, qingqibing"),
            ("突击队小海棠信箱各是多少", "shock-teams, mailbox-cases"),
            // One word alone
            ("园区哪种最少", "nothing"),
            // Of another initiative
            ("园区突击队哪种最少", "nothing"),
            // The same figure twice
            ("园区园区哪种最少", "nothing"),
            // No word that says something
            ("哪种最少", "nothing"),
        ];
        check(rows, |text| {
            look(text, |context| names(context, &adjoining(context, &context.question().measures)))
        });
    }
}
