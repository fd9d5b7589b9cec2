//! The tokens of a report's texts that may be words: two to four characters side by side.
//! Notes not where they stand: that is [`crate::matcher::index`]'s.

use crate::matcher::index::documents::Field;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::is_hanzi;
use rustc_hash::{FxHashMap, FxHashSet};

/// The longest token of a text that is a word of its own: four characters of a name, two of a sentence.
pub(crate) fn longest_ngram(field: Field) -> usize {
    match field {
        Field::Label | Field::Bound | Field::Name | Field::Other => 4,
        Field::Heading => 3,
        Field::Text => 2,
    }
}

/// The tokens of texts, added to a vocabulary one text after the other.
pub(crate) struct Ngrams<'w> {
    words: &'w mut Vocabulary,
    /// Characters that hold sentences together.
    particles: FxHashSet<char>,
    /// The question words by their first characters: few characters of a text are worth a look for one.
    asking: FxHashMap<char, Vec<TermId>>,
}

impl<'w> Ngrams<'w> {
    pub(crate) fn new(lexicon: &Lexicon, words: &'w mut Vocabulary) -> Self {
        let particles = lexicon.particles.iter().flat_map(|it| it.chars()).collect();
        let mut asking: FxHashMap<char, Vec<TermId>> = FxHashMap::default();
        for id in words.all().filter(|id| is_ask(*id, words)) {
            asking.entry(words.text(id)[0]).or_default().push(id);
        }
        Self { asking, particles, words }
    }

    /// Names and headings stand as a whole; every text stands by its tokens too. `text` is folded already.
    pub(crate) fn add(&mut self, text: &[char], longest: usize) {
        if longest > 2 && text.len() >= 2 {
            self.words.add_key(text, Role::Name);
        }
        let question = self.question_words(text);
        let is_word = |letter: &char| is_hanzi(*letter) && !self.particles.contains(letter);
        for start in 0..text.len() {
            // A token ends before what is no word, and before it holds a question word whole.
            let asks = question.iter().filter(|(from, _)| start <= *from).map(|(_, to)| to - start - 1).min();
            let longest = longest.min(asks.unwrap_or(usize::MAX));
            let clean = text[start..].iter().take(longest).take_while(|letter| is_word(letter)).count();
            self.words.add_ngrams(&text[start..], clean);
        }
    }

    /// Where question words stand in a text, as aliases such as 信箱有几种 hold them: a token with one would hide the question.
    fn question_words(&self, text: &[char]) -> Vec<(usize, usize)> {
        let at = |start: usize| {
            let asking = self.asking.get(&text[start]).into_iter().flatten().map(|id| self.words.text(*id));
            let found = asking.filter(move |word| text[start..].starts_with(word));
            found.map(move |word| (start, start + word.len()))
        };
        (0..text.len()).flat_map(at).collect()
    }
}

fn is_ask(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)))
}
