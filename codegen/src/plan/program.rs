//! `examples/`: programs that call an operation that the crate has credentials for.

use super::condition::Condition;
use super::credentials::{Authentication, Environment};
use super::example::{Call, Mentioned, Setup};
use super::model::{Model, NamedOperation, NamedParameter};
use super::operations::OperationStatus;
use super::value::{Construct, Value};
use crate::ir::{EnumValues, Integer, Number, Primitive, Scalar, Shape, TypeRef};
use crate::options::Examples;

/// A program that calls an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Program<'a> {
    /// Its name.
    pub name: &'a str,
    /// The features that it needs.
    pub condition: Condition<'a>,
    /// The id of the operation.
    pub id: &'a str,
    /// The summary of the operation on one line: Markdown.
    pub summary: Option<&'a str>,
    /// The names of the arguments that it reads from the command line.
    pub usage: Vec<&'a str>,
    /// The variable that holds the base URL, if the document has none.
    pub base_url_variable: Option<String>,
    /// The variables that hold credentials.
    pub credentials: Option<Environment<'a>>,
    /// Whether the API still recommends the operation.
    pub status: OperationStatus,
    /// How it creates the client.
    pub setup: Setup<'a>,
    /// The local that reads the command line, if anything does.
    pub words: Option<&'static str>,
    /// The locals that hold arguments.
    pub locals: Vec<(&'a str, Value<'a>)>,
    /// The call.
    pub call: Call<'a>,
}

impl Program<'_> {
    /// The modules that the code names.
    #[must_use]
    pub fn mentioned(&self) -> Mentioned {
        match self.call.mentioned() {
            Mentioned::Nothing => Mentioned::of(self.locals.iter().map(|(_, value)| value)),
            Mentioned::Types => Mentioned::Types,
        }
    }
}

/// The programs of the crate.
pub(super) fn plan<'a>(model: &Model<'a>) -> Vec<Program<'a>> {
    match model.options.examples {
        Some(Examples::None) => Vec::new(),
        Some(Examples::EveryTag) => {
            let first = |operations: Vec<NamedOperation<'a>>| {
                let mut current = operations.into_iter().filter(|it| !it.def.deprecated);
                current.find_map(|operation| program(model, operation))
            };
            let tags = model.tags().into_iter();
            tags.filter_map(|tag| first(tag.operations)).collect()
        }
        Some(Examples::EveryOperation) | None => model
            .operations()
            .filter_map(|operation| program(model, operation))
            .collect(),
    }
}

fn program<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Program<'a>> {
    let authentication = model.authentication(operation)?;
    let words = words(operation);
    let positional = operation.facts.positional.iter();
    let positional = || positional.clone().map(|id| operation.parameter(*id));
    let arguments = positional().map(|it| argument(model, operation, it, words));
    let arguments: Vec<_> = arguments.collect::<Option<_>>()?;
    let read = positional().zip(&arguments);
    let read = read.filter(|(_, (local, _))| local.is_some());
    let usage = read.map(|(parameter, _)| parameter.def.name.as_str());
    let usage = usage.collect();
    let (locals, passed): (Vec<_>, Vec<_>) = arguments.into_iter().unzip();
    let locals: Vec<_> = locals.into_iter().flatten().collect();
    let base_url_variable = (!model.api.has_base_url()).then(|| model.base_url_variable());
    Some(Program {
        name: &operation.names.program,
        condition: Condition::operation(model, operation),
        id: &operation.def.id,
        summary: operation.def.docs.summary.as_deref(),
        usage,
        credentials: match authentication {
            Authentication::None => None,
            Authentication::Environment => model.environment_of(operation),
        },
        status: OperationStatus::of(operation.def),
        setup: Setup {
            authentication,
            base_url: base_url_variable.clone().map(Value::Variable),
        },
        base_url_variable,
        words: (!locals.is_empty()).then_some(words),
        locals,
        call: model.call_with(operation, passed)?,
    })
}

/// The local that reads the command line. Names of parameters end with `_` only if they would be those of the runtime
/// otherwise.
fn words(operation: NamedOperation<'_>) -> &'static str {
    let positional = &operation.facts.positional;
    let mut parameters = positional.iter().map(|id| operation.parameter(*id).ident);
    if parameters.any(|name| name == "arguments") {
        "arguments_"
    } else {
        "arguments"
    }
}

type Local<'a> = (&'a str, Value<'a>);

/// The local that reads a positional argument, if one does, and the expression that is passed.
fn argument<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    parameter: NamedParameter<'a>,
    words: &'static str,
) -> Option<(Option<Local<'a>>, Value<'a>)> {
    let NamedParameter {
        ident,
        def: parameter,
        ..
    } = parameter;
    let text = Box::new(Value::Word(words, &parameter.name));
    let value = match (&parameter.ty, model.shape(&parameter.ty)) {
        (TypeRef::Primitive(Primitive::String(_)), _)
        | (TypeRef::Named(_), Some(Shape::Scalar(Scalar::Text(..)))) => *text,
        (TypeRef::Primitive(Primitive::Integer(width)), _) => Value::ParsedInteger(*width, text),
        (TypeRef::Primitive(primitive), _)
            if !matches!(primitive, Primitive::Number(Number::Decimal)) =>
        {
            Value::Parsed(text)
        }
        (TypeRef::Named(id), Some(Shape::Enum(shape))) => {
            let value = match shape.values {
                EnumValues::Strings(_) => text,
                EnumValues::Integers(..) => Box::new(Value::ParsedInteger(Integer::I64, text)),
            };
            Value::Type(model.get(*id).ident(), Construct::From(value))
        }
        (ty, _) => return Some((None, model.pass(operation, ty, model.sample(ty)?))),
    };
    Some((Some((ident, value)), Value::Local(ident)))
}
