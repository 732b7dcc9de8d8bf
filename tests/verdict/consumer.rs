//! A program that uses every item of a client, as its `bindings.json` describes it.

use std::fmt::Write;

use codegen::parts::{CLIENT, FEATURES};
use codegen::pattern;
use codegen::verdict::{Fact, Item, Kind, Surface};

/// The first lines of the program, which is only checked. Names of types of the API need no path.
const HEAD: &str = "\
#![allow(warnings)]
use std::borrow::Cow;
use std::collections::BTreeMap;
use client::types::*;
fn any<T>() -> T { unimplemented!() }
fn main() {}
";

/// Strings that patterns of the table accept.
const SAMPLES: [&str; 7] = [
    "a1b2",
    "a1b2c3d4",
    "abcd",
    "a",
    "A",
    "AWS",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklm",
];

/// The program for a client whose crate has the name `library`.
pub(crate) fn of(surface: &Surface, library: &str) -> String {
    let mut text = format!("{HEAD}use {library} as client;\n");
    for (position, item) in surface.items.iter().enumerate() {
        let body = body(surface, item);
        if !body.is_empty() {
            // A `String` takes every write.
            let _ = writeln!(text, "async fn item_{position}() {{\n{body}}}");
        }
    }
    text
}

fn body(surface: &Surface, item: &Item) -> String {
    match item.kind {
        Kind::Operation => operation(surface, item),
        Kind::Struct => structure(item),
        Kind::Enum => values(item),
        Kind::Union => variants(item, item.ident()) + &members(item),
        Kind::Text => text(item),
        Kind::Integer => integer(item),
        Kind::Alias => {
            let target = path(item.fact(Fact::Target).unwrap_or_default());
            format!("let _: {} = any::<{target}>();\n", item.ident())
        }
        Kind::Outcomes | Kind::Alternatives => {
            let name = format!("client::{}", item.name);
            variants(item, &name) + &members_of(item, &name)
        }
        Kind::Server => server(item),
        Kind::Export if is_default(item) => {
            format!("use client::{} as _item;\n", item.name)
        }
        Kind::Method if item.name == "Error::api_error" => {
            let ty = path(item.fact(Fact::Result).unwrap_or_default());
            format!("let _: Option<&{ty}> = any::<&client::Error>().api_error();\n")
        }
        _ => String::new(),
    }
}

/// Whether the features that an item and its module need are those of groups or of the client, which are on by default.
fn is_default(item: &Item) -> bool {
    let is_on = |feature: &str| {
        let mut optional = FEATURES.iter().filter(|it| it.name != CLIENT);
        optional.all(|it| it.name != feature)
    };
    // A module that a feature adds has its name.
    let module = item.name.split("::").next().unwrap_or_default();
    let conditions = item.fact(Fact::When).into_iter();
    let mut conditions = conditions.flat_map(|it| it.split(" & ")).chain([module]);
    conditions.all(|any| any.split(", ").any(is_on))
}

/// A type as the program writes it.
fn path(signature: &str) -> String {
    let mut text = String::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = signature;
    while let Some(first) = rest.chars().next() {
        let end = if is_part(first) {
            rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(end);
        let is_nested = text.ends_with("::");
        match token {
            "wire" | "api" | "Secret" | "UnknownResponse" if !is_nested => {
                text.push_str("client::");
                text.push_str(token);
            }
            "crate" => text.push_str("client"),
            _ => text.push_str(token),
        }
        rest = after;
    }
    text
}

/// An expression that fits an argument.
fn argument(signature: &str) -> String {
    if signature == "impl AsRef<str>" || signature == "impl Into<String>" {
        return "\"text\"".to_owned();
    }
    let item = signature
        .strip_prefix("impl IntoIterator<Item: Into<")
        .and_then(|it| it.strip_suffix(">>"));
    if let Some(item) = item {
        return format!("any::<Vec<{}>>()", path(item));
    }
    if signature == "impl wire::IntegerArgument" {
        return "any::<i64>()".to_owned();
    }
    let value = signature
        .strip_prefix("impl IntoIterator<Item: wire::Entry<")
        .and_then(|it| it.strip_suffix(">>"));
    if let Some(value) = value {
        return format!(
            "any::<std::collections::BTreeMap<String, {}>>()",
            path(value)
        );
    }
    let inner = signature
        .strip_prefix("impl Into<")
        .and_then(|it| it.strip_suffix('>'));
    match (inner, signature.strip_prefix('&')) {
        (Some(inner), _) => format!("any::<{}>()", path(inner)),
        (None, Some(inner)) => format!("&any::<{}>()", path(inner)),
        (None, None) => format!("any::<{}>()", path(signature)),
    }
}

/// Arguments by position, or in a struct that names them.
fn passed<'a>(named: Option<&str>, arguments: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let arguments = arguments.map(|(name, ty)| match named {
        Some(_) => format!("{name}: {}", argument(ty)),
        None => argument(ty),
    });
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    match named {
        Some(named) => format!("{named} {{ {arguments} }}"),
        None => arguments,
    }
}

