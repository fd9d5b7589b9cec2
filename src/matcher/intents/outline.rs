//! The headings of a report: which one a question names, and what stands below it.
//! Knows no figures.

use crate::matcher::index::Doc;
use crate::matcher::index::headings::{Heading, Headings};
use crate::matcher::intents::rank;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::report::Report;

/// What an outline question comes to: a level of the outline, the figures below it, or those by size.
pub(crate) fn listed(context: &Context<'_>, question: &Question, headings: &Headings) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let heading = asked(context, headings)?;
    // 党的创新理论学习覆盖多少个少先队中队: something is counted that is no part of the outline.
    let counts = |at: usize| context.tokens[at].cues.is_empty() && context.evidence[at].spread > 0;
    if is(Cue::HowMany) && question.counted.is_some_and(counts) {
        return None;
    }
    let figures = figures(heading, context.reports);
    if let Some(verdict) = rank::within(context, question, &figures) {
        return Some(verdict);
    }
    let data = is(Cue::Data) || (is(Cue::Amount) && !is(Cue::HowMany) && !is(Cue::Which));
    Some(if data && !figures.is_empty() { Verdict::List(figures) } else { Verdict::Outline(heading) })
}

/// The outline that a question asks for, if it asks for one.
#[must_use]
pub(crate) fn asked(context: &Context<'_>, headings: &Headings) -> Option<Heading> {
    let tokens = context.tokens;
    let is = |cue: Cue| tokens.iter().any(|it| it.is(cue));
    let orders = is(Cue::Most) || is(Cue::Least);
    let asks =
        is(Cue::Which) || is(Cue::HowMany) || is(Cue::List) || is(Cue::Each) || is(Cue::Data) || orders;
    if let Some(found) = ordinal(context) {
        return (asks || tokens.len() <= 3).then_some(found);
    }
    let named = tokens.iter().find_map(|token| headings.of(&token.terms)).or_else(|| like(headings, tokens));
    if let Some(found) = named {
        return (asks || is(Cue::Part) || is(Cue::Section)).then_some(found);
    }
    let by_level = (is(Cue::Part) || is(Cue::Section)) && !is(Cue::HowMany) && !orders;
    let is_meant = is(Cue::Overview) || (asks && (is(Cue::Report) || by_level));
    if !is_meant {
        return None;
    }
    let strange = |it: &Token| it.is_unknown || (it.is_content && it.cues.is_empty() && !it.is_light);
    if tokens.iter().any(strange) {
        return None;
    }
    if is(Cue::Section) {
        Some(Heading::Sections(0))
    } else if is(Cue::Initiative) {
        Some(Heading::Initiatives(0))
    } else if is(Cue::Part) || is(Cue::Overview) {
        Some(Heading::Parts(0))
    } else {
        None
    }
}

/// The figures below a part or a section, in the order printed; none for other levels.
#[must_use]
pub(crate) fn figures(heading: Heading, reports: &[Report]) -> Vec<Doc> {
    let (report, is_in): (usize, Box<dyn Fn(usize) -> bool>) = match heading {
        Heading::Part(report, part) => {
            (report, Box::new(move |it| reports[report].initiatives[it].part == Some(part)))
        }
        Heading::Section(report, section) => {
            (report, Box::new(move |it| reports[report].initiatives[it].section == Some(section)))
        }
        _ => return Vec::new(),
    };
    let all = reports[report].figures.iter().enumerate();
    all.filter(|(_, it)| is_in(it.initiative)).map(|(at, _)| Doc::Figure(report, at)).collect()
}

/// 第三部分.
fn ordinal(context: &Context<'_>) -> Option<Heading> {
    let (tokens, reports) = (context.tokens, context.reports);
    let at = tokens.iter().position(|it| it.number.as_ref().is_some_and(|number| number.ordinal))?;
    let number = tokens[at].number.as_ref()?.value.as_whole()?;
    let next = tokens.get(at + 1)?;
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    let report = reports.first()?;
    let is_part = next.is(Cue::Part) || tokens[at].ends_with_one_of(&context.lexicon.ranks.parts);
    (is_part && place < report.parts.len()).then_some(Heading::Part(0, place))
}

/// 统一战线那一节: the one heading of that level whose name holds every word that says something.
fn like(headings: &Headings, tokens: &[Token]) -> Option<Heading> {
    let is = |cue: Cue| tokens.iter().any(|it| it.is(cue));
    let (part, section) = (is(Cue::Part), is(Cue::Section));
    if !part && !section && !is(Cue::Data) {
        return None;
    }
    let says = |it: &&Token| it.is_content && !it.is_light && it.nouns.is_empty() && it.cues.is_empty();
    let words: Vec<&[char]> = tokens.iter().filter(says).map(|it| it.text.as_slice()).collect();
    let is_of_level = |heading: &Heading| match heading {
        Heading::Section(..) => section || !part,
        _ => part,
    };
    headings.only_one_with(&words, is_of_level)
}

#[cfg(test)]
mod tests {
    use super::listed;
    use crate::matcher::testing::{check, found, look_with_headings};

    fn outline(question: &str) -> String {
        look_with_headings(question, |context, headings| {
            found(listed(context, &context.question(), headings))
        })
    }

    #[test]
    fn a_level_of_the_report_is_named_or_asked_for() {
        let rows: &[(&str, &str)] = &[
            // The whole, by its levels
            ("目录", "outline Parts(0)"),
            ("这份报告有哪些内容", "outline Parts(0)"),
            ("报告有几节", "outline Sections(0)"),
            ("报告有多少项举措", "outline Initiatives(0)"),
            // A part by its place; of one that is not there, all that are
            ("第四部分讲了什么", "outline Part(0, 3)"),
            ("第一部分", "outline Part(0, 0)"),
            ("第五部分讲了什么", "outline Parts(0)"),
            // A heading by its name, or by words of it
            ("乡村振兴有哪些举措", "outline Section(0, 4)"),
            ("统一战线那一节有哪些内容", "outline Section(0, 5)"),
            // The figures below it, or those by size
            ("乡村振兴场次最多的是哪个", "largest west-events"),
            ("统战工作的数据", "list new-youth-events, letters, qingqibing, hk-mo-tw-posts"),
        ];
        check(rows, outline);
    }

    #[test]
    fn what_stands_below_a_heading_is_no_level() {
        let rows: &[(&str, &str)] = &[
            // There are four parts
            ("第五部分", "nothing"),
            // A place in something else
            ("第二个呢", "nothing"),
            // An initiative, a figure
            ("青马有哪些数据", "nothing"),
            // Something that is counted below a heading
            ("党的创新理论学习覆盖多少个少先队中队", "nothing"),
            ("青马多少人", "nothing"),
            // What the report says of something
            ("青马的目录", "nothing"),
            ("元宇宙的报告有哪些内容", "nothing"),
            // A heading of which nothing is asked
            ("乡村振兴", "nothing"),
        ];
        check(rows, outline);
    }
}
