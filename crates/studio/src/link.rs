//! A link that carries a profile in its fragment, so that nobody has to keep it on a server.

use crate::bridge::{builder, text};
use crate::studio::Studio;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/js/link.js")]
extern "C" {
    #[wasm_bindgen(js_name = linkOf)]
    fn link_of(json: &str) -> Promise;
    #[wasm_bindgen(js_name = profileOf)]
    fn profile_of(fragment: &str) -> Promise;
    fn copy(text: &str) -> Promise;
}

/// The most characters of a link. Some programs for mail and messages cut longer ones.
const MAX_LENGTH: usize = 8000;

impl Studio {
    /// Copies a link that carries the profile, without anything private.
    pub(crate) fn take_link(self) {
        spawn_local(async move {
            if let Err(error) = self.copy_link().await {
                self.fail(error);
            }
        });
    }

    async fn copy_link(self) -> Result<(), String> {
        self.settle().await;
        let words = self.words;
        let json = builder("shared", [self.profile().into()]).await?;
        let json = json.as_string().unwrap_or_default();
        let link = JsFuture::from(link_of(&json)).await.map_err(|error| text(&error))?;
        let link = link.as_string().unwrap_or_default();
        if link.len() > MAX_LENGTH {
            return Err(words.with("link.too-long", link.len()));
        }
        match JsFuture::from(copy(&link)).await {
            Ok(_) => self.say(words.with("link.copied", link.len())),
            // Where the clipboard cannot be written, it can be copied by hand.
            Err(_) => self.say(link),
        }
        Ok(())
    }

    /// Opens the profile in a fragment as a new document, or the document that the fragment names.
    pub(crate) async fn open_fragment(self, fragment: String) {
        match JsFuture::from(profile_of(&fragment)).await {
            Ok(bytes) => match bytes.dyn_into::<Uint8Array>() {
                Ok(bytes) => {
                    let file = Some(("profile.json".to_owned(), bytes));
                    let languages = vec![self.words.tongue.get_untracked().tag().to_owned()];
                    if let Err(error) = self.start(None, file, languages).await {
                        self.fail(error);
                    }
                }
                Err(_) => self.open_stored(fragment, false).await,
            },
            Err(_) => self.fail(self.words.get("link.damaged")),
        }
    }
}
