//! A TCP proxy that does to connections what networks do.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// What happens to the answer of the server. The request always reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: the connection works.
    None,
    /// The connection closes once the server has answered; not a byte of the answer comes through.
    Drop,
    /// The answer comes late.
    Delay(Duration),
    /// The connection closes after this number of bytes of the answer, its head included.
    Truncate(u64),
    /// The answer comes one byte at a time, with this pause after each.
    Trickle(Duration),
    /// Instead of the answer comes a `200` whose body has this number of bytes and announces them.
    Flood(u64),
    /// The same without an announced length: the body ends with the connection.
    EndlessFlood(u64),
}

/// A proxy on the loopback interface; it stops when it is dropped.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    answers: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// Starts a proxy for the server at `upstream` (`http://host:port`). The first connection suffers
    /// the first of `faults`, and so on; the connections after the last of them suffer the last.
    ///
    /// # Errors
    ///
    /// When no port can be bound.
    pub async fn start(upstream: &str, faults: &[Fault]) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let answers = Arc::new(AtomicUsize::new(0));
        let upstream = upstream.trim_start_matches("http://").to_owned();
        let task = tokio::spawn(accept(
            listener,
            upstream,
            faults.to_vec(),
            Arc::clone(&answers),
        ));
        Ok(Self {
            address,
            answers,
            task,
        })
    }

    /// The base URL of the server as seen through the proxy.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The number of connections on which the server has answered, and so has acted on a request,
    /// whatever became of the answer.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(
    listener: TcpListener,
    upstream: String,
    faults: Vec<Fault>,
    answers: Arc<AtomicUsize>,
) {
    let mut next = faults.iter().copied();
    let last = faults.last().copied().unwrap_or(Fault::None);
    while let Ok((client, _)) = listener.accept().await {
        let fault = next.next().unwrap_or(last);
        let upstream = upstream.clone();
        let answers = Arc::clone(&answers);
        tokio::spawn(async move {
            // That a connection breaks is what this proxy is for; the client under test reports it.
            let _broken = connect(client, &upstream, fault, &answers).await;
        });
    }
}

async fn connect(
    client: TcpStream,
    upstream: &str,
    fault: Fault,
    answers: &AtomicUsize,
) -> io::Result<()> {
    let server = TcpStream::connect(upstream).await?;
    client.set_nodelay(true)?;
    let (mut from_client, to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let request =
        tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
    // Waits until the server has something to say, and leaves it there to be read.
    let answered = from_server.peek(&mut [0]).await;
    let result = match answered {
        Ok(length) if length > 0 => {
            answers.fetch_add(1, Ordering::SeqCst);
            spoil(from_server, to_client, fault).await
        }
        other => other.map(drop),
    };
    // The other half of the connection, which must close with this one.
    request.abort();
    result
}

async fn spoil(answer: OwnedReadHalf, mut client: OwnedWriteHalf, fault: Fault) -> io::Result<()> {
    match fault {
        Fault::Drop => Ok(()),
        Fault::None => copy(answer, &mut client).await,
        Fault::Delay(time) => {
            sleep(time).await;
            copy(answer, &mut client).await
        }
        Fault::Truncate(length) => copy(answer.take(length), &mut client).await,
        Fault::Trickle(pause) => trickle(answer, client, pause).await,
        Fault::Flood(length) => {
            let announced = format!("Content-Length: {length}\r\n");
            flood(client, &announced, length).await
        }
        Fault::EndlessFlood(length) => flood(client, "", length).await,
    }
}

async fn copy(mut answer: impl AsyncRead + Unpin, client: &mut OwnedWriteHalf) -> io::Result<()> {
    tokio::io::copy(&mut answer, client).await.map(drop)
}

async fn trickle(
    mut answer: OwnedReadHalf,
    mut client: OwnedWriteHalf,
    pause: Duration,
) -> io::Result<()> {
    let mut byte = [0];
    while answer.read(&mut byte).await? > 0 {
        client.write_all(&byte).await?;
        sleep(pause).await;
    }
    Ok(())
}

async fn flood(mut client: OwnedWriteHalf, length_header: &str, length: u64) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{length_header}Connection: close\r\n\r\n"
    );
    client.write_all(head.as_bytes()).await?;
    // Blanks: a reader of JSON has no reason to stop at any of them.
    let mut blanks = tokio::io::repeat(b' ').take(length);
    tokio::io::copy(&mut blanks, &mut client).await?;
    client.shutdown().await
}
