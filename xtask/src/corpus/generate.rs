//! Generates clients in parallel.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use std::{any::Any, env, fs};

use anyhow::{Context, Result};
use codegen::diagnostic::Severity;
use codegen::{FileTree, Generated, Options};

use super::client::{self, Clients};
use super::kind::Kind;
use super::record::{Client, Record, Verdict};
use super::store::{Store, digest};
use super::{Arguments, Document, count};

/// The stack size of the main thread, on which the command `codegen` generates.
const STACK: usize = 8 << 20;

/// Generates the clients of all documents without a valid record.
pub(super) fn all(
    documents: &[Document],
    clients: &Clients,
    store: &mut Store,
    arguments: &Arguments,
) -> Result<()> {
    fs::create_dir_all(&clients.root)
        .with_context(|| format!("cannot create {}", clients.root.display()))?;
    let generator = generator()?;
    let written = (!arguments.no_compile).then_some(clients);
    let queue = Mutex::new(documents.iter());
    let shared = Mutex::new(&mut *store);
    let limit = Duration::from_secs(arguments.time_limit);
    let work = || -> Result<()> {
        while let Some(document) = lock(&queue).next() {
            let input = Input::read(document, generator, arguments.skip_flawed);
            let known = lock(&shared).get(&document.name).cloned();
            let written = written.map(|clients| clients.directory(document));
            if is_current(known.as_ref(), &input, written.as_deref()) {
                continue;
            }
            let (mut record, tree) = record(input, limit);
            if let (Some(directory), Some(tree)) = (&written, &tree) {
                client::write(directory, tree)?;
            }
            record.keep_checks(known);
            lock(&shared).put(&document.name, record);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..arguments.jobs.get())
            .map(|_| scope.spawn(work))
            .collect();
        threads.into_iter().try_for_each(|it| {
            it.join()
                .map_err(|payload| anyhow::anyhow!(message(&*payload)))?
        })
    })?;
    store.save()
}

/// The input of a client.
pub(super) struct Input {
    key: u64,
    /// `None` if the file is not text; the record has the error.
    pub(super) text: Result<String, String>,
    pub(super) options: Options,
}

impl Input {
    pub(super) fn read(document: &Document, generator: u64, skip_flawed: bool) -> Self {
        let shared = document.path.with_file_name("codegen.toml");
        let own = document.path.with_extension("toml");
        let settings = [shared, own].map(|it| fs::read_to_string(it).unwrap_or_default());
        let settings = settings.join("\n");
        let mut options = Options::parse(&settings).unwrap_or_default();
        options.package.name = Some(document.package.clone());
        options.document.skip_flawed |= skip_flawed;
        let text = fs::read_to_string(&document.path).map_err(|error| error.to_string());
        Self {
            key: digest((generator, &text, settings, skip_flawed)),
            text,
            options,
        }
    }
}

/// The digest of the generator, which is this binary.
fn generator() -> Result<u64> {
    let binary = env::current_exe().and_then(fs::read);
    Ok(digest(binary.context("cannot read this program")?))
}

/// Whether a record is valid: nothing has changed, it is not a bug, and the client exists if it is needed.
fn is_current(record: Option<&Record>, input: &Input, client: Option<&Path>) -> bool {
    let Some(record) = record else {
        return false;
    };
    let stands = match record.verdict {
        Verdict::Accepted(_) => client.is_none_or(|it| it.join("Cargo.toml").is_file()),
        Verdict::Refused(_) => true,
        Verdict::Panicked(_) | Verdict::TimedOut | Verdict::Unreadable(_) => false,
    };
    stands && record.key == input.key
}

/// The result of a document, and the files of its client.
fn record(input: Input, limit: Duration) -> (Record, Option<FileTree>) {
    let Input { key, text, options } = input;
    let mut record = Record {
        key,
        operations: None,
        skipped: 0,
        findings: BTreeMap::new(),
        seconds: 0.0,
        verdict: Verdict::TimedOut,
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => {
            record.verdict = Verdict::Unreadable(error);
            return (record, None);
        }
    };
    record.operations = count::operations(&text);
    match guarded(text, options, limit) {
        Ok((generated, time)) => {
            record.seconds = time.as_secs_f64();
            record.verdict = verdict(&generated);
            for finding in &generated.diagnostics {
                *record.findings.entry(Kind::of(finding)).or_default() += 1;
            }
            if generated.tree.is_some() {
                record.skipped = generated.flaws.map_or(0, |it| it.operations.len());
            }
            (record, generated.tree)
        }
        Err(verdict) => {
            record.verdict = verdict;
            (record, None)
        }
    }
}

/// Generates on a separate thread, which contains panics and can be abandoned after the time limit.
fn guarded(
    text: String,
    options: Options,
    limit: Duration,
) -> Result<(Generated, Duration), Verdict> {
    let (sender, receiver) = channel();
    let work = move || {
        let begin = Instant::now();
        let generated = codegen::generate(&text, &options);
        // The receiver is dropped after the time limit.
        sender.send((generated, begin.elapsed())).ok();
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    let thread = thread.map_err(|error| Verdict::Panicked(error.to_string()))?;
    match receiver.recv_timeout(limit) {
        Ok(answer) => Ok(answer),
        Err(RecvTimeoutError::Timeout) => Err(Verdict::TimedOut),
        Err(RecvTimeoutError::Disconnected) => Err(Verdict::Panicked(
            thread
                .join()
                .err()
                .map_or_else(String::new, |payload| message(&*payload)),
        )),
    }
}

fn verdict(generated: &Generated) -> Verdict {
    let Some(tree) = &generated.tree else {
        let mut codes: Vec<String> = Vec::new();
        for finding in &generated.diagnostics {
            let code = finding.code.as_str();
            if finding.severity == Severity::Error && !codes.iter().any(|it| it == code) {
                codes.push(code.to_owned());
            }
        }
        return Verdict::Refused(codes);
    };
    let files: Vec<_> = tree.iter().collect();
    Verdict::Accepted(Client {
        operations: generated.summary.operations,
        types: generated.summary.types,
        digest: digest(files),
        checks: BTreeMap::new(),
        exercised: None,
    })
}

/// The message of a panic.
fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

/// A panic of another thread does not leave inconsistent state here.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
