//! The keywords of OpenAPI, each spelled once.

macro_rules! keywords {
    ($($name:ident $text:literal)+) => {
        $(pub(crate) const $name: &str = $text;)+

        /// All keywords of OpenAPI.
        pub const KEYWORDS: &[&str] = &[$($text),+];
    };
}

keywords! {
    // References.
    REF "$ref"

    // The document.
    OPENAPI "openapi"
    SWAGGER "swagger"
    INFO "info"
    SERVERS "servers"
    PATHS "paths"
    COMPONENTS "components"
    SECURITY "security"
    TAGS "tags"
    EXTERNAL_DOCS "externalDocs"
    WEBHOOKS "webhooks"
    SELF "$self"
    PARENT "parent"
    KIND "kind"
    JSON_SCHEMA_DIALECT "jsonSchemaDialect"

    // Several objects.
    NAME "name"
    URL "url"
    TITLE "title"
    SUMMARY "summary"
    DESCRIPTION "description"
    DEPRECATED "deprecated"
    SCHEMA "schema"
    CONTENT "content"
    EXAMPLE "example"
    EXAMPLES "examples"

    // Metadata.
    VERSION "version"
    TERMS_OF_SERVICE "termsOfService"
    CONTACT "contact"
    EMAIL "email"
    LICENSE "license"
    IDENTIFIER "identifier"
    VARIABLES "variables"

    // Operations.
    GET "get"
    PUT "put"
    POST "post"
    DELETE "delete"
    OPTIONS "options"
    HEAD "head"
    PATCH "patch"
    TRACE "trace"
    QUERY "query"
    ADDITIONAL_OPERATIONS "additionalOperations"
    OPERATION_ID "operationId"
    PARAMETERS "parameters"
    REQUEST_BODY "requestBody"
    RESPONSES "responses"
    CALLBACKS "callbacks"

    // Parameters, bodies and responses.
    IN "in"
    STYLE "style"
    EXPLODE "explode"
    ALLOW_RESERVED "allowReserved"
    ALLOW_EMPTY_VALUE "allowEmptyValue"
    ENCODING "encoding"
    CONTENT_TYPE "contentType"
    HEADERS "headers"
    LINKS "links"
    VALUE "value"
    EXTERNAL_VALUE "externalValue"

    // Components.
    SCHEMAS "schemas"
    REQUEST_BODIES "requestBodies"
    SECURITY_SCHEMES "securitySchemes"
    PATH_ITEMS "pathItems"

    // Security.
    SCHEME "scheme"
    BEARER_FORMAT "bearerFormat"
    FLOWS "flows"
    OPEN_ID_CONNECT_URL "openIdConnectUrl"
    IMPLICIT "implicit"
    PASSWORD "password"
    CLIENT_CREDENTIALS "clientCredentials"
    AUTHORIZATION_CODE "authorizationCode"
    AUTHORIZATION_URL "authorizationUrl"
    TOKEN_URL "tokenUrl"
    REFRESH_URL "refreshUrl"
    SCOPES "scopes"

    // Schemas.
    TYPE "type"
    FORMAT "format"
    NULLABLE "nullable"
    ENUM "enum"
    DEFAULT "default"
    READ_ONLY "readOnly"
    WRITE_ONLY "writeOnly"
    PROPERTIES "properties"
    REQUIRED "required"
    ADDITIONAL_PROPERTIES "additionalProperties"
    ITEMS "items"
    ITEM_SCHEMA "itemSchema"
    PREFIX_ITEMS "prefixItems"
    ALL_OF "allOf"
    ONE_OF "oneOf"
    ANY_OF "anyOf"
    NOT "not"
    DISCRIMINATOR "discriminator"
    PROPERTY_NAME "propertyName"
    MAPPING "mapping"
    PATTERN "pattern"
    MIN_LENGTH "minLength"
    MAX_LENGTH "maxLength"
    MINIMUM "minimum"
    MAXIMUM "maximum"
    EXCLUSIVE_MINIMUM "exclusiveMinimum"
    EXCLUSIVE_MAXIMUM "exclusiveMaximum"
    MULTIPLE_OF "multipleOf"
    MIN_ITEMS "minItems"
    MAX_ITEMS "maxItems"
    UNIQUE_ITEMS "uniqueItems"
    MIN_PROPERTIES "minProperties"
    MAX_PROPERTIES "maxProperties"
    XML "xml"
    NAMESPACE "namespace"
    PREFIX "prefix"
    ATTRIBUTE "attribute"
    WRAPPED "wrapped"

    // Schemas of OpenAPI 3.1.
    CONST "const"
    CONTENT_ENCODING "contentEncoding"
    CONTENT_MEDIA_TYPE "contentMediaType"
    CONTENT_SCHEMA "contentSchema"
    DEFS "$defs"
    DEFINITIONS "definitions"
    CONTAINS "contains"
    UNEVALUATED_ITEMS "unevaluatedItems"
    PATTERN_PROPERTIES "patternProperties"
    PROPERTY_NAMES "propertyNames"
    UNEVALUATED_PROPERTIES "unevaluatedProperties"
    IF "if"
    THEN "then"
    ELSE "else"
    DEPENDENT_SCHEMAS "dependentSchemas"
    DEPENDENT_REQUIRED "dependentRequired"
    DIALECT "$schema"
    ID "$id"
    COMMENT "$comment"
    ANCHOR "$anchor"
    DYNAMIC_ANCHOR "$dynamicAnchor"
    DYNAMIC_REF "$dynamicRef"

    // Extensions about lists in pages.
    MS_PAGEABLE "x-ms-pageable"
    SPEAKEASY_PAGINATION "x-speakeasy-pagination"
    FERN_PAGINATION "x-fern-pagination"

    // Extensions about work that the server continues.
    MS_LONG_RUNNING "x-ms-long-running-operation"
    MS_LONG_RUNNING_OPTIONS "x-ms-long-running-operation-options"

    // Overlays.
    OVERLAY "overlay"
    EXTENDS "extends"
    ACTIONS "actions"
    TARGET "target"
    UPDATE "update"
    COPY "copy"
    REMOVE "remove"
    REASON "x-reason"
}
