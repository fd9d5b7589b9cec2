//! One initiative of the draft from its stretch of text: title, figures with their topics, programmes, facts.
//! Puts together what the other passes found.

use super::accounts;
use super::aliases::{self, Counted};
use super::clauses::{Clause, clause};
use super::describing;
use super::facts::facts;
use super::grades;
use super::ids::Ids;
use super::labels::{self, Label};
use super::ledger::Entry;
use super::lists;
use super::names::{Name, about, programmes};
use super::narrowing;
use super::outline::{Called, Outline, Stretch};
use super::parallels;
use super::qualifiers::qualifiers;
use super::view::View;
use super::words;
use super::written::{Fact, Figure, Initiative, Named};
use super::zones::{Zone, Zones};
use std::ops::Range;

/// What is known of the whole text.
pub(super) struct Text<'t> {
    pub(super) view: &'t View,
    pub(super) outline: &'t Outline,
    pub(super) entries: &'t [Entry],
    pub(super) zones: &'t Zones,
    pub(super) year: u16,
}

/// An initiative, and which entries of the ledger are its figures.
pub(super) struct Made {
    pub(super) initiative: Initiative,
    pub(super) entries: Vec<usize>,
    pub(super) path: Vec<usize>,
    /// Where its text begins.
    pub(super) start: usize,
    /// Whether a heading is all that it is called by.
    pub(super) is_heading: bool,
}

/// Units of money.
const MONEY: [&str; 3] = ["元", "万元", "亿元"];
/// A label that is longer asks to be shortened.
const LONG_LABEL: usize = 22;
/// A topic has at most so many characters.
const LONGEST_TOPIC: usize = 16;

/// A figure on its way: what it counts, and where.
pub(super) struct Draft {
    /// Its position in the ledger.
    pub(super) entry: usize,
    pub(super) clause: Clause,
    pub(super) label: Label,
    /// The label with its topic.
    shown: String,
    qualifiers: Vec<String>,
    topic: String,
}

/// Makes an initiative of a stretch; none where it holds nothing that could be asked for.
pub(super) fn initiative(text: &Text<'_>, stretch: &Stretch, ids: &mut Ids) -> Option<Made> {
    let view = text.view;
    let paragraphs = without_plans(text, &stretch.paragraphs);
    let entries = figures_of(text, &paragraphs);
    let is_titled = matches!(stretch.called, Called::Lead(_) | Called::Cut(_) | Called::Heading);
    if paragraphs.is_empty() && entries.is_empty() || (entries.is_empty() && !is_titled) {
        return None;
    }
    let mut review = Vec::new();
    let title = title(text, stretch, &paragraphs, &mut review);
    let names: Vec<Name> = paragraphs
        .iter()
        .flat_map(|it| programmes(view, it.clone()))
        .chain(lead_names(view, stretch))
        .collect();
    let id = ids.make(&title);
    let drafts = drafts(text, &entries);
    let figures = drafts.iter().enumerate().map(|(at, it)| figure(text, it, &names, (&drafts, at)));
    let mut figures: Vec<Figure> = figures.collect();
    tell_same_labels(view, &mut figures, &drafts, text.entries);
    tell_periods(view, &mut figures, &drafts, text.entries);
    figures.iter_mut().for_each(|it| it.id = ids.make(&it.label));
    let facts = paragraphs.iter().flat_map(|it| facts(view, it.clone()));
    let facts = facts.map(|it| Fact { label: it.label, items: it.items, open: it.is_open });
    let mut named: Vec<Named> = Vec::new();
    for name in &names {
        if !named.iter().any(|it| aliases::key(&it.name) == aliases::key(&name.text)) {
            named.push(aliases::programme(&name.text));
        }
    }
    let initiative = Initiative {
        description: describing::description(view, &paragraphs, &title),
        aliases: aliases::initiative(&title),
        programmes: named,
        facts: facts.collect(),
        id,
        title,
        review,
        figures,
    };
    let start = paragraphs.first().map_or(0, |it| it.start);
    Some(Made {
        initiative,
        entries,
        start,
        path: stretch.path.clone(),
        is_heading: stretch.called == Called::Heading,
    })
}

