//! From rows to the model: references become places, texts become dates and roles; every failure is a problem with its place.

use std::collections::HashSet;

use super::kind::{ANY, Kind, STATES};
use super::lookup::{Place, Resolver, entity_tables, listed};
use super::*;
use crate::bundle::Bundle;
use crate::index::Owner;
use crate::limits::SLICE;
use crate::load::Unread;
use crate::problem::{Problem, Problems};
use crate::roles::*;
use crate::tables::*;
use crate::yielding::Yield;

/// Pages that may have a headline of their own, by their words in the address.
const PAGES: [&str; 9] = [
    "countries",
    "programmes",
    "routes",
    "timeline",
    "compare",
    "tension",
    "actors",
    "themes",
    "gaps",
];

/// The dataset of a bundle; nothing where a row or what it refers to is missing.
pub(crate) async fn resolve(b: &Bundle, unread: Unread, p: &mut Problems, yield_now: Yield<'_>) -> Option<Dataset> {
    Resolver::new(b, unread, p).dataset(b, p, yield_now).await
}

impl Dataset {
    /// The same with what its reader is warned of.
    pub(crate) fn with_warnings(self, warnings: Vec<Problem>) -> Self {
        Self { warnings, ..self }
    }
}

impl Resolver {
    /// The dataset; nothing where a row or what it refers to is not there, for then what rests on it cannot be judged.
    async fn dataset(self, b: &Bundle, p: &mut Problems, yield_now: Yield<'_>) -> Option<Dataset> {
        let at = Place {
            table: "dataset",
            id: &b.dataset.id,
        };
        let vantage = self.date(at, "vantage", &b.dataset.vantage.when, p);
        let vantage_statements = self.cited(at, "vantage", (), &b.dataset.vantage.statements, p);
        let mut statements = Some(Vec::with_capacity(b.statements.len()));
        for slice in b.statements.chunks(SLICE) {
            yield_now().await;
            let rows = collect(slice, |row| self.statement_row(row, p));
            statements = statements.zip(rows).map(|(mut all, rows)| {
                all.extend(rows);
                all
            });
        }
        yield_now().await;
        let entities = self.entity_rows(b, p);
        let participations = collect(&b.participations, |row| self.participation(row, b, p));
        let permissions = collect(&b.permissions, |row| self.permission(row, b, p));
        let legs = collect(&b.legs, |row| self.leg(row, p));
        let gaps = b.gaps.iter().map(|row| self.gap(row, p)).collect();
        let relations = collect(&b.relations, |row| self.relation(row, p));
        let texts = self.texts(&b.texts, p);
        let paragraphs = self.paragraphs(b, statements.as_deref(), p);
        self.mentions(b, p);
        if !self.is_whole() {
            return None;
        }
        let (statements, entities, participations) = (statements?, entities?, participations?);
        let names = |group, roles: &[&str]| dataset::complete(self.owner, &self.word_rows, group, roles);
        let answers = names(AnswerWord::GROUP, AnswerWord::NAMES)?;
        let mentions = names(Mentioned::GROUP, Mentioned::NAMES)?;
        let by_entity = statements_by_entity(self.owner, &statements, entities.len());
        let by_programme = dataset::by_programme(self.owner, &participations);
        let in_programme = dataset::in_programme(self.owner, &participations);
        Some(Dataset {
            owner: self.owner,
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
            answers,
            mentions,
            ids: self.ids,
            by_entity,
            by_programme,
            in_programme,
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
                self.entity(at, "see", id, ANY, p);
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

    fn statement_row(&self, row: &StatementRow, p: &mut Problems) -> Option<Statement> {
        let at = Place {
            table: "statements",
            id: &row.id,
        };
        let modality = self.role(at, "modality", Modality::GROUP, &row.modality, Modality::parse, p);
        let scope = self.role(at, "scope", Scope::GROUP, &row.scope, Scope::parse, p);
        let who = self.entity(at, "voice.who", &row.voice.who, STATES, p);
        let how = self.word(at, "voice.how", "voice-how", &row.voice.how, p);
        let stance = self.word(at, "voice.stance", "voice-stance", &row.voice.stance, p);
        let when = row.when.as_ref().map(|text| self.date(at, "when", text, p));
        let relative_to = row
            .relative_to
            .as_ref()
            .and_then(|id| self.entity(at, "relative_to", id, &[Table::Event], p));
        let evidence: Vec<Evidence> = row.evidence.iter().filter_map(|e| self.evidence(at, e, p)).collect();
        let lens = row
            .lens
            .iter()
            .filter_map(|id| self.word(at, "lens", "lens", id, p))
            .collect();
        let about = self.entities(at, "about", &row.about, ANY, p);
        let themes = self.entities(at, "themes", &row.themes, &[Table::Theme], p);
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
        // Of a table without kinds `validate::rows` says so.
        let kind = row.kind.as_ref().filter(|_| !group.is_empty());
        let kind = kind.map(|id| self.word(at, "kind", group, id, p));
        let roles = row
            .roles
            .iter()
            .map(|role| self.actor_role(at, role, p))
            .collect::<Option<Vec<_>>>();
        let of = |field: &str, id: &Option<String>, tables, p: &mut Problems| {
            id.as_ref().and_then(|id| self.entity(at, field, id, tables, p))
        };
        let country = of("country", &row.country, STATES, p);
        let ends = (of("from", &row.from, ANY, p), of("to", &row.to, ANY, p));
        let part_of = of("part_of", &row.part_of, &[Table::Event], p);
        let lead = row.lead.as_ref().and_then(|id| self.statement(at, "lead", id, p));
        let statements = self.statements(at, "statements", &row.statements, p);
        Some(Entity {
            id: row.id.clone(),
            name: row.name.clone(),
            acronym: row.acronym.clone(),
            aliases: row.aliases.clone(),
            search_words: row.search_words.clone(),
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
        let of = row.of.as_ref().and_then(|id| self.entity(at, "roles.of", id, ANY, p));
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
        let programme = self.entity(at, "programme", &row.programme, &[Table::Programme], p);
        let who = match (&row.country, &row.scope) {
            (Some(country), None) => self
                .entity(at, "country", country, &[Table::Country], p)
                .map(Who::Country),
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
            self.history_row(at, "state", State::GROUP, State::parse, raw, b, p)
        });
        let history = history.map(|rows| linked(rows, |state| state == State::Absent || state == State::Former));
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
        let country = self.entity(at, "country", &row.country, STATES, p);
        let kind = self.word(at, "kind", "permission-kind", &row.kind, p);
        let granted_to = self.word(at, "granted_to", "granted-to", &row.granted_to, p);
        let user = row.user.as_ref().and_then(|id| self.entity(at, "user", id, STATES, p));
        let limits = row
            .limits
            .iter()
            .filter_map(|id| self.word(at, "limits", "limit", id, p))
            .collect();
        let called = row
            .called
            .as_ref()
            .and_then(|id| self.word(at, "called", "called", id, p));
        let place = row
            .place
            .as_ref()
            .and_then(|id| self.entity(at, "place", id, &[Table::Place], p));
        let history = collect(&row.history, |r| {
            let raw = RawRow {
                value: &r.arrangement,
                basis: &r.basis,
                statements: &r.statements,
                when: r.when.as_deref(),
                reason: r.reason.as_ref(),
            };
            self.history_row(at, "arrangement", Arrangement::GROUP, Arrangement::parse, raw, b, p)
        });
        let history = history.map(|rows| linked(rows, |arrangement| arrangement == Arrangement::Ended));
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
    fn history_row<V: HistoryValue>(
        &self,
        at: Place,
        field: &str,
        group: &str,
        parse: fn(&str) -> Option<V>,
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
        let written = Edtf::parse(&b.dataset.vantage.when).ok().and_then(|v| v.last());
        let bounds = when.as_ref().and_then(|w| match value.begins() {
            Begins::WithItsDate => w.start(),
            Begins::AtItsEnd => w.end(),
            Begins::WhenDecided => w
                .start()
                .filter(|(from, _)| written.is_none_or(|written| *from <= written)),
        });
        // What had happened when the source was written happened by then, even where the text names a longer period.
        let start = bounds.map_or(Start::NotGiven, |(from, to)| match written {
            Some(written) if from <= written => Start::Within(from, to.min(written)),
            _ => Start::Within(from, to),
        });
        Some(Row {
            cited: cited.map(|()| value),
            word,
            basis,
            basis_word,
            start,
            when,
            reason: row.reason.cloned(),
            ends_previous: false,
        })
    }

    fn leg(&self, row: &LegRow, p: &mut Problems) -> Option<Leg> {
        let at = Place {
            table: "legs",
            id: &row.id,
        };
        let line = self.entity(at, "line", &row.line, &[Table::Line], p);
        let territory = self.entity(at, "territory", &row.territory, STATES, p);
        let permissions = row
            .permissions
            .iter()
            .filter_map(|id| match self.target(at, "permissions", id, Kind::Permission, p)? {
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
            about: self.entities(at, "about", &row.about, ANY, p),
            paragraphs: row
                .paragraphs
                .iter()
                .filter_map(|id| self.paragraph(at, "paragraphs", id, p))
                .collect(),
            question: row.question.clone(),
            why: row.why.clone(),
            search_words: row.search_words.clone(),
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
        let optional = |field: &str, t: &Option<CitedTextRow>, p: &mut Problems| match t {
            Some(text) => cited(field, text, p).map(Some),
            None => Some(None),
        };
        let headline = optional("headline", &row.headline, p);
        let second = optional("second", &row.second, p);
        let pages = collect(&row.pages, |of| {
            if !PAGES.contains(&of.page.as_str()) {
                let expected = format!("the word of a page in its address: {}", PAGES.join(", "));
                p.push(at.problem("pages.page", format!("\"{}\"", of.page), expected));
            }
            let headline = cited("pages.headline", &of.headline, p);
            let lead = optional("pages.lead", &of.lead, p);
            Some(PageText {
                page: of.page.clone(),
                headline: headline?,
                lead: lead?,
            })
        });
        let argument = collect(&row.argument, |t| cited("argument", t, p));
        let standpoint = optional("standpoint", &row.standpoint, p);
        let country_sections = row
            .country_sections
            .iter()
            .map(|s| CountrySection {
                id: s.id.clone(),
                heading: s.heading.clone(),
                themes: self.entities(
                    Place {
                        table: "texts",
                        id: &s.id,
                    },
                    "country_sections.themes",
                    &s.themes,
                    &[Table::Theme],
                    p,
                ),
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
            headline: headline?,
            second: second?,
            pages: pages?,
            argument: argument?,
            standpoint: standpoint?,
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
                    list.push((evidence.sentence, StatementIx::at(self.owner, n)));
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

/// A history whose rows know whether they say that the row before held until they began.
fn linked<V: Copy>(mut rows: Vec<Row<V>>, is_end: fn(V) -> bool) -> Vec<Row<V>> {
    let mut before = None;
    for row in &mut rows {
        let first = row.cited.first();
        row.ends_previous = before.is_some_and(|before| before == first || is_end(*row.cited.value()));
        before = Some(first);
    }
    rows
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

fn statements_by_entity(owner: Owner, statements: &[Statement], entities: usize) -> Vec<Vec<StatementIx>> {
    let mut lists = vec![Vec::new(); entities];
    for (n, statement) in statements.iter().enumerate() {
        let ix = StatementIx::at(owner, n);
        for entity in statement.about.iter().chain(&statement.themes) {
            if let Some(list) = lists
                .get_mut(entity.get())
                .filter(|list: &&mut Vec<StatementIx>| list.last() != Some(&ix))
            {
                list.push(ix);
            }
        }
    }
    lists
}
