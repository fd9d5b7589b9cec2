//! Names and aliases: none empty, and no alias that folds to what something else is called.
//! A name that the report itself prints at two places is no problem; two aliases are.

use super::super::problem::Finding;
use super::super::words;
use super::super::written::{InitiativeFile, Named, ReportFile, SectionFile};
use super::At;
use super::at::Kept;
use rustc_hash::FxHashMap;

/// Adds what is wrong with the names of a report.
pub(super) fn check(file: &ReportFile, findings: &mut Vec<Finding>) {
    let mut names = Names { seen: FxHashMap::default(), owner: 0, findings };
    let root = At::ROOT;
    names.named(&file.body, root.field("body"));
    names.next_owner();
    let place = root.field("place");
    if file.place.name.trim().is_empty() {
        names.findings.push(Finding::error(place.field("name").pointer(), words::blank("name")));
    }
    names.in_one_line(&file.place.name, place.field("name"), "name");
    names.add(&file.place.name, place.field("name"), false);
    names.aliases(&file.place.aliases, root.field("place"));
    for (number, part) in file.parts.iter().enumerate() {
        let at = root.item("parts", number);
        names.heading(&part.title, &part.aliases, at);
        names.sections(&part.sections, at);
        names.initiatives(&part.initiatives, at);
    }
    names.sections(&file.sections, root);
    names.initiatives(&file.initiatives, root);
}

/// A name that was seen: how it is written, where, whose it is, and whether it is an alias.
struct Seen<'f> {
    text: &'f str,
    at: Kept,
    owner: usize,
    alias: bool,
}

struct Names<'f, 'o> {
    seen: FxHashMap<String, Seen<'f>>,
    /// Counts what bears names; an initiative and what is in it may share theirs.
    owner: usize,
    findings: &'o mut Vec<Finding>,
}

impl<'f> Names<'f, '_> {
    fn next_owner(&mut self) {
        self.owner += 1;
    }

    fn heading(&mut self, title: &'f str, aliases: &'f [String], at: At<'_>) {
        self.next_owner();
        self.add(title, at.field("title"), false);
        self.aliases(aliases, at);
    }

    fn sections(&mut self, all: &'f [SectionFile], around: At<'_>) {
        for (number, section) in all.iter().enumerate() {
            let at = around.item("sections", number);
            self.heading(&section.title, &section.aliases, at);
            self.initiatives(&section.initiatives, at);
        }
    }

    fn initiatives(&mut self, all: &'f [InitiativeFile], around: At<'_>) {
        for (number, initiative) in all.iter().enumerate() {
            self.initiative(initiative, around.item("initiatives", number));
        }
    }

    fn named(&mut self, named: &'f Named, at: At<'_>) {
        if named.name.trim().is_empty() {
            self.findings.push(Finding::error(at.field("name").pointer(), words::blank("name")));
        }
        self.in_one_line(&named.name, at.field("name"), "name");
        self.add(&named.name, at.field("name"), false);
        self.aliases(&named.aliases, at);
    }

    fn in_one_line(&mut self, text: &str, at: At<'_>, what: &str) {
        if super::breaks_line(text) {
            self.findings.push(Finding::error(at.pointer(), words::line_break(what)));
        }
    }

    fn aliases(&mut self, aliases: &'f [String], at: At<'_>) {
        for (number, alias) in aliases.iter().enumerate() {
            let at = at.item("aliases", number);
            self.in_one_line(alias, at, "aliases");
            self.add(alias, at, true);
        }
    }

    fn initiative(&mut self, it: &'f InitiativeFile, at: At<'_>) {
        self.heading(&it.title, &it.aliases, at);
        let mut inside: Vec<&str> = Vec::new();
        for (number, programme) in it.programmes.iter().enumerate() {
            let at = at.item("programmes", number);
            if inside.contains(&programme.name.as_str()) {
                self.findings.push(Finding::error(at.pointer(), words::name_twice(&programme.name)));
            }
            inside.push(&programme.name);
            self.named(programme, at);
        }
        self.figures(it, at);
    }

    /// Two figures of one initiative may share an alias only where scope or programmes tell them apart.
    fn figures(&mut self, it: &'f InitiativeFile, at: At<'_>) {
        let mut seen = FxHashMap::default();
        for (number, figure) in it.figures.iter().enumerate() {
            let at = at.item("figures", number);
            for (row, alias) in figure.aliases.iter().enumerate() {
                let at = at.item("aliases", row);
                let key = (fold(alias), &figure.scope, &figure.programmes);
                let first = seen.entry(key).or_insert_with(|| (number, at.kept(), alias));
                if first.0 != number {
                    let told = Finding::warning(at.pointer(), words::same_alias(alias, first.2));
                    self.findings.push(told.against(first.1.pointer()));
                }
            }
        }
    }

    fn add(&mut self, text: &'f str, at: At<'_>, alias: bool) {
        let key = fold(text);
        if key.is_empty() {
            if alias {
                self.findings.push(Finding::error(at.pointer(), words::blank("aliases")));
            }
            return;
        }
        match self.seen.get(&key) {
            Some(it) if it.owner != self.owner && (alias || it.alias) => {
                let told = Finding::warning(at.pointer(), words::same_alias(text, it.text));
                self.findings.push(told.against(it.at.pointer()));
            }
            Some(_) => {}
            None => drop(self.seen.insert(key, Seen { text, at: at.kept(), owner: self.owner, alias })),
        }
    }
}

/// What counts as the same text.
fn fold(text: &str) -> String {
    text.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect()
}
