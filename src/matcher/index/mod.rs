//! What each figure, fact and initiative is known by, and where each word stands.
//! Built once for a set of reports; knows no question.

pub(crate) mod documents;
pub(crate) mod head_nouns;
pub(crate) mod headings;
pub(crate) mod ngrams;
pub(crate) mod postings;
pub(crate) mod seeking;
pub(crate) mod text_pool;

use crate::matcher::index::documents::{Field, Known};
use crate::matcher::index::postings::{Posting, Postings};
use crate::matcher::index::seeking::Seeking;
use crate::matcher::index::text_pool::TextPool;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::letters::Letters;
use crate::matcher::vocabulary::trie::TermId;
use crate::report::Report;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

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
pub(crate) type DocId = u32;

/// The lists of where words stand.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Everything a question may be about.
    pub docs: Vec<Doc>,
    /// For each document the number of its initiative, counted over all reports.
    pub initiative_of: Vec<usize>,
    /// How many initiatives there are in all reports.
    pub initiatives: usize,
    /// For each document the measure that it is counted in: none but for figures.
    pub measures: Vec<Option<usize>>,
    /// For each document the scopes that a figure has, as positions in the word lists.
    pub scopes: Vec<Vec<usize>>,
    /// For each initiative the positions of its documents.
    pub ranges: Vec<Range<usize>>,
    /// For each document its own label and aliases, as compared, one a line.
    labels: Vec<Vec<char>>,
    /// For each initiative all that is said in it, as compared, one text a line.
    mentions: Vec<Vec<char>>,
    standing: Standing,
}

/// Where words stand: in lists of all of them, or sought when it is asked.
#[derive(Debug)]
enum Standing {
    /// For a report that is asked often: first the lists of words, then those of groups of synonyms, then those of scopes.
    Listed { postings: Postings, words: usize, groups: usize },
    /// For one among many.
    Sought(Seeking, Arc<Vocabulary>),
}

impl Default for Standing {
    fn default() -> Self {
        Self::Listed { postings: Postings::default(), words: 0, groups: 0 }
    }
}

impl Index {
    /// Notes where each word stands.
    #[must_use]
    pub(crate) fn build(
        reports: &[Report],
        known: &[Known<'_>],
        keys: &TextPool<'_>,
        lexicon: &Lists,
        words: &Vocabulary,
    ) -> Self {
        let mut index = Self::without_words(reports, known, keys, lexicon);
        let (all, groups) = (words.count(), lexicon.synonyms.len());
        let lists: Vec<Vec<u32>> = keys.texts.iter().map(|it| lists_of(&it.key, words, groups)).collect();
        let weighted =
            |texts: &Vec<(Field, usize)>| texts.iter().map(|(at, it)| (at.weight(), *it)).collect();
        let docs: Vec<Vec<(f32, usize)>> = keys.docs.iter().map(weighted).collect();
        let postings = Postings::of(&docs, &lists, all + groups + lexicon.scopes.len());
        index.standing = Standing::Listed { postings, words: all, groups };
        index
    }

    /// The same without lists: where a word stands is sought when it is asked.
    #[must_use]
    pub(crate) fn seeking(
        mut self,
        letters: Arc<Letters>,
        keys: &TextPool<'_>,
        words: Arc<Vocabulary>,
    ) -> Self {
        self.standing = Standing::Sought(Seeking::of(letters, &keys.docs), words);
        self
    }

    /// All but where words stand.
    #[must_use]
    pub(crate) fn without_words(
        reports: &[Report],
        known: &[Known<'_>],
        keys: &TextPool<'_>,
        lexicon: &Lists,
    ) -> Self {
        let mut index = Self {
            measures: known.iter().map(|(doc, ..)| measure(*doc, reports, lexicon)).collect(),
            scopes: known.iter().map(|(doc, ..)| scopes(*doc, reports, lexicon)).collect(),
            ..Self::default()
        };
        known.iter().for_each(|(doc, initiative, _)| index.add(*doc, *initiative));
        index.note(keys);
        index
    }

    fn add(&mut self, doc: Doc, initiative: usize) {
        self.initiatives = self.initiatives.max(initiative + 1);
        self.ranges.resize(self.initiatives, self.docs.len()..self.docs.len());
        self.docs.push(doc);
        self.initiative_of.push(initiative);
        self.ranges[initiative].end = self.docs.len();
    }

    /// True where a label or alias of the document holds these characters.
    #[must_use]
    pub(crate) fn labels(&self, doc: usize, text: &[char]) -> bool {
        holds(&self.labels[doc], text)
    }

    /// True where these characters are all of a label or alias of the document.
    #[must_use]
    pub(crate) fn is_label(&self, doc: usize, text: &[char]) -> bool {
        self.labels[doc].split(|it| *it == '\n').any(|label| label == text)
    }

    /// True where anything that is said in the initiative holds these characters.
    #[must_use]
    pub(crate) fn mentions(&self, initiative: usize, text: &[char]) -> bool {
        holds(&self.mentions[initiative], text)
    }

    /// Notes what is said in each document and initiative, for words that must stand there literally.
    fn note(&mut self, keys: &TextPool<'_>) {
        self.labels = vec![Vec::new(); self.docs.len()];
        self.mentions = vec![Vec::new(); self.initiatives];
        let mut newest = vec![usize::MAX; keys.texts.len()];
        for (doc, texts) in keys.docs.iter().enumerate() {
            let initiative = self.initiative_of[doc];
            for (field, text) in texts {
                let key = &keys.texts[*text].key;
                if *field == Field::Label {
                    add_line(&mut self.labels[doc], key);
                }
                // The documents of an initiative stand side by side and share most of their texts.
                let is_new = std::mem::replace(&mut newest[*text], initiative) != initiative;
                if *field != Field::Heading && is_new {
                    add_line(&mut self.mentions[initiative], key);
                }
            }
        }
    }

    /// The position of a document; nothing where it is not in these reports.
    #[must_use]
    pub(crate) fn id(&self, doc: Doc) -> Option<DocId> {
        self.docs.iter().position(|it| *it == doc).and_then(|at| DocId::try_from(at).ok())
    }

    /// Where this very word stands.
    #[must_use]
    pub(crate) fn of_term(&self, term: TermId) -> Cow<'_, [Posting]> {
        match &self.standing {
            Standing::Listed { postings, .. } => Cow::Borrowed(postings.list(term as usize)),
            Standing::Sought(seeking, words) => {
                let says = words.roles(term).iter().any(|it| it.has_documents());
                Cow::Owned(if says { seeking.list(&[term], words) } else { Vec::new() })
            }
        }
    }

    /// Where a word of this group stands.
    #[must_use]
    pub(crate) fn of_group(&self, group: usize) -> Cow<'_, [Posting]> {
        match &self.standing {
            Standing::Listed { postings, words, .. } => Cow::Borrowed(postings.list(words + group)),
            Standing::Sought(seeking, words) => Cow::Owned(seeking.list(words.of_group(group), words)),
        }
    }

