//! Report data as it is written in a file: one type for each JSON object, unknown fields refused, what is empty left out.
//! Says nothing of what is true: `model` holds what is meant, `check` what is wrong.

use serde::{Deserialize, Serialize};

/// A report file: one body, one year, its parts in the order printed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportFile {
    /// Where editors find the schema; ignored by the bot.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Short identifier of the report, such as `anyplace-2024`; made from the body and the year where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the report is called in a reply, such as 共青团某市委2024年工作盘点.
    pub title: String,
    /// The year that the figures are of.
    pub year: u16,
    /// The body whose report it is, and what else people call it.
    pub body: Named,
    /// The place that the figures are of.
    pub place: Place,
    /// Where and when the report was published.
    pub source: String,
    /// The parts, in the order printed. A report has parts, or sections, or initiatives alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartFile>,
    /// The sections of a report without parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionFile>,
    /// The initiatives of a report without parts and sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<InitiativeFile>,
    /// What the office should look at, a sentence each; `check` tells it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<String>,
    /// Numbers of the published text that are no figures of achievement, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<Waived>,
}

/// A name, and what else people call it.
#[derive(Debug, Clone, Deserialize, Serialize, Hash)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name as printed.
    pub name: String,
    /// Other names that people use for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A place, what it lies in and what lies in it: a question about those is another question.
#[derive(Debug, Clone, Deserialize, Serialize, Hash)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name as people say it, such as 成都.
    pub name: String,
    /// Other names of the same place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Larger places around it (its province, the country): their figures are not in the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<String>,
    /// Smaller places in it (districts, counties): figures are not broken down to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contains: Vec<String>,
}

/// A part of the report.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    /// The heading as printed.
    pub title: String,
    /// The second line of the heading, if any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// Other names that people use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The sections, in the order printed. A part has sections, or initiatives alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionFile>,
    /// The initiatives of a part without sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<InitiativeFile>,
}

/// A section of a part.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionFile {
    /// The heading as printed.
    pub title: String,
    /// Other names that people use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The initiatives, in the order printed.
    pub initiatives: Vec<InitiativeFile>,
}

/// An initiative: one paragraph of the report.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InitiativeFile {
    /// Identifier, unique in the report; made from the title where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The lead phrase as printed, without its full stop.
    pub title: String,
    /// What was done, in one or two short sentences of our own, without figures.
    pub description: String,
    /// Other names that people use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The projects, brands, events and teams named in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Named>,
    /// Its figures, in the order printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureFile>,
    /// What is said without a figure: documents, partners, conditions, prizes, themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactFile>,
    /// What the office should look at, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<String>,
}

/// A figure of achievement.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FigureFile {
    /// Identifier, unique in the report; made from the label where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is counted, in a few words: stands behind the figure in a reply.
    pub label: String,
    /// The number as printed: `600`, `15.2`, `1,218`, `九百`, `12-15`.
    pub value: String,
    /// The unit as printed: `万元`, `万人次`, `场次`, `%`; empty where none is printed (破百万).
    pub unit: String,
    /// Words that belong to the figure as printed: 余 多 近 超过 累计 共 新增 其中 年均.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<String>,
    /// Number, unit and the words at them exactly as they stand in the text: `600余万元`, `近4万人次`.
    pub printed: String,
    /// Counted over the year (`flow`), or standing at its end (`stock`).
    pub nature: Nature,
    /// The time that it is of, as printed, where that is not the report's year alone: `五年来`, `2019年以来`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What narrows it against its neighbours: 省级 市级 线上 线下 新增 累计 银奖.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
    /// The programmes that it is about, by name; none means the initiative as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// Other ways to say what is counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What the office should look at, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<String>,
}

/// Whether a figure is counted over the year or stands at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, Hash)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// Counted over the year: sessions held, members admitted.
    Flow,
    /// Standing at the end of the year: organisations, cumulative totals.
    Stock,
}

/// Something said without a figure.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// What the items are: 三大行动, 合作高校, 入团必备条件.
    pub label: String,
    /// The items, each a name or a few words.
    pub items: Vec<String>,
    /// True where the report says 等: the list is not complete.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// Other ways to ask for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A number of the published text that is no figure of achievement.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waived {
    /// The number with the words that show which one is meant, as printed: `75周年`.
    pub printed: String,
    /// Why it is no figure of achievement.
    pub reason: String,
}
