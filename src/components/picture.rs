//! Saving the supply lines and the map as a picture.

use atlas::AsOf;
use atlas::picture::routes;
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::state::{use_atlas, use_place};

/// Buttons that save the picture as it is shown: date and colour scheme included.
#[component]
pub fn SavePicture() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let (said, say) = signal(String::new());
    let picture = move || {
        let d = atlas.data();
        let date = place.as_of.get_untracked().map_or_else(
            || format!("as written, {}", d.about().vantage.words),
            |date| format!("as of {}", AsOf::words(date)),
        );
        let day = d.day_of(place.as_of.get_untracked());
        (routes(&d, day, &date, &browser::palette()), "supply-lines")
    };
    let tell = move |what: &'static str| {
        move |worked: bool| {
            say.set(if worked {
                format!("Saved as {what}.")
            } else {
                format!("This browser could not save the {what}.")
            })
        }
    };
    let svg = move |_| {
        let (picture, name) = picture();
        browser::save_svg(&picture, name, tell("SVG"));
    };
    let png = move |_| {
        let (picture, name) = picture();
        browser::save_png(&picture, name, tell("PNG"));
    };
    super::edition::in_app().then(|| {
        view! {
            <div class="actions">
                <button type="button" on:click=svg>"Save as SVG"</button>
                <button type="button" on:click=png>"Save as PNG"</button>
            </div>
            <p class="said" role="status">{said}</p>
        }
    })
}
