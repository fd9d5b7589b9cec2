//! What labels end with: a Chinese noun phrase counts its last word (受帮助的困难*青少年*).
//! Knows no question.

use crate::matcher::index::text_pool::TextPool;
use crate::matcher::index::{Doc, Index};
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::report::Report;
use crate::text::numerals;

/// For each document the words and groups of synonyms that its label and aliases end with.
#[derive(Debug, Default)]
pub(crate) struct HeadNouns {
    terms: Vec<Vec<TermId>>,
    groups: Vec<Vec<usize>>,
    lengths: Vec<usize>,
    numbered: Vec<bool>,
}

impl HeadNouns {
    /// Looks at the label and aliases of every document.
    #[must_use]
    pub(crate) fn build(reports: &[Report], keys: &TextPool<'_>, index: &Index, words: &Vocabulary) -> Self {
        let mut heads = Self::default();
        for doc in &index.docs {
            let (mut terms, mut groups, mut length) = (Vec::new(), Vec::new(), 0);
            for (at, text) in labels(reports, *doc).enumerate() {
                let text = keys.key(text);
                length = if at == 0 { text.len() } else { length };
                add_endings(text, words, &mut terms, &mut groups);
            }
            heads.terms.push(terms);
            heads.groups.push(groups);
            heads.lengths.push(length);
            heads.numbered.push(labels(reports, *doc).any(|it| it.chars().any(is_numeral)));
        }
        heads
    }

    /// True where a label of the document ends with this word or one that means the same.
    #[must_use]
    pub(crate) fn ends(&self, doc: usize, terms: &[TermId], groups: &[usize]) -> bool {
        terms.iter().any(|it| self.terms[doc].contains(it))
            || groups.iter().any(|it| self.groups[doc].contains(it))
    }

    /// True where the label itself says how many: 六条措施, 三大行动.
    #[must_use]
    pub(crate) fn is_numbered(&self, doc: usize) -> bool {
        self.numbered[doc]
    }

    /// The length of the label in characters.
    #[must_use]
    pub(crate) fn label_length(&self, doc: usize) -> usize {
        self.lengths[doc]
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

fn add_endings(text: &[char], words: &Vocabulary, terms: &mut Vec<TermId>, groups: &mut Vec<usize>) {
    for start in 0..text.len().saturating_sub(1) {
        let ending = &text[start..];
        let Some(term) = words.get(ending) else { continue };
        terms.push(term);
        groups.extend(words.roles(term).iter().filter_map(|role| match role {
            Role::Group(at) => Some(*at),
            _ => None,
        }));
    }
}
