//! The compiler from raw text to report data: small passes over one text, each with a table of cases beside it.
//! Knows no questions; makes nothing up: values, labels and titles are cut from the text.
//!
//! The passes in their order: [`decode`] → `view` → `markdown` → `lines` → `outline` (with `leads`, `plans`) → `numbers` → `ledger` →
//! `clauses`, `labels`, `qualifiers`, `narrowing`, `names`, `facts`, `aliases` → `initiatives` → `tree` → `written`.

mod accounts;
mod aliases;
mod clauses;
pub mod decode;
mod describing;
mod facts;
mod grades;
mod guess;
mod ids;
mod initiatives;
mod labels;
mod leads;
mod ledger;
mod lines;
mod lists;
mod markdown;
mod names;
mod narrowing;
mod numbers;
mod outline;
mod parallels;
mod plans;
mod qualifiers;
mod refusal;
#[cfg(test)]
mod testing;
mod tree;
mod units;
mod verbs;
mod view;
mod words;
mod written;
mod zones;

use decode::Source;
use guess::Guess;
use ids::Ids;
use initiatives::{Made, Text};
use ledger::Entry;
use lines::{Kind, Line};
use outline::Outline;
use view::View;
use written::{Named, Place, Report, Waived};
use zones::{Zone, Zones};

/// What the office says itself of a report; what is missing is read from the text.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Whose report it is.
    pub body: Option<String>,
    /// Of which place.
    pub place: Option<String>,
    /// Of which year.
    pub year: Option<u16>,
}

/// A finished draft.
#[derive(Debug)]
pub struct Draft {
    /// `report.json`.
    pub report: String,
    /// `ledger.tsv`: every number of the text and what became of it.
    pub ledger: String,
    /// What the office should look at, in the order of the text.
    pub marks: Vec<String>,
    /// What was found, for a summary.
    pub found: Found,
}

/// How much was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What the report is called.
    pub title: String,
    /// Whose it is.
    pub body: String,
    /// Of which year.
    pub year: u16,
    /// How many parts, sections, initiatives, figures and waived numbers.
    pub parts: usize,
    /// Sections.
    pub sections: usize,
    /// Initiatives.
    pub initiatives: usize,
    /// Figures.
    pub figures: usize,
    /// Numbers that are no figures.
    pub waived: usize,
}

/// Where editors find the schema: beside the report.
pub const SCHEMA_NAME: &str = "report.schema.json";
/// The schema itself.
pub const SCHEMA: &str = include_str!("../../data/schema/report.schema.json");

/// Compiles a text.
///
/// # Errors
/// One sentence that says why the text cannot be compiled, and what to do.
pub fn draft(source: &Source, given: &Given) -> Result<Draft, String> {
    let view = View::new(&source.text);
    let marks = markdown::markdown(&view);
    let view = view.marked(marks);
    let ends = lines::wrapped_ends(&view);
    let view = view.joined(&ends);
    let lines = lines::lines(&view);
    if let Some(why) = refusal::of_text(&view, &lines) {
        return Err(why);
    }
    let outline = outline::outline(&view, &lines);
    if refusal::is_plan(&view, &outline) {
        return Err(words::plans_alone());
    }
    let zones = zones(&view, &lines, &outline);
    let numbers = numbers::numbers(&view);
    if numbers.len() > refusal::MOST_NUMBERS {
        return Err(words::too_many_numbers(refusal::MOST_NUMBERS));
    }
    let entries = ledger::ledger(&view, numbers, &zones);
    if let Some(why) = without_figures(&entries) {
        return Err(why);
    }
    let named = Identity::of(&view, &outline, &zones, given)?;
    let text = Text { view: &view, outline: &outline, entries: &entries, zones: &zones, year: named.year };
    Ok(compile(&text, &lines, &named, &source.notes))
}

/// Why a text without a figure cannot be used.
fn without_figures(entries: &[Entry]) -> Option<String> {
    if entries.iter().any(|it| it.waived.is_none()) {
        return None;
    }
    let is_plan = |it: &Entry| it.waived == Some("计划");
    let is_table = |it: &Entry| it.waived == Some("表格");
    Some(match () {
        () if entries.iter().any(is_plan) => words::plans_alone(),
        () if entries.iter().any(is_table) => words::table_alone(),
        () => words::no_figures(),
    })
}