/// Figures that stand in the title alone, as an initiative of their own; none where there are none.
pub(super) fn of_titles(text: &Text<'_>, ids: &mut Ids) -> Option<Made> {
    let counts = |it: &&Range<usize>| !figures_of(text, &[(*it).clone()]).is_empty();
    let paragraphs: Vec<Range<usize>> = text.outline.titles.iter().filter(counts).cloned().collect();
    let stretch = Stretch { path: Vec::new(), called: Called::Nothing, paragraphs };
    (!stretch.paragraphs.is_empty()).then(|| initiative(text, &stretch, ids)).flatten()
}

/// The paragraphs as far as they tell what was done.
fn without_plans(text: &Text<'_>, paragraphs: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_plan = |at: usize| text.zones.of(at) == Some(Zone::Plan);
    let done = paragraphs.iter().map(|it| {
        let start = text.view.skip(it.start);
        if is_plan(start) && is_plan(it.end.saturating_sub(2)) { it.start..it.start } else { it.clone() }
    });
    done.filter(|it| !it.is_empty()).collect()
}

fn figures_of(text: &Text<'_>, paragraphs: &[Range<usize>]) -> Vec<usize> {
    let is_inside = |it: &Entry| paragraphs.iter().any(|range| range.contains(&it.number.value.start));
    let found = text.entries.iter().enumerate().filter(|(_, it)| it.waived.is_none() && is_inside(it));
    found.map(|it| it.0).collect()
}

fn title(
    text: &Text<'_>,
    stretch: &Stretch,
    paragraphs: &[Range<usize>],
    review: &mut Vec<String>,
) -> String {
    let view = text.view;
    let start = paragraphs.first().map_or(0, |it| view.skip(it.start));
    let mark =
        |review: &mut Vec<String>, what: String| review.push(words::mark(view.line_column(start), &what));
    match &stretch.called {
        Called::Lead(lead) => view.title(lead.clone()),
        Called::Cut(lead) => {
            let title = view.title(lead.clone());
            mark(review, words::cut_lead(&title));
            title
        }
        Called::Heading => stretch
            .path
            .last()
            .map_or_else(String::new, |&it| view.title(text.outline.headings[it].title.clone())),
        Called::Nothing => {
            let title = made_title(text, paragraphs);
            mark(review, words::no_lead(&title));
            title
        }
    }
}

/// The title of text without a lead: a clause before its first figure, else what that figure counts.
fn made_title(text: &Text<'_>, paragraphs: &[Range<usize>]) -> String {
    let view = text.view;
    let figures = figures_of(text, paragraphs);
    let first = figures.first().map(|&it| text.entries[it].printed.start);
    let before: Vec<Range<usize>> = match first {
        Some(end) => {
            paragraphs.iter().filter(|it| it.start < end).map(|it| it.start..it.end.min(end)).collect()
        }
        None => paragraphs.to_vec(),
    };
    if let Some(range) = describing::title(view, &before) {
        return view.title(range);
    }
    let counted = figures.first().map(|&it| {
        let clause = clause(view, text.entries, it);
        labels::label(view, &text.entries[it].number, &clause).text
    });
    match counted.filter(|it| it.chars().count() >= 2) {
        // Not as it stands in the text: a title is looked for there, and this one may stand behind its figure.
        Some(label) => words::among_others(&label),
        None if view.holds(0..view.len(), &[words::overview()]) => words::other_overview().to_owned(),
        None => words::overview().to_owned(),
    }
}

/// Names in the lead itself.
fn lead_names(view: &View, stretch: &Stretch) -> Vec<Name> {
    match &stretch.called {
        // The stop behind a lead tells a name from rhetoric.
        Called::Lead(lead) | Called::Cut(lead) => {
            programmes(view, lead.start..(lead.end + 1).min(view.len()))
        }
        _ => Vec::new(),
    }
}

