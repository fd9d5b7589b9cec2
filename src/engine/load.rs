//! From loaded files to an engine: reads the word lists that came with the reports.
//! Reads no file itself and judges no report.

use super::Engine;
use crate::matcher::Lexicon;
use crate::report::{LexiconText, Loaded, Problem, Severity};

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
/// Every list that cannot be read, with its place.
pub fn lexicon(texts: &[LexiconText]) -> Result<Lexicon, Vec<Problem>> {
    let (mut all, mut problems) = (Lexicon::default(), Vec::new());
    for text in texts {
        match Lexicon::parse(&text.text) {
            Ok(lexicon) => all.merge(lexicon),
            Err(error) => problems.push(problem(text, &error)),
        }
    }
    if problems.is_empty() { Ok(all) } else { Err(problems) }
}

fn problem(text: &LexiconText, error: &serde_json::Error) -> Problem {
    Problem {
        path: text.path.clone(),
        at: Some((error.line(), error.column())),
        severity: Severity::Error,
        what: format!("词表读不懂({error}),请对照 data/schema/lexicon.schema.json 改正"),
    }
}
