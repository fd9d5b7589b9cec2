//! What a name stands for: 团团严选是什么, 青马是干什么的. Its initiative tells, not some fact that has the name in it.
//! What a number stands for is [`crate::matcher::intents::reverse`]'s.

use crate::matcher::index::Doc;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::LABELLED;

/// The initiative that a bare name is of; nothing where the question says more than the name.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let more = is(Cue::HowMany)
        || is(Cue::Most)
        || is(Cue::Least)
        || is(Cue::Compare)
        || is(Cue::Report)
        || is(Cue::Data)
        || is(Cue::List)
        || context.tokens.iter().any(|it| it.number.is_some());
    if !is(Cue::StandsFor) || more || !question.unknown.is_empty() {
        return None;
    }
    let mut content = question.content.iter().filter(|it| !context.tokens[**it].is_light);
    let (name, None) = (*content.next()?, content.next()) else { return None };
    let (token, evidence) = (&context.tokens[name], &context.evidence[name]);
    if !token.is_name || !token.is_programme && evidence.spread != 1 {
        return None;
    }
    let strong = |doc: &u32| evidence.at(*doc as usize) >= LABELLED;
    let mut wholes = evidence.docs.iter().filter(|it| strong(it)).map(|it| context.doc(*it));
    wholes.find(|it| matches!(it, Doc::Initiative(..))).map(Verdict::Initiative)
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn what_a_name_stands_for_its_initiative_tells() {
        let rows: &[(&str, &str)] = &[
            ("乐青学是什么", "initiative leqingxue"),
            ("青马是干什么的", "initiative backbone"),
            ("团团严选是啥", "initiative matchmaking"),
            ("心理健康是什么意思", "initiative mental-health"),
            // Nothing asks what it is
            ("乐青学", "nothing"),
            // A number is asked for, or looked up
            ("乐青学是多少期", "nothing"),
            ("1269是什么", "nothing"),
            // Figures, an order: a list, a rank
            ("青马的数据是什么", "nothing"),
            ("青马最多的是什么", "nothing"),
            // More than one name
            ("青马和团团严选是什么", "nothing"),
            // No name
            ("活动是什么", "nothing"),
            ("元宇宙是什么", "nothing"),
            ("乐青学的元宇宙是什么", "nothing"),
        ];
        check(rows, |text| alone(text, asked));
    }
}
