//! What an answer leaves unexplained: words of the question that say something and that nothing shown speaks of.
//! Decides nothing.

use crate::matcher::index::DocId;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;

/// Positions of the words that nothing explains, and of known words that speak of something else.
pub(crate) fn of(context: &Context<'_>, docs: &[DocId]) -> (Vec<usize>, Vec<usize>) {
    let said = |at: usize| docs.iter().map(|it| context.evidence[at].at(*it as usize)).fold(0.0, f32::max);
    let asks = |it: &Token| !it.is_excluded && !it.is_aside && !it.is_break() && it.number.is_none();
    let all = (0..context.tokens.len()).filter(|at| asks(&context.tokens[*at]));
    let (unknown, known): (Vec<usize>, Vec<usize>) = all
        .filter(|at| {
            let it = &context.tokens[*at];
            it.is_unknown || (it.is_content && !it.is_light && said(*at) < 0.2)
        })
        .partition(|at| context.tokens[*at].is_unknown);
    (unknown, known)
}
