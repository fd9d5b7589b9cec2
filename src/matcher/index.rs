//! What each figure, fact and initiative is known by, and where each word stands.
//! Built once for a set of reports; knows no question.

use super::lexicon::{Cue, Lexicon};
use super::trie::TermId;
use super::vocabulary::{Role, Vocabulary, key};
use crate::report::{Initiative, Named, Report};
use crate::text::is_hanzi;
use rustc_hash::FxHashMap;

/// Something that a question may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doc {
    /// A figure: report, position.
    Figure(usize, usize),
    /// A fact: report, position.
    Fact(usize, usize),
    /// An initiative as a whole: report, position.
    Initiative(usize, usize),
}

/// Position of a [`Doc`] in the index.
pub type DocId = u32;

/// Where a word stands in relation to a figure, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In its own label, aliases or scope.
    Label,
    /// In the name of a programme that it is about.
    Bound,
    /// In the name of its initiative.
    Name,
    /// In what its initiative says: description and facts.
    Text,
    /// In the name of a programme of its initiative that other figures are about.
    Other,
    /// In the heading of its section or part.
    Heading,
}

/// How much a word says for a figure, by where it stands. A label names the figure itself; a programme may have several
/// figures; an initiative has them all; a description mentions in passing; a heading covers a dozen initiatives.
const FIELD_WEIGHT: [f32; 6] = [1.0, 0.9, 0.75, 0.5, 0.35, 0.25];

impl Field {
    /// What a word in this field says for the figure, 0 to 1.
    #[must_use]
    pub fn weight(self) -> f32 {
        FIELD_WEIGHT[self as usize]
    }
}

/// The lists of where words stand.
#[derive(Debug, Default)]
pub struct Index {
    /// Everything a question may be about.
    pub docs: Vec<Doc>,
    /// For each document the number of its initiative, counted over all reports.
    pub initiative_of: Vec<usize>,
    /// How many initiatives there are in all reports.
    pub initiatives: usize,
    by_term: FxHashMap<TermId, Vec<(DocId, f32)>>,
    by_group: Vec<Vec<(DocId, f32)>>,
    by_scope: Vec<Vec<(DocId, f32)>>,
}

/// The texts of one document, with where they stand.
type Texts<'a> = Vec<(Field, &'a str)>;

