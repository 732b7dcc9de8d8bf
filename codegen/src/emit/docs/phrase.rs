use super::list::codes;
use super::{errors, operations, types};
use crate::emit::{markdown, printable};
use crate::plan::docs::{ItemPhrase, MemberPhrase, MethodPhrase, Phrase, ServerPhrase, TypePhrase};

/// The paragraphs of a phrase.
pub(super) fn paragraphs(phrase: &Phrase<'_>) -> Vec<String> {
    match phrase {
        Phrase::Type(phrase) => vec![of_type(phrase)],
        Phrase::Member(phrase) => vec![of_member(phrase)],
        Phrase::Method(phrase) => of_method(phrase),
        Phrase::Item(phrase) => of_item(phrase),
        Phrase::Server(phrase) => vec![of_server(phrase)],
    }
}

fn of_type(phrase: &TypePhrase<'_>) -> String {
    match phrase {
        TypePhrase::Deprecated => "**Deprecated** by the API.".to_owned(),
        TypePhrase::Constant(name, value) => format!(
            "The property {} is always {}.",
            markdown::code(name),
            types::literal(value)
        ),
        TypePhrase::Discriminator(property) => format!(
            "The property {} selects the variant.",
            markdown::code(property)
        ),
        TypePhrase::Untagged => "The shape of the JSON selects the variant.".to_owned(),
        TypePhrase::Tags(tags) => codes(tags.iter().map(String::as_str)),
        TypePhrase::UnknownTag(property) => format!(
            "A value whose {} is missing or unknown to this version of the crate.",
            markdown::code(property)
        ),
        TypePhrase::Looks(tests) => types::looks(tests),
        TypePhrase::SharedFields(rest) => format!(
            "The properties that all variants have; `None` if missing or `null`. In [`{rest}`](Self::{rest}), they are \
             read from the JSON, and `None` if they do not have the type."
        ),
        TypePhrase::NoVariant => "A value that matches no variant.".to_owned(),
        TypePhrase::NoSingleVariant => "A value that matches no variant, or several.".to_owned(),
        TypePhrase::EnumValue(value) => markdown::code(value),
        TypePhrase::Pattern(pattern) => types::pattern(pattern),
        TypePhrase::Regex(source) => markdown::code(source),
        TypePhrase::Length(least, greatest) => format!(
            "Length in characters: {}.",
            types::range(least.as_ref(), greatest.as_ref())
        ),
        TypePhrase::Range(least, greatest) => {
            format!(
                "Range: {}.",
                types::range(least.as_ref(), greatest.as_ref())
            )
        }
        TypePhrase::MultipleOf(step) => format!("A multiple of {step}."),
        TypePhrase::RequiredOf(ty) => format!("The required values of [`{ty}`]."),
    }
}

fn of_member(phrase: &MemberPhrase<'_>) -> String {
    match phrase {
        MemberPhrase::Key(name) => format!("Serialized as {}.", markdown::code(name)),
        MemberPhrase::Shared(name) => format!("The property {}.", markdown::code(name)),
        MemberPhrase::Default(value) => format!("Default: {}.", types::literal(value)),
        MemberPhrase::Sets(name) => format!("Sets {}.", markdown::code(name)),
        MemberPhrase::Required(name, None) => format!("The value of {}.", markdown::code(name)),
        MemberPhrase::Required(name, Some(accepted)) => format!(
            "The value of {}: {}.",
            markdown::code(name),
            markdown::code(accepted)
        ),
    }
}