fn operation(surface: &Surface, item: &Item) -> String {
    let (group, method) = item.name.rsplit_once("::").unwrap_or_default();
    let handle = surface.items.iter().find(|it| it.name == group);
    let accessor = handle.and_then(|it| it.fact(Fact::Accessor));
    let accessor = accessor.unwrap_or_default();
    let builder = item.fact(Fact::Builder).unwrap_or_default();
    let arguments = item.members.iter().filter(|it| it.kind == Kind::Argument);
    let arguments = arguments.map(|it| (it.name.as_str(), it.signature.as_str()));
    let named = item
        .fact(Fact::Named)
        .map(|it| format!("client::api::{it}"));
    let arguments = passed(named.as_deref(), arguments);
    let mut text = format!(
        "let call: client::api::{builder} = any::<client::Client>().{accessor}().{method}({arguments});\n"
    );
    for member in &item.members {
        let name = &member.name;
        text.extend([match (member.kind, name.as_str()) {
            (Kind::Setter, _) => {
                let value = argument(&member.signature);
                format!("let call = call.{name}({value});\n")
            }
            (Kind::Method, "with_body") => {
                "let call = call.with_body(\"text/plain\", \"text\");\n".to_owned()
            }
            (Kind::Method, "send_as") => "call.clone().send_as(\"text/plain\").await;\n".to_owned(),
            (Kind::Method, "pages" | "items") => {
                let ty = member.signature.split_once("-> ").unwrap_or_default().1;
                let ty = path(ty);
                format!("let _: client::{ty} = call.clone().{name}();\n")
            }
            (Kind::Method, "send_events") => "call.clone().send_events().await;\n".to_owned(),
            (Kind::Method, _) => format!("call.clone().{name}(any()).await;\n"),
            _ => String::new(),
        }]);
    }
    let result = path(item.fact(Fact::Result).unwrap_or_default());
    if let Some(failure) = item.fact(Fact::Failure) {
        let failure = path(failure);
        text.extend([format!(
            "let _: Option<{failure}> = client::api::{builder}::failure(&any::<client::Error>());\n"
        )]);
    }
    text.extend([format!("let _: {result} = call.send().await.unwrap();\n")]);
    text
}

fn structure(item: &Item) -> String {
    let name = item.ident();
    let mut text = String::new();
    for member in &item.members {
        let (ident, signature) = (&member.name, &member.signature);
        text.extend([match member.kind {
            Kind::New => {
                let arguments = split(signature);
                let arguments = arguments.iter().filter_map(|it| it.split_once(": "));
                let arguments = passed(member.fact(Fact::Named), arguments);
                format!("let value: {name} = {name}::new({arguments});\n")
            }
            Kind::Field => format!(
                "let {name} {{ {ident}: field, .. }} = any::<{name}>();\nlet _: {} = field;\n",
                path(signature)
            ),
            Kind::Setter => format!(
                "let value: {name} = any::<{name}>().{ident}({});\n",
                argument(signature)
            ),
            _ => String::new(),
        }]);
    }
    if item.fact(Fact::Default).is_some() {
        text.extend([format!("let value = <{name} as Default>::default();\n")]);
    }
    text
}

