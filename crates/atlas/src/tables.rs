//! The rows as they are authored and as the bundle carries them: text that has its shape and no meaning yet.
//!
//! Shapes only. What a row means, and whether its references hold, is `model` and `validate`.

use serde::Serialize;

use crate::row::json::Json;
use crate::row::row;
use crate::row::shape::{FromJson, Reading};

row! { /// What the dataset is.
DatasetRow {
    /// Its id, for links that name it.
    id: String,
    /// Its version.
    version: String,
    /// The day of that version, ISO.
    date: String,
    /// Its title.
    title: String,
    /// A short name for the header.
    [serde(default, skip_serializing_if = "Option::is_none")] short_title: Option<String>,
    /// When the source was written.
    vantage: VantageRow,
    /// What changed from version to version, newest first.
    [serde(default, skip_serializing_if = "Vec::is_empty")] changelog: Vec<ReleaseRow>,
    /// Where to send a dispute.
    [serde(default, skip_serializing_if = "Option::is_none")] dispute_to: Option<String>,
    /// How far independent coders agreed, field by field.
    [serde(default, skip_serializing_if = "Vec::is_empty")] agreement: Vec<AgreementRow>,
} }

row! { /// How far independent coders agreed on one field of the statements.
AgreementRow {
    /// The field, in words.
    of: String,
    /// Who coded, in words.
    coders: String,
    /// How many clauses each of them coded.
    clauses: u32,
    /// Clauses given the same value, in percent, rounded.
    percent: u32,
    /// Krippendorff's alpha (nominal), with two decimals.
    alpha: String,
} }

row! { /// A version of the dataset.
ReleaseRow {
    /// The version.
    version: String,
    /// Its day, ISO.
    date: String,
    /// What it brought, in our words.
    text: String,
} }

row! { /// The time of writing, itself a coded inference.
VantageRow {
    /// EDTF.
    when: String,
    /// In words.
    words: String,
    /// Statements that fix it.
    statements: Vec<String>,
} }

row! { /// The source: its record, its sections and paragraphs, its oddities.
SourceRow {
    /// The bibliographic record.
    record: RecordRow,
    /// Printed sections, in order.
    sections: Vec<SectionRow>,
    /// Paragraphs, in order.
    paragraphs: Vec<ParagraphRow>,
    /// Oddities of the text.
    [serde(default, skip_serializing_if = "Vec::is_empty")] oddities: Vec<OddityRow>,
} }

row! { /// A bibliographic record.
RecordRow {
    /// Authors as `Family, Given`.
    authors: Vec<String>,
    /// Title of the work.
    title: String,
    /// Journal or book.
    [serde(default, skip_serializing_if = "Option::is_none")] container: Option<String>,
    /// Publisher.
    [serde(default, skip_serializing_if = "Option::is_none")] publisher: Option<String>,
    /// Year of publication.
    year: u16,
    /// DOI without resolver.
    [serde(default, skip_serializing_if = "Option::is_none")] doi: Option<String>,
    /// Address, for sources without a DOI.
    [serde(default, skip_serializing_if = "Option::is_none")] url: Option<String>,
    /// Whose rights, in words.
    [serde(default, skip_serializing_if = "Option::is_none")] rights: Option<String>,
    /// ISSN of the journal.
    [serde(default, skip_serializing_if = "Option::is_none")] issn: Option<String>,
    /// Volume.
    [serde(default, skip_serializing_if = "Option::is_none")] volume: Option<String>,
    /// Issue.
    [serde(default, skip_serializing_if = "Option::is_none")] issue: Option<String>,
    /// Pages.
    [serde(default, skip_serializing_if = "Option::is_none")] pages: Option<String>,
} }

row! { /// A printed section.
SectionRow {
    /// Its id.
    id: String,
    /// As printed ("3. Key areas").
    title: String,
    /// Parts of it, in order.
    [serde(default, skip_serializing_if = "Vec::is_empty")] parts: Vec<PartRow>,
} }

