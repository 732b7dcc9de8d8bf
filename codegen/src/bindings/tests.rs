use super::lines::Lines;

const FILE: &str = "\
// marker

/// A pet.
pub struct Pet {
    /// Its name: `pub fn name()`.
    pub name: String,
    pub r#type: Option<i32>,
}

impl Pet {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), r#type: None }
    }

    pub async fn send_as(self) {}
}

pub enum Kind {
    Cat,
    Dog(Dog),
}

pub type Pets = Vec<Pet>;
";

#[test]
fn declarations_are_found_by_container_and_member() {
    let lines = Lines::of(FILE);
    assert_eq!(lines.find("Pet", ""), 4);
    assert_eq!(lines.find("Pet", "name"), 6);
    assert_eq!(lines.find("Pet", "r#type"), 7);
    assert_eq!(lines.find("Pet", "new"), 11);
    assert_eq!(lines.find("Pet", "send_as"), 15);
    assert_eq!(lines.find("Kind", ""), 18);
    assert_eq!(lines.find("Kind", "Cat"), 19);
    assert_eq!(lines.find("Kind", "Dog"), 20);
    assert_eq!(lines.find("Pets", ""), 23);
    assert_eq!(lines.find("Pet", "Self"), 0);
}
