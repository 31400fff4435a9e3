//! Views without their types, kept small.
//!
//! Leptos' own `AnyView` carries, for every type that it erases, code that hydrates it
//! asynchronously, that compares it with the view before it, and that spreads attributes onto it:
//! a third of the WebAssembly. Nothing on our pages waits for anything, and what is erased changes
//! with the page, and then all of it. So this one is replaced as a whole; what has to outlive a page
//! (a live region, the focus) must not stand in an erased view.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::time::Duration;

/// How long a view that was replaced stays, hidden, in the document. Once the browser has laid out
/// the page without it, to take thousands of nodes away costs a tenth.
const FRAME: Duration = Duration::from_millis(17);

/// Erases the type of a view.
pub trait Erase {
    /// The view without its type.
    fn erase(self) -> ErasedView;
}

impl<T: RenderHtml> Erase for T {
    fn erase(self) -> ErasedView {
        ErasedView(Box::new(self.into_owned()))
    }
}

/// A view without its type, which waits for nothing and changes as a whole or not at all.
pub struct ErasedView(Box<dyn Erased>);

/// What is on the page of such a view.
pub struct Mounted(Box<dyn MountedNodes>);

/// What is asked of a view when its type is no longer known.
trait Erased: Send {
    fn build(self: Box<Self>) -> Mounted;

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Mounted;

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool);
}

impl<T: RenderHtml + 'static> Erased for T {
    fn build(self: Box<Self>) -> Mounted {
        Mounted(Box::new((*self).build()))
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Mounted {
        Mounted(Box::new((*self).hydrate::<true>(cursor, position)))
    }

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool) {
        (*self).to_html_with_buf(html, position, escape, false, Vec::new());
    }
}

/// What is asked of the nodes of a view when its type is no longer known.
trait MountedNodes {
    fn detach(&mut self);
    fn attach(&mut self, parent: &Element, marker: Option<&Node>);
    fn put_before(&self, child: &mut dyn Mountable) -> bool;
}

impl<T: Mountable> MountedNodes for T {
    fn detach(&mut self) {
        self.unmount();
    }

    fn attach(&mut self, parent: &Element, marker: Option<&Node>) {
        self.mount(parent, marker);
    }

    fn put_before(&self, child: &mut dyn Mountable) -> bool {
        self.insert_before_this(child)
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.0.detach();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.attach(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.put_before(child)
    }

    /// Only spread attributes ask for them, and those never come here.
    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Render for ErasedView {
    type State = Mounted;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        let mut old = std::mem::replace(state, fresh);
        set_timeout(move || old.unmount(), FRAME);
    }
}

impl AddAnyAttr for ErasedView {
    type Output<A: Attribute> = Self;

    /// No page spreads attributes onto a part that it does not know.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl RenderHtml for ErasedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    #[cfg_attr(feature = "hydrate", expect(unused_variables, reason = "it makes no HTML"))]
    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        #[cfg(feature = "ssr")]
        self.0.write(html, position, escape);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        self.0.hydrate(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
