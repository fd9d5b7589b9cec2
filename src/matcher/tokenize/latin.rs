//! Reads a run of Latin letters: English words, pinyin, initials of names, or a mixture.
//! Gives segments like any others; knows no score.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::recognize::{SlotKind, gazetteer};
use crate::matcher::tokenize::pinyin_choice;
use crate::matcher::tokenize::{Letters, Segment, SegmentKind, Tier};
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::pinyin;
use smallvec::smallvec;
use std::ops::Range;

/// A run whose English words cover at least this share of its letters is English.
const ENGLISH: f32 = 0.55;
/// Initials of a name, a whole word of letters.
const INITIALS: f32 = 1.6;
/// A letter that nothing explains.
const UNKNOWN: f32 = 0.9;
/// A word across two typed ones, one of which goes on.
const TORN: f32 = 0.7;
/// Fewer letters than this are no initials: too many names would fit.
const SHORTEST_INITIALS: usize = 3;

/// Reads a run of Latin letters, blanks between them included.
pub(crate) fn decode(run: &[char], typed: Range<usize>, words: &Vocabulary) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = run;
    // yibin tuanwei: a place by its pinyin stands for itself, whatever its syllables spell together with others.
    while let Some(Range { start, end }) = place(rest, words) {
        segments.extend(read(&rest[..start], words));
        segments.push(unplaced(
            rest[start..end].into(),
            SegmentKind::Slot(SlotKind::Place, None),
            Tier::Sound,
        ));
        rest = &rest[end..];
    }
    segments.extend(read(rest, words));
    segments.iter_mut().for_each(|it| it.typed = typed.clone());
    segments
}

fn read(run: &[char], words: &Vocabulary) -> Vec<Segment> {
    let (english, covered) = read_english(run, words);
    let letters = run.iter().filter(|it| **it != ' ').count().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a length below a thousand")]
    let share = covered as f32 / letters as f32;
    let whole = english.iter().all(|it| !matches!(it.what, SegmentKind::Unknown));
    if share >= ENGLISH && whole {
        return english;
    }
    let (pinyin, unread) = read_pinyin(run, words);
    // qingma jiqi: a name that is known in letters too, among pinyin.
    if share >= ENGLISH && unread > 0 {
        return english;
    }
    if unread * 3 <= letters { pinyin } else { english }
}

