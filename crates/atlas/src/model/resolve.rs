//! From rows to the model: references become places, texts become dates and roles; every failure is a problem with its place.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::bundle::Bundle;
use crate::load::{self, MOST_PROBLEMS, Rest};
use crate::problem::{Problem, Problems};
use crate::roles::*;
use crate::tables::*;
use crate::validate;

impl Dataset {
    /// Opens a dataset: the one way in.
    ///
    /// # Errors
    /// With the whole list of problems, sorted by severity, table and row: shape first; meaning once every row has its shape.
    pub fn from_json(json: &str) -> Result<Self, Vec<Problem>> {
        load::at_once(Self::open(json, &load::no_rest))
    }

    /// The same with rests, so that a page can answer while a large dataset is opened.
    ///
    /// # Errors
    /// As [`Self::from_json`].
    pub async fn open(json: &str, rest: Rest<'_>) -> Result<Self, Vec<Problem>> {
        let (bundle, warnings) = load::bundle(json, rest).await.map_err(Problems::listed)?;
        let mut problems = validate::rows(&bundle);
        rest().await;
        let resolver = Resolver::new(&bundle, &mut problems);
        let dataset = resolver.dataset(&bundle, &mut problems, rest).await;
        rest().await;
        drop(bundle);
        rest().await;
        problems.extend(warnings);
        match dataset {
            Some(mut dataset) if !problems.has_errors() => {
                problems.extend(validate::meaning(&dataset));
                if problems.has_errors() {
                    return Err(problems.listed());
                }
                dataset.warnings = problems.listed();
                Ok(dataset)
            }
            _ => Err(problems.listed()),
        }
    }
}

/// Knows where every id leads before anything is resolved.
struct Resolver {
    ids: HashMap<String, Target>,
    words: HashMap<(String, String), WordIx>,
    word_rows: Vec<Word>,
}

/// Where in the document the resolver is, so that a problem can say so.
#[derive(Clone, Copy)]
struct Place<'a> {
    table: &'a str,
    id: &'a str,
}

impl Place<'_> {
    fn problem(self, field: &str, found: impl Into<String>, expected: impl Into<String>) -> Problem {
        Problem::new(self.table, self.id, field, found, expected)
    }
}

