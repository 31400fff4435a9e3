//! The built site in a real browser, and in the hands of the tools that judge it.
//!
//! `cargo xtask test --only web` brings what these tests need; see `README.md` beside this file.

// Every file here is a test, and a test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;
#[path = "../crowd/mod.rs"]
mod crowd;
mod dist;
mod driver;
mod emulator;
mod engine;
mod host;
mod patience;
mod reading;
mod site;
mod webdriver;

mod accessibility;
mod adapting;
mod anywhere;
mod bench_cards;
mod bench_people;
mod bench_profile;
mod card;
mod card_failures;
mod card_frame;
mod card_frameworks;
mod card_life;
mod chart;
mod chooser;
mod commands;
mod contents;
mod copying;
mod embed;
mod evidence;
mod failures;
mod folding;
mod foreign;
mod history;
mod hydration;
mod keyboard;
mod languages;
mod loading;
mod machines;
mod markup;
mod netlify;
mod no_app;
mod no_scripts;
mod oembed;
mod people;
mod pictures;
mod printing;
mod routes;
mod search;
mod theme;
