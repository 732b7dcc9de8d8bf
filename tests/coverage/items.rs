//! What a Rust file declares for others.

use std::collections::BTreeMap;

use syn::{ImplItem, Item, Visibility};

/// The public items of a file. Names are as they are written, raw ones included.
#[derive(Default)]
pub(crate) struct Items {
    /// Structs, enums and aliases with their fields or variants.
    types: BTreeMap<String, Vec<String>>,
    /// Methods, by type.
    methods: BTreeMap<String, Vec<String>>,
    /// What `pub use` names, in order.
    pub(crate) exports: Vec<String>,
}

impl Items {
    pub(crate) fn of(text: &str) -> syn::Result<Self> {
        let file = syn::parse_file(text)?;
        let mut items = Self::default();
        for item in file.items {
            items.add(item);
        }
        items.exports.sort();
        Ok(items)
    }

    fn add(&mut self, item: Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let fields = item.fields.iter().filter(|field| is_public(&field.vis));
                let names = fields.filter_map(|field| Some(field.ident.as_ref()?.to_string()));
                self.types.insert(item.ident.to_string(), names.collect());
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let names = item
                    .variants
                    .iter()
                    .map(|variant| variant.ident.to_string());
                self.types.insert(item.ident.to_string(), names.collect());
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.types.insert(item.ident.to_string(), Vec::new());
            }
            Item::Use(item) if is_public(&item.vis) => self.exports.extend(last(&item.tree)),
            Item::Impl(item) if item.trait_.is_none() => self.add_methods(&item),
            _ => {}
        }
    }

    fn add_methods(&mut self, item: &syn::ItemImpl) {
        let syn::Type::Path(of) = &*item.self_ty else {
            return;
        };
        let Some(of) = of.path.segments.last() else {
            return;
        };
        let methods = self.methods.entry(of.ident.to_string()).or_default();
        for member in &item.items {
            if let ImplItem::Fn(method) = member
                && is_public(&method.vis)
            {
                methods.push(method.sig.ident.to_string());
            }
        }
    }

    #[track_caller]
    pub(crate) fn assert_type(&self, name: &str) {
        assert!(self.types.contains_key(name), "a public type `{name}`");
    }

    #[track_caller]
    pub(crate) fn assert_method(&self, of: &str, name: &str) {
        let methods = self.methods.get(of).map(Vec::as_slice).unwrap_or_default();
        let found = methods.iter().any(|method| method == name);
        assert!(found, "a public method `{of}::{name}`");
    }

    /// The fields or variants of a type.
    #[track_caller]
    pub(crate) fn members(&self, of: &str) -> &[String] {
        self.assert_type(of);
        &self.types[of]
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What `pub use self::{a::B, c::D}` names.
fn last(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => last(&path.tree),
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(last).collect(),
        _ => Vec::new(),
    }
}