impl Index {
    /// Adds the names and pieces of the reports to the vocabulary and notes where each word stands.
    #[must_use]
    pub fn build(reports: &[Report], lexicon: &Lexicon, words: &mut Vocabulary) -> Self {
        let mut index = Self {
            by_group: vec![Vec::new(); lexicon.synonyms.len()],
            by_scope: vec![Vec::new(); lexicon.scopes.len()],
            ..Self::default()
        };
        let mut all: Vec<(Doc, usize, Texts<'_>)> = Vec::new();
        for (at, report) in reports.iter().enumerate() {
            add_homes(at, report, words);
            collect(at, report, index.initiatives, &mut all);
            index.initiatives += report.initiatives.len();
        }
        for (_, _, texts) in &all {
            texts.iter().for_each(|(field, text)| add_words(*field, text, lexicon, words));
        }
        for (doc, initiative, texts) in all {
            index.add(doc, initiative, &texts, words);
        }
        words.seal();
        index
    }

    fn add(&mut self, doc: Doc, initiative: usize, texts: &Texts<'_>, words: &Vocabulary) {
        let id = DocId::try_from(self.docs.len()).unwrap_or(DocId::MAX);
        self.docs.push(doc);
        self.initiative_of.push(initiative);
        for (field, text) in texts {
            let text = key(text);
            for start in 0..text.len() {
                for (_, term) in words.prefixes(&text[start..]) {
                    self.post(id, *field, term, words);
                }
            }
        }
    }

    fn post(&mut self, doc: DocId, field: Field, term: TermId, words: &Vocabulary) {
        for role in words.roles(term) {
            match role {
                Role::Group(at) => {
                    raise(&mut self.by_group[*at], doc, field.weight());
                    raise(self.by_term.entry(term).or_default(), doc, field.weight());
                }
                Role::Scope(at) => raise(&mut self.by_scope[*at], doc, field.weight()),
                Role::Name
                | Role::Gram
                | Role::Elsewhere
                | Role::Subject
                | Role::Within
                | Role::Home(_)
                | Role::MeasureNoun(_) => {
                    raise(self.by_term.entry(term).or_default(), doc, field.weight());
                }
                Role::Stop
                | Role::Cue(_)
                | Role::Unit(_)
                | Role::Said(_)
                | Role::Programme
                | Role::Refused => {}
            }
        }
    }

    /// Where this very word stands.
    #[must_use]
    pub fn of_term(&self, term: TermId) -> &[(DocId, f32)] {
        self.by_term.get(&term).map_or(&[], Vec::as_slice)
    }

    /// Where a word of this group stands.
    #[must_use]
    pub fn of_group(&self, group: usize) -> &[(DocId, f32)] {
        &self.by_group[group]
    }

    /// Where a word for this scope stands.
    #[must_use]
    pub fn of_scope(&self, scope: usize) -> &[(DocId, f32)] {
        &self.by_scope[scope]
    }
}

/// Documents come in order, so the newest entry is the only one that can be of the same document.
fn raise(list: &mut Vec<(DocId, f32)>, doc: DocId, weight: f32) {
    match list.last_mut() {
        Some((last, known)) if *last == doc => *known = known.max(weight),
        _ => list.push((doc, weight)),
    }
}

fn add_homes(at: usize, report: &Report, words: &mut Vocabulary) {
    let body = std::iter::once(&report.body.name).chain(&report.body.aliases);
    let place = std::iter::once(&report.place.name).chain(&report.place.aliases);
    body.chain(place).for_each(|name| {
        words.add(name, Role::Home(at));
    });
    report.place.within.iter().for_each(|name| {
        words.add(name, Role::Elsewhere);
    });
    report.initiatives.iter().flat_map(|it| &it.programmes).flat_map(named).for_each(|name| {
        words.add(name, Role::Programme);
    });
    report.place.contains.iter().for_each(|name| {
        words.add(name, Role::Within);
    });
}

fn collect<'a>(at: usize, report: &'a Report, first: usize, all: &mut Vec<(Doc, usize, Texts<'a>)>) {
    for (number, initiative) in report.initiatives.iter().enumerate() {
        let common = common_texts(report, number);
        for figure in &initiative.figures {
            let texts = figure_texts(report, initiative, *figure).chain(common.iter().copied()).collect();
            all.push((Doc::Figure(at, *figure), first + number, texts));
        }
        let names = || initiative.programmes.iter().flat_map(named);
        for fact in &initiative.facts {
            let (fact_at, fact) = (*fact, &report.facts[*fact]);
            let label = std::iter::once(fact.label.as_str()).chain(fact.aliases.iter().map(String::as_str));
            let items = fact.items.iter().map(|it| (Field::Bound, it.as_str()));
            let texts = label.map(|it| (Field::Label, it)).chain(items);
            let texts =
                texts.chain(names().map(|it| (Field::Name, it))).chain(common.iter().copied()).collect();
            all.push((Doc::Fact(at, fact_at), first + number, texts));
        }
        let texts = names().map(|it| (Field::Label, it)).chain(common.iter().copied());
        let own = named(&initiative.name).map(|it| (Field::Label, it));
        all.push((Doc::Initiative(at, number), first + number, own.chain(texts).collect()));
    }
}

fn named(name: &Named) -> impl Iterator<Item = &str> {
    std::iter::once(name.name.as_str()).chain(name.aliases.iter().map(String::as_str))
}

/// What a figure alone is known by, and the programmes of its initiative, near and far.
fn figure_texts<'a>(
    report: &'a Report,
    it: &'a Initiative,
    at: usize,
) -> impl Iterator<Item = (Field, &'a str)> {
    let figure = &report.figures[at];
    let own = std::iter::once(&figure.label).chain(&figure.aliases).chain(&figure.scope);
    let bound_to_any =
        |name: &str| it.figures.iter().any(|f| report.figures[*f].programmes.iter().any(|p| p == name));
    let programmes = it.programmes.iter().flat_map(move |programme| {
        let field = if figure.programmes.contains(&programme.name) {
            Field::Bound
        } else if bound_to_any(&programme.name) {
            Field::Other
        } else {
            Field::Name
        };
        named(programme).map(move |name| (field, name))
    });
    own.map(|text| (Field::Label, text.as_str())).chain(programmes)
}

/// What everything in an initiative is known by.
fn common_texts(report: &Report, at: usize) -> Texts<'_> {
    let initiative = &report.initiatives[at];
    let section = report.section_of(at);
    let part = &report.parts[section.part];
    let mut texts: Texts<'_> = named(&initiative.name).map(|it| (Field::Name, it)).collect();
    texts.push((Field::Text, &initiative.description));
    for fact in &initiative.facts {
        let fact = &report.facts[*fact];
        texts.push((Field::Text, &fact.label));
        texts.extend(fact.items.iter().map(|it| (Field::Text, it.as_str())));
    }
    texts.extend(named(&section.name).map(|it| (Field::Heading, it)));
    texts.extend(named(&part.name).map(|it| (Field::Heading, it)));
    texts.push((Field::Heading, &part.subtitle));
    texts
}

/// Names stand as a whole; every text stands by its pieces of two to four characters too.
fn add_words(field: Field, text: &str, lexicon: &Lexicon, words: &mut Vocabulary) {
    let text = key(text);
    let is_name = !matches!(field, Field::Text);
    if is_name && text.len() >= 2 {
        words.add_key(&text, Role::Name);
    }
    let longest = if is_name && field != Field::Heading { 4 } else { 2 };
    for size in 2..=longest {
        for piece in text.windows(size) {
            let is_word = |letter: &char| {
                is_hanzi(*letter) && !lexicon.particles.iter().any(|it| it.starts_with(*letter))
            };
            if piece.iter().all(is_word) && words.get(piece).is_none() && !asks(piece, words) {
                words.add_key(piece, Role::Gram);
            }
        }
    }
}

/// True where a piece holds a question word, as aliases such as 信箱有几种 do: it would hide the question.
fn asks(piece: &[char], words: &Vocabulary) -> bool {
    let is_ask =
        |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)));
    (0..piece.len()).any(|start| words.prefixes(&piece[start..]).any(|(_, term)| is_ask(term)))
}
