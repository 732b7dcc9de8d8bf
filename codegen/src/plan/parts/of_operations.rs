use super::of_types::{of_argument, reference};
use super::roots::Roots;
use crate::ir::{Location, Sequence, Style};
use crate::plan::condition::Condition;
use crate::plan::operation::{
    Attribute, Envelope, Failure, Format, Operation, Outcomes, Payload, Reading, Row, SetBody,
    Setter, Target, Written,
};
use crate::plan::paging::{More, Next, Pages};
use crate::plan::streaming::{Flag, Stream, Streamed};
use crate::plan::ty::{Argument, Type};
use crate::plan::waiting::{Deletable, Goal, Polled, Waiting};

/// The parts of every operation.
const BASE: &[&str] = &[
    "call/core.rs",
    "call/operation.rs",
    "call/built.rs",
    "call/request_builder.rs",
    "testing/operation_macro.rs",
];

/// The parts of every crate with responses that a caller reads.
const STREAMED: &[&str] = &["client/raw_stream.rs", "net/byte_stream.rs"];

/// The parts that an operation uses.
pub(super) fn roots<'a>(
    operation: &Operation<'a>,
    condition: &Condition<'a>,
    roots: &mut Roots<'a>,
) {
    let mut used = Used { condition, roots };
    used.files(BASE);
    used.operation(operation);
}

struct Used<'u, 'a> {
    condition: &'u Condition<'a>,
    roots: &'u mut Roots<'a>,
}

