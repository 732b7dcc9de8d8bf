//! Checks defaults and examples against their schemas.
//!
//! The types of a client are lenient, because it accepts whatever a server sends. A document is checked strictly: enums are
//! closed, and patterns must match.

use super::literal::is_whole;
use super::samples::Samples;
use super::schemas::as_whole;
use crate::diagnostic::{Diagnostic, Location, Pointer, Sink};
use crate::ir::{
    Access, AdditionalProperties, Check, Direction, Enum, EnumValues, IntegerBounds, Primitive,
    Scalar, Shape, Struct, TextRules, TypeId, TypeRef, TypeTable, Union, Variant, Variants,
};
use crate::load::{Node, shown};

/// How much work one sample may be: untagged unions in untagged unions multiply.
const STEPS: usize = 100_000;

/// How deep a sample is looked into. Values are nested less; a union that is its own alternative has no end.
const DEPTH: usize = 300;

/// Reports every sample that is not of its type.
pub(super) fn check(samples: &Samples<'_>, types: &TypeTable, sink: &mut Sink) {
    for sample in samples.iter() {
        let mut checker = Checker {
            types,
            direction: sample.direction,
            steps: 0,
            depth: 0,
            findings: Vec::new(),
        };
        checker.value(&Node::new(sample.value, sample.at.clone()), &sample.ty);
        for (at, message) in checker.findings {
            let location = Location::Value(at);
            sink.report(Diagnostic::warning(sample.code, location, message));
        }
    }
}

struct Checker<'t> {
    types: &'t TypeTable,
    direction: Option<Direction>,
    steps: usize,
    depth: usize,
    findings: Vec<(Pointer, String)>,
}

