//! What `perfil build` keeps on disk, so that the next build of the same site does only what has changed.
//!
//! It is a file in the folder of caches of the person who runs the command, for each pair of content and
//! site. What it says is compared: the command and what it is asked, each file of the content, and each file
//! of the site that is carried over. What differs is made again. A file that is damaged, or of another
//! command, is as good as none.

use crate::cache::{cached, digits};
use crate::disk::Disk;
use crate::folder::Folder;
use crate::snapshot::{Snapshot, Stamp, snapshot};
use perfil_site::{Input, Memory, Output};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write};
use std::path::{self, Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::NamedTempFile;

/// With fewer profiles than this, nothing is kept: a whole build takes hardly longer than looking.
const LEAST_PROFILES: usize = 50;

/// The folder of these files among the caches.
const FOLDER: &str = "built";

/// The ending of the name of what has the folders of a site.
const FOLDERS: &str = "folders";

/// How old a file has to be to be known by its size and times. A younger one may change again within the
/// same time, as exact as some systems note it.
const SETTLED: Duration = Duration::from_secs(2);

/// The bytes of the first line of a file that are read at most.
const MAX_HEAD: u64 = 64 << 10;

/// Files by their paths, each with a number that changes with it.
type Digests = BTreeMap<String, u64>;

/// What is kept of a build, and what the next one has found of it.
pub struct Record {
    /// Where it is kept.
    file: PathBuf,
    /// Names the content, the site, the command and what it is asked.
    head: String,
    content: PathBuf,
    out: PathBuf,
    /// The state of the content before this build.
    before: Snapshot,
    contents: Digests,
    /// The files that the last build has made of people.
    site: Digests,
    memory: Memory,
}

impl Record {
    /// Reads what the last build of a site has left, without what has changed since; `None` if nothing is
    /// kept of this site.
    #[must_use]
    pub fn read(input: &Input, out: &Path) -> Option<Self> {
        let is_kept = has_many_profiles(&input.content);
        is_kept.then(|| Self::read_in(&cached(FOLDER)?, input, out)).flatten()
    }

    /// The same with another folder for what is kept, and for any number of profiles.
    #[must_use]
    pub fn read_in(caches: &Path, input: &Input, out: &Path) -> Option<Self> {
        let (content, out) = (input.content.canonicalize().ok()?, path::absolute(out).ok()?);
        let file = caches.join(format!("{}-{}", digits(&content), digits(&out)));
        let head = head(input, &content, &out)?;
        let before = snapshot(&content, &out, |_| ());
        let contents = digests(&content, &before)?;
        let (site, memory) = match stored(&file, &head) {
            Some((stored, site, memory)) => {
                memory.forget(changed(&stored, &contents).map(Path::new));
                (site, memory)
            }
            None => (Digests::default(), Memory::default()),
        };
        Some(Self { file, head, content, out, before, contents, site, memory })
    }

    /// What is known since the last build.
    #[must_use]
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Where the folders of the last site are kept, without any file.
    pub(crate) fn spare(&self) -> PathBuf {
        self.file.with_file_name(spare_name(&self.out))
    }

    /// Whether a file of the site is as the last build has left it.
    fn is_as_built(&self, path: &str) -> bool {
        self.site.get(path).is_some_and(|known| state(&self.out.join(path)) == Some(*known))
    }

    /// Keeps what this build has made, as long as nobody else can build the site. Without it, the next build
    /// takes longer, so there is no error.
    pub(crate) fn write(&self) {
        let is_same = snapshot(&self.content, &self.out, |_| ()) == self.before;
        if !is_same || self.try_write().is_err() {
            let _ = fs::remove_file(&self.file);
        }
    }

    fn try_write(&self) -> io::Result<()> {
        let paths = self.memory.files();
        let site = paths.into_par_iter().filter_map(|path| {
            let state = state(&self.out.join(&path))?;
            Some((path, state))
        });
        let states = serde_json::to_vec(&(&self.contents, site.collect::<Digests>()))?;
        let folder = self.file.parent().ok_or(io::ErrorKind::NotFound)?;
        remove_useless(folder, &self.file);
        let mut new = NamedTempFile::new_in(folder)?;
        new.write_all(self.head.as_bytes())?;
        new.write_all(b"\n")?;
        let mut summed = Summed(BufWriter::new(new), DefaultHasher::new());
        summed.write_all(&(states.len() as u64).to_le_bytes())?;
        summed.write_all(&states)?;
        self.memory.store(&mut summed)?;
        let Summed(mut end, sum) = summed;
        end.write_all(&sum.finish().to_le_bytes())?;
        end.into_inner()?.persist(&self.file)?;
        Ok(())
    }
}

/// A new folder to which files are carried over that are as the last build has left them.
pub(crate) struct Carrying<'a> {
    pub(crate) folder: &'a Folder<'a>,
    pub(crate) record: &'a Record,
}

impl Output for Carrying<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.folder.add(path, bytes);
    }

    fn keep(&self, paths: &[String]) -> bool {
        let Self { folder, record } = self;
        // What several people share may have been carried over for another one, which changes its times.
        paths.iter().all(|it| (record.is_as_built(it) || folder.has(it)) && folder.keep_one(it))
    }

    fn is_closed(&self) -> bool {
        self.folder.is_closed()
    }
}

