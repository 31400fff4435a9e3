//! Plain text, for application forms and terminals: UTF-8, at most 80 columns.

use super::block::{Block, written};
use super::style::{Style, WIDTH};
use super::{Subject, clean, document, line};
use perfil_view::Detail;

/// Renders the whole file.
pub(super) fn text(subject: &Subject) -> String {
    let shown = &subject.shown.profile.head;
    let mut blocks = vec![Style::Plain.heading(&shown.name, 1)];
    blocks.extend(shown.headline.as_ref().map(|text| Block::of(clean(&text.text)).tight()));
    blocks.push(Block::of(line(&shown.focus, " · ")).tight());
    let mut lines: Vec<Block> = shown.details().map(detail).collect();
    lines.push(Block::of(subject.page.to_owned()).tight());
    if let Some(first) = lines.first_mut() {
        first.is_tight = false;
    }
    blocks.extend(lines);
    blocks.extend(document::body(subject, Style::Plain));
    written(&blocks, Some(WIDTH))
}

/// Renders a fact or a contact detail. A Web address is complete, so that programs recognize it.
fn detail(detail: &Detail) -> Block {
    let address = detail.url.as_ref().filter(|url| url.starts_with("http"));
    let shown = address.map_or_else(|| clean(&detail.text.text), |url| clean(url));
    Block::of(format!("{}: {shown}", clean(&detail.label.text))).tight()
}
