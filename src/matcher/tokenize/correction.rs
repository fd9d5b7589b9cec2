//! Steps for what was not typed as known: words of the same sound, words one slip away, only where a cover has gaps.
//! Chooses none of them: the cheapest cover is [`crate::matcher::tokenize::lattice`]'s.

mod plausible;

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::tokenize::Tier;
use crate::matcher::tokenize::lattice::LENGTH;
use crate::matcher::tokenize::oov::{gaps, unknown};
use crate::matcher::tokenize::viterbi::{Edge, Step, Terms};
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::deletions::Deletions;
use crate::matcher::vocabulary::phonetic::{Heard, Sounding};
use crate::matcher::vocabulary::trie::TermId;
use crate::text::is_hanzi;
use plausible::{hides_word, is_inner_edit, is_name, may_be_edited, sounds_exactly, swallows_negator};
use smallvec::smallvec;

/// A word of the same sound, and what each character that differs adds: below two unknown characters, above any word as typed.
const SOUND: f32 = 1.1;
/// See [`SOUND`].
const SOUND_LETTER: f32 = 0.35;
/// A word one slip away: dearer than a word of the same sound, cheaper than the gaps it fills.
const SLIP: f32 = 1.9;
/// Windows of this many characters are tried for sounds and edits.
const WIDEST: usize = 12;

/// The steps by which a cover's gaps may be closed; none where it has no gaps.
pub(crate) fn steps(text: &[char], path: &[(usize, Edge)], words: &Vocabulary) -> Vec<Step> {
    let gaps = gaps(path, text.len(), words);
    let mut steps = Vec::new();
    if gaps.is_empty() {
        return steps;
    }
    let unknown = unknown(path, text.len(), words);
    let asking: Vec<bool> = text.iter().map(|it| is_asking(*it, words)).collect();
    let sounds: Vec<Heard> = text.iter().map(|it| Heard::of(*it)).collect();
    let begins =
        |at: usize| words.prefixes(&text[at..]).any(|(more, term)| more > 1 && !words.is_ngram(term));
    let begins: Vec<bool> = (0..text.len()).map(begins).collect();
    for start in 0..text.len() {
        let hanzi = text[start..].iter().take(WIDEST).take_while(|it| is_hanzi(**it)).count();
        if hanzi >= 2 {
            add_ask(&mut steps, start, text, words);
        }
        let Some(gap) = gaps[start..start + hanzi].iter().position(|it| *it) else { continue };
        let (mut sound, mut deletions, mut asks) = (Sounding::default(), Deletions::default(), false);
        for length in 1..=hanzi {
            let end = start + length - 1;
            let window = &text[start..=end];
            sound.push(sounds[end]);
            deletions.push(text[end]);
            asks |= asking[end];
            if length < (gap + 1).max(2) {
                continue;
            }
            // Two known characters may be two words: only an unknown one makes a slip of them.
            if length == 2 && !unknown[start] && !unknown[end] {
                continue;
            }
            if !asks {
                add_alike(&mut steps, start, window, &words.alike(sound), words);
            }
            if !begins[end] {
                add_parted(&mut steps, start, window, words);
            }
            // What holds a question word is no slip.
            if !begins[end] && !asks {
                add_edits(&mut steps, start, window, &deletions, words);
            }
        }
    }
    steps
}

/// A question word with one wrong character, where a measure word ends the question right behind it.
fn add_ask(steps: &mut Vec<Step>, start: usize, text: &[char], words: &Vocabulary) {
    let rest = &text[start + 2..];
    let is_unit = |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Unit(_)));
    if !words.prefixes(rest).any(|(length, term)| length == rest.len() && is_unit(term)) {
        return;
    }
    if let Some(term) = words.asking([text[start], text[start + 1]]) {
        let edge = Edge::Words { terms: smallvec![term], tier: Tier::Edit, length: 2 };
        steps.push(Step { start, cost: SLIP, edge });
    }
}

/// 入了团: a verb of two characters with a particle inside; not 建了|好多, where the last begins another word.
fn add_parted(steps: &mut Vec<Step>, start: usize, window: &[char], words: &Vocabulary) {
    let [first, inside, last] = *window else { return };
    let is_infix = words.get(&[inside]).is_some_and(|it| words.roles(it).contains(&Role::Infix));
    let Some(term) = words.get(&[first, last]).filter(|it| is_infix && may_be_edited(*it, words)) else {
        return;
    };
    let edge = Edge::Words { terms: smallvec![term], tier: Tier::Exact, length: window.len() };
    steps.push(Step { start, cost: SOUND, edge });
}

