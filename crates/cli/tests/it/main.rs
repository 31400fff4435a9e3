//! The native tests, all in one binary, which links once; `cargo test --test it` runs them alone.
//!
//! Snapshots in `tests/data/expected/` and `public/schema/` are updated by `UPDATE_EXPECT=1 cargo
//! test --test it`; look at the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and its bench does too"
)]

// Shared by the tests.
mod command;
mod content;
#[path = "../../../../tests/crowd/mod.rs"]
mod crowd;
mod expected;
mod html;
mod page;
mod resume_site;

// One subject each.
mod absent;
mod any_bytes;
mod architecture;
mod bad_input;
mod build;
#[cfg(unix)]
mod building_again;
mod chart;
mod checks;
#[cfg(unix)]
mod command_line;
mod copied_words;
#[cfg(unix)]
mod crashes;
mod cv;
mod cv_layouts;
mod directory;
mod documents;
mod downloads;
#[cfg(unix)]
mod drafts;
mod embed;
mod embedded_portraits;
mod europass;
mod europass_files;
mod europass_values;
mod evidence;
mod export;
mod exported_dates;
mod files;
mod folding;
mod fonts;
mod generated_resumes;
mod handbook;
mod head;
mod headers;
mod hidden_in_reactive_resume;
mod host_servers;
mod hostile;
mod hosts;
mod import_command;
mod import_files;
mod json_resume;
mod kinds;
mod languages;
mod large;
mod last_modified;
mod layout;
mod linked_data;
mod linkedin;
mod links;
#[cfg(unix)]
mod links_out;
mod llms;
mod marked_sites;
mod marks;
mod new;
mod odd_documents;
#[cfg(unix)]
mod opening;
mod output;
mod outputs;
mod packages;
mod paper;
mod people;
mod pictures;
mod plain_text;
mod portraits;
mod privacy;
mod project_pictures;
mod publish;
mod qr;
mod reactive_resume;
#[cfg(unix)]
mod rebuilding;
mod reloading;
mod rendercv;
mod repository;
mod resumes_as_people_have_them;
mod round_trips;
mod schema;
mod seeds;
#[cfg(unix)]
mod serve_process;
mod server;
#[cfg(unix)]
mod serving;
mod set_when_asked;
#[cfg(unix)]
mod signals;
mod studio;
#[cfg(unix)]
mod terminal;
mod texts_alone;
mod themes;
mod values_as_people_write_them;
#[cfg(unix)]
mod watching;
mod widget;
mod woff2;
mod yaml;
mod yaml_resume;
mod yaml_resume_languages;
