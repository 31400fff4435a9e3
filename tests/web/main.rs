//! The built site in a real browser, and checked by external tools.
//!
//! `cargo xtask test --only web` provides what these tests need; see `README.md` beside this file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "every file here is a test, which fails by panicking"
)]

mod bodies;
mod browser;
mod chromium;
#[path = "../crowd/mod.rs"]
mod crowd;
mod dist;
mod driver;
mod emulator;
mod engine;
mod firefox;
mod github;
mod host;
mod reading;
mod site;
mod waiting;
mod webdriver;

mod accessibility;
mod adapting;
mod anywhere;
mod bench_cards;
mod bench_people;
mod bench_profile;
mod bench_serve;
mod bench_studio;
mod card;
mod card_failures;
mod card_frame;
mod card_frameworks;
mod card_interface;
mod card_layouts;
mod card_life;
mod chart;
mod chooser;
mod commands;
mod contents;
mod copying;
mod embed;
mod every_field;
mod evidence;
mod failures;
mod first_screen;
mod folding;
mod fonts;
mod foreign;
mod history;
mod hydration;
mod keyboard;
mod languages;
mod loading;
mod long_names;
mod looks;
mod machine_paths;
mod machines;
mod markup;
mod microformats;
mod netlify;
mod no_app;
mod no_scripts;
mod oembed;
mod parts;
mod people;
mod pictures;
mod plain_host;
mod printing;
mod reloading;
mod resumes;
mod routes;
mod search;
mod server;
mod sharing;
mod start;
mod studio;
mod studio_bad;
mod studio_fields;
mod studio_folder;
mod studio_formats;
mod studio_github;
mod studio_github_private;
mod studio_link;
mod studio_lists;
mod studio_offline;
mod studio_picture;
mod studio_print;
mod studio_undo;
mod studio_values;
mod studio_ways;
mod theme;
mod themes;
