//! Holds the ledger, made by hand from the published text, against the structured report, both ways.
//! Neither was made from the other: where they differ, the text decides.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

use league_bot::report::{Figure, Report, load};
use std::collections::BTreeSet;
use std::path::Path;

/// One row of the ledger.
struct Row {
    value: String,
    unit: String,
    qualifiers: BTreeSet<String>,
    printed: String,
    /// Part, section, initiative, each from 1 within the one around it; 0 for outside.
    place: [usize; 3],
    is_figure: bool,
}

fn rows() -> Vec<Row> {
    include_str!("../seeds/leshan-2024/ledger.tsv").lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.split('\t').collect();
    let number = |at: usize| cells[at].parse().unwrap();
    Row {
        value: cells[1].to_owned(),
        unit: cells[2].to_owned(),
        qualifiers: words(cells[3].split(',')),
        printed: cells[4].to_owned(),
        place: [number(6), number(7), number(8)],
        is_figure: cells[9] == "figure",
    }
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    words.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn report() -> Report {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/leshan-2024");
    load(&path).unwrap().reports.remove(0)
}

/// Part, section and initiative, each from 1 within the one around it.
fn place(report: &Report, initiative: usize) -> [usize; 3] {
    let at = report.initiatives[initiative].section;
    let at = at.unwrap();
    let within = report.initiatives_in(at).position(|it| it == initiative).unwrap();
    [report.sections[at].part.unwrap() + 1, report.sections[at].number + 1, within + 1]
}

fn of_row(it: &Row) -> String {
    format!("{} = {} {} {:?} at {:?}", it.printed, it.value, it.unit, it.qualifiers, it.place)
}

fn of_figure(report: &Report, it: &Figure) -> String {
    let qualifiers = words(it.qualifiers.iter().map(String::as_str));
    let place = place(report, it.initiative);
    format!("{} = {} {} {qualifiers:?} at {place:?}", it.printed, it.value, it.unit)
}

#[test]
fn figures_are_the_same_in_the_same_order_on_both_sides() {
    let report = report();
    let ledger: Vec<String> = rows().iter().filter(|it| it.is_figure).map(of_row).collect();
    let data: Vec<String> = report.figures.iter().map(|it| of_figure(&report, it)).collect();
    let differ = ledger.iter().zip(&data).filter(|(one, other)| one != other);
    let told: Vec<String> = differ.map(|(one, other)| format!("ledger: {one}\nreport: {other}")).collect();
    assert!(told.is_empty(), "{}", told.join("\n\n"));
    assert_eq!((ledger.len(), data.len()), (67, 67));
}

/// The runs of digits in some words, each with a point inside it.
fn numbers(words: &str) -> BTreeSet<String> {
    let runs = words.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    runs.map(|it| it.trim_matches('.')).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[test]
fn waived_numbers_are_the_same_on_both_sides() {
    let waived = rows().into_iter().filter(|it| !it.is_figure);
    let ledger: BTreeSet<String> = waived.flat_map(|it| numbers(&it.value)).collect();
    let data: BTreeSet<String> = report().waived.iter().flat_map(|it| numbers(&it.0)).collect();
    assert_eq!(ledger, data);
    assert!(ledger.contains("2.0") && ledger.contains("985"));
}

#[test]
fn the_report_has_the_shape_of_the_published_text() {
    let report = report();
    assert_eq!([report.parts.len(), report.sections.len(), report.initiatives.len()], [4, 12, 35]);
    let all = 0..report.initiatives.len();
    let without = all.filter(|&at| report.initiatives[at].figures.is_empty());
    let places: Vec<[usize; 3]> = without.map(|at| place(&report, at)).collect();
    assert_eq!(places, [[4, 3, 1], [4, 3, 2], [4, 3, 3]]);
}
