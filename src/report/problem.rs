//! Something wrong with the data: where it stands, what it is, how to mend it.
//! Finds nothing itself.

use std::fmt;
use std::path::{Path, PathBuf};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// There is nothing to look at: a path that is missing or cannot be read.
    Unreadable,
    /// The data cannot be used before it is mended.
    Error,
    /// The data can be used; somebody should look.
    Warning,
    /// The data itself asks somebody to look.
    Mark,
}

/// One problem; shown as `path:line:column: what, how to mend`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder.
    pub path: PathBuf,
    /// Line and column, both from 1, in characters; none where the file as a whole is meant.
    pub at: Option<(usize, usize)>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong and how to mend it, in one line.
    pub what: String,
}

impl Problem {
    pub(super) fn unreadable(path: &Path, what: String) -> Self {
        Self { path: path.to_owned(), at: None, severity: Severity::Unreadable, what }
    }
}

impl Problem {
    /// True where the data can be used all the same: a hint or a mark.
    pub(super) fn is_minor(&self) -> bool {
        matches!(self.severity, Severity::Warning | Severity::Mark)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        let label = match self.severity {
            Severity::Unreadable | Severity::Error => "",
            Severity::Warning => "提示：",
            Severity::Mark => "待核：",
        };
        write!(f, ": {label}{}", self.what)
    }
}

/// What a check finds in one file, before its place in the text is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// JSON pointer to it.
    pub(super) pointer: String,
    /// JSON pointer to the other one, where two things clash.
    pub(super) other: Option<String>,
    pub(super) severity: Severity,
    pub(super) what: String,
}

impl Finding {
    pub(super) fn error(pointer: String, what: String) -> Self {
        Self { pointer, other: None, severity: Severity::Error, what }
    }

    pub(super) fn warning(pointer: String, what: String) -> Self {
        Self { severity: Severity::Warning, ..Self::error(pointer, what) }
    }

    pub(super) fn mark(pointer: String, what: String) -> Self {
        Self { severity: Severity::Mark, ..Self::error(pointer, what) }
    }

    pub(super) fn against(self, other: String) -> Self {
        Self { other: Some(other), ..self }
    }
}
