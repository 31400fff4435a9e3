//! How what is kept between two builds is written to disk and read again: one field after the other, and
//! what varies in length after its length.

mod foreign;

use crate::environment::Files;
use perfil_model::language::Tag;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A value that is kept on disk.
pub(crate) trait Stored: Sized {
    /// Writes the value.
    fn store(&self, to: &mut Vec<u8>);

    /// Reads the value; `None` if there is none of its kind.
    fn restore(from: &mut Reader) -> Option<Self>;
}

/// Reads values.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    /// The owner's files, for texts that need no copy.
    files: &'a dyn Files,
    /// The texts that were read of them.
    texts: HashMap<PathBuf, Arc<str>>,
    /// The tags that were read, because parsing one takes long.
    tags: HashMap<String, Tag>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(rest: &'a [u8], files: &'a dyn Files) -> Self {
        Self { rest, files, texts: HashMap::new(), tags: HashMap::new() }
    }

    /// Returns this many bytes.
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes)
    }

    /// Returns the text of one of the owner's files, which is read once.
    pub(crate) fn text(
        &mut self,
        path: &Path,
        read: impl FnOnce(&dyn Files) -> Option<Arc<str>>,
    ) -> Option<Arc<str>> {
        if let Some(text) = self.texts.get(path) {
            return Some(Arc::clone(text));
        }
        let text = read(self.files)?;
        self.texts.insert(path.to_owned(), Arc::clone(&text));
        Some(text)
    }

    fn tag(&mut self, written: String) -> Option<Tag> {
        if let Some(tag) = self.tags.get(&written) {
            return Some(tag.clone());
        }
        let tag = Tag::parse(&written)?;
        self.tags.insert(written, tag.clone());
        Some(tag)
    }
}

/// Stores a type by its fields. A field that is not named does not compile.
macro_rules! stored {
    ($type:path { $($field:ident),* }) => {
        impl $crate::stored::Stored for $type {
            fn store(&self, to: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::stored::Stored::store($field, to);)*
            }

            fn restore(from: &mut $crate::stored::Reader) -> Option<Self> {
                Some(Self { $($field: $crate::stored::Stored::restore(from)?),* })
            }
        }
    };
}

pub(crate) use stored;

macro_rules! numbers {
    ($($type:ident),*) => {$(
        impl Stored for $type {
            fn store(&self, to: &mut Vec<u8>) {
                to.extend(self.to_le_bytes());
            }

            fn restore(from: &mut Reader) -> Option<Self> {
                Some(Self::from_le_bytes(from.take(size_of::<Self>())?.try_into().ok()?))
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, i32);

impl Stored for usize {
    fn store(&self, to: &mut Vec<u8>) {
        // No list in memory is longer than what fits.
        u64::try_from(*self).unwrap_or(u64::MAX).store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        u64::restore(from)?.try_into().ok()
    }
}

impl Stored for bool {
    fn store(&self, to: &mut Vec<u8>) {
        u8::from(*self).store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some(u8::restore(from)? != 0)
    }
}

fn store_bytes(bytes: &[u8], to: &mut Vec<u8>) {
    bytes.len().store(to);
    to.extend(bytes);
}

fn restore_str<'a>(from: &mut Reader<'a>) -> Option<&'a str> {
    let length = usize::restore(from)?;
    std::str::from_utf8(from.take(length)?).ok()
}

impl Stored for String {
    fn store(&self, to: &mut Vec<u8>) {
        store_bytes(self.as_bytes(), to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_str(from).map(str::to_owned)
    }
}

impl Stored for Arc<str> {
    fn store(&self, to: &mut Vec<u8>) {
        store_bytes(self.as_bytes(), to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_str(from).map(Self::from)
    }
}

/// Paths of profiles, whose names are texts in any case.
impl Stored for PathBuf {
    fn store(&self, to: &mut Vec<u8>) {
        store_bytes(self.to_string_lossy().as_bytes(), to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_str(from).map(Self::from)
    }
}

impl<T: Stored> Stored for Option<T> {
    fn store(&self, to: &mut Vec<u8>) {
        self.is_some().store(to);
        if let Some(value) = self {
            value.store(to);
        }
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some(if bool::restore(from)? { Some(T::restore(from)?) } else { None })
    }
}

/// Stores collections as lists of their items.
fn store_items<'a, T: Stored + 'a>(items: impl ExactSizeIterator<Item = &'a T>, to: &mut Vec<u8>) {
    items.len().store(to);
    items.for_each(|item| item.store(to));
}

fn restore_items<T: Stored, C: FromIterator<T>>(from: &mut Reader) -> Option<C> {
    let count = usize::restore(from)?;
    (0..count).map(|_| T::restore(from)).collect()
}

impl<T: Stored> Stored for Vec<T> {
    fn store(&self, to: &mut Vec<u8>) {
        store_items(self.iter(), to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_items(from)
    }
}

impl<T: Stored + Ord> Stored for BTreeSet<T> {
    fn store(&self, to: &mut Vec<u8>) {
        store_items(self.iter(), to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_items(from)
    }
}

impl<K: Stored + Ord, V: Stored> Stored for BTreeMap<K, V> {
    fn store(&self, to: &mut Vec<u8>) {
        self.len().store(to);
        for (key, value) in self {
            key.store(to);
            value.store(to);
        }
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        restore_items::<(K, V), Self>(from)
    }
}

impl<T: Stored> Stored for Arc<T> {
    fn store(&self, to: &mut Vec<u8>) {
        self.as_ref().store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        T::restore(from).map(Self::new)
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
        self.1.store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some((A::restore(from)?, B::restore(from)?))
    }
}

impl<A: Stored, B: Stored, C: Stored> Stored for (A, B, C) {
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
        self.1.store(to);
        self.2.store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some((A::restore(from)?, B::restore(from)?, C::restore(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored<T: Stored>(bytes: &[u8]) -> Option<T> {
        T::restore(&mut Reader::new(bytes, &BTreeMap::new()))
    }

    #[test]
    fn values_come_back_and_parts_of_them_do_not() {
        type Value = (BTreeMap<String, (u32, Option<bool>)>, Vec<Arc<str>>, BTreeSet<PathBuf>);
        let known = [("ada".to_owned(), (7, None)), ("bo".to_owned(), (8, Some(true)))];
        let value: Value = (known.into(), vec!["é".into()], [PathBuf::from("a/b")].into());
        let mut bytes = Vec::new();
        value.store(&mut bytes);
        assert_eq!(restored(&bytes), Some(value));
        for length in 0..bytes.len() {
            assert_eq!(restored::<Value>(&bytes[..length]), None, "{length}");
        }
        // A length that no memory has.
        assert_eq!(restored::<Vec<u8>>(&[0xff; 8]), None);
    }
}
