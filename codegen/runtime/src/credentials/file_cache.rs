//! Tokens in files, for programs that run often and briefly.

use std::error::Error as StdError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use fs4::FileExt;
use secrecy::zeroize::Zeroizing;
use serde_json::{Value, json};

use super::{AccessToken, CacheFuture, TokenCache, TokenKey};
use crate::parameter::encode;

/// Keeps tokens in the files of a directory, one for each client and token endpoint.
///
/// On Unix the files are for their owner alone (mode 0600), and a file that others can read is an
/// error. A lock file beside each keeps several processes from buying tokens at once.
///
/// It needs the feature `file-cache`.
#[derive(Clone, Debug)]
pub struct FileTokenCache {
    directory: Arc<Path>,
}

impl FileTokenCache {
    /// A cache in `directory`, which is made when the first token is kept.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into().into(),
        }
    }

    fn path(&self, key: &TokenKey, extension: &str) -> PathBuf {
        let name = encode(&key.to_string());
        self.directory.join([&name, extension].concat())
    }
}

impl TokenCache for FileTokenCache {
    fn load<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Option<AccessToken>> {
        let path = self.path(key, ".json");
        blocking(move || read(&path))
    }

    fn store<'a>(
        &'a self,
        key: &'a TokenKey,
        token: Option<&'a AccessToken>,
    ) -> CacheFuture<'a, ()> {
        let (path, draft) = (self.path(key, ".json"), self.path(key, ".draft"));
        let token = token.cloned();
        blocking(move || match token {
            Some(token) => write(&path, &draft, &token),
            None => remove(&path),
        })
    }

    fn lock<'a>(&'a self, key: &'a TokenKey) -> CacheFuture<'a, Box<dyn Send + Sync>> {
        let (directory, path) = (Arc::clone(&self.directory), self.path(key, ".lock"));
        blocking(move || {
            make_directory(&directory)?;
            let file = private().truncate(false).create(true).open(path)?;
            // The lock is gone when the file is closed, even by a crash.
            FileExt::lock(&file)?;
            Ok(Box::new(file) as Box<dyn Send + Sync>)
        })
    }
}

/// Does what may block away from the threads that must not.
fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> CacheFuture<'static, T> {
    Box::pin(async {
        let done = tokio::task::spawn_blocking(work).await?;
        done.map_err(|error| Box::new(error) as Box<dyn StdError + Send + Sync>)
    })
}

fn read(path: &Path) -> io::Result<Option<AccessToken>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    check_mode(&file, path)?;
    let text = Zeroizing::new(io::read_to_string(file)?);
    // A file that is not understood is replaced like one that is not there.
    let mut value: Value = serde_json::from_str(&text).unwrap_or_default();
    let Some(Value::String(token)) = value.get_mut("access_token").map(Value::take) else {
        return Ok(None);
    };
    let seconds = value.get("expires_at").and_then(Value::as_u64);
    let expires_at =
        seconds.and_then(|it| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(it)));
    Ok(Some(AccessToken::new(token, expires_at)))
}

/// Readers find the old file or the new one, never half of one.
fn write(path: &Path, draft: &Path, token: &AccessToken) -> io::Result<()> {
    let since_epoch = |it: SystemTime| it.duration_since(SystemTime::UNIX_EPOCH).ok();
    let expires_at = token.expires_at().and_then(since_epoch);
    let value = json!({
        "access_token": token.secret().expose(),
        "expires_at": expires_at.map(|it| it.as_secs()),
    });
    let text = Zeroizing::new(value.to_string());
    path.parent().map_or(Ok(()), make_directory)?;
    // A draft that a crash has left may not be ours to trust.
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

#[cfg(unix)]
fn check_mode(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mode = file.metadata()?.permissions().mode();
    if mode & 0o077 != 0 {
        let path = path.display();
        let reason = format!("others can use the token of {path}: its mode must be 0600");
        return Err(io::Error::new(ErrorKind::PermissionDenied, reason));
    }
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of Unix")]
fn check_mode(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
}
