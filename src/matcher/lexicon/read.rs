//! The word lists as one report reads them: those that it shares with others, and its own measures.
//! Reads no file and finds no word.

use crate::matcher::lexicon::lists::{Lexicon, Measure};
use crate::text::numerals::without_power;
use std::ops::Deref;
use std::sync::Arc;

/// Shared word lists with the measures of one report: all but [`Self::measures`] stands in the shared ones.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    shared: Arc<Lexicon>,
    /// The measures of the shared lists, with the units that the report prints, and behind them its own.
    pub measures: Vec<Measure>,
}

impl Deref for Lists {
    type Target = Lexicon;

    fn deref(&self) -> &Lexicon {
        &self.shared
    }
}

impl Lists {
    /// The lists as they are.
    pub(crate) fn of(shared: Arc<Lexicon>) -> Self {
        let measures = shared.measures.clone();
        Self { shared, measures }
    }

    /// The measures of the shared lists.
    pub(crate) fn shared_measures(&self) -> &[Measure] {
        &self.shared.measures
    }

    /// The measure that a printed unit belongs to: as it stands, or without a leading 百, 千, 万 or 亿.
    #[must_use]
    pub(crate) fn measure_of(&self, unit: &str) -> Option<usize> {
        let of = |unit: &str| self.measures.iter().position(|it| it.units.iter().any(|known| known == unit));
        of(unit).or_else(|| of(without_power(unit)))
    }

    /// Adds the units that reports print to the measures they belong to (万小时 to 小时), and gives every unit that no measure
    /// has one of its own, so that a report may count in whatever it likes.
    pub(crate) fn add_units<'a>(&mut self, units: impl Iterator<Item = &'a str>) {
        for unit in units {
            let plain = without_power(unit);
            if let Some(at) = self.measure_of(unit) {
                let units = &mut self.measures[at].units;
                if !units.iter().any(|it| it == unit) {
                    units.push(unit.to_owned());
                }
            } else if !plain.is_empty() {
                let measure =
                    Measure { id: plain.to_owned(), units: vec![plain.to_owned()], ..Measure::default() };
                self.measures.push(measure);
            }
        }
    }
}