impl<'a> Used<'_, 'a> {
    fn files(&mut self, files: &[&'static str]) {
        self.roots.under(self.condition, files);
    }

    fn when(&mut self, is_used: bool, file: &'static str) {
        if is_used {
            self.files(&[file]);
        }
    }

    fn operation(&mut self, operation: &Operation<'a>) {
        self.when(
            operation.envelope == Envelope::Requested,
            "call/envelope.rs",
        );
        self.when(operation.server.is_some(), "call/server.rs");
        self.when(operation.redirects.is_some(), "call/redirects.rs");
        self.when(
            operation.idempotency_key.is_some(),
            "call/idempotency_key.rs",
        );
        for row in &operation.parameters {
            self.row(row);
        }
        for argument in &operation.arguments {
            self.target(argument.target);
            self.argument(&argument.argument);
        }
        operation.body.iter().for_each(|body| self.body(body));
        for setter in &operation.setters {
            self.setter(setter);
        }
        if let Some(alternatives) = &operation.alternatives {
            self.files(&["call/alternatives.rs"]);
            for variant in &alternatives.variants {
                self.ty(&variant.ty);
                self.format(&variant.format);
                self.when(variant.range.is_some(), "call/media_type.rs");
            }
        }
        self.payload(&operation.payload);
        if operation.payload.reading() == Reading::Streamed {
            self.files(&["call/stream.rs", "call/streamed.rs"]);
            self.roots.always(STREAMED);
        }
        if let Some(stream) = &operation.stream {
            self.stream(stream);
        }
        if let Some(pages) = &operation.pages {
            self.pages(pages);
        }
        self.waiting(&operation.waiting);
        let success = operation.success.iter();
        success.for_each(|outcomes| self.outcomes(outcomes));
        if let Some(failure) = &operation.failure {
            self.failure(failure);
        }
    }

    fn ty(&mut self, ty: &Type<'a>) {
        reference(ty, self.condition, self.roots);
    }

    fn argument(&mut self, argument: &Argument<'a>) {
        argument.each(&mut |ty| self.ty(ty));
        self.files(of_argument(argument));
    }

    fn setter(&mut self, setter: &Setter<'a>) {
        match setter {
            Setter::Parameter(_, _, set) => {
                self.target(set.target);
                self.argument(&set.argument);
            }
            Setter::Body(_, body) => self.body(body),
            Setter::OtherBody(_) => self.files(&["call/other_body.rs"]),
            Setter::SendAs(_) => self.files(&["call/send_as.rs"]),
        }
    }

    /// A parameter in the description of the operation.
    fn row(&mut self, row: &Row<'_>) {
        self.files(match row.location {
            Location::Path => &["call/path_parameter.rs"],
            Location::Query => &["call/query.rs"],
            Location::Header => &["call/header.rs"],
            Location::Cookie => &["call/cookie.rs"],
        });
        for attribute in &row.attributes {
            if let Attribute::Style(it) = attribute {
                self.files(style(row.location, *it));
            }
        }
    }

    fn target(&mut self, target: Target<'_>) {
        self.files(match target.position {
            None => &["call/set.rs"],
            Some(_) => &["call/set_at.rs"],
        });
    }

    fn body(&mut self, body: &SetBody<'a>) {
        match &body.written {
            Written::Alternatives(_) => {}
            Written::Raw => {
                self.files(&["call/raw_body.rs"]);
                self.roots.always(&["net/body_stream.rs"]);
            }
            Written::Value { tag, format, .. } => {
                self.argument(&body.argument);
                if let Some(tag) = tag {
                    self.target(*tag);
                }
                self.format(format);
            }
        }
    }

    fn format(&mut self, format: &Format<'_>) {
        match format {
            Format::Json => self.files(&["call/json_body.rs"]),
            Format::Xml => self.files(&["call/xml_body.rs"]),
            Format::Multipart(_) => self.files(&["call/multipart.rs"]),
            Format::Form(rows) if rows.is_empty() => self.files(&["call/plain_form.rs"]),
            Format::Form(rows) => {
                self.files(&["call/styled_form.rs"]);
                for row in rows {
                    self.row(row);
                }
            }
        }
    }

    fn payload(&mut self, payload: &Payload<'a>) {
        match payload {
            Payload::Nothing => self.files(&["call/read_nothing.rs"]),
            Payload::Value(ty) => {
                self.ty(ty);
                self.files(&["call/read_json.rs"]);
            }
            Payload::Xml(ty) => {
                self.ty(ty);
                self.files(&["call/read_xml.rs", "testing/answer_xml.rs"]);
            }
            Payload::Optional(ty, _) => {
                self.ty(ty);
                self.files(&["call/read_optional.rs"]);
            }
            Payload::Text => self.files(&["call/read_text.rs"]),
            Payload::Secret => self.files(&["call/read_secret.rs"]),
            Payload::Bytes => {}
            Payload::Outcome(_) | Payload::StreamedOutcome(_) => {
                self.files(&["call/read_by_status.rs"]);
            }
        }
    }

    fn pages(&mut self, pages: &Pages<'a>) {
        self.ty(&pages.item);
        self.files(&["paging/paged.rs", "paging/table.rs"]);
        let next: &[&str] = match &pages.next {
            Next::Number { .. } => &["paging/page_number.rs"],
            Next::Offset { .. } => &["paging/offset.rs"],
            Next::Cursor(..) => &["paging/cursor.rs"],
            Next::LastItem(..) => &["paging/last_item.rs"],
            Next::Url(_) => &["paging/allow_origin.rs", "paging/next_url.rs"],
            Next::Link => &["paging/allow_origin.rs", "paging/next_link.rs"],
        };
        self.files(next);
        if let Some(more) = &pages.more {
            self.files(match more {
                More::Flag(_) => &["paging/more_flag.rs"],
                More::Last(_) => &["paging/more_last.rs"],
                More::Present(_) => &["paging/more_present.rs"],
                More::Links(_) => &["paging/more_links.rs"],
            });
        }
    }

    fn waiting(&mut self, waiting: &Waiting<'a>) {
        if let Some(waiter) = &waiting.waiter {
            self.ty(&waiter.polled.ty());
            self.files(&["waiting/polled.rs"]);
            self.files(match &waiter.polled {
                Polled::Body(_) => &["waiting/by_call.rs"],
                Polled::Pages(_) => &["waiting/by_pages.rs"],
            });
            match waiter.deletable {
                Deletable::Yes(_) => self.files(&["waiting/deleted.rs"]),
                Deletable::No => {}
            }
        }
        if let Some(start) = &waiting.start {
            self.ty(&start.poll.polled.ty());
            self.files(match start.goal {
                Goal::Done => &["waiting/started.rs"],
                Goal::Deleted => &["waiting/removed.rs"],
            });
        }
        if let Some(work) = &waiting.work {
            self.files(&["waiting/allow_origin.rs", "waiting/follow.rs"]);
            match &work.result {
                Payload::Nothing => {}
                result => self.payload(result),
            }
        }
    }

    fn stream(&mut self, stream: &Stream<'a>) {
        self.roots.always(STREAMED);
        self.files(&["call/stream.rs", "events/evented.rs", "events/table.rs"]);
        self.files(match stream.sequence {
            Sequence::Events => &["events/reconnection.rs", "events/server_sent.rs"],
            Sequence::Lines => &["events/lines.rs"],
            Sequence::Texts => &["events/sequence.rs"],
        });
        self.files(match &stream.value {
            Streamed::Texts => &["call/read_text.rs", "events/text_event.rs"],
            Streamed::Events(_) => &["call/read_json.rs", "events/json_event.rs"],
            Streamed::WholeEvents(_) => &["call/read_json.rs", "events/whole_event.rs"],
            Streamed::Values(_) => &["call/read_json.rs", "events/json_value.rs"],
        });
        stream.value.json().into_iter().for_each(|ty| self.ty(ty));
        if let Some(flag) = &stream.flag {
            self.files(match flag {
                Flag::Parameter(_) => &["events/parameter_flag.rs"],
                Flag::Property(_) => &["events/body_flag.rs"],
            });
        }
    }

    fn outcomes(&mut self, outcomes: &Outcomes<'a>) {
        self.files(&["call/by_status.rs"]);
        self.when(outcomes.rest.is_some(), "call/unknown_response.rs");
        for variant in &outcomes.variants {
            let payload = variant.payload.iter();
            payload.for_each(|payload| self.payload(payload));
        }
    }

    fn failure(&mut self, failure: &Failure<'a>) {
        self.files(&["call/failure.rs", "error/reply_to.rs"]);
        match failure {
            Failure::Body(ty, _) => {
                self.ty(ty);
                self.files(&["call/read_json.rs"]);
            }
            Failure::ByStatus(outcomes) => {
                self.outcomes(outcomes);
                self.files(&["call/read_by_status.rs"]);
            }
        }
    }
}

/// The part that writes a style other than the default of the location.
fn style(location: Location, style: Style) -> &'static [&'static str] {
    match (location, style) {
        (Location::Path, Style::Label) => &["call/label.rs"],
        (Location::Path, Style::Matrix) => &["call/matrix.rs"],
        (Location::Path, Style::Json) => &["call/json_path.rs"],
        (Location::Header, Style::Json) => &["call/json_header.rs"],
        (Location::Query | Location::Cookie, Style::Json) => &["call/json_query.rs"],
        (Location::Query | Location::Cookie, Style::DeepObject) => &["call/deep_object.rs"],
        (Location::Query | Location::Cookie, Style::SpaceDelimited) => &["call/space_delimited.rs"],
        (Location::Query | Location::Cookie, Style::PipeDelimited) => &["call/pipe_delimited.rs"],
        _ => &[],
    }
}
