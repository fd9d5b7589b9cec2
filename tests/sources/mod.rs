//! The sources of the library and the binary as text, with what each line names.
//! Judges nothing: the rules stand in `architecture.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// The crate's roots, and what puts it together.
const BINARY: [&str; 5] = ["src/lib.rs", "src/main.rs", "src/config.rs", "src/serving.rs", "src/probing.rs"];

/// One source file.
pub(crate) struct Source {
    /// Path from the repository's root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The modules of the library in the order of `src/lib.rs`.
pub(crate) fn layers() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    text.lines().filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// The rooms of a module in the order of its `mod.rs`.
pub(crate) fn rooms(module: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("src").join(module).join("mod.rs")).unwrap();
    text.lines().filter_map(|it| it.strip_prefix("mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// All files below `src`.
pub(crate) fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    found.sort_by(|one: &Source, other| one.path.cmp(&other.path));
    assert!(found.len() > 10, "the sources were not found");
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

impl Source {
    /// True for what belongs to the library; the rest puts it together.
    pub(crate) fn is_library(&self) -> bool {
        let of_binary = BINARY.contains(&self.path.as_str());
        !of_binary && !self.path.starts_with("src/config/")
    }

    /// The top module that it is part of; none for the crate's roots.
    pub(crate) fn module(&self) -> Option<String> {
        let inside = self.path.strip_prefix("src/").filter(|_| self.is_library())?;
        Some(inside.split('/').next()?.trim_end_matches(".rs").to_owned())
    }

    /// The room of a module that it is part of; none for the module's own file.
    pub(crate) fn room(&self, module: &str) -> Option<String> {
        let inside = self.path.strip_prefix("src/")?.strip_prefix(module)?.strip_prefix('/')?;
        let room = inside.split('/').next()?.trim_end_matches(".rs");
        (room != "mod").then(|| room.to_owned())
    }

    /// The rooms of a module that its code names by `crate::`.
    pub(crate) fn names_rooms_of(&self, module: &str) -> Vec<((usize, String), String)> {
        let path = format!("crate::{module}::");
        let named = |(number, line): (usize, String)| -> Vec<((usize, String), String)> {
            let rooms = line.split(path.as_str()).skip(1).flat_map(named).collect::<Vec<_>>();
            rooms.into_iter().map(|room| ((number, line.trim().to_owned()), room)).collect()
        };
        self.statements().into_iter().flat_map(named).collect()
    }

    /// The modules around it, as deep as `super` can climb.
    fn depth(&self) -> usize {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        inside.split('/').count()
    }

    /// Lines of code, numbered from 1: without comments, and up to the file's tests.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let code = numbered.take_while(|(_, line)| !line.contains("cfg(test)]") || line.contains("cfg_attr"));
        code.map(|(at, line)| (at, line.split("//").next().unwrap_or_default()))
    }

    /// A line as an editor opens it.
    pub(crate) fn at(&self, (number, line): (usize, &str)) -> String {
        format!("{}:{number}: {}", self.path, line.trim())
    }

    /// The top modules that its code names, by `crate::` or by a chain of `super::` that climbs to the root.
    pub(crate) fn names(&self) -> Vec<((usize, String), String)> {
        let mut climbing = "super::".repeat(self.depth());
        climbing.insert(0, ' ');
        let mut found = Vec::new();
        for (number, line) in self.statements() {
            let line = format!(" {line}").replace(&climbing, " crate::");
            for rest in line.split("crate::").skip(1) {
                let modules = named(rest).into_iter();
                found.extend(modules.map(|module| ((number, line.trim().to_owned()), module)));
            }
        }
        found
    }

    /// Code with each `use` on one line, whatever rustfmt made of it.
    fn statements(&self) -> Vec<(usize, String)> {
        let mut joined: Vec<(usize, String)> = Vec::new();
        for (number, line) in self.code() {
            match joined.last_mut() {
                Some((_, open)) if open.contains("use ") && !open.contains(';') => open.push_str(line.trim()),
                _ => joined.push((number, line.to_owned())),
            }
        }
        joined
    }
}

/// The modules named right behind `crate::`: one, or the heads of a group in braces.
fn named(rest: &str) -> Vec<String> {
    let word =
        |it: &str| it.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned();
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let mut depth = 0;
    let mut heads = vec![String::new()];
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            _ if depth == 0 => heads.last_mut().unwrap().push(letter),
            _ => {}
        }
    }
    heads.iter().map(|it| word(it)).filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_form_of_an_import_is_seen() {
    let text = "use crate::{answer::{plain, Line}, engine};\nfn f() { super::super::text::fold(); }\n\
                // crate::terminal\nuse crate::{\n    report::Report,\n};\n#[cfg(test)]\nuse crate::web;\n";
    let source = Source { path: "src/report/load.rs".to_owned(), text: text.to_owned() };
    let named: Vec<String> = source.names().into_iter().map(|it| it.1).collect();
    assert_eq!(named, ["answer", "engine", "text", "report"]);
}
