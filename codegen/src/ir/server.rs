use indexmap::IndexMap;

/// A base URL (OpenAPI 3.0.3, *Server Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL template as written, `{variable}` included.
    pub url: String,
    /// What this server is for, in Markdown.
    pub description: Option<String>,
    /// Values for the placeholders, by name.
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
    /// The value that stands when nothing else is said.
    pub default: String,
    /// The permitted values; empty when any is.
    pub values: Vec<String>,
    /// What the variable is for.
    pub description: Option<String>,
}
