use super::binding::{Binding, Kind};
use super::lines::Lines;
use crate::diagnostic::{Moves, Pointer};
use crate::plan::operation::{Operation, Payload, Place, SetBody, SetParameter, Setter, Written};
use crate::plan::paging::Pages;
use crate::plan::streaming::{Stream, Streamed};
use crate::plan::types::{Declared, Enum, EnumKind, Struct, TypeItem, Union, UnionKind};
use crate::plan::waiting::{Deletable, Goal};
use crate::plan::{Content, File, Group, Webhooks};

/// The bindings of the items of a file.
pub(super) fn of_file<'a>(
    file: &'a File<'_>,
    lines: &Lines<'_>,
    moves: &Moves,
) -> Vec<Binding<'a>> {
    let mut bindings = Bindings {
        file: &file.path,
        lines,
        moves,
        list: Vec::new(),
    };
    match &file.content {
        Content::Group(group) => bindings.group(group),
        Content::Types(module) => {
            for item in &module.types {
                bindings.item(item);
            }
        }
        Content::Webhooks(webhooks) => bindings.events(webhooks),
        _ => {}
    }
    bindings.list
}

struct Bindings<'a, 'l> {
    file: &'a str,
    lines: &'l Lines<'l>,
    moves: &'l Moves,
    list: Vec<Binding<'a>>,
}

/// A declaration: its module, its container, and its name if it is a member.
#[derive(Clone, Copy)]
struct Item<'i>(&'static str, &'i str, &'i str);

