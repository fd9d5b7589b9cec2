//! Identifiers: the sounds of a title or a label, unique within the report.
//! The same text gives the same identifiers.

use crate::text::pinyin::letters;
use std::collections::HashSet;

/// Buttons and links carry identifiers of at most so many characters; a number behind a hyphen still fits.
const LONGEST: usize = 40;

/// The identifiers that were given already.
#[derive(Debug, Default)]
pub(super) struct Ids(HashSet<String>);

impl Ids {
    /// An identifier for what is called so, apart from all before it.
    pub(super) fn make(&mut self, text: &str) -> String {
        let base = slug(text);
        let numbered = (2..).map(|it| format!("{base}-{it}"));
        let mut candidates = std::iter::once(base.clone()).chain(numbered);
        let free = candidates.find(|it| !self.0.contains(it)).unwrap_or(base);
        self.0.insert(free.clone());
        free
    }
}

/// The text in letters and digits, a hyphen between syllables.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut is_run = false;
    for letter in text.chars() {
        let is_ascii = letter.is_ascii_alphanumeric();
        let syllable = if is_ascii {
            Some(letter.to_ascii_lowercase().to_string())
        } else {
            letters(letter).next().map(str::to_owned)
        };
        let Some(syllable) = syllable else {
            is_run = false;
            continue;
        };
        if slug.len() + syllable.len() + 1 > LONGEST {
            break;
        }
        let goes_on = is_ascii && is_run;
        if !slug.is_empty() && !goes_on {
            slug.push('-');
        }
        slug.push_str(&syllable);
        is_run = is_ascii;
    }
    // `part-1` and `section-3` are what links name headings by.
    if slug.is_empty() || slug.starts_with("part-") || slug.starts_with("section-") {
        format!("x-{slug}").trim_end_matches('-').to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn texts_and_their_identifiers() {
        let rows = [("技能培训", "ji-neng-pei-xun"), ("“H5”课堂", "h5-ke-tang"), ("——", "x")];
        for (text, expected) in rows {
            assert_eq!(slug(text), expected);
        }
        let mut ids = Ids::default();
        assert_eq!((ids.make("活动"), ids.make("活动")), ("huo-dong".to_owned(), "huo-dong-2".to_owned()));
    }
}
