//! The interface's words.

/// Declares the words with their names in a locale file, so that the reader of locale files can
/// ask for each of them.
macro_rules! words {
    ($($(#[$meta:meta])* $field:ident = $key:literal,)*) => {
        /// The words that the interface shows in the browser, in the language of the page.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
        pub struct Words {
            $($(#[$meta])*
            #[cfg_attr(not(target_arch = "wasm32"), serde(rename = $key))]
            pub $field: String,)*
        }

        #[cfg(target_arch = "wasm32")]
        impl super::FromJs for Words {
            fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
                Some(Self { $($field: super::data::field(value, $key)?,)* })
            }
        }

        impl Words {
            /// The name of each word in a locale file.
            pub const KEYS: &[&str] = &[$($key),*];
        }
    };
}

words! {
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
}
