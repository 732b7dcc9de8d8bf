//! Failures: one JSON object on standard error, and an exit status for each class.

use std::error::Error as StdError;
use std::io::{self, Write as _};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use crate::error::call_error::Error;
use crate::error::credentials::is_about_credentials;
use crate::net::transport::TransportError;
use crate::wire::secrets::without_secrets;

/// Why a command fails.
#[derive(Debug)]
pub(crate) struct Failure {
    class: Class,
    message: String,
    /// The problems of the arguments, each with its flag.
    problems: Vec<Problem>,
    /// Details of the response. Boxed to keep results small.
    answer: Box<Map<String, Value>>,
}

/// A problem of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The flag, or the place in the body.
    pub(crate) place: String,
    pub(crate) message: String,
}

/// The problem of the argument at a place.
pub(crate) fn problem(place: &str, message: &str) -> Problem {
    Problem {
        place: place.to_owned(),
        message: message.to_owned(),
    }
}

/// The class of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Usage,
    Credentials,
    NotFound,
    Conflict,
    RateLimited,
    Server,
    Transport,
    Other,
    /// The user interrupted the program.
    Interrupted,
    /// The reader of the output closed it, which does not count as a failure.
    Closed,
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Credentials => "credentials",
            Self::NotFound => "notFound",
            Self::Conflict => "conflict",
            Self::RateLimited => "rateLimited",
            Self::Server => "server",
            Self::Transport => "transport",
            Self::Other | Self::Closed => "other",
            Self::Interrupted => "interrupted",
        }
    }

    fn status(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Credentials => 3,
            Self::NotFound => 4,
            Self::Conflict => 5,
            Self::RateLimited => 6,
            Self::Server => 7,
            Self::Transport => 8,
            Self::Other => 9,
            // The status of a shell for a program that the signal ends.
            Self::Interrupted => 130,
            Self::Closed => 0,
        }
    }
}

impl Failure {
    pub(crate) fn new(class: Class, message: impl Into<String>) -> Self {
        Self {
            class,
            message: message.into(),
            problems: Vec::new(),
            answer: Box::default(),
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Class::Usage, message)
    }

    /// The failure of arguments with problems.
    pub(crate) fn problems(problems: Vec<Problem>) -> Self {
        let texts = problems
            .iter()
            .map(|it| format!("{} {}", it.place, it.message));
        let message = texts.collect::<Vec<_>>().join("; ");
        Self {
            problems,
            ..Self::usage(message)
        }
    }

    /// The failure of a call.
    pub(crate) fn call(error: &Error) -> Self {
        let class = class(error);
        let mut failure = Self::new(class, message(error));
        let answer = &mut failure.answer;
        let mut add = |key: &str, value: Option<Value>| {
            answer.extend(value.map(|value| (key.to_owned(), value)));
        };
        add("status", error.status().map(|it| it.as_u16().into()));
        add("code", error.error_code().map(Value::from));
        add("requestId", error.request_id().map(Value::from));
        add(
            "retryAfter",
            error.retry_after().map(|it| it.as_secs().into()),
        );
        add(
            "attempts",
            (error.attempts() > 1).then(|| error.attempts().into()),
        );
        let body: Option<Value> = error.body().and_then(|it| serde_json::from_slice(it).ok());
        let body = body.filter(|it| it.is_object() || it.is_array());
        add("body", body.map(|it| without_secrets(&it).into_owned()));
        failure
    }

    /// The failure of a call after another one, whose arguments are those of the server.
    pub(crate) fn later(error: &Error) -> Self {
        let failure = Self::call(error);
        match failure.class {
            Class::Usage => Self {
                class: Class::Other,
                ..failure
            },
            _ => failure,
        }
    }

    /// Prints the failure, and returns the exit status.
    pub(crate) fn report(self) -> ExitCode {
        if self.class == Class::Closed {
            return ExitCode::SUCCESS;
        }
        let mut object = Map::new();
        object.insert("error".to_owned(), self.class.name().into());
        object.insert("message".to_owned(), self.message.into());
        if !self.problems.is_empty() {
            let problems = self.problems.into_iter();
            let problems = problems.map(|it| json!({"at": it.place, "problem": it.message}));
            object.insert("problems".to_owned(), problems.collect());
        }
        object.extend(*self.answer);
        note(&Value::Object(object).to_string());
        ExitCode::from(self.class.status())
    }
}

/// Prints a line on standard error. A closed standard error is ignored.
pub(crate) fn note(text: &str) {
    let _ = io::stderr().write_all([text, "\n"].concat().as_bytes());
}

/// The message of the server, or that of the error.
fn message(error: &Error) -> String {
    let said = error.message().filter(|_| error.status().is_some());
    let mut text = said.map_or_else(|| error.to_string(), str::to_owned);
    let mut source = error.source().filter(|_| said.is_none());
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

fn class(error: &Error) -> Class {
    if error.is_rate_limited() {
        return Class::RateLimited;
    }
    match error.status().map(|status| status.as_u16()) {
        Some(401 | 403) => Class::Credentials,
        Some(404 | 410) => Class::NotFound,
        Some(409 | 412) => Class::Conflict,
        Some(500..=599) => Class::Server,
        Some(200..=299) if !error.is_decode() => Class::Transport,
        Some(_) => Class::Other,
        None => without_answer(error),
    }
}

fn without_answer(error: &Error) -> Class {
    if is_about_credentials(error) && !has_transport_error(error) {
        return Class::Credentials;
    }
    match (error.is_not_sent(), error.source()) {
        (true, None) => Class::Usage,
        // An interceptor of the program.
        (true, Some(_)) if !has_transport_error(error) => Class::Other,
        _ => Class::Transport,
    }
}

/// Whether the transport made the error, such as that of a token endpoint.
fn has_transport_error(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.is::<TransportError>() {
            return true;
        }
        cause = error.source();
    }
    false
}
