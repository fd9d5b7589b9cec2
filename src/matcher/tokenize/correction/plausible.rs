//! Whether a word that is nearly what was typed was meant.
//! Finds no word.

use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::pinyin;

/// Two characters are soon mistaken for others: only a name is known by a southern ear (特长 is not 特产).
pub(crate) fn sounds_exactly(known: &[char], typed: &[char]) -> bool {
    let same = |a: char, b: char| {
        pinyin::sounds(a).iter().any(|x| pinyin::sounds(b).iter().any(|y| x.exact == y.exact))
    };
    known.iter().zip(typed).all(|(a, b)| same(*a, *b))
}

pub(crate) fn is_name(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).contains(&Role::Name)
}

/// Only words that say something are looked for behind a slip; question words and fillers are typed right or not at all.
pub(crate) fn may_be_edited(term: TermId, words: &Vocabulary) -> bool {
    words.roles(term).iter().any(|role| matches!(role, Role::Name | Role::Group(_) | Role::Scope(_)))
}

/// 青创项目获铜奖 is not 青创项目获奖 with a slip, 在村里 not 在哪里: a known word in it was meant as typed.
pub(crate) fn hides_word(typed: &[char], known: &[char], words: &Vocabulary) -> bool {
    let stands_in = |word: &[char]| known.windows(word.len()).any(|window| window == word);
    (0..typed.len()).any(|start| {
        let found = words.prefixes(&typed[start..]);
        let mut inner =
            found.filter(|(length, term)| (2..typed.len()).contains(length) && !words.is_ngram(*term));
        inner.any(|(length, _)| !stands_in(&typed[start..start + length]))
    })
}

/// 非公企业没建 is no slip of 非公企业团建: a negator is meant as typed. 周未 is one of 周末, which looks like it.
pub(crate) fn swallows_negator(typed: &[char], known: &[char], words: &Vocabulary) -> bool {
    let negates = |letter: &char| {
        let roles = words.get(&[*letter]).map(|it| words.roles(it)).unwrap_or_default();
        roles.contains(&Role::Negator) && !roles.contains(&Role::LooksAlike)
    };
    typed.iter().any(|it| !known.contains(it) && negates(it))
}

/// A character too few or too many at either end is no slip: it belongs to the neighbour, or the name is cut short.
/// A wrong character at an end is none where it is a word of its own (团干去 is not 团干部).
pub(crate) fn is_inner_edit(typed: &[char], known: &[char], words: &Vocabulary) -> bool {
    let (first, last) = (typed.first() == known.first(), typed.last() == known.last());
    if typed.len() != known.len() {
        return first && last;
    }
    let is_word = |text: &[char]| words.get(text).is_some_and(|term| !words.is_ngram(term));
    let stands_alone = |letter: usize, rest: &[char]| is_word(&typed[letter..=letter]) || is_word(rest);
    let end = typed.len() - 1;
    (first || !stands_alone(0, &typed[1..])) && (last || !stands_alone(end, &typed[..end]))
}
