//! The interface's words.

/// A list of words with their names in a locale file, so that the reader of locale files can ask
/// for each of them.
#[cfg(feature = "ssr")]
pub trait WordList {
    /// What the list is called in messages: "the words of the card".
    const WHAT: &str;

    /// The name of each word in a locale file, in the order of the words.
    const KEYS: &[&str];

    /// Words in the order of [`Self::KEYS`].
    fn new(words: Vec<String>) -> Self;
}

/// Declares a list of words.
///
/// They travel and are kept as a list in this order: in the browser each further word then costs
/// its text and next to no code.
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
        /// Leads past the page's head: "Skip to content".
        skip = "skip",
        /// Names the links to the sections: "On this page".
        contents = "contents",
        /// Names the choice of the language: "Language".
        languages = "languages",
        /// Names the choice of the theme: "Theme".
        theme = "theme",
        /// The theme of the visitor's system.
        theme_system = "themeSystem",
        /// The light theme.
        theme_light = "themeLight",
        /// The dark theme.
        theme_dark = "themeDark",
        /// Names the link on a heading; `{title}` stands for the heading.
        copy_link = "copyLink",
        /// Said once the link is on the clipboard.
        link_copied = "linkCopied",
        /// Said once another text is on the clipboard: "Copied".
        copied = "copied",
        /// Said while a page takes long to load.
        loading = "loading",
        /// Said when a page could not be loaded.
        load_failed = "loadFailed",
        /// Asks for the page once more.
        retry = "retry",
        /// Closes a message.
        dismiss = "dismiss",
        /// Leads to the directory: "All profiles".
        all_profiles = "allProfiles",
        /// Names the facts and addresses beside a name: "Details".
        details = "details",
        /// Names the subjects that a person stands for: "Focus".
        focus = "focus",
        /// Describes a portrait; `{name}` stands for the person.
        portrait = "portrait",
        /// Said below every page: "Made with Perfil".
        made_with = "madeWith",
        /// Names the search on a profile: "Search this profile".
        search = "search",
        /// Names the search in a directory: "Search people".
        search_people = "searchPeople",
        /// Names the skills that can be chosen: "Skills".
        skills = "skills",
        /// Tells how much is found; `{count}` stands for the items that match, `{total}` for all.
        found = "found",
        /// Said when nothing is found.
        nothing_found = "nothingFound",
        /// Tells what is looked for and not in the profile; `{names}` stands for it.
        unknown = "unknown",
        /// Shows everything again: "Clear".
        clear = "clear",
        /// Shows what a section has beyond what matches; `{count}` stands for its number.
        more = "more",
        /// Leads from chosen skills to a page that begins with them: "Tailor to these".
        tailor = "tailor",
        /// Tells that a page begins with what shows some skills; `{skills}` stands for them.
        tailored = "tailored",
        /// Leads from there to the page as its owner wrote it: "Whole profile".
        whole = "whole",
        /// Copies the address of what is shown: "Copy link".
        copy = "copy",
        /// Prints the page: "Print".
        print = "print",
        /// Opens every section that is folded: "Expand all".
        expand = "expand",
        /// Folds every long section: "Fold all".
        fold = "fold",
        /// Names the commands: "Go to…".
        commands = "commands",
        /// Tells what can be typed there.
        commands_hint = "commandsHint",
        /// Said when no command matches.
        no_command = "noCommand",
        /// Names the list of keys: "Keyboard shortcuts".
        keys = "keys",
        /// Switches the keys off: "Turn keyboard shortcuts off".
        keys_off = "keysOff",
        /// Switches the keys on: "Turn keyboard shortcuts on".
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
        /// Leads to the profile.
        open = "open",
        /// Shows the summary and the sections in the card.
        more = "more",
        /// Names the addresses of the person elsewhere.
        links = "links",
        /// Said when the summary and the sections could not be loaded.
        failed = "failed",
        /// Says how to have the card on another page.
        embed = "embed",
    }
}

#[cfg(feature = "ssr")]
words! {
    /// The words of where it is told how a card is embedded.
    pub struct EmbedWords ("the words about cards") {
        /// The heading of the page about cards, and what leads there: "Embed a profile".
        title = "title",
        /// What that page says first.
        lead = "lead",
        /// Names the custom element.
        element = "element",
        /// Says what the custom element is good for.
        element_hint = "elementHint",
        /// Names the iframe.
        frame = "frame",
        /// Says what the iframe is good for.
        frame_hint = "frameHint",
        /// Names the picture.
        picture = "picture",
        /// Says what the picture is good for.
        picture_hint = "pictureHint",
        /// Copies the markup.
        copy = "copy",
        /// Leads to the page about cards.
        options = "options",
        /// The heading of the examples.
        examples = "examples",
        /// The heading of the form in which all attributes can be tried.
        playground = "playground",
        /// Stands for an attribute that is left to the page or to the card.
        automatic = "automatic",
    }
}
