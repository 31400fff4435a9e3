//! What is made of each person, and what the pages shared by all people show of them.

use crate::document::PreviewImage;
use crate::pages::people;
use crate::stored::{Reader, Stored, stored};
use perfil_ui::embed::Demo;
use perfil_view::PersonTile;

/// What was made of a person.
pub(crate) struct Made {
    /// The hash of everything that it was made of, except the profile.
    pub(super) context: String,
    /// The position of the person in the directory.
    pub(super) number: u32,
    /// The paths of the files.
    pub(super) files: Vec<String>,
    pub(super) rendered: Vec<RenderedPerson>,
    /// What the search index of each language says of the person.
    pub(super) notes: Vec<people::Note>,
}

stored!(Made { context, number, files, rendered, notes });

impl Made {
    /// Whether all of it can be stored: not of the person whose page the site begins with, or shows as
    /// an example.
    pub(crate) fn is_storable(&self) -> bool {
        self.rendered.iter().all(|it| it.demo.is_none() && it.preview.is_none())
    }

    /// The paths of the files.
    pub(crate) fn files(&self) -> &[String] {
        &self.files
    }
}

/// What the pages shared by all people show of a person in one language.
#[derive(Clone)]
pub(super) struct RenderedPerson {
    pub(super) card: PersonTile,
    /// How the person's card is shown, if it is the one used as the example.
    pub(super) demo: Option<Demo>,
    /// The image of the person's page, if it is the first page of the site.
    pub(super) preview: Option<PreviewImage>,
}

/// Only what [`Made::is_storable`] allows is stored.
impl Stored for RenderedPerson {
    fn store(&self, to: &mut Vec<u8>) {
        self.card.store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some(Self { card: PersonTile::restore(from)?, demo: None, preview: None })
    }
}

/// What the pages shared by all people show in one language.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) cards: Vec<PersonTile>,
    /// The card used as the example.
    pub(super) demo: Option<Demo>,
    /// The image of the first page, if it is that of the only person.
    pub(super) preview: Option<PreviewImage>,
}

/// Groups what is shown of all people by language.
pub(super) fn by_language(people: Vec<Vec<RenderedPerson>>) -> Vec<Shared> {
    let mut languages: Vec<Shared> = Vec::new();
    for person in people {
        languages.resize_with(person.len(), Default::default);
        for (shared, RenderedPerson { card, demo, preview }) in languages.iter_mut().zip(person) {
            shared.cards.push(card);
            shared.demo = shared.demo.take().or(demo);
            shared.preview = shared.preview.take().or(preview);
        }
    }
    languages
}
