//! The form of a data file: what its schema refuses, each told with its cure, and something harmless in its place so that the
//! rest can be read. Says nothing of what fields mean: [`super::check`] does.

use super::json::{self, Fault};
use super::place::{LineColumn, Places, escape, is_under};
use super::problem::Finding;
use super::schema::Schema;
use super::words;
use jsonschema::error::ValidationErrorKind;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What stands in for one field may lack fields of its own: so many levels has a report.
const ROUNDS: usize = 12;

/// Stands in for a year that cannot be read: any that raises no further finding.
const STAND_IN_YEAR: u16 = 2000;

/// What could be read of a text.
#[derive(Debug)]
pub(super) struct Formed<T> {
    /// The file, with something harmless where a field was wrong; none where it is past that.
    pub(super) file: Option<T>,
    /// What is written wrong, whatever the fields are.
    pub(super) faults: Vec<(LineColumn, Fault)>,
    /// What is wrong with the fields.
    pub(super) findings: Vec<Finding>,
    /// Pointers to what stands in for a wrong field: no further finding about those is worth telling.
    pub(super) mended: Vec<String>,
    pub(super) places: Places,
}

/// Reads a text that something is wrong with.
pub(super) fn read<T: DeserializeOwned>(text: &str, schema: &Schema) -> Formed<T> {
    let json::Json { value, places, faults } = json::read(text);
    let mut form = Form { value, schema, findings: repeated_keys(&places), mended: Vec::new(), places };
    let is_empty = faults.iter().any(|it| it.1.is_of_all());
    for _ in 0..ROUNDS {
        if is_empty || !form.mend_all() {
            break;
        }
    }
    let file = serde_json::from_value(form.value).ok();
    // What no schema sees, and no type takes. Nothing may pass in silence.
    if file.is_none() && faults.is_empty() && form.findings.is_empty() {
        form.findings.push(Finding::error(String::new(), words::wrong()));
    }
    Formed { file, faults, findings: form.findings, mended: form.mended, places: form.places }
}

fn repeated_keys(places: &Places) -> Vec<Finding> {
    let last = |pointer: &str| pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let mut told: Vec<String> = Vec::new();
    for pointer in &places.repeated {
        // What stands below a repeated key is there twice as well.
        if !is_under(pointer, &told) {
            told.push(pointer.clone());
        }
    }
    told.into_iter().map(|it| Finding::error(it.clone(), words::repeated_key(&last(&it)))).collect()
}

/// What is wrong with the form of one place.
enum Complaint {
    Unknown(String),
    Missing(String),
    Type,
    Choice,
    OutOfRange,
}

struct Form<'s> {
    value: Value,
    schema: &'s Schema,
    findings: Vec<Finding>,
    mended: Vec<String>,
    places: Places,
}

