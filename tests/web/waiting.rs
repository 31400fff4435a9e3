//! Waiting for what must come, without a guess at how long it takes.

use std::time::{Duration, Instant};

/// How long a test waits at most.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// How often it looks.
const GLANCE: Duration = Duration::from_millis(15);

/// Looks until something is so; says whether it came to be.
pub(crate) async fn soon(mut is_so: impl AsyncFnMut() -> bool) -> bool {
    let start = Instant::now();
    while !is_so().await {
        if start.elapsed() > PATIENCE {
            return false;
        }
        tokio::time::sleep(GLANCE).await;
    }
    true
}
