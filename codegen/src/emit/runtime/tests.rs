use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;

use super::{folder, kinds, root};
use crate::parts::KINDS;
use crate::plan::client::Client;
use crate::plan::modules;
use crate::plan::parts::everything;

/// The items of a file without the conditions of tests, each as text.
fn items(text: &str) -> BTreeSet<String> {
    let file = syn::parse_file(text).unwrap();
    let items = file.items.into_iter().map(|item| {
        prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        })
    });
    let own = items.filter(|item| !item.contains("cfg(test)"));
    own.map(|item| item.replace("self::", "")).collect()
}

fn source(path: &str) -> String {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src");
    fs::read_to_string(runtime.join(path)).unwrap()
}

/// Files that the runtime has to be compiled alone are those of a client with all parts.
#[test]
fn modules_of_the_runtime_are_those_of_a_client_with_all_parts() {
    let parts = everything();
    let same = |path: &str, tokens: TokenStream| {
        assert_eq!(items(&source(path)), items(&tokens.to_string()), "{path}");
    };
    same(
        "lib.rs",
        root(&modules::root(&parts, Client::Some, Vec::new())),
    );
    same(KINDS, kinds(&modules::kinds(&parts)));
    for (name, module) in modules::folders(&parts) {
        same(&format!("{name}/mod.rs"), folder(&module));
    }
}
