//! The words of the interface, as lists.

/// A list of words with their keys in a locale file, so that the parser of locale files can require
/// each of them.
#[cfg(feature = "ssr")]
pub trait WordList {
    /// The name of the list in messages: "the words of the card".
    const WHAT: &str;

    /// The key of each word in a locale file, in the order of the words.
    const KEYS: &[&str];

    /// Creates the list from words in the order of [`Self::KEYS`].
    fn new(words: Vec<String>) -> Self;
}

/// Declares a list of words.
///
/// The words are serialized and stored as a list in this order, so that in the browser each further
/// word costs its text and almost no code.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub struct $list:ident ($what:literal) {
            $($(#[$word_meta:meta])* $name:ident = $key:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "ssr", derive(serde::Serialize))]
        pub struct $list(Vec<String>);

        const _: () = {
            #[expect(non_camel_case_types, reason = "each is called as the word at its place")]
            enum Place { $($name,)* }

            impl $list {
                $($(#[$word_meta])* pub fn $name(&self) -> &str {
                    self.0.get(Place::$name as usize).map_or("", String::as_str)
                })*
            }

            #[cfg(feature = "ssr")]
            impl WordList for $list {
                const WHAT: &str = $what;
                const KEYS: &[&str] = &[$($key),*];

                fn new(words: Vec<String>) -> Self {
                    Self(words)
                }
            }
        };
    };
}

#[cfg(feature = "hydrate")]
impl super::FromJs for Words {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        Vec::from_js(value).map(Self)
    }
}

words! {
    /// The words that the interface shows in the browser, in the language of the page.
    pub struct Words ("the words of the interface") {
        /// The link that skips the page's header: "Skip to content".
        skip = "skip",
        /// Labels the links to the sections: "On this page".
        contents = "contents",
        /// Labels the choice of language: "Language".
        languages = "languages",
        /// Labels the choice of theme: "Theme".
        theme = "theme",
        /// The theme of the visitor's system.
        theme_system = "themeSystem",
        /// The light theme.
        theme_light = "themeLight",
        /// The dark theme.
        theme_dark = "themeDark",
        /// Labels the link beside a heading; `{title}` is replaced with the heading.
        copy_link = "copyLink",
        /// Reports that the link was copied to the clipboard.
        link_copied = "linkCopied",
        /// Reports that another text was copied to the clipboard: "Copied".
        copied = "copied",
        /// Shown while a page takes long to load.
        loading = "loading",
        /// Shown if a page could not be loaded.
        load_failed = "loadFailed",
        /// Tries to load the page again.
        retry = "retry",
        /// Closes a message.
        dismiss = "dismiss",
        /// Links to the directory: "All profiles".
        all_profiles = "allProfiles",
        /// Labels the facts and addresses beside a name: "Details".
        details = "details",
        /// Labels a person's areas of focus: "Focus".
        focus = "focus",
        /// The alternative text of a portrait; `{name}` is replaced with the person's name.
        portrait = "portrait",
        /// Shown below every page: "Made with Perfil".
        made_with = "madeWith",
        /// Labels the search on a profile: "Search this profile".
        search = "search",
        /// Labels the search in a directory: "Search people".
        search_people = "searchPeople",
        /// Labels the skills that can be chosen: "Skills".
        skills = "skills",
        /// Reports the number of matches; `{count}` is replaced with the number of items that
        /// match, `{total}` with the number of all items.
        found = "found",
        /// Shown if nothing is found.
        nothing_found = "nothingFound",
        /// Reports searched skills that are not in the profile; `{names}` is replaced with them.
        unknown = "unknown",
        /// Clears the search: "Clear".
        clear = "clear",
        /// Shows the items of a section that do not match; `{count}` is replaced with their number.
        more = "more",
        /// Links from chosen skills to a page that puts them first: "Tailor to these".
        tailor = "tailor",
        /// Reports that a page puts the evidence of some skills first; `{skills}` is replaced with
        /// them.
        tailored = "tailored",
        /// Links from a tailored page to the page in its original order: "Whole profile".
        whole = "whole",
        /// Copies the address of the current view: "Copy link".
        copy = "copy",
        /// Gives the address of the current view to other programs of the device: "Share".
        share = "share",
        /// Prints the page: "Print".
        print = "print",
        /// Expands every folded section: "Expand all".
        expand = "expand",
        /// Folds every long section: "Fold all".
        fold = "fold",
        /// Labels the command palette: "Go to…".
        commands = "commands",
        /// Explains what can be typed in the command palette.
        commands_hint = "commandsHint",
        /// Shown if no command matches.
        no_command = "noCommand",
        /// Labels the list of keyboard shortcuts: "Keyboard shortcuts".
        keys = "keys",
        /// Turns the keyboard shortcuts off: "Turn keyboard shortcuts off".
        keys_off = "keysOff",
        /// Turns the keyboard shortcuts on: "Turn keyboard shortcuts on".
        keys_on = "keysOn",
        /// The name of the escape key on a keyboard: "Esc".
        escape = "escape",
        /// The name of the control key on a keyboard: "Ctrl".
        control = "control",
    }
}

#[cfg(feature = "ssr")]
words! {
    /// The words of the card that other pages embed.
    pub struct CardWords ("the words of the card") {
        /// Links to the profile.
        open = "open",
        /// Shows the summary and the sections in the card.
        more = "more",
        /// Labels the person's links to other sites.
        links = "links",
        /// Shown if the summary and the sections could not be loaded.
        failed = "failed",
        /// The link that explains how to embed the card in another page.
        embed = "embed",
    }
}

#[cfg(feature = "ssr")]
words! {
    /// The words of the dialog and the page that explain how to embed a card.
    pub struct EmbedWords ("the words about cards") {
        /// The heading of the page about cards, and the link to it: "Embed a profile".
        title = "title",
        /// The introduction on that page.
        lead = "lead",
        /// The label of the custom element.
        element = "element",
        /// Explains when to use the custom element.
        element_hint = "elementHint",
        /// The label of the iframe.
        frame = "frame",
        /// Explains when to use the iframe.
        frame_hint = "frameHint",
        /// The label of the picture.
        picture = "picture",
        /// Explains when to use the picture.
        picture_hint = "pictureHint",
        /// Copies the markup.
        copy = "copy",
        /// Links to the page about cards.
        options = "options",
        /// The heading of the examples.
        examples = "examples",
        /// The heading of the form for trying all attributes.
        playground = "playground",
        /// The option for an attribute that the page or the card decides.
        automatic = "automatic",
    }
}
