//! Ctrl+C: a command ends at once, but leaves no partial output.

use crate::exit::INTERRUPTED;
use signal_hook::consts::SIGINT;
use signal_hook::flag::{register, register_conditional_shutdown};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

static IS_STOPPED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// Whether the next signal ends the process.
static IS_ENDING: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(true.into()));

/// Ends the process on an interrupt: at once, or after a current write is complete. A second signal
/// does not wait for the write.
pub(crate) fn install_handlers() {
    // These run in this order at each signal. If none can be registered, the system ends the
    // process by default.
    let _ = register_conditional_shutdown(SIGINT, INTERRUPTED.into(), Arc::clone(&IS_ENDING))
        .and_then(|_| register(SIGINT, Arc::clone(&IS_STOPPED)))
        .and_then(|_| register(SIGINT, Arc::clone(&IS_ENDING)));
}

/// Returns whether the process was interrupted.
pub(crate) fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::SeqCst)
}

/// Runs a write that must not be interrupted in the middle.
pub(crate) fn writing<T>(write: impl FnOnce() -> T) -> T {
    IS_ENDING.store(false, Ordering::SeqCst);
    let written = write();
    IS_ENDING.store(true, Ordering::SeqCst);
    written
}
