//! Where the numbers of a reply come from: the report, the question, or a reckoning that it shows.
//! Reads Arabic digits alone, as they stand.

use league_bot::answer::{Answer, Kind, Target, plain};
use league_bot::engine::Engine;
use league_bot::report::{Figure, Report};
use league_bot::text::fold;
use league_bot::text::numerals::parse_value;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The numbers that stand in a report.
pub(crate) struct Digits {
    report: BTreeSet<String>,
}

static OF_REPORT: OnceLock<Digits> = OnceLock::new();

impl Digits {
    pub(crate) fn of(engine: &Engine) -> &'static Self {
        OF_REPORT.get_or_init(|| Self { report: engine.reports().iter().flat_map(of_report).collect() })
    }

    /// The numbers of a reply that come from nowhere.
    pub(crate) fn strange(&self, engine: &Engine, question: &str, answer: &Answer) -> Vec<String> {
        let typed = runs(&fold(question));
        let reckoned = reckoned(engine, answer);
        let known = |it: &String| self.report.contains(it) || typed.contains(it) || reckoned.contains(it);
        runs(&plain::render(answer)).into_iter().filter(|it| !known(it)).collect()
    }
}

/// Figures, facts, titles and names, and the year.
fn of_report(report: &Report) -> BTreeSet<String> {
    let mut texts = vec![report.title.clone(), report.year.to_string(), report.body.name.clone()];
    let figures = |it: &Figure| [it.value.clone(), it.printed.clone(), it.label.clone()];
    texts.extend(report.figures.iter().flat_map(figures));
    texts.extend(report.facts.iter().flat_map(|it| it.items.iter().chain([&it.label]).cloned()));
    let named = report.initiatives.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.programmes));
    let titled = report.parts.iter().map(|it| &it.name).chain(report.sections.iter().map(|it| &it.name));
    texts.extend(named.chain(titled).flat_map(|it| it.aliases.iter().chain([&it.name]).cloned()));
    texts.extend(report.initiatives.iter().map(|it| it.description.clone()));
    texts.iter().flat_map(|it| runs(it)).collect()
}

/// What a comparison or a total may show besides: the values in single units, their difference, their sum.
fn reckoned(engine: &Engine, answer: &Answer) -> BTreeSet<String> {
    let figures = answer.targets.iter().filter_map(|it| match *it {
        Target::Figure(report, at) => Some(&engine.reports()[report].figures[at]),
        _ => None,
    });
    let values = |unit: fn(&Figure) -> &str| -> Vec<i64> {
        let value = |it: &Figure| parse_value(&it.value, unit(it))?.value.as_whole();
        figures.clone().filter_map(value).collect()
    };
    let (plain, printed) = (values(|it| &it.unit), values(|_| ""));
    let mut found: Vec<i64> = Vec::new();
    match (answer.kind, plain.as_slice()) {
        (Kind::Compare, [a, b]) => {
            found.extend([*a, *b, (a - b).abs()]);
            if let [a, b] = printed[..] {
                found.push((a - b).abs());
            }
        }
        (Kind::Figure, _) => found.extend([plain.iter().sum::<i64>(), printed.iter().sum::<i64>()]),
        _ => {}
    }
    found.into_iter().map(|it| it.to_string()).collect()
}

/// Runs of digits, with a point inside: `15.2`, `2024`.
fn runs(text: &str) -> BTreeSet<String> {
    let parts = text.split(|it: char| !it.is_ascii_digit() && it != '.');
    parts.map(|it| it.trim_matches('.')).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
