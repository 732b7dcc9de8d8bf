//! Tokens in files, in a directory of the test's own.

use std::fs;
use std::time::{Duration, SystemTime};

use super::support::*;
use crate::{AccessToken, ClientCredentials, FileTokenCache, TokenCache, TokenKey};

fn account(directory: &std::path::Path) -> ClientCredentials {
    let cache = FileTokenCache::new(directory.join("tokens"));
    ClientCredentials::new("id/../1", "secret").with_cache(cache)
}

fn files(directory: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(directory.join("tokens")).unwrap();
    let name = |it: std::io::Result<fs::DirEntry>| it.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = entries.map(name).collect();
    names.sort();
    names
}

const NAME: &str = "id%2F..%2F1%20https%3A%2F%2Fcloud.mongodb.com%2Fapi%2Foauth%2Ftoken";

#[tokio::test]
async fn the_next_process_finds_the_token() {
    let directory = tempfile::tempdir().unwrap();
    let server = token_server();
    for _ in 0..3 {
        let (client, _) = client_at_rest(&server, account(directory.path()));
        call(&client).send().await.unwrap();
    }
    assert_eq!(server.count(TOKEN_PATH), 1);
    let expected = [format!("{NAME}.json"), format!("{NAME}.lock")];
    assert_eq!(files(directory.path()), expected);
    let (client, _) = client_at_rest(&server, account(directory.path()));
    client.revoke_credentials().await.unwrap();
    assert_eq!(files(directory.path()), expected[1..]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_that_start_together_buy_one_token() {
    let directory = tempfile::tempdir().unwrap();
    let server = token_server();
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let (client, _) = client_at_rest(&server, account(directory.path()));
            tokio::spawn(call(&client).send())
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.count(TOKEN_PATH), 1);
}

fn key(scope: &str) -> TokenKey {
    TokenKey {
        client_id: "id".into(),
        token_url: "https://a.test/t".into(),
        scope: Some(scope.into()),
    }
}

#[tokio::test]
async fn a_file_with_any_other_content_is_replaced() {
    let directory = tempfile::tempdir().unwrap();
    let server = token_server();
    let tokens = directory.path().join("tokens");
    let path = tokens.join(format!("{NAME}.json"));
    let (client, _) = client_at_rest(&server, account(directory.path()));
    call(&client).send().await.unwrap();
    let written = fs::read_to_string(&path).unwrap();
    let contents = [
        b"\xff\xfe{".to_vec(),
        Vec::new(),
        b"{\"access_token\":\"t\"".to_vec(),
        written.replace("token-1", "a\\nb").into_bytes(),
        written.replace("id/../1", "another").into_bytes(),
        written
            .replace("\"expires_at\":1", "\"expires_at\":-1")
            .into_bytes(),
        vec![b' '; 3 << 20],
    ];
    for (index, content) in contents.iter().enumerate() {
        fs::write(&path, content).unwrap();
        for _ in 0..2 {
            let (client, _) = client_at_rest(&server, account(directory.path()));
            call(&client).send().await.unwrap();
        }
        assert_eq!(server.count(TOKEN_PATH), index + 2, "{index}");
    }
}

#[tokio::test]
async fn a_long_scope_has_a_short_file_name_of_its_own() {
    let directory = tempfile::tempdir().unwrap();
    let cache = FileTokenCache::new(directory.path());
    let scopes = ["read:things ".repeat(100), "read:things ".repeat(101)];
    for scope in &scopes {
        let token = AccessToken::new(scope.len().to_string(), None);
        cache.store(&key(scope), Some(&token)).await.unwrap();
    }
    for scope in &scopes {
        let kept = cache.load(&key(scope)).await.unwrap().unwrap();
        assert_eq!(kept.secret().expose(), scope.len().to_string());
    }
    let names = fs::read_dir(directory.path()).unwrap();
    let lengths = names.map(|it| it.unwrap().file_name().len());
    assert_eq!(lengths.collect::<Vec<_>>(), [133, 133]);
}

#[tokio::test]
async fn what_is_no_file_is_refused_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let cache = FileTokenCache::new(directory.path());
    for extension in ["json", "lock"] {
        let path = directory
            .path()
            .join(format!("id%20https%3A%2F%2Fa.test%2Ft%20a.{extension}"));
        #[cfg(unix)]
        assert!(
            std::process::Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap()
                .success()
        );
        #[cfg(not(unix))]
        fs::create_dir(&path).unwrap();
    }
    let loaded = cache.load(&key("a")).await.map(drop);
    let locked = cache.lock(&key("a")).await.map(drop);
    for error in [loaded.unwrap_err(), locked.unwrap_err()] {
        assert!(
            error.to_string().ends_with("is not a regular file"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_lock_that_another_process_keeps_is_waited_for_and_holds_up_no_thread() {
    let directory = tempfile::tempdir().unwrap();
    let cache = FileTokenCache::new(directory.path());
    let lock = cache.lock(&key("a")).await.unwrap();
    let server = token_server();
    let credentials = ClientCredentials::new("id", "secret")
        .with_token_url("https://a.test/t")
        .with_scope("a")
        .with_cache(cache.clone());
    let (client, clock) = client_at_rest(&server, credentials);
    let waiting = tokio::spawn(call(&client).send());
    while clock.timers.lock().unwrap().is_empty() {
        tokio::task::yield_now().await;
    }
    clock.advance(60);
    let error = waiting.await.unwrap().unwrap_err();
    assert!(error.is_timeout() && error.is_not_sent(), "{error:?}");
    drop(lock);
    drop(cache.lock(&key("a")).await.unwrap());
}

#[cfg(unix)]
#[tokio::test]
async fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let server = token_server();
    let (client, _) = client_at_rest(&server, account(directory.path()));
    call(&client).send().await.unwrap();
    let tokens = directory.path().join("tokens");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&tokens), 0o700);
    let path = tokens.join(format!("{NAME}.json"));
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let (next, _) = client_at_rest(&server, account(directory.path()));
    let error = chain(&call(&next).send().await.unwrap_err());
    assert!(error.ends_with("its mode must be 0600"), "{error}");
}

#[tokio::test]
async fn what_is_kept_comes_back_and_what_is_broken_does_not() {
    let directory = tempfile::tempdir().unwrap();
    let cache = FileTokenCache::new(directory.path());
    let key = key("a b");
    assert!(cache.load(&key).await.unwrap().is_none());
    cache.store(&key, None).await.unwrap();
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000);
    for expires_at in [None, Some(moment)] {
        let token = AccessToken::new("t", expires_at);
        cache.store(&key, Some(&token)).await.unwrap();
        let kept = cache.load(&key).await.unwrap().unwrap();
        assert_eq!(
            (kept.secret().expose(), kept.expires_at()),
            ("t", expires_at)
        );
    }
    let path = directory
        .path()
        .join("id%20https%3A%2F%2Fa.test%2Ft%20a%20b.json");
    let mut file = fs::OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(path)
        .unwrap();
    std::io::Write::write_all(&mut file, b"{\"access_tok").unwrap();
    assert!(cache.load(&key).await.unwrap().is_none());
}