    /// Where a word for this scope stands.
    #[must_use]
    pub(crate) fn of_scope(&self, scope: usize) -> Cow<'_, [Posting]> {
        match &self.standing {
            Standing::Listed { postings, words, groups } => {
                Cow::Borrowed(postings.list(words + groups + scope))
            }
            Standing::Sought(seeking, words) => Cow::Owned(seeking.list(words.of_scope(scope), words)),
        }
    }
}

/// The lists that the words of a text belong to: first those of the words themselves, then those of the groups of synonyms,
/// then those of the scopes.
fn lists_of(text: &[char], words: &Vocabulary, groups: usize) -> Vec<u32> {
    let all = words.count();
    let shared_list = |role: Role| match role {
        Role::Group(at) | Role::Unreported(at) => Some(all + at),
        Role::Scope(at) => Some(all + groups + at),
        _ => None,
    };
    let mut lists = Vec::with_capacity(text.len() * 3);
    let terms = (0..text.len()).flat_map(|start| words.prefixes(&text[start..]));
    for (_, term) in terms {
        for role in words.roles(term) {
            lists.extend(role.has_documents().then_some(term));
            lists.extend(shared_list(*role).and_then(|it| u32::try_from(it).ok()));
        }
    }
    lists.sort_unstable();
    lists.dedup();
    lists
}

pub(crate) fn holds(all: &[char], text: &[char]) -> bool {
    let Some(first) = text.first() else { return false };
    let starts = all.iter().enumerate().filter(|(_, letter)| *letter == first);
    starts
        .map(|(at, _)| &all[at..])
        .any(|rest| rest.len() >= text.len() && rest.iter().zip(text).all(|(a, b)| a == b))
}

fn add_line(all: &mut Vec<char>, text: &[char]) {
    all.push('\n');
    all.extend(text);
}

fn scopes(doc: Doc, reports: &[Report], lexicon: &Lists) -> Vec<usize> {
    let Doc::Figure(report, at) = doc else { return Vec::new() };
    let own = &reports[report].figures[at].scope;
    (0..lexicon.scopes.len()).filter(|it| own.contains(&lexicon.scopes[*it].scope)).collect()
}

fn measure(doc: Doc, reports: &[Report], lexicon: &Lists) -> Option<usize> {
    match doc {
        Doc::Figure(report, at) => lexicon.measure_of(&reports[report].figures[at].unit),
        Doc::Fact(..) | Doc::Initiative(..) => None,
    }
}
