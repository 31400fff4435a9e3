//! Views without their types, kept small.
//!
//! Leptos' own `into_any` carries, for every type that it erases, code that hydrates it
//! asynchronously: a fifth of the WebAssembly, and nothing on our pages waits for anything. This
//! one erases a view that says so, and whose asynchronous code is therefore the same for all.
//!
//! It carries as much code again that compares a view with the one before it, although what is
//! erased here changes with the page, and then all of it. So it is replaced as a whole; what has to
//! outlive a page (a live region, the focus) must not stand in an erased view.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

/// Erases the type of a view.
pub trait Erase {
    /// The view without its type.
    fn erase(self) -> AnyView;
}

impl<T: RenderHtml> Erase for T {
    fn erase(self) -> AnyView {
        Still(self).into_any()
    }
}

/// A view that waits for nothing.
struct Still<T>(T);

impl<T: Render> Render for Still<T> {
    type State = T::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

impl<T: RenderHtml> AddAnyAttr for Still<T> {
    type Output<A: Attribute> = Still<T::Output<A>>;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self::Output<A>
    where
        Self::Output<A>: RenderHtml,
    {
        Still(self.0.add_any_attr(attribute))
    }
}

impl<T: RenderHtml> RenderHtml for Still<T> {
    type AsyncOutput = Self;
    type Owned = Still<T::Owned>;

    const MIN_LENGTH: usize = T::MIN_LENGTH;
    const EXISTS: bool = T::EXISTS;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buffer, position, escape, mark_branches, extra);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        Still(self.0.into_owned())
    }
}
