//! Numbers that come as strings, and those that do not fit.

use super::wire_decode::read;
use crate::wire::Decode;

fn is_refused<T: Decode>(texts: &[&str]) {
    for text in texts {
        assert!(read::<T>(text).is_err(), "{text}");
    }
}

#[test]
fn a_whole_number_may_come_as_a_string_of_its_digits() {
    assert_eq!(read::<i32>("\"5\"").unwrap(), 5);
    assert_eq!(read::<i32>("\"-5\"").unwrap(), -5);
    assert_eq!(read::<i32>("\"5.0\"").unwrap(), 5);
    assert_eq!(read::<u64>("\"18446744073709551615\"").unwrap(), u64::MAX);
    assert_eq!(read::<i64>("\"-9223372036854775808\"").unwrap(), i64::MIN);
    is_refused::<i32>(&[
        "\"\"",
        "\"five\"",
        "\"5.5\"",
        "\" 5\"",
        "\"2147483648\"",
        "\"NaN\"",
        "{}",
        "[]",
    ]);
}

#[test]
fn a_number_may_come_as_a_string_and_be_none() {
    assert_eq!(
        read::<f64>("\"1.5e3\"").unwrap().to_bits(),
        1500.0_f64.to_bits()
    );
    assert_eq!(read::<f32>("\"0.1\"").unwrap().to_bits(), 0.1_f32.to_bits());
    assert!(read::<f64>("\"NaN\"").unwrap().is_nan());
    assert!(read::<f64>("\"-Infinity\"").unwrap() < f64::MIN);
    is_refused::<f64>(&["\"\"", "\"inf\"", "\"1,5\"", "true", "{}"]);
}
