//! Whether a question asks what its numbers stand for, and which figures they are.
//! Which numbers fit which figures is [`crate::matcher::query::numbers`]'s.

use crate::matcher::index::Doc;
use crate::matcher::intents::filter;
use crate::matcher::intents::verdict::{Reason, Verdict};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::numbers;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::text::numerals::Number;

/// What a number stands for: where nothing asks how many, or the words ask for its meaning.
pub(crate) fn number(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let found = numbers::lookups(context.tokens);
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let is_place = |at: &usize| context.tokens[*at].number.as_ref().is_some_and(|it| it.ordinal);
    let which = is(Cue::Which) && !is(Cue::HowMany) && !found.iter().any(is_place);
    let meaning = is(Cue::StandsFor) || which;
    if found.is_empty()
        || found.iter().any(|at| filter::is_bound(context, *at))
        || (!meaning && question.how_many)
    {
        return None;
    }
    let says = |at: &&usize| !context.tokens[**at].is_light && !context.tokens[**at].is_unit();
    let named = question.content.iter().filter(says).count();
    let unread: usize = question.unknown.iter().map(|at| context.tokens[*at].text.len()).sum();
    // 1, or 一个: too small to be looked up unless it is typed as a figure with its unit.
    let trifle = |at: &usize| {
        let text = &context.tokens[*at].text;
        text.len() == 1 && (!text[0].is_ascii_digit() || (!meaning && !has_unit(context, *at)))
    };
    if (!meaning && (named > 0 || unread > 3)) || found.iter().all(trifle) {
        return None;
    }
    let rows: Vec<(String, Vec<Doc>)> = found.iter().map(|at| look_up(context, *at)).collect();
    if !meaning && rows.iter().all(|(_, docs)| docs.is_empty()) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    Some(Verdict::Numbers(rows))
}

fn has_unit(context: &Context<'_>, at: usize) -> bool {
    context.tokens.get(at + 1).is_some_and(Token::is_unit)
}

fn look_up(context: &Context<'_>, at: usize) -> (String, Vec<Doc>) {
    let token = &context.tokens[at];
    let next = context.tokens.get(at + 1).filter(|it| it.is_unit());
    let unit: String = next.map(|it| it.text.iter().collect()).unwrap_or_default();
    let typed: String = token.text.iter().collect();
    let docs = token.number.as_ref().map_or_else(Vec::new, |number| {
        let all = numbers::figures(context.reports, number, &unit);
        all.into_iter().filter(|it| is_counted_so(context, *it, number, next)).collect()
    });
    (format!("{typed}{unit}"), docs)
}

/// True where what was typed behind the number is a unit of the figure, or what people say for it: 32对 is not 32场, 36% no
/// 36名. A number without a unit fits any.
fn is_counted_so(context: &Context<'_>, doc: Doc, number: &Number, unit: Option<&Token>) -> bool {
    let Some(own) = context.index.id(doc).and_then(|id| context.index.measures[id as usize]) else {
        return true;
    };
    let own = &context.lexicon.measures[own];
    if number.percent {
        return own.units.iter().any(|it| it == "%");
    }
    let Some(unit) = unit else { return true };
    unit.units.iter().chain(&unit.colloquial).any(|at| {
        let asked = &context.lexicon.measures[*at];
        asked.id == own.id || asked.loosely.contains(&own.id)
    })
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn a_number_stands_for_the_figures_that_are_it() {
        let rows: &[(&str, &str)] = &[
            ("1269是什么", "numbers 1269=qingma-people"),
            ("1269", "numbers 1269=qingma-people"),
            ("九十一支是什么队伍", "numbers 九十一支=volunteer-teams"),
            (
                "36和48分别是什么",
                "numbers 36=intern-students, child-events; 48=leqingxue-issues, shock-teams",
            ),
            ("36场是什么", "numbers 36场=child-events"),
            ("100%是什么", "numbers 100%=recommend-rate"),
            // It is counted in something else
            ("32对是什么", "numbers 32对="),
            // No figure is it: said where its meaning is asked for
            ("1270是什么", "numbers 1270="),
            ("1270", "unknown Nothing"),
        ];
        check(rows, |text| alone(text, number));
    }

    #[test]
    fn a_number_that_is_not_looked_up_is_left_to_others() {
        let rows: &[(&str, &str)] = &[
            // A number is asked for
            ("青马多少人", "nothing"),
            // Beside a name it is held against that
            ("青马1269人", "nothing"),
            // A bound
            ("哪些队伍超过四十支", "nothing"),
            // Too small to be looked up
            ("一个", "nothing"),
            // A place in a row
            ("第二个是哪个", "nothing"),
            ("第三部分是什么", "nothing"),
            // A year
            ("2024年是什么", "nothing"),
        ];
        check(rows, |text| alone(text, number));
    }
}