fn zones(view: &View, lines: &[Line], outline: &Outline) -> Zones {
    let mut zones = Zones::default();
    for line in lines {
        match line.kind {
            Kind::Page => zones.add(line.range.clone(), Zone::Page),
            Kind::Cell => zones.add(line.range.clone(), Zone::Table),
            Kind::Text => {}
        }
    }
    outline.titles.iter().for_each(|it| zones.add(it.clone(), Zone::Title));
    plans::mark(view, outline, &mut zones);
    zones
}

/// Whose report it is, of which place and year, and what it is called.
struct Identity {
    body: String,
    place: String,
    year: u16,
    title: Option<String>,
    guess: Guess,
    is_body_guessed: bool,
    is_year_guessed: bool,
}

impl Identity {
    fn of(view: &View, outline: &Outline, zones: &Zones, given: &Given) -> Result<Self, String> {
        let guess = guess::guess(view, &outline.titles, zones);
        let body = given.body.clone().or_else(|| guess.body.clone()).ok_or_else(words::no_body)?;
        let year = given.year.or(guess.year).ok_or_else(words::no_year)?;
        let place = given
            .place
            .clone()
            .or_else(|| guess::place_of(&body))
            .or_else(|| guess::place_at_head(&body))
            .or_else(|| guess.place.clone())
            .unwrap_or_else(|| body.clone());
        let title = guess::title(view, &outline.titles);
        let is_year_guessed = given.year.is_none() && guess.is_year_of_page;
        Ok(Self { is_body_guessed: given.body.is_none(), is_year_guessed, body, place, year, title, guess })
    }
}

fn compile(text: &Text<'_>, lines: &[Line], named: &Identity, notes: &[String]) -> Draft {
    let mut ids = Ids::default();
    let mut made: Vec<Made> =
        text.outline.stretches.iter().filter_map(|it| initiatives::initiative(text, it, &mut ids)).collect();
    made.extend(initiatives::of_titles(text, &mut ids).into_iter().rev());
    made.sort_by_key(|it| it.start);
    let mut plain: Vec<written::Initiative> = made.iter().map(|it| it.initiative.clone()).collect();
    aliases::drop_shared(&mut plain);
    made.iter_mut().zip(plain).for_each(|(made, plain)| made.initiative = plain);
    let ledger = ledger_file(text, &made);
    let mut report = head(text, lines, named);
    report.waived = waived(text, &made);
    report.review.extend(of_headings(text, &made).map(|it| words::mark(it, &words::in_heading())));
    report.review.extend(notes.iter().cloned());
    let marks = marks(&report, &made);
    let mut found = Found {
        title: report.title.clone(),
        body: report.body.name.clone(),
        year: report.year,
        initiatives: made.len(),
        figures: made.iter().map(|it| it.initiative.figures.len()).sum(),
        waived: text.entries.iter().filter(|it| it.waived.is_some()).count(),
        ..Found::default()
    };
    tree::plant(text.view, text.outline, made, &mut report);
    found.parts = report.parts.len();
    found.sections = report.sections.len() + report.parts.iter().map(|it| it.sections.len()).sum::<usize>();
    let mut json = serde_json::to_string_pretty(&report).unwrap_or_default();
    json.push('\n');
    Draft { report: json, ledger, marks, found }
}

/// The report without its initiatives.
fn head(text: &Text<'_>, lines: &[Line], named: &Identity) -> Report {
    let title = named.title.clone().unwrap_or_else(|| words::made_title(&named.body, named.year));
    let (place, within) = guess::innermost(&named.place);
    let bare = guess::bare_place(&place);
    let id = ids::slug(&format!("{bare} {}", named.year));
    Report {
        schema: SCHEMA_NAME,
        id,
        source: words::source(&title, &named.body),
        title,
        year: named.year,
        body: Named { aliases: guess::body_aliases(&named.body, &place), name: named.body.clone() },
        place: Place { aliases: guess::place_aliases(&place), name: bare, within },
        review: report_review(text, lines, named),
        parts: Vec::new(),
        sections: Vec::new(),
        initiatives: Vec::new(),
        waived: Vec::new(),
    }
}