/// The parts of a list of arguments.
fn split(signature: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let parts = signature.split(|c| {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts.map(|it| it.trim().to_owned()).collect()
}

fn values(item: &Item) -> String {
    let name = item.ident();
    let from = match item.fact(Fact::Values) {
        Some("integers") => format!("let _ = {name}::from(1_i64).as_i64();\n"),
        _ => format!("let value = {name}::from(\"text\");\nlet _: &str = value.as_str();\n"),
    };
    variants(item, name) + &from
}

fn variants(item: &Item, name: &str) -> String {
    let variants = item.members.iter().filter(|it| it.kind == Kind::Variant);
    let arms = variants.map(|variant| {
        let ident = &variant.name;
        match variant.signature.as_str() {
            "" => format!("    {name}::{ident} => {{}}\n"),
            payload => format!(
                "    {name}::{ident}(it) => {{ let _: {} = it; }}\n",
                path(payload)
            ),
        }
    });
    let arms: String = arms.collect();
    format!("match any::<{name}>() {{\n{arms}    _ => {{}}\n}}\n")
}

fn members(item: &Item) -> String {
    let tag = match item.fact(Fact::Tag) {
        Some(_) => format!("let _: Option<&str> = any::<&{}>().tag();\n", item.ident()),
        None => String::new(),
    };
    tag + &members_of(item, item.ident())
}

fn members_of(item: &Item, name: &str) -> String {
    let mut text = String::new();
    for member in &item.members {
        let ident = &member.name;
        text.extend([match member.kind {
            Kind::From => {
                let payload = path(&member.signature);
                format!("let _: {name} = <{name} as From<{payload}>>::from(any());\n")
            }
            Kind::Method if name != "client::webhooks::Event" => {
                let result = member.signature.split_once("-> ").unwrap_or_default().1;
                format!("let _: {} = any::<&{name}>().{ident}();\n", path(result))
            }
            _ => String::new(),
        }]);
    }
    text
}

fn text(item: &Item) -> String {
    let name = item.ident();
    let mut text = format!("let value: {name} = {name}::new(\"text\").unwrap();\n");
    let bound = |fact, otherwise| {
        let bound = item.fact(fact).and_then(|it| it.parse().ok());
        bound.unwrap_or(otherwise)
    };
    let lengths = bound(Fact::MinLength, 0)..=bound(Fact::MaxLength, usize::MAX);
    let automaton = item.fact(Fact::Pattern).map(pattern::compile);
    for sample in SAMPLES {
        let fits = match &automaton {
            Some(Ok(automaton)) => automaton.accepts(sample),
            Some(Err(_)) | None => true,
        };
        if fits && lengths.contains(&sample.len()) {
            text.extend([format!(
                "const _: {name} = {name}::from_static({sample:?});\n"
            )]);
        }
    }
    if item.fact(Fact::Secret).is_none() {
        text += "let _: &str = value.as_str();\n";
    }
    text
}

fn integer(item: &Item) -> String {
    let name = item.ident();
    let bounds = [Fact::Minimum, Fact::Maximum];
    let bounds = bounds.iter().filter_map(|it| item.fact(*it));
    let consts = bounds.map(|it| format!("const _: {name} = {name}::from_static({it});\n"));
    let consts: String = consts.collect();
    let inner = item.signature.split_once('(').unwrap_or_default().1;
    let inner = inner.trim_end_matches(')');
    format!("let value: {name} = {name}::new(1).unwrap();\nlet _: {inner} = value.get();\n{consts}")
}

fn server(item: &Item) -> String {
    let name = format!("client::{}", item.name);
    if item.signature.starts_with("const") {
        return format!("let _: &str = {name};\n");
    }
    let setters = item
        .members
        .iter()
        .map(|it| format!(".{}(\"text\")", it.name));
    let setters: String = setters.collect();
    format!("let _: {name} = {name}::new(){setters};\n")
}
