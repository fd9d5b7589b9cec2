//! Covers a text with words at the least cost: first with words as typed; where that leaves gaps, also with words of the
//! same sound and words one slip away. A shortest path over character positions (Viterbi).

use crate::matcher::lexicon::role::Role;
use crate::matcher::recognize::Slot;
use crate::matcher::tokenize::Tier;
use crate::matcher::tokenize::correction;
use crate::matcher::tokenize::mixed_script;
use crate::matcher::tokenize::viterbi::{Edge, Step, cheapest};
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::is_hanzi;
use crate::text::numerals::Number;
use smallvec::smallvec;

/// A word costs one; fewer and longer words are better readings.
const WORD: f32 = 1.0;
/// A word of one character says little and may be a token of an unknown word.
const SINGLE: f32 = 1.25;
/// A token of the report's text is no word: two real words beat it, a gap does not.
const NGRAM: f32 = 0.9;
/// What each character adds to a token; see [`NGRAM`].
const NGRAM_LETTER: f32 = 0.4;
/// See [`favour`]: less than a character's worth of a longer word.
const FAVOUR: f32 = 0.015;
/// A token of text right behind a question word would hide the measure word: dearer than two words of one character.
const BEHIND_ASK: f32 = 1.6;
/// Each character more is worth this much: of two covers with as many words the one with the longer word wins.
pub(crate) const LENGTH: f32 = 0.02;
/// A character that nothing explains. Dearer than any word, so that known words are always used.
const UNKNOWN: f32 = 2.2;
/// A run of Latin letters is decoded by itself; it must not be broken up for a term of one letter.
const LATIN: f32 = 1.0;
/// Marks and blanks cost nothing.
const MARK: f32 = 0.0;
/// A character typed twice.
const DOUBLED: f32 = 0.5;
/// The cheapest cover of `text`, from left to right, with the position where each step starts.
pub(crate) fn segment(
    text: &[char],
    numbers: &[Number],
    slots: &[Slot],
    words: &Vocabulary,
) -> Vec<(usize, Edge)> {
    let mut steps = exact_steps(text, numbers, words);
    add_slots(&mut steps, text, slots, words);
    let mixed = mixed_script::steps(text, words);
    if !mixed.is_empty() {
        steps.extend(mixed);
        steps.sort_by_key(|step| step.start);
    }
    let path = cheapest(text.len(), &steps);
    let repairs = correction::steps(text, &path, words);
    if repairs.is_empty() {
        return path;
    }
    // 眉山 is no slip for another place; 乐清学 may be a name that was typed by sound.
    let edits_slot = |step: &Step| {
        let is_edit = matches!(&step.edge, Edge::Words { tier: Tier::Edit, .. });
        let end = step.start + step.edge.length();
        is_edit && slots.iter().any(|slot| step.start < slot.end && slot.start < end)
    };
    // 开直|播: no sound of a word in the midst of one that stands there as typed.
    let wholes: Vec<(usize, usize)> = steps.iter().filter_map(|step| whole_word(step, words)).collect();
    let cuts_word = |step: &Step| {
        let (start, end) = (step.start, step.start + step.edge.length());
        let is_short = end - start <= SHORT_REPAIR;
        is_short && wholes.iter().any(|(from, to)| start < *from && *from < end && end < *to)
    };
    // 苏|稽镇青年之家: no slip at the beginning of a word that what is unknown runs into.
    let is_led_into = |step: &Step| {
        let Edge::Words { terms, tier: Tier::Edit, .. } = &step.edge else { return false };
        let differs = terms.iter().all(|term| words.text(*term).first() != text.get(step.start));
        let before = step.start.checked_sub(1).filter(|at| is_hanzi(text[*at]));
        let ends_here = |it: &Step| {
            matches!(it.edge, Edge::Words { tier: Tier::Exact, .. })
                && it.start + it.edge.length() == step.start
        };
        differs && before.is_some() && !steps.iter().any(ends_here)
    };
    let fits =
        |step: &Step| !is_led_into(step) && !cuts_slot(step, slots) && !edits_slot(step) && !cuts_word(step);
    let repairs: Vec<Step> = repairs.into_iter().filter(fits).collect();
    steps.extend(repairs);
    steps.sort_by_key(|step| step.start);
    cheapest(text.len(), &steps)
}

