//! One build of a folder at a time.

use crate::cache::digits;
use perfil_site::{Watch, folder_of};
use std::env;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(50);

/// Lets no other process build the same folder, until it is dropped or the process ends.
///
/// Nothing is locked where the system cannot, or where the lock belongs to another user.
pub(crate) struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Waits until no other process builds a folder.
    ///
    /// # Errors
    ///
    /// Returns [`io::ErrorKind::Interrupted`] if the build was stopped meanwhile, or the error of a
    /// folder whose parent does not exist.
    pub(crate) fn take(out: &Path, watch: &dyn Watch) -> io::Result<Self> {
        let folder = folder_of(out).canonicalize()?.join(out.file_name().unwrap_or_default());
        // Beside the site, it would be a file that nobody expects there.
        let path = env::temp_dir().join(format!("perfil-{}.lock", digits(&folder)));
        let Ok(file) = File::options().create(true).truncate(false).write(true).open(path) else {
            return Ok(Self { _file: None });
        };
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: Some(file) }),
                Err(TryLockError::WouldBlock) if watch.is_stopped() => {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Self { _file: None }),
            }
        }
    }
}
