//! Text as it is compared, as it stands in an address, and as it stands in markup.
//!
//! This uses nothing of ours, so that whatever compares or names anything does it alike. The browser
//! folds by its own Unicode tables and the build by those of `icu`; the rest is one.

#[cfg(not(target_arch = "wasm32"))]
mod escape;
mod fold;
#[cfg(not(target_arch = "wasm32"))]
mod slug;
#[cfg(not(target_arch = "wasm32"))]
mod unicode;

#[cfg(not(target_arch = "wasm32"))]
pub use escape::{escape_html, escape_markdown};
pub use fold::fold_decomposed;
#[cfg(not(target_arch = "wasm32"))]
pub use slug::slug;
#[cfg(not(target_arch = "wasm32"))]
pub use unicode::{fold, fold_char, is_hangul, is_spaceless};
