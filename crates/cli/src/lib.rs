//! What the command is made of beyond its verbs.

pub mod server;
