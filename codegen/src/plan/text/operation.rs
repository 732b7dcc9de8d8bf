use std::fmt::{self, Display, Formatter};

use super::super::operation::{
    Attribute, Failure, Format, Operation, Outcomes, Payload, Row, Sent, SetBody, SetParameter,
    Setter, Written,
};
use super::docs::Docs;
use super::types::Marks;
use super::value::list;

impl Display for Operation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let lints = Marks(&self.lints);
        writeln!(
            f,
            "  operation {}: {} -> {}{lints}",
            self.id, self.ident, self.builder
        )?;
        writeln!(
            f,
            "    {} {} {}",
            self.method.as_str(),
            self.path,
            self.constant
        )?;
        write!(f, "{}", Docs("    ", &self.docs))?;
        if let Some(deprecation) = &self.deprecated {
            writeln!(f, "    deprecated {deprecation:?}")?;
        }
        for row in &self.parameters {
            writeln!(f, "    {row}")?;
        }
        if let Some(range) = self.content_type {
            writeln!(f, "    content-type {range}")?;
        }
        if let Some(ranges) = &self.accept {
            writeln!(f, "    accept {ranges}")?;
        }
        if !self.security.is_empty() {
            writeln!(f, "    security {}", list(self.security.iter()))?;
        }
        if let Some(url) = &self.server {
            writeln!(f, "    server {url}")?;
        }
        if let Some(redirects) = self.redirects {
            writeln!(f, "    redirects {redirects:?}")?;
        }
        if let Some(header) = &self.idempotency_key {
            writeln!(f, "    idempotency-key {header}")?;
        }
        if let Some(required) = &self.required {
            writeln!(f, "    arguments in {required}")?;
        }
        for argument in &self.arguments {
            writeln!(f, "    argument {argument}")?;
        }
        if let Some(body) = &self.body {
            writeln!(f, "    argument {body}")?;
        }
        for setter in &self.setters {
            write!(f, "{setter}")?;
        }
        writeln!(f, "    sends {}", self.sent)?;
        writeln!(f, "    returns {}", self.payload)?;
        if let Some(pages) = &self.pages {
            writeln!(f, "    pages {pages}")?;
        }
        write!(f, "{}", self.waiting)?;
        if let Some(stream) = &self.stream {
            writeln!(f, "    stream {stream}")?;
        }
        self.write_bodies(f)
    }
}

impl Operation<'_> {
    fn write_bodies(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(alternatives) = &self.alternatives {
            writeln!(f, "    enum {}", alternatives.ident)?;
            for variant in &alternatives.variants {
                let (ident, ty, range) = (variant.ident, &variant.ty, variant.range);
                let (conversion, format) = (variant.conversion, &variant.format);
                writeln!(f, "      {ident}({ty}) {format} {conversion:?} {range:?}")?;
            }
        }
        if let Some(success) = &self.success {
            write!(f, "    success {success}")?;
        }
        match &self.failure {
            None => Ok(()),
            Some(Failure::Body(ty, statuses)) => writeln!(f, "    failure {ty} with {statuses:?}"),
            Some(Failure::ByStatus(outcomes)) => write!(f, "    failure {outcomes}"),
        }
    }
}

impl Display for Row<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let location = format!("{:?}", self.location).to_lowercase();
        write!(f, "{location} {}", self.name)?;
        self.attributes
            .iter()
            .try_for_each(|attribute| match attribute {
                Attribute::Required => f.write_str(" required"),
                Attribute::Style(style) => write!(f, " {style:?}"),
                Attribute::Explode(true) => f.write_str(" exploded"),
                Attribute::Explode(false) => f.write_str(" joined"),
                Attribute::Reserved => f.write_str(" reserved"),
                Attribute::Default(value) | Attribute::JsonDefault(value) => {
                    write!(f, " = {value:?}")
                }
            })
    }
}

impl Display for SetParameter<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} to {:?}",
            self.ident, self.argument, self.target.name
        )?;
        match self.target.position {
            Some(position) => write!(f, " at {position}"),
            None => Ok(()),
        }
    }
}

impl Display for SetBody<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} as ", self.ident, self.argument)?;
        match &self.written {
            Written::Alternatives(name) => write!(f, "{name}"),
            Written::Raw => f.write_str("bytes"),
            Written::Value { tag, format, .. } => {
                write!(f, "{format}")?;
                match tag {
                    Some(target) => write!(f, ", its tag to {:?}", target.name),
                    None => Ok(()),
                }
            }
        }
    }
}

impl Display for Format<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json => f.write_str("json"),
            Self::Xml => f.write_str("xml"),
            Self::Form(rows) => write!(f, "form({})", list(rows.iter())),
            Self::Multipart(parts) => {
                let parts = parts.iter();
                let parts = list(parts.map(|(name, range)| format!("{name}: {range}")));
                write!(f, "multipart({parts})")
            }
        }
    }
}

impl Display for Setter<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (line, docs) = match self {
            Self::Parameter(docs, deprecation, set) => {
                let deprecated = if deprecation.is_some() {
                    " deprecated"
                } else {
                    ""
                };
                (format!("set {set}{deprecated}"), docs)
            }
            Self::Body(docs, set) => (format!("set {set}"), docs),
            Self::OtherBody(docs) => ("with_body".to_owned(), docs),
            Self::SendAs(docs) => ("send_as".to_owned(), docs),
        };
        write!(f, "    {line}\n{}", Docs("      ", docs))
    }
}

impl Display for Sent<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Value(ty) => write!(f, "{ty}"),
            Self::Bytes => f.write_str("bytes"),
        }
    }
}

impl Display for Payload<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Value(ty) => write!(f, "{ty}"),
            Self::Xml(ty) => write!(f, "{ty} in XML"),
            Self::Optional(ty, []) => write!(f, "{ty}, or nothing"),
            Self::Optional(ty, statuses) => write!(f, "{ty}, or nothing with {statuses:?}"),
            Self::Text => f.write_str("text"),
            Self::Secret => f.write_str("secret"),
            Self::Bytes => f.write_str("bytes"),
            Self::Outcome(name) => write!(f, "outcome {name}"),
            Self::StreamedOutcome(name) => write!(f, "outcome {name}, streamed"),
        }
    }
}

impl Display for Outcomes<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let rest = if self.rest.is_some() {
            " else Unknown"
        } else {
            ""
        };
        writeln!(f, "enum {}{rest}", self.ident)?;
        for variant in &self.variants {
            let payload = variant.payload.iter();
            let payload = payload
                .map(|it| format!("({it})"))
                .collect::<Vec<_>>()
                .concat();
            writeln!(
                f,
                "      {}{payload} with {:?}",
                variant.ident, variant.statuses
            )?;
        }
        Ok(())
    }
}
