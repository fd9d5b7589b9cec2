//! Gives everything in a report its identifier: as the data has it, else made from what it is called; and one for links.
//! An identifier that is made depends on texts, not on places: it stays where the data is put into another order.

use super::model::Report;
use super::slug::{fits, marked, slug};
use std::collections::{HashMap, HashSet};

/// What must get an identifier: the one of the data, and texts to make one from, each longer than the one before.
struct Thing {
    written: Option<String>,
    texts: Vec<String>,
}

/// Fills in the identifiers of the report, its initiatives and its figures. Those of the data stay as they are.
pub(super) fn identify(report: &mut Report, initiatives: Vec<Option<String>>, figures: Vec<Option<String>>) {
    let things: Vec<Thing> = things_of(report, initiatives, figures);
    let ids = ids(&things);
    let links = links(&ids);
    let count = report.initiatives.len();
    for (at, (id, link)) in ids.into_iter().zip(links).enumerate() {
        match at.checked_sub(count) {
            None => (report.initiatives[at].id, report.initiatives[at].link) = (id, link),
            Some(at) => (report.figures[at].id, report.figures[at].link) = (id, link),
        }
    }
}

/// The identifier of a report that has none: its body and its year.
pub(super) fn report_id(body: &str, year: u16) -> String {
    slug(&format!("{body} {year}"))
}

fn things_of(report: &Report, initiatives: Vec<Option<String>>, figures: Vec<Option<String>>) -> Vec<Thing> {
    let around = |at: usize| {
        let section = report.section_of(at).map_or("", |it| &it.name.name);
        format!("{section} {}", report.initiatives[at].name.name)
    };
    let initiatives = initiatives.into_iter().enumerate().map(|(at, written)| {
        let title = report.initiatives[at].name.name.clone();
        Thing { written, texts: vec![title, around(at)] }
    });
    let figures = figures.into_iter().enumerate().map(|(at, written)| {
        let it = &report.figures[at];
        let counted = format!("{} {}", it.label, it.unit);
        let among = format!("{} {counted}", around(it.initiative));
        let scope = format!("{among} {}", it.scope.join(" "));
        Thing { written, texts: vec![it.label.clone(), counted, among, scope] }
    });
    initiatives.chain(figures).collect()
}

/// One identifier for each thing. Of things that one text would name alike none gets it: a longer text tells them apart.
fn ids(things: &[Thing]) -> Vec<String> {
    let mut taken: HashSet<String> = things.iter().filter_map(|it| it.written.clone()).collect();
    let mut ids: Vec<Option<String>> = things.iter().map(|it| it.written.clone()).collect();
    let longest = things.iter().map(|it| it.texts.len()).max().unwrap_or_default();
    for level in 0..longest {
        let made =
            |at: usize| ids[at].is_none().then(|| things[at].texts.get(level).map(|it| slug(it))).flatten();
        let made: Vec<Option<String>> = (0..things.len()).map(made).collect();
        let mut count: HashMap<&String, usize> = HashMap::new();
        made.iter().flatten().for_each(|it| *count.entry(it).or_default() += 1);
        let fresh: Vec<bool> = made
            .iter()
            .map(|it| it.as_ref().is_some_and(|it| count[it] == 1 && !taken.contains(it) && !is_reserved(it)))
            .collect();
        for (at, id) in made.into_iter().enumerate().filter(|(at, _)| fresh[*at]) {
            taken.extend(id.clone());
            ids[at] = id;
        }
    }
    let numbered = |(at, id): (usize, Option<String>)| {
        id.unwrap_or_else(|| next_free(&marked(&things[at].texts.join(" ")), &mut taken))
    };
    ids.into_iter().enumerate().map(numbered).collect()
}

/// What a link calls each identifier: itself where a link can hold it.
fn links(ids: &[String]) -> Vec<String> {
    let stands = |id: &String| fits(id) && !is_reserved(id);
    let mut taken: HashSet<String> = ids.iter().filter(|it| stands(it)).cloned().collect();
    ids.iter().map(|id| if stands(id) { id.clone() } else { next_free(&marked(id), &mut taken) }).collect()
}

/// This text, or with the first number behind it that is free.
fn next_free(text: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number: usize| format!("{text}-{number}"));
    let free =
        std::iter::once(text.to_owned()).chain(numbered).find(|it| !taken.contains(it)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// `part-1` and `section-3` are how links name what has no identifier of its own.
fn is_reserved(id: &str) -> bool {
    let numbered =
        |prefix| id.strip_prefix(prefix).is_some_and(|it: &str| it.bytes().all(|byte| byte.is_ascii_digit()));
    numbered("part-") || numbered("section-")
}

#[cfg(test)]
mod tests {
    use super::{Thing, ids, links};

    fn thing(written: &str, texts: &[&str]) -> Thing {
        let written = Some(written.to_owned()).filter(|it| !it.is_empty());
        Thing { written, texts: texts.iter().map(|it| (*it).to_owned()).collect() }
    }

    #[test]
    fn what_has_no_identifier_gets_one() {
        let things = [
            thing("night-school", &["青年夜校"]),
            thing("", &["青年夜校"]),
            // Two of one name are told apart by a longer text, both of them
            thing("", &["活动", "活动 场"]),
            thing("", &["活动", "活动 人"]),
            // An identifier of the data stays its own
            thing("护河", &["护河"]),
            thing("hu-he", &["护河"]),
            thing("", &["护河", "护河 场"]),
        ];
        let expected = [
            "night-school",
            "qing-nian-ye-xiao",
            "huo-dong-chang",
            "huo-dong-ren",
            "护河",
            "hu-he",
            "hu-he-chang",
        ];
        assert_eq!(ids(&things), expected);
    }

    #[test]
    fn what_nothing_tells_apart_is_numbered() {
        let made = ids(&[thing("", &["活动"]), thing("", &["活动"])]);
        assert_eq!(made[1], format!("{}-2", made[0]));
    }

    #[test]
    fn another_order_changes_no_identifier() {
        let rows = [("活动", "活动 场"), ("活动", "活动 人"), ("夜校", "夜校 期"), ("部分", "部分 个")];
        let made = |order: &[usize]| -> Vec<String> {
            let things: Vec<Thing> = order.iter().map(|at| thing("", &[rows[*at].0, rows[*at].1])).collect();
            let mut made: Vec<(usize, String)> = order.iter().copied().zip(ids(&things)).collect();
            made.sort();
            made.into_iter().map(|it| it.1).collect()
        };
        assert_eq!(made(&[0, 1, 2, 3]), made(&[3, 1, 0, 2]));
    }

    #[test]
    fn links_hold_letters_digits_and_hyphens() {
        let ids = ["night-school", "护河", "hu he", "part-1", "a_b", ""].map(str::to_owned);
        let links = links(&ids);
        assert_eq!(links[0], "night-school");
        assert!(links.iter().all(|it| super::fits(it) && !super::is_reserved(it)), "{links:?}");
        assert!((1..links.len()).all(|at| !links[..at].contains(&links[at])), "{links:?}");
    }
}
