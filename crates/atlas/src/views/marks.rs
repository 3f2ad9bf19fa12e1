//! Evidence marks: the paragraphs that support a value, each under its running number in the source.
//!
//! Left out: whose note a mark opens, and how it looks; what room it needs in a drawing is said here, for those who place it.

use crate::index::{ParagraphIx, StatementIx};
use crate::model::{Dataset, Statement};
use crate::roles::EvidenceRole;

/// A paragraph that supports a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The paragraph.
    pub paragraph: ParagraphIx,
    /// Its running number: 1 to the number of paragraphs of the source, in the source's order.
    pub number: usize,
    /// The statements of the value that this paragraph supports, each once, in the order given; never empty.
    pub statements: Vec<StatementIx>,
}

/// Height of a mark's field in a drawing, in CSS pixels: what a finger can hit.
pub const HEIGHT_PX: f64 = 24.0;
/// Size of its text, in CSS pixels (`--size-mark` in `styles/tokens.css`).
pub const TEXT_PX: f64 = 12.5;
/// From the top of the field to the baseline of the text, in CSS pixels.
pub const BASELINE_PX: f64 = 16.5;
/// Least width of the field, in CSS pixels.
const LEAST_WIDTH_PX: f64 = 26.0;
/// Width of a digit and of the sign before it in a bold sans, of the size of the text.
const SIGN_WIDTH: f64 = 0.556;
/// Room on both sides of the text together, in CSS pixels.
const SIDES_PX: f64 = 6.0;

impl Mark {
    /// What is seen of it: the sign and the number.
    pub fn text(&self) -> String {
        format!("¶{}", self.number)
    }

    /// Width of its field in a drawing, in CSS pixels.
    pub fn width_px(&self) -> f64 {
        let signs = 2 + self.number.checked_ilog10().unwrap_or_default();
        (f64::from(signs) * SIGN_WIDTH * TEXT_PX + SIDES_PX).max(LEAST_WIDTH_PX)
    }
}

/// The marks of a value that rests on these statements: one for each paragraph, ascending. Several statements of one paragraph
/// share its mark; a statement that several paragraphs support stands in the mark of each.
///
/// A paragraph counts where its evidence supports the statement. A statement that is only said less precisely has the marks of the
/// places that say it so: no value is without a mark.
pub fn marks(d: &Dataset, statements: impl IntoIterator<Item = StatementIx>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for ix in statements {
        for paragraph in paragraphs_of(d.statement(ix)) {
            match marks.iter_mut().find(|mark| mark.paragraph == paragraph) {
                Some(mark) if mark.statements.contains(&ix) => {}
                Some(mark) => mark.statements.push(ix),
                None => marks.push(Mark {
                    paragraph,
                    number: number(paragraph),
                    statements: vec![ix],
                }),
            }
        }
    }
    crate::order::sort_by_key(&mut marks, |mark| mark.paragraph);
    marks
}

/// The running number of a paragraph, from 1.
pub fn number(paragraph: ParagraphIx) -> usize {
    paragraph.get() + 1
}

/// The paragraphs that support a statement, in the order of its evidence.
fn paragraphs_of(s: &Statement) -> impl Iterator<Item = ParagraphIx> {
    let supports = |role| role == EvidenceRole::Supports;
    let any = s.evidence.iter().any(|e| supports(e.role));
    let counted = s.evidence.iter().filter(move |e| !any || supports(e.role));
    counted.map(|e| e.paragraph)
}
