//! The operations of the API, by tag.

mod private_endpoint_services;

pub use private_endpoint_services::{CreatePrivateEndpoint, PrivateEndpointServices};

use crate::types::ApiError;
use crate::{Client, Error};

impl Client {
    /// Private Endpoint Services: endpoints of private endpoint services.
    #[must_use]
    pub fn private_endpoint_services(&self) -> PrivateEndpointServices {
        PrivateEndpointServices::new(self.clone())
    }
}

impl Error {
    /// The body of the error, if it is one that the API's document describes.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        self.decoded()
    }
}
