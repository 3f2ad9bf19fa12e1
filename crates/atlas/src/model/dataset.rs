//! The dataset and its look-ups. Every list it returns has a documented order; the tables' own order unless said.

use std::collections::HashMap;

use super::*;
use crate::Problem;
use crate::bundle::Outlines;
use crate::dates::AsOf;
use crate::dates::Day;
use crate::index::Owner;
use crate::roles::{AnswerWord, Mentioned};
use crate::tables::{DatasetRow, OddityRow, RecordRow, SectionRow, TermRow};

/// A valid dataset, immutable.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub(super) owner: Owner,
    pub(super) about: DatasetRow,
    pub(super) vantage: Edtf,
    pub(super) vantage_statements: Vec<StatementIx>,
    pub(super) record: RecordRow,
    pub(super) sections: Vec<SectionRow>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) oddities: Vec<OddityRow>,
    pub(super) texts: Texts,
    pub(super) glossary: Vec<TermRow>,
    pub(super) words: Vec<Word>,
    /// In the order of [`AnswerWord::ALL`].
    pub(super) answers: Vec<WordIx>,
    /// In the order of [`Mentioned::ALL`].
    pub(super) mentions: Vec<WordIx>,
    pub(super) statements: Vec<Statement>,
    pub(super) entities: Vec<Entity>,
    pub(super) participations: Vec<Participation>,
    pub(super) permissions: Vec<Permission>,
    pub(super) legs: Vec<Leg>,
    pub(super) relations: Vec<Relation>,
    pub(super) gaps: Vec<Gap>,
    pub(super) outlines: Option<Outlines>,
    pub(super) ids: HashMap<String, Target>,
    pub(super) by_entity: Vec<Vec<StatementIx>>,
    pub(super) by_programme: HashMap<(EntityIx, Who), ParticipationIx>,
    pub(super) in_programme: HashMap<EntityIx, Vec<ParticipationIx>>,
    pub(super) warnings: Vec<Problem>,
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A statement.
    Statement(StatementIx),
    /// An entity of any table.
    Entity(EntityIx),
    /// A participation.
    Participation(ParticipationIx),
    /// A permission.
    Permission(PermissionIx),
    /// A leg.
    Leg(LegIx),
    /// A gap.
    Gap(GapIx),
    /// A paragraph of the source.
    Paragraph(ParagraphIx),
    /// A glossary entry, by its place.
    Term(usize),
    /// An oddity of the text, by its place.
    Oddity(usize),
}

