//! What a word says while it is being found out: dense to look up, and a list of the few documents it speaks for.

use crate::matcher::index::DocId;
use crate::matcher::index::postings::Posting;

/// How strongly a word speaks for each document, as far as it is known.
pub(crate) struct Strengths {
    /// For each document.
    pub(crate) of: Vec<f32>,
    /// Those that it speaks for.
    pub(crate) docs: Vec<DocId>,
}

impl Strengths {
    /// At least this strongly for this document.
    pub(crate) fn raise(&mut self, doc: DocId, strength: f32) {
        let known = &mut self.of[doc as usize];
        if *known == 0.0 && strength > 0.0 {
            self.docs.push(doc);
        }
        *known = known.max(strength);
    }

    /// The same for all documents of a list, each as strongly as it stands there times `factor`.
    pub(crate) fn raise_all(&mut self, list: &[Posting], factor: f32) {
        list.iter().for_each(|(doc, strength)| self.raise(*doc, strength * factor));
    }

    /// Looks at the documents that the word speaks for.
    pub(crate) fn each(&mut self, mut see: impl FnMut(&mut f32)) {
        self.docs.iter().for_each(|doc| see(&mut self.of[*doc as usize]));
    }
}

#[cfg(test)]
mod tests {
    use super::Strengths;

    #[test]
    fn the_strongest_of_what_speaks_for_a_document_stays_and_each_is_listed_once() {
        let mut strengths = Strengths { of: vec![0.0; 4], docs: Vec::new() };
        strengths.raise(2, 0.5);
        strengths.raise(2, 0.3);
        strengths.raise(0, 0.0);
        strengths.raise_all(&[(1, 0.8), (2, 0.8)], 0.5);
        assert_eq!(strengths.of, [0.0, 0.4, 0.5, 0.0]);
        assert_eq!(strengths.docs, [2, 1]);
        strengths.each(|it| *it *= 2.0);
        assert_eq!(strengths.of, [0.0, 0.8, 1.0, 0.0]);
    }
}
