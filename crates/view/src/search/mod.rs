//! The search over all people: how sets of people are written, and who answers a question.
//!
//! The build writes the index and the browser reads it; what both have to agree on is here.

mod matches;
mod numbers;
mod words;

pub use matches::{Matches, shards};
pub use numbers::{decode, encode};
pub use words::{MAX_QUERY_WORDS, words};
