//! Type-erased views that add little code to the WebAssembly.
//!
//! Leptos' own `AnyView` contains, for every type that it erases, code that hydrates it
//! asynchronously, that compares it with the previous view, and that spreads attributes onto it: a
//! third of the WebAssembly. Nothing on our pages is asynchronous, and erased views change only
//! with the page, and then completely. So this view is replaced as a whole; whatever must outlive a
//! page (a live region, the focus) must not be inside an erased view.
//!
//! For the same reason it is not hydrated, unless it is made for that (`ErasedView::written`): what
//! the build wrote stays in the document as it is, and only later pages are rendered there.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::time::Duration;

/// How long a replaced view stays, hidden, in the document. Once the browser has laid out the page
/// without it, removing thousands of nodes costs a tenth.
const FRAME: Duration = Duration::from_millis(17);

/// Erases the type of a view.
pub trait Erase {
    /// Erases the type of this view.
    fn erase(self) -> ErasedView;
}

impl<T: RenderHtml> Erase for T {
    fn erase(self) -> ErasedView {
        ErasedView(Content::Made(Box::new(self.into_owned())))
    }
}

/// A type-erased view, which is synchronous and is always replaced as a whole.
pub struct ErasedView(Content);

enum Content {
    Made(Box<dyn Erased>),
    #[cfg(feature = "hydrate")]
    Written(Box<dyn Hydrated>),
}

#[cfg(feature = "hydrate")]
impl ErasedView {
    /// Erases the type of a view that hydrates what is in the document already.
    pub fn written(view: impl RenderHtml + 'static) -> Self {
        Self(Content::Written(Box::new(view)))
    }
}

/// The mounted nodes of an erased view.
pub struct Mounted(Box<dyn MountedNodes>);

/// The operations on a view whose type is erased.
trait Erased: Send {
    fn build(self: Box<Self>) -> Mounted;

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool);
}

impl<T: RenderHtml + 'static> Erased for T {
    fn build(self: Box<Self>) -> Mounted {
        Mounted(Box::new((*self).build()))
    }

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool) {
        (*self).to_html_with_buf(html, position, escape, false, Vec::new());
    }
}

/// A view whose type is erased and that can be hydrated.
#[cfg(feature = "hydrate")]
trait Hydrated: Erased {
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Mounted;
}

#[cfg(feature = "hydrate")]
impl<T: RenderHtml + 'static> Hydrated for T {
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Mounted {
        Mounted(Box::new((*self).hydrate::<true>(cursor, position)))
    }
}

/// The operations on the nodes of a view whose type is erased.
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

    /// Only spread attributes need the elements, and erased views never receive any.
    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Render for ErasedView {
    type State = Mounted;

    fn build(self) -> Self::State {
        match self.0 {
            Content::Made(view) => view.build(),
            #[cfg(feature = "hydrate")]
            Content::Written(view) => view.build(),
        }
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

    /// Does nothing: no page spreads attributes onto an erased view.
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
        match self.0 {
            Content::Made(view) => view.write(html, position, escape),
            #[cfg(feature = "hydrate")]
            Content::Written(view) => view.write(html, position, escape),
        }
    }

    #[cfg_attr(not(feature = "hydrate"), expect(unused_variables, reason = "there is no document"))]
    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        match self.0 {
            #[cfg(feature = "hydrate")]
            Content::Written(view) => view.hydrate(cursor, position),
            // No view that is hydrated contains such a view.
            Content::Made(view) => view.build(),
        }
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
