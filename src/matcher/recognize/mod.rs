//! Recognisers that run over the folded question before its words are matched: times, places, bodies.
//! A slot that they find is not cut apart by anything later. What a slot means for a figure is
//! [`crate::matcher::scoring::constraints`]'s.

pub(crate) mod gazetteer;
pub(crate) mod time;

use crate::matcher::lexicon::role::{Role, TimeKind};
use crate::matcher::vocabulary::Vocabulary;
use crate::text::is_hanzi;
use crate::text::numerals::Number;
use std::ops::Range;

/// A stretch of the question that fills a slot of its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// What fills it.
    pub kind: SlotKind,
    /// Where it starts, counted in folded characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What fills a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlotKind {
    /// A time.
    Time(TimeKind),
    /// A place of the gazetteer or of the word lists.
    Place,
}

/// The slots of a folded question, from left to right, none overlapping; at each place the longest.
#[must_use]
pub(crate) fn recognize(text: &[char], numbers: &[Number], words: &Vocabulary) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // A number is read from its first digit on.
        if at > 0 && text[at].is_ascii_digit() && text[at - 1].is_ascii_digit() {
            at += 1;
            continue;
        }
        let time = time::at(text, at, words).map(|(length, kind)| (length, SlotKind::Time(kind)));
        let place = place(text, at, numbers, words).map(|length| (length, SlotKind::Place));
        match time.into_iter().chain(place).max_by_key(|it| it.0) {
            Some((length, kind)) if crosses_word(text, at..at + length, words) => {
                // 成都|市青联: the name without its last character.
                let shorter = gazetteer::longest(&text[..at + length - 1], at)
                    .filter(|it| kind == SlotKind::Place && !crosses_word(text, at..at + it, words));
                if let Some(length) = shorter {
                    slots.push(Slot { kind, start: at, end: at + length });
                }
                at += shorter.unwrap_or(1);
            }
            Some((length, kind)) => {
                slots.push(Slot { kind, start: at, end: at + length });
                at += length;
            }
            None => at += 1,
        }
    }
    slots
}

/// 那些年|轻人: true where a word that says something begins inside the slot and ends behind it, or begins before it and
/// ends inside.
fn crosses_word(text: &[char], slot: Range<usize>, words: &Vocabulary) -> bool {
    let says = |role: &Role| matches!(role, Role::Name | Role::Group(_));
    let from = slot.start.saturating_sub(LONGEST_BEFORE);
    (from..slot.end).any(|start| {
        let found = words.prefixes(&text[start..]).filter(|(length, term)| {
            let end = start + length;
            let crosses = if start < slot.start {
                end > slot.start && end < slot.end
            } else {
                start > slot.start && end > slot.end
            };
            // 赶上|新中国, 严选|上半年: a short word takes no more than the first character of a long slot by chance.
            let by_chance = start < slot.start && end == slot.start + 1 && slot.len() > 2;
            *length > 1 && crosses && !by_chance && words.roles(*term).iter().any(says)
        });
        found.count() > 0
    })
}

/// No word that ends inside a slot begins so far before it.
const LONGEST_BEFORE: usize = 4;

/// How many characters from here on are a place's name. A number is no part of one (七十五|华诞 is not 五华).
fn place(text: &[char], at: usize, numbers: &[Number], words: &Vocabulary) -> Option<usize> {
    if !is_hanzi(text[at]) {
        return None;
    }
    let is_place = |role: &Role| matches!(role, Role::Within);
    let listed = || {
        let found = words.prefixes(&text[at..]);
        found
            .filter(|(length, term)| *length > 1 && words.roles(*term).iter().any(is_place))
            .map(|it| it.0)
            .last()
    };
    let known = if words.may_fill_slot(text[at]) { listed() } else { None };
    let length = known.max(gazetteer::longest(text, at))?;
    let crosses = |it: &Number| it.start < at + length && at < it.end;
    (!numbers.iter().any(crosses)).then_some(length)
}
