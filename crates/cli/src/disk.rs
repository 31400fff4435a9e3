//! The disk and the threads of this machine, as a build uses them.

use perfil_site::{Environment, FileKind, Files, Watch, Workers};
use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Returns this machine as an environment; `watch` receives the progress of a build, and `&()`
/// ignores it.
#[must_use]
pub fn machine(watch: &dyn Watch) -> Environment<'_> {
    Environment { files: &Disk, workers: &Processors, watch }
}

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        let entries = fs::read_dir(folder)?.map(|entry| {
            let entry = entry?;
            Ok((entry.file_name(), kind(entry.file_type()?)))
        });
        let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    fn without_links(&self, path: &Path) -> Option<PathBuf> {
        path.canonicalize().ok()
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        fs::metadata(path).ok().map(|found| kind(found.file_type()))
    }
}

fn kind(found: fs::FileType) -> FileKind {
    if found.is_file() {
        FileKind::File
    } else if found.is_dir() {
        FileKind::Folder
    } else {
        FileKind::Other
    }
}

/// The stack size of a thread that typesets CVs, in bytes: nested content needs much of it.
const STACK: usize = 16 << 20;

/// The processors of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processors;

impl Workers for Processors {
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        (0..count).into_par_iter().for_each(task);
    }

    /// The threads are not rayon's, because rayon also typesets parts of a CV in parallel: a thread
    /// that waits for a part would begin another CV on its own stack, and so on.
    fn each_deep(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                match next.fetch_add(1, Ordering::Relaxed) {
                    number if number < count => task(number),
                    _ => break,
                }
            }
        };
        thread::scope(|scope| {
            let worker = || thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
            let workers: Vec<_> =
                (0..rayon::current_num_threads().min(count)).map_while(|_| worker().ok()).collect();
            for worker in workers {
                // The result of a task that panicked is missing, which the caller detects.
                let _ = worker.join();
            }
        });
    }
}