// An index is made only by the dataset it belongs to, so these look-ups cannot miss. A caller who mixes two datasets after all gets
// a failure that says so: any row of this dataset would be a wrong answer.
macro_rules! lookup {
    ($($(#[$doc:meta])* $name:ident, $list:ident: $ix:ident => $ty:ty;)+) => { $(
        $(#[$doc])*
        ///
        /// # Panics
        /// Where the index is of another dataset.
        #[allow(clippy::indexing_slicing, reason = "an index is only made by the dataset whose table it points into")]
        #[track_caller]
        pub fn $name(&self, ix: $ix) -> &$ty {
            assert!(ix.owner() == self.owner, "an index of another dataset");
            &self.$list[ix.get()]
        }
    )+ };
}

impl Dataset {
    lookup! {
        /// The statement.
        statement, statements: StatementIx => Statement;
        /// The entity.
        entity, entities: EntityIx => Entity;
        /// The vocabulary row.
        word, words: WordIx => Word;
        /// The paragraph.
        paragraph, paragraphs: ParagraphIx => Paragraph;
        /// The participation.
        participation, participations: ParticipationIx => Participation;
        /// The permission.
        permission, permissions: PermissionIx => Permission;
        /// The leg.
        leg, legs: LegIx => Leg;
        /// The gap.
        gap, gaps: GapIx => Gap;
    }

    /// What an id names, if it names anything here.
    pub fn find(&self, id: &str) -> Option<Target> {
        self.ids.get(id).copied()
    }

    /// Every id of the dataset, paragraphs apart, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let mut ids: Vec<&str> = self
            .ids
            .iter()
            .filter(|(_, target)| !matches!(target, Target::Paragraph(_)))
            .map(|(id, _)| id.as_str())
            .collect();
        crate::order::sort(&mut ids);
        ids.into_iter()
    }

    /// The entity of this id in this table.
    pub fn entity_in(&self, table: Table, id: &str) -> Option<EntityIx> {
        match self.find(id) {
            Some(Target::Entity(ix)) if self.entity(ix).table == table => Some(ix),
            _ => None,
        }
    }

    /// Id, version, title and so on.
    pub fn about(&self) -> &DatasetRow {
        &self.about
    }

    /// The short title for the header.
    pub fn short_title(&self) -> &str {
        self.about.short_title.as_deref().unwrap_or(&self.about.title)
    }

    /// The time of writing.
    pub fn vantage(&self) -> &Edtf {
        &self.vantage
    }

    /// The time of writing as a point: its last possible day.
    pub fn vantage_day(&self) -> Day {
        self.vantage.last().unwrap_or(Day::MAX)
    }

    /// Statements that fix the time of writing.
    pub fn vantage_statements(&self) -> &[StatementIx] {
        &self.vantage_statements
    }

    /// The source's bibliographic record.
    pub fn record(&self) -> &RecordRow {
        &self.record
    }

    /// Printed sections, in order.
    pub fn sections(&self) -> &[SectionRow] {
        &self.sections
    }

    /// Oddities of the text, as authored.
    pub fn oddities(&self) -> &[OddityRow] {
        &self.oddities
    }

    /// Texts of pages.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Glossary, as authored.
    pub fn glossary(&self) -> &[TermRow] {
        &self.glossary
    }

    /// Outlines of the map.
    pub fn outlines(&self) -> Option<&Outlines> {
        self.outlines.as_ref()
    }

    /// Relations, as authored.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// What was odd about the document, though it opens.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// Every place of a table of this length.
    fn places<I>(&self, len: usize, at: fn(Owner, usize) -> I) -> impl ExactSizeIterator<Item = I> + Clone + use<I> {
        let owner = self.owner;
        (0..len).map(move |place| at(owner, place))
    }

    /// All statements, in paragraph order.
    pub fn statements(&self) -> impl ExactSizeIterator<Item = StatementIx> + Clone + use<> {
        self.places(self.statements.len(), StatementIx::at)
    }

    /// All paragraphs, in the order of the source.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = ParagraphIx> + Clone + use<> {
        self.places(self.paragraphs.len(), ParagraphIx::at)
    }

    /// All entities, table by table in the order of [`Table`].
    pub fn entities(&self) -> impl ExactSizeIterator<Item = EntityIx> + Clone + use<> {
        self.places(self.entities.len(), EntityIx::at)
    }

    /// The entities of a table, as authored.
    pub fn table(&self, table: Table) -> impl Iterator<Item = EntityIx> + Clone + '_ {
        self.entities().filter(move |&ix| self.entity(ix).table == table)
    }

    /// The units with a card, as authored.
    pub fn countries(&self) -> Vec<EntityIx> {
        self.table(Table::Country).collect()
    }

    /// All participations, as authored.
    pub fn participations(&self) -> impl ExactSizeIterator<Item = ParticipationIx> + Clone + use<> {
        self.places(self.participations.len(), ParticipationIx::at)
    }

    /// What is said of a country, or of countries without their names, in a programme.
    pub fn participation_of(&self, programme: EntityIx, who: Who) -> Option<ParticipationIx> {
        self.by_programme.get(&(programme, who)).copied()
    }

    /// The participations in a programme, as authored.
    pub fn participations_in(&self, programme: EntityIx) -> &[ParticipationIx] {
        self.in_programme.get(&programme).map_or(&[], Vec::as_slice)
    }

    /// All permissions, as authored.
    pub fn permissions(&self) -> impl ExactSizeIterator<Item = PermissionIx> + Clone + use<> {
        self.places(self.permissions.len(), PermissionIx::at)
    }

    /// All legs, as authored.
    pub fn legs(&self) -> impl ExactSizeIterator<Item = LegIx> + Clone + use<> {
        self.places(self.legs.len(), LegIx::at)
    }

    /// All gaps, as authored.
    pub fn gaps(&self) -> impl ExactSizeIterator<Item = GapIx> + Clone + use<> {
        self.places(self.gaps.len(), GapIx::at)
    }

    /// The legs of a line, in their order on it.
    pub fn legs_of(&self, line: EntityIx) -> Vec<LegIx> {
        let mut legs: Vec<LegIx> = self.legs().filter(|&ix| self.leg(ix).line == line).collect();
        crate::order::sort_by_key(&mut legs, |&ix| self.leg(ix).order);
        legs
    }

    /// Statements about an entity (a theme's are those that carry it), in paragraph order.
    pub fn statements_about(&self, entity: EntityIx) -> &[StatementIx] {
        assert!(entity.owner() == self.owner, "an index of another dataset");
        self.by_entity.get(entity.get()).map_or(&[], Vec::as_slice)
    }

    /// All vocabulary rows, as authored.
    pub fn words(&self) -> impl Iterator<Item = WordIx> + use<> {
        self.places(self.words.len(), WordIx::at)
    }

    /// The vocabulary rows of a group, as authored.
    pub fn words_of<'a>(&'a self, group: &'a str) -> impl Iterator<Item = WordIx> + 'a {
        self.words().filter(move |&ix| self.word(ix).group == group)
    }

    /// The first vocabulary row of a group that plays a role.
    pub fn word_for(&self, group: &str, role: &str) -> Option<&Word> {
        self.word_ix_for(group, role).map(|ix| self.word(ix))
    }

    /// The first vocabulary row of a group that plays a role, by its place.
    pub fn word_ix_for(&self, group: &str, role: &str) -> Option<WordIx> {
        self.words_of(group).find(|&ix| self.word(ix).role == role)
    }

    /// The vocabulary row for an answer that is never stored.
    pub fn answer_word(&self, answer: AnswerWord) -> WordIx {
        word_of(&self.answers, answer as usize)
    }

    /// The vocabulary row for what is said of a unit, or not.
    pub fn mention_word(&self, mentioned: Mentioned) -> &Word {
        self.word(word_of(&self.mentions, mentioned as usize))
    }

    /// The day that a date asked about means: the time of writing without one, or where the period holds it.
    pub fn day_of(&self, as_of: Option<AsOf>) -> Day {
        as_of.map_or_else(|| self.vantage_day(), |as_of| as_of.day(self.vantage_day()))
    }

    /// The one who says most of what is said: the voice of own words, for leaving the usual unsaid.
    pub fn is_own_voice(&self, statement: &Statement) -> bool {
        self.word(statement.how).role == "own"
    }

    /// Id of what a target names.
    pub fn id_of(&self, target: Target) -> &str {
        match target {
            Target::Statement(ix) => &self.statement(ix).id,
            Target::Entity(ix) => &self.entity(ix).id,
            Target::Participation(ix) => &self.participation(ix).id,
            Target::Permission(ix) => &self.permission(ix).id,
            Target::Leg(ix) => &self.leg(ix).id,
            Target::Gap(ix) => &self.gap(ix).id,
            Target::Paragraph(ix) => &self.paragraph(ix).id,
            Target::Term(n) => self.glossary.get(n).map_or("", |t| &t.id),
            Target::Oddity(n) => self.oddities.get(n).map_or("", |o| &o.id),
        }
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "one row a role, which opening a dataset makes sure of"
)]
fn word_of(words: &[WordIx], role: usize) -> WordIx {
    words[role]
}

/// The first row of each role of a group that must be complete; `None` where one is missing.
pub(super) fn complete(owner: Owner, words: &[Word], group: &str, roles: &[&str]) -> Option<Vec<WordIx>> {
    let at = |role: &&str| words.iter().position(|w| w.group == group && w.role == *role);
    roles
        .iter()
        .map(|role| at(role).map(|place| WordIx::at(owner, place)))
        .collect()
}

/// The participations programme by programme, as authored.
pub(super) fn in_programme(owner: Owner, rows: &[Participation]) -> HashMap<EntityIx, Vec<ParticipationIx>> {
    let mut out: HashMap<EntityIx, Vec<ParticipationIx>> = HashMap::new();
    for (n, row) in rows.iter().enumerate() {
        out.entry(row.programme)
            .or_default()
            .push(ParticipationIx::at(owner, n));
    }
    out
}

/// The participations by programme and by whom; of two rows on the same, the first.
pub(super) fn by_programme(owner: Owner, rows: &[Participation]) -> HashMap<(EntityIx, Who), ParticipationIx> {
    let last_first = rows.iter().enumerate().rev();
    last_first
        .map(|(n, row)| ((row.programme, row.who), ParticipationIx::at(owner, n)))
        .collect()
}