impl Form<'_> {
    /// Tells everything that the schema refuses and mends it; false where there was nothing to mend.
    fn mend_all(&mut self) -> bool {
        let mut complaints = self.complaints();
        // What is read as another field may be the one that is missing.
        if complaints.iter().any(|it| matches!(it.1, Complaint::Unknown(_))) {
            complaints.retain(|it| matches!(it.1, Complaint::Unknown(_)));
        }
        for (pointer, complaint) in &complaints {
            self.tell(pointer, complaint);
            self.mend(pointer, complaint);
        }
        !complaints.is_empty()
    }

    /// What the schema refuses, but for what `check` tells in better words.
    fn complaints(&self) -> Vec<(String, Complaint)> {
        let Some(validator) = self.schema.validator() else { return Vec::new() };
        let mut found = Vec::new();
        for error in validator.iter_errors(&self.value) {
            let pointer = error.instance_path().to_string();
            match error.kind() {
                ValidationErrorKind::AdditionalProperties { unexpected } => {
                    found.extend(
                        unexpected.iter().map(|it| (pointer.clone(), Complaint::Unknown(it.clone()))),
                    );
                }
                ValidationErrorKind::Required { property } => {
                    let name = property.as_str().unwrap_or_default().to_owned();
                    found.push((pointer, Complaint::Missing(name)));
                }
                ValidationErrorKind::Type { .. } => found.push((pointer, Complaint::Type)),
                ValidationErrorKind::Enum { .. } | ValidationErrorKind::OneOfNotValid { .. }
                    if !self.schema.choices(&pointer).is_empty() && !is_qualifier(&pointer) =>
                {
                    found.push((pointer, Complaint::Choice));
                }
                ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
                    found.push((pointer, Complaint::OutOfRange));
                }
                _ => {}
            }
        }
        found.extend(self.broken_integers());
        found
    }

    /// 2024.0 is an integer to a schema and none to the type that it is read into.
    fn broken_integers(&self) -> Vec<(String, Complaint)> {
        let pointers = self.schema.fields("").into_iter().map(|it| format!("/{}", escape(it.0)));
        let is_broken =
            |it: &String| self.expected(it) == "integer" && self.value.pointer(it).is_some_and(Value::is_f64);
        pointers.filter(is_broken).map(|it| (it, Complaint::Type)).collect()
    }

    fn tell(&mut self, pointer: &str, complaint: &Complaint) {
        let below = |name: &str| format!("{pointer}/{}", escape(name));
        let fields = self.schema.fields(pointer);
        let title = |name: &str| fields.iter().find(|it| it.0 == name).map_or("", |it| it.1);
        let (at, what) = match complaint {
            Complaint::Unknown(name) => {
                (below(name), words::unknown_field(name, meant(name, &fields), &fields))
            }
            Complaint::Missing(name) => (below(name), words::missing_field(name, title(name))),
            Complaint::Type => (pointer.to_owned(), words::wrong_type(self.expected(pointer))),
            Complaint::OutOfRange => {
                let found = self.value.pointer(pointer).map(shown).unwrap_or_default();
                (pointer.to_owned(), words::odd_year(&found))
            }
            Complaint::Choice => {
                let found = self.value.pointer(pointer).map(shown).unwrap_or_default();
                (pointer.to_owned(), words::unknown_choice(&found, &self.schema.choices(pointer)))
            }
        };
        if !is_under(&at, &self.mended) {
            self.findings.push(Finding::error(at.clone(), what));
            self.mended.push(at);
        }
    }

    fn mend(&mut self, pointer: &str, complaint: &Complaint) {
        let field = match complaint {
            Complaint::Unknown(name) | Complaint::Missing(name) => format!("{pointer}/{}", escape(name)),
            Complaint::Type | Complaint::Choice | Complaint::OutOfRange => pointer.to_owned(),
        };
        let stand_in = self.stand_in(&field);
        let fields = self.schema.fields(pointer);
        let Some(place) = self.value.pointer_mut(pointer) else { return };
        match (complaint, place) {
            (Complaint::Unknown(name), Value::Object(map)) => {
                // What may have been meant is read as that, so that what stands in it is looked at as well.
                let value = map.remove(name).unwrap_or_default();
                let meant = meant(name, &fields).map(|it| it.0).filter(|it| !map.contains_key(*it));
                if let Some(meant) = meant {
                    self.places.also_at(&field, &format!("{pointer}/{meant}"));
                    map.insert(meant.to_owned(), value);
                }
            }
            (Complaint::Missing(name), Value::Object(map)) => drop(map.insert(name.clone(), stand_in)),
            (Complaint::Type | Complaint::Choice | Complaint::OutOfRange, place) => *place = stand_in,
            _ => {}
        }
    }

    /// The JSON type that is due at a place.
    fn expected(&self, pointer: &str) -> &str {
        let of = self.schema.at(pointer).and_then(|it| it.get("type"));
        let name = |it: &'_ Value| it.as_str().map(str::to_owned).is_some();
        match of {
            Some(Value::Array(all)) => all.iter().filter(|it| name(it)).find_map(Value::as_str).unwrap_or(""),
            Some(one) => one.as_str().unwrap_or(""),
            None if self.schema.choices(pointer).is_empty() => "",
            None => "string",
        }
    }

    /// Something harmless of the form that is due.
    fn stand_in(&self, pointer: &str) -> Value {
        match self.expected(pointer) {
            "string" => Value::from(self.schema.choices(pointer).first().copied().unwrap_or("")),
            "array" => Value::Array(Vec::new()),
            "object" => Value::Object(Map::new()),
            "boolean" => Value::Bool(false),
            "integer" | "number" => Value::from(STAND_IN_YEAR),
            _ => Value::Null,
        }
    }
}

/// A name this much like another one is worth proposing: half of the letters in common.
const LIKE: f64 = 0.5;

/// The field that may have been meant by a name: by its name in Chinese, or by letters.
fn meant<'f>(name: &str, known: &[(&'f str, &'f str)]) -> Option<(&'f str, &'f str)> {
    let likeness = |it: &&(&str, &str)| strsim::normalized_levenshtein(name, it.0);
    let nearest = known.iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    let by_title = known.iter().find(|it| it.1 == name);
    by_title.or_else(|| nearest.filter(|it| likeness(it) >= LIKE)).copied()
}

/// Which words may stand with a figure, `check` tells by their kinds.
fn is_qualifier(pointer: &str) -> bool {
    pointer.rsplit('/').nth(1) == Some("qualifiers")
}

/// A value as it is told.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::schema::of_reports;
    use super::{Formed, read};
    use crate::report::written::ReportFile;

    /// What is told of a text, each as `pointer: words`.
    fn told(text: &str) -> Vec<String> {
        let formed: Formed<ReportFile> = read(text, of_reports());
        assert!(formed.file.is_some(), "the rest cannot be read");
        formed.findings.into_iter().map(|it| format!("{}: {}", it.pointer, it.what)).collect()
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
