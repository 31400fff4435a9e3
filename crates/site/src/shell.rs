//! The shell: the compiled application and its stylesheets, which every site is built from.

/// The application's files.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The JavaScript module that loads the WebAssembly.
    pub script: Vec<u8>,
    /// The WebAssembly module.
    pub module: Vec<u8>,
    /// The JavaScript module that loads the WebAssembly of cards on other pages.
    pub card_script: Vec<u8>,
    /// The WebAssembly module of cards.
    pub card_module: Vec<u8>,
    /// The script of the custom element.
    pub element: Vec<u8>,
    /// The stylesheet of pages, bundled and minified.
    pub style: String,
    /// The stylesheet of cards.
    pub card_style: String,
    /// What the pages about cards need in addition to the stylesheet of pages.
    pub about_cards_style: String,
}
