//! Links that lie over the content of a page (ISO 32000-1, 12.5.6.5).

use super::geometry::{Area, Matrix};
use super::glyphs::{Glyph, ICON, Page};
use super::looks::Look;
use super::strings;
use hayro_syntax::object::{Array, Dict, Name, Number, String as Bytes};
use std::sync::Arc;

/// The maximum number of annotations of a page that are read.
const MAX_ANNOTATIONS: usize = 500;

/// The most points by which a link is larger than its text.
const MARGIN: f64 = 1.0;

/// Marks the glyphs of a page that are in links, and adds a glyph for a link without any.
pub(super) fn mark(
    page: &mut Page,
    annotations: Option<&Array>,
    transform: Matrix,
    all: &mut Vec<Arc<str>>,
) {
    let annotations = annotations.iter().flat_map(|array| array.iter::<Dict>());
    for annotation in annotations.take(MAX_ANNOTATIONS) {
        let Some((area, address)) = link(&annotation, transform) else { continue };
        let number = all.len();
        all.push(Arc::from(address.as_str()));
        let (mut is_used, mut has_text) = (false, false);
        for glyph in &mut page.glyphs {
            let (x, y) = middle(glyph);
            if area.contains(x, y) {
                glyph.link = Some(number);
                let is_shown = !glyph.is_hidden && !glyph.is_space();
                is_used |= is_shown;
                has_text |= is_shown && !glyph.is_icon();
            }
        }
        if has_text {
            // An icon beside the text says nothing more.
            let icons = page.glyphs.iter_mut().filter(|glyph| glyph.link == Some(number));
            icons.filter(|glyph| glyph.is_icon()).for_each(|glyph| glyph.link = None);
        }
        if !is_used && area.left < page.width && area.top < page.height {
            page.glyphs.push(stand_in(area, number));
        }
    }
}

fn link(annotation: &Dict, transform: Matrix) -> Option<(Area, String)> {
    if annotation.get::<Name>("Subtype").as_deref() != Some(b"Link") {
        return None;
    }
    let action = annotation.get::<Dict>("A")?;
    let address = strings::text(&action.get::<Bytes>("URI")?);
    let address = address.trim().to_owned();
    let has_scheme = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let rect: Vec<f64> =
        annotation.get::<Array>("Rect")?.iter::<Number>().map(|it| it.as_f64()).collect();
    let [x0, y0, x1, y1] = rect.as_slice() else { return None };
    let area = Area::around(&[transform.apply(*x0, *y0), transform.apply(*x1, *y1)])?;
    let area = Area {
        left: area.left - MARGIN,
        top: area.top - MARGIN,
        right: area.right + MARGIN,
        bottom: area.bottom + MARGIN,
    };
    has_scheme.then_some((area, address))
}

/// Returns the middle of a glyph on its page.
fn middle(glyph: &Glyph) -> (f64, f64) {
    let (x, y) = (f64::midpoint(glyph.left, glyph.right), glyph.base - glyph.size * 0.3);
    match glyph.turn {
        1 => (-y, x),
        2 => (-x, -y),
        3 => (y, -x),
        _ => (x, y),
    }
}

/// Returns a glyph for a link over a picture.
fn stand_in(area: Area, link: usize) -> Glyph {
    let size = area.height().clamp(4.0, 12.0);
    Glyph {
        text: ICON.to_owned(),
        left: area.left,
        right: area.left + size.min(area.width()),
        base: area.bottom - MARGIN - size * 0.2,
        size,
        look: Look::default(),
        color: 0,
        mark: None,
        turn: 0,
        is_artifact: false,
        is_hidden: false,
        link: Some(link),
        icon: None,
    }
}

/// Returns what a link without a text says.
pub(super) fn label(address: &str) -> &str {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    rest.trim_start_matches('/').trim_start_matches("www.").trim_end_matches('/')
}
