//! What the owner wrote: values with their places, and the problems found in them.

mod decode;
mod json;
mod node;
mod privacy;
mod problem;
mod values;

pub(crate) use decode::record;
pub use decode::{Context, Decode, Fields, Written, suggestion};
pub use json::{LIMIT, parse};
pub use node::{Member, Node, Value};
pub use privacy::{redact, reveal};
pub use problem::{Path, Problem, Severity, Step};
