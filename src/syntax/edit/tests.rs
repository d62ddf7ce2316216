//! Changes in place: by example, and any change of any tree.

use proptest::prelude::*;

use super::*;
use crate::source::Sources;

fn read(text: &str) -> Node {
    let mut out = Diagnostics::default();
    let file = Sources::default().add("t.yaml", "");
    let node = yaml::parse(text, file, 0, &mut out).unwrap();
    assert!(out.is_empty(), "{text}");
    node
}

/// A tree as a draft that keeps nothing.
fn anew(node: &Node) -> Draft<'static> {
    match &node.value {
        Value::Null => Draft::Word(String::new()),
        Value::Word(word) => Draft::Word(word.clone()),
        Value::List(items) => Draft::List(items.iter().map(anew).collect()),
        Value::Map(entries) => {
            let pair = |(key, value): &(Key, Node)| (key.name.clone(), anew(value));
            Draft::Map(entries.iter().map(pair).collect())
        }
    }
}

fn changed(text: &str, wanted: &str) -> String {
    rewrite(text, 0..text.len(), &read(text), &anew(&read(wanted))).unwrap()
}

#[test]
fn what_is_the_same_stays_byte_by_byte() {
    let text = "# ก\nname:   {th: 'หอสมุด' , en: \"Library\"}  # ข\n\nages:\n    from: 6\n";
    assert_eq!(changed(text, text), text);
}

#[test]
fn a_value_is_changed_where_it_stands() {
    let table = [
        ("a: 1 # x\nb: 2\n", "a: 3\nb: 2\n", "a: 3 # x\nb: 2\n"),
        ("a: 'x'\n", "a: \"y: z\"\n", "a: \"y: z\"\n"),
        ("a: {b: 1, c: 2} # x\n", "a: {b: 1, c: 3}\n", "a: {b: 1, c: 3} # x\n"),
        ("a:\n  b: 1 # x\n  c: 2\n", "a: {b: 1, c: 3}", "a:\n  b: 1 # x\n  c: 3\n"),
        ("a:\nb: 1\n", "a: 2\nb: 1", "a: 2\nb: 1\n"),
        ("a: |\n  x\n  y\nb: 1\n", "a: z\nb: 1", "a: z\nb: 1\n"),
        ("a: >-\n  x\n  y\n# c\nb: 1\n", "a: z\nb: 1", "a: z\n# c\nb: 1\n"),
        ("a:\n  - 1\n  - 2\n", "a: x", "a: x\n"),
        ("a: x # why\n", "a: {th: x, en: y}", "a: {th: x, en: y} # why\n"),
        ("a: [1, 2]\r\nb: 1\r\n", "a: [1, 3]\nb: 1", "a: [1, 3]\r\nb: 1\r\n"),
    ];
    for (text, wanted, expected) in table {
        assert_eq!(changed(text, wanted), expected, "{text}");
    }
}

#[test]
fn a_field_comes_where_it_belongs_and_goes_with_its_line() {
    let table = [
        ("a: 1 # x\nc: 3\n", "a: 1\nb: 2\nc: 3", "a: 1 # x\nb: 2\nc: 3\n"),
        ("a: 1", "a: 1\nb: 2", "a: 1\nb: 2"),
        ("# top\nb: 2\n", "a: 1\nb: 2", "# top\na: 1\nb: 2\n"),
        ("a: 1\n# own\nb: 2 # gone\nc: 3\n", "a: 1\nc: 3", "a: 1\n# own\nc: 3\n"),
        ("a: {x: 1, y: 2, z: 3}\n", "a: {x: 1}", "a: {x: 1}\n"),
        ("a: {x: 1, y: 2, z: 3}\n", "a: {z: 3}", "a: {z: 3}\n"),
        ("a: {x: 1, z: 3}\n", "a: {w: 0, x: 1, y: 2, z: 3}", "a: {w: 0, x: 1, y: 2, z: 3}\n"),
        (
            "a:\n  x: 1\n  z: 3\nb: 1\n",
            "a: {x: 1, y: 2, z: 3}\nb: 1",
            "a:\n  x: 1\n  y: 2\n  z: 3\nb: 1\n",
        ),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\nc: 3", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("# only\n", "a: 1", "# only\na: 1\n"),
        ("a: 1\nb: # why\nc: 3\n", "a: 1\nb: 2\nc: 3", "a: 1\nb: 2 # why\nc: 3\n"),
        ("a: 1\nb:\n", "a: 1\nb: 2\nc: 3", "a: 1\nb: 2\nc: 3\n"),
    ];
    for (text, wanted, expected) in table {
        assert_eq!(changed(text, wanted), expected, "{text}");
    }
}