fn add_alike(steps: &mut Vec<Step>, start: usize, window: &[char], alike: &[TermId], words: &Vocabulary) {
    let mut terms = Terms::new();
    let mut fewest = usize::MAX;
    for term in alike {
        let text = words.text(*term);
        let differ = text.iter().zip(window).filter(|(a, b)| a != b).count();
        // A word of two characters that shares none of them is another word: 时间 is not 实践.
        let far = text.len() == 2 && !is_name(*term, words) && !sounds_exactly(text, window);
        if text.len() != window.len() || differ == text.len() || far || !may_be_edited(*term, words) {
            continue;
        }
        if differ < fewest {
            terms.clear();
            fewest = differ;
        }
        if differ == fewest {
            terms.push(*term);
        }
    }
    if !terms.is_empty() {
        #[expect(clippy::cast_precision_loss, reason = "a length below a hundred")]
        let cost = SOUND + SOUND_LETTER * fewest as f32 - LENGTH * window.len() as f32;
        steps.push(Step {
            start,
            cost,
            edge: Edge::Words { terms, tier: Tier::Sound, length: window.len() },
        });
    }
}

/// The last tier: candidates from the slip keys, graded by `strsim`.
fn add_edits(
    steps: &mut Vec<Step>,
    start: usize,
    window: &[char],
    deletions: &Deletions,
    words: &Vocabulary,
) {
    // What stands in the report as typed is no slip.
    let mut near = words.within_one_edit(deletions).peekable();
    if near.peek().is_none() || words.get(window).is_some() {
        return;
    }
    let typed: String = window.iter().collect();
    let mut terms: Terms = near
        .filter(|term| {
            let text = words.text(*term);
            let known: String = text.iter().collect();
            may_be_edited(*term, words)
                && (text.len() > 3 || is_name(*term, words))
                && !hides_word(window, text, words)
                && !swallows_negator(window, text, words)
                && is_inner_edit(window, text, words)
                && strsim::osa_distance(&typed, &known) == 1
        })
        .collect();
    terms.sort_unstable();
    terms.dedup();
    if !terms.is_empty() {
        #[expect(clippy::cast_precision_loss, reason = "a length below a hundred")]
        let cost = SLIP - LENGTH * window.len() as f32;
        steps.push(Step { start, cost, edge: Edge::Words { terms, tier: Tier::Edit, length: window.len() } });
    }
}

/// True for 几 and 哪: in a name of a report they stand by chance.
fn is_asking(letter: char, words: &Vocabulary) -> bool {
    let asks =
        |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Cue(Cue::HowMany | Cue::Which)));
    words.get(&[letter]).is_some_and(asks)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, tokens};

    #[test]
    fn what_was_not_typed_as_known_is_taken_for_what_sounds_or_looks_like_it() {
        let rows: &[(&str, &str)] = &[
            // The same sound
            ("清马工程几期", "清马工程=青马工程|几|期"),
            ("突机队有几支", "突机队=突击队|有|几|支"),
            ("青年突击对", "青年突击对=青年突击队"),
            ("青年之佳几个", "青年之佳=青年之家|几|个"),
            ("西部计化", "西部计化=西部计划"),
            ("联宜几场", "联宜=联谊|几|场"),
            ("童半计划", "童半计划=童伴计划"),
            ("书信手啦手", "书信手啦手=书信手拉手"),
            // One slip
            ("三下相", "三下相=三下乡"),
            ("青骑冰几支", "青骑冰=青骑兵|几|支"),
            ("少先对中队", "少先对中队=少先队中队"),
            ("领头燕几名", "领头燕=领头雁|几|名"),
            ("青年直播支部", "青年|直播|支部"),
            // A particle inside a verb
            // A character typed twice
            ("青马马几期", "青马|几|期"),
            // Words as typed are no slips
            ("最佳实习生多少名", "最佳实习生|多少|名"),
            ("建了好多个青年之家", "建|了|好多|个|青年之家"),
            ("喜马拉雅", "喜马拉雅"),
            ("奶茶店几家", "奶茶店|几|家"),
            ("时间", "时间"),
            ("在村里", "在|村里"),
        ];
        check(rows, tokens);
    }
}
