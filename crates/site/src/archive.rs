//! Folders as ZIP archives (APPNOTE.TXT of PKWARE), of equal bytes for equal files.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most bytes that an archive may hold, unpacked.
const MAX_BYTES: u64 = 200 << 20;

/// The most files that an archive may hold.
const MAX_FILES: usize = 5000;

/// Packs files, by their paths, into an archive.
///
/// # Errors
///
/// Returns why they cannot be packed.
pub fn pack<'a>(files: impl Iterator<Item = (Cow<'a, str>, &'a [u8])>) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in files {
        writer.start_file(path, options).map_err(|error| error.to_string())?;
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    let packed = writer.finish().map_err(|error| error.to_string())?;
    Ok(packed.into_inner())
}

/// Returns the files of an archive. A folder that contains everything is left out of their paths.
///
/// # Errors
///
/// Returns why it is not unpacked, above all because it is too large.
pub fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| "it is not a ZIP".to_owned())?;
    if archive.len() > MAX_FILES {
        return Err(format!("it has {} files; a content folder has fewer", archive.len()));
    }
    let (mut files, mut room) = (BTreeMap::new(), MAX_BYTES);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| error.to_string())?;
        let Some(path) = entry.enclosed_name().filter(|_| entry.is_file()) else { continue };
        let path = path.to_string_lossy().replace('\\', "/");
        let mut file = Vec::new();
        entry.take(room + 1).read_to_end(&mut file).map_err(|error| error.to_string())?;
        room = room
            .checked_sub(file.len() as u64)
            .ok_or("it is larger than 200 MB when it is unpacked")?;
        files.insert(path, file);
    }
    Ok(without_folder(files))
}

fn without_folder(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let first = files.keys().next().and_then(|path| Some(path.split_once('/')?.0.to_owned()));
    let Some(folder) = first.map(|folder| folder + "/") else { return files };
    if files.contains_key("site.json") || !files.keys().all(|path| path.starts_with(&folder)) {
        return files;
    }
    files.into_iter().map(|(path, file)| (path[folder.len()..].to_owned(), file)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let files = files.iter().map(|(path, bytes)| (Cow::Borrowed(*path), *bytes));
        pack(files).unwrap_or_default()
    }

    #[test]
    fn a_folder_comes_back_as_it_was_packed() {
        let files: [(&str, &[u8]); 2] = [("profiles/ada.json", b"{}"), ("site.json", b"{ }")];
        let archive = packed(&files);
        assert_eq!(archive, packed(&files), "the same files are not the same bytes");
        let files = files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        assert_eq!(unpack(&archive), Ok(files.into()));
    }

    #[test]
    fn a_folder_around_everything_is_left_out() {
        let archive = packed(&[("me/profiles/ada.json", b"{}"), ("me/site.json", b"{}")]);
        let files = unpack(&archive).unwrap_or_default();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["profiles/ada.json", "site.json"]);
    }

    #[test]
    fn what_is_too_large_or_leads_out_is_not_unpacked() {
        let large = vec![0; 110 << 20];
        assert!(unpack(&packed(&[("a", &large), ("b", &large)])).is_err());
        assert!(unpack(b"PK no archive").is_err());
        let files = unpack(&packed(&[("../outside", b"x"), ("inside", b"y")]));
        assert_eq!(files.map(|files| files.into_keys().collect()), Ok(vec!["inside".to_owned()]));
    }
}
