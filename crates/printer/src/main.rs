//! The builder for JavaScript, with Typst in it: it also sets PDFs and pictures of pages. It is several times as
//! large, so a browser loads it only for them.

// What JavaScript calls is in the builder.
use perfil_builder as _;
// This package decides that it is compiled with its feature `pdf`.
use perfil_site as _;

fn main() {}
