//! The size of a file, on disk and compressed.

use std::fs;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

/// Sizes in bytes; those of several files can be added, because each is sent separately.
#[derive(Clone, Copy, Default)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) brotli: usize,
}

impl Weight {
    pub(crate) fn of(file: &Path) -> Result<Weight> {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        // Hosts use quality 11 for files that they compress once.
        let params = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &params)?;
        Ok(Weight { raw: bytes.len(), brotli: compressed.len() })
    }
}

impl Add for Weight {
    type Output = Weight;

    fn add(self, other: Weight) -> Weight {
        Weight { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}
