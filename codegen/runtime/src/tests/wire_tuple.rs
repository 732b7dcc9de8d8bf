use crate::wire;

type Three = (i32, Option<String>, f64);

#[test]
fn a_tuple_is_read_and_written_by_position() {
    let three: Three = wire::from_slice(br#"[1,"a",2.5]"#).unwrap();
    assert_eq!(three, (1, Some("a".to_owned()), 2.5));
    assert_eq!(wire::to_vec(&three).unwrap(), br#"[1,"a",2.5]"#);
    let nothing: Three = wire::from_slice(b"[1,null,2.5]").unwrap();
    assert_eq!(nothing, (1, None, 2.5));
    assert_eq!(wire::to_vec(&nothing).unwrap(), b"[1,null,2.5]");
}

#[test]
fn items_beyond_the_last_position_are_ignored() {
    let pair: (i32, i32) = wire::from_slice(b"[1,2,{\"a\":[]},4]").unwrap();
    assert_eq!(pair, (1, 2));
}

#[test]
fn what_is_no_such_array_is_an_error_that_names_the_place() {
    let error = |text: &str| {
        let read = wire::from_slice::<Vec<(i32, (i32, String))>>(text.as_bytes());
        read.unwrap_err().to_string()
    };
    let cases = [
        ("[[1,[2]]]", "/0/1: item 1 is missing"),
        ("[[1]]", "/0: item 1 is missing"),
        ("[[]]", "/0: item 0 is missing"),
        ("[[\"x\",[2,\"\"]]]", "/0/0: "),
        ("[[1,{}]]", "expected an array"),
        ("[[1,null]]", "expected an array"),
    ];
    for (text, expected) in cases {
        let error = error(text);
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn twelve_positions_are_possible() {
    type Twelve = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, String);
    let text = br#"[0,1,2,3,4,5,6,7,8,9,10,"last"]"#;
    let twelve: Twelve = wire::from_slice(text).unwrap();
    assert_eq!((twelve.0, twelve.10, twelve.11.as_str()), (0, 10, "last"));
    assert_eq!(wire::to_vec(&twelve).unwrap(), text);
}
