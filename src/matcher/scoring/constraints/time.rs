//! Whether a time of the question agrees with a figure: its report's year does, and a day that its initiative speaks of.
//! What is a time is [`crate::matcher::recognize::time`]'s.

use crate::matcher::lexicon::role::TimeKind;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::CHANGE;

impl Context<'_> {
    /// True where this time is not that of the document.
    pub(crate) fn is_another_time(&self, token: usize, kind: TimeKind, doc: usize) -> bool {
        let it = &self.tokens[token];
        let literal = || self.index.mentions(self.index.initiative_of[doc], &it.text);
        match kind {
            TimeKind::Year(year) => i64::from(self.report_of(doc).year) != year && !literal(),
            TimeKind::Festival => it.is_narrowed || !self.is_mentioned(token, doc),
            TimeKind::Span | TimeKind::Part | TimeKind::Term => !literal(),
            // 比去年多了几个 asks what was added.
            TimeKind::Comparison => !self.is_of_change(doc),
        }
    }

    /// True where the figure is what was added: 新增, 新建.
    fn is_of_change(&self, doc: usize) -> bool {
        self.index.scopes[doc].iter().any(|scope| self.lexicon.scopes[*scope].dimension == CHANGE)
    }
}
