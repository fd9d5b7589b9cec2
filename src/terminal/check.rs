//! Shows what a look at report data and its word lists found, one problem a line.
//! Finds nothing itself: [`crate::report::review`] and [`crate::engine::lexicon`] do.

use super::words;
use crate::engine;
use crate::report::{Severity, review};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing has to be mended.
    Fine,
    /// Something has to be mended.
    Problems,
    /// There was nothing to look at.
    Unreadable,
}

/// Looks at report data and word lists, and at a published text beside them, and tells every problem.
///
/// # Errors
/// The output cannot be written.
pub fn check(paths: &[PathBuf], published: Option<&Path>, output: &mut impl Write) -> io::Result<Verdict> {
    let mut review = review(paths, published);
    review.problems.extend(engine::lexicon(&review.lexicons).err().unwrap_or_default());
    // What must be mended first; the order of the text stays within each kind.
    review.problems.sort_by_key(|it| group(it.severity));
    for problem in &review.problems {
        writeln!(output, "{problem}")?;
    }
    let count = |severity| review.problems.iter().filter(|it| it.severity == severity).count();
    let (unreadable, errors) = (count(Severity::Unreadable), count(Severity::Error));
    let (hints, marks) = (count(Severity::Warning), count(Severity::Mark));
    let end = match unreadable + errors {
        0 => words::all_well(review.reports, review.figures),
        errors => words::to_mend(errors),
    };
    writeln!(output, "{end}{}", words::hints_and_marks(hints, marks))?;
    output.flush()?;
    Ok(match (unreadable, errors) {
        (0, 0) => Verdict::Fine,
        (0, _) => Verdict::Problems,
        _ => Verdict::Unreadable,
    })
}

/// Errors come first, then hints, then what the data itself asks somebody to look at.
fn group(severity: Severity) -> u8 {
    match severity {
        Severity::Unreadable | Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Mark => 2,
    }
}