row! { /// A part of a section.
PartRow {
    /// Its id within the section.
    id: String,
    /// As printed; absent for what stands before the first subheading.
    [serde(default, skip_serializing_if = "Option::is_none")] title: Option<String>,
} }

row! { /// A paragraph of the source, with our gist of it.
ParagraphRow {
    /// Locator.
    id: String,
    /// Section id.
    section: String,
    /// Part id.
    [serde(default, skip_serializing_if = "Option::is_none")] part: Option<String>,
    /// Place in its part, from 1.
    ordinal: u32,
    /// What it says, in our words.
    gist: String,
    /// Why it has no statements, where it has none.
    [serde(default, skip_serializing_if = "Option::is_none")] argument_only: Option<String>,
} }

row! { /// Something odd in the text.
OddityRow {
    /// Its id.
    id: String,
    /// What is odd.
    text: String,
    /// Where.
    paragraphs: Vec<String>,
} }

row! { /// A statement: the atom.
StatementRow {
    /// Its id.
    id: String,
    /// One sentence in our own words.
    text: String,
    /// Entities it is about, main first.
    about: Vec<String>,
    /// Vocabulary id.
    modality: String,
    /// Who says it, and how.
    voice: VoiceRow,
    /// Vocabulary id.
    scope: String,
    /// EDTF.
    [serde(default, skip_serializing_if = "Option::is_none")] when: Option<String>,
    /// The text's own words for the date.
    [serde(default, skip_serializing_if = "Option::is_none")] date_words: Option<String>,
    /// The event by which the text dates it.
    [serde(default, skip_serializing_if = "Option::is_none")] relative_to: Option<String>,
    /// Themes, main first.
    themes: Vec<String>,
    /// Lenses.
    [serde(default, skip_serializing_if = "Vec::is_empty")] lens: Vec<String>,
    /// Whether the passage sets two lenses against each other.
    [serde(default, skip_serializing_if = "std::ops::Not::not")] tension: bool,
    /// A figure.
    [serde(default, skip_serializing_if = "Option::is_none")] quantity: Option<QuantityRow>,
    /// Where it says so.
    evidence: Vec<EvidenceRow>,
    /// How coders differed over it, and the rule that settled it.
    [serde(default, skip_serializing_if = "Option::is_none")] settled: Option<String>,
    /// A warning to the reader.
    [serde(default, skip_serializing_if = "Option::is_none")] remark: Option<String>,
} }

row! { /// Whose voice.
VoiceRow {
    /// Actor id.
    who: String,
    /// Vocabulary id.
    how: String,
    /// Vocabulary id.
    stance: String,
} }

row! { /// A figure or a range.
QuantityRow {
    /// The figure, or the lower end.
    low: i64,
    /// The upper end of a range.
    [serde(default, skip_serializing_if = "Option::is_none")] high: Option<i64>,
    /// Vocabulary id ("over", "about").
    [serde(default, skip_serializing_if = "Option::is_none")] qualifier: Option<String>,
    /// Unit.
    [serde(default, skip_serializing_if = "Option::is_none")] unit: Option<String>,
    /// Of what.
    [serde(default, skip_serializing_if = "Option::is_none")] of: Option<String>,
} }

row! { /// One place that supports a statement.
EvidenceRow {
    /// Locator of the paragraph.
    paragraph: String,
    /// Sentence in it, from 1.
    sentence: u32,
    /// Two to five strings that stand in the sentence.
    terms: Vec<String>,
    /// Vocabulary id.
    role: String,
    /// Fingerprint of the sentence, generated.
    [serde(default, skip_serializing_if = "Option::is_none")] fp: Option<String>,
    /// The sentence itself, where the source is open.
    [serde(default, skip_serializing_if = "Option::is_none")] quote: Option<String>,
} }

row! { /// Another name, with its language where it is not English.
AliasRow {
    /// The name.
    text: String,
    /// BCP 47.
    [serde(default, skip_serializing_if = "Option::is_none")] lang: Option<String>,
} }

