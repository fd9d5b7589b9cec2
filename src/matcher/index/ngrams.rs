//! The tokens of a report's texts that may be words: two to four characters side by side.
//! Notes not where they stand: that is [`crate::matcher::index`]'s.

use crate::matcher::index::documents::Field;
use crate::matcher::index::text_pool::TextPool;
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

/// Names and headings stand as a whole; every text stands by its tokens too.
pub(crate) fn is_name(text: &[char], longest: usize) -> bool {
    longest > 2 && text.len() >= 2
}

/// What ends a token of a text.
#[derive(Debug)]
pub(crate) struct Ngrams {
    /// Characters that hold sentences together.
    particles: FxHashSet<char>,
    /// The question words by their first characters: few characters of a text are worth a look for one.
    asking: FxHashMap<char, Vec<Vec<char>>>,
}

impl Ngrams {
    /// By the words of the lists.
    pub(crate) fn new(lexicon: &Lexicon, words: &Vocabulary) -> Self {
        let particles = lexicon.particles.iter().flat_map(|it| it.chars()).collect();
        let mut asking: FxHashMap<char, Vec<Vec<char>>> = FxHashMap::default();
        for id in words.all().filter(|id| is_ask(*id, words)) {
            asking.entry(words.text(id)[0]).or_default().push(words.text(id).to_vec());
        }
        Self { particles, asking }
    }

    /// Adds the names and tokens of texts to a vocabulary that has all other words.
    pub(crate) fn add(&self, texts: &TextPool<'_>, words: &mut Vocabulary) {
        for text in &texts.texts {
            if is_name(&text.key, text.longest) {
                words.add_key(&text.key, Role::Name);
            }
            for (start, longest) in self.longest(&text.key, text.longest).into_iter().enumerate() {
                words.add_ngrams(&text.key[start..], longest);
            }
        }
    }

    /// For each place of a text how many characters from there on are the longest token. `text` is folded already.
    pub(crate) fn longest(&self, text: &[char], longest: usize) -> Vec<usize> {
        let question = self.question_words(text);
        let is_word = |letter: &char| is_hanzi(*letter) && !self.particles.contains(letter);
        let at = |start: usize| {
            // A token ends before what is no word, and before it holds a question word whole.
            let asks = question.iter().filter(|(from, _)| start <= *from).map(|(_, to)| to - start - 1).min();
            let longest = longest.min(asks.unwrap_or(usize::MAX));
            text[start..].iter().take(longest).take_while(|letter| is_word(letter)).count()
        };
        (0..text.len()).map(at).collect()
    }

    /// Where question words stand in a text, as aliases such as 信箱有几种 hold them: a token with one would hide the question.
    fn question_words(&self, text: &[char]) -> Vec<(usize, usize)> {
        let at = |start: usize| {
            let asking = self.asking.get(&text[start]).into_iter().flatten();
            let found = asking.filter(move |word| text[start..].starts_with(word));
            found.map(move |word| (start, start + word.len()))
        };
        (0..text.len()).flat_map(at).collect()
    }
}

fn is_ask(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)))
}