/// Clause, label, qualifiers and topic of each figure, in order: each may lean on the one before it.
fn drafts(text: &Text<'_>, entries: &[usize]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for &entry in entries {
        let number = &text.entries[entry].number;
        let clause = clause(text.view, text.entries, entry);
        let label = carried(labels::label(text.view, number, &clause), &clause, drafts.last());
        let earlier = drafts.last().map(|it| it.qualifiers.clone()).unwrap_or_default();
        let qualifiers = qualifiers(text.view, number, &clause, &earlier);
        let topic = topic(text, number.value.start, &label, drafts.last());
        drafts.push(Draft { entry, clause, label, shown: String::new(), qualifiers, topic });
    }
    lists::share(text.view, text.entries, &mut drafts);
    grades::tell(text.view, text.entries, &mut drafts);
    accounts::tell(text.view, text.entries, &mut drafts);
    for at in 0..drafts.len() {
        drafts[at].topic = topic(
            text,
            text.entries[drafts[at].entry].number.value.start,
            &drafts[at].label,
            at.checked_sub(1).map(|it| &drafts[it]),
        );
        drafts[at].shown = shown(&drafts[at].label, &drafts[at].topic);
    }
    drafts
}

/// 2期120人, 2金2铜: a figure without a word of its own counts what the one before it counts.
fn carried(label: Label, clause: &Clause, earlier: Option<&Draft>) -> Label {
    let goes_on = |it: &&Draft| !clause.is_first || clause.whole.start == it.clause.whole.end + 1;
    match earlier.filter(|_| label.text.is_empty()).filter(goes_on) {
        Some(earlier) => earlier.label.clone(),
        None => label,
    }
}

