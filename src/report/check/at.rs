//! A place in a report file while it is walked: becomes a JSON pointer only where a problem is told.
//! Knows no report.

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
        let mut pointer = String::with_capacity(64);
        self.push_to(&mut pointer);
        pointer
    }

    fn push_to(&self, pointer: &mut String) {
        let Some(around) = self.around else { return };
        around.push_to(pointer);
        pointer.push('/');
        pointer.push_str(self.field);
        if let Some(number) = self.item {
            pointer.push('/');
            pointer.push_str(&number.to_string());
        }
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
