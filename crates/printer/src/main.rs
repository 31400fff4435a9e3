//! The builder for JavaScript, with Typst in it: it also sets PDFs and pictures of pages. It is several times as
//! large, so a browser loads it only for them.

// What JavaScript calls is in the builder, which this package compiles with its feature `pdf`.
use perfil_builder as _;

fn main() {}
