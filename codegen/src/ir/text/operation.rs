//! Operations.

use std::fmt::{self, Display, Formatter};

use super::{Given, In, InApi, Indented, joined};
use crate::ir::{
    Encoding, Header, Location, MediaType, Parameter, PathSegment, PathTemplate, RecordPart,
    Requirement, Reserved, Response, Status, Style,
};

impl Display for InApi<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(api, operation) = self;
        let types = &api.types;
        let tag = &api.tag(operation.tag).name;
        let method = operation.method.as_str();
        write!(f, "operation {} {method} {}", operation.id, operation.path)?;
        write!(f, " tag {:?}{}", tag, Given(&operation.given))?;
        if let Some(version) = &operation.alternative {
            write!(f, " at {version}")?;
        }
        writeln!(f, "{}", word(operation.deprecated, " deprecated"))?;
        write!(f, "{}", Indented("  ", &operation.docs))?;
        if !operation.security.is_empty() {
            let all: Vec<_> = operation.security.iter().map(ToString::to_string).collect();
            writeln!(f, "  security {}", all.join(" | "))?;
        }
        for server in &operation.servers {
            write!(f, "  {server}")?;
        }
        for parameter in &operation.parameters {
            write!(f, "{}", In(types, parameter))?;
        }
        if let Some(body) = &operation.request_body {
            let required = word(body.required, " required");
            for content in &body.content {
                writeln!(f, "  body{required} {}", In(types, content))?;
            }
            write!(f, "{}", Indented("    ", &body.docs))?;
        }
        for response in &operation.responses {
            write!(f, "{}", In(types, response))?;
        }
        if let Some(pages) = &operation.pages {
            writeln!(f, "  pages {pages}")?;
        }
        if let Some(work) = &operation.work {
            writeln!(f, "  work {work}")?;
        }
        Ok(())
    }
}

fn word(holds: bool, word: &str) -> &str {
    if holds { word } else { "" }
}

impl Display for PathTemplate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|segment| match segment {
            PathSegment::Literal(text) => f.write_str(text),
            PathSegment::Parameter(name) => write!(f, "{{{name}}}"),
        })
    }
}

impl Display for Requirement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.write_str("none"),
            names => f.write_str(&names.join(" + ")),
        }
    }
}

impl Display for In<'_, Parameter> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, parameter) = self;
        let place = match parameter.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
        };
        write!(
            f,
            "  {place} {}: {}",
            parameter.name,
            In(types, &parameter.ty)
        )?;
        if let Some(default) = &parameter.default {
            write!(f, " = {default}")?;
        }
        write!(f, "{}", Given(&parameter.given))?;
        if let Some(constant) = &parameter.constant {
            write!(f, " of {constant}")?;
        }
        f.write_str(word(parameter.required, " required"))?;
        f.write_str(word(parameter.deprecated, " deprecated"))?;
        let (usual, explodes) = usual_style(parameter.location);
        if parameter.style != usual {
            write!(f, " {:?}", parameter.style)?;
        }
        if parameter.explode != explodes && parameter.style != Style::Json {
            f.write_str(word(parameter.explode, " exploded"))?;
            f.write_str(word(!parameter.explode, " joined"))?;
        }
        let is_open = parameter.reserved == Reserved::Allowed;
        f.write_str(word(is_open, " reserved"))?;
        write!(f, "\n{}", Indented("    ", &parameter.docs))
    }
}

/// The default of style and `explode`.
fn usual_style(location: Location) -> (Style, bool) {
    match location {
        Location::Path | Location::Header => (Style::Simple, false),
        Location::Query | Location::Cookie => (Style::Form, true),
    }
}

impl Display for In<'_, Response> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, response) = self;
        if response.content.is_empty() {
            writeln!(f, "  {} no body", response.status)?;
        }
        for content in &response.content {
            writeln!(f, "  {} {}", response.status, In(types, content))?;
        }
        write!(f, "{}", Indented("    ", &response.docs))?;
        for header in &response.headers {
            write!(f, "{}", In(types, header))?;
        }
        Ok(())
    }
}

impl Display for In<'_, Header> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, header) = self;
        let required = word(header.required, " required");
        let ty = In(types, &header.ty);
        writeln!(f, "    header {}: {ty}{required}", header.name)?;
        write!(f, "{}", Indented("      ", &header.docs))
    }
}

impl Display for Status {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Range(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl Display for In<'_, MediaType> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, media) = self;
        media.range.fmt(f)?;
        if media.encoding != Encoding::Json {
            write!(f, " as {}", format!("{:?}", media.encoding).to_lowercase())?;
        }
        if let Some(version) = &media.version {
            write!(f, " version {version}")?;
        }
        if let Some(day) = &media.sunset {
            write!(f, " until {day}")?;
        }
        write!(f, ": {}", In(types, &media.ty))?;
        if let Some(items) = &media.items {
            let part = match items.part {
                RecordPart::Data => "",
                RecordPart::Event => "whole events ",
            };
            write!(f, ", a sequence of {part}{}", In(types, &items.ty))?;
        }
        media.properties.iter().try_for_each(|property| {
            write!(f, ", {}", property.name)?;
            if !property.content_types.is_empty() {
                write!(f, " as {}", joined(&property.content_types, " or "))?;
            }
            for header in &property.headers {
                write!(f, " with {header}")?;
            }
            if let Some(style) = property.style {
                write!(f, " {style:?}")?;
            }
            f.write_str(word(!property.explode, " joined"))?;
            f.write_str(word(property.reserved == Reserved::Allowed, " reserved"))
        })
    }
}
