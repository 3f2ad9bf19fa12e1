//! Facets of an address: one value set or cleared, all others as they are.

use super::Url;

impl Url {
    /// Whether a value of a facet is chosen.
    pub fn has_facet(&self, key: &str, id: &str) -> bool {
        self.facets
            .iter()
            .any(|(own, ids)| own == key && ids.iter().any(|own| own == id))
    }

    /// The address with a value set, or cleared where it was set; without its note.
    #[must_use]
    pub fn toggling(&self, key: &str, id: &str) -> Self {
        let mut url = Self {
            note: None,
            ..self.clone()
        };
        let at = url.facets.iter().position(|(own, _)| own == key);
        let mut ids = at.map(|at| url.facets.remove(at).1).unwrap_or_default();
        match ids.iter().position(|own| own == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id.to_owned()),
        }
        if !ids.is_empty() {
            url.facets.push((key.to_owned(), ids));
            atlas::order::sort(&mut url.facets);
        }
        url
    }
}
