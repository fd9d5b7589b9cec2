//! A place in a report file while it is walked: becomes a JSON pointer only where a problem is told.
//! Knows no report.

use smallvec::SmallVec;

/// A place: the one around it, and the step from there.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    around: Option<&'a At<'a>>,
    field: &'static str,
    item: Option<usize>,
}

impl At<'_> {
    /// The file as a whole.
    pub(super) const ROOT: At<'static> = At { around: None, field: "", item: None };

    /// A field of what stands here.
    pub(super) fn field(&self, field: &'static str) -> At<'_> {
        At { around: Some(self), field, item: None }
    }

    /// An item of a list that is a field of what stands here.
    pub(super) fn item(&self, field: &'static str, number: usize) -> At<'_> {
        At { around: Some(self), field, item: Some(number) }
    }

    /// The JSON pointer to it.
    pub(super) fn pointer(&self) -> String {
        self.kept().pointer()
    }

    /// The place by itself, for whom must remember it: nearly all that are remembered are never told.
    pub(super) fn kept(&self) -> Kept {
        let mut steps = SmallVec::new();
        let mut at = self;
        while let Some(around) = at.around {
            steps.push((at.field, at.item));
            at = around;
        }
        Kept { steps }
    }
}

/// A place that outlives the walk.
pub(super) struct Kept {
    /// The steps to it, the last one first.
    steps: SmallVec<[(&'static str, Option<usize>); 6]>,
}

impl Kept {
    /// The JSON pointer to it.
    pub(super) fn pointer(&self) -> String {
        let step = |(field, item): &(&str, Option<usize>)| match item {
            Some(number) => format!("/{field}/{number}"),
            None => format!("/{field}"),
        };
        self.steps.iter().rev().map(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::At;

    #[test]
    fn a_place_becomes_a_pointer() {
        let part = At::ROOT.item("parts", 2);
        assert_eq!(part.field("title").pointer(), "/parts/2/title");
        assert_eq!(At::ROOT.pointer(), "");
    }
}
