//! Which paths are fetched: those of the same host.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser follows an address")
)]

/// Whether a path leads to the same host: no scheme, no other host, nothing that a browser reads as one.
pub(super) fn is_beside(path: &str) -> bool {
    let plain = path
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b));
    plain && !path.is_empty() && !path.contains("//") && path.len() <= 200
}

#[cfg(test)]
mod tests {
    use super::is_beside;

    #[test]
    fn the_examples_that_the_build_lists_can_be_fetched_by_their_path() {
        let lines: Vec<(&str, &str)> = crate::embedded::EXAMPLES
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect();
        assert!(!lines.is_empty() && lines.len() == crate::embedded::EXAMPLES.lines().count());
        for (path, title) in lines {
            assert!(is_beside(path) && !title.is_empty(), "{path}: {title}");
        }
    }

    #[test]
    fn only_paths_of_the_same_host_are_fetched() {
        for path in ["dataset.json", "../other/dataset.json", "/a/b%20c.json"] {
            assert!(is_beside(path), "{path}");
        }
        for path in [
            "",
            "https://example.org/x",
            "//example.org/x",
            "\\\\example.org",
            "data:text/plain,x",
            "a//b",
            "javascript:1",
            "x?y=1",
        ] {
            assert!(!is_beside(path), "{path}");
        }
    }
}
