//! What the compiler must accept of the client's types.

use std::fmt::Debug;

use atlas_private_endpoints::api::{
    CloudBackups, CreateBackupPrivateEndpoint, CreatePrivateEndpoint,
    CreatePrivateEndpointConnection, CreateRestPrivateEndpoint, EncryptionAtRest,
    PrivateEndpointConnections, PrivateEndpointServices,
};
use atlas_private_endpoints::types::{AwsRegion, GroupId, PrivateLinkEndpoint};
use atlas_private_endpoints::{BearerToken, Client, ClientBuilder, Error, Response};

fn shared<T: Send + Sync + 'static>() {}
fn owned<T: Send + Sync + Clone + Debug + 'static>() {}
fn sendable<T: Send>(_: &T) {}

#[test]
fn values_are_owned_and_cross_threads() {
    owned::<Client>();
    shared::<ClientBuilder>();
    shared::<BearerToken>();
    owned::<CloudBackups>();
    owned::<PrivateEndpointServices>();
    owned::<EncryptionAtRest>();
    owned::<PrivateEndpointConnections>();
    owned::<CreateBackupPrivateEndpoint>();
    owned::<CreatePrivateEndpoint>();
    owned::<CreateRestPrivateEndpoint>();
    owned::<CreatePrivateEndpointConnection>();
    owned::<PrivateLinkEndpoint>();
    owned::<AwsRegion>();
    owned::<GroupId>();
    shared::<Error>();
    shared::<Response<PrivateLinkEndpoint>>();
}

/// Never called: that it compiles is the test.
#[expect(dead_code, reason = "that it compiles is the test")]
fn futures_cross_threads(call: CreatePrivateEndpoint) {
    sendable(&call.clone().send());
    sendable(&call.send_with_meta());
}

/// A `Result` of a call is not made large by its error.
#[test]
fn an_error_is_one_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Error>>(), size_of::<usize>());
}
