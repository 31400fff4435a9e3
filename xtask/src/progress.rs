//! What is being done, in words: minutes without any would look like a mistake.

use std::time::{Duration, Instant};

use anyhow::Result;

/// What takes less needs no word at its end.
const SHORT: Duration = Duration::from_secs(2);

/// Says what is done and how long it may take, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, patience: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what}: {patience}.");
    let start = Instant::now();
    let done = work()?;
    let time = start.elapsed();
    if time >= SHORT {
        println!("{what}: done, in {}.", minutes(time));
    }
    Ok(done)
}

/// A time as a person says it.
fn minutes(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_minutes() {
        assert_eq!(minutes(Duration::from_secs(59)), "59 s");
        assert_eq!(minutes(Duration::from_secs(125)), "2 min 5 s");
    }
}
