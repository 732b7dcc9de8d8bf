//! Tokens in files, for short-lived programs.

use std::error::Error as StdError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use fs4::{FileExt, TryLockError};
use secrecy::zeroize::Zeroizing;
use serde_json::{Value, json};

use super::token::{AccessToken, CacheFuture, TokenCache, TokenKey};
use crate::net::percent::encode;

/// The maximum number of bytes that are read of a file. A longer file is not a file of this cache.
const MAX_BYTES: u64 = 1 << 20;
/// The maximum length of a file name without its extension. Some file systems only allow 143 bytes.
const MAX_NAME: usize = 128;
/// The delay after the first attempt to lock a file. It doubles.
const FIRST_PAUSE: Duration = Duration::from_millis(5);
/// The maximum delay between two attempts to lock a file.
const LONGEST_PAUSE: Duration = Duration::from_millis(250);

/// Stores tokens in the files of a directory, one for each client, token endpoint and scope.
///
/// On Unix, files are created with mode 0600, and a file that other users can access is an error. So is anything that
/// is not a regular file, such as a directory or a pipe. A file that does not contain a token for the same client,
/// endpoint and scope is replaced.
///
/// Each file has a lock file, so that only one process fetches a token at a time. Waiting for the lock counts towards
/// the timeout of the attempt.
///
/// Requires the feature `file-cache`.
#[derive(Clone, Debug)]
pub struct FileTokenCache {
    directory: Arc<Path>,
}

impl FileTokenCache {
    /// Creates a cache in `directory`. The directory is created when the first token is stored.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into().into(),
        }
    }

    fn path(&self, key: &TokenKey, extension: &str) -> PathBuf {
        self.directory.join(file_name(key) + extension)
    }
}

/// The name of the file for a key, truncated if it is too long. Files also contain the key, so a collision of names is
/// detected.
fn file_name(key: &TokenKey) -> String {
    let mut name = encode(&key.to_string());
    if name.len() > MAX_NAME {
        let hash = format!("~{:016x}", fnv1a(name.as_bytes()));
        name.truncate(MAX_NAME - hash.len());
        name += &hash;
    }
    name
}

/// The FNV-1a hash, which is the same in every process and version.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The key as stored in a file.
fn whole(key: &TokenKey) -> Value {
    json!([key.client_id, key.token_url, key.scope])
}

impl TokenCache for FileTokenCache {
    fn load<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>> {
        let (path, key) = (self.path(key, ".json"), whole(key));
        blocking(move || read(&path, &key))
    }

    fn store<'a>(
        &'a self,
        key: &'a TokenKey,
        token: Option<&'a AccessToken>,
    ) -> CacheFuture<'a, ()> {
        let (path, draft) = (self.path(key, ".json"), self.path(key, ".draft"));
        let (token, key) = (token.cloned(), whole(key));
        blocking(move || match token {
            Some(token) => write(&path, &draft, &key, &token),
            None => remove(&path),
        })
    }

    fn lock<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        let (directory, path) = (Arc::clone(&self.directory), self.path(key, ".lock"));
        Box::pin(async move {
            let open = move || {
                make_directory(&directory)?;
                check_file(&path)?;
                private().truncate(false).create(true).open(path)
            };
            let file = Arc::new(blocking(open).await?);
            let mut pause = FIRST_PAUSE;
            // A thread that is blocked by a lock cannot be cancelled, so this polls.
            while !blocking(try_lock(&file)).await? {
                tokio::time::sleep(pause.mul_f64(0.5 + fastrand::f64() / 2.0)).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            Ok(Box::new(file) as Box<dyn Send + Sync>)
        })
    }
}

/// Locks a file unless it is locked already. Closing the file releases the lock, even after a crash.
fn try_lock(file: &Arc<File>) -> impl FnOnce() -> io::Result<bool> + Send + 'static {
    let file = Arc::clone(file);
    move || match FileExt::try_lock(&*file) {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Runs blocking work on a thread that may block.
fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> CacheFuture<'static, T> {
    Box::pin(async {
        let done = tokio::task::spawn_blocking(work).await?;
        done.map_err(|error| Box::new(error) as Box<dyn StdError + Send + Sync>)
    })
}

fn read(path: &Path, key: &Value) -> io::Result<Option<AccessToken>> {
    check_file(path)?;
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    check_mode(&file, path)?;
    let mut bytes = Zeroizing::new(Vec::new());
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    // An invalid file is treated as missing and replaced.
    Ok(serde_json::from_slice(&bytes)
        .ok()
        .and_then(|value| token(value, key)))
}

/// The token in a file, if it is for `key`.
fn token(mut value: Value, key: &Value) -> Option<AccessToken> {
    if value.get("key") != Some(key) {
        return None;
    }
    let expires_at = match value.get("expires_at")? {
        Value::Null => None,
        seconds => {
            let life = Duration::from_secs(seconds.as_u64()?);
            Some(SystemTime::UNIX_EPOCH.checked_add(life)?)
        }
    };
    match value.get_mut("access_token")?.take() {
        Value::String(token) => Some(AccessToken::new(token, expires_at)),
        _ => None,
    }
}

/// Writes a file atomically: readers see the old file or the new one.
fn write(path: &Path, draft: &Path, key: &Value, token: &AccessToken) -> io::Result<()> {
    let since_epoch = |it: SystemTime| it.duration_since(SystemTime::UNIX_EPOCH).ok();
    let expires_at = token.expires_at().and_then(since_epoch);
    let value = json!({
        "key": key,
        "access_token": token.secret().expose(),
        "expires_at": expires_at.map(|it| it.as_secs()),
    });
    let text = Zeroizing::new(value.to_string());
    path.parent().map_or(Ok(()), make_directory)?;
    // A temporary file that existed before may belong to another user.
    remove(draft)?;
    let mut file = private().create_new(true).open(draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(draft, path)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn make_directory(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Rejects anything but a regular file before it is opened: opening a pipe would block.
fn check_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            let reason = format!("{} is not a regular file", path.display());
            Err(io::Error::new(ErrorKind::InvalidInput, reason))
        }
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn check_mode(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mode = file.metadata()?.permissions().mode();
    if mode & 0o077 != 0 {
        let path = path.display();
        let reason = format!("other users can access the token in {path}: its mode must be 0600");
        return Err(io::Error::new(ErrorKind::PermissionDenied, reason));
    }
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of Unix")]
fn check_mode(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
}
