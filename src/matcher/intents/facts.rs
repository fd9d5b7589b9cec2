//! A thing that several initiatives tell of: 哪些经验上了《中国共青团》, 印发了哪些文件. All of them are meant.
//! One fact alone is found by a look-up.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::{self, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::LABELLED;

/// The facts that a question asks for; nothing where they all stand in one initiative.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let lists = is(Cue::Which) || is(Cue::List);
    if !lists || is(Cue::HowMany) || is(Cue::Most) || is(Cue::Least) || !question.unknown.is_empty() {
        return None;
    }
    // 题目是什么: what asks for the names says nothing of what they are of.
    let asks_name = |it: &Token| it.is(Cue::Which) || it.is(Cue::Section);
    let says = |at: &usize| !context.tokens[*at].is_light && !asks_name(&context.tokens[*at]);
    let content: Vec<usize> = question.content.iter().copied().filter(says).collect();
    let counted = question.counted.filter(|at| content.contains(at)).or_else(|| content.last().copied())?;
    // 列出所有的队伍: figures are listed of what is counted.
    if is(Cue::List)
        && !is(Cue::Which)
        && !question::counted_in(&context.tokens[counted], context.lexicon).is_empty()
    {
        return None;
    }
    let fits = |doc: usize| {
        let Doc::Fact(..) = context.index.docs[doc] else { return false };
        context.evidence[counted].at(doc) >= LABELLED
            && content
                .iter()
                .all(|at| context.is_mentioned(*at, doc) || is_mentioned_in_short(context, *at, doc))
    };
    let found: Vec<DocId> = (0..context.index.docs.len())
        .filter(|it| fits(*it))
        .filter_map(|it| DocId::try_from(it).ok())
        .collect();
    let initiative = |doc: &DocId| context.index.initiative_of[*doc as usize];
    let several = found.iter().any(|it| initiative(it) != initiative(&found[0]));
    several.then(|| Verdict::Facts(found.into_iter().map(|it| context.doc(it)).collect()))
}

/// A noun of so many characters at the end of a name may be left out elsewhere: 《中国共青团》杂志.
const LAST_NOUN: usize = 2;

/// True where the initiative speaks of a name without the noun that it ends with.
fn is_mentioned_in_short(context: &Context<'_>, token: usize, doc: usize) -> bool {
    let it = &context.tokens[token];
    let short = it.text.len().checked_sub(LAST_NOUN).filter(|length| *length > LAST_NOUN);
    let initiative = context.index.initiative_of[doc];
    it.is_name && short.is_some_and(|length| context.index.mentions(initiative, &it.text[..length]))
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn a_thing_that_several_initiatives_tell_of_is_meant_in_all_of_them() {
        let rows: &[(&str, &str)] = &[
            ("哪些经验上了《中国共青团》", "facts 青马经验文章, 青马经验报道媒体, 社会领域团建经验文章"),
            ("列出所有的经验文章", "facts 青马经验文章, 社会领域团建经验文章"),
            // A name with the noun that it ends with, and a word that asks for names
            (
                "《中国共青团》杂志登过我们哪几篇经验,题目是",
                "facts 青马经验文章, 青马经验报道媒体, 社会领域团建经验文章",
            ),
            // One initiative alone tells of it: a look-up
            ("合作高校有哪些", "nothing"),
            ("青马有哪些经验", "nothing"),
            // A number, an order
            ("印发了多少文件", "nothing"),
            ("哪些文件最多", "nothing"),
            // Nothing asks for names
            ("经验文章", "nothing"),
            // A word that nothing explains
            ("哪些元宇宙的经验文章", "nothing"),
            // Nothing is said
            ("有哪些", "nothing"),
        ];
        check(rows, |text| alone(text, asked));
    }
}
