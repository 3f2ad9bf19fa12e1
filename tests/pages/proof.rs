//! The rules of pages are tried: a page that keeps them, and each way in which one breaks them.

use super::{Html, harbours, rules};

#[test]
fn the_rules_find_what_breaks_them() {
    let d = harbours();
    let good = r##"<main id="content"><h1>Lights</h1><p>See <a href="#/gaps?note=aldhaven" data-value="aldhaven">them</a></p></main>"##;
    assert_eq!(rules::faults(&d, &Html::read(good)), Vec::<String>::new());
    for (from, to, fault) in [
        ("<h1>Lights</h1>", "", "0 first headings"),
        ("<p>", "<h1>More</h1><p>", "2 first headings"),
        ("<p>", "<h3>Deep</h3><p>", "a step from h1 to h3"),
        ("Lights", "", "an empty <h1>"),
        ("them", "<span aria-hidden=\"true\">x</span>", "an empty <a"),
        ("<p>", "<p style=\"color:red\">", "the policy blocks"),
        ("<p>", "<p onclick=\"go()\">", "the policy blocks"),
        ("#/gaps?note=aldhaven", " JavaScript:go()", "the policy blocks"),
        ("#/gaps?note=aldhaven", "/gaps", "a link out of the site"),
        ("#/gaps?note=aldhaven", "http://example.org/", "a link out of the site"),
        ("#/gaps?note=aldhaven", "#/gaps?as-of=soon", "as-of"),
        ("?note=aldhaven", "?note=nobody", "there is no nobody"),
        ("?note=aldhaven", "?note=aldhaven&q=", "is written"),
        (" href=\"#/gaps?note=aldhaven\"", "", "a link to nowhere"),
        (
            "data-value=\"aldhaven\"",
            "data-value=\"nobody\"",
            "nothing in the dataset",
        ),
        ("<p>", "<p id=\"content\">", "stands 2 times"),
        ("<p>", "<p aria-labelledby=\"lost\">", "refers to \"lost\""),
        (
            "<p>",
            "<p><svg><rect fill=\"url(#lost)\"></rect></svg>",
            "refers to \"lost\"",
        ),
        ("them", "<u>them</u>", "an unknown element"),
        ("See", "<ul></ul>", "within p"),
        ("See", "<li>See</li>", "within p"),
        ("<p>", "<section><h2>Buoys</h2></section><p>", "nothing but a heading"),
        (
            "<p>",
            "<details><summary>Buoys</summary></details><p>",
            "nothing but a heading",
        ),
        ("<p>", "<h2>Buoys</h2><h2>Bells</h2><p>", "nothing but a heading"),
        ("</p>", "</p><ul></ul>", "an empty <ul>"),
        ("</p>", "</p><dl><dt>Buoys</dt><dd></dd></dl>", "an empty <dd>"),
        ("them", "<button type=\"button\">them</button>", "within a"),
    ] {
        assert!(good.contains(from), "{from}");
        let faults = rules::faults(&d, &Html::read(&good.replacen(from, to, 1)));
        assert!(
            faults.iter().any(|found| found.contains(fault)),
            "{to} gives {faults:?}"
        );
    }
}
