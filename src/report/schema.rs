//! The JSON Schema that editors use, held against the types that the bot reads: they may not drift apart.
//! Only tests; `UPDATE_SCHEMA=1 cargo test schema` writes the file anew.
#![cfg(test)]

use super::files::read_text;
use super::written::ReportFile;
use serde_json::Value;
use std::path::PathBuf;

const SCHEMA: &str = "data/schema/report.schema.json";

fn in_repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The JSON in a file of the repository.
pub(crate) fn json(path: &str) -> Value {
    serde_json::from_str(&read_text(&in_repository(path)).unwrap()).unwrap()
}

/// Fails where the schema file is not that of the types; `UPDATE_SCHEMA` writes it anew.
pub(crate) fn assert_schema_of_types(path: &str, schema: &schemars::Schema) {
    let text = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(in_repository(path), &text).unwrap();
    }
    let written = read_text(&in_repository(path)).unwrap();
    assert!(written == text, "{path} is not that of the types: UPDATE_SCHEMA=1 cargo test schema");
}

#[test]
fn the_schema_is_that_of_the_types() {
    assert_schema_of_types(SCHEMA, &schemars::schema_for!(ReportFile));
}

#[test]
fn the_data_follows_the_schema() {
    let validator = jsonschema::validator_for(&json(SCHEMA)).unwrap();
    for (path, text) in super::builtin::REPORTS.iter().map(|it| it.0) {
        let report: Value = serde_json::from_str(text).unwrap();
        let problems: Vec<String> = validator.iter_errors(&report).map(|it| it.to_string()).collect();
        assert!(problems.is_empty(), "{path}: {problems:#?}");
    }
}

#[test]
fn the_schema_refuses_unknown_fields() {
    let validator = jsonschema::validator_for(&json(SCHEMA)).unwrap();
    let mut report: Value = serde_json::from_str(super::builtin::REPORTS[0].0.1).unwrap();
    let initiative = "/parts/0/sections/0/initiatives/0";
    for around in ["", "/body", "/parts/0", initiative, &format!("{initiative}/figures/0")] {
        let object = report.pointer_mut(around).unwrap().as_object_mut().unwrap();
        object.insert("colour".to_owned(), Value::from("red"));
        assert!(!validator.is_valid(&report), "an unknown field below {around:?} passes");
        report.pointer_mut(around).unwrap().as_object_mut().unwrap().remove("colour");
    }
    assert!(validator.is_valid(&report));
}
