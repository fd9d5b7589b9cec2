//! Names that stand for several initiatives: a programme of two of them, one sound for two names.
//! Asks which is meant; chooses none.

use crate::matcher::index::Doc;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::evidence::Evidence;
use crate::matcher::scoring::weights::{BELONGS, LABELLED};
use crate::matcher::tokenize::Tier;

/// The initiatives that a bare name may stand for; nothing where it says more than a name, or names one.
pub(crate) fn named(context: &Context<'_>, question: &Question) -> Option<Vec<Doc>> {
    let says = |at: &&usize| !context.tokens[**at].is_light;
    let mut names = question.content.iter().filter(says);
    let (name, more) = (names.next()?, names.next());
    let plain = question.unknown.is_empty() && !question.how_many && question.measures.is_empty();
    if more.is_some() || !plain || !question.cues.is_empty() {
        return None;
    }
    let token = &context.tokens[*name];
    let docs: Vec<Doc> = if token.is_programme && token.tier == Some(Tier::Exact) {
        holders(context, &context.evidence[*name], LABELLED)
    } else if token.tier == Some(Tier::Sound) && token.terms.len() > 1 {
        of_terms(context, token)
    } else {
        return None;
    };
    (docs.len() > 1).then_some(docs)
}

/// The initiatives for which something speaks at least so strongly.
fn holders(context: &Context<'_>, evidence: &Evidence, least: f32) -> Vec<Doc> {
    let strong = evidence.docs.iter().map(|it| *it as usize).filter(|it| evidence.at(*it) >= least);
    strong.map(|it| context.index.docs[it]).filter(|it| matches!(it, Doc::Initiative(..))).collect()
}

/// For each of the words that it may be, the initiative that it says most for, all its figures and facts together.
fn of_terms(context: &Context<'_>, token: &Token) -> Vec<Doc> {
    let mut found: Vec<Doc> = Vec::new();
    for term in &token.terms {
        let mut sums = vec![0.0; context.index.initiatives];
        for (doc, strength) in context.index.of_term(*term).iter() {
            sums[context.index.initiative_of[*doc as usize]] += strength;
        }
        let best = (0..sums.len()).rev().max_by(|a, b| sums[*a].total_cmp(&sums[*b]));
        let Some(best) = best.filter(|it| sums[*it] >= BELONGS) else { continue };
        let is_whole = |at: &usize| matches!(context.index.docs[*at], Doc::Initiative(..));
        let initiative = context.index.ranges[best].clone().find(is_whole).map(|at| context.index.docs[at]);
        found.extend(initiative.filter(|it| !found.contains(it)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::matcher::intents::verdict::Verdict;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn a_bare_name_of_several_initiatives_asks_which_is_meant() {
        let rows: &[(&str, &str)] = &[
            // A programme of two initiatives
            ("逐梦扬帆计划", "tie new-youth, internships"),
            // One sound for two names: 青联 and 青恋
            ("qinglian", "tie youth-federation, matchmaking"),
            // One of them as typed is no doubt
            ("青联", "nothing"),
            ("青恋", "nothing"),
            // A name of one initiative
            ("青马", "nothing"),
            ("青年之家", "nothing"),
            // More than a name: a look-up
            ("逐梦扬帆计划有多少个岗位", "nothing"),
            ("逐梦扬帆计划的新兴青年", "nothing"),
            ("逐梦扬帆计划和返家乡", "nothing"),
            ("qinglian多少人", "nothing"),
            // No name at all
            ("活动", "nothing"),
            ("元宇宙", "nothing"),
        ];
        check(rows, |text| alone(text, |context, question| named(context, question).map(Verdict::Tie)));
    }
}
