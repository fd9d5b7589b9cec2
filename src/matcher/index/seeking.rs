//! Where words stand, sought when it is asked: for a report that is asked too seldom for lists of all its words.
//! Finds what [`crate::matcher::index::postings`] lists.

use crate::matcher::index::documents::Field;
use crate::matcher::index::postings::Posting;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::letters::{Letters, size};
use crate::matcher::vocabulary::trie::TermId;
use std::sync::Arc;

/// The texts of a report, and which documents each of them stands with.
#[derive(Debug)]
pub(crate) struct Seeking {
    letters: Arc<Letters>,
    docs: usize,
    /// Where the documents of each text begin; one more for the end of the last.
    starts: Vec<u32>,
    standing: Vec<Posting>,
}

impl Seeking {
    /// `docs`: for each document its texts, by number, with where they stand.
    pub(crate) fn of(letters: Arc<Letters>, docs: &[Vec<(Field, usize)>]) -> Self {
        let mut starts = vec![0; letters.count() + 1];
        docs.iter().flatten().for_each(|(_, text)| starts[*text + 1] += 1);
        for text in 0..letters.count() {
            starts[text + 1] += starts[text];
        }
        let mut ends = starts.clone();
        let mut standing: Vec<Posting> = vec![(0, 0.0); starts[letters.count()] as usize];
        for (doc, (field, text)) in
            docs.iter().enumerate().flat_map(|(at, it)| it.iter().map(move |it| (at, it)))
        {
            standing[ends[*text] as usize] = (size(doc), field.weight());
            ends[*text] += 1;
        }
        Self { letters, docs: docs.len(), starts, standing }
    }

    /// The documents where any of these words stands, in order, each with its greatest strength.
    pub(crate) fn list(&self, terms: &[TermId], words: &Vocabulary) -> Vec<Posting> {
        let mut strongest = vec![0.0_f32; self.docs];
        for text in terms.iter().flat_map(|it| self.letters.holding(words.text(*it))) {
            for (doc, strength) in &self.standing[self.starts[text] as usize..self.starts[text + 1] as usize]
            {
                let known = &mut strongest[*doc as usize];
                *known = known.max(*strength);
            }
        }
        (0..).zip(strongest).filter(|it| it.1 > 0.0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Seeking;
    use crate::matcher::index::documents::Field;
    use crate::matcher::lexicon::lists::Lexicon;
    use crate::matcher::lexicon::read::Lists;
    use crate::matcher::lexicon::role::Role;
    use crate::matcher::vocabulary::Vocabulary;
    use crate::matcher::vocabulary::letters::Letters;
    use std::sync::Arc;

    #[test]
    fn a_document_stands_once_in_a_list_with_its_greatest_strength() {
        let texts = ["夜校", "夜校开课", "公益"].map(|it| it.chars().collect::<Vec<char>>());
        let letters = Arc::new(Letters::of(texts.iter().map(Vec::as_slice)));
        let docs =
            [vec![(Field::Text, 0), (Field::Label, 1)], vec![], vec![(Field::Heading, 0), (Field::Name, 2)]];
        let seeking = Seeking::of(letters, &docs);
        let mut words = Vocabulary::of(&Lists::of(Arc::new(Lexicon::default())));
        let rows: &[(&str, &[(u32, f32)])] =
            &[("夜校", &[(0, 1.0), (2, 0.25)]), ("开课", &[(0, 1.0)]), ("公益", &[(2, 0.75)]), ("课公", &[])];
        let ids: Vec<u32> = rows
            .iter()
            .map(|(text, _)| words.add_key(&text.chars().collect::<Vec<char>>(), Role::Gram))
            .collect();
        for ((text, expected), id) in rows.iter().zip(ids) {
            assert_eq!(seeking.list(&[id], &words), *expected, "{text}");
        }
    }
}
