//! The plain edition of every dataset: its links and anchors lead somewhere, and nothing in it needs a program.

use std::collections::{BTreeMap, BTreeSet};

use partnership_atlas::plain::pages;

use crate::html::Html;
use crate::{example, ferries, harbours, real};

/// What only a program answers.
const ACTIVE: [&str; 6] = ["button", "input", "select", "textarea", "script", "form"];

#[test]
fn every_link_of_the_plain_edition_leads_to_a_place_in_it() {
    for d in [real(), harbours(), ferries(), example()] {
        let pages = pages(&d);
        let read: BTreeMap<&str, Html> = pages
            .iter()
            .map(|page| (page.file.as_str(), Html::read(&page.body)))
            .collect();
        assert_eq!(read.len(), pages.len(), "no file is written twice");
        let ids: BTreeMap<&str, BTreeSet<&str>> = read
            .iter()
            .map(|(file, html)| (*file, html.elements().iter().filter_map(|e| e.get("id")).collect()))
            .collect();
        let mut faults = Vec::new();
        for (file, html) in &read {
            if html.named("h1").count() != 1 {
                faults.push(format!("{file}: one first heading was expected"));
            }
            let active = html.elements().iter().filter(|e| ACTIVE.contains(&e.name.as_str()));
            faults.extend(active.map(|e| format!("{file}: a {} without a program", e.name)));
            for href in html.named("a").filter_map(|a| a.get("href")) {
                if href.starts_with("https://") || href.starts_with("../") {
                    continue;
                }
                let (target, anchor) = href.split_once('#').unwrap_or((href, ""));
                let target = if target.is_empty() { *file } else { target };
                match ids.get(target) {
                    None => faults.push(format!("{file}: {href} leads to no file")),
                    Some(ids) if !anchor.is_empty() && !ids.contains(anchor) => {
                        faults.push(format!("{file}: {href} leads to no place"));
                    }
                    Some(_) => {}
                }
            }
        }
        assert!(
            faults.is_empty(),
            "{} faults: {:#?}",
            faults.len(),
            faults.iter().take(20).collect::<Vec<_>>()
        );
    }
}
