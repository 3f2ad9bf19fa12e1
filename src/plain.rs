//! The plain edition: the same views as static HTML without script, for readers without WebAssembly, crawlers and archives.
//!
//! Written natively, at build time. A value leads to its statement on the page of the source; what only a program can do is left
//! out there (`LinkStyle::Plain`), and what has no plain page leads into the app.

use std::sync::Arc;

use atlas::model::{Table, Target};
use atlas::{Dataset, ParagraphIx, StatementIx};
use leptos::prelude::*;
use markup::view;

use crate::catalogue;
use crate::pages;
use crate::reader_notes::KeptNotes;
use crate::reader_text::ReaderText;
use crate::route::{LinkStyle, Page, Url};
use crate::search_state::SearchState;
use crate::state::{Atlas, Place, provide};

/// A page of the plain edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// Name of its file, in the folder of the edition.
    pub file: String,
    /// Its title, without the atlas's name.
    pub title: String,
    /// What it shows, in a sentence of the dataset's own, for search engines and cards.
    pub description: String,
    /// The word of its kind.
    pub kind: &'static str,
    /// What it is of, where it is of one thing.
    pub id: Option<String>,
    /// What stands in its `<body>`.
    pub body: String,
}

/// Every page of the edition: overview, units, programmes, supply lines, source, gaps, glossary, about.
pub fn pages(dataset: &Arc<Dataset>) -> Vec<PlainPage> {
    listed(dataset).into_iter().map(|page| written(dataset, page)).collect()
}

/// Pages that have a file of their own, in the order of the navigation.
fn listed(d: &Dataset) -> Vec<Page> {
    let id = |ix| d.entity(ix).id.clone();
    let mut out = vec![Page::Overview];
    out.extend(d.table(Table::Country).map(id).map(Page::Country));
    out.extend(d.table(Table::Programme).map(id).map(Page::Programme));
    out.extend([
        Page::Routes,
        Page::Source(None),
        Page::Gaps,
        Page::Glossary,
        Page::About,
    ]);
    out.retain(|page| catalogue::exists(d, page));
    out
}

fn written(dataset: &Arc<Dataset>, page: Page) -> PlainPage {
    let d = dataset.as_ref();
    let owner = Owner::new();
    let body = owner.with(|| {
        provide(
            Atlas::new(dataset.clone()),
            Place::new(Url::of(page.clone()), Vec::new()),
        );
        provide_context(LinkStyle::Plain);
        provide_context(ReaderText::new());
        provide_context(SearchState::new());
        provide_context(KeptNotes::new(&d.about().id));
        shell(d, &page).to_html()
    });
    PlainPage {
        file: page.href(LinkStyle::Plain),
        title: catalogue::title(d, &page),
        description: description(d, &page),
        kind: page.kind(),
        id: match &page {
            Page::Country(id) | Page::Programme(id) => Some(id.clone()),
            _ => None,
        },
        // The marks that hydration would need.
        body: body.replace("<!>", ""),
    }
}

/// What a page shows, each its own: the statement that leads, the page's own headline and lead, or what it is for.
fn description(d: &Dataset, page: &Page) -> String {
    let about = &d.about().title;
    let lead = |id: &str| match d.find(id) {
        Some(Target::Entity(ix)) => d.entity(ix).lead.map(|s| d.statement(s).text.clone()),
        _ => None,
    };
    let written = |kind: &str| {
        let text = d.texts().pages.iter().find(|text| text.page == kind)?;
        let more = text
            .lead
            .as_ref()
            .map(|lead| format!(" {}", lead.value()))
            .unwrap_or_default();
        Some(format!("{}.{more}", text.headline.value().trim_end_matches('.')))
    };
    let of_one = |id: &str| {
        let name = catalogue::title(d, page);
        lead(id).unwrap_or_else(|| format!("What {about} has on {name}, with the paragraph behind every value."))
    };
    match page {
        Page::Country(id) | Page::Programme(id) => of_one(id),
        Page::Source(_) => format!(
            "What each paragraph of the article says, in our words, with the statements drawn from it: {about}."
        ),
        Page::Gaps => format!("What the article leaves open, as questions: {about}."),
        Page::Glossary => format!("The terms and short forms of the article, explained: {about}."),
        Page::About => format!(
            "How the article was coded, who is behind it, under which licence, and how far to trust it: {about}."
        ),
        Page::Overview => d.texts().finding.value().clone(),
        other => written(other.kind()).unwrap_or_else(|| format!("{}: {about}.", catalogue::title(d, other))),
    }
}