row! { /// Words by which readers look for a thing and which its name does not have, in one language.
SearchWordsRow {
    /// Words and phrases, divided by commas.
    text: String,
    /// BCP 47, where it is not English.
    [serde(default, skip_serializing_if = "Option::is_none")] lang: Option<String>,
} }

row! { /// A country, programme, actor, place, document, theme or line: what statements are about.
EntityRow {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// Its acronym.
    [serde(default, skip_serializing_if = "Option::is_none")] acronym: Option<String>,
    /// Other names.
    [serde(default, skip_serializing_if = "Vec::is_empty")] aliases: Vec<AliasRow>,
    /// Words by which readers look for it.
    [serde(default, skip_serializing_if = "Vec::is_empty")] search_words: Vec<SearchWordsRow>,
    /// Vocabulary id of the table's kind group.
    [serde(default, skip_serializing_if = "Option::is_none")] kind: Option<String>,
    /// One line, for themes.
    [serde(default, skip_serializing_if = "Option::is_none")] words: Option<String>,
    /// Adjective, for countries.
    [serde(default, skip_serializing_if = "Option::is_none")] adjective: Option<String>,
    /// ISO 3166-1 alpha-2, for countries, where certain.
    [serde(default, skip_serializing_if = "Option::is_none")] iso: Option<String>,
    /// Statement shown as the telling line.
    [serde(default, skip_serializing_if = "Option::is_none")] lead: Option<String>,
    /// Rung of the ladder, 1 is the floor, for programmes.
    [serde(default, skip_serializing_if = "Option::is_none")] rung: Option<u8>,
    /// Where a place lies.
    [serde(default, skip_serializing_if = "Option::is_none")] country: Option<String>,
    /// Roles, for actors.
    [serde(default, skip_serializing_if = "Vec::is_empty")] roles: Vec<ActorRoleRow>,
    /// Where a line starts, if said.
    [serde(default, skip_serializing_if = "Option::is_none")] from: Option<String>,
    /// Where a line ends, if said.
    [serde(default, skip_serializing_if = "Option::is_none")] to: Option<String>,
    /// Statements: of a line, what it is; of an event, the first dates it.
    [serde(default, skip_serializing_if = "Vec::is_empty")] statements: Vec<String>,
    /// The event that this one is part of.
    [serde(default, skip_serializing_if = "Option::is_none")] part_of: Option<String>,
} }

row! { /// What an actor does, to what.
ActorRoleRow {
    /// Vocabulary id.
    role: String,
    /// Entity id.
    [serde(default, skip_serializing_if = "Option::is_none")] of: Option<String>,
    /// The office, or other words.
    [serde(default, skip_serializing_if = "Option::is_none")] words: Option<String>,
    /// Statements.
    statements: Vec<String>,
} }

row! { /// A country (or "some", "most") in a programme.
ParticipationRow {
    /// Its id.
    id: String,
    /// Programme id.
    programme: String,
    /// Country id; else `scope`.
    [serde(default, skip_serializing_if = "Option::is_none")] country: Option<String>,
    /// Vocabulary id: `most`, `some` or `bare`, the row-wide mark.
    [serde(default, skip_serializing_if = "Option::is_none")] scope: Option<String>,
    /// In time order.
    history: Vec<StateRow>,
} }

row! { /// One state of a participation.
StateRow {
    /// Vocabulary id.
    state: String,
    /// Vocabulary id.
    basis: String,
    /// Statements; the first dates it.
    statements: Vec<String>,
    /// EDTF in place of the first statement's, with its reason.
    [serde(default, skip_serializing_if = "Option::is_none")] when: Option<String>,
    /// Why the date is overridden.
    [serde(default, skip_serializing_if = "Option::is_none")] reason: Option<String>,
} }

