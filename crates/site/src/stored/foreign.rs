//! How types of other crates are kept on disk.

use super::{Reader, Stored, stored};
use perfil_model::language::{Date, Name, Tag, Text};
use perfil_model::profile::{Hue, Id};
use perfil_source::{Context, Decode as _, Node, Path, Problem, Severity, Step, Value};
use perfil_view as view;
use std::ops::Range;

stored!(view::PersonTile { path, name, headline, focus, location, likeness, hue });
stored!(view::Text { text, language });
stored!(view::Language { lang, dir });
stored!(view::Likeness { initials, portrait });
stored!(view::Image { src, width, height });
stored!(Date { year, month, day });
stored!(Problem { severity, path, span, message, remedy });

/// Stores a type as another one, from which it can be made again.
macro_rules! stored_as {
    ($($type:ty as $other:ty: $to:expr, $from:expr;)*) => {$(
        impl Stored for $type {
            fn store(&self, to: &mut Vec<u8>) {
                let other: $other = $to(self);
                other.store(to);
            }

            fn restore(from: &mut Reader) -> Option<Self> {
                let other = <$other>::restore(from)?;
                $from(other, from)
            }
        }
    )*};
}

stored_as! {
    Hue as u16: |hue: &Self| hue.0, |hue, _: &mut Reader| Some(Self(hue));
    Id as String: ToString::to_string, |written, _: &mut Reader| id(written);
    Tag as String: |tag: &Self| tag.as_str().to_owned(), |tag, from: &mut Reader| from.tag(tag);
    Severity as bool: |it: &Self| *it == Self::Error, |is_error, _: &mut Reader| {
        Some(if is_error { Self::Error } else { Self::Warning })
    };
    Path as Vec<Step>: |path: &Self| path.0.clone(), |steps, _: &mut Reader| Some(Self(steps));
    Range<usize> as (usize, usize): |it: &Self| (it.start, it.end), |(start, end), _: &mut Reader| {
        Some(start..end)
    };
}

/// Returns an id, which is checked as one in a profile is.
fn id(written: String) -> Option<Id> {
    Id::decode(&Node { value: Value::String(written), span: 0..0 }, &mut Context::default())
}

impl Stored for Name {
    fn store(&self, to: &mut Vec<u8>) {
        match &self.0 {
            Text::Plain(name) => {
                true.store(to);
                name.store(to);
            }
            Text::ByLanguage(names) => {
                false.store(to);
                names.store(to);
            }
        }
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        let is_plain = bool::restore(from)?;
        Some(Self(if is_plain {
            Text::Plain(Stored::restore(from)?)
        } else {
            Text::ByLanguage(Stored::restore(from)?)
        }))
    }
}

impl Stored for Step {
    fn store(&self, to: &mut Vec<u8>) {
        match self {
            Self::Key(key) => {
                true.store(to);
                key.store(to);
            }
            Self::Index(index) => {
                false.store(to);
                index.store(to);
            }
        }
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        let is_key = bool::restore(from)?;
        Some(if is_key {
            Self::Key(Stored::restore(from)?)
        } else {
            Self::Index(Stored::restore(from)?)
        })
    }
}
