//! The contents of a profile's files: values with their positions, and the problems found in them.

mod decode;
mod fields;
mod json;
mod node;
mod places;
pub mod privacy;
mod problem;
pub mod shape;
mod text;
mod values;
mod write;
mod yaml;

pub use decode::{Context, Decode, TextCoverage, key, label, suggestion};
pub use fields::{Fields, alone};
pub use json::parse;
pub use node::{Member, Node, Value};
pub use privacy::{redact, reveal};
pub use problem::{Path, Problem, Severity, Step};
pub use shape::Shape;
pub use text::{MAX_FILE_BYTES, text};
pub use write::to_json;
pub use yaml::{NUMBER_KEYS, parse as parse_yaml};
