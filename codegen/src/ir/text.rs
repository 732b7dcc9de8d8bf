//! The compact text form of the IR, for snapshots: one line per item, indented below its owner.

mod constraint;
mod note;
mod operation;
mod pagination;
mod types;
mod webhook;
mod work;

use std::fmt::{self, Display, Formatter, Write};

use super::{
    Api, Docs, GivenName, Operation, SchemeKind, SecurityScheme, Server, TypeRef, TypeTable,
    Variant,
};

/// Formats a part of the IR that refers to types.
struct In<'a, T: ?Sized>(&'a TypeTable, &'a T);

/// Formats an operation.
struct InApi<'a>(&'a Api, &'a Operation);

impl TypeTable {
    /// The text form of a use of a type.
    pub(crate) fn text(&self, ty: &TypeRef) -> String {
        In(self, ty).to_string()
    }

    pub(crate) fn variant_text(&self, variant: &Variant) -> String {
        In(self, variant).to_string()
    }
}

impl Display for Api {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "api {:?} {}", self.info.title, self.info.version)?;
        let info = Docs {
            description: self.info.description.clone(),
            external: self.info.external.clone(),
            ..Docs::default()
        };
        write!(f, "{}", Indented("  ", &info))?;
        self.servers
            .iter()
            .try_for_each(|server| write!(f, "{server}"))?;
        for (name, scheme) in &self.security_schemes {
            write!(f, "scheme {name}: {scheme}")?;
        }
        for tag in &self.tags {
            writeln!(f, "tag {:?}{}", tag.name, Given(&tag.given))?;
            write!(f, "{}", Indented("  ", &tag.docs))?;
        }
        for operation in &self.operations {
            write!(f, "\n{}", InApi(self, operation))?;
        }
        for webhook in &self.webhooks {
            write!(f, "\n{}", In(&self.types, webhook))?;
        }
        for def in &self.types {
            write!(f, "\n{}", In(&self.types, def))?;
        }
        Ok(())
    }
}

impl Display for Server {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "server {}", self.url)?;
        if let Some(description) = &self.description {
            write!(f, " {description:?}")?;
        }
        f.write_char('\n')?;
        for (name, variable) in &self.variables {
            write!(f, "  {name} = {:?}", variable.default)?;
            if !variable.values.is_empty() {
                write!(f, " of {}", variable.values.join(", "))?;
            }
            f.write_char('\n')?;
        }
        Ok(())
    }
}

impl Display for SecurityScheme {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SchemeKind::Basic => f.write_str("basic"),
            SchemeKind::Bearer => f.write_str("bearer"),
            SchemeKind::Digest => f.write_str("digest"),
            SchemeKind::ApiKey { location, name } => {
                let place = format!("{location:?}").to_lowercase();
                write!(f, "key in {place} {name}")
            }
            SchemeKind::OAuth2(flows) => write!(f, "oauth2 {flows:?}"),
            SchemeKind::OpenIdConnect { url } => write!(f, "openid {url}"),
            SchemeKind::MutualTls => f.write_str("mutual tls"),
            SchemeKind::OtherHttp(name) => write!(f, "http {name}"),
        }?;
        write!(f, "\n{}", Indented("  ", &self.docs))
    }
}

/// The name in Rust that the document gives, if any.
struct Given<'a>(&'a Option<GivenName>);

impl Display for Given<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(given) = self;
        given
            .iter()
            .try_for_each(|name| write!(f, " called {name}"))
    }
}

/// The texts of all values.
fn joined(values: &[impl ToString], separator: &str) -> String {
    let texts: Vec<_> = values.iter().map(ToString::to_string).collect();
    texts.join(separator)
}

/// Documentation; every line is indented and marked.
struct Indented<'a>(&'a str, &'a Docs);

impl Display for Indented<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(indent, docs) = self;
        let texts = docs.summary.iter().chain(&docs.description);
        for line in texts.flat_map(|text| text.lines()) {
            writeln!(f, "{}", format!("{indent}# {line}").trim_end())?;
        }
        for note in &docs.notes {
            writeln!(f, "{indent}* {note}")?;
        }
        if let Some(external) = &docs.external {
            let text = external.description.as_deref().unwrap_or_default();
            writeln!(
                f,
                "{}",
                format!("{indent}> {} {text}", external.url).trim_end()
            )?;
        }
        Ok(())
    }
}
