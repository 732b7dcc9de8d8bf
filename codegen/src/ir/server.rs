use indexmap::IndexMap;

/// A base URL (OpenAPI 3.0.3, *Server Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL template as written, `{variable}` included.
    pub url: String,
    /// The description, in Markdown.
    pub description: Option<String>,
    /// The variables of the placeholders, by name.
    pub variables: IndexMap<String, ServerVariable>,
}

impl Server {
    /// The URL with the default of every variable.
    #[must_use]
    pub fn default_url(&self) -> String {
        let variables = self.variables.iter();
        variables.fold(self.url.clone(), |url, (name, variable)| {
            url.replace(&format!("{{{name}}}"), &variable.default)
        })
    }
}

/// A placeholder of a server URL (OpenAPI 3.0.3, *Server Variable Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// The default value.
    pub default: String,
    /// The permitted values; empty if all are.
    pub values: Vec<String>,
    /// The description.
    pub description: Option<String>,
}
