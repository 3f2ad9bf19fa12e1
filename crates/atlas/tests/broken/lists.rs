//! Several defects at once: the list that they give together, its examples, its warnings and its end.

use serde_json::Value;

use super::{add, broken, datasets, places, refused, row, take};

#[test]
fn several_defects_are_told_at_once_and_sorted() {
    let edit: fn(&mut Value) = |b| {
        row(b, "statements", "league-founded")["when"] = "1899-13".into();
        row(b, "statements", "coasters-moor")["modality"] = "sung".into();
        row(b, "gaps", "gap-guild-size")["about"] = serde_json::json!(["nobody", "nothing"]);
        row(b, "themes", "dues")["name"] = " ".into();
        row(b, "participations", "aldhaven-in-charter")["programme"] = "no-such-programme".into();
    };
    let problems = refused(&broken(edit).to_string());
    let expected = [
        ("gaps", "gap-guild-size", "about"),
        ("participations", "aldhaven-in-charter", "programme"),
        ("statements", "coasters-moor", "modality"),
        ("statements", "league-founded", "when"),
        ("themes", "dues", "name"),
    ];
    assert_eq!(places(&problems), expected);
    assert_eq!(problems.len(), 6, "two of one field count twice: {problems:?}");
}

#[test]
fn rows_without_their_shape_do_not_hide_one_another() {
    let edit: fn(&mut Value) = |b| {
        take(row(b, "statements", "league-founded"), "text");
        take(row(b, "programmes", "kelp-nursery"), "name");
        row(b, "actors", "tide-league")["moto"] = "By tide".into();
    };
    let problems = refused(&broken(edit).to_string());
    let expected = [
        ("actors", "tide-league", "moto"),
        ("programmes", "kelp-nursery", "name"),
        ("statements", "league-founded", "text"),
    ];
    assert_eq!(places(&problems), expected);
}

/// Shape, references and meaning in one list: what one of them hides is only what rests on the row that is amiss.
#[test]
fn a_defect_of_one_kind_hides_none_of_another() {
    let edit: fn(&mut Value) = |b| {
        take(row(b, "statements", "league-founded"), "text");
        row(b, "statements", "coasters-moor")["evidence"][0]["terms"] = serde_json::json!(["1911"]);
        row(b, "gaps", "gap-guild-size")["about"] = serde_json::json!(["nobody"]);
        row(b, "themes", "dues")["name"] = " ".into();
    };
    let expected = [
        ("gaps", "gap-guild-size", "about"),
        ("statements", "coasters-moor", "evidence.terms"),
        ("statements", "league-founded", "text"),
        ("themes", "dues", "name"),
    ];
    // Others refer to the statement without a text: that is not told of them.
    assert_eq!(places(&refused(&broken(edit).to_string())), expected);

    let edit: fn(&mut Value) = |b| {
        row(b, "statements", "coasters-moor")["evidence"][0]["terms"] = serde_json::json!(["1911"]);
        row(b, "permissions", "aldhaven-mooring")["place"] = "dues".into();
        row(b, "participations", "aldhaven-in-charter")["history"][0]["statements"] =
            serde_json::json!(["brackmouth-review-interest"]);
    };
    let problems = refused(&broken(edit).to_string());
    let tables: Vec<&str> = problems.iter().map(|p| p.table.as_str()).collect();
    assert_eq!(tables, ["participations", "permissions", "statements"], "{problems:?}");
}

