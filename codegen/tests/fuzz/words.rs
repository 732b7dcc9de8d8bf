//! Texts that want to be code.

/// What no identifier is, however the words of a name are written: where it stands as one, a text became code.
pub(crate) const MARK: &str = "zZiNjEcT";

pub(crate) const NAMES: [&str; 24] = [
    "id",
    "Name",
    "name",
    "NAME",
    "type",
    "self",
    "Self",
    "crate",
    "r#fn",
    "",
    " ",
    "_",
    "1",
    "-1",
    "2xx",
    "größe",
    "名前",
    "$ref",
    "a/b~c%d",
    "x-extension",
    "\"#]}]zZiNjEcT",
    "\"); zZiNjEcT(\"",
    "a\nzZiNjEcT: 1",
    "*/ zZiNjEcT /*",
];

pub(crate) const TEXTS: [&str; 18] = [
    "A text.",
    "",
    "\"#]}]zZiNjEcT",
    "\n*/ zZiNjEcT!(); /*",
    "\"; zZiNjEcT(); \"",
    "\\\" zZiNjEcT \\",
    "\r\nfn zZiNjEcT() {}",
    "\u{2028}zZiNjEcT",
    "```\nzZiNjEcT();\n```",
    "    zZiNjEcT();",
    "~~~rust\nzZiNjEcT();",
    "> 1. ```\n>    zZiNjEcT()",
    "#![zZiNjEcT]",
    "[a]: zZiNjEcT \"b",
    "<pre><code>zZiNjEcT();</code></pre>\n\n\tzZiNjEcT();",
    "{zZiNjEcT}",
    "\0\u{7f}\u{202e}zZiNjEcT",
    "\"\"\"\nzZiNjEcT = 1\n",
];

pub(crate) const PATTERNS: [&str; 12] = [
    "^[a-z]+$",
    "^zZiNjEcT\"#$",
    "(",
    "[",
    "(?=a)b|c",
    "^(a+)+$",
    "(.*){1000}",
    "\\p{L}+",
    "(a)\\1",
    "(?i)a",
    "a{0,65535}b{0,65535}",
    "(?<=x)(?!y)z",
];
