//! Asks for every figure and every name of the report as people mistype them: right, or asked back, in 99 of 100.
//! Nothing here is written by hand, so nothing can be tuned to a row. `-- --nocapture` prints the table, `MISSES=1` the rest.

mod variants;

use league_bot::answer::{Answer, Kind, Target};
use league_bot::engine::{Engine, Topic};
use league_bot::report::{Figure, load_builtin};
use league_bot::text::fold;
use league_bot::text::pinyin::initials;
use std::collections::BTreeMap;
use variants::{Dice, Letters};

/// Of a thousand, right or asked; over all variants.
const FLOOR: usize = 990;
/// One slip leaves too little of a shorter name to know it by.
const SHORTEST: usize = 4;

/// Right, asked, wrong.
type Counts = [usize; 3];

fn engine() -> Engine {
    Engine::load(load_builtin().expect("the built-in report")).expect("the built-in word lists")
}

/// A text that somebody starts from, and every place of the report that it may mean.
struct Asked {
    subject: String,
    /// What asks: `有多少场`; empty for a bare name.
    asking: String,
    topic: String,
    meant: Vec<Target>,
}

impl Asked {
    fn question(&self) -> String {
        format!("{}{}", self.subject, self.asking)
    }

    /// All its variants by name.
    fn variants(&self, pool: &Letters) -> Vec<(&'static str, String)> {
        let whole = self.question();
        let mut found = vec![
            ("full", Some(whole.clone())),
            ("pinyin, spaced", Some(variants::spaced_pinyin(&whole))),
            ("pinyin, joined", Some(variants::joined_pinyin(&self.subject) + &self.asking)),
            ("pinyin, southern", Some(variants::southern_pinyin(&whole))),
            ("same sound", variants::same_sound(&whole, &mut Dice::new(&whole), pool)),
            ("traditional", Some(pool.traditional(&whole))),
            ("noise", variants::noisy(&whole, &mut Dice::new(&whole))),
        ];
        if self.asking.is_empty() {
            found.push(("initials", variants::first_letters(&whole)));
        } else {
            found.push(("asked first", Some(format!("{},{}", self.asking, self.subject))));
            found.push(("topic first", Some(format!("{},{whole}", self.topic))));
        }
        if variants::length(&self.subject) >= SHORTEST {
            found.push(("wrong character", variants::wrong(&whole, &mut Dice::new(&whole), pool)));
            found.push(("dropped character", variants::dropped(&whole, &mut Dice::new(&whole))));
            found.push(("doubled character", variants::doubled(&whole, &mut Dice::new(&whole))));
        }
        found.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
    }
}

/// `有多少场`, as people ask for a unit.
fn asking(figure: &Figure) -> String {
    if figure.unit == "%" { "是多少".to_owned() } else { format!("有多少{}", figure.unit) }
}

/// Each figure by its label and by each alias. A text that stands at several figures may mean any of them.
fn figures(engine: &Engine) -> Vec<Asked> {
    let report = &engine.reports()[0];
    let mut texts: BTreeMap<(String, String), Asked> = BTreeMap::new();
    for (at, figure) in report.figures.iter().enumerate() {
        for subject in std::iter::once(&figure.label).chain(&figure.aliases) {
            let name = &report.initiatives[figure.initiative].name;
            let topic = name.aliases.first().unwrap_or(&name.name).clone();
            let (asking, meant) = (asking(figure), Vec::new());
            let new = Asked { subject: subject.clone(), asking: asking.clone(), topic, meant };
            texts.entry((fold(subject), asking)).or_insert(new).meant.push(Target::Figure(0, at));
        }
    }
    texts.into_values().collect()
}

/// Each name of an initiative or programme. Names that fold alike, or have the same initials, may mean any of them.
fn names(engine: &Engine) -> Vec<Asked> {
    let mut texts: BTreeMap<String, Asked> = BTreeMap::new();
    for (at, it) in engine.reports()[0].initiatives.iter().enumerate() {
        for name in std::iter::once(&it.name).chain(&it.programmes) {
            for text in std::iter::once(&name.name).chain(&name.aliases) {
                let (subject, none) = (text.clone(), String::new());
                let new = Asked { subject, asking: none.clone(), topic: none, meant: Vec::new() };
                texts.entry(fold(text)).or_insert(new).meant.push(Target::Initiative(0, at));
            }
        }
    }
    texts.into_values().collect()
}

/// 0 right, 1 asked, 2 wrong. A name is right wherever it stands.
fn mark(engine: &Engine, meant: &[Target], answer: &Answer) -> usize {
    let means = |it: &Target| {
        let around = match *it {
            Target::Figure(report, at) => {
                Target::Initiative(report, engine.reports()[report].figures[at].initiative)
            }
            other => other,
        };
        meant.contains(it) || meant.contains(&around)
    };
    let offered = || answer.suggestions.iter().filter_map(|it| it.target);
    match answer.kind {
        Kind::Choose if offered().any(|it| means(&it)) => 1,
        _ if !answer.targets.is_empty() && answer.targets.iter().all(means) => 0,
        _ => 2,
    }
}

/// Asks all variants, prints the table, and returns right or asked, and all.
#[expect(clippy::print_stdout, reason = "the table is what somebody runs this for")]
fn run(name: &str, asked: &[Asked]) -> (usize, usize) {
    let (engine, pool) = (engine(), Letters::new());
    let (mut table, mut misses) = (BTreeMap::<&str, Counts>::new(), String::new());
    for it in asked {
        for (variant, question) in it.variants(&pool) {
            let (answer, _) = engine.ask(&question, &Topic::default());
            let meant = if variant == "initials" { same_letters(asked, &question) } else { it.meant.clone() };
            let mark = mark(&engine, &meant, &answer);
            table.entry(variant).or_default()[mark] += 1;
            if mark == 2 {
                let kind = answer.kind.name();
                let first = &answer.lines[0];
                misses += &format!(
                    "{variant}: {question} ← {} | {kind} {}{}\n",
                    it.question(),
                    first.strong,
                    first.text
                );
            }
        }
    }
    let mut total = Counts::default();
    let mut text = format!("\n{name:<20}   all right asked wrong  right or asked\n");
    for (variant, counts) in &table {
        text += &line(variant, counts);
        total.iter_mut().zip(counts).for_each(|(sum, it)| *sum += it);
    }
    let misses = if std::env::var_os("MISSES").is_some() { misses } else { String::new() };
    println!("{text}{}{misses}", line("all", &total));
    (total[0] + total[1], total.iter().sum())
}

fn line(variant: &str, counts: &Counts) -> String {
    let all: usize = counts.iter().sum();
    let share = (counts[0] + counts[1]) as f64 / all as f64;
    format!("{variant:<20} {all:>5} {:>5} {:>5} {:>5}  {share:.4}\n", counts[0], counts[1], counts[2])
}

fn same_letters(asked: &[Asked], letters: &str) -> Vec<Target> {
    asked.iter().filter(|it| initials(&it.subject) == letters).flat_map(|it| it.meant.clone()).collect()
}

#[test]
fn figures_and_names_are_found_however_they_are_typed() {
    let engine = engine();
    let (figures, names) = (figures(&engine), names(&engine));
    let (good, all) = run("figures", &figures);
    let (more, names) = run("names", &names);
    let share = (good + more) * 1000 / (all + names);
    assert!(share >= FLOOR, "{share} of 1000 right or asked, below {FLOOR}");
}
