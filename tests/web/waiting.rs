//! Waits for a condition, without a guess at how long it takes.

use std::time::{Duration, Instant};

/// The maximum time that a test waits.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// The interval between two checks.
const GLANCE: Duration = Duration::from_millis(15);

/// Waits until a condition is met; returns whether it was.
pub(crate) async fn wait_until(mut condition: impl AsyncFnMut() -> bool) -> bool {
    let start = Instant::now();
    while !condition().await {
        if start.elapsed() > PATIENCE {
            return false;
        }
        tokio::time::sleep(GLANCE).await;
    }
    true
}
