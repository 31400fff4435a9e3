//! What a browser is given: one page in one language, resolved to plain data.
//!
//! The native build makes these values and the components show them, on the host and in the
//! browser alike. They know nothing of other languages, Markdown or dates, so the WebAssembly does
//! not either.

mod data;
mod page;
mod panel;
mod people;
mod profile;
#[cfg(not(target_arch = "wasm32"))]
mod section;
mod text;
mod words;

#[cfg(target_arch = "wasm32")]
pub use data::{FromJs, item};
pub use page::{Alternate, Body, Directory, Page, PageLink, Person};
pub use panel::{Panel, PanelItem, PanelSection, PanelSkill};
pub use people::{Choice, Facet, Finder, Index, Word};
pub use profile::{Detail, Evidence, ITEM, ITEMS, Likeness, Portrait, Profile, SectionLink};
#[cfg(not(target_arch = "wasm32"))]
pub use section::{
    Content, Entry, Figure, Item, Keyword, Line, Metric, Notes, Period, Quote, Role, Section,
    Skill, Term, Timeline,
};
pub use text::{Language, Markup, Prose, Text};
pub use words::Words;
