//! Folds text for comparison, makes slugs for addresses, and escapes text for markup.
//!
//! This crate depends on no other crate of ours but `apart`, so that everything that compares or names text
//! does it in the same way. The browser folds with its own Unicode tables and the build with those
//! of `icu`; the rest is shared.

#[cfg(feature = "unicode")]
mod escape;
mod fold;
#[cfg(feature = "unicode")]
mod latin;
#[cfg(feature = "unicode")]
mod lines;
#[cfg(feature = "unicode")]
mod slug;
#[cfg(feature = "unicode")]
mod unicode;

#[cfg(feature = "unicode")]
pub use escape::{escape_html, escape_markdown};
pub use fold::fold_decomposed;
#[cfg(feature = "unicode")]
pub use latin::{transliterate, transliterate_here};
#[cfg(feature = "unicode")]
pub use lines::{line_breaks, line_breaks_here};
#[cfg(feature = "unicode")]
pub use slug::slug;
#[cfg(feature = "unicode")]
pub use unicode::{fold, fold_char, is_dense, is_hangul, is_spaceless};
