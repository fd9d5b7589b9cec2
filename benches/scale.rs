//! How loading time, memory and answers grow from one report to 2,000: a province's leagues over ten years. `cargo bench
//! --bench scale` prints one table. Each count runs in a process of its own, so that memory is that count's alone.
//!
//! The reports are the built-in one under other names, with other years and values; written to a folder and loaded as an
//! operator's are.
#![expect(clippy::print_stdout, reason = "the table is what a bench is for")]

use league_bot::engine::{Engine, Topic};
use league_bot::report::load;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// That of the program: how long things take and what they hold depends on it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reports in each row of the table.
const COUNTS: [usize; 6] = [1, 10, 100, 500, 1000, 2000];
/// Years of one league.
const YEARS: usize = 10;
/// The newest of them.
const NEWEST: usize = 2024;
/// Questions asked of each count: the home league is asked most, as a group asks.
const QUESTIONS: usize = 2000;
/// One question of so many names another league or year.
const ELSEWHERE: usize = 20;
/// The variable by which a process knows that it measures one count.
const COUNT: &str = "SCALE_COUNT";

/// First and second characters of invented places.
const FIRST: [&str; 20] = [
    "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳", "午",
    "未", "申", "酉",
];
const SECOND: [&str; 10] = ["屏", "溪", "岭", "坪", "滩", "岩", "坝", "塘", "湾", "峪"];

fn main() {
    if let Some(count) = std::env::var(COUNT).ok().and_then(|it| it.parse().ok()) {
        println!("{}", measured(count));
        return;
    }
    println!(
        "| reports | loaded in | at rest | home: median | 99 % | any league: median | 99 % | first question of a report: median | 99 % | two side by side | in the end |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let own = std::env::current_exe().expect("a path of its own");
    for count in COUNTS {
        let row = Command::new(&own).env(COUNT, count.to_string()).output().expect("a process of its own");
        print!("{}", String::from_utf8_lossy(&row.stdout));
    }
}

/// One row of the table.
fn measured(count: usize) -> String {
    let folder = written(count);
    let start = Instant::now();
    let engine = Engine::load(load(&folder).expect("good reports")).expect("good word lists");
    let loaded = start.elapsed();
    let rest = resident();
    let home = asked(&engine, |_| String::new());
    let any = asked(&engine, |at| if at % ELSEWHERE == 0 { named(at, count) } else { String::new() });
    // With many reports nearly each question is the first one of its report.
    let first = asked(&engine, |at| named(at, count));
    let (beside, _) = asked(&engine, |_| if count > 1 { "比去年".to_owned() } else { String::new() });
    let memory = resident();
    let _ = fs::remove_dir_all(&folder);
    let [home, any, first] = [home, any, first].map(|it| format!("{:.1?} | {:.1?}", it.0, it.1));
    format!(
        "| {count} | {loaded:.2?} | {rest} MiB | {home} | {any} | {first} | {beside:.1?} | {memory} MiB |"
    )
}

/// Median and 99th percentile of questions, each with what names its report before it.
fn asked(engine: &Engine, names: impl Fn(usize) -> String) -> (Duration, Duration) {
    let questions =
        ["青马培训了多少人", "青年之家有多少个", "突击队几支", "直播带货卖了多少钱", "新发展团员多少名"];
    let mut took: Vec<Duration> = (0..QUESTIONS)
        .map(|at| {
            let question = format!("{}{}", names(at), questions[at % questions.len()]);
            let start = Instant::now();
            black_box(engine.ask(&question, &Topic::default()));
            start.elapsed()
        })
        .collect();
    took.sort_unstable();
    (took[QUESTIONS / 2], took[QUESTIONS * 99 / 100])
}

/// The report that the question at this place names.
fn named(at: usize, count: usize) -> String {
    let report = (at * 7919) % count;
    format!("{}{}年", place(report / YEARS), NEWEST - report % YEARS)
}

fn place(league: usize) -> String {
    format!("{}{}", FIRST[league % FIRST.len()], SECOND[league / FIRST.len() % SECOND.len()])
}

/// So many reports in a folder, a subfolder each.
fn written(count: usize) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("league-bot-scale-{count}-{}", std::process::id()));
    let text = include_str!("../data/leshan-2024/report.json");
    let words = include_str!("../data/leshan-2024/lexicon.json");
    for at in 0..count {
        let (league, year) = (at / YEARS, NEWEST - at % YEARS);
        let own = folder.join(format!("{league:03}-{year}"));
        fs::create_dir_all(&own).expect("a folder");
        write(&own, "report.json", &varied(text, league, year));
        write(&own, "lexicon.json", words);
    }
    folder
}

/// The report of another league and year: other names, another year, values that differ.
fn varied(text: &str, league: usize, year: usize) -> String {
    let place = place(league);
    let text = text.replace("乐山", &place).replace("嘉州", &format!("{place}州"));
    let text = text.replace("leshan-2024", &format!("league-{league}-{year}"));
    let text = text.replace("\"year\": 2024", &format!("\"year\": {year}"));
    let value = 1269 + (league * 17 + year) % 400;
    text.replace("\"1269\"", &format!("\"{value}\"")).replace("1269人", &format!("{value}人"))
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a file");
}

/// Resident memory in MiB.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
    line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
