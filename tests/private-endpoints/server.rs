//! A server with services, endpoints and clusters, whose states follow from the virtual time of its clients.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fixture_private_endpoints::api::{
    CreateEndpointCall, CreateEndpointServiceCall, DeleteEndpoint, DeleteEndpointService, GetEndpoint,
    GetEndpointService, ListClusters, ListEndpointServices,
};
use fixture_private_endpoints::testing::{Answer, InMemory, Recorded};
use fixture_private_endpoints::types::ApiError;
use serde_json::{Value, json};

/// The last state of new endpoints, with the reason of a failure.
#[derive(Clone, Copy, Default)]
pub(super) struct Fate(pub(super) Option<(&'static str, Option<&'static str>)>);

#[derive(Default)]
struct State {
    fate: Fate,
    services: BTreeMap<String, Thing>,
    endpoints: BTreeMap<String, Thing>,
    /// The time from which clusters are idle again.
    busy_until: Duration,
    /// Whether the list of services lacks a service that exists.
    is_stale: bool,
}

struct Thing {
    body: Value,
    created: Duration,
    deleted: Option<Duration>,
    fate: Fate,
}

/// The server, and the transport of its clients.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) transport: InMemory,
    state: Arc<Mutex<State>>,
}

/// States with the second at which they begin.
type Course = &'static [(u64, &'static str)];

const SERVICE: Course = &[(0, "INITIATING"), (120, "AVAILABLE")];
const AWS_SERVICE: Course = &[(0, "INITIATING"), (60, "WAITING_FOR_USER")];
const AWS: Course = &[(0, ""), (10, "NONE"), (30, "PENDING_ACCEPTANCE"), (60, "PENDING"), (90, "AVAILABLE")];
const AZURE: Course = &[(0, "INITIATING"), (240, "AVAILABLE")];
/// About half an hour.
const GCP: Course = &[(0, "INITIATING"), (900, "VERIFIED"), (1800, "AVAILABLE")];
/// How long a deletion takes.
const DELETION: Duration = Duration::from_secs(45);
/// How long clusters are changed after an endpoint is available or deleted.
const CHANGE: Duration = Duration::from_secs(75);

impl Server {
    pub(super) fn new() -> Self {
        let server = Self {
            transport: InMemory::new(),
            state: Arc::default(),
        };
        let on = &server.transport;
        on.on::<ListEndpointServices>().respond_with(server.answer(list));
        on.on::<CreateEndpointServiceCall>().respond_with(server.answer(create_service));
        on.on::<GetEndpointService>().respond_with(server.answer(get_service));
        on.on::<DeleteEndpointService>().respond_with(server.answer(delete_service));
        on.on::<CreateEndpointCall>().respond_with(server.answer(create_endpoint));
        on.on::<GetEndpoint>().respond_with(server.answer(get_endpoint));
        on.on::<DeleteEndpoint>().respond_with(server.answer(delete_endpoint));
        on.on::<ListClusters>().respond_with(server.answer(clusters));
        server
    }

    /// Sets the fate of new endpoints.
    pub(super) fn fate(&self, fate: Fate) {
        self.state.lock().unwrap().fate = fate;
    }

    /// Creates a service, which the next list lacks.
    pub(super) fn create_service_unseen(&self, provider: &str, region: &str) {
        let mut state = self.state.lock().unwrap();
        state.add_service(provider, region, self.transport.waited());
        state.is_stale = true;
    }

    /// Whether nothing exists any more.
    pub(super) fn is_empty(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        state.forget(self.transport.waited());
        state.services.is_empty() && state.endpoints.is_empty()
    }

    fn answer<O: 'static>(
        &self,
        answer: fn(&mut State, Duration, &Request) -> Answer,
    ) -> impl Fn(&Recorded<O>) -> Answer + Send + Sync + 'static {
        let (transport, state) = (self.transport.clone(), self.state.clone());
        move |recorded| {
            let now = transport.waited();
            let request = Request {
                parameters: recorded.parameters().clone(),
                body: serde_json::from_slice(recorded.bytes()).unwrap_or_default(),
            };
            let mut state = state.lock().unwrap();
            state.forget(now);
            answer(&mut state, now, &request)
        }
    }
}

struct Request {
    parameters: Value,
    body: Value,
}

impl Request {
    fn text(&self, name: &str) -> String {
        self.parameters[name].as_str().unwrap_or_default().to_owned()
    }
}

impl State {
    fn add_service(&mut self, provider: &str, region: &str, now: Duration) -> Value {
        let id = format!("{:024x}", self.services.len() + 1);
        let body = json!({ "cloudProvider": provider, "id": id, "regionName": region });
        let thing = Thing {
            body,
            created: now,
            deleted: None,
            fate: Fate::default(),
        };
        let body = thing.service(now);
        self.services.insert(id, thing);
        body
    }

    /// Removes what is deleted.
    fn forget(&mut self, now: Duration) {
        let is_there = |_: &String, thing: &mut Thing| thing.deleted.is_none_or(|at| now < at + DELETION);
        self.services.retain(is_there);
        self.endpoints.retain(is_there);
    }
}

