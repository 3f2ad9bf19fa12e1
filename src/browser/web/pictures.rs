//! Pictures to take away: colours of the page read from its styles, SVG saved as a file, PNG drawn from it.

use atlas::picture::{Palette, Picture};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

use super::{document, window};

/// How many bitmap pixels a CSS pixel gets.
const SCALE: f64 = 2.0;

/// The colours of the page as it is shown.
pub fn palette() -> Palette {
    let root = document().and_then(|d| d.document_element());
    let style = root.and_then(|root| window()?.get_computed_style(&root).ok().flatten());
    let read = |name: &str| {
        let value = style
            .as_ref()
            .and_then(|s| s.get_property_value(name).ok())
            .unwrap_or_default();
        value.trim().to_owned()
    };
    Palette {
        paper: read("--paper"),
        ink: read("--ink"),
        muted: read("--muted"),
        rule: read("--rule"),
        stated: read("--lapis"),
        ended: read("--madder"),
    }
}

/// Saves the picture as an SVG file; `done` hears whether it worked.
pub fn save_svg(picture: &Picture, name: &str, done: impl Fn(bool) + 'static) {
    done(address_of(&picture.svg, "image/svg+xml").is_some_and(|address| {
        let saved = download(&address, &format!("{name}.svg")).is_some();
        let _ = Url::revoke_object_url(&address);
        saved
    }));
}

/// Saves a text as a file of a media type; whether it worked.
pub fn save_text(text: &str, name: &str, kind: &str) -> bool {
    let address = address_of(text, kind);
    address.is_some_and(|address| {
        let saved = download(&address, name).is_some();
        let _ = Url::revoke_object_url(&address);
        saved
    })
}

/// Saves the picture as a PNG file, drawn by the browser; `done` hears whether it worked.
pub fn save_png(picture: &Picture, name: &str, done: impl Fn(bool) + 'static) {
    let done = std::rc::Rc::new(done);
    let (Ok(image), Some(address)) = (HtmlImageElement::new(), address_of(&picture.svg, "image/svg+xml")) else {
        return done(false);
    };
    let (width, height, name) = (
        f64::from(picture.width),
        f64::from(picture.height),
        format!("{name}.png"),
    );
    let drawn = {
        let (image, address, done) = (image.clone(), address.clone(), done.clone());
        Closure::once_into_js(move || {
            let saved = draw(&image, width, height).and_then(|data| download(&data, &name));
            let _ = Url::revoke_object_url(&address);
            done(saved.is_some());
        })
    };
    let failed = Closure::once_into_js(move || done(false));
    image.set_onload(Some(drawn.unchecked_ref()));
    image.set_onerror(Some(failed.unchecked_ref()));
    image.set_src(&address);
}

fn address_of(text: &str, kind: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn draw(image: &HtmlImageElement, width: f64, height: f64) -> Option<String> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the sizes of our own picture, far below the cap"
    )]
    {
        canvas.set_width((width * SCALE) as u32);
        canvas.set_height((height * SCALE) as u32);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width * SCALE, height * SCALE)
        .ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}

/// Saves what an address holds; `None` where the browser has no way for that.
pub fn download(address: &str, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}
