//! A program that sends types which nest deeply from task to task.

use fixture_deep::{Client, types};

/// Calls within futures within a task, as programs have them.
macro_rules! tasks {
    ($($group:ident.$operation:ident($body:ident),)*) => {
        fn every_call_is_a_task(client: &Client, bodies: Bodies) {
            $({
                let (client, body) = (client.clone(), bodies.$group);
                tokio::spawn(async move {
                    let call = async {
                        let answer = client.$group().$operation(body.clone()).send().await?;
                        Ok::<_, fixture_deep::Error>(answer == body)
                    };
                    let later = async { (tokio::task::yield_now().await, call.await) };
                    later.await.1.is_ok()
                });
            })*
        }

        struct Bodies {
            $($group: types::$body,)*
        }
    };
}

tasks! {
    long_optional.post(LongOptional0),
    long_required.post(LongRequired0),
    long_nullable.post(LongNullable0),
    long_listed.post(LongListed0),
    long_mapped.post(LongMapped0),
    long_free.post(LongFree0),
    long_either.post(LongEither0),
    long_grid.post(LongGrid0),
    long_lists.create(LongLists0),
    long_maps.create(LongMaps0),
    round_optional.post(RoundOptional0),
    round_listed.post(RoundListed0),
    round_either.post(RoundEither0),
}

/// What matters is that it compiles.
#[test]
fn every_call_may_be_a_task() {
    let _: fn(&Client, Bodies) = every_call_is_a_task;
}
