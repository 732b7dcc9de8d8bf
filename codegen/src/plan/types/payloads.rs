//! The payloads of a union of which many variants have the same one. The methods of the union match on the payloads, because
//! a match on all variants in each of them takes the compiler long: Atlas has 160 variants with 5 payloads and 19 methods.

use super::shared::SharedField;
use crate::plan::ty::Type;

/// The payloads of a union, each once, as a private enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Payloads<'a> {
    /// The name of the enum, which no type in it has.
    pub ident: String,
    /// Its variants.
    pub payloads: Vec<Payload<'a>>,
}

/// The payload of some variants.
#[derive(Clone, Debug, PartialEq)]
pub struct Payload<'a> {
    /// The variants of the union. The first one names the variant of the enum.
    pub variants: Vec<&'a str>,
    /// The type.
    pub ty: Type<'a>,
}

/// The payloads, if they make the methods less than half as long. `of` is the payload of a variant.
pub(super) fn plan<'a>(
    fields: &[SharedField<'a>],
    of: impl Fn(&str) -> Option<Type<'a>>,
) -> Option<Payloads<'a>> {
    let first = fields.first()?;
    let count: usize = first.arms.iter().map(|arm| arm.variants.len()).sum();
    let with_payloads = count + fields.len() * first.arms.len();
    if fields.len() * count < 2 * with_payloads {
        return None;
    }
    let payloads = first.arms.iter().map(|arm| {
        Some(Payload {
            ty: of(arm.variants.first()?)?.unboxed().clone(),
            variants: arm.variants.clone(),
        })
    });
    let payloads = payloads.collect::<Option<Vec<_>>>()?;
    let types = payloads.iter().map(|it| &it.ty);
    let types: Vec<_> = types.chain(fields.iter().map(|it| &it.ty)).collect();
    let ident = free(|name| types.iter().any(|ty| ty.mentions(name)));
    Some(Payloads { ident, payloads })
}

/// `Payload`, or with the first numeral that makes it a name of no other type.
fn free(is_taken: impl Fn(&str) -> bool) -> String {
    let names = (2..).map(|number| format!("Payload{number}"));
    let mut names = std::iter::once("Payload".to_owned()).chain(names);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn the_name_is_of_no_other_type() {
        assert_eq!(free(|_| false), "Payload");
        assert_eq!(free(|name| name == "Payload"), "Payload2");
        assert_eq!(free(|name| name != "Payload3"), "Payload3");
    }
}
