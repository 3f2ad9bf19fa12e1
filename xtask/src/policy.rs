//! The content security policy: csp.txt holds one directive a line, and the samples for hosts carry the same in one.

use crate::{Outcome, project};
use std::env;

/// The file of the policy.
const FILE: &str = "csp.txt";

/// Samples that carry it as a header.
const SAMPLES: [&str; 2] = ["docs/hosting/nginx.conf", "docs/hosting/Caddyfile"];

/// The policy as one line.
pub fn one_line() -> Outcome<String> {
    Ok(joined(&project::read(&project::root()?.join(FILE))?))
}

fn joined(lines: &str) -> String {
    let directives: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    directives.join("; ")
}

/// Sees to it that the policy admits these inline texts, each a directive and the digest of a text, and no others. Where it does
/// not, csp.txt and the samples are rewritten; under CI that is a failure, since what was committed would not be what runs.
pub fn admit(wanted: &[(&str, String)]) -> Outcome {
    let root = project::root()?;
    let before = project::read(&root.join(FILE))?;
    let after = admitting(&before, wanted);
    if after == before {
        return Ok(());
    }
    if env::var_os("CI").is_some() {
        return Err(format!(
            "{FILE} admits other inline texts than index.html holds: run `cargo xtask build` and commit {FILE} and {}",
            SAMPLES.join(" and ")
        ));
    }
    for sample in SAMPLES {
        let file = root.join(sample);
        let text = project::read(&file)?.replace(&joined(&before), &joined(&after));
        project::write(&file, text.as_bytes())?;
    }
    println!("{FILE} and the samples for hosts now admit the inline texts of this build: commit them");
    project::write(&root.join(FILE), after.as_bytes())
}

/// The policy with these digests in place of those it had.
fn admitting(policy: &str, wanted: &[(&str, String)]) -> String {
    let mut out = String::new();
    for line in policy.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        let kept = line.split(' ').filter(|word| !word.starts_with("'sha256-"));
        let digests = wanted.iter().filter(|(directive, _)| *directive == name);
        let words: Vec<String> = kept
            .map(str::to_owned)
            .chain(digests.map(|(_, digest)| format!("'{digest}'")))
            .collect();
        out.push_str(&words.join(" "));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 2] = [
        include_str!("../../docs/hosting/nginx.conf"),
        include_str!("../../docs/hosting/Caddyfile"),
    ];

    #[test]
    fn digests_take_the_place_of_earlier_ones() {
        let before = "script-src 'self' 'sha256-old'\nstyle-src 'self'\nbase-uri 'self'\n";
        let wanted = [
            ("script-src", "sha256-a".to_owned()),
            ("style-src", "sha256-b".to_owned()),
        ];
        let after = "script-src 'self' 'sha256-a'\nstyle-src 'self' 'sha256-b'\nbase-uri 'self'\n";
        assert_eq!(admitting(before, &wanted), after);
        assert_eq!(admitting(after, &wanted), after);
    }

    /// A host that sends another policy than the page carries would have two, and the reader the narrower part of both.
    #[test]
    fn the_samples_for_hosts_carry_the_policy_of_the_page() {
        let policy = joined(include_str!("../../csp.txt"));
        for sample in TEXTS {
            assert!(sample.contains(&format!("\"{policy}; frame-ancestors *\"")));
        }
    }

    /// What the page says of referrers itself, and what the table of docs/hosting.md gives for every host, is what the samples send.
    #[test]
    fn the_samples_for_hosts_send_every_header_of_the_table() {
        let page = include_str!("../../index.html");
        assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
        let table = include_str!("../../docs/hosting.md");
        let row = |header: &str| {
            let cell = table
                .lines()
                .find_map(|line| line.strip_prefix(&format!("| `{header}` | `")));
            cell.and_then(|rest| rest.split('`').next()).expect(header)
        };
        for (header, quoted) in [
            ("X-Content-Type-Options", false),
            ("Referrer-Policy", false),
            ("Permissions-Policy", true),
            ("Access-Control-Allow-Origin", false),
        ] {
            let value = if quoted {
                format!("\"{}\"", row(header))
            } else {
                row(header).to_owned()
            };
            for sample in TEXTS {
                let sent = format!("{header} {value}");
                assert!(sample.contains(&sent), "a sample does not send {sent}");
            }
            let netlify = format!("{header}: {}", row(header));
            assert!(
                header == "Access-Control-Allow-Origin" || table.contains(&netlify),
                "{netlify}"
            );
        }
    }
}
