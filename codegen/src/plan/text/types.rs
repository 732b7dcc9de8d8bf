use std::fmt::{self, Display, Formatter};

use super::super::types::{
    Constructor, Conversion, Creator, Enum, EnumKind, EnumVariant, Export, Index, Initial, Integer,
    KeyPresence, Module, Patterns, Setter, SharedField, Struct, Text, TypeItem, Union, UnionKind,
    Wrapping, XmlName, XmlPlace, XmlValue,
};
use super::docs::Docs;
use super::value::list;
use crate::ir::VariantForm;

impl Display for Index<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  modules {}", self.modules.join(", "))?;
        for export in &self.always {
            writeln!(f, "  {export}")?;
        }
        for (condition, exports) in &self.conditional {
            for export in exports {
                writeln!(f, "  {export}{condition}")?;
            }
        }
        Ok(())
    }
}

impl Display for Export<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "export {}::{{{}}}", self.module, self.names.join(", "))
    }
}

impl Display for Module<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.condition.0.is_empty() {
            writeln!(f, " {}", self.condition)?;
        }
        write!(f, "{}", self.imports)?;
        self.types
            .iter()
            .try_for_each(|item| write!(f, "\n{}", item.item))
    }
}

impl Display for Patterns<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for item in &self.automata {
            let states = item.automaton.accepting.len();
            writeln!(
                f,
                "  static {}: {states} states{}",
                item.ident, item.condition
            )?;
            write!(f, "{}", Docs("    ", &item.docs))?;
        }
        Ok(())
    }
}

impl Display for TypeItem<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Struct(item) => write!(f, "{item}"),
            Self::Enum(item) => write!(f, "{item}"),
            Self::Union(item) => write!(f, "{item}"),
            Self::Text(item) => write!(f, "{item}"),
            Self::Integer(item) => write!(f, "{item}"),
            Self::Alias(docs, name, target) => {
                writeln!(f, "  type {name} = {target}")?;
                write!(f, "{}", Docs("    ", docs))
            }
        }
    }
}

impl Display for XmlName<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.local)?;
        let namespace = &self.namespace;
        namespace.map_or(Ok(()), |(prefix, uri)| write!(f, " in {prefix}={uri:?}"))
    }
}

impl Display for XmlValue<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Boolean => f.write_str("boolean"),
            Self::Number => f.write_str("number"),
            Self::Object(name) => f.write_str(name),
            Self::List(item, Wrapping::Wrapped, value) => write!(f, "[{item} {value}]"),
            Self::List(item, Wrapping::Bare, value) => write!(f, "{item} {value}.."),
            Self::Map(value) => write!(f, "{{{value}}}"),
            Self::Any => f.write_str("any"),
        }
    }
}

impl Display for Struct<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  struct {}{}", self.ident, Marks(&self.lints))?;
        write!(f, "{}", Docs("    ", &self.docs))?;
        for constant in self.constants {
            writeln!(f, "    {:?} = {}", constant.name, constant.value)?;
        }
        for field in &self.fields {
            let required = match field.key_presence {
                KeyPresence::Required => " required",
                KeyPresence::Optional => "",
            };
            writeln!(
                f,
                "    {}: {} {:?}{required}",
                field.ident, field.ty, field.key
            )?;
            if let Some(deprecation) = &field.deprecated {
                writeln!(f, "      deprecated {deprecation:?}")?;
            }
            write!(f, "{}", Docs("      ", &field.docs))?;
        }
        if let Some(rest) = &self.rest {
            writeln!(f, "    ..{}: {}", rest.ident, rest.ty)?;
        }
        if let Some(xml) = &self.xml {
            writeln!(f, "    xml {}", xml.root)?;
            for member in &xml.members {
                let place = match member.place {
                    XmlPlace::Attribute => "attribute",
                    XmlPlace::Element => "element",
                };
                let (key, name, value) = (member.key, member.name, &member.value);
                writeln!(f, "      {key:?}: {place} {name} {value}")?;
            }
            xml.rest
                .iter()
                .try_for_each(|rest| writeln!(f, "      ..{rest}"))?;
        }
        write!(f, "{}", Creation(self))?;
        self.setters
            .iter()
            .try_for_each(|setter| write!(f, "{setter}"))
    }
}

/// How a value of a struct is created.
struct Creation<'a>(&'a Struct<'a>);

impl Display for Creation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.creator {
            Creator::Callers => {}
            Creator::Tests => writeln!(f, "    by tests")?,
        }
        match &self.0.constructor {
            Constructor::Empty => writeln!(f, "    new(), default()"),
            Constructor::New(new) => {
                let arguments = new.arguments.iter();
                let arguments = list(arguments.map(|(name, ty)| format!("{name}: {ty}")));
                let fields = new.fields.iter();
                let others = fields.filter_map(|(name, value)| initial(name, *value));
                let others: String = others.collect();
                let required = new.required.iter();
                let required = list(required.map(|it| format!(" {it}")));
                writeln!(
                    f,
                    "    new{required}({arguments}){others}{}",
                    Marks(&new.lints)
                )
            }
        }
    }
}

