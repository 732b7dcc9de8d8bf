use proc_macro2::Literal;
use quote::quote;

use super::{rust, table};
use crate::output::{BLANK, code};

#[test]
fn empty_lines_separate_items_but_not_imports() {
    let text = rust(quote! {
        use std::fmt; use std::io; use crate::a;
        mod b; mod c;
        struct A; struct B;
    });
    let expected = "use std::fmt;\nuse std::io;\n\nuse crate::a;\n\nmod b;\nmod c;\n\nstruct A;\n\nstruct B;\n";
    assert_eq!(text, expected);
}

#[test]
fn a_sentinel_becomes_an_empty_line() {
    let text = rust(quote!(impl A { fn a() {} #[doc = #BLANK] #[doc = " b"] fn b() {} }));
    assert_eq!(
        text,
        "impl A {\n    fn a() {}\n\n    /// b\n    fn b() {}\n}\n"
    );
}

#[test]
fn statements_are_formatted_in_place() {
    let statements = code(&quote!(let a=1; #[doc = #BLANK] b(a).await;));
    let text = rust(quote!(impl A { #[doc = #statements] fn a() {} }));
    let expected = "impl A {\n    /// let a = 1;\n    ///\n    /// b(a).await;\n    fn a() {}\n}\n";
    assert_eq!(text, expected);
}

#[test]
fn no_text_is_taken_for_a_sentinel() {
    let literal = "\u{1}code fn main() {}";
    let text = rust(quote!(const A: &str = #literal;));
    assert_eq!(text, "const A: &str = \"\\u{1}code fn main() {}\";\n");
}

#[test]
fn a_table_has_a_row_a_line() {
    let mac: syn::Macro = syn::parse_quote!(
        wire::object!(A { a: "a" required secret, r#type: "x\"y", V(Vec<BTreeMap<String, i64>>) = "z", m: Some(-1) } else B)
    );
    let expected = r#"wire::object!(A {
    a: "a" required secret,
    r#type: "x\"y",
    V(Vec<BTreeMap<String, i64>>) = "z",
    m: Some(-1)
} else B);
"#;
    assert_eq!(table::format(&mac), expected);
}

#[test]
fn a_macro_without_rows_is_one_line() {
    let mac: syn::Macro = syn::parse_quote!(call::operation!(CreateCat -> Vec<Cat>));
    assert_eq!(
        table::format(&mac),
        "call::operation!(CreateCat -> Vec<Cat>);\n"
    );
}

#[test]
fn long_arrays_look_as_if_they_were_expressions() {
    for count in [48, 300] {
        let values: Vec<usize> = (0..count).map(|it| it * it * it % 70_001).collect();
        let text: Vec<String> = values.iter().map(ToString::to_string).collect();
        let text = text.join(" ");
        let expressions = values.into_iter().map(Literal::usize_unsuffixed);
        assert_eq!(
            rust(quote!(
                pub static A: B = b::B::new(1, &numbers!(#text));
            )),
            rust(quote!(pub static A: B = b::B::new(1, &[#(#expressions),*],);)),
        );
    }
}
