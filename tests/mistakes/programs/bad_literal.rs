//! A constant violates the rules of its type.

use atlas_private_endpoints::types::GroupId;

const GROUP: GroupId = GroupId::from_static("my-project");

fn main() {
    println!("{GROUP:?}");
}
