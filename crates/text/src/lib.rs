//! Text as it is compared, as it stands in an address, and as it stands in markup.
//!
//! This uses nothing of ours, so that whatever compares or names anything does it alike. The browser
//! folds by its own Unicode tables and the build by those of `icu`; the rest is one.

#[cfg(feature = "unicode")]
mod escape;
mod fold;
#[cfg(feature = "unicode")]
mod slug;
#[cfg(feature = "unicode")]
mod unicode;

#[cfg(feature = "unicode")]
pub use escape::{escape_html, escape_markdown};
pub use fold::fold_decomposed;
#[cfg(feature = "unicode")]
pub use slug::slug;
#[cfg(feature = "unicode")]
pub use unicode::{fold, fold_char, is_hangul, is_spaceless};
