//! No label covers another, at any width; what matters most is named first.

use super::*;

const WIDTH: i32 = 1600;
const HEIGHT: i32 = 1900;

fn wish(kind: LabelKind, texts: &[&str], x: i32, y: i32, room: i32) -> Wish {
    Wish {
        kind,
        texts: texts.iter().map(|t| (*t).to_owned()).collect(),
        x,
        y,
        room,
    }
}

fn texts(set: &LabelSet) -> Vec<&str> {
    set.labels.iter().map(|l| l.text.as_str()).collect()
}

/// Ten territories closer together than their names are long, dots between them, neighbours at the edges.
fn crowded() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for n in 0..10 {
        let (x, y) = (200 + (n % 4) * 380, 300 + (n / 4) * 130);
        wishes.push(wish(LabelKind::Subject, &["Subjectovia"], x, y, 120));
    }
    for n in 0..6 {
        let number = (n + 1).to_string();
        wishes.push(wish(
            LabelKind::Dot,
            &["Airfield of Dotton", &number],
            300 + n * 90,
            380,
            0,
        ));
    }
    for n in 0..8 {
        wishes.push(wish(LabelKind::Context, &["Neighbouria"], 40 + n * 210, 1_000, 200));
    }
    wishes
}

#[test]
fn no_label_covers_another_or_leaves_the_frame() {
    let wishes = crowded();
    let frame = PlaneBox {
        left: 0,
        top: 0,
        right: WIDTH,
        bottom: HEIGHT,
    };
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        assert!(!set.labels.is_empty());
        for (n, label) in set.labels.iter().enumerate() {
            assert!(label.covers.is_within(&frame), "{label:?} at {}", set.least_px);
            for other in set.labels.iter().skip(n + 1) {
                assert!(
                    !label.covers.overlaps(&other.covers),
                    "{label:?} {other:?} at {}",
                    set.least_px
                );
            }
        }
    }
}

#[test]
fn no_label_covers_a_dot() {
    let wishes = crowded();
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        for dot in wishes.iter().filter(|w| w.kind == LabelKind::Dot) {
            let mark = PlaneBox::around(dot.x, dot.y, 1, 1);
            assert!(
                !set.labels.iter().any(|l| l.covers.overlaps(&mark)),
                "at {}",
                set.least_px
            );
        }
    }
}

#[test]
fn text_is_as_large_as_promised_at_the_least_width() {
    for set in label_sets(&[], WIDTH, HEIGHT) {
        let px = f64::from(set.size) * f64::from(set.least_px) / f64::from(WIDTH);
        assert!((px - f64::from(TEXT_PX)).abs() < 0.25, "{px} at {}", set.least_px);
    }
}

#[test]
fn what_matters_most_is_never_left_out_for_less() {
    let wishes = [
        wish(LabelKind::Subject, &["Examplia"], 800, 900, 100),
        wish(LabelKind::Context, &["Elsewhere"], 800, 900, 800),
    ];
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        assert_eq!(texts(&set), ["Examplia"], "at {}", set.least_px);
    }
}

#[test]
fn a_subject_moves_aside_and_a_neighbour_is_left_out() {
    let wishes = [
        wish(LabelKind::Subject, &["Examplia"], 800, 900, 100),
        wish(LabelKind::Subject, &["Samplia"], 800, 920, 100),
        wish(LabelKind::Context, &["Elsewhere"], 300, 300, 20),
    ];
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        assert_eq!(texts(&set), ["Examplia", "Samplia"], "at {}", set.least_px);
    }
}

#[test]
fn a_dot_without_room_for_its_name_has_its_number() {
    let long =
        "An airfield with a name that is longer than the whole map is wide at any width it is drawn at, whatever comes";
    let wishes = [wish(LabelKind::Dot, &[long, "1"], 800, 900, 0)];
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        assert_eq!(texts(&set), ["1"], "at {}", set.least_px);
    }
}

#[test]
fn the_best_place_is_taken_where_it_is_free() {
    let wishes = [wish(LabelKind::Subject, &["Examplia"], 800, 900, 100)];
    for set in label_sets(&wishes, WIDTH, HEIGHT) {
        assert_eq!(set.labels[0].x, 800);
    }
}
