//! The roles that a known word can play in a question.
//! Finds no word: that is [`crate::matcher::vocabulary`]'s.

use crate::matcher::lexicon::cue::Cue;

/// How a word turns round what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contrary {
    /// It was undone: 撤销 退出.
    Removal,
    /// Of people, they left; of anything else, it was done: 跑了 走掉.
    Leaving,
    /// It came to nothing: 失败 落选.
    Failure,
    /// It is left over: 剩下 还差.
    Remainder,
    /// It was planned, wished or applied for: 打算 报名.
    Attempt,
}

/// What sort of time a word or a span of a question says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// A year by its number.
    Year(i64),
    /// Several years: 近五年, 十四五以来.
    Span,
    /// A part of a year: 三月份, 下半年, 上个星期.
    Part,
    /// A day or a season that a report may speak of: 国庆, 立冬.
    Festival,
    /// Another term of office: 上一届.
    Term,
    /// This year beside another: 比去年.
    Comparison,
}

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
    Colloquial(usize),
    /// A noun that asks for a measure: position in [`crate::matcher::lexicon::lists::Lexicon::measures`].
    MeasureNoun(usize),
    /// A word of a group of synonyms: position in [`crate::matcher::lexicon::lists::Lexicon::synonyms`].
    Group(usize),
    /// The same of a group of what reports rarely count: position in [`super::lists::Lexicon::synonyms`].
    Unreported(usize),
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
    /// Negates what follows: 没 未 不.
    Negator,
    /// A negator that is often typed for a character that looks like it: 未 for 末.
    LooksAlike,
    /// Negates nothing, though a negator stands in it: 不少 不好意思.
    Fixed,
    /// Behind a negator, speaks of the person who asks: 懂 知道.
    Speaker,
    /// Says that something was undone, failed, is left over or only meant.
    Contrary(Contrary),
    /// A time.
    Time(TimeKind),
    /// Narrows what is counted to what follows.
    Only,
    /// A body above or below one's own.
    Kindred,
    /// An ending by which an unknown name is that of a body or a place.
    Ending,
    /// What people call a part of their own place or body by.
    Circle,
    /// An n-gram of a report's text.
    Gram,
}

impl Role {
    /// True for a role in which a word says what a document is about, and so has a list of the documents where it stands.
    pub(crate) fn has_documents(self) -> bool {
        match self {
            Self::Name
            | Self::Gram
            | Self::Group(_)
            | Self::Unreported(_)
            | Self::Elsewhere
            | Self::Subject
            | Self::Within
            | Self::Contrary(_)
            | Self::Kindred
            | Self::Time(_)
            | Self::Circle
            | Self::MeasureNoun(_) => true,
            Self::Stop
            | Self::Infix
            | Self::Cue(_)
            | Self::Unit(_)
            | Self::Colloquial(_)
            | Self::Scope(_)
            | Self::Home(_)
            | Self::Programme
            | Self::Negator
            | Self::LooksAlike
            | Self::Fixed
            | Self::Speaker
            | Self::Only
            | Self::Ending
            | Self::Refused => false,
        }
    }
}
