//! Ctrl+C and SIGTERM: a command ends at once, but leaves no partial output.

use crate::exit::{INTERRUPTED, TERMINATED};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag::{register, register_conditional_shutdown, register_usize};
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::{Duration, Instant};

/// How long a build may take to end after a signal.
const GRACE: Duration = Duration::from_millis(700);

/// How often a build is asked whether a signal has arrived.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// The exit code of the signal that arrived; 0 before there is one.
static CODE: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);
/// Whether the next signal ends the process.
static IS_ENDING: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(true.into()));

/// Ends the process on these signals: at once, or after a current write is complete or cancelled. A
/// second signal does not wait for the write.
pub(crate) fn install_handlers() {
    for (signal, code) in [(SIGINT, INTERRUPTED), (SIGTERM, TERMINATED)] {
        // If a signal cannot be handled, the system ends the process by default.
        let _ = install(signal, code);
    }
}

/// Installs actions that run in this order whenever the signal arrives.
fn install(signal: i32, code: u8) -> io::Result<()> {
    register_conditional_shutdown(signal, code.into(), Arc::clone(&IS_ENDING))?;
    register_usize(signal, Arc::clone(&CODE), code.into())?;
    register(signal, Arc::clone(&IS_ENDING))?;
    Ok(())
}

/// Returns whether the process was interrupted.
pub(crate) fn is_stopped() -> bool {
    code().is_some()
}

/// Returns the exit code of the signal that interrupted the process.
pub(crate) fn code() -> Option<u8> {
    u8::try_from(CODE.load(Ordering::SeqCst)).ok().filter(|code| *code > 0)
}

/// Runs a build, which ends between two of its steps when a signal arrives. If a step takes long,
/// such as setting a long PDF, the process ends without it, after `clean_up`.
pub(crate) fn building<T>(build: impl FnOnce() -> T, clean_up: impl Fn() + Send) -> T {
    thread::scope(|scope| {
        let (building, is_over) = channel();
        scope.spawn(move || limit(&is_over, clean_up));
        let built = writing(build);
        drop(building);
        built
    })
}

/// Ends the process if a build takes too long after a signal; returns when the build is over.
fn limit(is_over: &Receiver<()>, clean_up: impl Fn()) {
    let mut stopped = None;
    while is_over.recv_timeout(POLL_INTERVAL) == Err(RecvTimeoutError::Timeout) {
        let Some(code) = code() else { continue };
        if stopped.get_or_insert_with(Instant::now).elapsed() > GRACE {
            clean_up();
            std::process::exit(code.into());
        }
    }
}

/// Runs a write that must not be interrupted in the middle.
pub(crate) fn writing<T>(write: impl FnOnce() -> T) -> T {
    IS_ENDING.store(false, Ordering::SeqCst);
    let written = write();
    IS_ENDING.store(true, Ordering::SeqCst);
    written
}
