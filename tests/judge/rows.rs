//! Question files: one JSON object a line, a question or a whole talk; keys as `seeds/leshan-2024/README.md` tells.
//! Judges nothing.

use serde::Deserialize;
use serde::de::IgnoredAny;
use std::path::Path;

/// Whether the bot may be tuned to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Set {
    /// Anybody may look at it.
    #[default]
    Open,
    /// Set aside: scored, never looked at while tuning.
    HeldOut,
}

/// What sort of answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Wanted {
    Figure,
    Describe,
    #[serde(alias = "list", alias = "compare")]
    Many,
    Rank,
    Reverse,
    Abstain,
}

/// One question and what is right.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) class: String,
    pub(crate) set: Set,
    pub(crate) question: String,
    pub(crate) kind: Wanted,
    pub(crate) values: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) forbid: Vec<String>,
    /// True where all of `names` must be said, not any one.
    pub(crate) all: bool,
}

/// What one person says, turn by turn; a question by itself is a talk of one turn.
pub(crate) struct Talk {
    pub(crate) turns: Vec<Row>,
}

/// A line of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: String,
    cls: Option<String>,
    #[serde(default)]
    set: Set,
    q: Option<String>,
    kind: Option<Wanted>,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    forbid: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    turns: Vec<Line>,
    // What only questions over several reports have; `tests/several.rs` judges those.
    #[serde(default, rename = "reports")]
    _reports: IgnoredAny,
    #[serde(default, rename = "derived_any")]
    _derived: IgnoredAny,
    #[serde(default, rename = "bound")]
    _bound: IgnoredAny,
    #[serde(default, rename = "never")]
    _never: IgnoredAny,
    #[serde(default, rename = "may")]
    _may: IgnoredAny,
    #[serde(default, rename = "optional")]
    _optional: IgnoredAny,
}

/// The talks of one file.
pub(crate) fn from_file(path: &Path) -> Vec<Talk> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let line = |(at, line): (usize, &str)| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), at + 1))
    };
    text.lines().enumerate().map(line).map(talk).collect()
}

/// The questions and dialogues of a folder.
pub(crate) fn from_folder(folder: &Path) -> Vec<Talk> {
    let mut talks = from_file(&folder.join("questions.jsonl"));
    talks.extend(from_file(&folder.join("dialogues.jsonl")));
    talks
}

fn talk(line: Line) -> Talk {
    let (id, set) = (line.id.clone(), line.set);
    if line.turns.is_empty() {
        return Talk { turns: vec![row(line)] };
    }
    let of = |(at, turn): (usize, Line)| Row {
        id: format!("{id}.{}", at + 1),
        class: "dialogue".to_owned(),
        set,
        ..row(turn)
    };
    Talk { turns: line.turns.into_iter().enumerate().map(of).collect() }
}

fn row(line: Line) -> Row {
    let usual = if line.values.is_empty() { Wanted::Abstain } else { Wanted::Figure };
    Row {
        id: line.id,
        class: line.cls.unwrap_or_default(),
        set: line.set,
        question: line.q.unwrap_or_default(),
        kind: line.kind.unwrap_or(usual),
        values: line.values,
        names: line.names,
        forbid: line.forbid,
        all: line.note.starts_with("need:all"),
    }
}
