use crate::parts::Part;

/// The files of `waiting/`.
pub(super) const PARTS: &[Part] = &[
    part!("waiting/allow_origin.rs").needs(&["waiting/wait.rs"]),
    part!("waiting/argument.rs")
        .needs(&[
            "call/core.rs",
            "call/polling.rs",
            "call/set_named.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "waiting/place.rs",
            "wire/error.rs",
        ])
        .internal(&["Argument"]),
    part!("waiting/begin.rs").needs(&[
        "call/core.rs",
        "call/polling.rs",
        "error/call_error.rs",
        "net/retry_after.rs",
        "waiting/argument.rs",
        "waiting/table.rs",
        "waiting/wait.rs",
    ]),
    part!("waiting/by_call.rs")
        .needs(&["net/reply.rs", "waiting/poll_call.rs", "waiting/polled.rs"])
        .internal(&["by_call"]),
    part!("waiting/by_pages.rs")
        .needs(&["waiting/poll_pages.rs", "waiting/polled.rs"])
        .internal(&["by_pages"]),
    part!("waiting/deleted.rs")
        .needs(&[
            "call/core.rs",
            "waiting/finish.rs",
            "waiting/polled.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .internal(&["deleted", "gone"])
        .methods(&[("Builder", &["wait_until_deleted"])]),
    part!("waiting/driver.rs")
        .needs(&[
            "client/clock.rs",
            "error/call_error.rs",
            "net/retry_after.rs",
            "waiting/last_poll.rs",
            "waiting/look.rs",
            "waiting/progress.rs",
            "waiting/poll.rs",
            "waiting/table.rs",
            "waiting/trace.rs",
            "waiting/wait.rs",
        ])
        .crates(&["http"]),
    part!("waiting/finish.rs")
        .needs(&[
            "call/client_of.rs",
            "call/core.rs",
            "error/call_error.rs",
            "net/response.rs",
            "waiting/look.rs",
            "waiting/polled.rs",
            "waiting/run.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .internal(&["done"]),
    part!("waiting/follow.rs")
        .needs(&[
            "call/client_of.rs",
            "call/core.rs",
            "call/operation_of.rs",
            "client/attempts.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/retry_after.rs",
            "waiting/look.rs",
            "waiting/monitor.rs",
            "waiting/run.rs",
            "waiting/poll.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .crates(&["http", "serde_json"])
        .internal(&["follow", "followed"])
        .methods(&[("Builder", &["send_and_wait"])]),
    part!("waiting/from_data.rs")
        .needs(&[
            "call/client_of.rs",
            "call/core.rs",
            "net/response.rs",
            "waiting/argument.rs",
            "waiting/begin.rs",
            "waiting/look.rs",
            "waiting/run.rs",
            "waiting/source.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .feature("cli")
        .internal(&["Declared"]),
    part!("waiting/last_poll.rs")
        .needs(&["error/call_error.rs", "net/response.rs"])
        .root(&["LastPoll"]),
    part!("waiting/look.rs")
        .needs(&["waiting/place.rs", "waiting/poll.rs", "waiting/table.rs"])
        .crates(&["http", "serde_json"]),
    part!("waiting/monitor.rs")
        .needs(&[
            "call/core.rs",
            "call/limit.rs",
            "call/operation_of.rs",
            "call/see_other.rs",
            "call/sent_url.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/transport.rs",
            "waiting/place.rs",
            "waiting/poll.rs",
        ])
        .crates(&["http"]),
    part!("waiting/place.rs").crates(&["serde_json"]),
    part!("waiting/poll_call.rs")
        .needs(&[
            "call/core.rs",
            "call/limit.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/transport.rs",
            "waiting/poll.rs",
            "waiting/source.rs",
        ])
        .internal(&["call"]),
    part!("waiting/poll_pages.rs")
        .needs(&[
            "call/core.rs",
            "error/call_error.rs",
            "net/reply.rs",
            "net/response.rs",
            "net/transport.rs",
            "paging/pager.rs",
            "paging/pages.rs",
            "paging/table.rs",
            "paging/take_apart.rs",
            "waiting/poll.rs",
            "waiting/source.rs",
        ])
        .crates(&["serde_json"])
        .internal(&["pages"]),
    part!("waiting/polled.rs")
        .needs(&[
            "call/core.rs",
            "net/response.rs",
            "waiting/finish.rs",
            "waiting/source.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .internal(&["Polled", "polled"])
        .methods(&[("Builder", &["wait_until_done"])]),
    part!("waiting/progress.rs")
        .needs(&["error/call_error.rs"])
        .root(&["WaitProgress"]),
    part!("waiting/removed.rs")
        .needs(&[
            "call/core.rs",
            "waiting/argument.rs",
            "waiting/begin.rs",
            "waiting/finish.rs",
            "waiting/polled.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .internal(&["remove", "removed"]),
    part!("waiting/run.rs").needs(&[
        "client/handle.rs",
        "error/call_error.rs",
        "net/response.rs",
        "waiting/driver.rs",
        "waiting/last_poll.rs",
        "waiting/look.rs",
        "waiting/poll.rs",
        "waiting/wait.rs",
        "waiting/wait_error.rs",
    ]),
    part!("waiting/poll.rs").needs(&["error/call_error.rs", "net/reply.rs", "net/transport.rs"]),
    part!("waiting/source.rs")
        .needs(&["error/call_error.rs", "net/response.rs", "waiting/poll.rs"])
        .internal(&["Source"]),
    part!("waiting/started.rs")
        .needs(&[
            "call/core.rs",
            "net/response.rs",
            "waiting/argument.rs",
            "waiting/begin.rs",
            "waiting/finish.rs",
            "waiting/polled.rs",
            "waiting/table.rs",
            "waiting/wait.rs",
            "waiting/wait_error.rs",
        ])
        .internal(&["start", "started"])
        .methods(&[("Builder", &["send_and_wait"])]),
    part!("waiting/table.rs").needs(&["call/operation.rs", "waiting/place.rs"]),
    part!("waiting/trace.rs")
        .needs(&["error/class.rs", "waiting/progress.rs"])
        .crates(&["tracing"]),
    part!("waiting/wait.rs")
        .needs(&["waiting/progress.rs"])
        .root(&["Wait"]),
    part!("waiting/wait_error.rs")
        .needs(&[
            "error/call_error.rs",
            "error/one_line.rs",
            "waiting/last_poll.rs",
        ])
        .root(&["WaitError"]),
];