/// Header, page, footer.
fn shell(d: &Dataset, page: &Page) -> AnyView {
    let link = |to: &Page| {
        let current = (to == page).then_some("page");
        view! { <li><a href=to.href(LinkStyle::Plain) aria-current=current>{catalogue::title(d, to)}</a></li> }
    };
    let all = listed(d);
    let short: Vec<&Page> = all.iter().filter(|page| !matches!(page, Page::Programme(_))).collect();
    let nav = short.into_iter().map(link).collect_view();
    let programmes: Vec<&Page> = all.iter().filter(|page| matches!(page, Page::Programme(_))).collect();
    let programmes = programmes.into_iter().map(link).collect_view();
    let in_app = format!("../{}", page.href(LinkStyle::App));
    let body = match page {
        Page::Source(None) => source(d),
        other => pages::view(d, other),
    };
    view! {
        <a class="skip" href="#content">"Skip to the content"</a>
        <crate::ui::LineDefs />
        <header class="masthead">
            <div class="bar">
                <a class="wordmark" href="index.html">{d.short_title().to_owned()}</a>
                <nav aria-label="Pages"><ul>{nav}</ul></nav>
            </div>
        </header>
        <div class="layout"><main id="content">{body}</main></div>
        {matches!(page, Page::Overview | Page::Country(_) | Page::Programme(_) | Page::Routes).then(|| view! { <crate::components::Outlines /> })}
        <footer class="footer">
            <section>
                <p>"The plain edition of "{d.about().title.clone()}". Dataset "{d.about().version.clone()}", "{d.about().date.clone()}". "<a href=in_app>"This page in the atlas, with search, dates and notes (needs JavaScript and WebAssembly)"</a>"."</p>
                <p class="source">"Drawn from: "{atlas::cite::source(d)}</p>
            </section>
            <nav aria-label="Programmes"><ul>{programmes}</ul></nav>
        </footer>
    }
    .into_any()
}

/// The source by paragraph with every statement at an anchor: where all values of the edition lead.
fn source(d: &Dataset) -> AnyView {
    let paragraphs = d.paragraphs().map(|ix| paragraph(d, ix)).collect_view();
    view! {
        {pages::heading("The article, paragraph by paragraph")}
        <p class="lead">"What each paragraph says, in our words, and the statements drawn from it. The article’s own sentences are not reproduced: the words given with each find it in a copy."</p>
        {paragraphs}
    }
    .into_any()
}

fn paragraph(d: &Dataset, ix: ParagraphIx) -> impl IntoView + use<> {
    let p = d.paragraph(ix);
    // A statement with several places stands whole at the first, where its anchor is.
    let is_first = |s: StatementIx| d.statement(s).evidence.first().is_some_and(|e| e.paragraph == ix);
    let rows = p
        .statements
        .iter()
        .map(|&s| {
            let text = &d.statement(s).text;
            if is_first(s) {
                statement(d, s).into_any()
            } else {
                let href = Page::Statement(d.statement(s).id.clone()).href(LinkStyle::Plain);
                view! { <li class="minor"><a href=href>{text.clone()}</a></li> }.into_any()
            }
        })
        .collect_view();
    let none = p
        .argument_only
        .clone()
        .map(|reason| view! { <p class="minor">"No statement: "{reason}</p> });
    let id = p.id.clone();
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id>{atlas::cite::place(d, ix)}</h2>
            <p>{p.gist.clone()}</p>
            {none}
            {(!p.statements.is_empty()).then(|| view! { <ul class="plain gap-list">{rows}</ul> })}
        </section>
    }
}

fn statement(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let date = s
        .date_words
        .clone()
        .or_else(|| s.when.as_ref().map(atlas::dates::in_words));
    let date = date.map(|date| format!("{date}. ")).unwrap_or_default();
    let terms: Vec<String> = s
        .evidence
        .iter()
        .flat_map(|e| e.terms.iter().map(|t| format!("“{t}”")))
        .collect();
    let places = atlas::cite::places_of(d, ix).join("; ");
    let quotes = s
        .evidence
        .iter()
        .filter_map(|e| e.quote.clone())
        .map(|quote| view! { <blockquote>{quote}</blockquote> })
        .collect_view();
    let how = format!(
        "{}. {}, {}. {date}{places}. Find it in the article by these words: {}.",
        d.word(s.modality_word).word,
        d.entity(s.who).name,
        d.word(s.how).word,
        terms.join(", ")
    );
    let remark = s
        .remark
        .clone()
        .map(|remark| view! { <span class="minor">"Remark: "{remark}</span> });
    view! { <li id=s.id.clone()>{s.text.clone()}{quotes}<span class="minor">{how}</span>{remark}</li> }
}
