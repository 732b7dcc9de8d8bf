/// The keys of a path item that are operations (OpenAPI 3.0.3, *Path Item Object*).
pub(super) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];
