//! Paths of a source file that begin at the root of its crate, and what `lib.rs` shows of its modules.

use std::collections::{BTreeMap, BTreeSet};

use crate::datasets;

/// A name directly under the root of the crate, as a file uses it.
#[derive(Debug, PartialEq)]
pub struct Named {
    /// The module, or what the root shows under this name.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
}

/// The names of `lib.rs`: its modules, and what it shows of them.
pub struct Reexports {
    modules: BTreeSet<String>,
    of: BTreeMap<String, String>,
    /// The module whose every name is shown.
    glob: Option<String>,
}

impl Reexports {
    /// Those of the crate in a folder.
    pub fn read(folder: &str) -> Self {
        let text = code(&datasets::read(&format!("{folder}/lib.rs")));
        let statements = || text.split(';').map(str::trim);
        let mut this = Self {
            modules: statements()
                .filter_map(|statement| Some(statement.rsplit_once("mod ")?.1.to_owned()))
                .collect(),
            of: BTreeMap::new(),
            glob: None,
        };
        for statement in statements() {
            let Some((module, shown)) = statement.split_once("use ").and_then(|(_, path)| path.split_once("::")) else {
                continue;
            };
            if shown == "*" {
                this.glob = Some(module.to_owned());
            }
            for name in words(shown) {
                this.of.insert(name.to_owned(), module.to_owned());
            }
        }
        this
    }

    /// The module that a name under the root belongs to.
    pub fn module_of(&self, name: &str) -> String {
        if self.modules.contains(name) {
            return name.to_owned();
        }
        let is_type = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_lowercase());
        let glob = self.glob.as_ref().filter(|_| is_type);
        self.of
            .get(name)
            .or(glob)
            .cloned()
            .unwrap_or_else(|| crate::ROOT.to_owned())
    }
}

/// Every name under the root that a file uses, whose own module is so many steps below the root.
pub fn named_in(text: &str, depth: usize) -> Vec<Named> {
    let text = code(text);
    let mut named = Vec::new();
    // A file is that of its module: as many times `super` lead to the root.
    let up = vec!["super"; depth].join("::");
    for start in ["crate", up.as_str()].iter().filter(|start| !start.is_empty()) {
        let start = format!("{start}::");
        for (at, _) in text.match_indices(&start) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let line = text[..at].matches('\n').count() + 1;
            let after = &text[at + start.len()..];
            let names = match after.strip_prefix('{') {
                Some(group) => heads(group),
                // Of a module inside the file `super::*` is the file itself.
                None if after.starts_with('*') => Vec::new(),
                None => words(after).next().into_iter().collect(),
            };
            let names = names.into_iter().filter(|name| !matches!(*name, "super" | "self"));
            named.extend(names.map(|name| Named {
                name: name.to_owned(),
                line,
            }));
        }
    }
    named
}

/// The first name of each path in a group of imports, whose opening brace is already read.
fn heads(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut heads) = (1, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            heads.extend(words(&group[begin..at]).next());
            begin = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// A file's code: comments are blank, and so is what only tests have. Lines keep their places.
fn code(text: &str) -> String {
    let mut out = String::new();
    let (mut attribute, mut inside) = (false, false);
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        if line == "#[cfg(test)]" {
            attribute = true;
        } else if attribute && !line.starts_with('#') {
            (attribute, inside) = (false, line.ends_with('{'));
        } else if inside {
            inside = line != "}";
        } else if !attribute {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

#[test]
fn paths_from_the_root_are_found() {
    let text = "use crate::ab::C;\nuse crate::{\n    d::{e, f},\n    g,\n};\nlet h = super::super::h::i(super::j());\n// crate::k\n#[cfg(test)]\nmod tests {\n    use crate::l;\n}\nlet m = crate::n;\n";
    let found: Vec<(String, usize)> = named_in(text, 2)
        .into_iter()
        .map(|named| (named.name, named.line))
        .collect();
    let expected = [("ab", 1), ("d", 2), ("g", 2), ("n", 12), ("h", 6)];
    assert_eq!(found, expected.map(|(name, line)| (name.to_owned(), line)));
}
