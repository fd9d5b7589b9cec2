//! The order in which a report's data is written does not change an answer.
//! Where the order itself is asked for (the second part, its sections), it may.

use crate::variants::Dice;
use crate::{ENGINE, grammar, seeds};
use league_bot::answer::{Kind, Target};
use league_bot::engine::{Engine, Topic};
use league_bot::report::load;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Lists whose order says where things stand, and nothing else.
const LISTS: [&str; 6] = ["parts", "sections", "initiatives", "programmes", "figures", "facts"];

/// The built-in report in another order, with its own words beside it.
fn shuffled(name: &str) -> Engine {
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/leshan-2024");
    let report = fs::read_to_string(built_in.join("report.json")).expect("the report");
    let mut data: Value = serde_json::from_str(&report).expect("JSON");
    shuffle(&mut data, &mut Dice::new(name));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder of this test's own");
    fs::write(folder.join("report.json"), data.to_string()).expect("a file of this test's own");
    fs::copy(built_in.join("lexicon.json"), folder.join("lexicon.json")).expect("a file of this test's own");
    Engine::load(load(&folder).expect("a report without a problem")).expect("word lists")
}

fn shuffle(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                shuffle(value, dice);
                if let (true, Value::Array(items)) = (LISTS.contains(&key.as_str()), value) {
                    dice.shuffle(items);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| shuffle(it, dice)),
        _ => {}
    }
}

/// Kind and places by identifier, in no order; none where the order of the report was asked for.
fn gist(engine: &Engine, question: &str) -> Option<(Kind, Vec<String>)> {
    let (answer, _) = engine.ask(question, &Topic::default());
    let heading = |it: &Target| matches!(it, Target::Part(..) | Target::Section(..));
    let mut ids: Vec<String> = answer.targets.iter().map(|it| engine.id_of(*it)).collect();
    ids.sort();
    (!answer.targets.iter().any(heading)).then_some((answer.kind, ids))
}

/// Tells how the answers of two engines over the same report differ, if they do.
fn difference(other: &Engine, question: &str) -> Option<String> {
    let (usual, other) = (gist(&ENGINE, question), gist(other, question));
    (usual != other).then(|| format!("{question:?}: {usual:?}, but {other:?}"))
}

#[test]
fn answers_to_the_seeds_do_not_depend_on_the_order_of_the_data() {
    let engines = ["shuffled-once", "shuffled-twice", "shuffled-thrice"].map(shuffled);
    let seeds = seeds();
    let differ: Vec<String> =
        engines.iter().flat_map(|it| seeds.iter().filter_map(|question| difference(it, question))).collect();
    assert!(differ.is_empty(), "{} answers differ\n{}", differ.len(), differ.join("\n"));
}

/// Of so many questions put together by chance, so many may differ: words thrown together can tie in ways that nobody asks.
/// The number of questions stays, the other one only falls.
const BY_CHANCE: (usize, usize) = (3_000, 3);

#[test]
fn hardly_any_question_at_all_depends_on_the_order_of_the_data() {
    let engine = shuffled("shuffled-again");
    let (mut runner, questions) = (TestRunner::deterministic(), grammar::question(&ENGINE));
    let next = |_| questions.new_tree(&mut runner).expect("a question").current();
    let all = (0..BY_CHANCE.0).map(next);
    let differ: Vec<String> = all.filter_map(|question| difference(&engine, &question)).collect();
    assert!(differ.len() <= BY_CHANCE.1, "{} answers differ\n{}", differ.len(), differ.join("\n"));
}
