//! The texts of a report, as compared, one behind the other, and where each character stands in them: whatever stands in a
//! text is found by its first character, without a list of all that may be asked for.
//! Knows not what a text is of.

use rustc_hash::FxHashMap;

/// Stands between two texts: no text as compared holds it, so that nothing is found across two of them.
const END: char = '\n';

/// Texts by number.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    all: Vec<char>,
    /// Where each text begins; one more for the end of the last.
    starts: Vec<u32>,
    /// For each character which of the places are its own.
    by_first: FxHashMap<char, (u32, u32)>,
    /// Places in the texts, by character, in order.
    places: Vec<u32>,
}

impl Letters {
    /// Of these texts.
    pub(crate) fn of<'a>(texts: impl Iterator<Item = &'a [char]>) -> Self {
        let mut letters = Self::default();
        for text in texts {
            letters.starts.push(size(letters.all.len()));
            letters.all.extend(text);
            letters.all.push(END);
        }
        letters.starts.push(size(letters.all.len()));
        letters.note();
        letters
    }

    /// Counts how often each character stands there, then puts each place where it belongs.
    fn note(&mut self) {
        let (mut kinds, mut numbers) =
            (FxHashMap::<char, u32>::default(), Vec::with_capacity(self.all.len()));
        let mut counts: Vec<u32> = Vec::new();
        for letter in &self.all {
            let number = *kinds.entry(*letter).or_insert_with(|| {
                counts.push(0);
                size(counts.len() - 1)
            });
            counts[number as usize] += 1;
            numbers.push(number);
        }
        let mut ends = counts.clone();
        let mut next = 0;
        for (end, count) in ends.iter_mut().zip(&counts) {
            *end = next;
            next += count;
        }
        self.places = vec![0; self.all.len()];
        for (at, number) in numbers.into_iter().enumerate() {
            let end = &mut ends[number as usize];
            self.places[*end as usize] = size(at);
            *end += 1;
        }
        kinds.remove(&END);
        let range = |number: u32| (ends[number as usize] - counts[number as usize], ends[number as usize]);
        self.by_first = kinds.into_iter().map(|(letter, number)| (letter, range(number))).collect();
    }

    /// The characters of a text.
    pub(crate) fn text(&self, number: usize) -> &[char] {
        &self.all[self.start(number)..self.start(number + 1) - 1]
    }

    /// Where a text begins.
    pub(crate) fn start(&self, number: usize) -> usize {
        self.starts[number] as usize
    }

    /// How many texts there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many characters there are, ends of texts among them.
    pub(crate) fn length(&self) -> usize {
        self.all.len()
    }

    /// So many characters from a place on.
    pub(crate) fn at(&self, place: usize, length: usize) -> &[char] {
        &self.all[place..place + length]
    }

    /// All characters from a place on.
    pub(crate) fn from(&self, place: usize) -> &[char] {
        &self.all[place..]
    }

    /// Where this character stands.
    pub(crate) fn places(&self, first: char) -> &[u32] {
        self.by_first.get(&first).map_or(&[], |(start, end)| &self.places[*start as usize..*end as usize])
    }

    /// The texts that hold these characters, in order, each once.
    pub(crate) fn holding(&self, text: &[char]) -> Vec<usize> {
        let Some(first) = text.first() else { return Vec::new() };
        let mut found: Vec<usize> = Vec::new();
        for place in self.places(*first) {
            if self.from(*place as usize).starts_with(text) {
                let number = self.starts.partition_point(|it| it <= place) - 1;
                if found.last() != Some(&number) {
                    found.push(number);
                }
            }
        }
        found
    }
}

/// The texts of a report are far shorter than 2^32 characters.
pub(crate) fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn what_stands_in_a_text_is_found_there_and_not_across_two() {
        let texts = ["青年之家", "家里", "", "青年青年"].map(|it| it.chars().collect::<Vec<char>>());
        let letters = Letters::of(texts.iter().map(Vec::as_slice));
        let rows: &[(&str, &[usize])] = &[
            ("青年", &[0, 3]),
            ("家", &[0, 1]),
            ("家里", &[1]),
            ("家家", &[]),
            ("家里青", &[]),
            ("无", &[]),
            ("", &[]),
        ];
        for (text, expected) in rows {
            let text: Vec<char> = text.chars().collect();
            assert_eq!(letters.holding(&text), *expected, "{text:?}");
        }
        assert_eq!((letters.count(), letters.text(2), letters.text(3)), (4, &[][..], &texts[3][..]));
    }
}
