//! From loaded files to an engine: reads the word lists that came with the reports.
//! Reads no file itself and judges no report.

use super::Engine;
use crate::matcher::Lexicon;
use crate::report::{LexiconText, Loaded, Problem, parse, schema};

impl Engine {
    /// An engine over what was loaded: the words of a report are known to that report alone.
    ///
    /// # Errors
    /// Every word list that cannot be read, with its place.
    pub fn load(loaded: Loaded) -> Result<Self, Vec<Problem>> {
        let (common, own): (Vec<LexiconText>, Vec<LexiconText>) =
            loaded.lexicons.into_iter().partition(|it| it.report.is_none());
        let of =
            |at: usize| own.iter().filter(|it| it.report == Some(at)).cloned().collect::<Vec<LexiconText>>();
        let own = (0..loaded.reports.len()).map(of).map(|it| match it[..] {
            [] => Ok(None),
            _ => lexicon(&it).map(Some),
        });
        let (own, problems): (Vec<_>, Vec<_>) = own.partition(Result::is_ok);
        let mut problems: Vec<Problem> = problems.into_iter().filter_map(Result::err).flatten().collect();
        match lexicon(&common) {
            Ok(common) if problems.is_empty() => {
                let own = own.into_iter().map(Result::unwrap_or_default).collect();
                Ok(Self::with_own_words(loaded.reports, common, own))
            }
            Ok(_) => Err(problems),
            Err(found) => {
                problems.splice(0..0, found);
                Err(problems)
            }
        }
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
