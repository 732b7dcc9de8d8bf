//! Operations as commands.

use std::collections::BTreeMap;

use serde::Serialize;

use super::case::{command, group_command};
use super::flags::{self, Flag, Sent, is_false};
use super::follow::{self, Following};
use super::prose::{Notes, Prose};
use super::reference::Reference;
use crate::ir::{
    ApiVersion, Encoding, MediaRange, MediaType, MediaTypeId, Note, Operation, PropertyEncoding,
    RequestBody, Server, Status, Style,
};
use crate::options::{CliOptions, CommandCase};
use crate::plan::idempotency;
use crate::plan::model::{Model, NamedOperation, NamedTag};
use crate::plan::operation::{media, unusual_fields};
use crate::plan::settings;

/// An operation in one version.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Command<'a> {
    /// Its id in the document.
    pub id: &'a str,
    /// Other names of the command.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The request method.
    pub method: &'static str,
    /// The path below the base URL.
    pub path: String,
    /// One line about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Prose<'a>>,
    /// Facts about it, such as the required role.
    #[serde(skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes<'a>,
    /// Whether it is deprecated.
    #[serde(skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Its other versions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<String>,
    /// The sunset date of the version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sunset: Option<&'a str>,
    /// Its parameters.
    pub flags: Vec<Flag<'a>>,
    /// The parameter whose value is the discriminator of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<&'a str>,
    /// Its body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body<'a>>,
    /// The media types that it accepts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<String>,
    /// Its responses.
    pub responses: Vec<Response<'a>>,
    /// Alternatives of required credentials, each a set of schemes.
    pub security: Vec<&'a [String]>,
    /// Its base URL, if it has one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// The header with an idempotency key, in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idempotency: Option<String>,
    /// The follow-up requests of its response.
    #[serde(flatten)]
    pub following: Following<'a>,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Body<'a> {
    /// Whether it is required.
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// The media types, the default first.
    pub media: Vec<Media<'a>>,
}

/// A media type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Media<'a> {
    /// The media type, or a range.
    pub media: &'a str,
    /// The encoding of the value.
    pub encoding: &'static str,
    /// The type of the value.
    #[serde(rename = "type")]
    pub ty: Reference<'a>,
    /// The media types of properties of a form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<(&'a str, Vec<&'a str>)>,
    /// The properties of a form that have another style than the default.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field<'a>>,
}

/// A property of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field<'a> {
    /// Its name.
    pub name: &'a str,
    /// How it is sent.
    #[serde(flatten)]
    pub sent: Sent,
}

/// A response.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Response<'a> {
    /// The status, range or `default`.
    pub status: String,
    /// Whether it is a success.
    #[serde(skip_serializing_if = "is_false")]
    pub success: bool,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// Its media types.
    pub media: Vec<Media<'a>>,
}

/// The commands by group and name. Other versions than the default one have their version behind the name.
pub(super) fn plan<'a>(
    model: &Model<'a>,
    options: &'a CliOptions,
    tags: &[NamedTag<'a>],
) -> Vec<(String, Command<'a>)> {
    let mut groups: Vec<(String, Vec<NamedOperation<'a>>)> = Vec::new();
    for tag in tags {
        let name = group_command(options, &tag.def.name);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, operations)) => operations.extend(tag.operations.iter().copied()),
            None => groups.push((name, tag.operations.clone())),
        }
    }
    let groups = groups.iter();
    groups
        .flat_map(|(name, it)| group(model, options, name, it))
        .collect()
}

fn group<'a>(
    model: &Model<'a>,
    options: &'a CliOptions,
    group: &str,
    operations: &[NamedOperation<'a>],
) -> Vec<(String, Command<'a>)> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for operation in operations.iter().filter(|it| it.def.alternative.is_none()) {
        *uses.entry(short(options, operation.def)).or_default() += 1;
    }
    // Names that case alone tells apart are those of the document.
    let name = |def: &'a Operation| match short(options, def) {
        short if uses.get(&short).is_some_and(|uses| *uses > 1) => def.id.clone(),
        short => short,
    };
    let mut taken: Vec<String> = operations.iter().map(|it| name(it.def)).collect();
    let commands = operations.iter().map(|operation| {
        let name = name(operation.def);
        let mut command = plan_one(model, options, *operation);
        if operation.def.alternative.is_none() {
            command.versions = versions(operations, operation.def);
            let aliases = aliases(options, operation.def).into_iter();
            let aliases = aliases.filter(|alias| !taken.contains(alias)).collect();
            command.aliases = aliases;
            taken.extend(command.aliases.iter().cloned());
        }
        let key = match &operation.def.alternative {
            None => format!("{group} {name}"),
            Some(version) => format!("{group} {name}@{version}"),
        };
        (key, command)
    });
    commands.collect()
}

