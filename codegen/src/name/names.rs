//! The names of all items, by the ids and positions of the API.

/// The names of one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// By [`crate::ir::TypeId::index`].
    pub types: Vec<TypeNames>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationNames>,
    /// By position in [`crate::ir::Api::tags`].
    pub tags: Vec<TagNames>,
    /// The variants of events, by position in [`crate::ir::Api::webhooks`].
    pub webhooks: Vec<String>,
    /// By position in [`crate::ir::Api::servers`].
    pub servers: Vec<ServerNames>,
    /// `APP_KEY_AUTH`: the environment variable with the credentials, by position in
    /// [`crate::ir::Api::security_schemes`].
    pub schemes: Vec<String>,
}

/// The names of a server.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerNames {
    /// `Production`: the type with setters for the variables of its URL.
    pub ident: String,
    /// `PRODUCTION`: the URL, if it has no variables.
    pub constant: String,
    /// Setters, by position of the variable.
    pub variables: Vec<String>,
}

/// The names of a type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeNames {
    /// `AwsRegion`
    pub ident: String,
    /// `aws_region`: the module and file, also of its inline types.
    pub module: String,
    /// `AWS_REGION`: the static of its pattern, if any, unique for the type.
    pub constant: String,
    /// Fields or variants, by position of the property, value or variant.
    pub members: Vec<String>,
    /// The catch-all: `Unknown` of an enum or union, `additional_properties` of a struct.
    pub rest: String,
    /// `FullRepositoryRequired`: the struct of the required values, if they are named.
    pub required: Option<String>,
}

/// The names of an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationNames {
    /// `create_private_endpoint`: the method on the tag's handle.
    pub method: String,
    /// `CreatePrivateEndpoint`: the builder.
    pub builder: String,
    /// `CREATE_PRIVATE_ENDPOINT`: the static that describes it.
    pub constant: String,
    /// `create_private_endpoint`: its example program.
    pub program: String,
    /// Arguments and setters, by position of the parameter.
    pub parameters: Vec<String>,
    /// The argument of the request body.
    pub body: String,
    /// `CreateThingRequired`: the struct of the required values, if they are named.
    pub required: Option<String>,
    /// The enum of the request body, if it can be sent in several media types.
    pub alternatives: Option<OutcomeNames>,
    /// The enum of successes, if bodies differ by status.
    pub success: Option<OutcomeNames>,
    /// The enum of failures, if bodies differ by status.
    pub failure: Option<OutcomeNames>,
}

/// The names of an enum with a variant for each status, or for each media type of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeNames {
    /// `CreatePrivateEndpointSuccess`
    pub ident: String,
    /// The variants, by position of the outcome or of the alternative.
    pub variants: Vec<String>,
}

/// The names of a tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagNames {
    /// `PrivateEndpointServices`: the handle.
    pub ident: String,
    /// `private_endpoint_services`: its module, and the accessor on the client.
    pub module: String,
    /// `private-endpoint-services`: its Cargo feature, if there are several tags.
    pub feature: Option<String>,
}
