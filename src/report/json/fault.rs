//! What can be wrong with JSON as people write it. The sentences stand in `words`.

/// Something that is written wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) enum Fault {
    /// Quotation marks that are not `"`.
    WideQuote(String),
    /// `，` `、` or `；` instead of a comma.
    WideComma(char),
    /// `：` or `=` instead of a colon.
    WideColon(char),
    /// A bracket of a Chinese keyboard.
    WideBracket(char),
    /// `８５８８`: digits of a Chinese keyboard.
    WideDigits(String),
    /// A blank that is none: of full width, or one that nobody sees.
    StrangeSpace,
    /// A comma is missing here.
    MissingComma,
    /// A comma with nothing behind it.
    CommaAtEnd,
    /// Two commas, or one at the beginning.
    ExtraComma,
    /// A colon is missing between a name and its value.
    MissingColon,
    /// Nothing stands behind a colon or between two commas.
    MissingValue,
    /// The name of a field without quotation marks.
    BareKey(String),
    /// A value without quotation marks that is no number.
    BareText(String),
    /// A quotation mark is opened and not closed in its line.
    OpenQuote,
    /// A line ends inside of quotation marks that are closed in the next.
    LineBreak,
    /// A tab or the like inside of quotation marks.
    Control,
    /// A backslash with something behind it that has no meaning.
    Escape,
    /// A bracket is opened and never closed.
    Unclosed(char),
    /// The text ends before these brackets are closed: it is cut off.
    CutOff(String),
    /// A bracket is missing before this one.
    MissingBracket(char),
    /// One bracket stands where the other kind is due.
    WrongBracket(char, char),
    /// A comment: JSON has none.
    Comment,
    /// Something behind the last bracket.
    Rest,
    /// A character that belongs nowhere.
    Strange(char),
    /// Brackets in brackets without end.
    TooDeep,
    /// Nothing at all.
    Empty,
    /// Text that begins with no bracket.
    PlainText,
    /// A page of the web.
    Html,
}

impl Fault {
    /// True for a fault that is told alone: nothing of the text can be read.
    pub(in crate::report) fn is_of_all(&self) -> bool {
        matches!(self, Self::Empty | Self::PlainText | Self::Html)
    }

    /// True where what stands behind may be read otherwise than it was meant.
    pub(in crate::report) fn is_heavy(&self) -> bool {
        matches!(
            self,
            Self::OpenQuote
                | Self::Unclosed(_)
                | Self::CutOff(_)
                | Self::PlainText
                | Self::Html
                | Self::MissingBracket(_)
                | Self::WrongBracket(..)
                | Self::Rest
                | Self::Strange(_)
                | Self::TooDeep
                | Self::Empty
        )
    }
}