/// Longest known phrase first, word by word; returns how many letters are known words too.
fn read_english(run: &[char], words: &Vocabulary) -> (Vec<Segment>, usize) {
    let (mut segments, mut covered, mut at) = (Vec::new(), 0, 0);
    while at < run.len() {
        if !run[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let end = word_end(run, at);
        let (length, what, tier) = match phrase(&run[at..], words) {
            Some((length, term)) => (length, SegmentKind::Word(smallvec![term]), Tier::Exact),
            None => match (stem(&run[at..end], words), spelt_name(&run[at..end], words)) {
                (Some(term), _) => (end - at, SegmentKind::Word(smallvec![term]), Tier::Exact),
                (None, Some(term)) => (end - at, SegmentKind::Word(smallvec![term]), Tier::Sound),
                (None, None) => (end - at, SegmentKind::Unknown, Tier::None),
            },
        };
        if tier == Tier::Exact {
            covered += run[at..at + length].iter().filter(|it| **it != ' ').count();
        }
        segments.push(unplaced(run[at..at + length].into(), what, tier));
        at += length;
    }
    (segments, covered)
}

fn word_end(run: &[char], at: usize) -> usize {
    run[at..]
        .iter()
        .position(|it| !it.is_ascii_alphanumeric() && *it != '-' && *it != '\'')
        .map_or(run.len(), |it| at + it)
}

/// The longest known phrase that ends at the end of a word.
fn phrase(run: &[char], words: &Vocabulary) -> Option<(usize, TermId)> {
    let ends = |length: usize| run.get(length).is_none_or(|next| !next.is_ascii_alphanumeric());
    words.prefixes(run).filter(|(length, _)| ends(*length)).last()
}

/// A word without its ending: sessions, activities, recruited.
fn stem(word: &[char], words: &Vocabulary) -> Option<TermId> {
    let text: String = word.iter().collect();
    let endings =
        [("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("'s", "")];
    endings.iter().find_map(|(ending, instead)| {
        let base = text.strip_suffix(ending).filter(|base| base.len() >= 3)?;
        words.get(&format!("{base}{instead}").chars().collect::<Vec<_>>())
    })
}

/// A name in pinyin among English words.
fn spelt_name(word: &[char], words: &Vocabulary) -> Option<TermId> {
    let letters: Vec<char> = pinyin::canonical(&word.iter().collect::<String>()).chars().collect();
    let is_name = |term: &&TermId| {
        let names =
            words.roles(**term).iter().any(|it| matches!(it, Role::Home(_) | Role::Name | Role::Within));
        names && words.text(**term).len() > 1
    };
    let whole = words.by_pinyin(&letters).filter(|(length, _)| *length == letters.len()).last()?;
    whole.1.iter().find(is_name).copied()
}

/// A step of the cheapest spelling: from where, which words, how known.
#[derive(Clone)]
struct Step {
    cost: f32,
    from: usize,
    found: Option<(Vec<TermId>, Tier)>,
}

/// The cheapest way to spell the run with known words; returns how many letters stay unread too.
fn read_pinyin(run: &[char], words: &Vocabulary) -> (Vec<Segment>, usize) {
    let typed: Vec<String> = run
        .split(|it| !it.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(|it| it.iter().collect())
        .collect();
    let folded: Vec<Vec<char>> = typed.iter().map(|it| pinyin::canonical(it).chars().collect()).collect();
    let letters: Vec<char> = folded.concat();
    let plain = typed.concat();
    let mut best = vec![Step { cost: f32::INFINITY, from: 0, found: None }; letters.len() + 1];
    best[0].cost = 0.0;
    let mut starts = word_starts(&folded).peekable();
    let is_edge = |at: usize| at == letters.len() || word_starts(&folded).any(|(start, _)| start == at);
    // lianyi ji chang: a word that ends inside a typed one and began in another is hardly what was spelt.
    let tears = |at: usize, end: usize| {
        (!is_edge(at) || !is_edge(end)) && word_starts(&folded).any(|(start, _)| at < start && start < end)
    };
    for at in 0..letters.len() {
        relax(&mut best, at, at + 1, UNKNOWN, None);
        for (length, terms) in words.by_pinyin(&letters[at..]) {
            let (cost, terms) = pinyin_choice::choose(&terms, &plain, words);
            let torn = tears(at, at + length) || swallows_ask(&folded, at..at + length, words);
            let torn = if torn { TORN } else { 0.0 };
            relax(&mut best, at, at + length, cost + torn, Some((terms, Tier::Sound)));
        }
        if let Some((_, word)) = starts.next_if(|(start, _)| *start == at) {
            let names = words.initialled(&typed[word]);
            if typed[word].len() >= SHORTEST_INITIALS && !names.is_empty() {
                relax(
                    &mut best,
                    at,
                    at + folded[word].len(),
                    INITIALS,
                    Some((names.to_vec(), Tier::Initials)),
                );
            }
        }
    }
    walk(&best, &letters, words)
}

/// zhiyuan duiwu ji zhi: a word over the last two typed ones, which spell 几 and a measure word.
fn swallows_ask(folded: &[Vec<char>], span: Range<usize>, words: &Vocabulary) -> bool {
    let letters: usize = folded.iter().map(Vec::len).sum();
    let [.., ask, unit] = folded else { return false };
    let spells = |letters: &[char], is: fn(&Role) -> bool| {
        let mut found = words.by_pinyin(letters).filter(|(length, _)| *length == letters.len());
        found.any(|(_, terms)| {
            terms.iter().any(|it| words.text(*it).len() == 1 && words.roles(*it).iter().any(is))
        })
    };
    span.end == letters
        && span.len() == ask.len() + unit.len()
        && spells(ask, |it| *it == Role::Cue(Cue::HowMany))
        && spells(unit, |it| matches!(it, Role::Unit(_)))
}

/// Where a word of the run is the pinyin of a place, and of no name or unit that the reports know.
fn place(run: &[char], words: &Vocabulary) -> Option<Range<usize>> {
    let mut start = 0;
    while start < run.len() {
        let end = word_end(run, start);
        let typed: String = run[start..end].iter().collect();
        if is_listed(&run[start..end], words) || gazetteer::is_pinyin(&typed) && !spells_word(&typed, words) {
            return Some(start..end);
        }
        start = end + 1;
    }
    None
}

/// True where the lists name it as a place elsewhere, as it is typed.
fn is_listed(typed: &[char], words: &Vocabulary) -> bool {
    words.get(typed).is_some_and(|term| words.roles(term).contains(&Role::Elsewhere))
}

/// True where letters spell a known word: xinxiang is 信箱 before it is 新乡.
fn spells_word(typed: &str, words: &Vocabulary) -> bool {
    let letters: Vec<char> = pinyin::canonical(typed).chars().collect();
    let mut found = words.by_pinyin(&letters).filter(|(length, _)| *length == letters.len());
    // 宜宾 is spelt yibin; 一并 (yibing) only sounds like it.
    let is_word = |term: &TermId| {
        !words.is_ngram(*term) && pinyin::spell(&words.text(*term).iter().collect::<String>()) == typed
    };
    let letters: Vec<char> = typed.chars().collect();
    words.get(&letters).is_some() || found.any(|(_, terms)| terms.iter().any(is_word))
}

/// A segment whose place is the run's.
fn unplaced(text: Letters, what: SegmentKind, tier: Tier) -> Segment {
    Segment { text, what, tier, typed: 0..0 }
}

fn word_starts(folded: &[Vec<char>]) -> impl Iterator<Item = (usize, usize)> + '_ {
    folded.iter().enumerate().scan(0, |start, (word, letters)| {
        let at = *start;
        *start += letters.len();
        Some((at, word))
    })
}

fn relax(best: &mut [Step], from: usize, to: usize, cost: f32, found: Option<(Vec<TermId>, Tier)>) {
    let total = best[from].cost + cost;
    if total < best[to].cost {
        best[to] = Step { cost: total, from, found };
    }
}

fn walk(best: &[Step], letters: &[char], words: &Vocabulary) -> (Vec<Segment>, usize) {
    let (mut segments, mut unread, mut end) = (Vec::<Segment>::new(), 0, letters.len());
    while end > 0 {
        let Step { from, found, .. } = &best[end];
        match found {
            Some((terms, tier)) => {
                let text = words.text(terms[0]).into();
                segments.push(unplaced(text, SegmentKind::Word(terms.as_slice().into()), *tier));
            }
            None => {
                unread += 1;
                match segments.last_mut() {
                    Some(Segment { text, what: SegmentKind::Unknown, .. }) => text.insert(0, letters[*from]),
                    _ => segments.push(unplaced(smallvec![letters[*from]], SegmentKind::Unknown, Tier::None)),
                }
            }
        }
        end = *from;
    }
    segments.reverse();
    (segments, unread)
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check, tokens};

    #[test]
    fn letters_are_english_pinyin_or_initials() {
        let rows: &[(&str, &str)] = &[
            // Pinyin
            ("leshan tuanyuan duoshao", "乐山|团员|多少"),
            ("tujidui", "突击队"),
            ("xibujihua", "西部计划"),
            ("tuanyuan jia tujidui", "团员|加=加/家|突击队"),
            // A run that ends with a question word and a measure word
            ("fuwu duiwu ji zhi", "服务队伍|级=级/急/几/集|之=之/只/支"),
            // Initials
            ("zbd jizhi", "走播队|机制"),
            // English
            ("how many teams", "how many|teams"),
            ("how many letters", "how many|letters"),
            ("training sessions", "training|sessions"),
            // Places
            ("xinxiang", "信箱"),
            // Nothing
            ("xqzw", "xqzw"),
        ];
        check(rows, tokens);
    }
}
