//! What a call costs beyond the same exchange by hand: the generated client and bare `reqwest` with the same settings,
//! against a server on loopback in this process: one call at a time to a server on the same thread, 64 at a time to one on
//! a thread of its own.
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
use server::Place;

const ROUNDS: u32 = 101;
/// In a round; a multiple of every number of calls at a time.
const CALLS: u32 = 1024;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// One call, from the values that a program has to the values that it wants.
trait Caller: Clone + Send + 'static {
    fn call(&self) -> impl Future<Output = Result<()>> + Send;
}

fn main() -> Result<()> {
    // One thread: what it allocates can be counted.
    let runtime = Builder::new_current_thread().enable_all().build()?;
    println!("bare reqwest, then the client: medians of {ROUNDS} rounds of {CALLS} calls");
    // One call at a time would mostly be a measure of how quickly an idle core wakes up for the other's message.
    let near = server::start(Place::Within(&runtime))?;
    compare(&runtime, &Bare::new(&near)?, &Generated::new(&near)?, 1)?;
    let url = server::start(Place::Beside)?;
    let (bare, client) = (Bare::new(&url)?, Generated::new(&url)?);
    compare(&runtime, &bare, &client, 64)?;
    let bare = allocations(&runtime, &bare)?;
    let client = allocations(&runtime, &client)?;
    let more = client - bare;
    println!("allocations a call: {bare:.1}, {client:.1}: {more:.1} more (wanted: at most 10)");
    Ok(())
}

fn compare(runtime: &Runtime, bare: &Bare, client: &Generated, at_a_time: u32) -> Result<()> {
    let mut pairs = Vec::new();
    for round in 0..=ROUNDS {
        // Neither is always the first of a pair, in case that matters.
        pairs.push(if round % 2 == 0 {
            let bare = time(runtime, bare, at_a_time)?;
            (bare, time(runtime, client, at_a_time)?)
        } else {
            let client = time(runtime, client, at_a_time)?;
            (time(runtime, bare, at_a_time)?, client)
        });
    }
    // The first round opens connections.
    let pairs = &pairs[1..];
    let bare = median(pairs.iter().map(|pair| pair.0.as_secs_f64()));
    let client = median(pairs.iter().map(|pair| pair.1.as_secs_f64()));
    // What else the machine does falls on both of a pair.
    let ratio = median(
        pairs
            .iter()
            .map(|(bare, client)| bare.div_duration_f64(*client)),
    );
    println!(
        "{at_a_time} at a time: {:.1} µs, {:.1} µs a call: throughput {ratio:.3} (wanted: 0.97)",
        bare * 1e6,
        client * 1e6,
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

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<_> = figures.collect();
    figures.sort_unstable_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// A reallocation counts as an allocation.
fn allocations(runtime: &Runtime, caller: &impl Caller) -> Result<f64> {
    let mut result = Ok(());
    let counted = allocation_counter::measure(|| result = runtime.block_on(round(caller, 1)));
    result?;
    // A round allocates far less than 2^32 times, so this is exact.
    Ok(f64::from(u32::try_from(counted.count_total)?) / f64::from(CALLS))
}
