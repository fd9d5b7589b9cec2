//! From loaded files to an engine: reads the word lists that came with the reports.
//! Reads no file itself and judges no report.

use super::Engine;
use crate::matcher::Lexicon;
use crate::report::{LexiconText, Loaded, Problem, parse, schema};

impl Engine {
    /// An engine over what was loaded.
    ///
    /// # Errors
    /// Every word list that cannot be read, with its place.
    pub fn load(loaded: Loaded) -> Result<Self, Vec<Problem>> {
        let lexicon = lexicon(&loaded.lexicons)?;
        Ok(Self::new(loaded.reports, lexicon))
    }
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
