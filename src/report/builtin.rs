//! What is built into the binary: the reports that it answers from when no other data is named.
//! The one place in `src/` that names a report; holds no logic.

/// A file that is built in: its path in the repository, and its text.
pub(super) type Embedded = (&'static str, &'static str);

/// A report and, if it has one, its own lexicon.
pub(super) const REPORTS: &[(Embedded, Option<Embedded>)] = &[(
    ("data/leshan-2024/report.json", include_str!("../../data/leshan-2024/report.json")),
    Some(("data/leshan-2024/lexicon.json", include_str!("../../data/leshan-2024/lexicon.json"))),
)];

/// Lexicons for any league's questions; they serve other data too, unless it brings a `common` folder.
pub(super) const COMMON: &[Embedded] = &[
    ("data/common/aspects.json", include_str!("../../data/common/aspects.json")),
    ("data/common/narrowing.json", include_str!("../../data/common/narrowing.json")),
    ("data/common/polarity.json", include_str!("../../data/common/polarity.json")),
    ("data/common/time.json", include_str!("../../data/common/time.json")),
    ("data/common/elsewhere.json", include_str!("../../data/common/elsewhere.json")),
    ("data/common/measures.json", include_str!("../../data/common/measures.json")),
    ("data/common/reports.json", include_str!("../../data/common/reports.json")),
    ("data/common/scopes.json", include_str!("../../data/common/scopes.json")),
    ("data/common/synonyms.json", include_str!("../../data/common/synonyms.json")),
    ("data/common/words.json", include_str!("../../data/common/words.json")),
];
