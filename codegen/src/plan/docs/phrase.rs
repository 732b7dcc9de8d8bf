//! Sentences of our own about a thing, which `emit` puts into words.

use crate::analyze::{Span, Test};
use crate::ir::{Literal, Method, Pattern, Status};
use crate::plan::paging::Source;
use crate::plan::streaming::Flag;
use crate::plan::waiting;

/// A sentence of our own.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// About a type.
    Type(TypePhrase<'a>),
    /// About a property or a parameter.
    Member(MemberPhrase<'a>),
    /// About the method of an operation.
    Method(MethodPhrase<'a>),
    /// About another item of an operation or tag.
    Item(ItemPhrase<'a>),
    /// About a server.
    Server(ServerPhrase<'a>),
}

/// A sentence about a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypePhrase<'a> {
    /// The type is deprecated.
    Deprecated,
    /// A property that has one value.
    Constant(&'a str, &'a Literal),
    /// The property that selects the variant.
    Discriminator(&'a str),
    /// The JSON selects the variant.
    Untagged,
    /// The values of a discriminator that select a variant.
    Tags(&'a [String]),
    /// A value whose discriminator (of this name) is unknown or missing.
    UnknownTag(&'a str),
    /// The tests that a value of a variant passes.
    Looks(&'a [Test]),
    /// The fields that all variants of a union have; its variant for other values.
    SharedFields(&'a str),
    /// A value that matches no variant.
    NoVariant,
    /// A value that matches no variant, or several.
    NoSingleVariant,
    /// A value of an enum.
    EnumValue(String),
    /// A pattern that is checked or that is not.
    Pattern(&'a Pattern),
    /// A regular expression.
    Regex(&'a str),
    /// Least and greatest length of a string.
    Length(Option<u64>, Option<u64>),
    /// Least and greatest value of an integer.
    Range(Option<i128>, Option<i128>),
    /// An integer is a multiple of this.
    MultipleOf(i128),
    /// The required values of the type of this name.
    RequiredOf(&'a str),
}

impl<'a> From<TypePhrase<'a>> for Phrase<'a> {
    fn from(phrase: TypePhrase<'a>) -> Self {
        Self::Type(phrase)
    }
}

/// A sentence about a property or a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum MemberPhrase<'a> {
    /// The key of a property whose field has another name.
    Key(&'a str),
    /// The target of a setter.
    Sets(&'a str),
    /// The key of a property that all variants of a union have.
    Shared(&'a str),
    /// The default of a property or parameter.
    Default(&'a Literal),
    /// A required value of this name, and the values that it is converted from.
    Required(&'a str, Option<String>),
}

impl<'a> From<MemberPhrase<'a>> for Phrase<'a> {
    fn from(phrase: MemberPhrase<'a>) -> Self {
        Self::Member(phrase)
    }
}

/// A sentence about the method of an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum MethodPhrase<'a> {
    /// Calls the operation of this id.
    Calls(&'a str),
    /// Method and path.
    Request(Method, String),
    /// The type of a success.
    Succeeds(&'a str),
    /// The type of a success, or nothing with these statuses (with none of them: if the body is empty).
    SucceedsOptionally(Option<&'a str>, &'a [Span]),
    /// The result is a page of a list: the type of an item if it has a name, and whether that is inferred.
    Pages(Option<&'a str>, Source),
    /// A wait follows: whether it is one for deletion, the id of the operation that polls, and whether that is inferred.
    Waits(waiting::Goal, &'a str, waiting::Source),
    /// A wait follows, if the response has the URL to poll: the header from which that is inferred.
    Works(Option<&'a str>),
    /// The operation polls: whether it can wait for deletion.
    Polls(waiting::Deletable<'a>),
    /// The result can be a sequence: the type of a value if it has a name, the media type, and the flag of the request.
    Streams(Option<&'a str>, &'a str, Option<Flag<'a>>),
    /// Redirects that are successes.
    Redirects(Vec<Status>),
    /// The header with an idempotency key.
    IdempotencyKey(&'a str),
    /// Headers of a success.
    Headers(Vec<&'a str>),
    /// The positional arguments that the document describes: name and Markdown.
    Arguments(Vec<(&'a str, &'a str)>),
    /// The media types of a body, the default first, and the enum that has all of them.
    BodyMediaTypes(Vec<&'a str>, &'a str),
    /// The documented failures: status, Markdown, and the type of the body if it is not the shared error.
    Errors(Vec<(Status, &'a str, Option<&'a str>)>),
    /// The builder whose function `failure` reads the bodies of failures.
    FailureBodies(&'a str),
}

impl<'a> From<MethodPhrase<'a>> for Phrase<'a> {
    fn from(phrase: MethodPhrase<'a>) -> Self {
        Self::Method(phrase)
    }
}

/// A sentence about another item of an operation or tag.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemPhrase<'a> {
    /// The operations of a tag of this name.
    Tag(&'a str),
    /// A call of an operation.
    CallOf(MethodLink<'a>),
    /// The required values of an operation.
    RequiredOf(MethodLink<'a>),
    /// The body of a request.
    Body,
    /// The body of the requests of an operation, by media type.
    BodyOf(MethodLink<'a>),
    /// The default media type.
    DefaultMediaType(&'a str),
    /// Another media type.
    MediaType(&'a str),
    /// The results of an operation, by status.
    OutcomesOf(MethodLink<'a>),
    /// The bodies of failures of an operation, by status.
    FailuresOf(MethodLink<'a>),
    /// A status and what the document says about it.
    Status(Status, &'a str),
    /// A success with an undocumented status.
    UndocumentedStatus,
    /// Sends a body in one of these media types.
    SendsOtherBody(Vec<&'a str>),
    /// Requests one of these media types; one of them is JSON if the flag is set.
    SendsAs(Vec<&'a str>, bool),
    /// An event of this name.
    Webhook(&'a str),
    /// The shared error.
    ApiError,
    /// The shared error is absent for some operations.
    OwnErrors,
}

impl<'a> From<ItemPhrase<'a>> for Phrase<'a> {
    fn from(phrase: ItemPhrase<'a>) -> Self {
        Self::Item(phrase)
    }
}

/// A sentence about a server.
#[derive(Clone, Debug, PartialEq)]
pub enum ServerPhrase<'a> {
    /// A URL or its template.
    Url(&'a str),
    /// A URL without a host.
    RelativeUrl,
    /// The default of a variable.
    VariableDefault(&'a str),
    /// The values of a variable.
    VariableValues(&'a [String]),
}

impl<'a> From<ServerPhrase<'a>> for Phrase<'a> {
    fn from(phrase: ServerPhrase<'a>) -> Self {
        Self::Server(phrase)
    }
}

/// A link to the method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodLink<'a> {
    /// The handle that has the method.
    pub handle: &'a str,
    /// The method.
    pub method: &'a str,
}
