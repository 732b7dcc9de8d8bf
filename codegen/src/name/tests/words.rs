use crate::name::words::Words;

/// Names in a document, with the type and the field derived from it.
const TABLE: &[(&str, &str, &str)] = &[
    ("AWSRegion", "AwsRegion", "aws_region"),
    (
        "EARPrivateEndpoint",
        "EarPrivateEndpoint",
        "ear_private_endpoint",
    ),
    (
        "privateEndpointIPAddress",
        "PrivateEndpointIpAddress",
        "private_endpoint_ip_address",
    ),
    ("GROUP-ID", "GroupId", "group_id"),
    ("US_EAST_1", "UsEast1", "us_east_1"),
    ("us-gov-east-1", "UsGovEast1", "us_gov_east_1"),
    (
        "Encryption at Rest using Customer Key Management",
        "EncryptionAtRestUsingCustomerKeyManagement",
        "encryption_at_rest_using_customer_key_management",
    ),
    ("userIDs", "UserIds", "user_ids"),
    ("listURLs", "ListUrls", "list_urls"),
    ("VMStatus", "VmStatus", "vm_status"),
    ("IPv4Address", "Ipv4Address", "ipv4_address"),
    ("allowIPv6", "AllowIpv6", "allow_ipv6"),
    ("OAuth2Token", "Oauth2Token", "oauth2_token"),
    ("mongoDBVersion", "MongodbVersion", "mongodb_version"),
    ("MongoDBVersion", "MongodbVersion", "mongodb_version"),
    ("vCPUs", "Vcpus", "vcpus"),
    ("xAxis", "XAxis", "x_axis"),
    ("eTag", "ETag", "e_tag"),
    ("videoAuth", "VideoAuth", "video_auth"),
    ("x-request-id", "XRequestId", "x_request_id"),
    ("$ref", "Ref", "ref"),
    ("@type", "Type", "type"),
    ("_id", "Id", "id"),
    ("filter[name]", "FilterName", "filter_name"),
    ("1.0", "V1_0", "v1_0"),
    ("10", "V10", "v10"),
    ("2023-01-01", "V2023_01_01", "v2023_01_01"),
    ("5m", "V5m", "v5m"),
    ("TLS1_2", "Tls1_2", "tls1_2"),
    ("-1", "Minus1", "minus_1"),
    ("+1", "Plus1", "plus_1"),
    ("-name", "MinusName", "minus_name"),
    ("GMT+1", "GmtPlus1", "gmt_plus_1"),
    ("svg+xml", "SvgPlusXml", "svg_plus_xml"),
    ("--", "MinusMinus", "minus_minus"),
    ("C++", "CPlusPlus", "c_plus_plus"),
    (">=", "GreaterEqual", "greater_equal"),
    ("EndTime<", "EndTimeLt", "end_time_lt"),
    ("EndTime>=", "EndTimeGte", "end_time_gte"),
    ("status!=", "StatusNe", "status_ne"),
    ("size=", "SizeEq", "size_eq"),
    ("<=5", "Lte5", "lte_5"),
    ("Page<Pet>", "PagePet", "page_pet"),
    ("<b>", "B", "b"),
    ("*", "Star", "star"),
    ("", "Empty", "empty"),
    ("\u{1}", "Symbol", "symbol"),
    ("größe", "Grosse", "grosse"),
    ("имя", "Imia", "imia"),
    ("名前", "MingQian", "ming_qian"),
];

#[test]
fn words_and_cases() {
    for &(text, camel, snake) in TABLE {
        let words = Words::of(text);
        assert_eq!(
            (&*words.camel(), &*words.snake()),
            (camel, snake),
            "{text:?}"
        );
    }
}

/// Keys of components that are generic types in other languages, with the derived types.
const GENERIC: &[(&str, &str)] = &[
    ("Page«Pet»", "PagePet"),
    ("Map«string,List«Pet»»", "MapStringListPet"),
    ("Page<shop.Pet>", "PagePet"),
    (
        "My.App.Models.Order`1[[System.Int32, mscorlib]]",
        "OrderInt32",
    ),
    (
        "A.Page`2[[B.List`1[[C.Pet, C, Version=1.0.0.0]], B],[System.String, mscorlib]]",
        "PageListPetString",
    ),
    ("A.Page`1[B.Pet]", "PagePet"),
    // Not a generic type.
    ("My.App.Models.Order", "MyAppModelsOrder"),
    ("filter[name]", "FilterName"),
    ("<>", "LessGreater"),
];

#[test]
fn generic_types_are_named_without_namespaces() {
    for (key, expected) in GENERIC {
        assert_eq!(Words::of_component(key).camel(), *expected, "{key}");
    }
}
