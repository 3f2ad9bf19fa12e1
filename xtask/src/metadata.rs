//! What the page's head says of the article and the dataset to reference managers and search engines: `citation_*` and JSON-LD,
//! written from the dataset's own record.

use crate::cards::{self, Card};
use crate::{Outcome, ascii, plain};
use atlas::Dataset;
use serde_json::{Value, json};

/// Lines for the head of a page that finds the dataset at the path `dataset`.
pub fn head(d: &Dataset, dataset: &str) -> String {
    let record = d.record();
    let mut lines = vec![meta("citation_title", &record.title)];
    lines.extend(record.authors.iter().map(|author| meta("citation_author", author)));
    lines.push(meta("citation_publication_date", &record.year.to_string()));
    let others = [
        ("citation_journal_title", &record.container),
        ("citation_publisher", &record.publisher),
        ("citation_volume", &record.volume),
        ("citation_issue", &record.issue),
        ("citation_issn", &record.issn),
        ("citation_doi", &record.doi),
    ];
    lines.extend(
        others
            .into_iter()
            .filter_map(|(name, text)| Some(meta(name, text.as_ref()?))),
    );
    // `<` is written as an escape, or a text could end the element.
    let linked = ascii::script(&linked(d, dataset).to_string().replace('<', "\\u003c"));
    lines.push(format!("<script type=\"application/ld+json\">{linked}</script>"));
    lines.join("\n")
}

/// What the start page says of itself to those who show links to the atlas; the pages of the app are fragments, which no server
/// sees.
pub fn start(d: &Dataset) -> Outcome<String> {
    let base = plain::base()?;
    let card = Card {
        title: &d.about().title,
        text: d.texts().finding.value(),
        site: d.short_title(),
        kind: "website",
        picture: format!(
            "{}{}/{}",
            base.clone().unwrap_or_default(),
            cards::FOLDER,
            cards::name("index.html")
        ),
        address: base,
    };
    Ok(card.head())
}

fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", cards::escaped(content))
}

/// The article and the dataset drawn from it, in the words of schema.org.
fn linked(d: &Dataset, dataset: &str) -> Value {
    let (record, about) = (d.record(), d.about());
    let author = |name: &String| match name.split_once(", ") {
        Some((family, given)) => json!({"@type": "Person", "familyName": family, "givenName": given}),
        None => json!({"@type": "Organization", "name": name}),
    };
    let authors: Vec<Value> = record.authors.iter().map(author).collect();
    let periodical = record
        .container
        .as_ref()
        .map(|name| json!({"@type": "Periodical", "name": name}));
    let article = json!({
        "@type": "ScholarlyArticle",
        "@id": "#article",
        "headline": record.title,
        "author": authors,
        "datePublished": record.year.to_string(),
        "isPartOf": periodical,
        "sameAs": atlas::cite::link(d),
    });
    let dataset = json!({
        "@type": "Dataset",
        "@id": "#dataset",
        "name": about.title,
        "identifier": about.id,
        "version": about.version,
        "datePublished": about.date,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isBasedOn": {"@id": "#article"},
        "distribution": {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": dataset},
    });
    json!({"@context": "https://schema.org", "@graph": [article, dataset]})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_names_the_article_and_the_dataset() {
        let d = crate::data::open().unwrap();
        let head = head(&d, "dataset.json");
        let doi = d.record().doi.as_ref().unwrap();
        assert!(head.contains(&format!("<meta name=\"citation_doi\" content=\"{doi}\">")));
        let json = head
            .split_once("ld+json\">")
            .unwrap()
            .1
            .strip_suffix("</script>")
            .unwrap();
        let read: Value = serde_json::from_str(json).unwrap();
        assert_eq!(read["@graph"][0]["headline"], d.record().title.as_str());
        assert_eq!(read["@graph"][1]["version"], d.about().version.as_str());
        assert_eq!(head.matches("</script>").count(), 1);
    }
}
