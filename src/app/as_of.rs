//! The date control, which reads its state and opens year and month, steps, and the dated changes to choose from; and the banner that
//! says which date is shown where it is not that of the article.

use atlas::AsOf;
use atlas::Standing;
use atlas::model::Dataset;
use atlas::views::{Change, DatedChange, dated_changes};
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::catalogue;
use crate::components::{row_name, subject_name};
use crate::route::{Page, Url};
use crate::state::{Place, Told, use_atlas, use_place};
use crate::ui::Popup;

/// The date, in words, and what drops down from it.
#[component]
pub fn AsOfControl() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let open = RwSignal::new(false);
    let word = move || {
        // Both are followed; `span` follows neither.
        let _ = (place.as_of.get(), place.vs.get());
        state_words(&atlas.data(), place)
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        // Choosers use the arrows themselves.
        if browser::is_chooser(&event) {
            return;
        }
        event.stop_propagation();
        event.prevent_default();
        step(&atlas.data(), place, by);
    };
    view! {
        <div class="as-of" on:keydown=on_key>
            <Popup class="as-of-popup" id="as-of-button" open=open word=word><Panel open=open /></Popup>
        </div>
    }
}

/// "Date: late 2008", "Date: June 2005"; with a second date both, in their order.
fn state_words(d: &Dataset, place: Place) -> String {
    let compares = place.vs.get_untracked().is_some();
    match (place.span(d), place.as_of.get_untracked()) {
        (Some((earlier, later)), _) if compares => format!("Dates: {}, {}", earlier.1, later.1),
        (_, Some(date)) => format!("Date: {}", date.words()),
        (_, None) => format!("Date: {}", d.about().vantage.words),
    }
}

/// The address at hand for other dates; a page or a note that the dataset does not have is not kept.
fn at_dates(d: &Dataset, url: &Url, as_of: Option<AsOf>, vs: Option<AsOf>) -> Url {
    let page = Some(&url.page).filter(|page| catalogue::exists(d, page));
    let mut to = page.map_or_else(|| url.to(Page::Overview), |_| url.clone());
    to.note = to.note.filter(|id| d.find(id).is_some());
    Url { as_of, vs, ..to }
}

/// Goes to the dated change a step before or after.
fn step(d: &Dataset, place: Place, by: i32) {
    if let Some(as_of) = neighbour(d, place.as_of.get_untracked(), by) {
        let to = place.url.with_untracked(|url| at_dates(d, url, as_of, url.vs));
        browser::go(&to.href());
    }
}

/// The dated change a step before or after the date shown; after the last one comes the time of writing.
fn neighbour(d: &Dataset, now: Option<AsOf>, step: i32) -> Option<Option<AsOf>> {
    let dates: Vec<AsOf> = dated_changes(d).into_iter().map(|c| c.at).collect();
    let (day, vantage) = (d.day_of(now), d.vantage_day());
    if step < 0 {
        dates.iter().rev().find(|a| a.day(vantage) < day).map(|a| Some(*a))
    } else {
        let next = dates.iter().find(|a| a.day(vantage) > day).copied();
        now.is_some().then_some(next)
    }
}