/// A repair of so few characters is as likely a chance as a slip.
const SHORT_REPAIR: usize = 2;

/// Where a word of two characters or more stands as typed; nothing for tokens of text.
fn whole_word(step: &Step, words: &Vocabulary) -> Option<(usize, usize)> {
    let Edge::Words { terms, tier: Tier::Exact, length } = &step.edge else { return None };
    let is_word = *length > 1 && terms.iter().any(|term| !words.is_ngram(*term));
    is_word.then_some((step.start, step.start + length))
}

/// Adds a step for each slot, and takes out those that would cut one apart: 成都|有几, not 成|都有几.
fn add_slots(steps: &mut Vec<Step>, text: &[char], slots: &[Slot], words: &Vocabulary) {
    if slots.is_empty() {
        return;
    }
    steps.retain(|step| !cuts_slot(step, slots));
    for (at, slot) in slots.iter().enumerate() {
        let length = slot.end - slot.start;
        let term = words.get(&text[slot.start..slot.end]);
        let cost = word_cost(length, false) - FAVOUR * 2.0;
        steps.push(Step { start: slot.start, cost, edge: Edge::Slot { at, term, length } });
    }
    steps.sort_by_key(|step| step.start);
}

/// True where a step takes a part of a slot and something outside it, or of its inside no more than a part.
fn cuts_slot(step: &Step, slots: &[Slot]) -> bool {
    let (start, end) = (step.start, step.start + step.edge.length());
    let cuts = |slot: &Slot| {
        let touches = start < slot.end && slot.start < end;
        let holds = start <= slot.start && slot.end <= end;
        touches && !holds
    };
    // Single characters stay, so that there is a way through the text whatever else is taken out.
    step.edge.length() > 1 && slots.iter().any(cuts)
}

fn exact_steps(text: &[char], numbers: &[Number], words: &Vocabulary) -> Vec<Step> {
    let mut steps = Vec::with_capacity(text.len() * 3);
    let mut behind_ask = vec![false; text.len() + 1];
    for start in 0..text.len() {
        let letter = text[start];
        let latin = latin_length(&text[start..]);
        if !is_hanzi(letter) && latin == 0 && !letter.is_ascii_digit() {
            steps.push(Step { start, cost: MARK, edge: Edge::Mark });
        } else if latin > 0 {
            let inside = start > 0 && latin_length(&text[start - 1..]) > 0;
            let cost = if inside { UNKNOWN * 2.0 } else { LATIN };
            steps.push(Step { start, cost, edge: Edge::Latin { length: latin } });
        } else {
            steps.push(Step { start, cost: UNKNOWN, edge: Edge::Unknown });
        }
        if start > 0 && text[start - 1] == letter && is_hanzi(letter) {
            steps.push(Step { start, cost: DOUBLED, edge: Edge::Doubled });
        }
        for (length, term) in words.prefixes(&text[start..]) {
            if !splits_latin(text, start, length) {
                let edge = Edge::Words { terms: smallvec![term], tier: Tier::Exact, length };
                let cost = word_cost(length, words.is_ngram(term)) - favour(length, term, words);
                // Right behind 几, 多少 or a number stands a measure word, not the middle of a name.
                let hides = behind_ask[start]
                    && (words.is_ngram(term) || hides_unit(length, term, text, start, words));
                let behind = if hides { BEHIND_ASK } else { 0.0 };
                steps.push(Step { start, cost: cost + behind, edge });
                behind_ask[start + length] |= length > 0 && words.asks(term);
            }
        }
        for (at, number) in numbers.iter().enumerate().filter(|(_, number)| number.start == start) {
            let length = number.end - number.start;
            steps.push(Step { start, cost: WORD - LENGTH, edge: Edge::Number { at, length } });
            behind_ask[start + length] = true;
        }
    }
    steps
}

/// Names and other places are what a question turns on: of two covers alike the one with them is meant (成都|有, not
/// 成|都有). A part of one's own place is what it turns on least: 街区|里, not 街|区里.
fn favour(length: usize, term: TermId, words: &Vocabulary) -> f32 {
    match length > 1 {
        true if words.is_turned_on(term) => FAVOUR,
        true if words.is_circle(term) => -FAVOUR,
        _ => 0.0,
    }
}