/// What a bare label, or one of coverage, is about: the figure before it in the sentence, else the last name before it.
fn topic(text: &Text<'_>, at: usize, label: &Label, earlier: Option<&Draft>) -> String {
    let view = text.view;
    let sentence = view.sentence(at);
    let same_sentence = earlier.filter(|it| sentence.contains(&text.entries[it.entry].number.value.start));
    if !(label.is_bare || labels::is_coverage(label)) {
        return String::new();
    }
    if let Some(earlier) =
        same_sentence.filter(|it| labels::is_coverage(label) && !labels::is_coverage(&it.label))
    {
        return short(&earlier.shown);
    }
    if let Some(earlier) = same_sentence.filter(|it| !it.topic.is_empty()) {
        return earlier.topic.clone();
    }
    let clause = view.last_mark(sentence.start, at, &[',', ';', ':']);
    let own = programmes(view, clause..at);
    let earlier_names = programmes(view, sentence.start..clause);
    match own.as_slice() {
        [one] => short(&one.text),
        // A name of a list is not what the whole list is about.
        [] => earlier_names
            .last()
            .map(|it| short(&it.text))
            .or_else(|| place_of_activity(label, same_sentence))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// 建成青年之家145个,开展活动1752场次: the activities of what was counted before.
fn place_of_activity(label: &Label, earlier: Option<&Draft>) -> Option<String> {
    earlier.filter(|_| label.noun.ends_with("活动")).map(|it| short(&it.shown))
}

fn short(text: &str) -> String {
    if text.chars().count() > LONGEST_TOPIC { String::new() } else { text.to_owned() }
}

/// The label with its topic before it.
fn shown(label: &Label, topic: &str) -> String {
    if topic.is_empty() || label.text.contains(topic) {
        label.text.clone()
    } else {
        format!("{topic}{}", label.text)
    }
}

/// One figure.
fn figure(text: &Text<'_>, draft: &Draft, names: &[Name], row: (&[Draft], usize)) -> Figure {
    let view = text.view;
    let entry = &text.entries[draft.entry];
    let number = &entry.number;
    let start = number.value.start;
    let sentence = view.sentence(start);
    let (drafts, at) = row;
    let earlier =
        at.checked_sub(1).map_or(sentence.start, |it| text.entries[drafts[it].entry].number.printed.end);
    let next = drafts.get(at + 1).map_or(sentence.end, |it| it.clause.before.end);
    let own =
        about(names, &sentence, &number.printed, (earlier, if draft.label.is_behind { next } else { start }));
    let unit = number.unit(view);
    // Without a name in its sentence a figure is asked for by the name in the lead.
    let lead = name_before(text, names, sentence.start);
    let asked_by: Vec<&Name> = if own.is_empty() { lead.into_iter().collect() } else { own.clone() };
    let counted = Counted {
        clause: &draft.clause,
        label: &draft.label,
        shown: &draft.shown,
        names: &asked_by,
        topic: &draft.topic,
        sentence: sentence.clone(),
    };
    let label = if draft.shown.is_empty() { fallback(draft, &own) } else { draft.shown.clone() };
    let mut programmes: Vec<String> = Vec::new();
    own.iter().for_each(|it| {
        // Of two names that are written alike the initiative has the first alone.
        let kept = names
            .iter()
            .find(|name| aliases::key(&name.text) == aliases::key(&it.text))
            .map_or(&it.text, |it| &it.text);
        if !programmes.contains(kept) {
            programmes.push(kept.clone());
        }
    });
    Figure {
        id: String::new(),
        value: value(view, number),
        qualifiers: draft.qualifiers.clone(),
        printed: view.printed(entry.printed.clone()).replace('\n', ""),
        nature: if narrowing::is_stock(view, &draft.clause, &number.folded_unit(view)) {
            "stock"
        } else {
            "flow"
        },
        period: narrowing::period(view, sentence.start..start, text.year),
        scope: narrowing::scope(view, &draft.clause, start),
        programmes,
        aliases: aliases::figure(view, &counted),
        review: review(text, draft, &label),
        unit,
        label,
    }
}

/// The name in the lead, else the first of the same line before a place.
fn name_before<'n>(text: &Text<'_>, names: &'n [Name], at: usize) -> Option<&'n Name> {
    let earlier = || names.iter().filter(|it| it.range.end <= at);
    let is_led = |name: &&Name| {
        let has = |it: &Stretch| match &it.called {
            Called::Lead(lead) | Called::Cut(lead) => lead.contains(&name.range.start),
            _ => false,
        };
        text.outline.stretches.iter().any(has)
    };
    let start = text.view.last_mark(0, at, &['\n']);
    let first = earlier().min_by_key(|it| it.range.start).filter(is_led);
    first.or_else(|| earlier().filter(|it| it.range.start >= start).min_by_key(|it| it.range.start))
}

/// The number as printed, in half-width characters and without blanks.
fn value(view: &View, number: &super::numbers::Number) -> String {
    view.folded(number.value.clone())
}

/// A label where the clause holds no words: the name that the figure is about, else 数量.
fn fallback(draft: &Draft, names: &[&Name]) -> String {
    names.last().map_or_else(
        || if draft.topic.is_empty() { "数量".to_owned() } else { draft.topic.clone() },
        |it| it.text.clone(),
    )
}

/// What the office should look at.
fn review(text: &Text<'_>, draft: &Draft, label: &str) -> Vec<String> {
    let view = text.view;
    let entry = &text.entries[draft.entry];
    let number = &entry.number;
    let mut found = Vec::new();
    if draft.label.is_bare {
        found.push(words::bare_label(label));
    }
    if label.chars().count() > LONG_LABEL {
        found.push(words::long_label());
    }
    if !number.has_unit() {
        found.push(words::no_unit());
    }
    if !number.is_arabic {
        found.push(words::in_words(&view.title(number.printed.clone())));
    }
    if draft.qualifiers.iter().any(|it| it == "其中") || view.before(view.back(number.value.start)) == '含'
    {
        found.push(words::part_of());
    }
    if MONEY.contains(&number.folded_unit(view).as_str()) && label.chars().count() <= 4 {
        found.push(words::money(label));
    }
    if text.zones.of(number.value.start) == Some(Zone::Title) {
        found.push(words::in_title());
    }
    let place = view.line_column(number.value.start);
    found.iter().map(|it| words::mark(place, it)).collect()
}

/// Where a period of several years begins, the office is asked once.
fn tell_periods(view: &View, figures: &mut [Figure], drafts: &[Draft], entries: &[Entry]) {
    for at in 0..figures.len() {
        let is_new = at == 0 || figures[at - 1].period != figures[at].period;
        if let Some(period) = figures[at].period.clone().filter(|_| is_new) {
            let place = view.line_column(entries[drafts[at].entry].number.value.start);
            figures[at].review.push(words::mark(place, &words::several_years(&period)));
        }
    }
}

/// Two figures with the same label and unit: each takes the words in which their sentences differ, else the words before it, else
/// the office is asked.
fn tell_same_labels(view: &View, figures: &mut [Figure], drafts: &[Draft], entries: &[Entry]) {
    let key = |it: &Figure| (it.label.clone(), it.unit.clone());
    let keys: Vec<(String, String)> = figures.iter().map(key).collect();
    for at in 0..figures.len() {
        let Some(other) = (0..figures.len()).find(|&it| it != at && keys[it] == keys[at]) else { continue };
        let start = |row: usize| entries[drafts[row].entry].number.value.start;
        if let Some(words) = parallels::tell(view, start(at), start(other)) {
            let has_label = words.ends_with(&figures[at].label);
            let longer = if has_label { words.clone() } else { format!("{words}{}", figures[at].label) };
            figures[at].aliases.push(words);
            let old = std::mem::replace(&mut figures[at].label, longer);
            figures[at].aliases.retain(|it| *it != old);
        } else if let Some(whole) = sum_before_bracket(view, drafts, entries, at) {
            figures[at].label = format!("{}{}", figures[whole].label, figures[at].label);
        } else if let Some(longer) = words_before(view, &drafts[at], &figures[at].label) {
            figures[at].label = longer;
        }
        let is_same = |it: &Figure| it.label == figures[at].label && it.unit == figures[at].unit;
        if figures.iter().filter(|it| is_same(it)).count() > 1 {
            let what = words::mark(view.line_column(start(at)), &words::same_label(&figures[at].label));
            figures[at].review.push(what);
        }
    }
}

/// 补贴资金119万元(省资金40.16万元、市资金78.84万元): the figure before the bracket in which a figure stands.
fn sum_before_bracket(view: &View, drafts: &[Draft], entries: &[Entry], at: usize) -> Option<usize> {
    let number = |row: usize| &entries[drafts[row].entry].number;
    let start = number(at).value.start;
    let open = view.last_mark(view.sentence(start).start, start, &['(', ')']);
    let is_inside = open > 0 && view.before(open) == '(';
    let before = (0..at).rev().find(|&it| number(it).printed.end < open)?;
    let is_sum = view.skip(number(before).printed.end) + 1 == open;
    let fits =
        drafts[before].label.text.chars().count() + drafts[at].label.text.chars().count() <= LONG_LABEL;
    (is_inside && is_sum && fits).then_some(before)
}

/// The words before a figure in its clause, with its noun where that stands behind; none where they say no more than the label.
fn words_before(view: &View, draft: &Draft, label: &str) -> Option<String> {
    let left = view.title(draft.clause.before.clone());
    let own = left.trim_matches([',', '，', '、', ' ']).rsplit('、').next().unwrap_or_default().to_owned();
    let longer = if draft.label.is_behind { format!("{own}{label}") } else { own };
    let count = longer.chars().count();
    let is_fit = count > label.chars().count() && count <= LONG_LABEL;
    (is_fit && !longer.chars().any(char::is_numeric)).then_some(longer)
}
