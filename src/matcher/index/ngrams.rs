//! The tokens of a report's texts that may be words: two to four characters side by side.
//! Notes not where they stand: that is [`crate::matcher::index`]'s.

use crate::matcher::index::documents::Field;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::is_hanzi;
use rustc_hash::FxHashSet;

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
    /// What the question words begin with: few characters of a text are worth a look for one.
    asking: FxHashSet<char>,
}

impl<'w> Ngrams<'w> {
    pub(crate) fn new(lexicon: &Lexicon, words: &'w mut Vocabulary) -> Self {
        let particles = lexicon.particles.iter().flat_map(|it| it.chars()).collect();
        let asking =
            words.all().filter(|id| is_ask(*id, words)).filter_map(|id| words.text(id).first().copied());
        Self { asking: asking.collect(), particles, words }
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
        let from = |start: usize| self.words.prefixes(&text[start..]).map(move |it| (start, it));
        let all = (0..text.len()).filter(|start| self.asking.contains(&text[*start])).flat_map(from);
        let asks = all.filter(|(_, (_, term))| is_ask(*term, self.words));
        asks.map(|(start, (length, _))| (start, start + length)).collect()
    }
}

fn is_ask(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)))
}
