//! What becomes of copies as they come when they are cleaned. What came of each is kept in `tests/golden`, so that a change of a rule
//! of reading is seen with all that it does.

use evidence::copy::{Foreign, MOST_BYTES};
use evidence::{ReaderCopy, Refusal, hashes};

use crate::golden;

/// Copies by the name of their file, and what stands in them.
const COPIES: &[(&str, &str)] = &[
    // What tells the form of a copy.
    ("a.txt", "<p>One</p> & *two*"),
    ("a.text", "<p>One</p> & *two*"),
    ("a.html", "<p>One</p> & *two*"),
    ("a.HTM", "<p>One</p> & *two*"),
    ("a.xhtml", "<p>One</p> & *two*"),
    ("a.md", "<p>One</p> & *two*"),
    ("a.markdown", "<p>One</p> & *two*"),
    ("a.odd", "<p>One</p> & *two*"),
    ("", "<P >One</p>"),
    ("", "<!DOCTYPE html>One"),
    ("", "<html lang=en>One"),
    ("", "x <body>One"),
    ("", "<div class=x>One"),
    ("", "One & <b>two</b>"),
    ("", "# One\nand `two`"),
    ("", "One\n# Two `x`"),
    ("", "One\n## Two `x`"),
    ("", "One\n**Two** `x`"),
    ("", "See [this](there) `x`"),
    // HTML.
    ("a.html", "one<br>two<hr>three<td>four<th>five</th>six"),
    ("a.html", "a<b>b</b>c <ul><li>d<li>e</ul> <h2>f</h2>g"),
    (
        "a.html",
        "a<sup>12</sup> b<sup>th</sup> c<sup>[3], 4</sup> d<sup>1234567890123</sup> e<sup>* †</sup>",
    ),
    ("a.html", "a <!-- b --> c <!-- d > e --> f"),
    ("a.html", "a <!ELEMENT x> b <?php y ?> c < d <3 </3 </ e"),
    (
        "a.html",
        "a <script>b</script> c <style/>d <SCRIPT type='x'>e</scrip></Script >f <svg><text>g</text></svg> h",
    ),
    (
        "a.html",
        "a <i title=\"b > c\">d</i> <i title='e > \" f'>g</i> <i x=y/>h <i'j>k",
    ),
    (
        "a.html",
        "a &amp; b &ndash; c &rsquo;d &#8212; &#x2014; &#0; &#xzz; &nope; &; & e &thisisaverylongname; &eacute; &Aring; &ccedil; &1uml;",
    ),
    ("a.html", "a\r\nb\nc\td\u{c}e\u{b}f"),
    ("a.html", "a <averyveryverylongelement>b</averyveryverylongelement> c"),
    ("a.html", "a<sup>1</sup><sup>2</sup> b <sup>3 c"),
    // Markdown.
    (
        "a.md",
        "# One\n\n####### Seven\n\n#Two\n\n> three\n\n- four\n* five\n+ six\n-seven\n\n[^1]: eight\n\n[^9 nine",
    ),
    ("a.md", "a *b* _c_ d_e_f __g__ `h` \\*i \\j \\\\ k_"),
    ("a.md", "a [b](c_d) [e] [f] (g) ](h) [i](j"),
    ("a.md", "a <b>c</b> <d e <f> 1 < 2 &amp; <!-- g --> <!DOCTYPE> h"),
    ("a.md", "a<sup>1</sup> b<sup>th</sup> c <br>d\n<script>e</script>f"),
    // Plain text.
    (
        "a.txt",
        "a<sup>1</sup> b<SUP>2</SUP> c<sup>th</sup> <b>d</b> &amp; <!-- e --> <sub>f</sub>",
    ),
    ("a.txt", "a\rb\r\nc\u{85}d\u{2028}e\u{2029}f\u{b}g"),
    // Marks and characters of layout.
    (
        "a.txt",
        "The lamp burned.1 It went on,12 and ‘on’3 and [4] on[5] and on[^6] (so)7 there;123 then.1234 No.8 5.6 a.7 burned.8x burned.[9]x",
    ),
    (
        "a.txt",
        "The lamps burned: \"bright\".1 Burned ‘26+5’ keepers. The ‘7 lamps’. Burned.9; burned.1, (burned.2) ‘burned.3’ “burned.4”",
    ),
    ("a.txt", "lamp¹ lamp²³ lamp⁴ lamp⁹ lamp⁰ x½"),
    (
        "a.txt",
        "co\u{ad}operate co\u{ad}\noperate co¬\noperate co\u{2}\noperate co\u{fffe}\noperate a\u{200b}b \u{feff}c\u{2060}d",
    ),
    ("a.txt", "The lamp¹s burned, H₂O and x²y; on[^12] and on[^x] and [^7"),
    ("", "\u{feff}# One\nand `two`"),
    ("a.txt", "The lamps12 burned, the lamps 12 went out"),
    ("a.html", "a<sup id=x/y>1</sup> b<sup id=x/>2</sup> c"),
    (
        "a.txt",
        "The keepers of the lamp went to the\r\nHarbour of the Tide League and then\r\nCame back to the point by boat.",
    ),
    (
        "a.txt",
        "The lamp on the point was lit in the year\n1904.\nIt burned until the storm, which the keeper\nof\nthe lamp had seen coming from the\n\n[ 1234 | 1234 | 12 ]\n\npoint, and put it out before it came to\n\n[ 1234 | 1234 | 123 ]\n\nthe harbour.",
    ),
    ("a.html", "one\r\ntwo\rthree"),
    ("a.md", "one\r\ntwo\rthree\n[^12]: four\n###### five"),
    ("a.html", "a </> b < > c <b/>d"),
    // Lines, paragraphs, pages.
    (
        "a.txt",
        "The lamp on the eastern point was lit by two keepers for\nPage 123456789 of 12\nand it burned for a year or more, as long as there was\nPage 12 of the 13\noil for it in the old stone house that stood beside the\n[ 12 | 13 ] page 14 of\nroad.",
    ),
    (
        "a.txt",
        "One line that is rather long and goes\non in the next one, as long as that\nand ends.\nAnother one begins here and goes on\nto its end.",
    ),
    ("a.txt", "One.\nTwo.\nThree."),
    (
        "a.txt",
        "The keepers of the lamp went to the eastern\nharbour. Then\nthey came back to the point by the old road\nand slept.",
    ),
    (
        "a.txt",
        "A paragraph that ends\n\nin no stop, and goes on\n\nHere is another, and\n\n, a comma",
    ),
    (
        "a.txt",
        "The first keeper had gone to the point and the\n\n12\n\nsecond one stayed where he was for a winter.\n\n- 13 -\n\nPage 14 of 20\n\n1904\n\nThe third",
    ),
    (
        "a.txt",
        "The lamp was lit in\n1904\nand burned until\n12\nkeepers went in the year\n1905",
    ),
    ("a.txt", "The lamp was lit in\n12345\nand in\n12 keepers 13\nand p. 14"),
    (
        "a.txt",
        "Annals of Lamps 1\n\nThe first keeper had gone to the\n\nAnnals of Lamps 2\n\npoint and the second one had gone\n\nAnnals of Lamps 3\n\nto the harbour.\n\nAnnals of Lamps.\n\nThe end.",
    ),
    (
        "a.txt",
        "Of the lamps\nThe first keeper had gone to the\n7\nOf the lamps\npoint and the second one had gone\n8\nOf the lamps\nto the harbour and spoke\nof the lamps\nall night.",
    ),
    (
        "a.txt",
        "The first keeper had gone\n\u{c}\nOf Lamps\n\nto the point. He came\n\u{c}\nback. Then he left\n\u{c}\n\nA Heading Of Many Words That Is Longer Than A Heading Of A Page Can Be, For It Goes On And On Until It Is Longer Than A Hundred\n\nfor good.",
    ),
    (
        "a.txt",
        "Short\nA line that is much longer than the heading above it was\nand another of about the same length as that one was, too\nend",
    ),
    (
        "a.txt",
        "A line that is cut be-\ncause it is long, of the nine-\nteenth of May -\nand no more",
    ),
];

