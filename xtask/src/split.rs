//! The program in parts: what the start page needs, and parts that are fetched when they are asked for (src/lazy.rs).
//!
//! The compiler writes one program, with the marks that tell its functions apart; `wasm-split-cli` takes it apart at the
//! functions that are split points, `wasm-bindgen` binds the first part, `wasm-opt` makes each smaller. What Trunk has bound of the
//! whole is replaced. A build by Trunk alone is not split: it has no such marks, and is one program as Trunk left it.

use crate::hooks::digest;
use crate::{Outcome, process, project};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Set by `cargo xtask build` for a program that is compiled to be split.
pub const WANTED: &str = "ATLAS_SPLIT";
/// What such a program is compiled with.
pub const FLAGS: &str = "--cfg=split -Clink-args=--emit-relocs";

const NAME: &str = "partnership-atlas";
/// The file that the splitter writes to load parts.
const LOADER: &str = "__wasm_split.js";

/// What the tools say of names in the program, which only debuggers read: the compiler writes kinds of them that older readers do
/// not know, and each is passed over.
const OF_NAMES: [&str; 3] = [
    "unknown name subsection",
    "labels name subsection ignored",
    "fields name subsection ignored",
];

const OPTIMISE: &str = "wasm-opt -Oz --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// The files of a program.
pub struct Program {
    /// The first part.
    pub wasm: PathBuf,
    /// What binds it to the browser.
    pub glue: PathBuf,
    /// Further parts, by name.
    pub parts: Vec<(String, PathBuf)>,
}

impl Program {
    /// One that is not split.
    pub fn whole(wasm: PathBuf, glue: PathBuf) -> Self {
        Self {
            wasm,
            glue,
            parts: Vec::new(),
        }
    }
}

/// Makes the program small; splits it where it was compiled for that. `wasm` and `glue` are what Trunk made of it.
pub fn program(staging: &Path, wasm: PathBuf, glue: PathBuf) -> Outcome<Program> {
    if env::var_os(WANTED).is_none() {
        optimise(&wasm)?;
        return Ok(Program::whole(wasm, glue));
    }
    let work = work()?;
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| format!("emptying {}: {error}", work.display()))?;
    }
    let compiled = target()?
        .join("wasm32-unknown-unknown/release")
        .join(format!("{NAME}.wasm"));
    let (first, mut pieces) = take_apart(&compiled, &work)?;
    let bound = work.join("bound");
    bind(&first, &bound)?;
    let first = bound.join(format!("{NAME}_bg.wasm"));
    optimise(&first)?;
    for piece in &mut pieces {
        optimise(piece)?;
    }
    fs::remove_file(&wasm).map_err(|error| format!("removing {}: {error}", wasm.display()))?;
    fs::remove_file(&glue).map_err(|error| format!("removing {}: {error}", glue.display()))?;
    let mut loader = project::read(&work.join(LOADER))?;
    let mut parts = Vec::new();
    for piece in pieces {
        let name = stem(&piece);
        let bytes = project::read_bytes(&piece)?;
        let file = staging.join(format!(
            "{NAME}-{}-{}.wasm",
            name.trim_start_matches("split_"),
            hash(&bytes)
        ));
        project::write(&file, &bytes)?;
        loader = asks_for(&loader, &name, &project::file_name(&file), &digest(&file)?)?;
        parts.push((name, file));
    }
    let binding = project::read(&bound.join(format!("{NAME}.js")))?;
    let glue_text = with_loader(&binding, &loader)?;
    let bytes = project::read_bytes(&first)?;
    // One hash for both: glue and first part are of one making.
    let mark = hash(&[bytes.as_slice(), glue_text.as_bytes()].concat());
    let (wasm, glue) = (
        staging.join(format!("{NAME}-{mark}_bg.wasm")),
        staging.join(format!("{NAME}-{mark}.js")),
    );
    project::write(&wasm, &bytes)?;
    project::write(&glue, glue_text.as_bytes())?;
    Ok(Program { wasm, glue, parts })
}

/// Where a program is taken apart.
pub fn work() -> Outcome<PathBuf> {
    Ok(target()?.join("split"))
}

/// Where cargo puts what it compiles.
fn target() -> Outcome<PathBuf> {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => Ok(project::root()?.join(folder)),
        None => Ok(project::root()?.join("target")),
    }
}