row! { /// What a country permits, to whom.
PermissionRow {
    /// Its id.
    id: String,
    /// Who grants it: entity id.
    country: String,
    /// Vocabulary id of `permission-kind`.
    kind: String,
    /// Vocabulary id.
    granted_to: String,
    /// The Ally, where one is named: entity id.
    [serde(default, skip_serializing_if = "Option::is_none")] user: Option<String>,
    /// Vocabulary ids.
    [serde(default, skip_serializing_if = "Vec::is_empty")] limits: Vec<String>,
    /// Vocabulary id: what the text calls it.
    [serde(default, skip_serializing_if = "Option::is_none")] called: Option<String>,
    /// Entity id of the airfield.
    [serde(default, skip_serializing_if = "Option::is_none")] place: Option<String>,
    /// In time order.
    history: Vec<ArrangementRow>,
} }

row! { /// One arrangement of a permission.
ArrangementRow {
    /// Vocabulary id.
    arrangement: String,
    /// Vocabulary id.
    basis: String,
    /// Statements; the first dates it.
    statements: Vec<String>,
    /// EDTF in place of the first statement's, with its reason.
    [serde(default, skip_serializing_if = "Option::is_none")] when: Option<String>,
    /// Why the date is overridden.
    [serde(default, skip_serializing_if = "Option::is_none")] reason: Option<String>,
} }

row! { /// The territory of a state on a line.
LegRow {
    /// Its id.
    id: String,
    /// Line id.
    line: String,
    /// Place on the line, from 1.
    order: u32,
    /// Entity id.
    territory: String,
    /// Permission ids; empty where the text gives none.
    [serde(default, skip_serializing_if = "Vec::is_empty")] permissions: Vec<String>,
    /// What is reported of its use.
    [serde(default, skip_serializing_if = "Vec::is_empty")] uses: Vec<UseRow>,
    /// Statements that put it on the line.
    statements: Vec<String>,
} }

row! { /// A reported use.
UseRow {
    /// Vocabulary id.
    [serde(rename = "use")] use_: String,
    /// Statements.
    statements: Vec<String>,
} }

row! { /// A relation that the text asserts (or, for `differs-from`, that the coder noted).
RelationRow {
    /// Statement or event id.
    from: String,
    /// Vocabulary id.
    kind: String,
    /// Statement or event id.
    to: String,
    /// Statements that assert it.
    [serde(default, skip_serializing_if = "Vec::is_empty")] statements: Vec<String>,
} }

row! { /// What the source does not say.
GapRow {
    /// Its id.
    id: String,
    /// Entity ids.
    about: Vec<String>,
    /// Locators of the paragraphs that speak of the matter and leave it open; none where the whole source is silent.
    [serde(default, skip_serializing_if = "Vec::is_empty")] paragraphs: Vec<String>,
    /// As a question.
    question: String,
    /// What it says instead.
    why: String,
    /// Words by which readers look for it.
    [serde(default, skip_serializing_if = "Vec::is_empty")] search_words: Vec<SearchWordsRow>,
} }

row! { /// A glossary entry.
TermRow {
    /// Its id.
    id: String,
    /// The term or acronym.
    term: String,
    /// The acronym written out.
    [serde(default, skip_serializing_if = "Option::is_none")] expansion: Option<String>,
    /// What the source says of it.
    meaning: String,
    /// Entity id.
    [serde(default, skip_serializing_if = "Option::is_none")] see: Option<String>,
    /// Words by which readers look for it.
    [serde(default, skip_serializing_if = "Vec::is_empty")] search_words: Vec<SearchWordsRow>,
} }

row! { /// A vocabulary row.
WordRow {
    /// Its id, unique in its group.
    id: String,
    /// The group.
    group: String,
    /// The role that code knows.
    role: String,
    /// The word shown.
    word: String,
    /// A sentence that explains it.
    sentence: String,
    /// The sign drawn beside it.
    [serde(default, skip_serializing_if = "Option::is_none")] sign: Option<String>,
    /// Of a group of permissions: statements that speak of it without naming a unit.
    [serde(default, skip_serializing_if = "Vec::is_empty")] statements: Vec<String>,
} }

