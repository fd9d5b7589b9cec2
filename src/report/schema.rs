//! The JSON Schemas of report data and of word lists: what editors show, and what the form of a file is held against.
//! The files are made from the types (`UPDATE_SCHEMA=1 cargo test --lib schema`); tests hold them together.

use jsonschema::Validator;
use serde_json::Value;
use std::sync::LazyLock;

/// The schema of `report.json` as a text: what an editor needs beside the file to explain it.
pub const REPORT: &str = include_str!("../../data/schema/report.schema.json");

/// The schema of `lexicon.json` and of the word lists for all.
pub const LEXICON: &str = include_str!("../../data/schema/lexicon.schema.json");

/// A schema that is ready for use.
#[derive(Debug)]
pub struct Schema {
    json: Value,
    /// None only where the schema itself is broken; a test holds that it is not.
    validator: Option<Validator>,
}

static REPORT_SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::new(REPORT));
static LEXICON_SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::new(LEXICON));

/// The schema of report data.
#[must_use]
pub fn of_reports() -> &'static Schema {
    &REPORT_SCHEMA
}

/// The schema of word lists.
#[must_use]
pub fn of_lexicons() -> &'static Schema {
    &LEXICON_SCHEMA
}

impl Schema {
    fn new(text: &str) -> Self {
        let json: Value = serde_json::from_str(text).unwrap_or_default();
        let validator = jsonschema::validator_for(&json).ok();
        Self { json, validator }
    }

    /// What holds a value against it.
    pub(super) fn validator(&self) -> Option<&Validator> {
        self.validator.as_ref()
    }

    /// What the schema says of the place that a pointer into the data names.
    pub(super) fn at(&self, pointer: &str) -> Option<&Value> {
        let mut here = self.followed(&self.json)?;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            let named = here.get("properties").and_then(|it| it.get(&step));
            let below = named.or_else(|| here.get("items")).or_else(|| here.get("additionalProperties"))?;
            here = self.followed(below)?;
        }
        Some(here)
    }

    /// A schema, or the one that it refers to.
    fn followed<'s>(&'s self, here: &'s Value) -> Option<&'s Value> {
        match here.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.json.pointer(reference.strip_prefix('#')?),
            None => Some(here),
        }
    }

    /// The fields that may stand in the object at a pointer, each with its name for people, if it has one.
    pub(super) fn fields(&self, pointer: &str) -> Vec<(&str, &str)> {
        let properties = self.at(pointer).and_then(|it| it.get("properties")?.as_object());
        let named = |(name, schema): (&'_ String, &'_ Value)| name != "$schema" || schema.is_null();
        let fields = properties.into_iter().flatten().filter(|it| named(*it));
        fields
            .map(|(name, it)| (name.as_str(), it.get("title").and_then(Value::as_str).unwrap_or("")))
            .collect()
    }

    /// The texts of which one must stand at a pointer; empty where any may.
    pub(super) fn choices(&self, pointer: &str) -> Vec<&str> {
        let Some(here) = self.at(pointer) else { return Vec::new() };
        let listed = here.get("enum").and_then(Value::as_array).into_iter().flatten();
        let apart = here.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        listed.chain(apart.filter_map(|it| it.get("const"))).filter_map(Value::as_str).collect()
    }
}

#[cfg(test)]
mod tooltips;

/// The schemas held against the types that the bot reads: they may not drift apart.
#[cfg(test)]
pub(crate) mod tests {
    use super::super::files::read_text;
    use super::super::written::ReportFile;
    use super::{Schema, of_lexicons, of_reports, tooltips};
    use serde_json::Value;
    use std::path::PathBuf;

    const SCHEMA: &str = "data/schema/report.schema.json";