/// 多少|支|队: a word that is no unit, made of a unit and another noun; not 多少|名额.
fn hides_unit(length: usize, term: TermId, text: &[char], start: usize, words: &Vocabulary) -> bool {
    let is_unit =
        |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Unit(_) | Role::Colloquial(_)));
    let is_noun = |term: TermId| words.roles(term).iter().any(|it| matches!(it, Role::Group(_)));
    let known = |part: &[char]| words.get(part);
    length == 2
        && words.roles(term).iter().all(|it| matches!(it, Role::Group(_) | Role::Gram))
        && known(&text[start..=start]).is_some_and(is_unit)
        && known(&text[start + 1..start + 2]).is_some_and(is_noun)
}

fn word_cost(length: usize, is_ngram: bool) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a length below a hundred")]
    let letters = length as f32;
    if is_ngram {
        return NGRAM + NGRAM_LETTER * letters;
    }
    let base = if length == 1 { SINGLE } else { WORD };
    base - LENGTH * letters
}

/// The length of the run of Latin letters that starts here, blanks and digits between them included; 0 if none does.
fn latin_length(text: &[char]) -> usize {
    if !text.first().is_some_and(char::is_ascii_lowercase) {
        return 0;
    }
    let belongs = |it: char| it.is_ascii_alphanumeric() || matches!(it, ' ' | '\'' | '-');
    // A number after a blank stands for itself.
    let number = |at: usize| at > 0 && text[at].is_ascii_digit() && !text[at - 1].is_ascii_alphanumeric();
    let run = (0..text.len()).take_while(|at| belongs(text[*at]) && !number(*at)).count();
    text[..run].iter().rposition(|it| it.is_ascii_alphanumeric()).map_or(0, |last| last + 1)
}

/// True where a word would take half of a Latin word: `i` in `instructions`.
fn splits_latin(text: &[char], start: usize, length: usize) -> bool {
    let end = start + length;
    let latin = |at: usize| text.get(at).is_some_and(char::is_ascii_alphanumeric);
    // A run of nothing but Latin letters is decoded as a whole.
    let all_latin = text[start..end].iter().all(|it| it.is_ascii_alphanumeric() || *it == ' ');
    all_latin && text[start..end].iter().any(char::is_ascii_lowercase)
        || (start > 0 && latin(start - 1) && latin(start))
        || (latin(end - 1) && latin(end))
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, tokens};

    #[test]
    fn the_longest_words_as_typed_win() {
        let rows: &[(&str, &str)] = &[
            // Long names before their parts
            ("青马工程培训班几期", "青马工程培训班|几|期"),
            ("新时代文明实践青年宣讲团", "新时代文明实践青年宣讲团"),
            ("少先队中队有多少个", "少先队中队|有|多少|个"),
            ("推优入团率是多少", "推优入团率|是|多少"),
            // A measure word behind a question word or a number
            ("突击队有多少支队伍", "突击队|有|多少|支|队伍"),
            ("办了几期班", "办了|几|期|班"),
            ("建了好多个青年之家", "建|了|好多|个|青年之家"),
            ("13支队", "13|支|队"),
            // Slots are not cut apart
            ("成都有几个", "成都|有|几|个"),
            ("近三年走播队几支", "近三年|走播队|几|支"),
            ("三月份办了几场联谊", "三月份|办了|几|场|联谊"),
            ("那些年轻人", "那些|年轻人"),
            // Numbers
            ("1万5千多人", "1万5千多|人"),
            ("15.2万人次", "15.2万|人次"),
            ("第三部分", "第三|部分"),
            // Marks part, blanks between characters do not
            ("联谊几场,牵手几对", "联谊|几|场|,|牵手|几|对"),
            ("青 马 几 期", "青马|几|期"),
            ("青马几期 多少人", "青马|几|期| |多少|人"),
            ("**青马**几期", "青马|几|期"),
            // A whole Latin word
            ("wifi密码", "wifi|密码"),
        ];
        check(rows, tokens);
    }
}
