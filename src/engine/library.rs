//! The loaded reports, and a matcher for each of them, built when the report is first asked.
//! A report is understood by its own words alone: what else is loaded changes no answer. Selects no report.

use crate::matcher::{Lexicon, Matcher, Shared};
use crate::report::Report;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// So many matchers of other reports than the home one are kept, those asked last: each holds some 0.5 MB, and one is built anew
/// in a millisecond and a half (`docs/scale.md`).
const KEPT: NonZeroUsize = NonZeroUsize::new(256).expect("more than none");

/// So many sets of words that include a report's own are kept ready: each holds some 1.5 MB.
const KEPT_WORDS: NonZeroUsize = NonZeroUsize::new(16).expect("more than none");

/// The words that some reports have of their own.
#[derive(Debug, Default)]
pub(super) struct OwnWords {
    /// Each set of words once: many reports may bring the same.
    pub(super) all: Vec<Lexicon>,
    /// For each report the position of its set; none where it has none, or behind the end.
    pub(super) of: Vec<Option<usize>>,
}

impl OwnWords {
    /// The set of the report at a position.
    fn number(&self, report: usize) -> Option<usize> {
        self.of.get(report).copied().flatten()
    }

    /// The words of the report at a position.
    pub(super) fn of(&self, report: usize) -> Option<&Lexicon> {
        self.number(report).and_then(|it| self.all.get(it))
    }
}

/// Reports, their words, and the matchers over them.
#[derive(Debug)]
pub(super) struct Library {
    reports: Vec<Report>,
    /// Words for all reports.
    common: Arc<Lexicon>,
    own: OwnWords,
    /// The matcher of the default report, which is asked most: its first question does not wait.
    home: Option<Arc<Matcher>>,
    built: Kept<Matcher>,
    /// The words for all reports, made ready when a report without its own is first asked.
    plain: OnceLock<Shared>,
    /// The same with the words of reports that have their own, by the number of their set.
    with_own: Kept<Shared>,
}

impl Library {
    /// A library of these reports, the default one first.
    pub(super) fn new(reports: Vec<Report>, common: Lexicon, own: OwnWords) -> Self {
        let mut library = Self {
            reports,
            common: Arc::new(common),
            own,
            home: None,
            built: Kept::new(KEPT),
            plain: OnceLock::new(),
            with_own: Kept::new(KEPT_WORDS),
        };
        if !library.reports.is_empty() {
            let words = library.words(library.own.number(0));
            library.home = Some(Arc::new(Matcher::new(library.alone(0), words)));
        }
        library
    }

    /// The reports, the default one first.
    pub(super) fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The report at a position as a slice of one, as a matcher reads it; empty where there is none.
    pub(super) fn alone(&self, at: usize) -> &[Report] {
        self.reports.get(at).map_or(&[], std::slice::from_ref)
    }

    /// The matcher of the report at a position.
    pub(super) fn matcher(&self, at: usize) -> Arc<Matcher> {
        match &self.home {
            Some(home) if at == 0 => Arc::clone(home),
            _ => self.built.get(at, || self.over_shared(at)),
        }
    }

    fn over_shared(&self, at: usize) -> Matcher {
        let shared = |own: Option<usize>| Shared::of(self.words(own));
        match self.own.number(at) {
            Some(own) => {
                let words = self.with_own.get(own, || shared(Some(own)));
                Matcher::over(self.alone(at), &words)
            }
            None => Matcher::over(self.alone(at), self.plain.get_or_init(|| shared(None))),
        }
    }

    /// The words for all reports, together with a set of own ones.
    fn words(&self, own: Option<usize>) -> Arc<Lexicon> {
        let Some(own) = own.and_then(|it| self.own.all.get(it)) else { return Arc::clone(&self.common) };
        let mut words = Lexicon::clone(&self.common);
        words.merge(own.clone());
        Arc::new(words)
    }
}

/// What was made for a number lately.
#[derive(Debug)]
struct Kept<T>(Mutex<LruCache<usize, Arc<T>>>);

impl<T> Kept<T> {
    fn new(most: NonZeroUsize) -> Self {
        Self(Mutex::new(LruCache::new(most)))
    }

    /// What is kept, or is made now: outside of the lock, so that nobody waits for what is not asked.
    fn get(&self, number: usize, make: impl FnOnce() -> T) -> Arc<T> {
        if let Some(known) = self.locked().get(&number) {
            return Arc::clone(known);
        }
        let made = Arc::new(make());
        self.locked().put(number, Arc::clone(&made));
        made
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, LruCache<usize, Arc<T>>> {
        // A panic elsewhere leaves a map that is whole: `put` and `get` cannot fail half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
