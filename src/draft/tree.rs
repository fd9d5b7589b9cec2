//! Puts initiatives below their headings: parts and sections, sections alone, or neither.
//! Makes no initiative.

use super::initiatives::Made;
use super::outline::{Outline, Rank};
use super::view::View;
use super::words;
use super::written::{Initiative, Part, Report, Section};

/// Below how many headings of a text its initiatives stand in the report.
const MOST_LEVELS: usize = 2;

/// Fills parts, sections or initiatives of the report.
pub(super) fn plant(view: &View, outline: &Outline, made: Vec<Made>, report: &mut Report) {
    let ranks = levels(outline, &made);
    let heading =
        |made: &Made, rank: Rank| made.path.iter().copied().find(|&it| outline.headings[it].rank == rank);
    let title = |at: Option<usize>| {
        at.map_or_else(|| words::overview().to_owned(), |it| view.title(outline.headings[it].title.clone()))
    };
    match ranks.as_slice() {
        [] => report.initiatives = made.into_iter().map(|it| it.initiative).collect(),
        [rank] => {
            let rows = made.into_iter().map(|it| (heading(&it, *rank), it.initiative));
            report.sections = grouped(rows)
                .into_iter()
                .map(|(at, initiatives)| Section { title: title(at), initiatives })
                .collect();
        }
        [upper, lower, ..] => {
            let rows =
                made.into_iter().map(|it| (heading(&it, *upper), (heading(&it, *lower), it.initiative)));
            let part = |(at, rows): (Option<usize>, Vec<(Option<usize>, Initiative)>)| {
                let sections = grouped(rows.into_iter())
                    .into_iter()
                    .map(|(section, initiatives)| Section { title: title(section.or(at)), initiatives });
                let subtitle = at
                    .and_then(|it| outline.headings[it].subtitle.clone())
                    .map(|it| view.title(it))
                    .unwrap_or_default();
                Part { title: title(at), subtitle, sections: sections.collect(), initiatives: Vec::new() }
            };
            report.parts = grouped(rows).into_iter().map(part).collect();
        }
    }
}

/// The ranks that become levels: the lowest becomes none where its headings are all that initiatives are called by.
fn levels(outline: &Outline, made: &[Made]) -> Vec<Rank> {
    let mut ranks: Vec<Rank> =
        made.iter().flat_map(|it| &it.path).map(|&it| outline.headings[it].rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    if let Some(&lowest) = ranks.last() {
        let below = |it: &&Made| it.path.last().is_some_and(|&it| outline.headings[it].rank == lowest);
        let is_leaf = made.iter().filter(below).all(|it| it.is_heading);
        if is_leaf {
            ranks.pop();
        }
    }
    let surplus = ranks.len().saturating_sub(MOST_LEVELS);
    ranks.split_off(surplus)
}

/// Neighbours with the same key together, in order.
fn grouped<T>(rows: impl Iterator<Item = (Option<usize>, T)>) -> Vec<(Option<usize>, Vec<T>)> {
    let mut groups: Vec<(Option<usize>, Vec<T>)> = Vec::new();
    for (key, row) in rows {
        match groups.last_mut() {
            Some(last) if last.0 == key => last.1.push(row),
            _ => groups.push((key, vec![row])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use crate::draft::testing::outline;

    #[test]
    fn headings_become_levels() {
        let rows: [(&str, &[&str]); 4] = [
            ("全县开展活动20场。", &["全县开展活动"]),
            ("一、甲工作\n开展活动20场。\n二、乙工作\n开展培训30场。", &["甲工作", "乙工作"]),
            (
                "一、甲工作\n(一)丙活动。全县各地广泛开展活动20场。\n(二)丁培训。全县各地广泛开展培训30场。",
                &["甲工作 > 丙活动", "甲工作 > 丁培训"],
            ),
            (
                "一、甲工作\n(一)丙活动。1.深化学习。全县各地开展活动20场。2.办好培训。全县各地开展培训30场。",
                &["甲工作 > 丙活动 > 深化学习", "甲工作 > 丙活动 > 办好培训"],
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(outline(text), expected, "{text}");
        }
    }
}
