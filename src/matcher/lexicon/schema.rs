//! The JSON Schema of the word lists, held against the types that the bot reads.
//! Only tests; `UPDATE_SCHEMA=1 cargo test schema` writes the file anew.
#![cfg(test)]

use crate::matcher::lexicon::lists::Lexicon;
use crate::report::load_builtin;
use crate::report::schema::tests::assert_schema_of_types;
use serde_json::Value;

const SCHEMA: &str = "data/schema/lexicon.schema.json";

#[test]
fn the_schema_of_words_is_that_of_the_types() {
    assert_schema_of_types(SCHEMA, &schemars::schema_for!(Lexicon));
}

#[test]
fn the_words_follow_the_schema() {
    let schema: Value = serde_json::from_str(crate::report::schema::LEXICON).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for lexicon in load_builtin().unwrap().lexicons {
        let mut words: Value = serde_json::from_str(&lexicon.text).unwrap();
        assert!(validator.is_valid(&words), "{} breaks its schema", lexicon.path.display());
        words["colour"] = Value::from("red");
        assert!(!validator.is_valid(&words), "an unknown field passes in {}", lexicon.path.display());
    }
}

#[test]
fn every_measure_that_is_named_is_there() {
    let mut all = Lexicon::default();
    for lexicon in load_builtin().unwrap().lexicons {
        all.merge(Lexicon::parse(&lexicon.text).unwrap());
    }
    let known = |id: &String| all.measures.iter().any(|it| it.id == *id);
    let named = all
        .measures
        .iter()
        .flat_map(|it| &it.loosely)
        .chain(all.synonyms.iter().filter_map(|it| it.measure.as_ref()));
    let strange: Vec<&String> = named.filter(|id| !known(id)).collect();
    assert!(strange.is_empty(), "measures that no list has: {strange:?}");
}
