//! The wire form against what serde's derive macros give.

use divan::{Bencher, black_box};

#[path = "../../src/net/body.rs"]
#[allow(dead_code, reason = "a benchmark sends nothing")]
mod body;
mod net {
    pub(crate) use crate::body;
}
#[path = "../../src/tests/target/types/mod.rs"]
pub mod types;
#[path = "../../src/wire/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "a benchmark calls only a part of it"
)]
pub mod wire;

mod twin;

use types::{CreateEndpointRequest, PrivateLinkEndpoint};

fn main() {
    divan::main();
}

const TAG_FIRST: &str = r#"{"cloudProvider":"GCP","deleteRequested":false,"endpointGroupName":"group-1","endpoints":[{"endpointName":"rule-1","ipAddress":"10.0.0.1","status":"AVAILABLE"},{"endpointName":"rule-2","ipAddress":"10.0.0.2","status":"AVAILABLE"},{"endpointName":"rule-3","ipAddress":"10.0.0.3","status":"INITIATING"}],"errorMessage":null,"gcpProjectId":"p-fdeeb3e43b8e733e5ab627b1","portMappingEnabled":false,"status":"AVAILABLE"}"#;
const TAG_LAST: &str = r#"{"deleteRequested":false,"endpointGroupName":"group-1","endpoints":[{"endpointName":"rule-1","ipAddress":"10.0.0.1","status":"AVAILABLE"},{"endpointName":"rule-2","ipAddress":"10.0.0.2","status":"AVAILABLE"},{"endpointName":"rule-3","ipAddress":"10.0.0.3","status":"INITIATING"}],"errorMessage":null,"gcpProjectId":"p-fdeeb3e43b8e733e5ab627b1","portMappingEnabled":false,"status":"AVAILABLE","cloudProvider":"GCP"}"#;
const SMALL: &str = r#"{"cloudProvider":"AWS","connectionStatus":"PENDING","deleteRequested":false,"errorMessage":null,"interfaceEndpointId":"vpce-3bf78b0ddee411ba1"}"#;
const SMALL_TAG_LAST: &str = r#"{"connectionStatus":"PENDING","deleteRequested":false,"errorMessage":null,"interfaceEndpointId":"vpce-3bf78b0ddee411ba1","cloudProvider":"AWS"}"#;
const REQUEST: &str = r#"{"cloudProvider":"AZURE","id":"/subscriptions/cba6d9c6-1d3f-3c11-03cb-c705d895e636/resourcegroups/r/providers/Microsoft.Network/privateEndpoints/p","privateEndpointIPAddress":"10.0.0.1"}"#;
const NAMES: [&str; 4] = ["tag first", "tag last", "small", "small, tag last"];

fn document(name: &str) -> &'static [u8] {
    let documents = [TAG_FIRST, TAG_LAST, SMALL, SMALL_TAG_LAST];
    let found = NAMES
        .iter()
        .zip(documents)
        .find(|(known, _)| **known == name);
    found.map_or("", |(_, text)| text).as_bytes()
}

#[divan::bench_group(sample_count = 1000, sample_size = 100)]
mod decode {
    use super::{Bencher, NAMES, PrivateLinkEndpoint, black_box, document, twin, wire};

    #[divan::bench(args = NAMES)]
    fn runtime(bencher: Bencher<'_, '_>, name: &str) {
        let json = document(name);
        bencher.bench(|| wire::from_slice::<PrivateLinkEndpoint>(black_box(json)));
    }

    #[divan::bench(args = NAMES)]
    fn derived(bencher: Bencher<'_, '_>, name: &str) {
        let json = document(name);
        bencher.bench(|| serde_json::from_slice::<twin::PrivateLinkEndpoint>(black_box(json)));
    }
}

#[divan::bench_group(sample_count = 1000, sample_size = 100)]
mod encode {
    use super::{
        Bencher, CreateEndpointRequest, PrivateLinkEndpoint, REQUEST, TAG_FIRST, black_box, twin,
        wire,
    };

    #[divan::bench]
    fn runtime_response(bencher: Bencher<'_, '_>) {
        let value: Option<PrivateLinkEndpoint> = wire::from_slice(TAG_FIRST.as_bytes()).ok();
        bencher.bench(|| wire::to_vec(black_box(&value)));
    }

    #[divan::bench]
    fn derived_response(bencher: Bencher<'_, '_>) {
        let value: Option<twin::PrivateLinkEndpoint> = serde_json::from_str(TAG_FIRST).ok();
        bencher.bench(|| serde_json::to_vec(black_box(&value)));
    }

    #[divan::bench]
    fn runtime_request(bencher: Bencher<'_, '_>) {
        let value: Option<CreateEndpointRequest> = wire::from_slice(REQUEST.as_bytes()).ok();
        bencher.bench(|| wire::to_vec(black_box(&value)));
    }

    #[divan::bench]
    fn derived_request(bencher: Bencher<'_, '_>) {
        let value: Option<twin::CreateEndpointRequest> = serde_json::from_str(REQUEST).ok();
        bencher.bench(|| serde_json::to_vec(black_box(&value)));
    }
}