impl Checker<'_> {
    fn found(&mut self, node: &Node<'_>, message: impl Into<String>) {
        self.findings.push((node.at.clone(), message.into()));
    }

    fn expect(&mut self, node: &Node<'_>, holds: bool, what: &str) {
        if !holds {
            self.found(node, format!("`{}` is not {what}", shown(node.value)));
        }
    }

    fn value(&mut self, node: &Node<'_>, ty: &TypeRef) {
        self.steps += 1;
        if self.steps > STEPS || self.depth > DEPTH {
            return;
        }
        self.depth += 1;
        self.typed(node, ty);
        self.depth -= 1;
    }

    fn typed(&mut self, node: &Node<'_>, ty: &TypeRef) {
        match ty {
            TypeRef::Any => {}
            TypeRef::Nullable(_) if node.value.is_null() => {}
            TypeRef::Nullable(inner) => self.value(node, inner),
            TypeRef::Primitive(primitive) => self.primitive(node, *primitive),
            TypeRef::List(item) => {
                self.expect(node, node.value.is_sequence(), "an array");
                for child in node.items() {
                    self.value(&child, item);
                }
            }
            TypeRef::Tuple(positions) => {
                let items = node.items();
                let least = positions.len();
                let what = format!("an array of at least {least} items");
                self.expect(node, items.len() >= least, &what);
                for (child, position) in items.iter().zip(positions) {
                    self.value(child, position);
                }
            }
            TypeRef::Map(value) => {
                self.expect(node, node.value.is_mapping(), "an object");
                for (_, child) in node.entries() {
                    self.value(&child, value);
                }
            }
            TypeRef::Named(id) => self.named(node, *id, None),
        }
    }

    fn named(&mut self, node: &Node<'_>, id: TypeId, tag: Option<&str>) {
        match &self.types.get(id).shape {
            Shape::Struct(object) => self.object(node, object, tag),
            Shape::Enum(values) => self.one_of(node, values),
            Shape::Union(union) => self.union(node, union),
            Shape::Scalar(Scalar::Text(rules, _)) => self.text(node, rules),
            Shape::Scalar(Scalar::Integer(bounds, _)) => self.integer(node, bounds),
            Shape::Alias(ty) => self.alias(node, ty),
        }
    }

    fn alias(&mut self, node: &Node<'_>, target: &TypeRef) {
        match self.types.resolve(target) {
            // A cycle of aliases, which any value matches.
            ty if self.types.target(ty).is_some() => {}
            TypeRef::Named(id) => self.named(node, *id, None),
            ty => self.value(node, ty),
        }
    }

    fn primitive(&mut self, node: &Node<'_>, primitive: Primitive) {
        let value = node.value;
        match primitive {
            Primitive::Bool => self.expect(node, value.is_bool(), "a boolean"),
            Primitive::Integer(_) => self.expect(node, is_whole(value), "an integer"),
            Primitive::Number(_) => self.expect(node, value.is_number(), "a number"),
            // The example of a file is a description of its content.
            Primitive::String(_) | Primitive::File => {
                self.expect(node, value.is_string(), "a string");
            }
        }
    }

    fn text(&mut self, node: &Node<'_>, rules: &TextRules) {
        let Some(text) = node.value.as_str() else {
            return self.expect(node, false, "a string");
        };
        if let Some(pattern) = &rules.pattern
            && let Check::Automaton(automaton) = &pattern.check
        {
            // The length may be a part of the pattern.
            if !automaton.accepts(text) {
                let (value, source) = (shown(node.value), &pattern.source);
                return self.found(node, format!("`{value}` does not match `{source}`"));
            }
        }
        let length = text.chars().count() as u64;
        if let Some(least) = rules.min_length {
            let what = format!("a string of at least {least} characters");
            self.expect(node, length >= least, &what);
        }
        if let Some(most) = rules.max_length {
            let what = format!("a string of at most {most} characters");
            self.expect(node, length <= most, &what);
        }
    }

    fn integer(&mut self, node: &Node<'_>, bounds: &IntegerBounds) {
        self.expect(node, is_whole(node.value), "an integer");
        let Some(value) = as_whole(node.value) else {
            return;
        };
        if let Some(least) = bounds.minimum {
            self.expect(node, value >= least, &format!("{least} or more"));
        }
        if let Some(most) = bounds.maximum {
            self.expect(node, value <= most, &format!("{most} or less"));
        }
        if let Some(step) = bounds.multiple_of {
            self.expect(node, value % step == 0, &format!("a multiple of {step}"));
        }
    }

    fn one_of(&mut self, node: &Node<'_>, values: &Enum) {
        let known = match &values.values {
            EnumValues::Strings(variants) => variants
                .iter()
                .any(|variant| node.value.as_str() == Some(&variant.value)),
            EnumValues::Integers(_, variants) => variants
                .iter()
                .any(|variant| node.value.as_i64() == Some(variant.value)),
        };
        self.expect(node, known, "one of the values of the enum");
    }

    fn object(&mut self, node: &Node<'_>, object: &Struct, tag: Option<&str>) {
        if !node.value.is_mapping() {
            return self.expect(node, false, "an object");
        }
        for property in &object.properties {
            let is_tag = tag == Some(property.name.as_str());
            let belongs = if is_tag {
                Some(true)
            } else {
                self.belongs(property.access)
            };
            match node.get(&property.name) {
                Some(child) if belongs == Some(false) => {
                    let way = match property.access {
                        Access::ReadOnly => "read-only and not allowed in a request",
                        _ => "write-only and not allowed in a response",
                    };
                    self.found(&child, format!("`{}` is {way}", property.name));
                }
                Some(child) => self.value(&child, &property.ty),
                None if property.required && belongs == Some(true) => {
                    self.found(
                        node,
                        format!("the required property `{}` is missing", property.name),
                    );
                }
                None => {}
            }
        }
        self.others(node, object);
    }

    /// Whether values in this direction have a property. `None` if the direction is unknown.
    fn belongs(&self, access: Access) -> Option<bool> {
        match (access, self.direction) {
            (Access::ReadWrite, _) => Some(true),
            (_, direction) => direction.map(|direction| direction.admits(access)),
        }
    }

    fn others(&mut self, node: &Node<'_>, object: &Struct) {
        let AdditionalProperties::Kept(ty) = &object.additional else {
            return;
        };
        for (key, child) in node.entries() {
            if !object
                .properties
                .iter()
                .any(|property| property.name == key)
            {
                self.value(&child, ty);
            }
        }
    }

    fn union(&mut self, node: &Node<'_>, union: &Union) {
        let (property, variants) = match &union.variants {
            Variants::Untagged(variants) => return self.untagged(node, variants),
            Variants::Tagged(tag, variants) => (&tag.property, variants),
        };
        let Some(tag) = node.get(property) else {
            // Without its tag a value selects no variant; whether it may lack it is up to the variants.
            return self.expect(node, node.value.is_mapping(), "an object");
        };
        let selected = variants
            .iter()
            .find(|variant| tag.value.as_str() == Some(&variant.tag));
        // The tag may be one of a union in there.
        let mut unions = variants
            .iter()
            .filter(|it| self.has_tag(&it.variant.ty, property));
        let selected = selected.or_else(|| unions.next());
        match selected.map(|selected| &selected.variant.ty) {
            Some(TypeRef::Named(id)) => self.named(node, *id, Some(property)),
            Some(ty) => self.value(node, ty),
            None => self.expect(&tag, false, "the tag of a variant"),
        }
    }

    /// Whether a type is a union with this discriminator.
    fn has_tag(&self, ty: &TypeRef, property: &str) -> bool {
        let shape = match ty {
            TypeRef::Named(id) => Some(&self.types.get(*id).shape),
            _ => None,
        };
        match shape {
            Some(Shape::Union(union)) => {
                let inner = union.variants.discriminator();
                inner.is_some_and(|inner| inner.property == property)
            }
            _ => false,
        }
    }

    fn untagged(&mut self, node: &Node<'_>, variants: &[Variant]) {
        let before = self.findings.len();
        for variant in variants {
            self.value(node, &variant.ty);
            if self.findings.len() == before {
                return;
            }
            self.findings.truncate(before);
        }
        self.expect(node, variants.is_empty(), "a value of any alternative");
    }
}
