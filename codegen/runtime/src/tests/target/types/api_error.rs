use crate::wire;

use super::BadRequestDetail;

/// The body of an error.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiError {
    /// What is wrong with the request.
    pub bad_request_detail: Option<BadRequestDetail>,
    /// What went wrong.
    pub detail: Option<String>,
    /// The HTTP status.
    pub error: i32,
    /// What went wrong, for programs.
    pub error_code: String,
    /// Values that belong to the code.
    pub parameters: Option<Vec<serde_json::Value>>,
    /// The phrase of the HTTP status.
    pub reason: Option<String>,
}

wire::object!(ApiError {
    bad_request_detail: "badRequestDetail",
    detail: "detail",
    error: "error" required,
    error_code: "errorCode" required,
    parameters: "parameters",
    reason: "reason",
});