/// The name of the document's own choice, in the case of the settings.
fn short(options: &CliOptions, def: &Operation) -> String {
    let name = def.given.as_ref().map_or(&*def.id, |given| given.as_str());
    let is_word = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
    match options.case {
        CommandCase::Camel if name.chars().all(is_word) && !name.starts_with('-') => {
            name.to_owned()
        }
        CommandCase::Camel | CommandCase::Kebab => command(options, name),
    }
}

/// The long id, and the names of the settings.
fn aliases(options: &CliOptions, def: &Operation) -> Vec<String> {
    let given = settings::of(&options.operation_aliases, def);
    let given = given.into_iter().flatten().cloned();
    let short = short(options, def);
    let long = std::iter::once(def.id.clone());
    let names = def.given.iter().map(|it| it.as_str().to_owned());
    let all = long.chain(names).chain(given);
    let is_usable =
        |it: &String| *it != short && !it.starts_with('-') && !it.contains(char::is_whitespace);
    let mut found: Vec<String> = Vec::new();
    for alias in all.filter(is_usable) {
        if !found.contains(&alias) {
            found.push(alias);
        }
    }
    found
}

fn versions(operations: &[NamedOperation<'_>], def: &Operation) -> Vec<String> {
    let same = operations.iter().filter(|it| it.def.origin == def.origin);
    let versions = same.filter_map(|it| it.def.alternative.as_ref());
    versions.map(ApiVersion::to_string).collect()
}

fn plan_one<'a>(
    model: &Model<'a>,
    options: &'a CliOptions,
    operation: NamedOperation<'a>,
) -> Command<'a> {
    let def = operation.def;
    let docs = &def.docs;
    let about = docs.summary.as_deref().or(docs.description.as_deref());
    let version = docs.notes.iter().find_map(|note| match note {
        Note::Version(version) => Some(version.to_string()),
        _ => None,
    });
    let tag = operation.facts.tag_parameter;
    Command {
        id: &def.id,
        aliases: Vec::new(),
        method: def.method.as_str(),
        path: def.path.to_string(),
        about: about.map(Prose::whole),
        description: docs.description.as_deref().map(Prose::whole),
        notes: Notes::of(docs),
        deprecated: def.deprecated,
        version,
        versions: Vec::new(),
        sunset: def.sunset(),
        flags: flags::plan(model, options, operation),
        tag: tag.map(|id| def.parameter(id).name.as_str()),
        body: def
            .request_body
            .as_ref()
            .map(|it| body(model, operation, it)),
        accept: media::accept(operation),
        responses: def
            .responses
            .iter()
            .map(|it| response(model, def, it))
            .collect(),
        security: def.security.iter().map(|it| it.0.as_slice()).collect(),
        server: def.servers.first().map(Server::default_url),
        idempotency: idempotency::plan(model, operation).map(str::to_ascii_lowercase),
        following: follow::plan(model, operation),
    }
}

fn body<'a>(model: &Model<'a>, operation: NamedOperation<'a>, body: &'a RequestBody) -> Body<'a> {
    let usual = operation.facts.request.map(MediaTypeId::index);
    let mut content: Vec<_> = body.content.iter().enumerate().collect();
    content.sort_by_key(|(position, _)| Some(*position) != usual);
    Body {
        required: body.required,
        about: Prose::description(&body.docs),
        media: content
            .into_iter()
            .map(|(_, it)| media(model, it))
            .collect(),
    }
}

fn response<'a>(
    model: &Model<'a>,
    operation: &Operation,
    response: &'a crate::ir::Response,
) -> Response<'a> {
    Response {
        status: match response.status {
            Status::Code(code) => code.to_string(),
            Status::Range(class) => format!("{class}XX"),
            Status::Default => "default".to_owned(),
        },
        success: operation.is_success(response),
        about: Prose::description(&response.docs),
        media: response.content.iter().map(|it| media(model, it)).collect(),
    }
}

fn field((property, style): (&PropertyEncoding, Style)) -> Field<'_> {
    Field {
        name: &property.name,
        sent: Sent::field(style, property.explode, property.reserved),
    }
}

fn media<'a>(model: &Model<'a>, media: &'a MediaType) -> Media<'a> {
    let part = |it: &'a PropertyEncoding| {
        let types = it.content_types.iter().map(MediaRange::as_str);
        (it.name.as_str(), types.collect())
    };
    Media {
        media: media.range.as_str(),
        encoding: match media.encoding {
            Encoding::Json => "json",
            Encoding::Xml => "xml",
            Encoding::Form => "form",
            Encoding::Multipart => "multipart",
            Encoding::Text => "text",
            Encoding::Binary => "binary",
        },
        ty: Reference::of(model, &media.ty),
        parts: media.properties.iter().map(part).collect(),
        fields: unusual_fields(media).map(field).collect(),
    }
}
