//! Reads a data file and tells every field that is missing, unknown or of the wrong form, not the first alone.
//! Says nothing of what the fields mean: [`super::check`] does.

use super::place::{Places, escape};
use super::problem::Finding;
use super::words;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// More problems of form than this in one file are not told at once: it is some other kind of file.
const MOST_MENDED: usize = 200;

/// Stands in for a year that cannot be read: any that raises no further finding.
const STAND_IN_YEAR: u16 = 2000;

/// What could be read.
#[derive(Debug)]
pub(super) struct Decoded<T> {
    /// The file, with something harmless where a field was wrong; none where it is past that.
    pub(super) file: Option<T>,
    /// What was wrong.
    pub(super) findings: Vec<Finding>,
    /// Pointers to what stands in for a wrong field: no further finding about those is worth telling.
    pub(super) mended: Vec<String>,
}

/// Reads a text that is well-formed JSON.
pub(super) fn decode<T: DeserializeOwned>(value: Value, places: &Places) -> Decoded<T> {
    let mut decoded = Decoded { file: None, findings: repeated_keys(places), mended: Vec::new() };
    let mut value = value;
    for _ in 0..MOST_MENDED {
        match serde_path_to_error::deserialize::<_, T>(&value) {
            Ok(file) => {
                decoded.file = Some(file);
                break;
            }
            Err(error) => {
                let complaint = Complaint::of(&error.inner().to_string());
                let around = pointer(error.path());
                if mend(&mut value, &around, &complaint, &mut decoded).is_none() {
                    break;
                }
            }
        }
    }
    decoded
}

fn repeated_keys(places: &Places) -> Vec<Finding> {
    let last = |pointer: &str| pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let mut told: Vec<String> = Vec::new();
    for (pointer, _) in &places.repeated {
        // What stands below a repeated key is there twice as well.
        if !is_under(pointer, &told) {
            told.push(pointer.clone());
        }
    }
    told.into_iter().map(|it| Finding::error(it.clone(), words::repeated_key(&last(&it)))).collect()
}

/// What serde says, taken apart. Its words are stable, and a test holds each form.
#[derive(Debug, PartialEq, Eq)]
enum Complaint {
    UnknownField { name: String, known: Vec<String> },
    MissingField(String),
    UnknownChoice { found: String, known: Vec<String> },
    WrongType(String),
    Other(String),
}

impl Complaint {
    fn of(message: &str) -> Self {
        let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
        let first = quoted.next().unwrap_or_default();
        let known: Vec<String> = quoted.collect();
        if message.starts_with("unknown field") {
            Self::UnknownField { name: first, known }
        } else if message.starts_with("missing field") {
            Self::MissingField(first)
        } else if message.starts_with("unknown variant") {
            Self::UnknownChoice { found: first, known }
        } else if let Some((_, expected)) = message.rsplit_once(", expected ") {
            Self::WrongType(expected.to_owned())
        } else {
            Self::Other(message.to_owned())
        }
    }

    fn words(&self) -> String {
        match self {
            Self::UnknownField { name, known } => words::unknown_field(name, known),
            Self::MissingField(name) => words::missing_field(name),
            Self::UnknownChoice { found, known } => words::unknown_choice(found, known),
            Self::WrongType(expected) => words::wrong_type(expected),
            Self::Other(message) => words::wrong(message),
        }
    }

    /// The key that must not be here: a field of no such name, or one that none of several choices is.
    fn strange_key(&self, value: &Value, around: &str) -> Option<&str> {
        match self {
            Self::UnknownField { name, .. } => Some(name),
            Self::UnknownChoice { found, .. } => {
                let parent = value.pointer(parent_of(around, found))?;
                parent.as_object()?.contains_key(found).then_some(found)
            }
            _ => None,
        }
    }

    /// What can stand where something of another form was found.
    fn stand_in(&self) -> Option<Value> {
        match self {
            Self::UnknownChoice { known, .. } => Some(Value::from(known.first()?.as_str())),
            Self::WrongType(expected) => match expected.as_str() {
                "a string" => Some(Value::from("")),
                "a sequence" => Some(Value::Array(Vec::new())),
                "a map" => Some(Value::Object(serde_json::Map::new())),
                "a boolean" => Some(Value::Bool(false)),
                "u16" => Some(Value::from(STAND_IN_YEAR)),
                _ if expected.starts_with("struct ") => Some(Value::Object(serde_json::Map::new())),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Tells one complaint and puts something harmless in its place; none where nothing can be put there.
fn mend<T>(value: &mut Value, around: &str, complaint: &Complaint, decoded: &mut Decoded<T>) -> Option<()> {
    let strange_key = complaint.strange_key(value, around);
    let told = match complaint {
        _ if let Some(name) = strange_key => {
            let parent = parent_of(around, name);
            value.pointer_mut(parent)?.as_object_mut()?.remove(name)?;
            format!("{parent}/{}", escape(name))
        }
        Complaint::MissingField(name) => {
            value.pointer_mut(around)?.as_object_mut()?.insert(name.clone(), Value::Null);
            format!("{around}/{name}")
        }
        _ => around.to_owned(),
    };
    if !is_under(&told, &decoded.mended) {
        decoded.findings.push(Finding::error(told.clone(), complaint.words()));
        decoded.mended.push(told);
    }
    if strange_key.is_none() && !matches!(complaint, Complaint::MissingField(_)) {
        *value.pointer_mut(around)? = complaint.stand_in()?;
    }
    Some(())
}

/// The object that an unknown field stands in: the path may name the field already.
fn parent_of<'a>(around: &'a str, name: &str) -> &'a str {
    around.strip_suffix(&escape(name)).and_then(|it| it.strip_suffix('/')).unwrap_or(around)
}

/// True where a pointer is one of these or lies below one.
pub(super) fn is_under(pointer: &str, mended: &[String]) -> bool {
    let below =
        |it: &String| pointer.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    mended.iter().any(below)
}

fn pointer(path: &Path) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escape(key)),
        Segment::Enum { variant } => format!("/{}", escape(variant)),
        Segment::Unknown => String::new(),
    };
    path.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::{Decoded, Places, decode};
    use crate::report::written::ReportFile;

    /// What is told of a text, each as `pointer: words`.
    fn told(text: &str) -> Vec<String> {
        let value = serde_json::from_str(text).unwrap();
        let decoded: Decoded<ReportFile> = decode(value, &Places::of(text));
        decoded.findings.into_iter().map(|it| format!("{}: {}", it.pointer, it.what)).collect()
    }

    const HEAD: &str =
        r#""id": "a", "title": "b", "body": {"name": "c"}, "place": {"name": "d"}, "source": "e""#;

    #[test]
    fn every_wrong_field_is_told() {
        let text = format!(
            r#"{{{HEAD}, "year": "2024", "colour": 1, "parts": [{{"title": 7, "sections": [
                {{"title": "x", "initiatives": [{{"id": "i", "title": "t", "figures": [
                {{"id": "f", "label": "l", "value": 600, "printed": "600", "nature": "both", "open": true}}]}}]}}]}}]}}"#
        );
        insta::assert_snapshot!(told(&text).join("\n"));
    }

    #[test]
    fn a_file_of_another_kind_is_told_too() {
        insta::assert_snapshot!("of_another_kind", told("[1, 2]").join("\n"));
        insta::assert_snapshot!("empty_object", told("{}").join("\n"));
    }
}
