use crate::parts::Part;

/// The files of `paging/`.
pub(super) const PARTS: &[Part] = &[
    part!("paging/allow_origin.rs").needs(&["paging/items.rs", "paging/pages.rs"]),
    part!("paging/counted.rs")
        .needs(&["call/get.rs", "paging/table.rs"])
        .crates(&["serde_json"]),
    part!("paging/cursor.rs")
        .needs(&[
            "call/core.rs",
            "paging/look.rs",
            "paging/send_with.rs",
            "paging/table.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["Cursor"]),
    part!("paging/items.rs")
        .needs(&["error/call_error.rs", "paging/pages.rs", "paging/token.rs"])
        .crates(&["futures-core"])
        .root(&["Items"]),
    part!("paging/last_item.rs")
        .needs(&[
            "call/core.rs",
            "paging/look.rs",
            "paging/send_with.rs",
            "paging/table.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["LastItem"]),
    part!("paging/link_header.rs"),
    part!("paging/look.rs")
        .needs(&["wire/encode.rs"])
        .crates(&["serde_json"]),
    part!("paging/more_flag.rs")
        .needs(&["paging/look.rs", "paging/table.rs"])
        .internal(&["flag"]),
    part!("paging/more_last.rs")
        .needs(&["paging/look.rs", "paging/table.rs"])
        .internal(&["last"]),
    part!("paging/more_links.rs")
        .needs(&["paging/look.rs", "paging/table.rs", "wire/encode.rs"])
        .internal(&["links"]),
    part!("paging/more_present.rs")
        .needs(&["paging/look.rs", "paging/table.rs"])
        .internal(&["present"]),
    part!("paging/next_link.rs")
        .needs(&[
            "call/core.rs",
            "paging/link_header.rs",
            "paging/table.rs",
            "paging/url.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["NextLink"]),
    part!("paging/next_url.rs")
        .needs(&[
            "call/core.rs",
            "paging/look.rs",
            "paging/table.rs",
            "paging/url.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["NextUrl"]),
    part!("paging/offset.rs")
        .needs(&[
            "call/core.rs",
            "call/get.rs",
            "paging/counted.rs",
            "paging/send_with.rs",
            "paging/table.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["Offset"]),
    part!("paging/page.rs")
        .needs(&["net/response.rs", "paging/token.rs"])
        .crates(&["http"])
        .root(&["Page"]),
    part!("paging/page_number.rs")
        .needs(&[
            "call/core.rs",
            "call/get.rs",
            "paging/counted.rs",
            "paging/look.rs",
            "paging/send_with.rs",
            "paging/table.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["PageNumber"]),
    part!("paging/paged.rs")
        .needs(&[
            "net/reply.rs",
            "paging/items.rs",
            "paging/pages.rs",
            "paging/table.rs",
            "wire/encode.rs",
            "wire/error.rs",
        ])
        .internal(&["paged", "read"])
        .methods(&[("Builder", &["items", "pages"])]),
    part!("paging/pager.rs")
        .needs(&[
            "call/core.rs",
            "call/limit.rs",
            "call/paged.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/transport.rs",
            "paging/table.rs",
            "paging/token.rs",
            "wire/encode.rs",
        ])
        .crates(&["http", "serde_json"]),
    part!("paging/pages.rs")
        .needs(&[
            "call/core.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "paging/page.rs",
            "paging/pager.rs",
            "paging/table.rs",
            "paging/token.rs",
            "wire/encode.rs",
            "wire/error.rs",
        ])
        .crates(&["futures-core"])
        .root(&["Pages"]),
    part!("paging/send_with.rs")
        .needs(&["call/core.rs", "call/set_named.rs", "paging/table.rs"])
        .crates(&["serde_json"]),
    part!("paging/table.rs")
        .needs(&[
            "call/core.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/transport.rs",
            "paging/look.rs",
            "wire/encode.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["Paging"]),
    part!("paging/take_apart.rs").needs(&["call/core.rs", "paging/pages.rs", "paging/table.rs"]),
    part!("paging/token.rs")
        .needs(&["error/call_error.rs"])
        .crates(&["serde", "serde_json"])
        .root(&["PageToken"]),
    part!("paging/url.rs")
        .needs(&["call/core.rs", "call/sent_url.rs", "paging/table.rs"])
        .crates(&["serde_json"]),
];
