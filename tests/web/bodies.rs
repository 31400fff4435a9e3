//! Responses that break, and those that come in pieces.

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use std::io;
use std::time::Duration;

/// The size of a piece of a page, in bytes.
const PIECE: usize = 512;

/// The time between two pieces: more than a frame.
const PAUSE: Duration = Duration::from_millis(25);

/// The beginning of a response whose connection then breaks; without one, before it is sent.
pub(crate) fn broken(beginning: Option<&'static str>) -> Response {
    let breaks = io::Error::other("the connection breaks");
    let body = match beginning {
        None => Body::from_stream(stream::iter([Err::<Bytes, _>(breaks)])),
        Some(beginning) => {
            let begun = stream::iter([Ok(Bytes::from_static(beginning.as_bytes()))]);
            Body::from_stream(begun.chain(stream::once(async {
                // What was begun is sent while this waits.
                tokio::task::yield_now().await;
                Err(breaks)
            })))
        }
    };
    ([(CONTENT_TYPE, "application/json")], body).into_response()
}

/// The first pieces of a body, one after the other, and then the rest.
pub(crate) fn in_pieces(body: Body) -> Body {
    const SLOW: usize = 64 * PIECE;
    let pieces = async move {
        let whole = axum::body::to_bytes(body, usize::MAX).await.expect("a page is a file");
        let (slow, rest) = whole.split_at(SLOW.min(whole.len()));
        let pieces: Vec<_> = slow.chunks(PIECE).chain([rest]).map(Bytes::copy_from_slice).collect();
        stream::iter(pieces).then(async |piece| {
            tokio::time::sleep(PAUSE).await;
            Ok::<_, io::Error>(piece)
        })
    };
    Body::from_stream(stream::once(pieces).flatten())
}
