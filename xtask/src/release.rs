//! The release: the built site with compressed copies, checksums and the list of what is in it, as one archive, so that a host needs
//! no Rust. The same sources give the same bytes: paths are sorted, owners left out, and the time is the commit's.

use crate::{Outcome, data, notice, process, project, site};
use flate2::{Compression, GzBuilder};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

/// Kinds of files that are worth compressing; pictures in other formats are compressed already.
const TEXTS: [&str; 10] = ["css", "csv", "html", "js", "json", "md", "svg", "txt", "wasm", "xml"];
/// Below this a compressed copy saves less than its head costs.
const LEAST_BYTES: usize = 512;

/// Builds the site and writes the archive into target/archive/.
pub fn run() -> Outcome {
    site::build()?;
    let dist = project::dist()?;
    let mut files = BTreeMap::new();
    for path in project::files_under(&dist)? {
        let name = path.strip_prefix(&dist).map_err(|error| error.to_string())?;
        let name = name.to_string_lossy().replace('\\', "/");
        let bytes = project::read_bytes(&path)?;
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if TEXTS.contains(&kind) && bytes.len() >= LEAST_BYTES {
            files.insert(format!("{name}.br"), brotli(&bytes)?);
            files.insert(format!("{name}.gz"), gzip(&bytes)?);
        }
        files.insert(name, bytes);
    }
    files.insert(
        "NOTICE".to_owned(),
        project::read_bytes(&project::root()?.join("NOTICE"))?,
    );
    files.insert("sbom.cdx.json".to_owned(), sbom()?.into_bytes());
    let sums: String = files
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", project::sha256(bytes)))
        .collect();
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let dataset = data::open()?;
    let version = format!(
        "{}-{}-{}",
        env!("CARGO_PKG_VERSION"),
        dataset.about().id,
        dataset.about().version
    );
    let root = format!("partnership-atlas-{version}");
    let archive = gzip(&tar(&root, &files, commit_time()?)?)?;
    let folder = project::root()?.join("target/archive");
    let name = format!("{root}.tar.gz");
    project::write(&folder.join(&name), &archive)?;
    project::write(
        &folder.join(format!("{name}.sha256")),
        format!("{}  {name}\n", project::sha256(&archive)).as_bytes(),
    )?;
    println!("{} files, {} bytes: target/archive/{name}", files.len(), archive.len());
    Ok(())
}

/// Without name and time in its head, which would differ from run to run.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(bytes).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).map_err(|error| error.to_string())?;
    Ok(out)
}

/// Seconds since 1970 that all files carry: of the commit, so that a build of it is always the same. Not zero: servers make a file's
/// ETag of its time and size, and two releases with a page of one size would look alike to a browser.
fn commit_time() -> Outcome<u64> {
    let fix = "run this in the repository, or set SOURCE_DATE_EPOCH to seconds since 1970";
    let text = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text,
        Err(_) => process::read(&mut process::command("git log -1 --format=%ct")?, fix)?,
    };
    text.trim()
        .parse()
        .map_err(|_| format!("the time of the commit is not known: {fix}"))
}

fn tar(root: &str, files: &BTreeMap<String, Vec<u8>>, time: u64) -> Outcome<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut head = tar::Header::new_gnu();
        head.set_size(u64::try_from(bytes.len()).map_err(|error| error.to_string())?);
        head.set_mode(0o644);
        head.set_mtime(time);
        archive
            .append_data(&mut head, Path::new(root).join(name), bytes.as_slice())
            .map_err(|error| format!("{name}: {error}"))?;
    }
    archive.into_inner().map_err(|error| error.to_string())
}

/// What the program is made of, in CycloneDX: the crates that are linked for the browser, with version and licence.
fn sbom() -> Outcome<String> {
    let component = |one: notice::Linked| {
        json!({
            "type": "library",
            "name": one.name,
            "version": one.version,
            "purl": format!("pkg:cargo/{}@{}", one.name, one.version),
            "licenses": [{"expression": one.license}],
        })
    };
    let components: Vec<_> = notice::linked()?.into_iter().map(component).collect();
    let bom = json!({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components});
    serde_json::to_string_pretty(&bom).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive() {
        let files = BTreeMap::from([("b/x".to_owned(), vec![1, 2]), ("a".to_owned(), vec![0; 600])]);
        let one = gzip(&tar("r", &files, 7).unwrap()).unwrap();
        assert_eq!(one, gzip(&tar("r", &files, 7).unwrap()).unwrap());
        let mut names = Vec::new();
        let bytes = tar("r", &files, 7).unwrap();
        for entry in tar::Archive::new(bytes.as_slice()).entries().unwrap() {
            names.push(entry.unwrap().path().unwrap().to_string_lossy().into_owned());
        }
        assert_eq!(names, ["r/a", "r/b/x"]);
    }
}
