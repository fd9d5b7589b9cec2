//! A score table by class, and the questions that were not answered right. Prints and counts; judges nothing.

use crate::judge::{Judged, Mark, value};
use league_bot::engine::Engine;
use std::collections::BTreeMap;

/// How many of a hundred, rounded down.
pub(crate) fn percent(part: usize, whole: usize) -> usize {
    part * 100 / whole.max(1)
}

/// Right, asked, wrong, careless.
type Counts = [usize; 4];

/// Prints the table, under it the misses if they are wanted.
#[expect(clippy::print_stdout, reason = "the table is what somebody runs this for")]
pub(crate) fn print(name: &str, engine: &Engine, judged: &[Judged<'_>], misses: bool) {
    let mut classes: BTreeMap<&str, Counts> = BTreeMap::new();
    for it in judged {
        classes.entry(&it.row.class).or_default()[it.mark as usize] += 1;
    }
    let mut table = format!("\n{name:<22}   all right asked wrong careless  right\n");
    let mut total = Counts::default();
    for (class, counts) in &classes {
        table += &line(class, counts);
        total.iter_mut().zip(counts).for_each(|(sum, it)| *sum += it);
    }
    table += &line("all", &total);
    if misses {
        let missed = judged.iter().filter(|it| it.mark != Mark::Right);
        table.extend(missed.map(|it| miss(engine, it)));
    }
    println!("{table}");
}

fn line(class: &str, counts: &Counts) -> String {
    let [right, asked, wrong, careless] = counts;
    let all: usize = counts.iter().sum();
    let share = *right as f64 / all.max(1) as f64;
    format!("{class:<22} {all:>5} {right:>5} {asked:>5} {wrong:>5} {careless:>8}  {share:.3}\n")
}

/// `wrong Q012 pinyin: question | wanted [13] | figure [12] first line`
fn miss(engine: &Engine, it: &Judged<'_>) -> String {
    let shown: Vec<&str> = it.answer.targets.iter().filter_map(|it| value(engine, *it)).take(5).collect();
    let first = it.answer.lines.first().map(|it| format!("{}{}", it.strong, it.text)).unwrap_or_default();
    let offered: Vec<&str> = it.answer.suggestions.iter().map(|it| it.label.as_str()).collect();
    let offered = if it.mark == Mark::Asked { offered.join("/") } else { String::new() };
    let (row, kind) = (it.row, it.answer.kind.name());
    let (id, class, question) = (&row.id, &row.class, row.question.trim());
    let mark = format!("{:?}", it.mark).to_lowercase();
    let head = format!("{mark} {id} {class}: {question}");
    format!("{head} | wanted {:?} {:?} | {kind} {shown:?} {first} {offered}\n", row.kind, row.values)
}
