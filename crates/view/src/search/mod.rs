//! The search over all people: the encoding of sets of people, and the matching of a query.
//!
//! The build writes the index and the browser reads it; this module holds what both must agree on.

mod matches;
mod numbers;
mod words;

pub use matches::{Matches, shards};
pub use numbers::{decode, encode};
pub use words::{MAX_QUERY_WORDS, words};
