//! The template of a CV with the layout of a theme, which is Typst's functions that an owner may write,
//! and what can be wrong with it.

use super::world::{World, source};
use super::{Fonts, messages};
use std::ops::Range;
use std::sync::LazyLock;
use typst::diag::SourceDiagnostic;
use typst::foundations::Bytes;
use typst::syntax::{DiagSpan, DiagSpanKind, Source};
use typst_layout::PagedDocument;

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| source("cv.typ", include_str!("cv.typ")));

/// What the template does where the theme has no function.
static PARTS: LazyLock<Source> = LazyLock::new(|| source("parts.typ", include_str!("parts.typ")));

/// The name by which the template imports the layout.
pub(super) const NAME: &str = "paper.typ";

/// Why a CV cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// The bytes of the theme's layout that cause it; `None` if it is not the layout's fault.
    pub range: Option<Range<usize>>,
}

impl From<String> for Fault {
    fn from(message: String) -> Self {
        Self { message, range: None }
    }
}

impl Fault {
    /// Returns the first error that is in the layout, or that the layout causes by calling
    /// something, or else all messages.
    pub(super) fn of(layout: &Source, errors: &[SourceDiagnostic]) -> Self {
        let in_layout = errors.iter().find_map(|error| {
            let calls = error.trace.iter().map(|point| point.span.into());
            let range = std::iter::once(error.span).chain(calls).find_map(|it| within(layout, it));
            Some(Self { message: described(error), range: Some(range?) })
        });
        in_layout.unwrap_or_else(|| (messages(errors) + &call(errors)).into())
    }
}

/// Returns the line of the template that fails, which calls a function with parameters that it lacks.
fn call(errors: &[SourceDiagnostic]) -> String {
    let line = errors.iter().find_map(|error| {
        let range = within(&TEMPLATE, error.span)?;
        let lines = TEMPLATE.lines();
        let line = TEMPLATE.text().get(lines.line_to_range(lines.byte_to_line(range.start)?)?)?;
        Some(format!(" in: {}", line.trim()))
    });
    line.unwrap_or_default()
}

/// Returns what is wrong with a layout: every error of syntax, or else the first error that setting a
/// small CV with it causes.
#[must_use]
pub fn faults(layout: &str) -> Vec<Fault> {
    const SPECIMEN: &str = include_str!("specimen.json");
    let layout = source(NAME, layout);
    let (errors, _) = layout.root().errors_and_warnings();
    if errors.is_empty() {
        let files = vec![("profile.json", Bytes::from_string(SPECIMEN))];
        return compile(&Fonts::default(), &layout, files).err().into_iter().collect();
    }
    let errors = errors.into_iter().map(SourceDiagnostic::from);
    let fault = |it| Fault { message: described(&it), range: within(&layout, it.span) };
    errors.map(fault).collect()
}

/// Sets a CV, for which `files` has `profile.json`, and the portrait if there is one.
pub(super) fn compile(
    fonts: &Fonts,
    layout: &Source,
    files: Vec<(&'static str, Bytes)>,
) -> Result<PagedDocument, Fault> {
    let world = World::new(fonts, &TEMPLATE, files);
    let world = world.importing(vec![PARTS.clone(), layout.clone()]);
    typst::compile(&world).output.map_err(|errors| Fault::of(layout, &errors))
}

/// The message, followed by Typst's advice.
fn described(error: &SourceDiagnostic) -> String {
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    std::iter::once(error.message.as_str()).chain(hints).collect::<Vec<_>>().join("; ")
}

fn within(layout: &Source, span: DiagSpan) -> Option<Range<usize>> {
    match span.get() {
        DiagSpanKind::Number { id, num, sub_range } if id == layout.id() => {
            layout.range(num, sub_range)
        }
        DiagSpanKind::Range { id, range } if id == layout.id() => Some(range),
        _ => None,
    }
}
