use super::{component, keys, specialize};
use crate::diagnostic::Pointer;
use crate::ir::{Shape, TypeRef, Variants};
use crate::sample::{Build, TEXT, Types, api, list, object, operation, property, required, union};

/// The keys of a variant with other uses, whose tag is any text.
fn keys_of_cat(is_mapped: bool) -> Vec<String> {
    let mut types = Types::default();
    let fields = || vec![required("kind", TEXT), property("name", TEXT)];
    let [cat, dog] = ["Cat", "Dog"].map(|key| types.add(key, object(fields())));
    let mut shape = union("kind", None, &[("Cat", cat), ("Dog", dog)]);
    if let Shape::Union(pets) = &mut shape
        && let Variants::Tagged(_, variants) = &mut pets.variants
    {
        for tagged in variants {
            tagged.is_mapped = is_mapped;
            // A property may have the name of any keyword.
            tagged.variant.origin = Pointer::parse("/components/schemas/Map/properties/mapping");
        }
    }
    let pet = types.add("Pet", shape);
    let feed = operation("feed", "/feed").sends(TypeRef::Named(pet));
    let groom = operation("groom", "/groom").sends(list(TypeRef::Named(cat)));
    let api = specialize(api(types, vec![feed, groom]));
    let keys = keys(component(&api, "Cat"));
    keys.into_iter().map(str::to_owned).collect()
}

#[test]
fn only_a_tag_in_the_mapping_is_a_constant_beside_other_uses() {
    assert_eq!(keys_of_cat(true), ["name"]);
    assert_eq!(keys_of_cat(false), ["kind", "name"]);
}
