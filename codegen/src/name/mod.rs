//! Names in Rust: assigned once, here, where alone case and keywords are known.

/// The names of one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// By [`crate::ir::TypeId::index`].
    pub types: Vec<TypeNames>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationNames>,
    /// By position in [`crate::ir::Api::tags`].
    pub tags: Vec<TagNames>,
}

/// The names of a type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeNames {
    /// `AwsRegion`
    pub ident: String,
    /// `aws_region`: its module, and its file.
    pub module: String,
    /// Fields or variants, by position of the property, value or variant.
    pub members: Vec<String>,
    /// The catch-all: `Unknown` of an enum or union, `additional_properties` of a struct.
    pub rest: String,
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
    /// Arguments and setters, by position of the parameter.
    pub parameters: Vec<String>,
    /// The argument that is the request body.
    pub body: String,
}

/// The names of a tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagNames {
    /// `PrivateEndpointServices`: the handle.
    pub ident: String,
    /// `private_endpoint_services`: its module, and the accessor on the client.
    pub module: String,
}
