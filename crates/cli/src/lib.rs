//! The machine's side of the command: disk and threads for a build, writing a site to disk, and the
//! server.

mod cache;
mod disk;
mod folder;
mod lock;
mod patch;
mod place;
mod publish;
mod record;
pub mod server;
mod shell;
mod snapshot;
mod wake;
mod watcher;
mod whole_folders;

pub use cache::cached_site;
pub use disk::{Disk, Processors, machine};
pub use folder::{Changes, Folder};
pub use place::place;
pub use publish::{Announce, Extent, Prepared, Published, Unpublished};
pub use record::Record;
pub use shell::{is_found as has_shell, read as read_shell};
pub use watcher::Watcher;