/// A field that `new` does not simply take.
fn initial(name: &str, value: Initial) -> Option<String> {
    match value {
        Initial::Argument(_)
        | Initial::Converted(_)
        | Initial::Items(_)
        | Initial::Entries(_)
        | Initial::ConvertedOptional(_) => None,
        Initial::None => Some(format!(", {name} = None")),
        Initial::Absent => Some(format!(", {name} = Absent")),
    }
}

impl Display for Setter<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Optional { field, .. } | Self::Patch { field, .. } => {
                let lints = Marks(&field.lints);
                writeln!(f, "    set {}({}){lints}", field.ident, field.argument)
            }
            Self::Rest => writeln!(f, "    set the rest"),
        }
    }
}

impl Display for Enum<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  enum {} else {}", self.ident, self.rest)?;
        write!(f, "{}", Docs("    ", &self.docs))?;
        match &self.variants {
            EnumKind::Strings(variants) => variants.iter().try_for_each(|it| variant(f, it)),
            EnumKind::Integers(variants) => variants.iter().try_for_each(|it| variant(f, it)),
        }
    }
}

fn variant<T: fmt::Debug>(f: &mut Formatter<'_>, variant: &EnumVariant<'_, T>) -> fmt::Result {
    writeln!(f, "    {} = {:?}", variant.ident, variant.value)
}

impl Display for Union<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (name, rest) = (self.ident, self.rest);
        match &self.variants {
            UnionKind::Tagged(tagged) => {
                writeln!(f, "  union {name} by {:?} else {rest}", tagged.property)?;
                write!(f, "{}", Docs("    ", &self.docs))?;
                for variant in &tagged.variants {
                    let (ident, payload, tag) = (variant.ident, &variant.payload, variant.tag);
                    match variant.nested {
                        [] => writeln!(f, "    {ident}({payload}) = {tag:?}"),
                        nested => writeln!(f, "    {ident}({payload}) in {nested:?}"),
                    }?;
                }
            }
            UnionKind::Untagged(untagged) => {
                writeln!(f, "  union {name} {:?} else {rest}", untagged.secrecy)?;
                write!(f, "{}", Docs("    ", &self.docs))?;
                for variant in &untagged.variants {
                    let payload = variant.payload.iter();
                    let payload = payload
                        .map(|ty| format!("({ty})"))
                        .collect::<Vec<_>>()
                        .concat();
                    let form = match variant.form {
                        VariantForm::Plain => String::new(),
                        VariantForm::Keyed(key) => format!(" at {key:?}"),
                        VariantForm::Constant(text) => format!(" is {text:?}"),
                    };
                    let (ident, tests) = (variant.ident, variant.tests);
                    writeln!(f, "    {ident}{payload}{form} = {tests:?}")?;
                }
            }
        }
        write!(f, "{}", Docs("    ", &self.rest_docs))?;
        for conversion in &self.conversions {
            match conversion {
                Conversion::Value(variant, ty) => writeln!(f, "    from {ty}: {variant}"),
                Conversion::Text(variant) => writeln!(f, "    from strings: {variant}"),
            }?;
        }
        for payload in self.payloads.iter().flat_map(|it| &it.payloads) {
            let variants = payload.variants.join("|");
            writeln!(f, "    payload {}: {variants}", payload.ty)?;
        }
        self.shared.iter().try_for_each(|field| shared(f, field))
    }
}

fn shared(f: &mut Formatter<'_>, field: &SharedField<'_>) -> fmt::Result {
    let (ident, key, lints) = (&field.ident, field.key, Marks(&field.lints));
    writeln!(
        f,
        "    shared {ident}: {} {key:?}{lints}",
        field.signature()
    )?;
    for arm in &field.arms {
        writeln!(
            f,
            "      {}.{} {:?}",
            arm.variants.join("|"),
            arm.member,
            arm.held
        )?;
    }
    write!(f, "{}", Docs("      ", &field.docs))
}

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  text {} {:?}", self.ident, self.secrecy)?;
        write!(f, "{}", Docs("    ", &self.docs))?;
        if let Some(pattern) = self.pattern {
            let automaton = self.automaton.unwrap_or("unchecked");
            writeln!(f, "    pattern {pattern:?} {automaton}")?;
        }
        writeln!(
            f,
            "    length {:?} to {:?}",
            self.min_length, self.max_length
        )?;
        match self.rich {
            Some(rich) => writeln!(f, "    format {}", rich.name),
            None => Ok(()),
        }
    }
}

impl Display for Integer<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "  integer {}: {:?}", self.ident, self.width)?;
        write!(f, "{}", Docs("    ", &self.docs))?;
        writeln!(f, "    {:?}", self.bounds)
    }
}

/// Lints that are expected.
pub(super) struct Marks<'a, T>(pub(super) &'a [T]);

impl<T: fmt::Debug> Display for Marks<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|mark| write!(f, " expect {mark:?}"))
    }
}
