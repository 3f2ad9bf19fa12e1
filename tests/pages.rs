#[path = "support/datasets.rs"]
mod datasets;
use leptos::prelude::*;
#[test]
fn look() {
    let html = Owner::new().with(|| {
        let atlas = partnership_atlas::state::Atlas::new(partnership_atlas::open(&datasets::harbours_json()).unwrap());
        let place = partnership_atlas::place_at("#/programmes?note=coasters-moor");
        view! { <partnership_atlas::App atlas=atlas place=place /> }.to_html()
    });
    println!("{html}");
}
