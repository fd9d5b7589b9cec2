//! The form in which words and texts are compared, and the texts of the reports in it: each folded once, however many
//! documents it stands with.
//! Looks no word up: that is [`crate::matcher::index`]'s.

use crate::matcher::index::documents::{Field, Known};
use crate::matcher::index::ngrams::longest_ngram;
use crate::matcher::vocabulary::key::key;
use crate::matcher::vocabulary::letters::Letters;
use rustc_hash::FxHashMap;

/// A text of the reports.
#[derive(Debug)]
pub(crate) struct Text {
    /// Its characters, as compared.
    pub key: Vec<char>,
    /// The longest token of it that is a word of its own.
    pub longest: usize,
}

/// All texts of the reports, by number and by what they say.
#[derive(Debug, Default)]
pub(crate) struct TextPool<'a> {
    numbers: FxHashMap<&'a str, usize>,
    /// The same by where a text is in memory: most texts come again and again.
    places: FxHashMap<(usize, usize), usize>,
    /// Each text once.
    pub texts: Vec<Text>,
    /// For each document the numbers of its texts, with where they stand.
    pub docs: Vec<Vec<(Field, usize)>>,
}

/// A text stands with at least this many documents on average: those of its initiative.
const SHARED: usize = 4;

impl<'a> TextPool<'a> {
    /// Folds the texts of these documents.
    pub(crate) fn of(known: &[Known<'a>]) -> Self {
        let room: usize = known.iter().map(|(.., texts)| texts.len()).sum();
        let numbers = FxHashMap::with_capacity_and_hasher(room / SHARED, rustc_hash::FxBuildHasher);
        let places = FxHashMap::with_capacity_and_hasher(room / SHARED, rustc_hash::FxBuildHasher);
        let mut keys = Self { numbers, places, ..Self::default() };
        for (.., texts) in known {
            let numbers = texts.iter().map(|(field, text)| (*field, keys.add(*field, text))).collect();
            keys.docs.push(numbers);
        }
        keys
    }

    /// The characters of all texts, by number.
    pub(crate) fn letters(&self) -> Letters {
        Letters::of(self.texts.iter().map(|it| it.key.as_slice()))
    }

    fn add(&mut self, field: Field, text: &'a str) -> usize {
        let number = match self.places.get(&place(text)) {
            Some(known) => *known,
            None => self.add_new(text),
        };
        let longest = &mut self.texts[number].longest;
        *longest = longest_ngram(field).max(*longest);
        number
    }

    fn add_new(&mut self, text: &'a str) -> usize {
        let number = *self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(Text { key: key(text), longest: 0 });
            self.texts.len() - 1
        });
        self.places.insert(place(text), number);
        number
    }

    /// The number of a text that stands with a document.
    pub(crate) fn number(&self, text: &str) -> Option<usize> {
        self.numbers.get(text).copied()
    }
}

/// Where a text is in memory.
fn place(text: &str) -> (usize, usize) {
    (text.as_ptr().addr(), text.len())
}
