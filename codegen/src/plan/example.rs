//! Code that calls operations, for documentation and programs.

use super::credentials::Authentication;
use super::model::{Model, NamedOperation};
use super::operation::answer::Answer;
use super::paging;
use super::representation::Passing;
use super::value::{FieldValue, Value};
use crate::analyze::Arguments;
use crate::ir::{Encoding, Shape, TypeRef};

/// Code that readers see, and the function around it, which they do not.
#[derive(Clone, Debug, PartialEq)]
pub struct Example<'a> {
    /// The name of the crate in code.
    pub library: String,
    /// The function around the code.
    pub frame: Frame<'a>,
    /// The code.
    pub code: Code<'a>,
}

/// The asynchronous function around an example.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame<'a> {
    /// The features that the example needs, all of them.
    pub features: Vec<&'a str>,
    /// Its parameter.
    pub parameter: Parameter<'a>,
    /// Its error.
    pub error: Error,
}

/// The parameter of the function around an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter<'a> {
    /// None.
    None,
    /// The code is a program and has a function of its own.
    Program,
    /// `client`
    Client,
    /// `call`, the builder of this name.
    Call(&'a str),
}

/// The error of the function around an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// That of the crate.
    Own,
    /// Any.
    Any,
}

/// The code of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Code<'a> {
    /// Sends a call and prints its answer.
    Call(Call<'a>),
    /// A program that creates a client, sends a call, and prints its answer.
    FirstCall(Setup<'a>, Call<'a>),
    /// Sends a call and handles errors; prints its answer if there is one.
    Errors(Printed),
    /// Waits for a call without asynchronous code; prints its answer if there is one.
    Blocking(Printed),
    /// Sends a call with retries and timeouts of its own; prints its answer if there is one.
    Retries(Printed),
    /// Sends a request that the crate has no operation for: path and media type, unless that is plain JSON.
    OtherRequest(&'a str, Option<&'a str>),
    /// Tests a call without a network.
    Test(Script<'a>),
}

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'a> {
    /// The accessor of the tag on the client.
    pub tag: &'a str,
    /// The method of the operation.
    pub method: &'a str,
    /// The arguments.
    pub arguments: CallArguments<'a>,
    /// The local that holds the body, and its value.
    pub body: Option<(&'a str, Value<'a>)>,
    /// Whether an answer is printed.
    pub printed: Printed,
}

/// The arguments of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum CallArguments<'a> {
    /// `a, b`
    Positional(Vec<Value<'a>>),
    /// `api::R { a: 1, b: 2 }`, where `R` is the struct of the required values
    Named(&'a str, Vec<FieldValue<'a>>),
}

impl<'a> CallArguments<'a> {
    fn of(operation: NamedOperation<'a>, values: Vec<Value<'a>>) -> Self {
        let Some(required) = &operation.names.required else {
            return Self::Positional(values);
        };
        let positional = operation.facts.positional.iter();
        let names = positional.map(|id| operation.parameter(*id).ident);
        let names = names.chain([operation.names.body.as_str()]);
        Self::Named(required, names.zip(values).map(FieldValue::of).collect())
    }

    /// The values.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value<'a>> {
        let (positional, named) = match self {
            Self::Positional(values) => (values.as_slice(), &[][..]),
            Self::Named(_, fields) => (&[][..], fields.as_slice()),
        };
        positional
            .iter()
            .chain(named.iter().filter_map(FieldValue::value))
    }
}

/// Whether an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// It is.
    Yes,
    /// There is none.
    No,
    /// Each item of the list is.
    Each,
    /// That of the last poll is, after a wait.
    AfterWait,
    /// There is none, and the call waits.
    Waits,
    /// Each value of the sequence is.
    Events,
}

/// How an example creates its client.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup<'a> {
    /// Where credentials come from.
    pub authentication: Authentication,
    /// The base URL, if the document has none.
    pub base_url: Option<Value<'a>>,
}

/// A call that succeeds, the request that it sent, and the same call when it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Script<'a> {
    /// The base URL, if the document has none.
    pub base_url: Option<Value<'a>>,
    /// The builder of the operation.
    pub builder: &'a str,
    /// The call.
    pub call: Call<'a>,
    /// The value that is compared with the request.
    pub compared: Compared<'a>,
    /// The answer of the server.
    pub answer: Value<'a>,
    /// The error of the server.
    pub error: ScriptedError<'a>,
}

