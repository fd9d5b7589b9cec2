//! Every weight and threshold of the matcher, each with its name and its reason. What a cover of a text costs stands with
//! the cover ([`crate::matcher::tokenize::lattice`], [`crate::matcher::tokenize::latin`]). Holds no logic.

// How strongly a word speaks, and how much it weighs

/// A synonym says a little less than the word itself.
pub(crate) const SYNONYM: f32 = 0.88;
/// A token of two to four characters out of a report's text is chance more often than a word.
pub(crate) const GRAM: f32 = 0.8;
/// A known word inside a longer one says less than standing alone.
pub(crate) const INSIDE: f32 = 0.8;
/// A word in doubt says less, so that of two readings the exact one wins: exact, sound, initials, slip.
pub(crate) const TIER: [f32; 5] = [1.0, 0.96, 0.92, 0.88, 0.0];
/// A word that speaks at least this strongly for a document is explained by it.
pub(crate) const EXPLAINED: f32 = 0.45;
/// A word is counted for the initiatives where it stands about as strongly as anywhere: not where only a synonym stands.
pub(crate) const ALIKE: f32 = 0.93;
/// A word of one character is a token of many others.
pub(crate) const SINGLE: f32 = 0.4;
/// A word belongs to an initiative from this strength on: it stands in a label or a name, not merely in the text.
pub(crate) const BELONGS: f32 = 0.55;

// How the parts add up

/// What nothing explains costs half of what it would bring: between two figures the better explained one wins.
pub(crate) const UNEXPLAINED: f32 = 0.5;
/// The figure has just the measure that was asked for. Worth a third of a rare word: it decides between neighbours,
/// never between initiatives.
pub(crate) const MEASURE: f32 = 0.35;
/// The measure word is what people say for the unit: 位 for 名, 次 for 场.
pub(crate) const SAID_FOR: f32 = 0.25;
/// The measure is one that people use for it carelessly (几个 for 名).
pub(crate) const LOOSE: f32 = 0.1;
/// The noun behind 多少 is what the label ends with: just that is counted.
pub(crate) const HEAD: f32 = 0.3;
/// The noun before 多少 is what the label ends with: 青年之家有多少个 counts them, not what is done there.
pub(crate) const HEAD_BEFORE: f32 = 0.15;
/// The noun behind 多少 is not what the label ends with.
pub(crate) const NOT_HEAD: f32 = 0.25;
/// A figure for one scope is not meant when no scope is said and a neighbour has none.
pub(crate) const MARKED: f32 = 0.15;
/// A word in the text of an initiative explains the question, though it does not choose the figure: for how much is
/// explained it counts this much.
pub(crate) const IN_TEXT: f32 = 0.85;
/// From this strength on a word stands in the text of the initiative at least.
pub(crate) const STANDS: f32 = 0.4;
/// Below this strength a name is not even mentioned where a figure stands.
pub(crate) const MENTIONED: f32 = 0.3;
/// From this strength on a word stands in the label, or is the programme that a figure is about.
pub(crate) const LABELLED: f32 = 0.85;
/// From this strength on a word stands in the name of the initiative or of one of its programmes.
pub(crate) const NAMES: f32 = 0.6;
/// What the figure of the last answer was counted in.
pub(crate) const TOPIC_MEASURE: f32 = 0.07;
/// The dimension of scopes that say what was added: a plain question means what stands.
pub(crate) const CHANGE: &str = "change";
/// The dimension of scopes that say whose something is: of the province, the city, the county.
pub(crate) const LEVEL: &str = "level";
/// The dimension of scopes that say where something was done: online or at a place.
pub(crate) const CHANNEL: &str = "channel";
/// Words that say little still break ties.
pub(crate) const LIGHT: f32 = 0.12;
/// How much of the label the question says: breaks ties in favour of the figure that is described most fully.
pub(crate) const LABEL_COVERAGE: f32 = 0.15;
/// What the conversation is about.
pub(crate) const TOPIC: f32 = 0.3;
/// A run of unknown Chinese characters weighs this much for each, up to [`UNKNOWN_MOST`]: two or three make a word.
pub(crate) const UNKNOWN: f32 = 0.17;
/// A single unknown character is a slip more often than a word.
pub(crate) const UNKNOWN_LETTER: f32 = 0.1;
/// See [`UNKNOWN`].
pub(crate) const UNKNOWN_MOST: f32 = 0.75;
/// An unknown Latin word.
pub(crate) const UNKNOWN_LATIN: f32 = 0.3;
/// A word of the lists that the report has nowhere: known to be about something else.
pub(crate) const ABSENT_WORD: f32 = 0.8;
/// A word of at least this weight is as rare as a name: it may pin the question to its initiative.
pub(crate) const RARE: f32 = 0.9;
/// An excluded word that all figures of an initiative have this strongly excludes none of them.
pub(crate) const SHARED: f32 = 0.8;
/// A word that speaks for no document more than this stands nowhere in the reports.
pub(crate) const FAINT: f32 = 0.2;

// How sure is sure enough

/// A figure that is asked for must explain this share of what the question says.
pub(crate) const SURE: f32 = 0.55;
/// With the unit asked for and a clear lead, this share is enough: people describe at length.
pub(crate) const LIKELY: f32 = 0.38;
/// See [`LIKELY`]: more than any one bonus.
pub(crate) const LEAD: f32 = 0.4;
/// Where nothing asks for a number, a figure must explain nearly everything.
pub(crate) const SURE_BARE: f32 = 0.72;
/// An initiative is recognised, though the measure is not reported, from this share on.
pub(crate) const RECOGNISED: f32 = 0.42;
/// The best word must be at least this strong: a coverage of faint words is chance.
pub(crate) const NAMED: f32 = 0.2;
/// An initiative whose measure is not reported must be named more strongly than a figure that is.
pub(crate) const NAMED_AT_ALL: f32 = 0.3;
/// Scores closer than this are a tie: less than what one word of a label can do.
pub(crate) const TIE: f32 = 0.06;
/// A fact is told instead of a figure when it scores this much more.
pub(crate) const FACT_LEAD: f32 = 0.25;

// Clauses and lists

/// A window of clauses that explains this much is taken whole, however long it is.
pub(crate) const WHOLE: f32 = 0.7;
/// A word stands in a figure's label or names its programme as typed.
pub(crate) const NAMED_OUTRIGHT: f32 = 0.89;
/// An item of a list is named by at most so many words; what is longer is a clause.
pub(crate) const ITEM: usize = 3;
/// A name of so many characters names by itself.
pub(crate) const NAME: usize = 3;
/// A question names at most so many things side by side.
pub(crate) const ITEMS: usize = 8;
/// With so few clauses none is a mere remark.
pub(crate) const FEW: usize = 2;
/// At most so many windows of a question are tried: more clauses than that are no question.
pub(crate) const WINDOWS: usize = 24;
/// A clause of at most so many tokens that names another place is a condition, not a remark.
pub(crate) const CONDITION: usize = 4;
/// A figure is not meant where another initiative explains so much more of the question, though it has no such figure.
pub(crate) const OUTDONE: f32 = 0.3;