impl<'a> Bindings<'a, '_> {
    fn add(&mut self, kind: Kind, origin: &'a Pointer, item: Item<'_>, signature: String) {
        let Item(module, container, member) = item;
        let path = match member {
            "" => format!("{module}::{container}"),
            member => format!("{module}::{container}::{member}"),
        };
        self.list.push(Binding {
            kind,
            pointer: self.moves.written(origin),
            path,
            signature,
            file: self.file,
            line: self.lines.find(container, member),
        });
    }

    /// The requests that the server sends.
    fn events(&mut self, webhooks: &'a Webhooks<'_>) {
        for event in &webhooks.events {
            let signature = format!("{}({})", event.ident, event.payload);
            let item = Item("webhooks", "Event", event.ident);
            self.add(Kind::Event, event.origin, item, signature);
        }
    }

    fn group(&mut self, group: &'a Group<'_>) {
        for operation in &group.operations {
            let method = Item("api", group.handle, operation.ident);
            let origin = operation.origin;
            self.add(Kind::Operation, origin, method, signature(operation));
            for set in &operation.arguments {
                self.add(Kind::Parameter, set.target.origin, method, argument(set));
            }
            if let Some(body) = &operation.body {
                self.body(body, method, body_argument(body));
            }
            for setter in &operation.setters {
                self.setter(operation, setter);
            }
            if let Some(pages) = &operation.pages {
                self.pages(operation, pages);
            }
            self.waits(operation);
            if let Some(stream) = &operation.stream {
                self.stream(operation, stream);
            }
            for response in &operation.responses {
                let (item, signature) = place(&response.place, method);
                self.add(Kind::Response, response.origin, item, signature);
            }
        }
    }

    /// The methods of a list in pages, which a macro declares.
    fn pages(&mut self, operation: &'a Operation<'_>, pages: &Pages<'_>) {
        let (builder, item) = (operation.builder, &pages.item);
        for (method, result) in [("pages", "Pages"), ("items", "Items")] {
            self.list.push(Binding {
                kind: Kind::Pages,
                pointer: self.moves.written(operation.origin),
                path: format!("api::{builder}::{method}"),
                signature: format!("fn {method}(self) -> {result}<{item}>"),
                file: self.file,
                line: self.lines.find(builder, ""),
            });
        }
    }

    /// The methods of waits, which macros declare.
    fn waits(&mut self, operation: &'a Operation<'_>) {
        let waiting = &operation.waiting;
        let mut methods = Vec::new();
        if let Some(waiter) = &waiting.waiter {
            let ty = waiter.polled.ty();
            methods.push(("wait_until_done", format!("Response<{ty}>")));
            match waiter.deletable {
                Deletable::Yes(_) => methods.push(("wait_until_deleted", "()".to_owned())),
                Deletable::No => {}
            }
        }
        if let Some(start) = &waiting.start {
            let result = match start.goal {
                Goal::Done => format!("Response<{}>", start.poll.polled.ty()),
                Goal::Deleted => "()".to_owned(),
            };
            methods.push(("send_and_wait", result));
        }
        if let Some(work) = &waiting.work {
            let result = match &work.result {
                Payload::Nothing => "()".to_owned(),
                result => result.ty().to_string(),
            };
            methods.push(("send_and_wait", format!("Response<{result}>")));
        }
        for (method, result) in methods {
            self.list.push(Binding {
                kind: Kind::Wait,
                pointer: self.moves.written(operation.origin),
                path: format!("api::{}::{method}", operation.builder),
                signature: format!("async fn {method}(self, wait: Wait) -> {result}"),
                file: self.file,
                line: self.lines.find(operation.builder, ""),
            });
        }
    }

    /// The method of a sequence, which a macro declares.
    fn stream(&mut self, operation: &'a Operation<'_>, stream: &Stream<'_>) {
        let builder = operation.builder;
        let value = match &stream.value {
            Streamed::Events(data) | Streamed::WholeEvents(data) => format!("Event<{data}>"),
            Streamed::Texts => "Event<String>".to_owned(),
            Streamed::Values(value) => value.to_string(),
        };
        self.list.push(Binding {
            kind: Kind::Stream,
            pointer: self.moves.written(operation.origin),
            path: format!("api::{builder}::send_events"),
            signature: format!("async fn send_events(self) -> Result<Events<{value}>>"),
            file: self.file,
            line: self.lines.find(builder, ""),
        });
    }

    /// A body, and the parameter that repeats its discriminator.
    fn body(&mut self, body: &'a SetBody<'_>, item: Item<'_>, signature: String) {
        self.add(Kind::Body, body.origin, item, signature);
        if let Written::Value { tag: Some(tag), .. } = &body.written {
            let signature = format!("{}.tag()", body.ident);
            self.add(Kind::Parameter, tag.origin, item, signature);
        }
    }

    fn setter(&mut self, operation: &Operation<'_>, setter: &'a Setter<'_>) {
        let declare = |ident: &str, argument| format!("fn {ident}(self, {argument}) -> Self");
        match setter {
            Setter::Parameter(_, _, set) => {
                let item = Item("api", operation.builder, set.ident);
                let signature = declare(set.ident, argument(set));
                self.add(Kind::Parameter, set.target.origin, item, signature);
            }
            Setter::Body(_, body) => {
                let item = Item("api", operation.builder, body.ident);
                let signature = declare(body.ident, body_argument(body));
                self.body(body, item, signature);
            }
            Setter::OtherBody(_) | Setter::SendAs(_) => {}
        }
    }

    fn item(&mut self, declared: &'a Declared<'_>) {
        let name = declared.item.ident();
        let signature = match &declared.item {
            TypeItem::Struct(_) => format!("struct {name}"),
            TypeItem::Enum(_) | TypeItem::Union(_) => format!("enum {name}"),
            TypeItem::Text(_) => format!("struct {name}(Cow<'static, str>)"),
            TypeItem::Integer(item) => format!("struct {name}({})", item.repr()),
            TypeItem::Alias(_, _, target) => format!("type {name} = {target}"),
        };
        let item = Item("types", name, "");
        self.add(Kind::Schema, declared.origin, item, signature);
        match &declared.item {
            TypeItem::Struct(item) => self.fields(item),
            TypeItem::Enum(item) => self.values(item),
            TypeItem::Union(item) => {
                self.variants(item);
                self.shared(item);
            }
            TypeItem::Text(_) | TypeItem::Integer(_) | TypeItem::Alias(..) => {}
        }
    }

    /// A property with one value is not a field: the struct writes it.
    fn fields(&mut self, item: &'a Struct<'_>) {
        for field in &item.fields {
            let signature = format!("{}: {}", field.ident, field.ty);
            let at = Item("types", item.ident, field.ident);
            self.add(Kind::Property, field.origin, at, signature);
        }
        for constant in item.constants {
            let signature = format!("{:?} = {}", constant.name, constant.value);
            let at = Item("types", item.ident, "");
            self.add(Kind::Property, &constant.origin.0, at, signature);
        }
    }

    fn values(&mut self, item: &'a Enum<'_>) {
        let at = |name| Item("types", item.ident, name);
        match &item.variants {
            EnumKind::Strings(variants) => {
                for variant in variants {
                    let signature = format!("{} = {:?}", variant.ident, variant.value);
                    self.add(Kind::Value, variant.origin, at(variant.ident), signature);
                }
            }
            EnumKind::Integers(variants) => {
                for variant in variants {
                    let signature = format!("{} = {}", variant.ident, variant.value);
                    self.add(Kind::Value, variant.origin, at(variant.ident), signature);
                }
            }
        }
    }

    /// The fields that all variants of a union have.
    fn shared(&mut self, item: &'a Union<'_>) {
        for field in &item.shared {
            let (ident, result) = (&*field.ident, field.signature());
            let signature = format!("fn {ident}(&self) -> {result}");
            let at = Item("types", item.ident, ident);
            self.add(Kind::Shared, field.origin, at, signature);
        }
    }

    fn variants(&mut self, item: &'a Union<'_>) {
        let at = |name| Item("types", item.ident, name);
        match &item.variants {
            UnionKind::Tagged(tagged) => {
                for variant in &tagged.variants {
                    let signature = format!("{}({})", variant.ident, variant.payload);
                    self.add(Kind::Variant, variant.origin, at(variant.ident), signature);
                }
            }
            UnionKind::Untagged(untagged) => {
                for variant in &untagged.variants {
                    let signature = match &variant.payload {
                        None => variant.ident.to_owned(),
                        Some(payload) => format!("{}({payload})", variant.ident),
                    };
                    self.add(Kind::Variant, variant.origin, at(variant.ident), signature);
                }
            }
        }
    }
}

