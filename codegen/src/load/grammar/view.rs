//! Views of the raw value. A field has one declaration, from which follow what the grammar expects there and what the
//! later stages read there: the type of the method that reads the field decides on the kind of its value.

use std::marker::PhantomData;
use std::ops::Deref;

use serde_yaml::Number;

use super::keyword;
use super::kind::{Kind, Object};
use crate::diagnostic::Pointer;
use crate::load::node::{Node, count};

/// The members of a map, in document order.
pub(crate) type Members<'d, T> = Vec<(&'d str, T)>;

/// A type that a value is read as.
pub(crate) trait Read<'d>: Sized {
    /// The kind of value that the grammar expects.
    const KIND: Kind;

    /// Reads the value. `None` when it is something else, which the grammar reports.
    fn read(node: Node<'d>) -> Option<Self>;
}

/// A type that a member of an object is read as, absent or not.
pub(crate) trait Member<'d>: Sized {
    /// The kind of value that the grammar expects of the member.
    const KIND: Kind;

    /// Reads the member.
    fn of(node: Option<Node<'d>>) -> Self;
}

/// The view of an object of the specification.
pub(crate) trait View<'d>: Read<'d> + Deref<Target = Node<'d>> {
    /// The table of its fields.
    fn table() -> &'static Object;
}

/// An object, or a reference to one.
#[derive(Clone, Debug)]
pub(crate) struct Reusable<'d, V> {
    node: Node<'d>,
    object: PhantomData<V>,
}

impl<'d, V> Deref for Reusable<'d, V> {
    type Target = Node<'d>;

    fn deref(&self) -> &Node<'d> {
        &self.node
    }
}

impl<'d, V: View<'d>> Read<'d> for Reusable<'d, V> {
    const KIND: Kind = Kind::Reusable(V::table);

    fn read(node: Node<'d>) -> Option<Self> {
        let object = PhantomData;
        Some(Self { node, object })
    }
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) at: Pointer,
}

impl<'d, T: Read<'d>> Read<'d> for Located<T> {
    const KIND: Kind = T::KIND;

    fn read(node: Node<'d>) -> Option<Self> {
        let at = node.at.clone();
        T::read(node).map(|value| Self { value, at })
    }
}

impl<'d> Read<'d> for Node<'d> {
    const KIND: Kind = Kind::Any;

    fn read(node: Node<'d>) -> Option<Self> {
        Some(node)
    }
}

impl<'d> Read<'d> for &'d str {
    const KIND: Kind = Kind::Text;

    fn read(node: Node<'d>) -> Option<Self> {
        node.value.as_str()
    }
}

impl<'d> Read<'d> for bool {
    const KIND: Kind = Kind::Bool;

    fn read(node: Node<'d>) -> Option<Self> {
        node.value.as_bool()
    }
}

impl<'d> Read<'d> for u64 {
    const KIND: Kind = Kind::Count;

    fn read(node: Node<'d>) -> Option<Self> {
        count(node.value)
    }
}

impl<'d> Read<'d> for &'d Number {
    const KIND: Kind = Kind::Number;

    fn read(node: Node<'d>) -> Option<Self> {
        match node.value {
            serde_yaml::Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl<'d, T: Read<'d>> Read<'d> for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

    fn read(node: Node<'d>) -> Option<Self> {
        Some(node.items().into_iter().filter_map(T::read).collect())
    }
}

impl<'d, T: Read<'d>> Read<'d> for Members<'d, T> {
    const KIND: Kind = Kind::Map(&T::KIND);

    fn read(node: Node<'d>) -> Option<Self> {
        let entries = node.entries().into_iter();
        let read = |(key, node)| Some((key, T::read(node)?));
        Some(entries.filter_map(read).collect())
    }
}

impl<'d, T: Read<'d>> Member<'d> for Option<T> {
    const KIND: Kind = T::KIND;

    fn of(node: Option<Node<'d>>) -> Self {
        T::read(node?)
    }
}

/// Absent is empty.
impl<'d, T> Member<'d> for Vec<T>
where
    Self: Read<'d>,
{
    const KIND: Kind = <Self as Read>::KIND;

    fn of(node: Option<Node<'d>>) -> Self {
        node.and_then(Self::read).unwrap_or_default()
    }
}

/// Absent is `false`, as OpenAPI 3.0 has it everywhere.
impl Member<'_> for bool {
    const KIND: Kind = Kind::Bool;

    fn of(node: Option<Node<'_>>) -> Self {
        node.and_then(Self::read).unwrap_or_default()
    }
}

impl<'d> Node<'d> {
    /// The text of a `$ref`.
    pub(crate) fn reference(&self) -> Option<&'d str> {
        self.str(keyword::REF)
    }

    /// The place of a `$ref`.
    pub(crate) fn at_reference(&self) -> Pointer {
        self.at.key(keyword::REF)
    }
}

/// Declares the view of an object and the table behind it.
macro_rules! object {
    // A field is the keyword, the method that reads it if any stage does, the type it is read as, and its marks.
    ($(#[$doc:meta])* $view:ident $(as $kind:ident)? = $name:literal {
        $($key:ident $(fn $method:ident)?: $ty:ty $(, $mark:ident$(($argument:expr))?)*;)*
    } $(in $section:ident)?) => {
        view! { $(#[$doc])* $view $(as $kind)? }

        impl<'d> $view<'d> {
            const FIELDS: &'static [Field] = &[$(
                Field::new(keyword::$key, <$ty as Member<'d>>::KIND)$(.$mark($($argument)?))*
            ),*];

            $($(
                pub(crate) fn $method(&self) -> $ty {
                    Member::of(self.get(keyword::$key))
                }
            )?)*
        }

        impl<'d> View<'d> for $view<'d> {
            fn table() -> &'static Object {
                static OBJECT: Object =
                    Object::new($name, $view::FIELDS)$(.reused_in(keyword::$section))?;
                &OBJECT
            }
        }
    };
    // All members are alike: what their keys look like, the method that reads them and the type they are read as.
    ($(#[$doc:meta])* $view:ident = $name:literal [
        $form:literal $accepts:expr => $(fn $method:ident)?: $ty:ty
    ] $(in $section:ident)?) => {
        view! { $(#[$doc])* $view }

        impl<'d> $view<'d> {
            const MEMBER: Kind = <$ty as Read<'d>>::KIND;

            $(pub(crate) fn $method(&self) -> Members<'d, $ty> {
                let accepts: fn(&str) -> bool = $accepts;
                let mut members = Members::of(Some(Node::clone(self)));
                members.retain(|(key, _)| accepts(key));
                members
            })?
        }

        impl<'d> View<'d> for $view<'d> {
            fn table() -> &'static Object {
                static OBJECT: Object =
                    Object::new($name, &[]).keys($form, $accepts, $view::MEMBER)$(.reused_in(keyword::$section))?;
                &OBJECT
            }
        }
    };
}

/// Declares a view.
macro_rules! view {
    ($(#[$doc:meta])* $view:ident) => {
        view! { $(#[$doc])* $view as Object }
    };
    ($(#[$doc:meta])* $view:ident as $kind:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $view<'d>(Node<'d>);

        impl<'d> std::ops::Deref for $view<'d> {
            type Target = Node<'d>;

            fn deref(&self) -> &Node<'d> {
                &self.0
            }
        }

        impl<'d> Read<'d> for $view<'d> {
            const KIND: Kind = Kind::$kind(<Self as View>::table);

            fn read(node: Node<'d>) -> Option<Self> {
                node.value.is_mapping().then_some(Self(node))
            }
        }
    };
}

pub(super) use {object, view};