#[component]
fn Panel(
    /// Closed by a choice from the list.
    open: RwSignal<bool>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let dates = dated_changes(&d)
        .into_iter()
        .map(|c| (Some(c.at), c.at.words(), subjects(&d, &c)));
    let written = (
        None,
        d.about().vantage.words.clone(),
        "As the article was written".to_owned(),
    );
    let rows = dates
        .chain([written])
        .map(|(at, date, what)| {
            let href = move || place.url.with(|url| at_dates(&atlas.data(), url, at, url.vs).href());
            let current = move || (place.as_of.get() == at).then_some("true");
            view! {
                <li on:click=move |_| open.set(false)>
                    <a href=href aria-current=current><span class="date">{date}</span><span>{what}</span></a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div id="as-of-panel" role="group" aria-label="Dates">
            <p class="minor">"What the article says was so at the end of a month or year, and how that is known."</p>
            <div class="choosers">
                <Chooser label="Show the situation at the end of" second=false />
                <Chooser label="And a second date" second=true />
            </div>
            <p class="buttons">
                <button type="button" on:click=move |_| step(&atlas.data(), place, -1)>"Earlier change"</button>
                <button type="button" on:click=move |_| step(&atlas.data(), place, 1)>"Later change"</button>
            </p>
            <ol class="as-of-list">{rows}</ol>
        </div>
    }
}

/// What changes on a date, in a line.
fn subjects(d: &Dataset, c: &DatedChange) -> String {
    let rows = c
        .subjects
        .iter()
        .map(|&s| format!("{}: {}", subject_name(d, s), row_name(d, s, d.day_of(Some(c.at)))));
    rows.collect::<Vec<_>>().join("; ")
}

/// Year and month. The first date drives the pages, the second is what it is compared with; whichever is the earlier.
#[component]
fn Chooser(
    /// Its label.
    label: &'static str,
    /// Whether it is the second date.
    second: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let first = dated_changes(&d)
        .first()
        .map_or(d.vantage_day().year(), |c| c.at.last().year());
    let last = d.vantage_day().year();
    let value = move || {
        if second { place.vs.get() } else { place.as_of.get() }
    };
    let year = move || {
        value()
            .map(|a| a.to_string().chars().take(4).collect::<String>())
            .unwrap_or_default()
    };
    let month = move || {
        value()
            .and_then(|a| a.to_string().get(5..7).map(str::to_owned))
            .unwrap_or_default()
    };
    let choose = move |text: String| {
        let date = AsOf::parse(&text);
        let to = place.url.with_untracked(|url| {
            let (as_of, vs) = if second { (url.as_of, date) } else { (date, url.vs) };
            at_dates(&atlas.data(), url, as_of, vs)
        });
        browser::go(&to.href());
    };
    let years = (first..=last)
        .map(|y| view! { <option value=y.to_string() selected=move || year() == y.to_string()>{y}</option> })
        .collect_view();
    let months = (1..=12_u8)
        .map(|m| {
            let code = format!("{m:02}");
            let own = code.clone();
            view! { <option value=code selected=move || month() == own>{atlas::dates::month_name(m)}</option> }
        })
        .collect_view();
    let pick_year = move |event| {
        let y = event_target_value(&event);
        let m = month();
        choose(if y.is_empty() || m.is_empty() {
            y
        } else {
            format!("{y}-{m}")
        });
    };
    let pick_month = move |event| {
        let m = event_target_value(&event);
        let y = if year().is_empty() { last.to_string() } else { year() };
        choose(if m.is_empty() { y } else { format!("{y}-{m}") });
    };
    let none = if second {
        "none".to_owned()
    } else {
        d.about().vantage.words.clone()
    };
    view! {
        <fieldset class="chooser">
            <legend>{label}</legend>
            <select aria-label="Year" on:change=pick_year><option value="" selected=move || year().is_empty()>{none}</option>{years}</select>
            <select aria-label="Month" on:change=pick_month><option value="" selected=move || month().is_empty()>"whole year"</option>{months}</select>
        </fieldset>
    }
}

/// The banner below the masthead where another date than the article's is chosen: what is shown, how much differs, and the way back.
#[component]
pub fn AsOfBanner() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    crate::ui::reactive(move || {
        let (as_of, vs) = (place.as_of.get(), place.vs.get());
        let d = atlas.data();
        let (earlier, later) = place.span(&d)?;
        let written = d.about().vantage.words.clone();
        let shown = as_of.map_or_else(|| written.clone(), AsOf::words);
        let what = match vs {
            None => format!("You see {shown}, not {written}."),
            Some(other) => format!("You see {shown}, compared with {}.", other.words()),
        };
        let late = [as_of, vs]
            .iter()
            .flatten()
            .any(|&date| d.day_of(Some(date)) > d.vantage_day());
        let late = late.then_some(" After the article was written only plans can be shown.");
        let differ = differences(&d, place, &earlier, &later);
        let back = move || place.url.with(|url| at_dates(&atlas.data(), url, None, None).href());
        let list = move || place.url.with(|url| url.to(Page::Changes).href());
        let list = (place.page.get() != Page::Changes).then(|| view! { <a href=list>"What changed"</a> });
        Some(view! {
            <div class="as-of-banner" role="status">
                <p><strong>{what}</strong>" "{differ}{late}</p>
                <p>{list}<a href=back>{format!("Back to {written}")}</a></p>
            </div>
        })
    })
}

/// "11 values differ; 35 are unclear at this date." With a second date both are named, the earlier first.
fn differences(d: &Dataset, place: Place, earlier: &Told, later: &Told) -> impl IntoView + use<> {
    let changes = atlas::views::changes(d, earlier.0, later.0);
    let compares = place.vs.get_untracked().is_some();
    let from = compares.then(|| format!("From {} to {} ", earlier.1, later.1));
    let shown = place.day(d);
    let is_unclear = |change: &&Change| {
        let at = if shown == earlier.0 {
            &change.before
        } else {
            &change.after
        };
        compares || at.standing() == Standing::Unknown
    };
    let (some, start) = match (changes.certain.len(), compares) {
        (0, false) => ("No value is known to ".to_owned(), "differ"),
        (0, true) => ("no value is known to ".to_owned(), "differ"),
        (1, _) => ("1 value ".to_owned(), "differs"),
        (n, _) => (format!("{n} values "), "differ"),
    };
    let when = if compares { "one of these dates" } else { "this date" };
    let unclear = match changes.possible.iter().filter(is_unclear).count() {
        0 => ".".to_owned(),
        1 => format!("; 1 is unclear at {when}."),
        n => format!("; {n} are unclear at {when}."),
    };
    // The word looks as the values do that differ.
    view! { {from}{some}<span class="is-changed">{start}</span>{unclear} }
}