/// `fn get_pet(&self, id: &str) -> GetPet`
fn signature(operation: &Operation<'_>) -> String {
    let arguments = operation.arguments.iter().map(argument);
    let body = operation.body.iter().map(body_argument);
    let arguments = arguments.chain(body).map(|it| format!(", {it}"));
    let arguments: Vec<_> = arguments.collect();
    let (method, builder) = (operation.ident, operation.builder);
    let arguments = match &operation.required {
        None => arguments.concat(),
        // Readers of the signature need the values more than the parameters of the struct.
        Some(required) => {
            let fields = arguments.concat();
            let fields = fields.trim_start_matches(", ");
            format!(", {} {{ {fields} }}", required.ident)
        }
    };
    format!("fn {method}(&self{arguments}) -> {builder}")
}

fn argument(set: &SetParameter<'_>) -> String {
    format!("{}: {}", set.ident, set.argument)
}

fn body_argument(body: &SetBody<'_>) -> String {
    format!("{}: {}", body.ident, body.argument)
}

/// The item in which a caller finds a response.
fn place<'i>(place: &Place<'i>, method: Item<'i>) -> (Item<'i>, String) {
    match place {
        Place::Result(payload) => (method, payload.to_string()),
        Place::Variant(name, variant) => (Item("api", name, variant), format!("{name}::{variant}")),
        Place::Error(name) => (method, format!("Error of {name}")),
        Place::ErrorBody => (method, "Error".to_owned()),
    }
}
