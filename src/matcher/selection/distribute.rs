//! Several figures asked for in one breath: 各, 分别, 省级和市级, 银奖、铜奖.
//! Which initiative they are of has been decided before.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{ITEM, LABELLED, NAMED_OUTRIGHT};

/// True where the span names several things at once: 各, 分别, 省级、市级, or two things joined.
pub(crate) fn is_listed(context: &Context<'_>, span: &[usize], question: &Question) -> bool {
    let joins = |at: &usize| joins(context, span, *at);
    let outright = question.is(Cue::Each) || question.is(Cue::Total) || context.are_apart(&question.scopes);
    outright || (question.counted.is_none() && span.iter().any(joins))
}

/// True for a mark or 和 between two things: not at the start (与社区结对), not behind a whole clause, no mark behind all that
/// is said.
fn joins(context: &Context<'_>, span: &[usize], at: usize) -> bool {
    let is_content_word = |it: &&usize| context.tokens[**it].is_content;
    let before = span.iter().filter(|it| **it < at).filter(is_content_word).count();
    let behind = || span.iter().filter(|it| **it > at).any(|it| is_content_word(&it));
    let token = &context.tokens[at];
    // 跟志愿服务队结了对的社区: inside of what describes a noun.
    let link = span.iter().position(|it| *it > at && context.tokens[*it].links());
    let describes = link.is_some_and(|link| {
        let next = span.get(link + 1).map(|it| &context.tokens[*it]);
        next.is_some_and(|it| it.is_content && !it.is_light && it.nouns.is_empty())
    });
    if describes {
        return false;
    }
    let marks = token.mark == Some(',') && (1..=ITEM).contains(&before) && behind();
    marks || (token.is(Cue::Join) && before > 0)
}

/// For each word that fits just one figure of the initiative, that figure.
pub(crate) fn distributed(context: &Context<'_>, question: &Question, initiative: usize) -> Vec<u32> {
    let hits = context.hits(question);
    let open: Vec<u32> = hits
        .iter()
        .filter(|hit| hit.veto.is_none() && context.index.initiative_of[hit.doc as usize] == initiative)
        .map(|hit| hit.doc)
        .filter(|doc| matches!(context.index.docs[*doc as usize], Doc::Figure(..)))
        .collect();
    // 各 asks for each outright; things merely joined must be named by their very words.
    let least = if question.is(Cue::Each) { LABELLED } else { NAMED_OUTRIGHT };
    let mut all: Vec<u32> = Vec::new();
    for token in question.content.iter().filter(|it| !context.tokens[**it].is_light) {
        let strength = |doc: &&u32| context.evidence[*token].at(**doc as usize);
        let fits: Vec<u32> = open.iter().filter(|doc| strength(doc) >= least).copied().collect();
        // One word may name both: 省市两级.
        if fits.len() == 1 || context.are_apart(&context.tokens[*token].scopes) {
            all.extend(fits);
        }
    }
    let mut seen = Vec::new();
    all.retain(|doc| {
        !seen.contains(doc) && {
            seen.push(*doc);
            true
        }
    });
    all
}

#[cfg(test)]
mod tests {
    use super::{distributed, is_listed};
    use crate::matcher::testing::{check, doc, look, names};

    #[test]
    fn several_things_are_asked_for_in_one_breath() {
        let rows: &[(&str, &str)] = &[
            // By a word for each, by a sum, by scopes that exclude each other
            ("领头雁各多少名", "several"),
            ("园区企业街区分别几个", "several"),
            ("领头雁省级市级多少名", "several"),
            ("园区企业加起来多少", "several"),
            // By a mark or 和 between two things
            ("银奖、铜奖", "several"),
            ("银奖和铜奖", "several"),
            // One thing
            ("省级领头雁多少名", "one"),
            ("青马多少人", "one"),
            // 和 at the start, or behind a question of its own noun
            ("和社区结对", "one"),
            ("与社区结对的有多少支志愿队伍", "one"),
        ];
        check(rows, |text| {
            look(text, |context| {
                let span: Vec<usize> = (0..context.tokens.len()).collect();
                let several = is_listed(context, &span, &context.question());
                if several { "several".to_owned() } else { "one".to_owned() }
            })
        });
    }

    #[test]
    fn each_word_that_fits_one_figure_of_the_initiative_gives_it() {
        let rows: &[((&str, &str), &str)] = &[
            (("银奖铜奖各几名", "startup"), "startup-silver, startup-bronze"),
            (("铜奖银奖各几名", "startup"), "startup-bronze, startup-silver"),
            (("省级市级领头雁各多少名", "lingtouyan"), "lingtouyan-province, lingtouyan-city"),
            // One word may name both
            (("省市两级领头雁各多少名", "lingtouyan"), "lingtouyan-province, lingtouyan-city"),
            // A word that fits several of them chooses none
            (("领头雁各多少", "lingtouyan"), "nothing"),
            // The same figure twice is one
            (("园区、园区各几个", "youth-spaces"), "park"),
            // Of another initiative
            (("银奖铜奖各几名", "youth-spaces"), "nothing"),
        ];
        check(rows, |(text, initiative)| {
            look(text, |context| {
                let at = context.index.id(doc(initiative)).expect("all initiatives are in the index");
                let number = context.index.initiative_of[at as usize];
                names(context, &distributed(context, &context.question(), number))
            })
        });
    }
}
