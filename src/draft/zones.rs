//! Where the page's own lines, tables, titles and plans stand. Judges no number.

use std::ops::Range;

/// What a stretch of the text is, if it is no part of what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Lines of the page: source, author, links.
    Page,
    /// Cells of a table.
    Table,
    /// The title of the whole text.
    Title,
    /// What is planned.
    Plan,
}

/// The zones of a text.
#[derive(Debug, Default)]
pub(super) struct Zones(Vec<(Range<usize>, Zone)>);

impl Zones {
    pub(super) fn add(&mut self, range: Range<usize>, zone: Zone) {
        self.0.push((range, zone));
    }

    /// The zone of a place.
    pub(super) fn of(&self, at: usize) -> Option<Zone> {
        self.0.iter().find(|(range, _)| range.contains(&at)).map(|it| it.1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Zone, Zones};

    #[test]
    fn the_first_zone_of_a_place_counts() {
        let mut zones = Zones::default();
        zones.add(2..5, Zone::Page);
        zones.add(4..9, Zone::Plan);
        let rows =
            [(1, None), (2, Some(Zone::Page)), (4, Some(Zone::Page)), (5, Some(Zone::Plan)), (9, None)];
        for (at, expected) in rows {
            assert_eq!(zones.of(at), expected, "{at}");
        }
    }
}
