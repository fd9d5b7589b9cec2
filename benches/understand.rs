//! How long an answer takes, beside the ways that anybody would try first, in the same run. `cargo bench` prints it.
//!
//! First a table over all open questions of the seeds: median and 99th percentile of a class, and how many each way gets
//! right. Then `divan`'s medians for one question a class, hostile messages and building the engine.

mod questions;
mod rivals;

use divan::{Bencher, black_box};
use league_bot::answer::{Answer, Target};
use league_bot::engine::{Engine, Topic};
use league_bot::report::load_builtin;
use questions::{Asked, hostile, one_a_class, open};
use rivals::{Bigrams, Similar};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ENGINE: LazyLock<Engine> = LazyLock::new(build);
static SIMILAR: LazyLock<Similar> = LazyLock::new(|| Similar::over(&ENGINE.reports()[0]));
static BIGRAMS: LazyLock<Bigrams> = LazyLock::new(|| Bigrams::over(&ENGINE.reports()[0]));

fn build() -> Engine {
    Engine::load(load_builtin().expect("the built-in report")).expect("the built-in word lists")
}

fn ask(question: &str) -> Answer {
    ENGINE.ask(question, &Topic::default()).0
}

fn main() {
    let start = Instant::now();
    LazyLock::force(&ENGINE);
    let ready = start.elapsed();
    ask("青年之家有多少个");
    print_tables(ready, start.elapsed());
    divan::main();
}

/// What one way takes for each question, and whether it finds exactly the figures asked.
struct Timed {
    took: Duration,
    right: Option<bool>,
}

/// The best of five, so that the machine's other work does not count.
fn timed(asked: &Asked, way: impl Fn(&str) -> BTreeSet<String>) -> Timed {
    let once = || {
        let start = Instant::now();
        let found = way(black_box(&asked.question));
        (start.elapsed(), found)
    };
    let (first, found) = once();
    let took = (0..4).map(|_| once().0).fold(first, Duration::min);
    Timed { took, right: (!asked.values.is_empty()).then(|| found == asked.values) }
}

/// The values of the figures that are shown.
fn shown(answer: &Answer) -> BTreeSet<String> {
    let value = |it: &Target| match *it {
        Target::Figure(report, at) => Some(ENGINE.reports()[report].figures[at].value.clone()),
        _ => None,
    };
    answer.targets.iter().filter_map(value).collect()
}

#[expect(clippy::print_stdout, reason = "the tables are what a benchmark is run for")]
fn print_tables(ready: Duration, first: Duration) {
    println!("ready to answer after {ready:.1?}, the first answer after {first:.1?}\n");
    println!(
        "{:<20}{:>26}{:>26}{:>26}",
        "microseconds a question", "league-bot", "all labels by strsim", "BM25, bigrams"
    );
    println!("{:<20}{}", "", "    median     p99   right".repeat(3));
    let one =
        |at: Option<usize>| at.map(|at| ENGINE.reports()[0].figures[at].value.clone()).into_iter().collect();
    let mut classes: BTreeMap<String, [Vec<Timed>; 3]> = BTreeMap::new();
    for asked in open() {
        let row = [
            timed(&asked, |it| shown(&ask(it))),
            timed(&asked, |it| one(SIMILAR.best(it))),
            timed(&asked, |it| one(BIGRAMS.best(it))),
        ];
        for (column, it) in classes.entry(asked.class.clone()).or_default().iter_mut().zip(row) {
            column.push(it);
        }
    }
    for (class, columns) in &classes {
        println!("{class:<20}{}", columns.each_ref().map(|it| cells(it)).concat());
    }
    println!();
}

/// Median and 99th percentile in microseconds; the share of right ones among the questions that ask for figures.
fn cells(column: &[Timed]) -> String {
    let mut took: Vec<Duration> = column.iter().map(|it| it.took).collect();
    took.sort();
    let at = |share: f64| took[((took.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e6;
    let judged: Vec<bool> = column.iter().filter_map(|it| it.right).collect();
    let right = judged.iter().filter(|it| **it).count() as f64 / judged.len().max(1) as f64;
    let right = if judged.is_empty() { "      —".to_owned() } else { format!("{right:>8.2}") };
    format!("{:>10.1}{:>8.1}{right:>8}", at(0.5), at(0.99))
}

/// One question of each class.
#[divan::bench(args = one_a_class())]
fn league_bot(bencher: Bencher<'_, '_>, asked: &Asked) {
    bencher.bench(|| ask(black_box(&asked.question)));
}

/// Every label and alias held against the question by Jaro-Winkler and Levenshtein, no index.
#[divan::bench(args = one_a_class())]
fn all_labels_by_strsim(bencher: Bencher<'_, '_>, asked: &Asked) {
    LazyLock::force(&SIMILAR);
    bencher.bench(|| SIMILAR.best(black_box(&asked.question)));
}

/// BM25 over character bigrams, with an index.
#[divan::bench(args = one_a_class())]
fn bm25_over_bigrams(bencher: Bencher<'_, '_>, asked: &Asked) {
    LazyLock::force(&BIGRAMS);
    bencher.bench(|| BIGRAMS.best(black_box(&asked.question)));
}

/// Messages of 4,096 characters, as long as Telegram lets them be.
#[divan::bench(args = hostile(&ENGINE))]
fn hostile_message(bencher: Bencher<'_, '_>, asked: &Asked) {
    bencher.bench(|| ask(black_box(&asked.question)));
}

/// From the texts in the binary to an engine that answers; the tables of sounds are built by then.
#[divan::bench]
fn build_engine() -> Engine {
    build()
}
