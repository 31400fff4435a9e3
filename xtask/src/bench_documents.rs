//! Measures how long it takes to read the CVs in a folder, format by format.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::bench_build::watched;
use crate::table::{aligned, row};

/// How often each file is read.
const TIMES: usize = 5;

/// What was measured of the files of one format.
#[derive(Default)]
struct Measured {
    /// The median time of each file.
    times: Vec<Duration>,
    /// The most memory that any of them took, in megabytes.
    memory: u64,
    refused: usize,
}

/// Reads each file of a folder with a release build of `perfil`, and prints a table: how many files of
/// each format there are, the median and the longest time, in milliseconds, and the most memory.
pub(crate) fn run(perfil: &Path, folder: &Path) -> Result<()> {
    let mut formats: BTreeMap<String, Measured> = BTreeMap::new();
    let files = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for file in files.flatten().map(|file| file.path()).filter(|file| file.is_file()) {
        let format = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let measured = formats.entry(format).or_default();
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let mut command = Command::new(perfil);
            command.arg("import").arg(&file).stdout(Stdio::null()).stderr(Stdio::null());
            let (time, memory, is_read) = watched(&mut command)?;
            if !is_read {
                break;
            }
            times.push(time);
            measured.memory = measured.memory.max(memory);
        }
        match median(times) {
            Some(time) => measured.times.push(time),
            None => measured.refused += 1,
        }
    }
    let mut rows = vec![row([&"", &"files", &"median ms", &"longest ms", &"MB", &"refused"])];
    for (format, Measured { mut times, memory, refused }) in formats {
        times.sort();
        let longest = times.last().copied().unwrap_or_default().as_millis();
        let (count, middle) = (times.len(), median(times).unwrap_or_default().as_millis());
        rows.push(row([&format, &count, &middle, &longest, &memory, &refused]));
    }
    print!("{}", aligned(&rows));
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort();
    times.get(times.len() / 2).copied()
}
