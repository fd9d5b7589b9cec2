//! From loaded files to an engine: reads the word lists that came with the reports.
//! Reads no file itself and judges no report.

use super::Engine;
use super::library::OwnWords;
use crate::matcher::Lexicon;
use crate::report::{LexiconText, Loaded, Problem, parse, schema};
use rustc_hash::FxHashMap;

impl Engine {
    /// An engine over what was loaded: the words of a report are known to that report alone.
    ///
    /// # Errors
    /// Every word list that cannot be read, with its place.
    pub fn load(loaded: Loaded) -> Result<Self, Vec<Problem>> {
        let (common, own): (Vec<LexiconText>, Vec<LexiconText>) =
            loaded.lexicons.into_iter().partition(|it| it.report.is_none());
        let (own, mut problems) = own_words(&own, loaded.reports.len());
        match lexicon(&common) {
            Ok(common) if problems.is_empty() => Ok(Self::with_own_words(loaded.reports, common, own)),
            Ok(_) => Err(problems),
            Err(found) => {
                problems.splice(0..0, found);
                Err(problems)
            }
        }
    }
}

/// The own words of so many reports, each set read once, and everything that is wrong with one.
fn own_words(texts: &[LexiconText], reports: usize) -> (OwnWords, Vec<Problem>) {
    let mut own = OwnWords { of: vec![None; reports], ..OwnWords::default() };
    let (mut known, mut problems) = (FxHashMap::<&str, usize>::default(), Vec::new());
    for text in texts {
        let Some(of) = text.report.and_then(|it| own.of.get_mut(it)) else { continue };
        if let Some(number) = known.get(text.text.as_str()) {
            *of = Some(*number);
            continue;
        }
        match lexicon(std::slice::from_ref(text)) {
            Ok(words) => {
                *of = Some(own.all.len());
                known.insert(&text.text, own.all.len());
                own.all.push(words);
            }
            Err(found) => problems.extend(found),
        }
    }
    (own, problems)
}

/// All word lists as one.
///
/// # Errors
/// Everything that is wrong with a list, with its place.
pub fn lexicon(texts: &[LexiconText]) -> Result<Lexicon, Vec<Problem>> {
    let (mut all, mut problems) = (Lexicon::default(), Vec::new());
    for text in texts {
        match parse::<Lexicon>(&text.path, &text.text, schema::of_lexicons()) {
            Ok(lexicon) => all.merge(lexicon),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(all) } else { Err(problems) }
}
