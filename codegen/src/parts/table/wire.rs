use crate::parts::{Kind, Part};

/// The files of `wire/`.
pub(super) const PARTS: &[Part] = &[
    part!("wire/around.rs").needs(&["wire/budget.rs"]),
    part!("wire/automaton.rs").internal(&["Automaton"]),
    part!("wire/budget.rs")
        .needs(&["wire/decode.rs"])
        .crates(&["serde"]),
    part!("wire/buffer.rs").needs(&["wire/budget.rs"]),
    part!("wire/decimal.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/invalid.rs",
            "wire/kinds.rs",
            "wire/number.rs",
            "wire/quoted.rs",
            "wire/read_decimal.rs",
        ])
        .crates(&["serde_json"])
        .public(&["Decimal"]),
    part!("wire/decode.rs")
        .sealed(&[
            "IntegerSlot",
            "ListSlot",
            "MapSlot",
            "NumberSlot",
            "OptionalSlot",
            "Slot",
            "TextSlot",
        ])
        .needs(&["wire/encode.rs", "wire/kinds.rs", "wire/object.rs"])
        .crates(&["serde_json"])
        .public(&["Decode"]),
    part!("wire/encode.rs")
        .sealed(&["Attachment", "Entries", "Invalid", "Items", "View"])
        .needs(&["wire/number.rs", "wire/object.rs", "wire/union.rs"])
        .crates(&["serde", "serde_json"])
        .public(&["Encode"]),
    part!("wire/entry.rs").public(&["Entry"]),
    part!("wire/equal.rs").needs(&["wire/encode.rs", "wire/object.rs"]),
    part!("wire/equality.rs")
        .needs(&["wire/encode.rs", "wire/equal.rs"])
        .internal(&["equality"]),
    part!("wire/error.rs")
        .needs(&["wire/budget.rs", "wire/decode.rs", "wire/secret_names.rs"])
        .crates(&["serde", "serde_json"])
        .public(&["DecodeError"]),
    part!("wire/forward.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/error.rs",
            "wire/located.rs",
            "wire/object.rs",
            "wire/object_entries.rs",
            "wire/read.rs",
            "wire/redacted.rs",
            "wire/secrets.rs",
        ])
        .crates(&["serde"])
        .internal(&["forward"]),
    part!("wire/from_variants.rs")
        .needs(&["wire/text_argument.rs"])
        .internal(&["from_variants"]),
    part!("wire/integer.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/integer_argument.rs",
            "wire/integer_value.rs",
            "wire/invalid.rs",
            "wire/quoted.rs",
        ])
        .internal(&["integer"]),
    part!("wire/integer_argument.rs").public(&["IntegerArgument"]),
    part!("wire/integer_enum.rs")
        .needs(&["wire/decode.rs", "wire/encode.rs", "wire/forward.rs"])
        .public(&["UnknownInteger"])
        .internal(&["integer_enum"]),
    part!("wire/integer_value.rs")
        .needs(&[
            "wire/encode.rs",
            "wire/integer_argument.rs",
            "wire/invalid.rs",
        ])
        .internal(&["Bounds", "IntegerValue"]),
    part!("wire/invalid.rs").public(&["InvalidValue"]),
    part!("wire/json.rs")
        .needs(&[
            "wire/budget.rs",
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/error.rs",
            "wire/read.rs",
        ])
        .crates(&["serde_json"])
        .public(&["from_slice", "to_vec"]),
    part!("wire/kinds.rs")
        .sealed(&["Kind"])
        .needs(&["wire/error.rs"])
        .crates(&["serde"]),
    part!("wire/located.rs")
        .needs(&["wire/around.rs", "wire/budget.rs", "wire/error.rs"])
        .crates(&["serde"]),
    part!("wire/metered.rs")
        .needs(&["wire/budget.rs"])
        .crates(&["serde"]),
    part!("wire/number.rs").crates(&["serde", "serde_json"]),
    part!("wire/object.rs")
        .sealed(&["Field", "Object", "Shape"])
        .needs(&["wire/decode.rs", "wire/encode.rs"]),
    part!("wire/object_entries.rs").needs(&["wire/encode.rs", "wire/object.rs"]),
    part!("wire/object_macro.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/equality.rs",
            "wire/forward.rs",
            "wire/object.rs",
        ])
        .internal(&["object"]),
    part!("wire/opaque_box.rs")
        .sealed(&["Opaque"])
        .needs(&["wire/decode.rs", "wire/encode.rs"])
        .public(&["OpaqueBox"]),
    part!("wire/open_text.rs")
        .needs(&["wire/encode.rs", "wire/forward.rs"])
        .internal(&["open_text"]),
    part!("wire/parse.rs")
        .needs(&[
            "wire/around.rs",
            "wire/budget.rs",
            "wire/error.rs",
            "wire/json.rs",
            "wire/metered.rs",
        ])
        .crates(&["serde", "serde_json"]),
    part!("wire/part.rs")
        .needs(&["net/body.rs", "wire/decode.rs", "wire/encode.rs"])
        .public(&["Part"]),
    part!("wire/patch.rs")
        .needs(&["wire/decode.rs", "wire/encode.rs"])
        .public(&["Patch"]),
    part!("wire/plain_integer.rs")
        .needs(&["wire/integer_argument.rs", "wire/integer_value.rs"])
        .internal(&["plain_integer"]),
    part!("wire/plain_text.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/text.rs",
        ])
        .internal(&["text"]),
    part!("wire/quoted.rs"),
    part!("wire/read.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/error.rs",
            "wire/object.rs",
            "wire/read_entry.rs",
            "wire/read_json.rs",
            "wire/read_number.rs",
            "wire/read_object.rs",
        ])
        .crates(&["serde"]),
    part!("wire/read_buffered.rs")
        .needs(&[
            "wire/buffer.rs",
            "wire/read.rs",
            "wire/read_entry.rs",
            "wire/read_object.rs",
        ])
        .crates(&["serde", "serde_json"]),
    part!("wire/read_decimal.rs")
        .needs(&[
            "wire/budget.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/number.rs",
        ])
        .crates(&["serde", "serde_json"])
        .kind(Kind {
            variant: "Decimal",
            docs: "Accepts a decimal number with all its digits.",
            place: ("TextSlot", "decode"),
            read: "read_decimal",
        }),
    part!("wire/read_entry.rs")
        .needs(&["wire/decode.rs", "wire/error.rs", "wire/read.rs"])
        .crates(&["serde"]),
    part!("wire/read_json.rs")
        .needs(&["wire/budget.rs", "wire/error.rs", "wire/number.rs"])
        .crates(&["serde", "serde_json"]),
    part!("wire/read_number.rs")
        .needs(&["wire/decode.rs", "wire/number.rs"])
        .crates(&["serde"]),
    part!("wire/read_object.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/error.rs",
            "wire/object.rs",
            "wire/read.rs",
            "wire/read_entry.rs",
        ])
        .crates(&["serde"]),
    part!("wire/read_tuple.rs")
        .sealed(&["TupleSlot"])
        .needs(&["wire/decode.rs", "wire/error.rs", "wire/read.rs"])
        .crates(&["serde"])
        .kind(Kind {
            variant: "Tuple",
            docs: "Accepts an array with a type for each position.",
            place: ("TupleSlot", "read_tuple"),
            read: "read_tuple",
        }),
    part!("wire/read_union.rs")
        .needs(&[
            "wire/budget.rs",
            "wire/buffer.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/read.rs",
            "wire/read_buffered.rs",
            "wire/read_json.rs",
            "wire/read_object.rs",
            "wire/union.rs",
        ])
        .crates(&["serde", "serde_json"])
        .kind(Kind {
            variant: "Union",
            docs: "Accepts an object of a union, selected by its tag.",
            place: ("Union", "union"),
            read: "read_union",
        }),
    part!("wire/redacted.rs"),
    part!("wire/secret.rs")
        .needs(&["wire/decode.rs", "wire/encode.rs"])
        .crates(&["secrecy"]),
    part!("wire/secret_text.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/text.rs",
        ])
        .internal(&["secret_text"]),
    part!("wire/secret_names.rs"),
    part!("wire/secrets.rs")
        .needs(&[
            "wire/encode.rs",
            "wire/object_entries.rs",
            "wire/redacted.rs",
            "wire/secret_names.rs",
        ])
        .crates(&["serde_json"]),
    part!("wire/shared_field.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/forward.rs",
            "wire/unknown_variant.rs",
        ])
        .crates(&["serde_json"]),
    part!("wire/string_enum.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/open_text.rs",
            "wire/text_argument.rs",
        ])
        .public(&["UnknownValue"])
        .internal(&["string_enum"]),
    part!("wire/tagged_union.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/equality.rs",
            "wire/forward.rs",
            "wire/kinds.rs",
            "wire/read_union.rs",
            "wire/union.rs",
            "wire/unknown_variant.rs",
        ])
        .crates(&["serde_json"])
        .internal(&["tagged_union"]),
    part!("wire/test.rs")
        .sealed(&["Test"])
        .crates(&["serde_json"])
        .internal(&["Test"]),
    part!("wire/text.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/invalid.rs",
            "wire/quoted.rs",
            "wire/text_argument.rs",
        ])
        .internal(&["Text", "TextValue", "constrained_text"]),
    part!("wire/text_argument.rs").public(&["TextArgument"]),
    part!("wire/tuple.rs").needs(&[
        "wire/decode.rs",
        "wire/encode.rs",
        "wire/kinds.rs",
        "wire/read_tuple.rs",
    ]),
    part!("wire/union.rs")
        .sealed(&["Union", "UnionShape"])
        .needs(&["wire/decode.rs", "wire/encode.rs"])
        .crates(&["serde_json"]),
    part!("wire/unknown_variant.rs")
        .needs(&["wire/error.rs"])
        .crates(&["serde", "serde_json"])
        .public(&["UnknownVariant"]),
    part!("wire/untagged.rs")
        .sealed(&["Untagged"])
        .needs(&[
            "wire/buffer.rs",
            "wire/decode.rs",
            "wire/error.rs",
            "wire/kinds.rs",
            "wire/object.rs",
            "wire/read.rs",
            "wire/read_json.rs",
            "wire/read_union.rs",
            "wire/test.rs",
        ])
        .crates(&["serde", "serde_json"])
        .kind(Kind {
            variant: "Untagged",
            docs: "Accepts a value of a union without a discriminator.",
            place: ("Untagged", "untagged"),
            read: "read_untagged",
        }),
    part!("wire/untagged_union.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/equality.rs",
            "wire/forward.rs",
            "wire/kinds.rs",
            "wire/object.rs",
            "wire/test.rs",
            "wire/unknown_variant.rs",
            "wire/untagged.rs",
        ])
        .crates(&["serde_json"])
        .internal(&["untagged_union"]),
    part!("wire/xml.rs").public(&["Xml"]).sealed(&[
        "XmlList",
        "XmlMember",
        "XmlName",
        "XmlObject",
        "XmlValue",
    ]),
    part!("wire/xml_form.rs")
        .needs(&["wire/encode.rs", "wire/xml.rs", "wire/xml_write.rs"])
        .public(&["to_xml"]),
    part!("wire/xml_read.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/error.rs",
            "wire/json.rs",
            "wire/xml.rs",
        ])
        .crates(&["quick-xml", "serde_json"])
        .feature("xml"),
    part!("wire/xml_write.rs")
        .needs(&["wire/encode.rs", "wire/json.rs", "wire/xml.rs"])
        .crates(&["quick-xml", "serde_json"])
        .feature("xml"),
    part!("wire/violation.rs").needs(&[
        "wire/encode.rs",
        "wire/object_entries.rs",
        "wire/secret_names.rs",
        "wire/secrets.rs",
    ]),
];
