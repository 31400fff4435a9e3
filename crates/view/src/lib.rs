//! The data that a browser receives: one page in one language, fully resolved.
//!
//! The native build makes these values, and the components render them, natively and in the
//! browser. They contain no other languages, Markdown or dates, so the WebAssembly needs no code
//! for those.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("a page is either written (`ssr`) or taken over (`hydrate`)");

mod data;
#[cfg(feature = "ssr")]
mod head;
#[cfg(feature = "ssr")]
mod metric;
mod page;
mod panel;
mod people;
mod profile;
pub mod search;
#[cfg(feature = "ssr")]
mod section;
mod text;
mod words;

#[cfg(feature = "hydrate")]
pub use data::{FromJs, item};
#[cfg(feature = "ssr")]
pub use head::{Detail, Employer, Head, Highlight};
#[cfg(feature = "ssr")]
pub use metric::{Figure, Metric};
pub use page::{Alternate, Body, Directory, Page, PageLink, PersonTile};
pub use panel::{Panel, PanelItem, PanelSection, PanelSkill};
pub use people::{Choice, Facet, Finder, Index, Word};
pub use profile::{Evidence, ITEM, ITEMS, Image, Likeness, Profile, SectionLink};
#[cfg(feature = "ssr")]
pub use section::{
    Content, Entry, Item, Keyword, Line, Notes, Period, Quote, Role, Section, Skill, Term, Timeline,
};
pub use text::{Language, Markup, Prose, Text};
pub use words::Words;
#[cfg(feature = "ssr")]
pub use words::{CardWords, EmbedWords, WordList};