/// How values fit together is judged where every row can be read and every reference leads somewhere: an answer on half of them
/// would be told again, or be wrong.
#[test]
fn meaning_waits_for_all_that_it_rests_on() {
    let meaning: fn(&mut Value) = |b| {
        row(b, "participations", "aldhaven-in-charter")["history"][0]["statements"] =
            serde_json::json!(["brackmouth-review-interest"]);
    };
    let unread: fn(&mut Value) = |b| take(row(b, "gaps", "gap-guild-size"), "question");
    let astray: fn(&mut Value) = |b| row(b, "gaps", "gap-guild-size")["about"] = serde_json::json!(["nobody"]);
    let told = |edits: &[fn(&mut Value)]| {
        let mut bundle: Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
        edits.iter().for_each(|edit| edit(&mut bundle));
        let problems = refused(&bundle.to_string());
        places(&problems)
            .into_iter()
            .map(|(table, id, field)| format!("{table} {id} {field}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&[meaning]), ["participations aldhaven-in-charter history"]);
    assert_eq!(told(&[meaning, unread]), ["gaps gap-guild-size question"]);
    assert_eq!(told(&[meaning, astray]), ["gaps gap-guild-size about"]);
}

/// A word that every dataset needs may be the one that could not be read: it is not told as missing too.
#[test]
fn a_needed_word_that_cannot_be_read_is_told_once() {
    let edit: fn(&mut Value) = |b| take(row(b, "vocabularies", "adrift"), "sentence");
    assert_eq!(
        places(&refused(&broken(edit).to_string())),
        [("vocabularies", "adrift", "sentence")]
    );
}

/// Where no word of the dataset would do, the roles are named that one could have.
#[test]
fn where_no_word_would_do_the_roles_are_named() {
    let edit: fn(&mut Value) = |b| {
        let words = b["vocabularies"].as_array_mut().expect("a table");
        for word in words.iter_mut().filter(|word| word["group"] == "modality") {
            word["role"] = "wish".into();
        }
    };
    let problems = refused(&broken(edit).to_string());
    let charter = problems.iter().find(|p| p.id == "aldhaven-in-charter");
    assert_eq!(
        charter.map(|p| p.expected.as_str()),
        Some("a first statement whose modality has one of the roles act, state: nothing is promoted")
    );
}

/// What nobody would ever see is told, and the dataset opens.
#[test]
fn what_no_page_shows_is_a_warning() {
    type Edit = fn(&mut Value);
    let cases: [(Edit, &str, &str); 7] = [
        (
            |b| row(b, "country_sections", "rest")["themes"] = serde_json::json!(["lights"]),
            "themes",
            "in no section",
        ),
        (
            |b| row(b, "themes", "dues")["rung"] = 1.into(),
            "themes",
            "nothing shows in themes",
        ),
        (
            |b| row(b, "themes", "dues")["to"] = "aldhaven".into(),
            "themes",
            "nothing shows in themes",
        ),
        (
            |b| row(b, "places", "gull-point")["iso"] = "GP".into(),
            "places",
            "nothing shows in places",
        ),
        (
            |b| {
                b["vocabularies"]
                    .as_array_mut()
                    .expect("a table")
                    .retain(|w| w["group"] != "permission-group")
            },
            "permissions",
            "no permission-group has",
        ),
        (
            |b| row(b, "legs", "coast-leg-brackmouth")["permissions"] = serde_json::json!(["aldhaven-mooring"]),
            "legs",
            "which aldhaven grants",
        ),
        (
            |b| {
                let mut second = row(b, "participations", "a-few-in-kelp").clone();
                second["id"] = "more-in-kelp".into();
                add(b, "participations", second);
            },
            "participations",
            "a second mark",
        ),
    ];
    for (edit, table, found) in cases {
        let d = datasets::opened(&broken(edit).to_string());
        let warned = d.warnings().iter().any(|w| w.table == table && w.found.contains(found));
        assert!(warned, "{found}: {:?}", d.warnings());
    }
}

/// What a compiler would say: where a name leads nowhere the nearest known one, where a field is unknown those that there are.
#[test]
fn an_example_is_one_that_would_do() {
    let edit: fn(&mut Value) = |b| {
        row(b, "statements", "league-founded")["themes"] = serde_json::json!(["due"]);
        row(b, "themes", "dues")["lead"] = "coasters-mooor".into();
        row(b, "programmes", "kelp-nursery")["lead"] = "dues".into();
    };
    let problems = refused(&broken(edit).to_string());
    let expected: Vec<&str> = problems.iter().map(|p| p.expected.as_str()).collect();
    assert!(
        expected[0].starts_with("the id of a statement, such as \""),
        "of the kind that fits: {}",
        expected[0]
    );
    assert!(
        expected[1] == "the id of a row of themes, such as \"dues\"",
        "{}",
        expected[1]
    );
    assert_eq!(expected[2], "the id of a statement, such as \"coasters-moor\"");

    let misspelt: fn(&mut Value) = |b| row(b, "legs", "coast-leg-aldhaven")["user"] = "dues".into();
    let problems = refused(&broken(misspelt).to_string());
    assert!(
        problems[0].expected.ends_with("territory permissions uses statements"),
        "{}",
        problems[0].expected
    );
}

#[test]
fn a_flood_of_problems_is_cut_and_counted() {
    let edit: fn(&mut Value) = |b| {
        for n in 0..700 {
            add(
                b,
                "gaps",
                serde_json::json!({"id": format!("gap-{n}"), "about": [], "question": "?", "why": "-", "mood": "blue"}),
            );
        }
    };
    let problems = refused(&broken(edit).to_string());
    assert_eq!(problems.len(), atlas::limits::MOST_PROBLEMS + 1);
    assert_eq!(problems.last().map(|p| p.found.as_str()), Some("200 more problems"));
}
