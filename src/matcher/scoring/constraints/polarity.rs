//! Whether what was done agrees: a figure tells what was done, so what was not done, undone or only meant is not it.
//! Which words say so is [`crate::matcher::query::polarity`]'s.

use crate::matcher::index::Doc;
use crate::matcher::scoring::context::Context;

impl Context<'_> {
    /// True where the question turns round what the document tells. A label that says the same itself (未就业毕业生) agrees.
    pub(crate) fn is_contrary_to(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        let mut text = it.text.to_vec();
        // A bare negator says nothing without what it negates.
        if it.contrary.is_none() {
            text.extend(self.tokens.get(token + 1).into_iter().flat_map(|next| next.text.first()));
        }
        match self.index.docs[doc] {
            Doc::Figure(..) => !self.index.labels(doc, &text),
            Doc::Fact(..) | Doc::Initiative(..) => !self.index.mentions(self.index.initiative_of[doc], &text),
        }
    }
}
