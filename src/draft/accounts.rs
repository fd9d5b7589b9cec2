//! Items of an account (支出1308.94万元。其中:(1)恤病170.52万元): what kind of sum the items below a sum are.
//! Changes labels alone.

use super::initiatives::Draft;
use super::ledger::Entry;
use super::view::View;

/// Kinds of sums.
const KINDS: [&str; 6] = ["支出", "收入", "投入", "补助", "捐赠", "结余"];
/// What stands at the end of the line of a sum whose items follow.
const OPENINGS: [&str; 3] = ["其中:", "其中包括:", "明细:"];

/// Adds to each sum of money below a line that ends with 其中: the kind of the sum above.
pub(super) fn tell(view: &View, entries: &[Entry], drafts: &mut [Draft]) {
    let mut kind: Option<&str> = None;
    let mut last: Option<&str> = None;
    let mut line = 0;
    for draft in drafts {
        let number = &entries[draft.entry].number;
        let start = number.value.start;
        let own_line = view.last_mark(line, start, &['\n']);
        if own_line > line {
            let end = view.back(own_line - 1);
            if OPENINGS.iter().any(|it| view.ends(end, it)) {
                kind = last;
            }
            line = own_line;
        }
        let is_money = number.folded_unit(view).ends_with('元');
        let label = &mut draft.label;
        if !is_money {
            continue;
        }
        let own = KINDS.iter().copied().find(|it| label.text.contains(it));
        match kind {
            Some(kind) if own.is_none() => label.others.push(format!("{}{kind}", label.text)),
            _ => {}
        }
        last = own.or(last);
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::testing::aliases;

    #[test]
    fn items_are_of_the_kind_of_the_sum_above() {
        let text = "一、收支\n1.用于救助支出1308.94万元。其中:\n(1)恤病170.52万元,受益2539人次;\n(2)救助支出6万元。\n";
        assert!(aliases(text, "170.52").contains(&"恤病支出".to_owned()));
        assert!(aliases(text, "2539").iter().all(|it| !it.contains("支出")));
        let plain = "一、收支\n1.用于救助支出1308.94万元。\n(1)恤病170.52万元。\n";
        assert!(!aliases(plain, "170.52").contains(&"恤病支出".to_owned()));
    }
}
