//! Steps for words typed half in characters, half in pinyin: 青qibing, ling头雁.
//! Chooses none of them: the cheapest cover is [`crate::matcher::tokenize::lattice`]'s.

use crate::matcher::tokenize::Tier;
use crate::matcher::tokenize::lattice::LENGTH;
use crate::matcher::tokenize::viterbi::{Edge, Step, Terms};
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::{is_hanzi, pinyin};

/// As dear as another word of the same sound.
const MIXED: f32 = 1.1;
/// At most so many characters on either side of the letters.
const SIDE: usize = 4;
/// At most so many letters.
const LETTERS: usize = 24;

/// The steps over letters and the characters beside them that together spell a word.
pub(crate) fn steps(text: &[char], words: &Vocabulary) -> Vec<Step> {
    let mut steps = Vec::new();
    let is_letter = |at: usize| text.get(at).is_some_and(char::is_ascii_lowercase);
    for start in (0..text.len()).filter(|at| is_letter(*at) && (*at == 0 || !is_letter(at - 1))) {
        let end = (start..text.len()).find(|at| !is_letter(*at)).unwrap_or(text.len());
        if end - start > LETTERS {
            continue;
        }
        let before = (0..start).rev().take(SIDE).take_while(|at| is_hanzi(text[*at])).count();
        let after = (end..text.len()).take(SIDE).take_while(|at| is_hanzi(text[*at])).count();
        for from in start - before..=start {
            for to in (end..=end + after).filter(|to| from < start || *to > end) {
                steps.extend(step(text, from, to, words));
            }
        }
    }
    steps
}

fn step(text: &[char], from: usize, to: usize, words: &Vocabulary) -> Option<Step> {
    let typed: String = text[from..to].iter().collect();
    let letters: Vec<char> = pinyin::canonical(&pinyin::spell(&typed)).chars().collect();
    let spelt = words.by_pinyin(&letters).filter(|(length, _)| *length == letters.len());
    let known: Vec<char> = text[from..to].iter().copied().filter(|it| is_hanzi(*it)).collect();
    // 青qi is 青骑, not 清期: the characters were meant as typed.
    let holds =
        |term: &TermId| known.iter().all(|it| words.text(*term).contains(it)) && !words.is_ngram(*term);
    let terms: Terms = spelt.last()?.1.iter().copied().filter(holds).collect();
    #[expect(clippy::cast_precision_loss, reason = "a length below a hundred")]
    let cost = MIXED - LENGTH * (to - from) as f32;
    let edge = Edge::Words { terms, tier: Tier::Sound, length: to - from };
    matches!(&edge, Edge::Words { terms, .. } if !terms.is_empty()).then_some(Step {
        start: from,
        cost,
        edge,
    })
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, tokens};

    #[test]
    fn words_half_in_characters_half_in_pinyin() {
        let rows: &[(&str, &str)] = &[
            ("青qibing有几支", "青qibing=青骑兵|有|几|支"),
            ("ling头雁多少", "ling头雁=领头雁|多少"),
            ("走播dui几支", "走播dui=走播队|几|支"),
            ("团团yan选", "团团yan选=团团严选"),
            ("tong伴计划几场", "tong伴计划=童伴计划|几|场"),
            ("青nian之家", "青nian之家=青年之家"),
            ("西部jihua", "西部jihua=西部计划"),
            ("We来合伙人", "we来合伙人"),
            // Letters that spell nothing with what stands beside them
            ("wifi密码", "wifi|密码"),
            ("app里有几期青马", "app|里|有|几|期|青马"),
        ];
        check(rows, tokens);
    }
}