/// The error that a server returns in a test.
#[derive(Clone, Debug, PartialEq)]
pub enum ScriptedError<'a> {
    /// A value of the error type that the operations share.
    Shared(Value<'a>),
    /// A status without a body: the operations share no error type.
    Status,
}

/// The part of the sent request that a test checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared<'a> {
    /// The body, which is in this local.
    Body(&'a str),
    /// The number of requests.
    Count,
}

/// The modules of the crate that code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mentioned {
    /// None.
    Nothing,
    /// The module `types`.
    Types,
}

impl Mentioned {
    /// The modules that these expressions name.
    pub(super) fn of<'v>(mut values: impl Iterator<Item = &'v Value<'v>>) -> Self {
        match values.find(|value| value.names_types()) {
            Some(_) => Self::Types,
            None => Self::Nothing,
        }
    }
}

impl Call<'_> {
    /// The modules that the code names.
    #[must_use]
    pub fn mentioned(&self) -> Mentioned {
        let body = self.body.iter().map(|(_, value)| value);
        Mentioned::of(self.arguments.values().chain(body))
    }
}

/// A URL for examples that are not run.
pub(super) const URL: &str = "https://api.example.com";

impl Printed {
    pub(super) fn of(operation: NamedOperation<'_>) -> Self {
        match operation.answer() {
            Answer::Nothing => Self::No,
            _ => Self::Yes,
        }
    }
}

impl<'a> Model<'a> {
    /// The name of the crate in code.
    pub(super) fn library(&self) -> String {
        self.options.package.library()
    }

    /// The example of an operation, if every required argument has a value.
    pub(super) fn doctest(&self, operation: NamedOperation<'a>) -> Option<Example<'a>> {
        Some(Example {
            library: self.library(),
            frame: Frame {
                features: Vec::new(),
                parameter: Parameter::Client,
                error: Error::Own,
            },
            code: Code::Call(self.call(operation)?),
        })
    }

    /// The call of an operation with a sample for each required argument.
    pub(super) fn call(&self, operation: NamedOperation<'a>) -> Option<Call<'a>> {
        let positional = operation.facts.positional.iter();
        let arguments = positional.map(|&id| {
            let ty = &operation.def.parameter(id).ty;
            Some(self.pass(operation, ty, self.sample(ty)?))
        });
        self.call_with(operation, arguments.collect::<Option<_>>()?)
    }

    /// The call of an operation with these positional parameters.
    pub(super) fn call_with(
        &self,
        operation: NamedOperation<'a>,
        mut arguments: Vec<Value<'a>>,
    ) -> Option<Call<'a>> {
        let local = operation.names.body.as_str();
        let body = match operation.required_body() {
            None => None,
            Some((_, media)) => {
                arguments.push(Value::Local(local));
                let is_written = media.encoding.is_typed();
                let value = if is_written {
                    self.body_sample(operation, &media.ty)?
                } else {
                    Value::Text("...".into())
                };
                Some((local, value))
            }
        };
        Some(Call {
            tag: &self.tag(operation).module,
            method: &operation.names.method,
            arguments: CallArguments::of(operation, arguments),
            body,
            printed: match paging::plan(self, operation) {
                Some(_) => Printed::Each,
                None => Printed::of(operation),
            },
        })
    }

    /// A body, with the name of its variant if the type of the value does not select one.
    fn body_sample(&self, operation: NamedOperation<'a>, ty: &'a TypeRef) -> Option<Value<'a>> {
        let Some(names) = &operation.names.alternatives else {
            return self.sample(ty);
        };
        if let Some(Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_)) = self.shape(ty) {
            return self.sample(ty);
        }
        let variant = names.variants.first().map(String::as_str)?;
        let value = Box::new(self.exact_sample(ty)?);
        Some(Value::Alternative(&names.ident, variant, value))
    }

    /// A value as the method of an operation takes it.
    pub(super) fn pass(
        &self,
        operation: NamedOperation<'_>,
        ty: &TypeRef,
        value: Value<'a>,
    ) -> Value<'a> {
        match (self.passing(ty), operation.facts.required) {
            (Passing::Borrowed, Arguments::Positional) => Value::Reference(Box::new(value)),
            _ => value,
        }
    }
}

impl Encoding {
    /// Whether the runtime writes a body from a value; otherwise the caller writes it.
    pub(super) fn is_typed(self) -> bool {
        match self {
            Self::Json | Self::Xml | Self::Form | Self::Multipart => true,
            Self::Text | Self::Binary => false,
        }
    }
}
