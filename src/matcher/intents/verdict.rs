//! What a question comes to, as plain data.
//! Decides nothing.

use crate::matcher::index::Doc;
use crate::matcher::index::headings::Heading;
use crate::matcher::scoring::constraints::Veto;

/// Why a question is not for this report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It asks for another place, body or subject.
    Elsewhere,
    /// It is arithmetic.
    Arithmetic,
    /// Nothing in the report explains it.
    Nothing,
}

/// What a question comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// These figures were asked for.
    Figures {
        /// The figures, the first one first.
        docs: Vec<Doc>,
        /// True where their sum was asked for.
        total: bool,
    },
    /// A fact was asked for.
    Fact(Doc),
    /// Facts of several initiatives were asked for.
    Facts(Vec<Doc>),
    /// An initiative was asked for.
    Initiative(Doc),
    /// A list of figures.
    List(Vec<Doc>),
    /// A level of the outline.
    Outline(Heading),
    /// Two figures side by side.
    Compare(Doc, Doc),
    /// Figures by size; the flag says smallest first.
    Rank(Vec<Doc>, bool),
    /// A figure, and whether it is the number that the question says.
    Check(Doc, bool),
    /// What numbers stand for: each number as typed, with its figures.
    Numbers(Vec<(String, Vec<Doc>)>),
    /// Equally good readings.
    Tie(Vec<Doc>),
    /// The initiative is there, the measure is not reported.
    Absent(Doc, Veto),
    /// Not in this report.
    Unknown(Reason),
    /// Asks for the bot.
    Help,
    /// Asks nothing.
    Chat,
}

/// The things that a question can be. Of two that explain a question alike the first one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    /// What no report answers: chatter, help, arithmetic, attacks.
    OutOfDomain,
    /// Points back at what was shown.
    Anaphora,
    /// Asks what a number stands for.
    Reverse,
    /// Asks whether a number is right.
    Verify,
    /// Asks what a name stands for.
    Describe,
    /// A level of the outline.
    Outline,
    /// Facts of several initiatives.
    Facts,
    /// Figures beyond a bound.
    Filter,
    /// Figures by size.
    Rank,
    /// Two figures side by side.
    Compare,
    /// The figures of something.
    List,
    /// A name of several initiatives.
    AmbiguousName,
    /// Figures added up.
    Sum,
    /// Several things named side by side.
    Coordination,
    /// One figure, fact or initiative, or several asks in a row.
    Lookup,
}

/// A verdict with what it was carried over from the conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Understanding {
    /// What the question comes to.
    pub verdict: Verdict,
    /// The initiative (its first document) that was carried over, if one was.
    pub carried: Option<Doc>,
    /// For a no: what stands in the way.
    pub obstacle: Option<Obstacle>,
    /// Of several asks the words of those that found nothing.
    pub unanswered: Vec<String>,
}

impl Understanding {
    /// A verdict that stands for itself.
    #[must_use]
    pub fn of(verdict: Verdict) -> Self {
        Self { verdict, carried: None, obstacle: None, unanswered: Vec::new() }
    }
}

/// What stands in the way of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// The words of the question that rule the figures out, as typed; none where only something is missing.
    pub words: Vec<String>,
    /// Why they do.
    pub veto: Veto,
    /// The figures that come nearest, the best one first.
    pub nearest: Vec<Doc>,
}
