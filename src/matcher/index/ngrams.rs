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
use rustc_hash::FxHashMap;

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
    /// Few characters of a text are one of these.
    special: FxHashMap<char, Special>,
}

/// What a character does to a token.
#[derive(Debug, Default)]
struct Special {
    /// It holds sentences together.
    is_particle: bool,
    /// The question words that it begins.
    asking: Vec<Vec<char>>,
}

impl Ngrams {
    /// By the words of the lists.
    pub(crate) fn new(lexicon: &Lexicon, words: &Vocabulary) -> Self {
        let mut special: FxHashMap<char, Special> = FxHashMap::default();
        for particle in lexicon.particles.iter().flat_map(|it| it.chars()) {
            special.entry(particle).or_default().is_particle = true;
        }
        for id in words.all().filter(|id| is_ask(*id, words)) {
            special.entry(words.text(id)[0]).or_default().asking.push(words.text(id).to_vec());
        }
        Self { special }
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
        let mut lengths = vec![0; text.len()];
        // As aliases such as 信箱有几种 hold them: a token with a question word would hide the question.
        let (mut word, mut asks) = (0, usize::MAX);
        for (start, letter) in text.iter().enumerate().rev() {
            let special = self.special.get(letter);
            let asking = special.into_iter().flat_map(|it| &it.asking);
            let ends = asking.filter(|it| text[start..].starts_with(it)).map(|it| start + it.len()).min();
            asks = asks.min(ends.unwrap_or(usize::MAX));
            word = if is_hanzi(*letter) && !special.is_some_and(|it| it.is_particle) { word + 1 } else { 0 };
            // A token ends before what is no word, and before it holds a question word whole.
            lengths[start] = word.min(longest).min(asks - start - 1);
        }
        lengths
    }
}

fn is_ask(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)))
}