/// A copy read in pieces as small as they come, and what it came to; control characters are written out.
fn cleaned(name: &str, text: &str) -> String {
    let name = (!name.is_empty()).then_some(name);
    match ReaderCopy::from_file(text.as_bytes(), name) {
        Err(refusal) => format!("refused: {refusal}"),
        Ok(copy) => {
            let form = copy.form();
            let cleaned = copy.cleaned();
            let paragraphs = cleaned.paragraphs.iter().map(|range| &cleaned.text[range.clone()]);
            let starts = cleaned
                .lines
                .iter()
                .map(|&at| cleaned.text[..at].chars().count().to_string());
            let starts = starts.collect::<Vec<_>>().join(" ");
            let paragraphs = paragraphs
                .map(|text| format!("  | {}\n", text.escape_debug()))
                .collect::<String>();
            format!("{form:?}, lines at {starts}\n{paragraphs}")
        }
    }
}

#[test]
fn copies_are_read_as_they_were() {
    let said = COPIES
        .iter()
        .map(|(name, text)| format!("# {name}: {}\n{}\n", text.escape_debug(), cleaned(name, text)));
    golden::assert_snapshot("copies", &said.collect::<String>());
}

#[test]
fn a_refusal_says_what_to_do() {
    let not_the_source = |found| Refusal::NotTheSource { found, wanted: 17 };
    let foreign = [
        Foreign::Pdf,
        Foreign::Packed,
        Foreign::Rtf,
        Foreign::Picture,
        Foreign::Unknown,
    ];
    let bytes = [MOST_BYTES + 1, 30 * 1024 * 1024];
    let all = [
        Refusal::Empty,
        Refusal::NothingToCompare,
        not_the_source(0),
        not_the_source(3),
    ]
    .into_iter();
    let all = all
        .chain(foreign.map(Refusal::NotText))
        .chain(bytes.map(|bytes| Refusal::TooLarge { bytes }));
    let said: String = all.map(|refusal| format!("{refusal}\n")).collect();
    golden::assert_snapshot("refusals", &said);
}

