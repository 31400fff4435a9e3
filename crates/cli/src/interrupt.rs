//! Ctrl+C: a command ends at once, but leaves nothing half written.

use crate::exit::INTERRUPTED;
use signal_hook::consts::SIGINT;
use signal_hook::flag::{register, register_conditional_shutdown};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

static IS_STOPPED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// Whether the next signal ends the process.
static IS_ENDING: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(true.into()));

/// Ends the process when it is interrupted: at once, or when what it writes is put away. A second
/// signal does not wait for that.
pub(crate) fn heed() {
    // These are done in their order at each signal. Without one of them, the system ends the process
    // as it always does.
    let _ = register_conditional_shutdown(SIGINT, INTERRUPTED.into(), Arc::clone(&IS_ENDING))
        .and_then(|_| register(SIGINT, Arc::clone(&IS_STOPPED)))
        .and_then(|_| register(SIGINT, Arc::clone(&IS_ENDING)));
}

/// Whether the process was interrupted.
pub(crate) fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::SeqCst)
}

/// Does what must not end in the middle.
pub(crate) fn writing<T>(write: impl FnOnce() -> T) -> T {
    IS_ENDING.store(false, Ordering::SeqCst);
    let written = write();
    IS_ENDING.store(true, Ordering::SeqCst);
    written
}
