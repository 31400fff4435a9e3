//! Progress messages: minutes without output would look like an error.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Steps that take less print nothing at their end.
const SHORT: Duration = Duration::from_secs(2);

/// Prints what a step does and how long it may take, runs it, and prints how long it took.
pub(crate) fn step<T>(what: &str, duration: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what}: {duration}.");
    let start = Instant::now();
    let done = work()?;
    let time = start.elapsed();
    if time >= SHORT {
        println!("{what}: done, in {}.", minutes(time));
    }
    Ok(done)
}

/// Formats a duration for people.
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
    fn times_are_formatted_in_minutes() {
        assert_eq!(minutes(Duration::from_secs(59)), "59 s");
        assert_eq!(minutes(Duration::from_secs(125)), "2 min 5 s");
    }
}