#[test]
fn lists_keep_what_both_begin_and_end_with() {
    let table = [
        ("a: [x, 'y', z]\n", "a: [x, y, w, z]", "a: [x, 'y', w, z]\n"),
        ("a: [x, 'y', z]\n", "a: [z]", "a: [z]\n"),
        ("a:\n- x # one\n- y\n- z # three\n", "a: [x, z]", "a:\n- x # one\n- z # three\n"),
        ("a:\n  - x # one\n", "a: [x, y]", "a:\n  - x # one\n  - y\n"),
        ("a:\n  - x\n", "a: [w, x]", "a:\n  - w\n  - x\n"),
        ("a: x\n", "a: [x, y]", "a: [x, y]\n"),
        (
            "a:\n  - title: t # c\n    url: u\n  - url: v\n",
            "a:\n  - url: u\n  - url: v\n    title: w",
            "a:\n  - url: u\n  - url: v\n    title: w\n",
        ),
        ("a:\n  - {t: 1, u: 2}\n", "a: [{t: 1}, {t: 3}]", "a:\n  - {t: 1}\n  - {t: 3}\n"),
    ];
    for (text, wanted, expected) in table {
        assert_eq!(changed(text, wanted), expected, "{text}");
    }
}

#[test]
fn text_that_looks_like_a_number_is_quoted_as_text() {
    let entry = |draft| vec![("a".to_owned(), draft)];
    for (text, expected) in
        [("043222333", "a: \"043222333\"\n"), ("no", "a: \"no\"\n"), ("ก", "a: ก\n")]
    {
        assert_eq!(write_map(&entry(Draft::Text(text.to_owned()))), expected);
    }
    assert_eq!(write_map(&entry(Draft::Word("2026-11-24".to_owned()))), "a: 2026-11-24\n");
}

#[test]
fn the_rest_of_a_page_is_out_of_reach() {
    let text = "---\nname: ก\n---\n\nname: ข\n";
    let mut out = Diagnostics::default();
    let file = Sources::default().add("t.md", "");
    let node = yaml::parse(&text[4..14], file, 4, &mut out).unwrap();
    let made = rewrite(text, 4..14, &node, &anew(&read("name: ค\nkind: library"))).unwrap();
    assert_eq!(made, "---\nname: ค\nkind: library\n---\n\nname: ข\n");
}

/// Trees as people write them: words of any letters, keys of few, so that two trees share some.
fn tree() -> impl Strategy<Value = String> {
    let word = "[a-c]{1,2}|[ก-ค \"':#,\\[\\]{}|>-]{0,4}";
    let leaf = word.prop_map(|word| serde_json::to_string(&word).unwrap());
    let value = leaf.prop_recursive(3, 12, 3, |inner| {
        let keys = prop::collection::btree_map("[a-d]", inner.clone(), 1..4);
        prop_oneof![
            prop::collection::vec(inner, 1..4).prop_map(|items| format!("[{}]", items.join(", "))),
            keys.prop_map(|entries| {
                let pairs = entries.iter().map(|(key, value)| format!("{key}: {value}"));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }),
        ]
    });
    prop::collection::btree_map("[a-e]", value, 1..5).prop_map(|entries| {
        let lines: Vec<String> =
            entries.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        lines.concat()
    })
}

/// The same tree in block style with comments, as another program writes it.
fn block(flow: &str) -> String {
    let value: serde_yaml::Value = serde_yaml::from_str(flow).unwrap();
    let text = serde_yaml::to_string(&value).unwrap();
    format!("{}\n# the end\n", text.trim_end())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever stands there becomes whatever is wanted, in flow and in block style; nothing else
    /// than the draft and the comments stands in the outcome.
    #[test]
    fn any_tree_becomes_any_other(from in tree(), to in tree()) {
        let wanted = read(&to);
        for text in [from.clone(), block(&from)] {
            let old = read(&text);
            let made = rewrite(&text, 0..text.len(), &old, &anew(&wanted));
            prop_assert!(made.is_ok(), "{text}\n→\n{to}");
            let made = made.unwrap();
            prop_assert!(!text.contains("# the end") || made.contains("# the end"), "{made}");
            prop_assert_eq!(rewrite(&text, 0..text.len(), &old, &anew(&old)).unwrap(), text);
        }
    }
}
