//! What a draft writes: the objects of `report.json` with their keys in the order in which a person reads them.
//! Decides nothing.

use serde::Serialize;

fn is_false(it: &bool) -> bool {
    !*it
}

/// A report.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) year: u16,
    pub(super) body: Named,
    pub(super) place: Place,
    pub(super) source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) review: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<Part>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sections: Vec<Section>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) initiatives: Vec<Initiative>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) waived: Vec<Waived>,
}

/// A name and its aliases.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
}

/// The place.
#[derive(Debug, Serialize)]
pub(super) struct Place {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) within: Vec<String>,
}

/// A part.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) subtitle: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sections: Vec<Section>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) initiatives: Vec<Initiative>,
}

/// A section.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) initiatives: Vec<Initiative>,
}

/// An initiative.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Initiative {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) review: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) programmes: Vec<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) figures: Vec<Figure>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) facts: Vec<Fact>,
}

/// A figure.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figure {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) unit: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) qualifiers: Vec<String>,
    pub(super) printed: String,
    pub(super) nature: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) period: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) scope: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) programmes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) review: Vec<String>,
}

/// A fact.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) items: Vec<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) open: bool,
}

/// A number that is no figure.
#[derive(Debug, Serialize)]
pub(super) struct Waived {
    pub(super) printed: String,
    pub(super) reason: &'static str,
}