/// A file is as large as is read, and a byte larger.
#[test]
fn a_copy_is_as_large_as_can_be() {
    let stops = ".".repeat(MOST_BYTES);
    assert_eq!(ReaderCopy::from_paste(&stops).err(), Some(Refusal::Empty));
    assert_eq!(
        ReaderCopy::from_file(stops.as_bytes(), None).err(),
        Some(Refusal::Empty)
    );
    let more = stops + ".";
    let refused = Some(Refusal::TooLarge { bytes: MOST_BYTES + 1 });
    assert_eq!(ReaderCopy::from_paste(&more).err(), refused);
    assert_eq!(ReaderCopy::from_file(more.as_bytes(), None).err(), refused);
}

/// A line longer than what is read at once is one line all the same, wherever it is cut.
#[test]
fn a_line_may_be_longer_than_what_is_read_at_once() {
    for word in ["lamp", "é", "aé", "ferry…"] {
        for (words, between) in [(9_000, " "), (30_000, "")] {
            let line = vec![word; words].join(between);
            for copy in [line.clone(), format!("{line}\n"), format!("{line}\n\nThe end.\n")] {
                let cleaned = ReaderCopy::from_file(copy.as_bytes(), Some("copy.txt"))
                    .expect("a text")
                    .cleaned();
                let text = cleaned.text.trim_end();
                let first = text.split('\n').next().expect("a line");
                assert!(first == line, "{word:?} {words} times with {between:?}");
            }
        }
    }
}

/// No word is longer than any language has.
#[test]
fn an_endless_word_is_cut() {
    for (letters, words) in [(257, 1), (258, 2), (514, 2), (515, 3)] {
        assert_eq!(hashes(&"a".repeat(letters)).len(), words, "{letters} letters");
    }
}
