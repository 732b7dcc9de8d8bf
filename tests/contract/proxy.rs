//! The proxy breaks connections in the way that it promises.

use std::io;
use std::time::{Duration, Instant};

use contract_tests::{Fault, Proxy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

/// A server that reads a line and gives `ANSWER`, on as many connections as there are.
async fn server() -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            stream.read_exact(&mut [0; 3]).await?;
            stream.write_all(ANSWER).await?;
        }
        io::Result::Ok(())
    });
    Ok(format!("http://{address}"))
}

async fn proxy(faults: &[Fault]) -> io::Result<Proxy> {
    Proxy::start(&server().await?, faults).await
}

/// What a client gets that connects to `proxy` and sends a line.
async fn answer(proxy: &Proxy) -> io::Result<Vec<u8>> {
    let url = proxy.url();
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).await?;
    stream.write_all(b"hi\n").await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer)
}

#[tokio::test]
async fn a_connection_without_a_fault_carries_the_answer() {
    let proxy = proxy(&[]).await.unwrap();
    assert_eq!(answer(&proxy).await.unwrap(), ANSWER);
    assert_eq!(proxy.answers(), 1);
}

#[tokio::test]
async fn faults_come_in_order_and_the_last_one_stays() {
    let faults = [Fault::Drop, Fault::Truncate(8), Fault::None];
    let proxy = proxy(&faults).await.unwrap();
    assert_eq!(answer(&proxy).await.unwrap(), b"");
    assert_eq!(answer(&proxy).await.unwrap(), b"HTTP/1.1");
    assert_eq!(answer(&proxy).await.unwrap(), ANSWER);
    assert_eq!(answer(&proxy).await.unwrap(), ANSWER);
    assert_eq!(proxy.answers(), 4, "the server has seen every request");
}

#[tokio::test]
async fn a_slow_answer_is_complete_at_last() {
    let pause = Duration::from_millis(5);
    let faults = [Fault::Trickle(pause), Fault::Delay(pause * 20)];
    let proxy = proxy(&faults).await.unwrap();
    for at_least in [pause * 38, pause * 20] {
        let start = Instant::now();
        assert_eq!(answer(&proxy).await.unwrap(), ANSWER);
        assert!(start.elapsed() >= at_least);
    }
}

#[tokio::test]
async fn a_flood_has_the_size_that_was_asked_for() {
    let faults = [Fault::Flood(100_000), Fault::EndlessFlood(100_000)];
    let proxy = proxy(&faults).await.unwrap();
    for announced in [true, false] {
        let answer = answer(&proxy).await.unwrap();
        assert!(answer.ends_with(&b" ".repeat(100_000)));
        let head = String::from_utf8_lossy(&answer[..answer.len() - 100_000]);
        assert_eq!(head.contains("Content-Length: 100000\r\n"), announced);
    }
}
