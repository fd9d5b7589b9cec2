//! Holds the question files against the ledger, so that a slip of the pen is not taken for a fault of the bot.
//! Asks the bot nothing.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod judge;

use judge::{Row, Set, Talk, Wanted, from_folder, number};
use std::collections::{BTreeSet, HashSet};
use std::path::Path;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/leshan-2024"))
}

fn rows() -> Vec<Row> {
    from_folder(folder()).into_iter().flat_map(|it| it.turns).collect()
}

/// The values of the figures.
fn ledger() -> HashSet<String> {
    let text = std::fs::read_to_string(folder().join("ledger.tsv")).unwrap();
    let figures = text.lines().skip(1).map(|it| it.split('\t').collect::<Vec<_>>());
    figures.filter(|cells| cells[9] == "figure").map(|cells| cells[1].to_owned()).collect()
}

/// Those of the first files, and those written later.
fn all_rows() -> Vec<Row> {
    let of = |name: &str| {
        from_folder(&folder().join(name)).into_iter().flat_map(|it| it.turns).collect::<Vec<_>>()
    };
    rows().into_iter().chain(of("later")).chain(of("traps")).collect()
}

#[test]
fn every_value_is_a_figure_of_the_ledger() {
    let ledger = ledger();
    let stray = |row: &Row| row.values.iter().any(|it| !ledger.contains(number(it)));
    let rows = all_rows();
    let strays = rows.iter().filter(|it| it.kind != Wanted::Describe && stray(it)).map(|it| &it.id);
    assert_eq!(strays.collect::<Vec<_>>(), Vec::<&String>::new());
    let whole = |it: &&Row| matches!(it.kind, Wanted::Figure | Wanted::Reverse) && it.values.is_empty();
    assert_eq!(rows.iter().filter(whole).count(), 0, "a figure is wanted, but none is named");
    let declined = |it: &&Row| it.kind == Wanted::Abstain && !it.values.is_empty();
    assert_eq!(rows.iter().filter(declined).count(), 0, "nothing is wanted, but a figure is named");
}

#[test]
fn identifiers_are_unique_and_no_question_is_open_and_set_aside() {
    let rows = all_rows();
    let ids: BTreeSet<&str> = rows.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), rows.len());
    let singles: Vec<Talk> = from_folder(folder()).into_iter().filter(|it| it.turns.len() == 1).collect();
    let of = |set: Set| -> BTreeSet<String> {
        singles
            .iter()
            .flat_map(|it| &it.turns)
            .filter(|it| it.set == set)
            .map(|it| bare(&it.question))
            .collect()
    };
    let both: Vec<String> = of(Set::Open).intersection(&of(Set::HeldOut)).cloned().collect();
    assert_eq!(both, Vec::<String>::new());
}

#[test]
fn a_third_is_set_aside_and_every_figure_is_asked_for() {
    let rows = rows();
    let aside = rows.iter().filter(|it| it.set == Set::HeldOut).count();
    assert!(rows.len() >= 400 && aside * 10 >= rows.len() * 3, "{aside} of {}", rows.len());
    let asked: HashSet<String> =
        rows.iter().flat_map(|it| &it.values).map(|it| number(it).to_owned()).collect();
    let silent: Vec<String> = ledger().into_iter().filter(|it| !asked.contains(it)).collect();
    assert_eq!(silent, Vec::<String>::new());
}

/// Letters and digits alone, small.
fn bare(question: &str) -> String {
    let kept: String = question.chars().filter(|it| it.is_alphanumeric()).collect();
    if kept.is_empty() { question.to_owned() } else { kept.to_lowercase() }
}