row! { /// Texts of pages that are about this dataset.
TextsRow {
    /// The finding, in one sentence.
    finding: CitedTextRow,
    /// The finding as the headline of the start page, as of the time of writing; without it the finding stands there.
    [serde(default, skip_serializing_if = "Option::is_none")] headline: Option<CitedTextRow>,
    /// What stands below the headline.
    [serde(default, skip_serializing_if = "Option::is_none")] second: Option<CitedTextRow>,
    /// Headlines of other pages, as of the time of writing.
    [serde(default, skip_serializing_if = "Vec::is_empty")] pages: Vec<PageTextRow>,
    /// What the source argues.
    [serde(default, skip_serializing_if = "Vec::is_empty")] argument: Vec<CitedTextRow>,
    /// Whose view it is.
    [serde(default, skip_serializing_if = "Option::is_none")] standpoint: Option<CitedTextRow>,
    /// What the units are called together ("Central Asian Partners").
    units: String,
    /// What is called by other names here than the atlas's own.
    [serde(default, skip_serializing_if = "Option::is_none")] names: Option<NamesRow>,
    /// Sections of a country's page.
    country_sections: Vec<CountrySectionRow>,
    /// Transit that the text assigns to no line.
    [serde(default, skip_serializing_if = "Vec::is_empty")] also_stated: Vec<String>,
    /// Sections of About that are about this dataset.
    [serde(default, skip_serializing_if = "Vec::is_empty")] about: Vec<AboutRow>,
    /// Sample questions, as links into the atlas.
    [serde(default, skip_serializing_if = "Vec::is_empty")] questions: Vec<QuestionRow>,
    /// Statement or event ids of the worked case, in the order told.
    [serde(default, skip_serializing_if = "Option::is_none")] worked_case: Option<WorkedCaseRow>,
} }

row! { /// Names for kinds of things, in place of the atlas's own.
NamesRow {
    /// A unit ("Country").
    [serde(default, skip_serializing_if = "Option::is_none")] unit: Option<String>,
    /// The rungs that programmes stand on, together ("Tiers").
    [serde(default, skip_serializing_if = "Option::is_none")] tiers: Option<String>,
    /// The lines, together ("Supply lines").
    [serde(default, skip_serializing_if = "Option::is_none")] lines: Option<String>,
    /// The page of lines and permissions ("Supply routes").
    [serde(default, skip_serializing_if = "Option::is_none")] routes: Option<String>,
} }

row! { /// What stands at the head of a page, in place of the atlas's own neutral line.
PageTextRow {
    /// The page, by its word in the address ("programmes").
    page: String,
    /// Its headline.
    headline: CitedTextRow,
    /// What stands below it.
    [serde(default, skip_serializing_if = "Option::is_none")] lead: Option<CitedTextRow>,
} }

row! { /// A text with the statements behind it.
CitedTextRow {
    /// The text.
    text: String,
    /// Its statements.
    statements: Vec<String>,
} }

row! { /// A section of a country's page.
CountrySectionRow {
    /// Its id.
    id: String,
    /// Its heading.
    heading: String,
    /// Themes whose statements stand in it.
    themes: Vec<String>,
    /// Whether an empty place may say "the article does not say"; else it says "not coded yet".
    coded: bool,
} }

row! { /// A section of About.
AboutRow {
    /// Its heading.
    heading: String,
    /// Its paragraphs.
    paragraphs: Vec<String>,
} }

row! { /// A sample question.
QuestionRow {
    /// The question.
    question: String,
    /// A fragment of this atlas that answers it.
    href: String,
} }

row! { /// The worked case of the Tension page.
WorkedCaseRow {
    /// Its heading.
    heading: String,
    /// What it shows, in our words.
    text: String,
    /// Statement ids in the order told.
    statements: Vec<String>,
} }
