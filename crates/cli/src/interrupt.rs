//! Ctrl+C: a command ends at once, but leaves nothing half written.

use crate::exit::INTERRUPTED;
use std::sync::atomic::{AtomicBool, Ordering};

static IS_STOPPED: AtomicBool = AtomicBool::new(false);
static IS_WRITING: AtomicBool = AtomicBool::new(false);

/// Ends the process when it is interrupted: at once, or when what it writes is put away.
pub(crate) fn heed() {
    // Without a handler, the system ends the process as it always does.
    let _ = ctrlc::set_handler(|| {
        let is_second = IS_STOPPED.swap(true, Ordering::SeqCst);
        if is_second || !IS_WRITING.load(Ordering::SeqCst) {
            std::process::exit(INTERRUPTED.into());
        }
    });
}

/// Whether the process was interrupted.
pub(crate) fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::SeqCst)
}

/// Does what must not end in the middle.
pub(crate) fn writing<T>(write: impl FnOnce() -> T) -> T {
    IS_WRITING.store(true, Ordering::SeqCst);
    let written = write();
    IS_WRITING.store(false, Ordering::SeqCst);
    written
}
