//! An answer as plain data: what is said, line by line, and what it stands on.
//! Knows no channel: each renders it in its own form ([`super::plain`], [`super::html`]).

/// What sort of answer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One or more figures were asked for.
    Figure,
    /// An initiative is described.
    Initiative,
    /// Figures, initiatives or headings are listed.
    List,
    /// Two figures are held side by side.
    Compare,
    /// Figures are ordered by size.
    Rank,
    /// What a number stands for.
    Number,
    /// A tie: the asker chooses among the suggestions.
    Choose,
    /// The initiative is there, the measure is not reported.
    Absent,
    /// Not in this report.
    Unknown,
    /// Greeting, who are you, what can you do.
    Help,
}

impl Kind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 10] = [
        Self::Figure,
        Self::Initiative,
        Self::List,
        Self::Compare,
        Self::Rank,
        Self::Number,
        Self::Choose,
        Self::Absent,
        Self::Unknown,
        Self::Help,
    ];

    /// The name that other programs read.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Initiative => "initiative",
            Self::List => "list",
            Self::Compare => "compare",
            Self::Rank => "rank",
            Self::Number => "number",
            Self::Choose => "choose",
            Self::Absent => "absent",
            Self::Unknown => "unknown",
            Self::Help => "help",
        }
    }

    /// True where the question found what it asked for, or needed nothing found.
    #[must_use]
    pub fn is_answered(self) -> bool {
        !matches!(self, Self::Choose | Self::Absent | Self::Unknown)
    }
}

/// What a line is in the answer; decides its form in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The answer itself: the first line, what a lock screen shows.
    Headline,
    /// One or two lines that explain it.
    Detail,
    /// A row of a list; long lists may be folded.
    Row,
    /// Where it stands in the report.
    Source,
    /// What was carried over from the conversation, or read into the question.
    Note,
}

/// One line of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the line is.
    pub role: Role,
    /// The part of the line that channels make bold (the figure); may be empty.
    pub strong: String,
    /// The rest of the line.
    pub text: String,
}

/// Points to a figure or an initiative of one of the loaded reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A figure: position of the report, position of the figure in it.
    Figure(usize, usize),
    /// An initiative: position of the report, position of the initiative in it.
    Initiative(usize, usize),
    /// A part: position of the report, position of the part in it.
    Part(usize, usize),
    /// A section: position of the report, position of the section in it.
    Section(usize, usize),
    /// A report as a whole: its position. What it opens is its outline.
    Report(usize),
}

/// Something that the asker could ask next, or choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What stands on the button.
    pub label: String,
    /// The question that it asks.
    pub question: String,
    /// What it opens, where that is known.
    pub target: Option<Target>,
}

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What sort of answer it is.
    pub kind: Kind,
    /// What is said, first line first. Never empty.
    pub lines: Vec<Line>,
    /// What answers the question and nothing more, the first one first.
    pub targets: Vec<Target>,
    /// Up to three further questions, or the choices.
    pub suggestions: Vec<Suggestion>,
}
