//! Languages as data: tags, multilingual texts, fallback, dates, and the words of the interface.

mod date;
mod fallback;
mod format;
mod locale;
mod order;
mod plural;
mod prose;
mod tag;
mod text;

pub use date::{Date, Duration, End};
pub use fallback::{Chain, Found};
pub use format::{format_date, format_duration, format_number, format_period};
pub use locale::{Chart, Dates, Downloads, Labels, Locale, Pages};
pub use order::order;
pub use plural::{Plural, plural_categories};
pub use prose::{Prose, unsafe_link};
pub use tag::Tag;
pub use text::{Name, Text};
