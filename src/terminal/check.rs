//! Shows what a look at report data found, one problem a line.
//! Finds nothing itself: [`crate::report::review`] does.

use super::words;
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

/// Looks at report data, and at a published text beside it, and tells every problem.
///
/// # Errors
/// The output cannot be written.
pub fn check(paths: &[PathBuf], published: Option<&Path>, output: &mut impl Write) -> io::Result<Verdict> {
    let review = review(paths, published);
    for problem in &review.problems {
        writeln!(output, "{problem}")?;
    }
    let count = |severity| review.problems.iter().filter(|it| it.severity == severity).count();
    let (unreadable, errors) = (count(Severity::Unreadable), count(Severity::Error));
    match (unreadable, errors) {
        (0, 0) => {
            writeln!(output, "{}", words::all_well(review.reports, review.figures, count(Severity::Warning)))?
        }
        _ => writeln!(output, "{}", words::to_mend(unreadable + errors))?,
    }
    output.flush()?;
    Ok(match (unreadable, errors) {
        (0, 0) => Verdict::Fine,
        (0, _) => Verdict::Problems,
        _ => Verdict::Unreadable,
    })
}
