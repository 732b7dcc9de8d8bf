//! JSON on lines.

use super::{divided, refused};
use crate::events::lines;

fn texts(body: &str) -> Vec<String> {
    let records = divided(lines, body.as_bytes()).into_iter();
    records
        .map(|record| String::from_utf8(record.data).unwrap())
        .collect()
}

#[test]
fn each_line_is_a_record() {
    assert_eq!(texts("{\"a\":1}\n2\n"), ["{\"a\":1}", "2"]);
    assert_eq!(texts("1\r\n\n \r\n2"), ["1\r", "2"]);
    assert_eq!(texts("\"ü\"\n"), ["\"ü\""]);
    assert_eq!(texts(""), Vec::<String>::new());
}

#[test]
fn memory_is_bounded() {
    assert!(refused(lines, b"[", b"1,", 100) <= 100);
    assert!(lines().next(&mut "1\n".repeat(1000).into(), 2).is_ok());
}
