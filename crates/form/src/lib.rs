//! A file as a form: which fields it has, what they hold, and what a change of one of them edits.
//!
//! The form is made of the shape of the types that the file is read into, so a new field of a type is in the
//! form without further code. It refers to values by their paths in the file, and what it does not
//! know it neither shows nor changes.

mod added;
mod answer;
mod change;
mod control;
mod locate;
mod published;
mod read;
mod settings;
mod words;

pub use answer::{Opened, Problem, Request, Share, State};
pub use change::{Change, edits, without_mark};
pub use control::{Control, Input, Item, Kind, Part, PathStep, Writing};
pub use locate::{Spot, locate};
pub use published::published;
pub use read::{Form, Languages, Outline, form, outline};
pub use settings::with_language;
pub use words::languages;
