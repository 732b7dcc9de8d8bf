use super::named;
use crate::diagnostic::{Code, Severity};
use crate::ir::{GivenName, TypeRef};
use crate::name::{Names, TagNames};
use crate::sample::{Build, Types, api, object, operation};

fn shown(tag: &TagNames) -> [&str; 3] {
    [
        &tag.ident,
        &tag.module,
        tag.feature.as_deref().unwrap_or_default(),
    ]
}

#[test]
fn tags_that_collide_have_one_numeral_and_a_warning() {
    let mut api = api(Types::default(), vec![]);
    let orders = [
        ["Foo Bar", "foo_bar", "FooBar", "foobar"],
        ["foobar", "FooBar", "foo_bar", "Foo Bar"],
    ];
    for order in orders {
        api.tags = super::tags(&order);
        let (names, findings) = named(&api);
        let mut tags: Vec<_> = names.tags.iter().map(shown).zip(order).collect();
        tags.sort_unstable();
        assert_eq!(
            tags,
            [
                (["FooBar", "foo_bar", "foo-bar"], "FooBar"),
                (["FooBar2", "foo_bar_2", "foo-bar-2"], "foo_bar"),
                (["FooBar4", "foo_bar_4", "foo-bar-4"], "Foo Bar"),
                (["Foobar3", "foobar_3", "foobar-3"], "foobar"),
            ]
        );
        let expected = [
            ("foo_bar", "FooBar2"),
            ("foobar", "Foobar3"),
            ("Foo Bar", "FooBar4"),
        ];
        assert_eq!(findings.len(), expected.len());
        for (text, name) in expected {
            let message = format!(
                "`{text}` and `FooBar` have the same name in Rust; `{text}` becomes `{name}`"
            );
            assert!(findings.contains(&(Code::NameCollision, Severity::Warning, message)));
        }
    }
}

#[test]
fn a_numeral_is_not_the_name_of_another_tag() {
    let mut api = api(Types::default(), vec![]);
    api.tags = super::tags(&["pets", "Pets", "pets 2"]);
    api.tags[0].given = GivenName::new("animals");
    let (names, _) = named(&api);
    let tags: Vec<_> = names.tags.iter().map(|tag| &*tag.module).collect();
    assert_eq!(tags, ["animals", "pets", "pets_2"]);
    api.tags[0].given = None;
    let (names, _) = named(&api);
    let tags: Vec<_> = names.tags.iter().map(shown).collect();
    let expected = [
        ["Pets3", "pets_3", "pets-3"],
        ["Pets", "pets", "pets"],
        ["Pets2", "pets_2", "pets-2"],
    ];
    assert_eq!(tags, expected);
}

#[test]
fn types_of_the_names_of_a_tag_give_it_a_word_and_then_a_numeral() {
    let mut types = Types::default();
    let ids = ["Pets", "PetsApi"].map(|key| TypeRef::Named(types.add(key, object(vec![]))));
    let call = ids.into_iter().fold(operation("call", "/"), Build::sends);
    let mut api = api(types, vec![call]);
    api.tags = super::tags(&["pets", "core"]);
    let (names, findings) = named(&api);
    assert_eq!(shown(&names.tags[0]), ["Pets2", "pets_2", "pets-2"]);
    let message = "`pets` and `Pets` have the same name in Rust; `pets` becomes `Pets2`";
    assert_eq!(
        findings,
        [(Code::NameCollision, Severity::Warning, message.to_owned())]
    );
}

#[test]
fn names_of_files_are_short_and_differ() {
    let long = |ending: &str| format!("{}{ending}", "very long ".repeat(30));
    let texts = [long("one"), long("two"), "x".repeat(300), "x".repeat(299)];
    let mut types = Types::default();
    let ids: Vec<_> = texts
        .iter()
        .map(|text| types.add(text, object(vec![])))
        .collect();
    let mut operations: Vec<_> = texts.iter().map(|text| operation(text, "/")).collect();
    for (operation, id) in operations.iter_mut().zip(ids) {
        *operation = operation.clone().sends(TypeRef::Named(id));
    }
    let mut api = api(types, operations);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    api.tags = super::tags(&texts);
    let Names {
        types,
        operations,
        tags,
        ..
    } = named(&api).0;
    let files = [
        types.iter().map(|it| it.module.clone()).collect::<Vec<_>>(),
        tags.iter().map(|it| it.module.clone()).collect(),
        tags.iter().filter_map(|it| it.feature.clone()).collect(),
        operations.iter().map(|it| it.program.clone()).collect(),
        types.iter().map(|it| it.ident.clone()).collect(),
    ];
    for mut names in files {
        assert!(names.iter().all(|name| name.len() <= 140), "{names:?}");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), texts.len(), "{names:?}");
    }
    assert!(
        tags[0].module.ends_with("_long"),
        "a border of words: {}",
        tags[0].module
    );
}

#[test]
fn many_tags_share_features_and_keep_their_own_names() {
    let mut api = api(Types::default(), vec![]);
    let beginnings = ["users", "default", "My sites"];
    let texts = (0..300).map(|at| format!("{}.{at}", beginnings[at % 3]));
    let texts: Vec<_> = texts.collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    api.tags = super::tags(&texts);
    let (names, findings) = named(&api);
    let names: Vec<_> = names.tags.iter().map(shown).collect();
    assert_eq!(names[0], ["Users0", "users_0", "users"]);
    assert_eq!(names[3], ["Users3", "users_3", "users"]);
    assert_eq!(names[4], ["Default4", "default_4", "default-api"]);
    assert_eq!(names[5], ["MySites5", "my_sites_5", "my-sites"]);
    assert_eq!(findings, [], "a feature has no rivals");
}