impl Thing {
    fn state(&self, course: Course, now: Duration) -> &'static str {
        if self.deleted.is_some() {
            return "DELETING";
        }
        let passed = now - self.created;
        let seen = course.iter().rev().find(|(at, _)| passed >= Duration::from_secs(*at));
        let state = seen.map_or("", |(_, state)| *state);
        match self.fate.0 {
            Some((last, _)) if state == "AVAILABLE" => last,
            _ => state,
        }
    }

    fn service(&self, now: Duration) -> Value {
        let mut body = self.body.clone();
        let course = if body["cloudProvider"] == "AWS" { AWS_SERVICE } else { SERVICE };
        body["status"] = json!(self.state(course, now));
        body
    }

    fn endpoint(&self, now: Duration) -> Value {
        let mut body = self.body.clone();
        let (key, course) = match body["cloudProvider"].as_str() {
            Some("AWS") => ("connectionStatus", AWS),
            Some("AZURE") => ("status", AZURE),
            _ => ("status", GCP),
        };
        let state = self.state(course, now);
        body[key] = json!(state);
        if let Some((last, reason)) = self.fate.0.filter(|(last, _)| *last == state) {
            assert_ne!(last, "AVAILABLE");
            body["errorMessage"] = json!(reason);
        }
        body
    }
}

fn failure(status: u16, code: &str) -> Answer {
    let error = ApiError::new(i32::from(status), code);
    Answer::json(status, &error)
}

fn list(state: &mut State, now: Duration, request: &Request) -> Answer {
    let services = state.services.values();
    let services = services.filter(|it| it.body["cloudProvider"] == request.parameters["cloudProvider"]);
    let services: Vec<_> = services.filter(|_| !state.is_stale).map(|it| it.service(now)).collect();
    state.is_stale = false;
    Answer::json(200, &Value::from(services))
}

fn create_service(state: &mut State, now: Duration, request: &Request) -> Answer {
    let (provider, region) = (&request.body["providerName"], &request.body["region"]);
    let mut others = state.services.values().map(|it| &it.body);
    if others.any(|it| it["cloudProvider"] == *provider && it["regionName"] == *region) {
        return failure(409, "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION");
    }
    let [provider, region] = [provider, region].map(|it| it.as_str().unwrap().to_owned());
    Answer::json(200, &state.add_service(&provider, &region, now))
}

fn get_service(state: &mut State, now: Duration, request: &Request) -> Answer {
    match state.services.get(&request.text("endpointServiceId")) {
        Some(service) => Answer::json(200, &service.service(now)),
        None => failure(404, "ENDPOINT_SERVICE_NOT_FOUND"),
    }
}

fn delete_service(state: &mut State, now: Duration, request: &Request) -> Answer {
    if !state.endpoints.is_empty() {
        return failure(409, "CANNOT_DELETE_SERVICE_WITH_ENDPOINTS");
    }
    match state.services.get_mut(&request.text("endpointServiceId")) {
        Some(service) => {
            service.deleted.get_or_insert(now);
            Answer::new(204, "")
        }
        None => failure(404, "ENDPOINT_SERVICE_NOT_FOUND"),
    }
}

fn create_endpoint(state: &mut State, now: Duration, request: &Request) -> Answer {
    let provider = request.text("cloudProvider");
    let (key, from) = match provider.as_str() {
        "AWS" => ("interfaceEndpointId", "id"),
        "AZURE" => ("privateEndpointResourceId", "id"),
        _ => ("endpointGroupName", "endpointGroupName"),
    };
    let id = request.body[from].as_str().unwrap().to_owned();
    if state.endpoints.contains_key(&id) {
        return failure(409, "ENDPOINT_ALREADY_EXISTS");
    }
    let service = &state.services[&request.text("endpointServiceId")];
    assert_ne!(service.service(now)["status"], "INITIATING", "the service is not ready");
    let thing = Thing {
        body: json!({ "cloudProvider": provider, key: id, "errorMessage": null }),
        created: now,
        deleted: None,
        fate: state.fate,
    };
    let body = thing.endpoint(now);
    state.endpoints.insert(id, thing);
    Answer::json(200, &body)
}

fn get_endpoint(state: &mut State, now: Duration, request: &Request) -> Answer {
    let Some(endpoint) = state.endpoints.get(&request.text("endpointId")) else {
        return failure(404, "ENDPOINT_NOT_FOUND");
    };
    let body = endpoint.endpoint(now);
    if [&body["status"], &body["connectionStatus"]].contains(&&json!("AVAILABLE")) {
        state.busy_until = now + CHANGE;
    }
    Answer::json(200, &body)
}

fn delete_endpoint(state: &mut State, now: Duration, request: &Request) -> Answer {
    state.busy_until = now + DELETION + CHANGE;
    match state.endpoints.get_mut(&request.text("endpointId")) {
        Some(endpoint) => {
            endpoint.deleted.get_or_insert(now);
            Answer::new(204, "")
        }
        None => failure(404, "ENDPOINT_NOT_FOUND"),
    }
}

/// Two pages, of which the second has the cluster that is being changed.
fn clusters(state: &mut State, now: Duration, request: &Request) -> Answer {
    let changed = if now < state.busy_until { "UPDATING" } else { "IDLE" };
    let cluster = match request.parameters["pageNum"].as_u64() {
        None | Some(1) => json!({ "name": "a", "stateName": "IDLE" }),
        _ => json!({ "name": "b", "stateName": changed }),
    };
    Answer::json(200, &json!({ "results": [cluster], "totalCount": 2 }))
}
