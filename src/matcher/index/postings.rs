//! Lists of documents, each with how strongly it is known by what the list is of: all in one block of memory.
//! Knows not what a list is of: that is [`crate::matcher::index`]'s.

use crate::matcher::index::DocId;

/// A document and a strength, 0 to 1.
pub(crate) type Posting = (DocId, f32);

/// For each list its documents in order, each with its greatest strength.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Where each list begins; one more for the end of the last.
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl Postings {
    /// `docs`: for each document its texts, by number, with the strength that a word has there.
    /// `texts`: for each text the lists that its words belong to, each below `lists`.
    pub(crate) fn of(docs: &[Vec<(f32, usize)>], texts: &[Vec<u32>], lists: usize) -> Self {
        let mut starts = vec![0; lists + 1];
        let mut newest = vec![DocId::MAX; lists];
        each(docs, texts, |list, doc, _| {
            if std::mem::replace(&mut newest[list], doc) != doc {
                starts[list + 1] += 1;
            }
        });
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut ends = starts.clone();
        let mut postings: Vec<Posting> = vec![(0, 0.0); starts[lists] as usize];
        each(docs, texts, |list, doc, strength| {
            let end = ends[list] as usize;
            // Documents come in order: only the newest of a list can be this one.
            match &mut postings[starts[list] as usize..end] {
                [.., (newest, known)] if *newest == doc => *known = known.max(strength),
                _ => {
                    postings[end] = (doc, strength);
                    ends[list] += 1;
                }
            }
        });
        Self { starts, postings }
    }

    /// The documents of a list; none for a list that is not there.
    #[must_use]
    pub(crate) fn list(&self, list: usize) -> &[Posting] {
        match self.starts.get(list..=list + 1) {
            Some([start, end]) => &self.postings[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

fn each(docs: &[Vec<(f32, usize)>], texts: &[Vec<u32>], mut see: impl FnMut(usize, DocId, f32)) {
    for (doc, known_by) in (0..).zip(docs) {
        for (strength, text) in known_by {
            texts[*text].iter().for_each(|list| see(*list as usize, doc, *strength));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Postings;

    #[test]
    fn a_document_stands_once_in_a_list_with_its_greatest_strength() {
        let docs = [vec![(0.5, 0), (1.0, 1)], vec![], vec![(0.25, 1), (0.2, 1)]];
        let texts = [vec![0, 2], vec![2]];
        let postings = Postings::of(&docs, &texts, 3);
        assert_eq!(postings.list(0), [(0, 0.5)]);
        assert_eq!(postings.list(1), []);
        assert_eq!(postings.list(2), [(0, 1.0), (2, 0.25)]);
        assert_eq!(postings.list(3), [], "beyond the last");
    }
}