/// Returns where the folders of the last site are kept for the next build into the same folder.
pub(crate) fn spare(out: &Path) -> Option<PathBuf> {
    Some(cached(FOLDER)?.join(spare_name(&path::absolute(out).ok()?)))
}

fn spare_name(out: &Path) -> String {
    format!("{}.{FOLDERS}", digits(out))
}

fn has_many_profiles(content: &Path) -> bool {
    let profiles = fs::read_dir(content.join("profiles")).into_iter().flatten();
    profiles.take(LEAST_PROFILES).count() == LEAST_PROFILES
}

/// Writes bytes, and makes a number of them.
struct Summed<W>(W, DefaultHasher);

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.0.write(bytes)?;
        self.1.write(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Returns the line that has to be the same in two builds.
fn head(input: &Input, content: &Path, out: &Path) -> Option<String> {
    let program = fs::metadata(env::current_exe().ok()?).ok()?;
    let head = json!({
        "content": content.to_str()?,
        "out": out.to_str()?,
        "input": format!("{input:?}"),
        "version": env!("CARGO_PKG_VERSION"),
        "program": digest(&Stamp::of(&program)),
    });
    Some(head.to_string())
}

/// Reads what was kept: the states of the content and of the site, and what is known.
fn stored(file: &Path, head: &str) -> Option<(Digests, Digests, Memory)> {
    let bytes = fs::read(file).ok()?;
    let rest = bytes.strip_prefix(head.as_bytes())?.strip_prefix(b"\n")?;
    let (rest, sum) = rest.split_last_chunk()?;
    let mut hasher = DefaultHasher::new();
    hasher.write(rest);
    (u64::from_le_bytes(*sum) == hasher.finish()).then_some(())?;
    let (length, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (states, memory) = rest.split_at_checked(length)?;
    let (contents, site) = serde_json::from_slice(states).ok()?;
    Some((contents, site, Memory::restore(memory, &Disk)?))
}

/// Returns the files that are in only one of two states, or differ.
fn changed<'a>(before: &'a Digests, now: &'a Digests) -> impl Iterator<Item = &'a str> {
    let [before, now] = [before, now].map(|it| it.iter().collect::<BTreeSet<_>>());
    let paths: BTreeSet<_> =
        before.symmetric_difference(&now).map(|(path, _)| path.as_str()).collect();
    paths.into_iter()
}

/// Returns a number for each file of a content folder; `None` if one cannot be read, or its name is no text.
fn digests(content: &Path, files: &Snapshot) -> Option<Digests> {
    let now = SystemTime::now();
    let of = |(path, stamp): &(PathBuf, Stamp)| {
        let digest = match path.iter().next()?.to_str()? {
            // These are published as they are, after those of people, whatever is in them.
            "static" => 0,
            // A build reads most of these in any case.
            "locales" | "profiles" | "site.json" => digest(&fs::read(content.join(path)).ok()?),
            _ if stamp.is_older(SETTLED, now) => digest(stamp),
            _ => digest(&(stamp, now)),
        };
        Some((path.to_str()?.to_owned(), digest))
    };
    files.par_iter().map(of).collect()
}

/// Returns a number for a file that changes when it is written or replaced.
fn state(file: &Path) -> Option<u64> {
    let found = fs::symlink_metadata(file).ok()?;
    found.is_file().then(|| digest(&Stamp::of(&found)))
}

fn digest<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Removes what nobody has any use of: files whose folders are gone, or that were not finished, and the
/// folders of sites that have no file.
fn remove_useless(folder: &Path, own: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let (spares, files): (Vec<_>, Vec<_>) =
        entries.partition(|path| path.extension() == Some(FOLDERS.as_ref()));
    let mut outs = BTreeSet::new();
    for file in files {
        if file == own || is_useful(&file).unwrap_or_default() {
            let name =
                file.file_name().and_then(OsStr::to_str).and_then(|name| name.split_once('-'));
            outs.extend(name.map(|(_, out)| out.to_owned()));
        } else {
            let _ = fs::remove_file(file);
        }
    }
    let is_used = |path: &PathBuf| {
        path.file_stem().and_then(OsStr::to_str).is_some_and(|it| outs.contains(it))
    };
    for spare in spares.into_iter().filter(|path| !is_used(path)) {
        let _ = fs::remove_dir_all(spare);
    }
}

fn is_useful(file: &Path) -> Option<bool> {
    let mut line = Vec::new();
    BufReader::new(File::open(file).ok()?.take(MAX_HEAD)).read_until(b'\n', &mut line).ok()?;
    let head: Value = serde_json::from_slice(&line).ok()?;
    let [content, out] = ["content", "out"].map(|key| head[key].as_str().map(Path::new));
    let (content, out) = (content?, out?);
    let name = format!("{}-{}", digits(content), digits(out));
    Some(content.is_dir() && out.is_dir() && file.ends_with(name))
}
