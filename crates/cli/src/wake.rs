//! Wakes who waits for a change of some folders, where the system reports such changes.

pub(crate) use system::Wake;

/// Linux reports changes by inotify. It says nothing of changes that another machine makes on a network
/// share, so nobody may rely on being woken.
#[cfg(target_os = "linux")]
mod system {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fd::OwnedFd;
    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
    use std::mem::MaybeUninit;
    use std::path::Path;
    use std::thread::sleep;
    use std::time::Duration;

    /// What changes an entry of a folder. Reading does not.
    const CHANGES: WatchFlags = WatchFlags::ATTRIB
        .union(WatchFlags::CLOSE_WRITE)
        .union(WatchFlags::CREATE)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::MODIFY)
        .union(WatchFlags::MOVE);

    /// The room for the reports that are read at once, in bytes.
    const BUFFER: usize = 4096;

    /// Waits for reports of the system.
    #[derive(Debug)]
    pub(crate) struct Wake(Option<OwnedFd>);

    impl Wake {
        pub(crate) fn new() -> Self {
            Self(inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok())
        }

        /// Asks for reports on the entries of a folder. Asking again changes nothing.
        pub(crate) fn follow(&self, folder: &Path) {
            if let Some(reports) = &self.0 {
                // The system limits their number; whoever waits looks from time to time anyway.
                let _ = inotify::add_watch(reports, folder, CHANGES);
            }
        }

        /// Waits for a report, at most for this time, and returns whether there was one.
        pub(crate) fn wait(&self, most: Duration) -> bool {
            let Some(reports) = &self.0 else {
                sleep(most);
                return false;
            };
            let Ok(most) = Timespec::try_from(most) else { return false };
            let mut asked = [PollFd::new(reports, PollFlags::IN)];
            let is_reported = poll(&mut asked, Some(&most)).is_ok_and(|count| count > 0);
            let mut buffer = [MaybeUninit::uninit(); BUFFER];
            let mut reader = inotify::Reader::new(reports, &mut buffer);
            while reader.next().is_ok() {}
            is_reported
        }
    }
}

/// Elsewhere nothing is reported, and waiting is sleeping.
#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;
    use std::thread::sleep;
    use std::time::Duration;

    /// Waits, without reports.
    #[derive(Debug)]
    pub(crate) struct Wake;

    impl Wake {
        pub(crate) fn new() -> Self {
            Self
        }

        /// Does nothing.
        pub(crate) fn follow(&self, _: &Path) {}

        /// Waits for this time.
        pub(crate) fn wait(&self, most: Duration) -> bool {
            sleep(most);
            false
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::fs;
    use std::time::Duration;

    #[test]
    fn changes_wake_and_reading_does_not() {
        let folder = tempfile::tempdir().expect("there is room");
        let file = folder.path().join("ada.json");
        let wake = Wake::new();
        wake.follow(folder.path());
        let [soon, late] = [Duration::from_millis(20), Duration::from_mins(1)];
        for text in ["{}", "{ }"] {
            fs::write(&file, text).expect("the file can be written");
            assert!(wake.wait(late));
            while wake.wait(soon) {}
            assert_eq!(fs::read(&file).expect("it can be read"), text.as_bytes());
            assert!(!wake.wait(soon));
        }
        fs::rename(&file, folder.path().join("new.json")).expect("it can be renamed");
        assert!(wake.wait(late));
    }
}
