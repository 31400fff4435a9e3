//! Languages as data: tags, multilingual texts, fallback, dates, and the words of the interface.

mod date;
mod default_words;
mod fallback;
mod format;
mod language_name;
mod locale;
mod order;
mod plural;
mod prose;
mod section_titles;
mod table;
mod tag;
mod territory;
mod text;

pub use date::{Date, Duration, End};
pub use default_words::{default_word, known_word};
pub use fallback::{Chain, Found};
pub use format::{
    format_date, format_date_here, format_duration, format_number, format_period, format_range_here,
};
pub use language_name::{language_code, language_name, language_names};
pub use locale::{Chart, Dates, Downloads, Labels, Locale, Pages};
pub use order::{order, order_here};
pub use plural::{Plural, plural_categories};
pub use prose::{Prose, unsafe_link};
pub use section_titles::SectionTitles;
pub use table::word_in;
pub use tag::Tag;
pub use territory::{country_code, country_name, country_names};
pub use text::{Name, Text};
