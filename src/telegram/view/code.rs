//! Places and numbers in as few letters as a button has room for.
//! Knows nothing of what a message shows.

use crate::answer::Target;
use crate::engine::Engine;

/// A place in a few letters; in the first report, which is the usual one, without the report's number.
pub(in crate::telegram) fn code(target: Target) -> String {
    let mut code = String::new();
    push_code(&mut code, target);
    code
}

/// Adds the letters of a place.
pub(super) fn push_code(data: &mut String, target: Target) {
    let (kind, report, at) = match target {
        Target::Figure(report, at) => ('f', report, at),
        Target::Initiative(report, at) => ('i', report, at),
        Target::Part(report, at) => ('p', report, at),
        Target::Section(report, at) => ('s', report, at),
        Target::Report(report) => ('r', report, 0),
    };
    data.push(kind);
    push_base36(data, at as u64);
    if report > 0 {
        data.push('-');
        push_base36(data, report as u64);
    }
}

/// The place that these letters name, if the reports have it.
pub(super) fn target(code: &str, engine: &Engine) -> Option<Target> {
    let kind = code.chars().next()?;
    let (at, report) = code.strip_prefix(kind)?.split_once('-').unwrap_or((code.strip_prefix(kind)?, "0"));
    let (report, at) = (number(report)?, number(at)?);
    let target = match kind {
        'f' => Target::Figure(report, at),
        'i' => Target::Initiative(report, at),
        'p' => Target::Part(report, at),
        's' => Target::Section(report, at),
        'r' => Target::Report(report),
        _ => return None,
    };
    engine.has(target).then_some(target)
}

/// A number as it is written in a button.
pub(super) fn number(text: &str) -> Option<usize> {
    usize::from_str_radix(text, 36).ok()
}

/// Adds a number: digits and letters take less room than digits alone.
pub(super) fn push_base36(data: &mut String, number: u64) {
    if number >= 36 {
        push_base36(data, number / 36);
    }
    data.extend(u32::try_from(number % 36).ok().and_then(|it| char::from_digit(it, 36)));
}
