//! The shell: the compiled application and its stylesheets, from which every site is made.

/// The application's files.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The module that loads the WebAssembly.
    pub script: Vec<u8>,
    /// The WebAssembly.
    pub module: Vec<u8>,
    /// The module that loads the WebAssembly of cards on other pages.
    pub card_script: Vec<u8>,
    /// The WebAssembly of cards.
    pub card_module: Vec<u8>,
    /// The script of the custom element.
    pub element: Vec<u8>,
    /// The stylesheet of pages, in one piece and minified.
    pub style: String,
    /// The stylesheet of cards.
    pub card_style: String,
    /// What the pages about cards have beside that of pages.
    pub about_cards_style: String,
}
