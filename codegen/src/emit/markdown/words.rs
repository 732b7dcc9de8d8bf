use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Names that look like identifiers and are not: the list that clippy's `doc_markdown` has.
const PROPER_NAMES: &[&str] = &[
    "CamelCase",
    "CoreFoundation",
    "CoreGraphics",
    "CoreText",
    "DirectX",
    "DragonFlyBSD",
    "ECMAScript",
    "FreeBSD",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "JavaScript",
    "KiB",
    "MiB",
    "GiB",
    "TiB",
    "PiB",
    "EiB",
    "NaN",
    "NaNs",
    "NetBSD",
    "NixOS",
    "OAuth",
    "OpenAL",
    "OpenBSD",
    "OpenDNS",
    "OpenGL",
    "OpenMP",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "OCaml",
    "OpenType",
    "PowerPC",
    "PowerShell",
    "PostScript",
    "PureScript",
    "iOS",
    "macOS",
    "TensorFlow",
    "TrueType",
    "TypeScript",
    "WebAssembly",
    "WebGL",
    "WebGL2",
    "WebGPU",
    "WebRTC",
    "WebSocket",
    "WebTransport",
];

/// More of them: products that documents of all kinds speak of.
pub(in crate::emit) const BRANDS: &[&str] = &[
    "CloudFormation",
    "DevOps",
    "LinkedIn",
    "MongoDB",
    "MySQL",
    "OpenAPI",
    "OpenID",
    "OpsGenie",
    "PagerDuty",
    "PayPal",
    "PostgreSQL",
    "PrivateLink",
    "ServiceNow",
    "VictorOps",
    "YouTube",
];

/// How a call ends in prose; clippy's `doc_markdown` takes such a word for an identifier, too.
const CALL: &str = "()";

/// Plain text with bare addresses made links, and identifiers made code; neither inside of a link.
pub(super) fn mark(text: &str, in_link: bool) -> Vec<Event<'static>> {
    let mut events = Vec::new();
    let mut plain = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let (before, core, after) = split(word);
        let marked = match kind(core) {
            Kind::Address if !in_link => Some(autolink(core)),
            Kind::Code => Some(vec![Event::Code(core.to_owned().into())]),
            _ => None,
        };
        match marked {
            Some(marked) => {
                plain.push_str(before);
                flush(&mut plain, &mut events);
                events.extend(marked);
                plain.push_str(after);
            }
            None => plain.push_str(word),
        }
    }
    flush(&mut plain, &mut events);
    events
}

/// Whether nothing in a text is marked.
pub(super) fn are_plain(text: &str) -> bool {
    let mut words = text.split_inclusive(char::is_whitespace);
    words.all(|word| matches!(kind(split(word).1), Kind::Plain))
}

fn flush(plain: &mut String, events: &mut Vec<Event<'static>>) {
    if !plain.is_empty() {
        events.push(Event::Text(std::mem::take(plain).into()));
    }
}

fn autolink(url: &str) -> Vec<Event<'static>> {
    vec![
        Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: url.to_owned().into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }),
        Event::Text(url.to_owned().into()),
        Event::End(TagEnd::Link),
    ]
}

enum Kind {
    Address,
    Code,
    Plain,
}

fn kind(core: &str) -> Kind {
    // Most words.
    if core.bytes().all(|it| it.is_ascii_lowercase()) {
        Kind::Plain
    } else if core.starts_with("https://") || core.starts_with("http://") {
        Kind::Address
    } else if is_identifier(core) || core.ends_with(CALL) || core.contains(":/") {
        // An address that no browser opens, `gs://a/b` or `hdfs:/a`, reads best as code.
        Kind::Code
    } else {
        Kind::Plain
    }
}

/// What clippy's `doc_markdown` takes for an identifier: `snake_case`, `a::path`, `CamelCase`.
fn is_identifier(word: &str) -> bool {
    let mut parts = word.split(|c: char| !(c.is_alphanumeric() || "_-:".contains(c)));
    parts.any(|part| {
        let path = part.contains("::") && part.contains(char::is_alphanumeric);
        path || is_name(part.trim_matches([':', '-']))
    })
}

fn is_name(word: &str) -> bool {
    if PROPER_NAMES.contains(&word)
        || BRANDS.contains(&word)
        || !word.contains(char::is_alphanumeric)
    {
        return false;
    }
    let path = word.contains("::");
    let snake = word.contains('_') && !word.contains('-');
    path || snake || is_camel_case(word)
}

fn is_camel_case(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    stem.chars().all(char::is_alphanumeric)
        && stem.chars().filter(|c| c.is_uppercase()).count() > 1
        && stem.chars().any(char::is_lowercase)
}

/// A word without the punctuation and space around it; an address may begin in its middle.
fn split(word: &str) -> (&str, &str, &str) {
    let address = word
        .contains(':')
        .then(|| word.find("https://").or_else(|| word.find("http://")))
        .flatten();
    let start = address.unwrap_or_else(|| word.len() - word.trim_start_matches(is_around).len());
    let mut core = &word[start..];
    if address.is_some() {
        // These end an address, as in `"https://a.b">c`; an autolink cannot have them (`CommonMark` 0.31, section 6.5).
        core = core.split(['"', '<', '>']).next().unwrap_or_default();
    }
    let core = core.trim_end_matches(is_around);
    let end = start + core.len();
    // The parentheses of `call()` are a part of it.
    let call = core.ends_with(char::is_alphanumeric) && word[end..].starts_with(CALL);
    let end = if call { end + CALL.len() } else { end };
    let end = end + closing(&word[start..end], &word[end..]);
    (&word[..start], &word[start..end], &word[end..])
}

/// How many bytes of what follows close brackets that `core` opens, as in `$(A_B)`.
fn closing(core: &str, after: &str) -> usize {
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    let mut found = String::new();
    for next in after.chars() {
        let Some((open, close)) = pairs.into_iter().find(|(_, close)| *close == next) else {
            break;
        };
        let count = |c: char| core.matches(c).count() + found.matches(c).count();
        if count(open) <= count(close) {
            break;
        }
        found.push(next);
    }
    found.len()
}

fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '"'
                | '\''
                | '`'
                | '.'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '*'
                | '~'
                | '|'
                | '<'
                | '>'
                | '“'
                | '”'
                | '‘'
                | '’'
        )
}