    fn in_repository(path: &str) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
    }

    /// Fails where the schema file is not that of the types; `UPDATE_SCHEMA` writes it anew.
    pub(crate) fn assert_schema_of_types(path: &str, schema: &impl serde::Serialize) {
        let text = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(in_repository(path), &text).unwrap();
        }
        let written = read_text(&in_repository(path)).unwrap();
        assert!(written == text, "{path} is not that of the types: UPDATE_SCHEMA=1 cargo test schema");
    }

    fn is_valid(schema: &Schema, value: &Value) -> bool {
        schema.validator().expect("a schema that is well").is_valid(value)
    }

    #[test]
    fn the_schema_is_that_of_the_types() {
        let mut schema = schemars::schema_for!(ReportFile).to_value();
        tooltips::add(&mut schema);
        assert_schema_of_types(SCHEMA, &schema);
    }

    #[test]
    fn both_schemas_are_well() {
        assert!(of_reports().validator().is_some() && of_lexicons().validator().is_some());
    }

    #[test]
    fn the_data_follows_the_schema() {
        for (path, text) in super::super::builtin::REPORTS.iter().map(|it| it.0) {
            let report: Value = serde_json::from_str(text).unwrap();
            let validator = of_reports().validator().unwrap();
            let problems: Vec<String> = validator.iter_errors(&report).map(|it| it.to_string()).collect();
            assert!(problems.is_empty(), "{path}: {problems:#?}");
        }
    }

    #[test]
    fn the_schema_refuses_unknown_fields() {
        let mut report: Value = serde_json::from_str(super::super::builtin::REPORTS[0].0.1).unwrap();
        let initiative = "/parts/0/sections/0/initiatives/0";
        for around in ["", "/body", "/parts/0", initiative, &format!("{initiative}/figures/0")] {
            let object = report.pointer_mut(around).unwrap().as_object_mut().unwrap();
            object.insert("colour".to_owned(), Value::from("red"));
            assert!(!is_valid(of_reports(), &report), "an unknown field below {around:?} passes");
            report.pointer_mut(around).unwrap().as_object_mut().unwrap().remove("colour");
        }
        assert!(is_valid(of_reports(), &report));
    }

    /// The small fictional report.
    fn small() -> Value {
        let text = read_text(&in_repository("tests/data/small/report.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// The small report with one change, as `check` and as the schema see it: true where it passes.
    fn passes(pointer: &str, value: Value) -> (bool, bool) {
        let mut report = small();
        let (around, field) = pointer.rsplit_once('/').unwrap();
        report.pointer_mut(around).unwrap().as_object_mut().unwrap().insert(field.to_owned(), value);
        let text = report.to_string();
        let (_, problems) = super::super::document::read(PathBuf::new(), text);
        (problems.iter().all(super::super::Problem::is_minor), is_valid(of_reports(), &report))
    }

    #[test]
    fn the_schema_refuses_what_check_refuses() {
        let initiative = "/parts/0/sections/0/initiatives/0";
        let figure = |field: &str| format!("{initiative}/figures/0/{field}");
        let of = |field: &str| format!("{initiative}/{field}");
        let texts = |all: &[&str]| Value::from(all.to_vec());
        let rows: Vec<(String, Value, bool)> = vec![
            ("/id".to_owned(), Value::from("云溪 2023"), true),
            ("/id".to_owned(), Value::from(" "), false),
            ("/title".to_owned(), Value::from(""), false),
            ("/title".to_owned(), Value::from("两\n行"), false),
            ("/year".to_owned(), Value::from(23), false),
            ("/year".to_owned(), Value::from(2999), true),
            ("/body/name".to_owned(), Value::from(" "), false),
            ("/place/name".to_owned(), Value::from("云\n溪"), false),
            ("/review".to_owned(), texts(&["请核对"]), true),
            ("/review".to_owned(), texts(&[""]), false),
            ("/parts".to_owned(), Value::Array(Vec::new()), false),
            ("/sections".to_owned(), Value::Array(Vec::new()), true),
            ("/parts/0/sections/0/initiatives".to_owned(), Value::Array(Vec::new()), false),
            (of("title"), Value::from("\t"), false),
            (of("aliases"), texts(&["夜\n校"]), false),
            (of("description"), Value::from(""), false),
            (figure("id"), Value::from("图 1：甲"), true),
            (figure("id"), Value::from(""), false),
            (figure("label"), Value::from("夜校\n开课"), false),
            (figure("value"), Value::from("46期"), false),
            (figure("value"), Value::from("46余"), false),
            (figure("value"), Value::from(""), false),
            (figure("value"), Value::from("四十六"), false),
            (figure("unit"), Value::from("余期"), false),
            (figure("unit"), Value::from("期\n"), false),
            (figure("printed"), Value::from(""), false),
            (figure("printed"), Value::from("46 期"), true),
            (figure("qualifiers"), texts(&["大概"]), false),
            (figure("qualifiers"), texts(&["累计", "共"]), true),
            (figure("nature"), Value::from("both"), false),
            (figure("period"), Value::from("五年来"), true),
            (figure("period"), Value::from(" "), false),
            (figure("colour"), Value::from("red"), false),
            ("/waived/0/printed".to_owned(), Value::from("年份"), false),
            ("/waived/0/reason".to_owned(), Value::from(""), false),
        ];
        for (pointer, value, expected) in rows {
            let seen = passes(&pointer, value.clone());
            // 四十六 is a number, but 46期 is printed: no schema sees that.
            let across = value == "四十六";
            assert_eq!(seen, (expected, expected || across), "{pointer}: {value}");
        }
    }

    #[test]
    fn numbers_that_check_takes_the_schema_takes() {
        for value in
            ["600", "15.2", "1,218", "九百", "10万", "12-15", "一百零五", "二〇", "两千", "12至15", "12～15"]
        {
            let mut report = small();
            report["parts"][0]["sections"][0]["initiatives"][0]["figures"][0]["value"] = Value::from(value);
            assert!(is_valid(of_reports(), &report), "{value}");
        }
    }

    #[test]
    fn a_pointer_into_the_data_finds_its_schema() {
        let nature = "/parts/0/sections/3/initiatives/0/figures/2/nature";
        assert_eq!(of_reports().choices(nature), ["flow", "stock"]);
        assert!(of_reports().fields("/body").iter().any(|it| it.0 == "aliases"));
        assert!(of_reports().at("/no/such/place").is_none());
    }
}
