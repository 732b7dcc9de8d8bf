//! The kinds of findings. Each has a module with its [`Page`]: documentation, a document that has the finding, and its
//! correction. `codegen/tests/codes.rs` runs all of them.

use std::fmt;

use super::page::Page;

/// Declares the modules and [`Code`]: a code is a line here and a file beside this one.
macro_rules! codes {
    ($($name:ident = $module:ident,)+) => {
        $(mod $module;)+

        /// The kinds of findings. The text form never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("Documented by the page in `code/", stringify!($module), ".rs`.")] $name,)+
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The documentation of the code.
            #[must_use]
            pub fn page(self) -> &'static Page {
                match self { $(Self::$name => &$module::PAGE,)+ }
            }
        }
    };
}

codes! {
    Syntax = syntax,
    Version = version,
    WrongType = wrong_type,
    InvalidValue = invalid_value,
    MissingField = missing_field,
    InvalidKey = invalid_key,
    ExclusiveFields = exclusive_fields,
    DuplicateItem = duplicate_item,
    UnquotedString = unquoted_string,
    NewerSchema = newer_schema,
    UnknownType = unknown_type,
    EnumValueType = enum_value_type,
    MisplacedRef = misplaced_ref,
    RefSibling = ref_sibling,
    RelativeServer = relative_server,
    UndeclaredServerVariable = undeclared_server_variable,
    InvalidPath = invalid_path,
    DuplicatePath = duplicate_path,
    MethodCase = method_case,
    MissingResponse = missing_response,
    OptionalPathParameter = optional_path_parameter,
    ParameterContent = parameter_content,
    DanglingRef = dangling_ref,
    RefCycle = ref_cycle,
    ExternalRef = external_ref,
    DuplicateOperationId = duplicate_operation_id,
    MissingOperationId = missing_operation_id,
    UndeclaredPathParameter = undeclared_path_parameter,
    UnusedPathParameter = unused_path_parameter,
    DuplicateParameter = duplicate_parameter,
    DiscriminatorMapping = discriminator_mapping,
    DiscriminatorProperty = discriminator_property,
    EnumCollision = enum_collision,
    NameCollision = name_collision,
    InvalidName = invalid_name,
    Selection = selection,
    NoSuchVersion = no_such_version,
    InvalidPattern = invalid_pattern,
    UncheckedPattern = unchecked_pattern,
    InvalidDefault = invalid_default,
    InvalidExample = invalid_example,
    UnsupportedKeyword = unsupported_keyword,
    UnsupportedSchema = unsupported_schema,
    ContradictorySchema = contradictory_schema,
    UnsupportedMediaType = unsupported_media_type,
    UnsupportedParameter = unsupported_parameter,
    SecurityScheme = security_scheme,
    AllOfConflict = all_of_conflict,
    AmbiguousUnion = ambiguous_union,
    InvalidOverlay = invalid_overlay,
    OverlayDocument = overlay_document,
    UnusedAction = unused_action,
    MissingReason = missing_reason,
    Config = config,
    InvalidPagination = invalid_pagination,
    InvalidWaiter = invalid_waiter,
    InvalidStream = invalid_stream,
    InvalidIdempotency = invalid_idempotency,
    InvalidCli = invalid_cli,
    InvalidWebhook = invalid_webhook,
}

impl Code {
    /// The stable text form.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.page().name
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
