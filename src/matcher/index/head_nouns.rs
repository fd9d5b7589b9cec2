//! What labels end with: a Chinese noun phrase counts its last word (受帮助的困难*青少年*).
//! Knows no question.

use crate::matcher::index::Doc;
use crate::matcher::index::text_pool::TextPool;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::letters::{Letters, size};
use crate::matcher::vocabulary::trie::TermId;
use crate::report::Report;
use crate::text::numerals;
use smallvec::SmallVec;
use std::sync::{Arc, OnceLock};

/// For each document the words and groups of synonyms that its label and aliases end with.
#[derive(Debug)]
pub(crate) struct HeadNouns {
    letters: Arc<Letters>,
    words: Arc<Vocabulary>,
    labels: Vec<Label>,
}

/// The label and aliases of a document.
#[derive(Debug)]
struct Label {
    /// The numbers of their texts, the label first.
    texts: SmallVec<[u32; 4]>,
    numbered: bool,
    /// Looked up when first needed.
    endings: OnceLock<Endings>,
}

#[derive(Debug, Default)]
struct Endings {
    terms: Vec<TermId>,
    groups: Vec<usize>,
}

impl HeadNouns {
    /// Looks at the label and aliases of every document.
    #[must_use]
    pub(crate) fn build(
        reports: &[Report],
        keys: &TextPool<'_>,
        letters: Arc<Letters>,
        words: Arc<Vocabulary>,
        docs: &[Doc],
    ) -> Self {
        let label = |doc: &Doc| Label {
            texts: labels(reports, *doc).filter_map(|it| keys.number(it)).map(size).collect(),
            numbered: labels(reports, *doc).any(|it| it.chars().any(is_numeral)),
            endings: OnceLock::new(),
        };
        Self { letters, words, labels: docs.iter().map(label).collect() }
    }

    fn endings(&self, doc: usize) -> &Endings {
        let label = &self.labels[doc];
        label.endings.get_or_init(|| {
            let mut endings = Endings::default();
            for text in &label.texts {
                add_endings(self.letters.text(*text as usize), &self.words, &mut endings);
            }
            endings
        })
    }

    /// True where a label of the document ends with this word or one that means the same.
    #[must_use]
    pub(crate) fn ends(&self, doc: usize, terms: &[TermId], groups: &[usize]) -> bool {
        let own = self.endings(doc);
        terms.iter().any(|it| own.terms.contains(it)) || groups.iter().any(|it| own.groups.contains(it))
    }

    /// True where the label itself says how many: 六条措施, 三大行动.
    #[must_use]
    pub(crate) fn is_numbered(&self, doc: usize) -> bool {
        self.labels[doc].numbered
    }

    /// The length of the label in characters.
    #[must_use]
    pub(crate) fn label_length(&self, doc: usize) -> usize {
        self.labels[doc].texts.first().map_or(0, |it| self.letters.text(*it as usize).len())
    }
}

fn is_numeral(letter: char) -> bool {
    numerals::place(letter).is_some_and(|it| it > 1)
}

fn labels(reports: &[Report], doc: Doc) -> Box<dyn Iterator<Item = &String> + '_> {
    match doc {
        Doc::Figure(report, at) => {
            let figure = &reports[report].figures[at];
            Box::new(std::iter::once(&figure.label).chain(&figure.aliases))
        }
        Doc::Fact(report, at) => {
            let fact = &reports[report].facts[at];
            Box::new(std::iter::once(&fact.label).chain(&fact.aliases))
        }
        Doc::Initiative(report, at) => {
            let name = &reports[report].initiatives[at].name;
            Box::new(std::iter::once(&name.name).chain(&name.aliases))
        }
    }
}

fn add_endings(text: &[char], words: &Vocabulary, endings: &mut Endings) {
    for start in 0..text.len().saturating_sub(1) {
        let ending = &text[start..];
        let Some(term) = words.get(ending) else { continue };
        endings.terms.push(term);
        endings.groups.extend(words.roles(term).iter().filter_map(|role| match role {
            Role::Group(at) => Some(*at),
            _ => None,
        }));
    }
}
