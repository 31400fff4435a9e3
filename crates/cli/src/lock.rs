//! One build of a folder at a time.

use crate::cache::digits;
use perfil_site::{Watch, folder_of};
use same_file::Handle;
use std::env;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(50);

/// Lets no other process build the same folder, until it is dropped or the process ends.
///
/// Nothing is locked where the system cannot, or where the lock belongs to another user.
pub(crate) struct Lock {
    /// The file that is locked, with its path.
    file: Option<(Handle, PathBuf)>,
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
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&path);
            let Ok(file) = file.and_then(Handle::from_file) else { return Ok(Self { file: None }) };
            let is_there = || Handle::from_path(&path).is_ok_and(|there| there == file);
            match file.as_file().try_lock() {
                Ok(()) if is_there() => return Ok(Self { file: Some((file, path)) }),
                // Whoever had it has removed the file meanwhile, and others may lock a new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if watch.is_stopped() => {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Self { file: None }),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some((_, path)) = &self.file {
            // Nobody else can have it now; those who wait notice that it is gone.
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tempfile::TempDir;

    #[test]
    fn only_one_has_it_and_nothing_is_left() {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("site");
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let lock = Lock::take(&out, &()).unwrap();
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        sleep(Duration::from_millis(1));
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert_eq!(most.into_inner(), 1);
        let path = Lock::take(&out, &()).unwrap().file.as_ref().map(|(_, path)| path.clone());
        assert!(path.is_some_and(|path| !path.exists()));
    }
}
