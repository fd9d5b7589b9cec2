//! Where a cover of a question leaves gaps: what nothing explains, mere n-gram of text, rows of single characters.
//! Closes none: that is [`crate::matcher::tokenize::correction`]'s.

use crate::matcher::lexicon::role::Role;
use crate::matcher::tokenize::viterbi::Edge;
use crate::matcher::vocabulary::Vocabulary;

/// Which characters a cover leaves unexplained or explains by mere n-grams; empty if none.
pub(crate) fn gaps(path: &[(usize, Edge)], length: usize, words: &Vocabulary) -> Vec<bool> {
    let mut gaps = vec![false; length];
    let (mut any, mut after_single) = (false, false);
    for (at, (start, edge)) in path.iter().enumerate() {
        let is_gap = match edge {
            Edge::Unknown | Edge::Doubled => true,
            // 乐清|学: the name of a place that no list has may be half of a name typed by sound.
            Edge::Slot { term: None, length: 2, .. } => true,
            Edge::Words { terms, length, .. } => {
                let single = *length == 1 && !is_between_words(path, at, words);
                single || terms.iter().all(|term| words.is_ngram(*term))
            }
            _ => false,
        };
        let single = is_gap && edge.length() == 1 && !is_beside_ask(path, at, words);
        let is_gap_of_its_own = is_gap && edge.length() > 1;
        any |= matches!(edge, Edge::Unknown | Edge::Doubled) || is_gap_of_its_own || (single && after_single);
        after_single = single;
        gaps[*start..*start + edge.length()].fill(is_gap);
    }
    if any { gaps } else { Vec::new() }
}

/// 有|几|个: a question word and what stands beside it were meant as typed.
fn is_beside_ask(path: &[(usize, Edge)], at: usize, words: &Vocabulary) -> bool {
    let is_ask = |edge: &(usize, Edge)| match &edge.1 {
        Edge::Words { terms, .. } => terms.iter().any(|it| words.asks(*it)),
        _ => false,
    };
    path[at.saturating_sub(1)..(at + 2).min(path.len())].iter().any(is_ask)
}

/// A filler between two whole words (童伴计划|的|活动) was meant as typed.
fn is_between_words(path: &[(usize, Edge)], at: usize, words: &Vocabulary) -> bool {
    let is_word = |it: Option<&(usize, Edge)>| {
        it.is_some_and(|(_, edge)| match edge {
            Edge::Words { terms, length, .. } => {
                *length > 1 && !terms.iter().all(|term| words.is_ngram(*term))
            }
            _ => false,
        })
    };
    let fills = match &path[at].1 {
        Edge::Words { terms, .. } => terms.iter().all(|it| words.roles(*it).contains(&Role::Stop)),
        _ => false,
    };
    fills && at > 0 && is_word(path.get(at - 1)) && is_word(path.get(at + 1))
}

/// Which characters no word explains: unknown ones, doubled ones, mere n-gram of text.
pub(crate) fn unknown(path: &[(usize, Edge)], length: usize, words: &Vocabulary) -> Vec<bool> {
    let mut unknown = vec![false; length];
    let is_broken = |edge: &Edge| match edge {
        Edge::Unknown | Edge::Doubled => true,
        Edge::Words { terms, .. } => terms.iter().all(|term| words.is_ngram(*term)),
        Edge::Number { .. } | Edge::Slot { .. } | Edge::Latin { .. } | Edge::Mark => false,
    };
    for (start, edge) in path.iter().filter(|(_, edge)| is_broken(edge)) {
        unknown[*start..*start + edge.length()].fill(true);
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::gaps;
    use crate::matcher::testing::{check, marked, vocabulary};
    use crate::matcher::tokenize::lattice::segment;

    /// The gaps of a text as they are, all else as a bar.
    fn gaps_of(text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let path = segment(&letters, &[], &[], vocabulary());
        let gaps = gaps(&path, letters.len(), vocabulary());
        let shown = |at: usize| if gaps.get(at) == Some(&true) { letters[at] } else { '|' };
        (0..letters.len()).map(shown).collect()
    }

    #[test]
    fn a_cover_has_gaps_where_no_whole_word_stands() {
        let rows: &[(&str, &str)] = &[("青马几期", "||||"), ("童伴计划的活动", "|||||||"), ("有几个", "|||")];
        check(rows, gaps_of);
    }

    #[test]
    fn words_that_nothing_explains() {
        let rows: &[(&str, &str)] = &[
            ("喜马拉雅有多高", "喜马拉雅"),
            ("奥特曼变身", "奥特曼变身"),
            ("公园旁边有几家奶茶店", "旁|奶茶店"),
            ("青马几期", ""),
            ("突击队解编了几支", "解编"),
            ("苏稽镇建了几个青年之家", "苏稽"),
            ("", ""),
        ];
        check(rows, |it| marked(it, |token| token.is_unknown));
    }
}