/// The first part and the others, in the order of their names.
fn take_apart(compiled: &Path, work: &Path) -> Outcome<(PathBuf, Vec<PathBuf>)> {
    project::create_folder(work)?;
    let mut split = process::command(&format!("wasm-split-cli --target web --out-name {NAME}"))?;
    process::run_without(
        split.arg(compiled).arg(work),
        &OF_NAMES,
        "`cargo xtask build` installs wasm-split-cli and puts it on PATH",
    )?;
    let first = work.join(format!("{NAME}.wasm"));
    let mut others = project::files_under(work)?;
    others.retain(|file| *file != first && file.extension() == Some(OsStr::new("wasm")));
    Ok((first, others))
}

fn bind(first: &Path, bound: &Path) -> Outcome {
    let options = "--target web --no-typescript --keep-lld-exports";
    let mut bindgen = process::command(&format!("wasm-bindgen {options} --out-name {NAME} --out-dir"))?;
    process::run_without(bindgen.arg(bound).arg(first), &OF_NAMES, "see the message above")
}

/// Smaller code of the same meaning. Trunk does not do it (index.html): it would come before the program is split.
fn optimise(wasm: &Path) -> Outcome {
    let mut opt = process::command(OPTIMISE)?;
    process::run_without(
        opt.arg(wasm).arg("-o").arg(wasm),
        &OF_NAMES,
        "put wasm-opt of binaryen 108 or newer on PATH",
    )
}

/// The loader, with the start script asked for a part in place of the network: by its name, as which it stands in the edition of one
/// file, and by its address and digest.
fn asks_for(loader: &str, name: &str, file: &str, digest: &str) -> Outcome<String> {
    let fetch = format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))");
    let asked = format!("globalThis.atlasPart(\"{name}\", \"./{file}\", \"{digest}\")");
    match loader.matches(&fetch).count() {
        1 => Ok(loader.replace(&fetch, &asked)),
        _ => Err(unknown_form()),
    }
}

fn unknown_form() -> String {
    format!("{LOADER} is not of the form that is known: has wasm-split-cli changed?")
}

/// The glue with the loader in it, so that one digest covers both and, through those in the loader, every part.
fn with_loader(glue: &str, loader: &str) -> Outcome<String> {
    let end = format!("from \"./{LOADER}\"");
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue
        .lines()
        .partition(|line| line.starts_with("import ") && line.trim_end_matches(';').ends_with(&end));
    if imports.is_empty() {
        return Err("the glue does not import the loader of parts".to_owned());
    }
    // `import * as NAME from ...`: the same object under every name.
    let names = imports.iter().filter_map(|line| line.split_whitespace().nth(3));
    let names: String = names.map(|name| format!("const {name} = loaders;\n")).collect();
    let own: Vec<&str> = loader.lines().filter(|line| !line.starts_with("import ")).collect();
    let own = own.join("\n").replace("export const ", "loaders.");
    if own.contains("import.meta") {
        return Err(unknown_form());
    }
    Ok(format!("const loaders = {{}};\n{names}{}\n{own}", rest.join("\n")))
}

fn stem(file: &Path) -> String {
    file.file_stem()
        .map(OsStr::to_string_lossy)
        .unwrap_or_default()
        .into_owned()
}

fn hash(bytes: &[u8]) -> String {
    project::sha256(bytes).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADED: &str = "import { initSync } from \"./x.js\";\nexport const load_a = f(() => {\n  const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));\n});";

    #[test]
    fn the_loader_stands_in_the_glue_and_asks_the_start_script() {
        let glue =
            "import * as a from \"./__wasm_split.js\"\nimport * as b from \"./__wasm_split.js\"\nlet c = [a, b];";
        let loader = asks_for(LOADED, "split_a", "a-1.wasm", "sha384-x").unwrap_or_default();
        assert_eq!(
            with_loader(glue, &loader).as_deref(),
            Ok(
                "const loaders = {};\nconst a = loaders;\nconst b = loaders;\nlet c = [a, b];\nloaders.load_a = f(() => {\n  const src = globalThis.atlasPart(\"split_a\", \"./a-1.wasm\", \"sha384-x\");\n});"
            )
        );
    }

    #[test]
    fn a_loader_of_another_form_stops_the_build() {
        assert!(asks_for(LOADED, "split_b", "b-1.wasm", "sha384-x").is_err());
        let glue = "import * as a from \"./__wasm_split.js\"";
        assert!(with_loader(glue, LOADED).is_err());
        assert!(with_loader("let a;", "").is_err());
    }
}