/// What the office should look at in the report as a whole.
fn report_review(text: &Text<'_>, lines: &[Line], named: &Identity) -> Vec<String> {
    let view = text.view;
    let cells = lines.iter().filter(|it| it.kind == Kind::Cell).count();
    let is_half = view.holds(0..view.len().min(400), &["上半年", "下半年", "十四五", "五年来", "近五年"]);
    let is_masked = view.holds(0..view.len(), &["XX", "__", "**", "××"]);
    let found = [
        named.is_body_guessed.then(|| words::guessed_body(&named.body)),
        named.is_year_guessed.then(|| words::guessed_year(named.year)),
        named.title.is_none().then(words::untitled),
        Some(words::place_unknown(&guess::innermost(&named.place).0)),
        (cells > 0).then(|| words::table_left_out(cells)),
        is_half.then(words::half_year),
        is_masked.then(words::masked),
        is_bulletin(text.entries).then(words::bulletin),
    ];
    let start = view.line_column(view.trim(0..view.len()).start);
    debug_assert!(named.guess.body.is_some() || !named.is_body_guessed, "a guessed body was guessed");
    found.into_iter().flatten().map(|it| words::mark(start, &it)).collect()
}

/// Whether most of what a text counts it compares with an earlier time: its figures are those of statistics.
fn is_bulletin(entries: &[Entry]) -> bool {
    let derived = entries.iter().filter(|it| it.waived == Some(ledger::DERIVED_REASON)).count();
    let figures = entries.iter().filter(|it| it.waived.is_none()).count();
    derived >= FEWEST_DERIVED && derived * 100 >= (derived + figures) * BULLETIN_SHARE
}

/// A text with fewer comparisons is no bulletin.
const FEWEST_DERIVED: usize = 4;
/// The share of comparisons among what a bulletin counts, in percent.
const BULLETIN_SHARE: usize = 40;

/// Why a number that counts something is no figure all the same: it stands in a heading, below which no initiative has it.
const IN_HEADING: &str = "标题中的数字";

/// Whether a number is a figure of an initiative.
fn is_figure(made: &[Made], entry: usize) -> bool {
    made.iter().any(|it| it.entries.binary_search(&entry).is_ok())
}

/// Where figures of headings stand.
fn of_headings(text: &Text<'_>, made: &[Made]) -> impl Iterator<Item = (usize, usize)> {
    let lost =
        text.entries.iter().enumerate().filter(|(at, it)| it.waived.is_none() && !is_figure(made, *at));
    lost.map(|(_, it)| text.view.line_column(it.number.value.start))
}

/// The waived numbers, each with its words once.
fn waived(text: &Text<'_>, made: &[Made]) -> Vec<Waived> {
    let mut rows: Vec<Waived> = Vec::new();
    for (at, entry) in text.entries.iter().enumerate() {
        let lost = (!is_figure(made, at)).then_some(IN_HEADING);
        let Some(reason) = entry.waived.or(lost) else { continue };
        let printed = text.view.printed(entry.printed.clone());
        if !rows.iter().any(|it| it.printed == printed) {
            rows.push(Waived { printed, reason });
        }
    }
    rows
}

/// All review marks, those of the report first.
fn marks(report: &Report, made: &[Made]) -> Vec<String> {
    let of_initiative = |it: &Made| {
        let own = it.initiative.review.clone();
        own.into_iter()
            .chain(it.initiative.figures.iter().flat_map(|it| it.review.clone()))
            .collect::<Vec<String>>()
    };
    report.review.iter().cloned().chain(made.iter().flat_map(of_initiative)).collect()
}

/// The ledger as a table: what is printed, line, column, and the figure's identifier or the reason why it is none.
fn ledger_file(text: &Text<'_>, made: &[Made]) -> String {
    let mut table = String::from("printed\tline\tcolumn\tfigure or reason\n");
    for (at, entry) in text.entries.iter().enumerate() {
        let (line, column) = text.view.line_column(entry.printed.start);
        let id = made.iter().find_map(|it| {
            let row = it.entries.iter().position(|&entry| entry == at)?;
            Some(it.initiative.figures[row].id.as_str())
        });
        let printed = text.view.printed(entry.printed.clone()).replace(['\n', '\t', '\r'], " ");
        table.push_str(&format!(
            "{printed}\t{line}\t{column}\t{}\n",
            entry.waived.or(id).unwrap_or(IN_HEADING)
        ));
    }
    table
}
