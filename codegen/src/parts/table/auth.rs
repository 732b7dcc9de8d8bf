use crate::parts::Part;

/// The files of `auth/`.
pub(super) const PARTS: &[Part] = &[
    part!("auth/api_key.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/header.rs",
            "auth/secret.rs",
            "document.rs",
            "net/percent.rs",
            "net/transport.rs",
        ])
        .crates(&["http", "reqwest", "secrecy"])
        .root(&["ApiKey"]),
    part!("auth/basic.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/header.rs",
            "auth/secret.rs",
            "document.rs",
            "net/transport.rs",
        ])
        .crates(&["http", "http-auth", "reqwest", "secrecy"])
        .root(&["BasicCredentials"]),
    part!("auth/bearer.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/header.rs",
            "auth/secret.rs",
            "document.rs",
            "net/transport.rs",
        ])
        .crates(&["http", "reqwest", "secrecy"])
        .root(&["BearerToken"]),
    part!("auth/client_credentials.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/secret.rs",
            "auth/token.rs",
            "auth/token_request.rs",
            "auth/tokens.rs",
            "document.rs",
            "net/transport.rs",
        ])
        .crates(&["reqwest", "secrecy"])
        .root(&["ClientCredentials"]),
    part!("auth/credentials.rs")
        .needs(&[
            "auth/hold.rs",
            "client/clock.rs",
            "document.rs",
            "net/collect.rs",
            "net/deadline.rs",
            "net/limits.rs",
            "net/transport.rs",
        ])
        .crates(&["bytes", "http", "reqwest"])
        .root(&["Authorization", "Challenge", "Credentials"]),
    part!("auth/digest.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/header.rs",
            "auth/hold.rs",
            "auth/origin.rs",
            "auth/secret.rs",
            "document.rs",
            "net/deadline.rs",
            "net/transport.rs",
        ])
        .crates(&["http", "http-auth", "reqwest", "tokio"])
        .root(&["DigestCredentials"]),
    part!("auth/environment.rs")
        .needs(&[
            "auth/credentials.rs",
            "client/builder.rs",
            "client/handle.rs",
            "error/call_error.rs",
        ])
        .methods(&[("Client", &["from_env", "from_variables"])]),
    part!("auth/environment_api_key.rs").needs(&["auth/api_key.rs", "auth/credentials.rs"]),
    part!("auth/environment_basic.rs").needs(&["auth/basic.rs", "auth/credentials.rs"]),
    part!("auth/environment_bearer.rs").needs(&["auth/bearer.rs", "auth/credentials.rs"]),
    part!("auth/environment_client.rs")
        .needs(&["auth/client_credentials.rs", "auth/credentials.rs"]),
    part!("auth/environment_digest.rs").needs(&["auth/credentials.rs", "auth/digest.rs"]),
    part!("auth/file_cache.rs")
        .needs(&["auth/token.rs", "net/percent.rs"])
        .crates(&["fastrand", "fs4", "secrecy", "serde_json", "tokio"])
        .root(&["FileTokenCache"])
        .feature("file-cache"),
    part!("auth/header.rs").crates(&["http"]),
    part!("auth/hold.rs"),
    part!("auth/list.rs")
        .needs(&["auth/credentials.rs", "document.rs", "net/transport.rs"])
        .crates(&["reqwest"]),
    part!("auth/origin.rs"),
    part!("auth/refresh_token.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/secret.rs",
            "auth/token_request.rs",
            "auth/tokens.rs",
            "document.rs",
            "net/percent.rs",
            "net/transport.rs",
        ])
        .crates(&["reqwest", "secrecy"])
        .root(&["RefreshToken"]),
    part!("auth/secret.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/redacted.rs",
            "wire/secret.rs",
        ])
        .root(&["Secret"]),
    part!("auth/token.rs")
        .needs(&["auth/secret.rs", "net/transport.rs"])
        .root(&["AccessToken", "CacheFuture", "TokenCache", "TokenKey"]),
    part!("auth/token_error.rs")
        .needs(&[
            "auth/secret.rs",
            "error/one_line.rs",
            "net/percent.rs",
            "net/retry_after.rs",
            "net/transport.rs",
            "wire/budget.rs",
            "wire/parse.rs",
            "wire/redacted.rs",
        ])
        .crates(&["bytes", "http", "secrecy", "serde_json"])
        .root(&["TokenError"]),
    part!("auth/token_request.rs")
        .needs(&[
            "auth/credentials.rs",
            "auth/header.rs",
            "auth/secret.rs",
            "auth/token.rs",
            "auth/token_error.rs",
            "auth/token_url.rs",
            "net/percent.rs",
            "wire/budget.rs",
            "wire/parse.rs",
        ])
        .crates(&[
            "bytes",
            "http",
            "http-auth",
            "reqwest",
            "secrecy",
            "serde_json",
        ]),
    part!("auth/token_slot.rs")
        .needs(&[
            "auth/hold.rs",
            "auth/token.rs",
            "auth/token_error.rs",
            "auth/token_request.rs",
            "client/clock.rs",
            "net/deadline.rs",
        ])
        .crates(&["tokio"]),
    part!("auth/token_url.rs")
        .needs(&["auth/origin.rs"])
        .crates(&["reqwest"]),
    part!("auth/tokens.rs")
        .needs(&[
            "auth/bearer.rs",
            "auth/credentials.rs",
            "auth/token.rs",
            "auth/token_request.rs",
            "auth/token_slot.rs",
            "auth/token_url.rs",
            "document.rs",
        ])
        .crates(&["http", "reqwest"]),
];
