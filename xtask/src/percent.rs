//! Percent-encoding.

/// The text without percent-encoding.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digits = rest.clone().take(2).collect::<Vec<_>>();
        let code = std::str::from_utf8(&digits)
            .ok()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .filter(|_| byte == b'%' && digits.len() == 2);
        bytes.push(code.unwrap_or(byte));
        if code.is_some() {
            rest.nth(1);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn only_two_digits_are_a_code() {
        assert_eq!(decoded("a%C3%A9%2%zz"), "aé%2%zz");
    }
}