/// A kind of thing that an id may name: in words, and whether a target is of it.
type Kind = (&'static str, fn(Target) -> bool);
const ENTITY: Kind = (
    "an entity (a country, programme, actor, place, document, theme, event or line)",
    |target| matches!(target, Target::Entity(_)),
);
const STATEMENT: Kind = ("a statement", |target| matches!(target, Target::Statement(_)));
const NODE: Kind = ("a statement or an event", |target| {
    matches!(target, Target::Statement(_) | Target::Entity(_))
});
const PARAGRAPH: Kind = ("a paragraph of the source", |target| {
    matches!(target, Target::Paragraph(_))
});
const PERMISSION: Kind = ("a permission", |target| matches!(target, Target::Permission(_)));

/// The entity tables of a bundle, in the order of [`Table`].
fn entity_tables(b: &Bundle) -> [(&'static str, Table, &[EntityRow]); 8] {
    [
        ("countries", Table::Country, &b.countries),
        ("programmes", Table::Programme, &b.programmes),
        ("actors", Table::Actor, &b.actors),
        ("places", Table::Place, &b.places),
        ("documents", Table::Document, &b.documents),
        ("themes", Table::Theme, &b.themes),
        ("events", Table::Event, &b.events),
        ("lines", Table::Line, &b.lines),
    ]
}

impl Resolver {
    fn new(b: &Bundle, problems: &mut Problems) -> Self {
        let mut this = Self {
            ids: HashMap::new(),
            words: HashMap::new(),
            word_rows: Vec::new(),
        };
        for (n, row) in b.vocabularies.iter().enumerate() {
            let key = (row.group.clone(), row.id.clone());
            if this.words.insert(key, WordIx::at(n)).is_some() {
                problems.push(Problem::new(
                    "vocabularies",
                    &row.id,
                    "id",
                    format!("\"{}\" twice in the group \"{}\"", row.id, row.group),
                    format!("ids unique within their group, such as \"{}-2\"", row.id),
                ));
            }
            this.word_rows.push(Word {
                id: row.id.clone(),
                group: row.group.clone(),
                role: row.role.clone(),
                word: row.word.clone(),
                sentence: row.sentence.clone(),
                sign: row.sign.clone(),
            });
        }
        let mut entity = 0;
        for (table, _, rows) in entity_tables(b) {
            for row in rows {
                this.add(table, &row.id, Target::Entity(EntityIx::at(entity)), problems);
                entity += 1;
            }
        }
        fn ids<'a, T>(rows: &'a [T], id: impl Fn(&T) -> &String + 'a) -> impl Iterator<Item = (usize, String)> + 'a {
            rows.iter().enumerate().map(move |(n, row)| (n, id(row).clone()))
        }
        for (n, id) in ids(&b.statements, |r| &r.id) {
            this.add("statements", &id, Target::Statement(StatementIx::at(n)), problems);
        }
        for (n, id) in ids(&b.participations, |r| &r.id) {
            this.add(
                "participations",
                &id,
                Target::Participation(ParticipationIx::at(n)),
                problems,
            );
        }
        for (n, id) in ids(&b.permissions, |r| &r.id) {
            this.add("permissions", &id, Target::Permission(PermissionIx::at(n)), problems);
        }
        for (n, id) in ids(&b.legs, |r| &r.id) {
            this.add("legs", &id, Target::Leg(LegIx::at(n)), problems);
        }
        for (n, id) in ids(&b.gaps, |r| &r.id) {
            this.add("gaps", &id, Target::Gap(GapIx::at(n)), problems);
        }
        for (n, id) in ids(&b.glossary, |r| &r.id) {
            this.add("glossary", &id, Target::Term(n), problems);
        }
        for (n, id) in ids(&b.source.oddities, |r| &r.id) {
            this.add("source", &id, Target::Oddity(n), problems);
        }
        for (n, id) in ids(&b.source.paragraphs, |r| &r.id) {
            this.add("source", &id, Target::Paragraph(ParagraphIx::at(n)), problems);
        }
        this
    }

    fn add(&mut self, table: &str, id: &str, target: Target, problems: &mut Problems) {
        if self.ids.insert(id.to_owned(), target).is_some() {
            problems.push(Problem::new(
                table,
                id,
                "id",
                format!("\"{id}\" twice"),
                format!("ids unique over all tables, such as \"{id}-2\""),
            ));
        }
    }

    fn word(&self, at: Place, field: &str, group: &str, id: &str, problems: &mut Problems) -> Option<WordIx> {
        let found = self.words.get(&(group.to_owned(), id.to_owned())).copied();
        if found.is_none() {
            // As in `target`: what lies beyond this many is not listed.
            let rows = self
                .word_rows
                .iter()
                .filter(|w| w.group == group && problems.len() < MOST_PROBLEMS);
            let known: Vec<&str> = rows.map(|w| w.id.as_str()).collect();
            problems.push(at.problem(
                field,
                format!("\"{id}\""),
                format!(
                    "a row of the group \"{group}\" in vocabularies; it has: {}",
                    known.join(", ")
                ),
            ));
        }
        found
    }

    /// A vocabulary row with the role that code knows it by.
    fn role<R: Copy>(
        &self,
        at: Place,
        field: &str,
        group: &str,
        id: &str,
        parse: fn(&str) -> Option<R>,
        problems: &mut Problems,
    ) -> Option<(WordIx, R)> {
        let ix = self.word(at, field, group, id, problems)?;
        // Rows with an unknown role are reported once, by `validate::rows`.
        Some((ix, parse(&self.word_rows.get(ix.get())?.role)?))
    }

    /// What an id names, where that is of the kind that stands here.
    fn target(&self, at: Place, field: &str, id: &str, (what, fits): Kind, problems: &mut Problems) -> Option<Target> {
        let found = self.ids.get(id).copied().filter(|&target| fits(target));
        if found.is_none() {
            // Looking for an example takes time, and what lies beyond this many is not listed.
            let nearest = (problems.len() < MOST_PROBLEMS)
                .then(|| self.nearest(id, fits))
                .flatten();
            let such_as = nearest.map_or_else(String::new, |known| format!(", such as \"{known}\""));
            problems.push(at.problem(field, format!("\"{id}\""), format!("the id of {what}{such_as}")));
        }
        found
    }

    /// The id of this kind that begins most like the one written: what was meant, or at least an example.
    fn nearest(&self, id: &str, fits: fn(Target) -> bool) -> Option<&String> {
        let alike = |known: &str| known.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
        let known = self
            .ids
            .iter()
            .filter(|(_, target)| fits(**target))
            .map(|(known, _)| known);
        known.max_by(|a, b| alike(a).cmp(&alike(b)).then_with(|| b.cmp(a)))
    }

    fn entity(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<EntityIx> {
        match self.target(at, field, id, ENTITY, problems)? {
            Target::Entity(ix) => Some(ix),
            _ => None,
        }
    }

    fn statement(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<StatementIx> {
        match self.target(at, field, id, STATEMENT, problems)? {
            Target::Statement(ix) => Some(ix),
            _ => None,
        }
    }

    fn node(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<Node> {
        match self.target(at, field, id, NODE, problems)? {
            Target::Statement(ix) => Some(Node::Statement(ix)),
            Target::Entity(ix) => Some(Node::Event(ix)),
            _ => None,
        }
    }

    fn entities(&self, at: Place, field: &str, ids: &[String], problems: &mut Problems) -> Vec<EntityIx> {
        ids.iter()
            .filter_map(|id| self.entity(at, field, id, problems))
            .collect()
    }

    fn statements(&self, at: Place, field: &str, ids: &[String], problems: &mut Problems) -> Vec<StatementIx> {
        ids.iter()
            .filter_map(|id| self.statement(at, field, id, problems))
            .collect()
    }

    /// Statements behind a value: there must be one.
    fn cited<T>(&self, at: Place, field: &str, value: T, ids: &[String], problems: &mut Problems) -> Option<Cited<T>> {
        let statements = self.statements(at, field, ids, problems);
        if ids.is_empty() {
            problems.push(at.problem(
                field,
                "no statement",
                "at least one statement, such as [\"a-statement\"]: a value cannot exist without one",
            ));
        }
        Cited::new(value, &statements)
    }

    fn date(&self, at: Place, field: &str, text: &str, problems: &mut Problems) -> Option<Edtf> {
        match Edtf::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                problems.push(at.problem(field, format!("\"{text}\""), format!("an EDTF date: {error}")));
                None
            }
        }
    }

    async fn dataset(self, b: &Bundle, p: &mut Problems, rest: Rest<'_>) -> Option<Dataset> {
        let at = Place {
            table: "dataset",
            id: &b.dataset.id,
        };
        let vantage = self.date(at, "vantage", &b.dataset.vantage.when, p);
        let vantage_statements = self.cited(at, "vantage", (), &b.dataset.vantage.statements, p);
        let mut statements = Some(Vec::with_capacity(b.statements.len()));
        for slice in b.statements.chunks(load::SLICE) {
            rest().await;
            let rows = collect(slice, |row| self.statement_row(row, p));
            statements = statements.zip(rows).map(|(mut all, rows)| {
                all.extend(rows);
                all
            });
        }
        rest().await;
        let entities = self.entity_rows(b, p);
        let participations = collect(&b.participations, |row| self.participation(row, b, p));
        let permissions = collect(&b.permissions, |row| self.permission(row, b, p));
        let legs = collect(&b.legs, |row| self.leg(row, p));
        let gaps = b.gaps.iter().map(|row| self.gap(row, p)).collect();
        let relations = collect(&b.relations, |row| self.relation(row, p));
        let texts = self.texts(&b.texts, p);
        let paragraphs = self.paragraphs(b, statements.as_deref(), p);
        self.mentions(b, p);
        let (statements, entities, participations) = (statements?, entities?, participations?);
        let by_entity = statements_by_entity(&statements, entities.len());
        let by_programme = dataset::by_programme(&participations);
        Some(Dataset {
            about: b.dataset.clone(),
            vantage: vantage?,
            vantage_statements: vantage_statements?.statements().collect(),
            record: b.source.record.clone(),
            sections: b.source.sections.clone(),
            paragraphs: paragraphs?,
            oddities: b.source.oddities.clone(),
            texts: texts?,
            glossary: b.glossary.clone(),
            statements,
            entities,
            participations,
            permissions: permissions?,
            legs: legs?,
            relations: relations?,
            gaps,
            outlines: b.outlines.clone(),
            words: self.word_rows,
            ids: self.ids,
            by_entity,
            by_programme,
            warnings: Vec::new(),
        })
    }

    /// References that are kept as they are written: what a glossary entry points at, where an oddity stands.
    fn mentions(&self, b: &Bundle, p: &mut Problems) {
        for row in &b.glossary {
            let at = Place {
                table: "glossary",
                id: &row.id,
            };
            row.see.iter().for_each(|id| {
                self.entity(at, "see", id, p);
            });
        }
        for row in &b.source.oddities {
            let at = Place {
                table: "source",
                id: &row.id,
            };
            for id in &row.paragraphs {
                self.paragraph(at, "paragraphs", id, p);
            }
        }
    }

    fn paragraph(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<ParagraphIx> {
        match self.target(at, field, id, PARAGRAPH, problems)? {
            Target::Paragraph(ix) => Some(ix),
            _ => None,
        }
    }

    fn statement_row(&self, row: &StatementRow, p: &mut Problems) -> Option<Statement> {
        let at = Place {
            table: "statements",
            id: &row.id,
        };
        let modality = self.role(at, "modality", Modality::GROUP, &row.modality, Modality::parse, p);
        let scope = self.role(at, "scope", Scope::GROUP, &row.scope, Scope::parse, p);
        let who = self.entity(at, "voice.who", &row.voice.who, p);
        let how = self.word(at, "voice.how", "voice-how", &row.voice.how, p);
        let stance = self.word(at, "voice.stance", "voice-stance", &row.voice.stance, p);
        let when = row.when.as_ref().map(|text| self.date(at, "when", text, p));
        let relative_to = row
            .relative_to
            .as_ref()
            .and_then(|id| self.entity(at, "relative_to", id, p));
        let evidence: Vec<Evidence> = row.evidence.iter().filter_map(|e| self.evidence(at, e, p)).collect();
        let lens = row
            .lens
            .iter()
            .filter_map(|id| self.word(at, "lens", "lens", id, p))
            .collect();
        let about = self.entities(at, "about", &row.about, p);
        let themes = self.entities(at, "themes", &row.themes, p);
        if let Some(id) = row.quantity.as_ref().and_then(|q| q.qualifier.as_ref()) {
            self.word(at, "quantity.qualifier", "qualifier", id, p);
        }
        let ((modality_word, modality), (scope_word, scope)) = (modality?, scope?);
        Some(Statement {
            id: row.id.clone(),
            text: row.text.clone(),
            about,
            modality,
            modality_word,
            who: who?,
            how: how?,
            stance: stance?,
            scope,
            scope_word,
            when: match when {
                Some(date) => Some(date?),
                None => None,
            },
            date_words: row.date_words.clone(),
            relative_to,
            themes,
            lens,
            tension: row.tension,
            quantity: row.quantity.clone(),
            evidence,
            remark: row.remark.clone(),
            settled: row.settled.clone(),
        })
    }

    fn evidence(&self, at: Place, row: &EvidenceRow, p: &mut Problems) -> Option<Evidence> {
        let (_, role) = self.role(
            at,
            "evidence.role",
            EvidenceRole::GROUP,
            &row.role,
            EvidenceRole::parse,
            p,
        )?;
        let paragraph = self.paragraph(at, "evidence.paragraph", &row.paragraph, p)?;
        Some(Evidence {
            paragraph,
            sentence: row.sentence,
            terms: row.terms.clone(),
            role,
            fp: row.fp.as_ref().and_then(|text| {
                let fp = Fingerprint::parse(text);
                if fp.is_none() {
                    p.push(at.problem(
                        "evidence.fp",
                        format!("\"{text}\""),
                        "a fingerprint as `cargo xtask fingerprints` writes it, or none",
                    ));
                }
                fp
            }),
            quote: row.quote.clone(),
        })
    }

    fn entity_rows(&self, b: &Bundle, p: &mut Problems) -> Option<Vec<Entity>> {
        let mut out = Some(Vec::new());
        for (name, table, rows) in entity_tables(b) {
            for row in rows {
                match (
                    self.entity_row(
                        Place {
                            table: name,
                            id: &row.id,
                        },
                        table,
                        row,
                        p,
                    ),
                    out.as_mut(),
                ) {
                    (Some(entity), Some(list)) => list.push(entity),
                    _ => out = None,
                }
            }
        }
        out
    }

    fn entity_row(&self, at: Place, table: Table, row: &EntityRow, p: &mut Problems) -> Option<Entity> {
        let group = match table {
            Table::Programme => "programme-kind",
            Table::Actor => "actor-kind",
            Table::Place => "place-kind",
            Table::Document => "document-kind",
            Table::Country | Table::Theme | Table::Event | Table::Line => "",
        };
        let kind = row.kind.as_ref().map(|id| self.word(at, "kind", group, id, p));
        let roles = row
            .roles
            .iter()
            .map(|role| self.actor_role(at, role, p))
            .collect::<Option<Vec<_>>>();
        let of = |field: &str, id: &Option<String>, p: &mut Problems| {
            id.as_ref().and_then(|id| self.entity(at, field, id, p))
        };
        let country = of("country", &row.country, p);
        let ends = (of("from", &row.from, p), of("to", &row.to, p));
        let part_of = of("part_of", &row.part_of, p);
        let lead = row.lead.as_ref().and_then(|id| self.statement(at, "lead", id, p));
        let statements = self.statements(at, "statements", &row.statements, p);
        Some(Entity {
            id: row.id.clone(),
            name: row.name.clone(),
            acronym: row.acronym.clone(),
            aliases: row.aliases.clone(),
            table,
            kind: match kind {
                Some(kind) => Some(kind?),
                None => None,
            },
            words: row.words.clone(),
            adjective: row.adjective.clone(),
            iso: row.iso.clone(),
            lead,
            rung: row.rung,
            country,
            ends,
            roles: roles?,
            statements,
            part_of,
        })
    }

    fn actor_role(&self, at: Place, row: &ActorRoleRow, p: &mut Problems) -> Option<Cited<ActorRole>> {
        let role = self.word(at, "roles.role", "actor-role", &row.role, p);
        let of = row.of.as_ref().and_then(|id| self.entity(at, "roles.of", id, p));
        let cited = self.cited(at, "roles.statements", (), &row.statements, p);
        let value = ActorRole {
            role: role?,
            of,
            words: row.words.clone(),
        };
        cited.map(|c| c.map(|()| value.clone()))
    }

    fn participation(&self, row: &ParticipationRow, b: &Bundle, p: &mut Problems) -> Option<Participation> {
        let at = Place {
            table: "participations",
            id: &row.id,
        };
        let programme = self.entity(at, "programme", &row.programme, p);
        let who = match (&row.country, &row.scope) {
            (Some(country), None) => self.entity(at, "country", country, p).map(Who::Country),
            (None, Some(scope)) => self
                .role(at, "scope", Scope::GROUP, scope, Scope::parse, p)
                .map(|(_, scope)| Who::RowWide(scope)),
            _ => {
                p.push(at.problem(
                    "country",
                    "both or neither of country and scope",
                    "one of them: a country by its id, or the scope \"most\", \"some\" or \"bare\"",
                ));
                None
            }
        };
        let history = collect(&row.history, |r| {
            let raw = RawRow {
                value: &r.state,
                basis: &r.basis,
                statements: &r.statements,
                when: r.when.as_deref(),
                reason: r.reason.as_ref(),
            };
            self.history_row(at, "state", State::GROUP, State::parse, |_| false, raw, b, p)
        });
        Some(Participation {
            id: row.id.clone(),
            programme: programme?,
            who: who?,
            history: history?,
        })
    }

    fn permission(&self, row: &PermissionRow, b: &Bundle, p: &mut Problems) -> Option<Permission> {
        let at = Place {
            table: "permissions",
            id: &row.id,
        };
        let country = self.entity(at, "country", &row.country, p);
        let kind = self.word(at, "kind", "permission-kind", &row.kind, p);
        let granted_to = self.word(at, "granted_to", "granted-to", &row.granted_to, p);
        let user = row.user.as_ref().and_then(|id| self.entity(at, "user", id, p));
        let limits = row
            .limits
            .iter()
            .filter_map(|id| self.word(at, "limits", "limit", id, p))
            .collect();
        let called = row
            .called
            .as_ref()
            .and_then(|id| self.word(at, "called", "called", id, p));
        let place = row.place.as_ref().and_then(|id| self.entity(at, "place", id, p));
        let history = collect(&row.history, |r| {
            let raw = RawRow {
                value: &r.arrangement,
                basis: &r.basis,
                statements: &r.statements,
                when: r.when.as_deref(),
                reason: r.reason.as_ref(),
            };
            self.history_row(
                at,
                "arrangement",
                Arrangement::GROUP,
                Arrangement::parse,
                |a| a == Arrangement::Ended,
                raw,
                b,
                p,
            )
        });
        Some(Permission {
            id: row.id.clone(),
            country: country?,
            kind: kind?,
            granted_to: granted_to?,
            user,
            limits,
            called,
            place,
            history: history?,
        })
    }

    /// A row of a history; what is over begins where its statement's date ends.
    #[allow(clippy::too_many_arguments, reason = "one place for both kinds of history")]
    fn history_row<V: Copy>(
        &self,
        at: Place,
        field: &str,
        group: &str,
        parse: fn(&str) -> Option<V>,
        is_over: fn(V) -> bool,
        row: RawRow,
        b: &Bundle,
        p: &mut Problems,
    ) -> Option<Row<V>> {
        let value = self.role(at, &format!("history.{field}"), group, row.value, parse, p);
        let basis = self.role(at, "history.basis", Basis::GROUP, row.basis, Basis::parse, p);
        let cited = self.cited(at, "history.statements", (), row.statements, p)?;
        if row.when.is_some() != row.reason.is_some() {
            p.push(at.problem(
                "history.when",
                "a date of its own without a reason, or a reason without a date",
                "both or neither, such as \"when\": \"1994\" with \"reason\": \"the ceremony is dated elsewhere\"",
            ));
        }
        let text = row
            .when
            .or_else(|| b.statements.get(cited.first().get()).and_then(|s| s.when.as_deref()));
        // A statement's own date is reported where it stands; only an override is reported here.
        let when = match row.when {
            Some(text) => Some(self.date(at, "history.when", text, p)?),
            None => text.and_then(|text| Edtf::parse(text).ok()),
        };
        let ((word, value), (basis_word, basis)) = (value?, basis?);
        let bounds = when
            .as_ref()
            .and_then(|w| if is_over(value) { w.end() } else { w.start() });
        let start = bounds.map_or(Start::NotGiven, |(a, b)| Start::Within(a, b));
        Some(Row {
            cited: cited.map(|()| value),
            word,
            basis,
            basis_word,
            start,
            when,
            reason: row.reason.cloned(),
        })
    }

    fn leg(&self, row: &LegRow, p: &mut Problems) -> Option<Leg> {
        let at = Place {
            table: "legs",
            id: &row.id,
        };
        let line = self.entity(at, "line", &row.line, p);
        let territory = self.entity(at, "territory", &row.territory, p);
        let permissions = row
            .permissions
            .iter()
            .filter_map(|id| match self.target(at, "permissions", id, PERMISSION, p)? {
                Target::Permission(ix) => Some(ix),
                _ => None,
            })
            .collect();
        let uses = collect(&row.uses, |u| {
            let (word, role) = self.role(at, "uses.use", Use::GROUP, &u.use_, Use::parse, p)?;
            Some((self.cited(at, "uses.statements", role, &u.statements, p)?, word))
        });
        let statements = self.cited(at, "statements", (), &row.statements, p)?;
        Some(Leg {
            id: row.id.clone(),
            line: line?,
            order: row.order,
            territory: territory?,
            permissions,
            uses: uses?,
            statements: statements.statements().collect(),
        })
    }

    fn gap(&self, row: &GapRow, p: &mut Problems) -> Gap {
        let at = Place {
            table: "gaps",
            id: &row.id,
        };
        Gap {
            id: row.id.clone(),
            about: self.entities(at, "about", &row.about, p),
            paragraphs: row
                .paragraphs
                .iter()
                .filter_map(|id| self.paragraph(at, "paragraphs", id, p))
                .collect(),
            question: row.question.clone(),
            why: row.why.clone(),
        }
    }

    fn relation(&self, row: &RelationRow, p: &mut Problems) -> Option<Relation> {
        let id = format!("{} {} {}", row.from, row.kind, row.to);
        let at = Place {
            table: "relations",
            id: &id,
        };
        let (from, to) = (self.node(at, "from", &row.from, p), self.node(at, "to", &row.to, p));
        let kind = self.word(at, "kind", "relation-kind", &row.kind, p);
        let statements = self.statements(at, "statements", &row.statements, p);
        Some(Relation {
            from: from?,
            kind: kind?,
            to: to?,
            statements,
        })
    }

    fn texts(&self, row: &TextsRow, p: &mut Problems) -> Option<Texts> {
        let at = Place {
            table: "texts",
            id: "texts",
        };
        let cited =
            |field: &str, t: &CitedTextRow, p: &mut Problems| self.cited(at, field, t.text.clone(), &t.statements, p);
        let finding = cited("finding", &row.finding, p);
        let argument = collect(&row.argument, |t| cited("argument", t, p));
        let standpoint = row.standpoint.as_ref().map(|t| cited("standpoint", t, p));
        let country_sections = row
            .country_sections
            .iter()
            .map(|s| CountrySection {
                id: s.id.clone(),
                heading: s.heading.clone(),
                themes: self.entities(at, "country_sections.themes", &s.themes, p),
                coded: s.coded,
            })
            .collect();
        let also_stated = self.statements(at, "also_stated", &row.also_stated, p);
        let worked_case = row.worked_case.as_ref().map(|case| WorkedCase {
            heading: case.heading.clone(),
            text: case.text.clone(),
            statements: self.statements(at, "worked_case.statements", &case.statements, p),
        });
        Some(Texts {
            finding: finding?,
            argument: argument?,
            standpoint: match standpoint {
                Some(text) => Some(text?),
                None => None,
            },
            units: row.units.clone(),
            names: Names::of(row.names.as_ref()),
            country_sections,
            also_stated,
            about: row.about.clone(),
            questions: row.questions.clone(),
            worked_case,
        })
    }

    fn paragraphs(&self, b: &Bundle, statements: Option<&[Statement]>, p: &mut Problems) -> Option<Vec<Paragraph>> {
        let mut drawn: Vec<Vec<(u32, StatementIx)>> = vec![Vec::new(); b.source.paragraphs.len()];
        // A statement that does not hold hides no fault of a paragraph.
        for (n, statement) in statements.unwrap_or_default().iter().enumerate() {
            for evidence in &statement.evidence {
                if let Some(list) = drawn.get_mut(evidence.paragraph.get()) {
                    list.push((evidence.sentence, StatementIx::at(n)));
                }
            }
        }
        let mut drawn = drawn.into_iter();
        collect(&b.source.paragraphs, |row| {
            let at = Place {
                table: "source",
                id: &row.id,
            };
            let mut statements = drawn.next().unwrap_or_default();
            crate::order::sort(&mut statements);
            // Two sentences of one paragraph may support a statement; it stands where the first one does.
            let mut seen = HashSet::new();
            statements.retain(|(_, ix)| seen.insert(*ix));
            let section = b.source.sections.iter().position(|s| s.id == row.section);
            if section.is_none() {
                p.push(at.problem(
                    "section",
                    format!("\"{}\"", row.section),
                    format!(
                        "the id of one of source.sections: {}",
                        listed(b.source.sections.iter().map(|s| &s.id))
                    ),
                ));
            }
            let parts = section
                .and_then(|s| b.source.sections.get(s))
                .map(|s| s.parts.as_slice())
                .unwrap_or_default();
            let part = row.part.as_ref().and_then(|id| {
                let found = parts.iter().find(|part| part.id == *id);
                if found.is_none() {
                    p.push(at.problem(
                        "part",
                        format!("\"{id}\""),
                        format!(
                            "the id of a part of its section: {}",
                            listed(parts.iter().map(|part| &part.id))
                        ),
                    ));
                }
                found?.title.clone()
            });
            Some(Paragraph {
                id: row.id.clone(),
                section: section?,
                part,
                ordinal: row.ordinal,
                gist: row.gist.clone(),
                argument_only: row.argument_only.clone(),
                statements: statements.into_iter().map(|(_, ix)| ix).collect(),
            })
        })
    }
}

/// The text fields of a history row, whichever table it stands in.
struct RawRow<'a> {
    value: &'a str,
    basis: &'a str,
    statements: &'a [String],
    when: Option<&'a str>,
    reason: Option<&'a String>,
}

/// Every row, or nothing where one failed; all rows are visited, so that every problem is reported.
fn collect<T, U>(rows: &[T], mut f: impl FnMut(&T) -> Option<U>) -> Option<Vec<U>> {
    let mut out = Some(Vec::with_capacity(rows.len()));
    for row in rows {
        match (f(row), out.as_mut()) {
            (Some(value), Some(list)) => list.push(value),
            _ => out = None,
        }
    }
    out
}

/// Ids one after the other, or that there are none.
fn listed<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    match ids.is_empty() {
        true => "it has none".to_owned(),
        false => ids.join(", "),
    }
}

fn statements_by_entity(statements: &[Statement], entities: usize) -> Vec<Vec<StatementIx>> {
    let mut lists = vec![Vec::new(); entities];
    for (n, statement) in statements.iter().enumerate() {
        for entity in statement.about.iter().chain(&statement.themes) {
            if let Some(list) = lists
                .get_mut(entity.get())
                .filter(|list: &&mut Vec<StatementIx>| list.last() != Some(&StatementIx::at(n)))
            {
                list.push(StatementIx::at(n));
            }
        }
    }
    lists
}
