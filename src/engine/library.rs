//! The loaded reports, and a matcher for each of them, built when the report is first asked.
//! A report is understood by its own words alone: what else is loaded changes no answer. Selects no report.

use crate::matcher::{Lexicon, Matcher};
use crate::report::Report;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

/// So many matchers are kept, those asked last: about 3 MB each, and 11 ms to build one anew.
const KEPT: NonZeroUsize = NonZeroUsize::new(64).expect("more than none");

/// Reports, their words, and the matchers over them.
#[derive(Debug)]
pub(super) struct Library {
    reports: Vec<Report>,
    /// Words for all reports.
    common: Lexicon,
    /// Words of one report alone, by its position.
    own: Vec<Option<Lexicon>>,
    built: Mutex<LruCache<usize, Arc<Matcher>>>,
}

impl Library {
    /// A library of these reports, the default one first; `own` holds the words of each that has some.
    pub(super) fn new(reports: Vec<Report>, common: Lexicon, own: Vec<Option<Lexicon>>) -> Self {
        let library = Self { reports, common, own, built: Mutex::new(LruCache::new(KEPT)) };
        // The default report is asked most: its first question does not wait.
        if !library.reports.is_empty() {
            let _ = library.matcher(0);
        }
        library
    }

    /// The reports, the default one first.
    pub(super) fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The words for all reports.
    pub(super) fn common(&self) -> &Lexicon {
        &self.common
    }

    /// The report at a position as a slice of one, as a matcher reads it; empty where there is none.
    pub(super) fn alone(&self, at: usize) -> &[Report] {
        self.reports.get(at).map_or(&[], std::slice::from_ref)
    }

    /// The matcher of the report at a position; built outside of the lock, so that nobody waits for another's report.
    pub(super) fn matcher(&self, at: usize) -> Arc<Matcher> {
        if let Some(known) = self.built().get(&at) {
            return Arc::clone(known);
        }
        let mut words = self.common.clone();
        if let Some(Some(own)) = self.own.get(at) {
            words.merge(own.clone());
        }
        let matcher = Arc::new(Matcher::new(self.alone(at), words));
        self.built().put(at, Arc::clone(&matcher));
        matcher
    }

    fn built(&self) -> std::sync::MutexGuard<'_, LruCache<usize, Arc<Matcher>>> {
        // A panic elsewhere leaves a map that is whole: `put` and `get` cannot fail half-way.
        self.built.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
