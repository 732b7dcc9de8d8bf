//! A union of unions is one value with one tag for each discriminator, and what is unknown at any level stays.

use fixture_union_nested::types::{Car, Crate, Fish, Goods, Machine, Measurement, Parcel, ParcelState, Plant, Shark, Vehicle};
use fixture_union_nested::{Client, Retry};
use serde_json::{Value, json};
use workspace_tests::server::{Reply, Server};

/// Reads a value and sees that the same bytes go back out.
fn kept<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    value
}

#[test]
fn a_tag_leads_through_all_levels() {
    let coupe = kept::<Machine>(r#"{"kind":"coupe","doors":5}"#);
    assert_eq!(coupe.tag(), Some("coupe"));
    let Machine::Vehicle(Vehicle::Car(Car::Coupe(coupe))) = coupe else {
        panic!("{coupe:?}")
    };
    assert_eq!(coupe.doors, 5);
    let truck = kept::<Vehicle>(r#"{"kind":"truck","load":1.5}"#);
    assert!(matches!(truck, Vehicle::Car(Car::Truck(_))));
    let bus = kept::<Machine>(r#"{"kind":"bus","seats":40}"#);
    assert!(matches!(bus, Machine::Vehicle(Vehicle::Car(Car::Bus(_)))), "the upper mapping does not list it");
    assert!(matches!(kept(r#"{"kind":"crane","reach":30}"#), Machine::Crane(_)));
}

#[test]
fn one_schema_under_two_tags_keeps_the_tag() {
    assert!(matches!(kept(r#"{"kind":"sloop","sails":2}"#), Vehicle::Sloop(_)));
    let ketch = kept::<Machine>(r#"{"kind":"ketch","sails":3}"#);
    assert_eq!(ketch.tag(), Some("ketch"));
    assert!(matches!(ketch, Machine::Vehicle(Vehicle::Ketch(_))));
}

#[test]
fn what_is_unknown_stays_at_its_level() {
    assert!(matches!(kept(r#"{"kind":"glider","wings":2}"#), Machine::Unknown(_)));
    let rare = kept::<Fish>(r#"{"fishtype":"shark","jaw":1,"sharktype":"megalodon"}"#);
    assert!(matches!(rare, Fish::Shark(Shark::Unknown(_))), "{rare:?}");
    assert_eq!(format!("{:?}", kept::<Machine>(r#"{"kind":"bus","seats":4}"#)), "Bus { seats: 4 }");
}

#[test]
fn each_discriminator_is_written_once() {
    let text = r#"{"fishtype":"shark","sharktype":"goblin","length":3.5,"jaw":7}"#;
    let fish = kept::<Fish>(text);
    assert!(matches!(fish, Fish::Shark(Shark::Goblin(_))));
    let wild = kept::<Fish>(r#"{"fishtype":"salmon","wild":true}"#);
    assert!(matches!(wild, Fish::Salmon(_)));
}

#[test]
fn alternatives_without_a_discriminator_are_variants_of_the_union_around_them() {
    assert!(matches!(kept(r#"{"plant":"elm","tall":true}"#), Plant::Elm(_)));
    assert!(matches!(kept(r#"{"plant":"oak","acorns":9}"#), Goods::Plant(Plant::Oak(_))));
    assert!(matches!(kept(r#"{"plant":"moss"}"#), Goods::Plant(Plant::Moss(_))));
    assert!(matches!(kept(r#""apples""#), Goods::String(_)));
    let goods = kept::<Goods>(r#"{"kind":"truck","load":0.5}"#);
    assert!(matches!(goods, Goods::Machine(Machine::Vehicle(Vehicle::Car(Car::Truck(_))))));
    assert!(matches!(kept(r#"{"kind":"glider"}"#), Goods::Machine(Machine::Unknown(_))));
}

#[tokio::test]
async fn the_inner_variant_decides_what_is_sent() {
    let reply = Reply::status(200).header("content-type", "application/json");
    let text = r#"{"kind":"coupe","doors":3}"#;
    let server = Server::start([reply.body(text)]).await.unwrap();
    let builder = Client::builder().base_url(server.url());
    let client = builder.retry(Retry::off()).build().unwrap();
    let car: Car = serde_json::from_value(json!({"kind": "coupe", "doors": 3})).unwrap();
    let machine = Machine::from(Vehicle::from(car));
    assert_eq!(client.machines().send_machine(machine.clone()).send().await.unwrap(), machine);
    let sent: Value = serde_json::from_str(&server.request().text()).unwrap();
    assert_eq!(sent, json!({"kind": "coupe", "doors": 3}));
}

/// The fields that the variants have in common.
const SHARED: &str = r#""id":"p1","grams":20,"state":"sent","route":["a","b"],"label":{"to":"c"},"extra":[1],"codes":[7],"note":"n","due":1.5,"tag":"t","fragile":true"#;

/// Whether the methods return the values of `SHARED`.
fn has_shared_fields(parcel: &Parcel) -> bool {
    let strings = (parcel.id(), parcel.note(), parcel.tag_());
    assert_eq!(strings, (Some("p1"), Some("n"), Some("t")));
    assert_eq!((parcel.grams(), parcel.due()), (Some(20), Some(1.5)));
    assert_eq!(parcel.state().as_deref(), Some(&ParcelState::Sent));
    assert_eq!(parcel.route().as_deref(), Some(&["a".to_owned(), "b".to_owned()][..]));
    assert_eq!(parcel.codes().as_deref(), Some(&[7][..]));
    assert_eq!(parcel.label().as_deref().map(|label| label["to"].as_str()), Some("c"));
    assert_eq!(parcel.extra(), Some(&json!([1])));
    #[expect(deprecated, reason = "deprecated in one variant, and so not on the union")]
    let fragile = match parcel {
        Parcel::Letter(letter) => letter.fragile,
        parcel => parcel.fragile(),
    };
    assert_eq!((fragile, parcel.fragile()), (Some(true), Some(true)));
    true
}

#[test]
fn fields_of_all_variants_are_methods_of_the_union() {
    let letter = format!(r#"{{"kind":"letter",{SHARED},"inside":{{"kind":"small","id":"p2","size":3}},"stamps":1}}"#);
    let letter: Parcel = serde_json::from_str(&letter).unwrap();
    assert!(matches!(letter, Parcel::Letter(_)) && has_shared_fields(&letter));
    let inside = letter.inside().unwrap();
    assert_eq!(inside.id(), Some("p2"));
    // Optional here, `null` there, and missing.
    assert_eq!((inside.grams(), inside.state(), inside.note(), inside.extra()), (None, None, None, None));
    for kind in ["small", "large"] {
        let parcel: Parcel = serde_json::from_str(&format!(r#"{{"kind":"{kind}",{SHARED},"size":3}}"#)).unwrap();
        assert!(matches!(parcel, Parcel::Crate(_)) && has_shared_fields(&parcel));
    }
    let crate_: Crate = serde_json::from_str(r#"{"kind":"large","id":"p3","size":3,"note":null}"#).unwrap();
    // A field of all crates, which letters have with another type.
    assert_eq!((crate_.size(), crate_.note()), (Some(3), None));
}

#[test]
fn fields_of_all_variants_are_looked_up_in_unknown_ones() {
    let parcel: Parcel = serde_json::from_str(&format!(r#"{{"kind":"barrel",{SHARED}}}"#)).unwrap();
    assert!(matches!(parcel, Parcel::Unknown(_)) && has_shared_fields(&parcel));
    // Of another type, `null`, missing.
    let text = r#"{"kind":"barrel","id":7,"grams":"heavy","state":null,"route":"a"}"#;
    let parcel: Parcel = serde_json::from_str(text).unwrap();
    assert_eq!((parcel.id(), parcel.grams(), parcel.state()), (None, None, None));
    assert_eq!((parcel.route(), parcel.label()), (None, None));
}

#[test]
fn fields_of_few_types_under_many_tags() {
    let tags = "brake cable cabin gust hook jib mast motor swing trolley winch wind other";
    for tag in tags.split(' ') {
        let text = format!(r#"{{"of":"{tag}","at":"noon","note":"n","parts":["a"],"grams":7}}"#);
        let value = kept::<Measurement>(&text);
        assert_eq!(value.tag(), Some(tag));
        assert_eq!((value.at(), value.note(), value.grams()), (Some("noon"), Some("n"), Some(7)), "{tag}");
        assert_eq!(value.parts().as_deref(), Some(&["a".to_owned()][..]), "{tag}");
    }
}
