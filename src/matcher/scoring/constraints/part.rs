//! Whether a part that is asked for alone (光是暑假) is what a figure counts, or only some of it.
//! Which words ask for a part is [`crate::matcher::query::narrowing`]'s.

use crate::matcher::index::Doc;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::LABELLED;

impl Context<'_> {
    /// True where the document counts more than the part that is asked for.
    pub(crate) fn is_only_part(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        if !matches!(self.index.docs[doc], Doc::Figure(..)) {
            return false;
        }
        let of_scope = it.scopes.iter().any(|scope| self.index.scopes[doc].contains(scope));
        let named = it.terms.iter().any(|term| {
            self.index
                .of_term(*term)
                .iter()
                .any(|(at, strength)| *at as usize == doc && *strength >= LABELLED)
        });
        !of_scope && (!named || self.is_within_whole(&it.text, doc))
    }

    /// True where the label says the whole that this is a part of: 寒暑假 holds 暑假 and counts both.
    fn is_within_whole(&self, part: &[char], doc: usize) -> bool {
        self.lexicon.narrowing.parts.iter().any(|it| {
            let is_part = it.parts.iter().any(|word| word.chars().eq(part.iter().copied()));
            is_part && self.index.labels(doc, &it.whole.chars().collect::<Vec<char>>())
        })
    }
}
