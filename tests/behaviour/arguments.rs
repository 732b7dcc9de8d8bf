//! Values as callers have them at hand.

use fixture_arguments::api::AddDoorRequired;
use fixture_arguments::testing::InMemory;
use fixture_arguments::types::{Door, House, HouseRequired, NewHouse, NewHouseRequired, Size, T1, Unit};
use fixture_arguments::{Client, api};
use serde_json::json;

fn client(server: &InMemory) -> Client {
    Client::builder().transport(server.clone()).build().unwrap()
}

fn new_house() -> NewHouse {
    NewHouse::new(NewHouseRequired {
        id: "h-007",
        street: "Elm Street",
        number: 12,
        size: Size::new(3, 4),
        side: "left",
        postcode: None,
        t1: T1::default(),
        garden: Some(2),
        heated: true,
        vacant: false,
        sold: false,
        shared: true,
    })
}

#[tokio::test]
async fn more_than_seven_required_properties_are_named() {
    let server = InMemory::new();
    let house = House::new(HouseRequired {
        id: "h-007",
        street: "Elm Street",
        number: 12,
        size: Size::new(3, 4),
        side: "left",
        postcode: "1234".to_owned(),
        built: "1984-01-01",
        sold: true,
    });
    // The type is only received.
    let house = house.owner("Ann");
    let stub = server.on::<api::CreateHouse>();
    stub.answer(house.clone());
    let owners: [String; 2] = ["Ann".to_owned(), "Bo".to_owned()];
    let body = new_house().colour("red").owners(&owners).doors(["left", "right"]);
    let body = body.neighbours(["h-001", "h-002"].into_iter().filter(|it| *it != "h-001"));
    let body = body.floors([1, 2]).levels([1, 2]);
    let answer = client(&server).houses().create_house(body).send().await.unwrap();
    assert_eq!(answer, house);
    assert_eq!(answer.owner.as_deref(), Some("Ann"));
    let sent = serde_json::to_value(stub.requests()[0].body().unwrap()).unwrap();
    let expected = json!({
        "id": "h-007", "street": "Elm Street", "number": 12, "size": {"width": 3, "height": 4}, "side": "left",
        "postcode": null, "T1": {}, "garden": 2, "heated": true, "vacant": false, "sold": false, "shared": true,
        "colour": "red", "owners": ["Ann", "Bo"], "doors": ["left", "right"], "neighbours": ["h-002"],
        "floors": [1, 2], "levels": [1, 2],
    });
    assert_eq!(sent, expected);
}

fn door<'a>() -> AddDoorRequired<&'a str, i32, &'a str, &'a str, &'a str, [&'a str; 2], Door> {
    AddDoorRequired {
        house: "h-007",
        floor: 2,
        flat: "a/b",
        room: "kitchen",
        side: "right",
        size: Size::new(1, 2),
        tags: ["x", "y"],
        body: Door::new("green"),
    }
}

#[tokio::test]
async fn more_than_seven_required_arguments_are_named() {
    let server = InMemory::new();
    let stub = server.on::<api::AddDoor>();
    stub.answer(());
    let houses = client(&server).houses();
    let call = houses.add_door(door()).locked(true);
    call.width_lt(9).width_gte(1).unit(Unit::MLowercase).send().await.unwrap();
    let requests = stub.requests();
    assert_eq!(
        requests[0].uri().to_string(),
        "https://houses.example.com/houses/h-007/2/a%2Fb/kitchen/doors?side=right&width=1&height=2&tags=x,y&locked=true\
         &Width%3C=9&Width%3E%3D=1&unit=m"
    );
    assert_eq!(requests[0].body().unwrap(), Door::new("green"));
}
