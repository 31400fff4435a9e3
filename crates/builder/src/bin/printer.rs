//! The printer: the builder with Typst in it, which also sets PDFs and pictures of pages. It is several times as
//! large, so a browser loads it only for them.

// What JavaScript calls is in the library.
use perfil_builder as _;

fn main() {}
