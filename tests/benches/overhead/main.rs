//! What a call costs beyond the same exchange by hand: the generated client and bare `reqwest` with the same settings,
//! against a server on loopback in this process.
//!
//! `cargo bench --package workspace-tests --bench overhead --no-default-features`

mod bare;
mod generated;
mod server;

use std::error::Error;
use std::future::Future;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use bare::Bare;
use generated::Generated;

const ROUNDS: u32 = 41;
/// In a round; a multiple of every number of calls at a time.
const CALLS: u32 = 1024;
const AT_A_TIME: [u32; 2] = [1, 64];

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// One call, from the values that a program has to the values that it wants.
trait Caller: Clone + Send + 'static {
    fn call(&self) -> impl Future<Output = Result<()>> + Send;
}

fn main() -> Result<()> {
    let url = server::start()?;
    // One thread: what it allocates can be counted, and the server has another core.
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let bare = Bare::new(&url)?;
    let client = Generated::new(&url)?;
    println!("bare reqwest, then the client: medians of {ROUNDS} rounds of {CALLS} calls");
    for at_a_time in AT_A_TIME {
        compare(&runtime, &bare, &client, at_a_time)?;
    }
    let bare = allocations(&runtime, &bare)?;
    let client = allocations(&runtime, &client)?;
    let more = client - bare;
    println!("allocations a call: {bare:.1}, {client:.1}: {more:.1} more (wanted: at most 10)");
    Ok(())
}

fn compare(runtime: &Runtime, bare: &Bare, client: &Generated, at_a_time: u32) -> Result<()> {
    let (mut bares, mut clients) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        // Neither is always the first of a pair, in case that matters.
        if round % 2 == 0 {
            bares.push(time(runtime, bare, at_a_time)?);
            clients.push(time(runtime, client, at_a_time)?);
        } else {
            clients.push(time(runtime, client, at_a_time)?);
            bares.push(time(runtime, bare, at_a_time)?);
        }
    }
    let (bare, client) = (median(bares), median(clients));
    let ratio = bare.as_secs_f64() / client.as_secs_f64();
    println!(
        "{at_a_time} at a time: {bare:?}, {client:?} a call: throughput {ratio:.3} (wanted: 0.97)"
    );
    Ok(())
}

/// The time of a call.
fn time(runtime: &Runtime, caller: &impl Caller, at_a_time: u32) -> Result<Duration> {
    let begin = Instant::now();
    runtime.block_on(round(caller, at_a_time))?;
    Ok(begin.elapsed() / CALLS)
}

async fn round(caller: &impl Caller, at_a_time: u32) -> Result<()> {
    let mut tasks = JoinSet::new();
    for _ in 0..at_a_time {
        let caller = caller.clone();
        tasks.spawn(async move {
            for _ in 0..CALLS / at_a_time {
                caller.call().await?;
            }
            Ok(())
        });
    }
    tasks.join_all().await.into_iter().collect()
}

/// Without the first round, which opens connections.
fn median(mut times: Vec<Duration>) -> Duration {
    times.remove(0);
    times.sort_unstable();
    times[times.len() / 2]
}

/// A reallocation counts as an allocation.
fn allocations(runtime: &Runtime, caller: &impl Caller) -> Result<f64> {
    let mut result = Ok(());
    let counted = allocation_counter::measure(|| result = runtime.block_on(round(caller, 1)));
    result?;
    // A round allocates far less than 2^32 times, so this is exact.
    Ok(f64::from(u32::try_from(counted.count_total)?) / f64::from(CALLS))
}
