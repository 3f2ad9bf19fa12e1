//! The date control: one button that reads its state; it opens the dated changes to choose from, year and month, and steps.

use atlas::AsOf;
use atlas::model::Dataset;
use atlas::views::{DatedChange, dated_changes};
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::components::{row_name, subject_name};
use crate::state::{Place, use_atlas, use_place};

/// The button in the header and what it opens.
#[component]
pub fn AsOfControl() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let (open, set_open) = signal(false);
    let words = move || state_words(&atlas.data(), place.as_of.get());
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "Escape" if open.get() => {
                set_open.set(false);
                event.stop_propagation();
                browser::focus_by_id("as-of-button");
                return;
            }
            _ => return,
        };
        // Choosers use the arrows themselves.
        if browser::is_chooser(&event) {
            return;
        }
        event.stop_propagation();
        event.prevent_default();
        if let Some(to) = neighbour(&atlas.data(), place.as_of.get_untracked(), step) {
            go(place, to);
        }
    };
    view! {
        <div class="as-of" on:keydown=on_key>
            <button type="button" id="as-of-button" aria-expanded=move || open.get().to_string() aria-controls="as-of-panel" on:click=move |_| set_open.update(|o| *o = !*o)>
                {words}
            </button>
            {move || open.get().then(|| view! { <Panel /> })}
        </div>
    }
}

/// "As written, late 2008", or "As of June 2005".
fn state_words(d: &Dataset, as_of: Option<AsOf>) -> String {
    as_of.map_or_else(
        || format!("As written, {}", d.about().vantage.words),
        |date| format!("As of {}", date.words()),
    )
}

fn go(place: Place, to: Option<AsOf>) {
    let mut url = place.url.get_untracked();
    url.as_of = to;
    browser::go(&url.href());
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
fn Panel() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let rows = dated_changes(&d)
        .into_iter()
        .map(|c| change_row(&d, place, c))
        .collect_view();
    let written = move || {
        place.url.with(|url| {
            crate::route::Url {
                as_of: None,
                ..url.clone()
            }
            .href()
        })
    };
    let label = state_words(&d, None);
    let step = move |by: i32| {
        move |_| {
            if let Some(to) = neighbour(&atlas.data(), place.as_of.get_untracked(), by) {
                go(place, to)
            }
        }
    };
    view! {
        <div id="as-of-panel" class="as-of-panel" role="group" aria-label="Show the atlas as of a date">
            <p class="minor">"What the article says was so at the end of the month or year chosen, and how that is known."</p>
            <div class="as-of-steps">
                <button type="button" on:click=step(-1)>"Earlier change"</button>
                <button type="button" on:click=step(1)>"Later change"</button>
            </div>
            <Chooser label="As of" later=true />
            <Chooser label="Compare with" later=false />
            <ol class="as-of-list">
                {rows}
                <li><a href=written aria-current=move || place.as_of.get().is_none().then_some("true")>{label}</a></li>
            </ol>
        </div>
    }
}

fn change_row(d: &Dataset, place: Place, c: DatedChange) -> impl IntoView + use<> {
    let at = c.at;
    let href = move || {
        place.url.with(|url| {
            crate::route::Url {
                as_of: Some(at),
                ..url.clone()
            }
            .href()
        })
    };
    let what: Vec<String> = c
        .subjects
        .iter()
        .map(|&s| format!("{}: {}", subject_name(d, s), row_name(d, s, d.day_of(Some(at)))))
        .collect();
    view! {
        <li>
            <a href=href aria-current=move || (place.as_of.get() == Some(at)).then_some("true")>
                <span class="date">{at.words()}</span>
                <span>{what.join("; ")}</span>
            </a>
        </li>
    }
}

/// Year and month. The later date drives the pages; the earlier one is what it is compared with.
#[component]
fn Chooser(
    /// Its label.
    label: &'static str,
    /// Whether it is the later date.
    later: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let first = dated_changes(&d)
        .first()
        .map_or(d.vantage_day().year(), |c| c.at.last().year());
    let last = d.vantage_day().year();
    let value = move || {
        if later {
            place.as_of.get()
        } else {
            place.url.with(|url| url.vs)
        }
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
        let mut url = place.url.get_untracked();
        let date = AsOf::parse(&text);
        if later {
            url.as_of = date
        } else {
            url.vs = date
        }
        browser::go(&url.href());
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
    let none = if later { "as written" } else { "nothing" };
    view! {
        <fieldset class="chooser">
            <legend>{label}</legend>
            <label>"Year "<select on:change=pick_year><option value="" selected=move || year().is_empty()>{none}</option>{years}</select></label>
            <label>"Month "<select on:change=pick_month><option value="" selected=move || month().is_empty()>"whole year"</option>{months}</select></label>
        </fieldset>
    }
}

/// The line below the header when a date is set: how many values differ, and the way back.
#[component]
pub fn AsOfLine() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    move || {
        let date = place.as_of.get()?;
        let vs = place.url.with(|url| url.vs);
        let d = atlas.data();
        let (day, base) = (d.day_of(Some(date)), d.day_of(vs));
        let base_words = vs.map_or_else(|| d.about().vantage.words.clone(), AsOf::words);
        let changes = atlas::views::changes(&d, base, day);
        let (certain, possible) = (changes.certain.len(), changes.possible.len());
        let differ = match certain {
            0 => "no value is known to differ".to_owned(),
            1 => "1 value differs".to_owned(),
            n => format!("{n} values differ"),
        };
        let unknown = if possible > 0 {
            format!("; {possible} cannot be known for one of the dates")
        } else {
            String::new()
        };
        let back = move || {
            place.url.with(|url| {
                crate::route::Url {
                    as_of: None,
                    vs: None,
                    ..url.clone()
                }
                .href()
            })
        };
        let list = move || {
            place.url.with(|url| {
                crate::route::Url {
                    vs: url.vs,
                    ..url.to(crate::route::Page::Changes)
                }
                .href()
            })
        };
        let after =
            (day > d.vantage_day()).then_some(" That is after the article was written: only plans can be shown.");
        Some(view! {
            <p class="as-of-line" role="status">
                "As of "{date.words()}": "{differ}" from "{base_words}{unknown}"."{after}" "
                <a href=list>"What changed"</a>" "
                <a href=back>"Back to as written"</a>
            </p>
        })
    }
}