fn of_method(phrase: &MethodPhrase<'_>) -> Vec<String> {
    let text = match phrase {
        MethodPhrase::Calls(id) => format!("Calls {}.", markdown::code(id)),
        MethodPhrase::Request(method, path) => operations::request_line(*method, path),
        MethodPhrase::Succeeds(ty) => format!("Returns [`{ty}`]."),
        MethodPhrase::SucceedsOptionally(ty, statuses) => operations::optional(*ty, statuses),
        MethodPhrase::Pages(item, source) => operations::pages(*item, *source),
        MethodPhrase::Waits(goal, poll, source) => operations::waits(*goal, poll, *source),
        MethodPhrase::Works(header) => operations::works(*header),
        MethodPhrase::Polls(deletable) => operations::polls(*deletable),
        MethodPhrase::Streams(value, media_type, flag) => {
            operations::streams(*value, media_type, *flag)
        }
        MethodPhrase::Redirects(statuses) => operations::redirects(statuses),
        MethodPhrase::IdempotencyKey(header) => operations::idempotency_key(header),
        MethodPhrase::Headers(names) => {
            format!("Response headers: {}.", codes(names.iter().copied()))
        }
        MethodPhrase::Arguments(rows) => {
            return vec!["# Arguments".to_owned(), operations::arguments(rows)];
        }
        MethodPhrase::BodyMediaTypes(ranges, name) => operations::body_media_types(ranges, name),
        MethodPhrase::Errors(rows) => return errors::errors(rows),
        MethodPhrase::FailureBodies(builder) => {
            format!("[`{builder}::failure`] decodes the bodies listed here.")
        }
    };
    vec![text]
}

fn of_item(phrase: &ItemPhrase<'_>) -> Vec<String> {
    let text = match phrase {
        ItemPhrase::Tag(name) => format!("Operations tagged “{}”.", markdown::inline(name)),
        ItemPhrase::CallOf(link) => format!("A request builder for {}.", operations::link(*link)),
        ItemPhrase::RequiredOf(link) => {
            format!("The required values of {}.", operations::link(*link))
        }
        ItemPhrase::Body => "The body of the request.".to_owned(),
        ItemPhrase::BodyOf(link) => {
            format!(
                "The request body of {}, by media type.",
                operations::link(*link)
            )
        }
        ItemPhrase::Webhook(name) => format!("The event {}.", markdown::code(name)),
        ItemPhrase::DefaultMediaType(range) => format!("{}, the default.", markdown::code(range)),
        ItemPhrase::MediaType(range) => format!("{}.", markdown::code(range)),
        ItemPhrase::OutcomesOf(link) => {
            format!(
                "The successful responses of {}, by status.",
                operations::link(*link)
            )
        }
        ItemPhrase::FailuresOf(link) => format!(
            "The error bodies of {}, by status.",
            operations::link(*link)
        ),
        ItemPhrase::Status(status, text) => {
            let text = format!("{}: {}", errors::status(*status), markdown::inline(text));
            text.trim_end_matches(": ").to_owned()
        }
        ItemPhrase::UndocumentedStatus => {
            "A successful response with an undocumented status.".to_owned()
        }
        ItemPhrase::SendsOtherBody(ranges) => return operations::sends_other_body(ranges),
        ItemPhrase::SendsAs(ranges, true) => {
            return operations::sends_as(
                ranges,
                "[`decode`](crate::Response::decode) decodes JSON.",
            );
        }
        ItemPhrase::SendsAs(ranges, false) => return operations::sends_as(ranges, ""),
        ItemPhrase::ApiError => errors::API_ERROR.to_owned(),
        ItemPhrase::OwnErrors => errors::OWN_ERRORS.to_owned(),
    };
    vec![text]
}

fn of_server(phrase: &ServerPhrase<'_>) -> String {
    match phrase {
        ServerPhrase::Url(url) => markdown::code(url),
        ServerPhrase::RelativeUrl => "Relative: the document does not name a host.".to_owned(),
        ServerPhrase::VariableDefault(value) => {
            format!("Default: {}.", markdown::code(&printable::visible(value)))
        }
        ServerPhrase::VariableValues(values) => {
            let values: Vec<_> = values
                .iter()
                .map(|value| printable::visible(value))
                .collect();
            format!("One of {}.", codes(values.iter().map(AsRef::as_ref)))
        }
    }
}
