//! The responses of an operation that are successes.

use super::{Encoding, Location, MediaType, Method, Operation, Response, Status, TypeRef};

/// Headers that make a request conditional, so that the response can be 304 (RFC 9110, section 13.1).
const CONDITIONS: [&str; 2] = ["if-none-match", "if-modified-since"];

impl Operation {
    /// The responses that are successes.
    pub fn successes(&self) -> impl Iterator<Item = &Response> {
        self.responses
            .iter()
            .filter(|response| self.is_success(response))
    }

    /// Whether a response of this operation is a success: 2xx, or a documented redirect, unless its
    /// body is that of failures. The default response is a success if there is no other.
    #[must_use]
    pub fn is_success(&self, response: &Response) -> bool {
        match response.status {
            status if status.is_success() => true,
            Status::Default => !self.has_named_success(),
            status if status.is_not_modified() => self.is_conditional(),
            status => status.is_redirect() && !self.is_failure_body(response),
        }
    }

    /// The sunset date of the operation's version.
    #[must_use]
    pub fn sunset(&self) -> Option<&str> {
        let request = self.request_body.iter().flat_map(|body| &body.content);
        let successes = self.successes().flat_map(|response| &response.content);
        let mut content = request.chain(successes);
        content.find_map(|media| media.sunset.as_deref())
    }

    /// Whether a response is a success by status. 304 does not count, because it does not describe the usual response.
    fn has_named_success(&self) -> bool {
        let others = |it: &&Response| it.status != Status::Default && !it.status.is_not_modified();
        let mut named = self.responses.iter().filter(others);
        named.any(|response| self.is_success(response))
    }

    /// Whether the response can be 304. For reads, this requires a parameter for a condition; without it,
    /// every read would return an `Option` for a status that never occurs. Other methods return 304 if
    /// nothing changes.
    fn is_conditional(&self) -> bool {
        let is_condition = |name: &str| {
            let mut known = CONDITIONS.iter();
            known.any(|known| known.eq_ignore_ascii_case(name))
        };
        let mut headers = self.parameters.iter();
        !matches!(self.method, Method::Get | Method::Head)
            || headers.any(|it| it.location == Location::Header && is_condition(&it.name))
    }

    /// Whether a failure of the operation has the same JSON.
    fn is_failure_body(&self, response: &Response) -> bool {
        let has_success = self.responses.iter().any(|it| it.status.is_success());
        let is_failure = |status: Status| match status {
            Status::Default => has_success,
            _ => status.is_failure(),
        };
        let failures = self.responses.iter().filter(|it| is_failure(it.status));
        let failures: Vec<_> = failures.filter_map(json).collect();
        json(response).is_some_and(|ty| failures.contains(&ty))
    }
}

impl Status {
    /// 2xx.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// 3xx (RFC 9110, 15.4).
    #[must_use]
    pub fn is_redirect(self) -> bool {
        matches!(self, Self::Code(300..=399) | Self::Range(3))
    }

    /// 304 (RFC 9110, 15.4.5), which is not a redirect.
    #[must_use]
    pub fn is_not_modified(self) -> bool {
        self == Self::Code(304)
    }

    /// Whether the response is informational (RFC 9110, 15.2): neither a success nor a failure.
    #[must_use]
    pub fn is_informational(self) -> bool {
        matches!(self, Self::Code(100..=199) | Self::Range(1))
    }

    fn is_failure(self) -> bool {
        matches!(self, Self::Code(400..=599) | Self::Range(4 | 5))
    }
}

/// The JSON type of a response.
fn json(response: &Response) -> Option<&TypeRef> {
    let is_json = |media: &&MediaType| media.encoding == Encoding::Json;
    let mut content = response.content.iter().filter(is_json);
    let is_known = |ty: &&TypeRef| **ty != TypeRef::Any;
    content.next().map(|media| &media.ty).filter(is_known)
}
