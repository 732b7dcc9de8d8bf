//! Binds the waiters of the settings to the operations of the document.

use super::super::model::{Model, NamedOperation};
use super::poll::{self, Waiter};
use super::problem::Problem;
use crate::ir::TypeRef;
use crate::options::{Switch, WaiterOptions};

/// A waiter with its operations.
pub(super) struct Bound<'a> {
    pub(super) options: &'a WaiterOptions,
    pub(super) waiter: Waiter<'a>,
    pub(super) poll: NamedOperation<'a>,
    /// The types of the state.
    pub(super) states: Vec<&'a TypeRef>,
    /// The operations after which it polls, if the settings name them.
    pub(super) after: Option<Vec<NamedOperation<'a>>>,
}

/// All waiters by name, or why they do not fit.
pub(super) fn waiters<'a>(
    model: &Model<'a>,
) -> impl Iterator<Item = (&'a str, Result<Bound<'a>, Problem>)> {
    let model = *model;
    tables(&model).map(move |(name, options)| (name, bind(&model, name, options)))
}

/// The settings of all waiters.
fn tables<'a>(model: &Model<'a>) -> impl Iterator<Item = (&'a str, &'a WaiterOptions)> + use<'a> {
    let waiters = model.options.waiters.iter();
    waiters.filter_map(|(name, option)| match option {
        Switch::On(options) => Some((name.as_str(), options)),
        Switch::Off => None,
    })
}

fn bind<'a>(
    model: &Model<'a>,
    name: &'a str,
    options: &'a WaiterOptions,
) -> Result<Bound<'a>, Problem> {
    let poll = find(model, &options.poll)?;
    let mut before = tables(model).take_while(|(other, _)| *other != name);
    let is_same = |it: &WaiterOptions| find(model, &it.poll).is_ok_and(|it| it.is(poll));
    if let Some((other, _)) = before.find(|(_, it)| is_same(it)) {
        return Err(Problem::SamePoll(other.to_owned()));
    }
    let (waiter, states) = poll::bind(model, poll, (name, options))?;
    let after = options.after.as_ref();
    let after = after.map(|names| names.iter().map(|name| find(model, name)).collect());
    for name in options.arguments.keys() {
        let parameters = poll.def.parameters.iter().map(|it| &it.name);
        if !parameters.clone().any(|it| it == name) {
            let known = parameters.cloned().collect();
            return Err(Problem::Parameter(name.clone(), known));
        }
    }
    Ok(Bound {
        options,
        waiter,
        poll,
        states,
        after: after.transpose()?,
    })
}

/// The operation that the settings name by id, or by method and path.
pub(super) fn find<'a>(model: &Model<'a>, name: &str) -> Result<NamedOperation<'a>, Problem> {
    let mut operations = model.operations();
    let found = operations.find(|it| {
        let def = it.def;
        def.alternative.is_none() && (def.id == name || def.request() == name)
    });
    found.ok_or_else(|| Problem::Operation(name.to_owned()))
}
