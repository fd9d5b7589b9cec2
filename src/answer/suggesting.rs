//! What could be asked next, or chosen from: a label for the button and the question behind it.
//! Wording is [`super::words`]'s.

use super::compose::{Composer, SUGGESTIONS, target};
use super::model::Suggestion;
use super::words;
use crate::matcher::Doc;

impl Composer<'_> {
    /// The other figures of the same initiative.
    pub(super) fn neighbours(&self, docs: &[Doc]) -> Vec<Suggestion> {
        let Some(first) = docs.first() else { return Vec::new() };
        let (report, at) = self.initiative_of(*first);
        let others = self.reports[report].initiatives[at].figures.iter().map(|it| Doc::Figure(report, *it));
        others
            .filter(|it| !docs.contains(it))
            .take(SUGGESTIONS)
            .filter_map(|it| self.suggestion(it))
            .collect()
    }

    pub(super) fn suggestion(&self, doc: Doc) -> Option<Suggestion> {
        if let Doc::Initiative(report, at) = doc {
            let (label, name) =
                (self.reports[report].short_name(at), &self.reports[report].initiatives[at].name.name);
            return Some(Suggestion {
                label: label.to_owned(),
                question: name.clone(),
                target: Some(target(doc)),
            });
        }
        let (_, figure) = self.figure(doc)?;
        let question = words::ask_figure(&figure.label, &figure.unit);
        Some(Suggestion { label: figure.label.clone(), question, target: Some(target(doc)) })
    }
}
