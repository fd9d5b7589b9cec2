//! The roles that a known word can play in a question.
//! Finds no word: that is [`crate::matcher::vocabulary`]'s.

use crate::matcher::lexicon::cue::Cue;

/// What a word can be in a question. One word may have several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Carries nothing.
    Stop,
    /// May stand inside a verb.
    Infix,
    /// Asks or steers.
    Cue(Cue),
    /// A unit or measure word: position in [`crate::matcher::lexicon::lists::Lexicon::measures`].
    Unit(usize),
    /// A measure word that people say for a unit: position in [`crate::matcher::lexicon::lists::Lexicon::measures`].
    Said(usize),
    /// A noun that asks for a measure: position in [`crate::matcher::lexicon::lists::Lexicon::measures`].
    MeasureNoun(usize),
    /// A word of a group of synonyms: position in [`crate::matcher::lexicon::lists::Lexicon::synonyms`].
    Group(usize),
    /// A word for a scope: position in [`crate::matcher::lexicon::lists::Lexicon::scopes`].
    Scope(usize),
    /// Another place or body.
    Elsewhere,
    /// Another subject.
    Subject,
    /// Lies in the place of a report: figures are not broken down to it.
    Within,
    /// The body or place of a report: position of the report.
    Home(usize),
    /// A name, label or alias of a report.
    Name,
    /// A programme of a report.
    Programme,
    /// Words of people who want something else of the bot: the whole message is refused.
    Refused,
    /// A token of a report's text.
    Gram,
}
