//! `cargo xtask size`: the sizes of what a visitor downloads from a host with Brotli.

mod found;
mod weight;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::places::DIST;
use crate::table::{aligned, row};
use found::Found;
use weight::Weight;

/// The limit for the application, loaded once per visit, in bytes.
const BUNDLE_LIMIT: usize = 130_000;

/// The limit for a page with its stylesheet, which is all that is needed to read it, in bytes.
const PAGE_LIMIT: usize = 25_000;

/// The limit for all fonts of the site, which are loaded after the first paint, in bytes.
const FONT_LIMIT: usize = 60_000;

/// The limit for the script that other people's pages load, in bytes.
const LOADER_LIMIT: usize = 3_000;

/// The limit for what else a card at rest loads: its data and the style of all cards, in bytes.
const CARD_LIMIT: usize = 6_000;

/// The limit for what an open card loads, once for all cards of a page, in bytes.
const WIDGET_LIMIT: usize = 50_000;

/// On a site with more pages, only the largest are printed.
const FEW: usize = 20;

pub(crate) fn run() -> Result<()> {
    let found = Found::below(DIST.as_ref())?;
    let mut broken = Vec::new();
    let heaviest = heaviest(&found.cards)?;
    let card: Vec<PathBuf> = heaviest.into_iter().chain(found.card_style.clone()).collect();
    for (name, files, limit) in [
        ("site bundle", &found.bundle, BUNDLE_LIMIT),
        ("set of fonts", &found.fonts, FONT_LIMIT),
        ("widget's loader", &found.loader, LOADER_LIMIT),
        ("heaviest card and style", &card, CARD_LIMIT),
        ("widget's bundle", &found.widget, WIDGET_LIMIT),
    ] {
        if together(&found, name, files, limit)?.brotli > limit {
            broken.push(format!("the {name} is over {limit} bytes"));
        }
        println!();
    }
    if pages(&found)?.brotli > PAGE_LIMIT {
        broken.push(format!("a page is over {PAGE_LIMIT} bytes"));
    }
    if !broken.is_empty() {
        bail!("{}", broken.join(", and "));
    }
    Ok(())
}

/// Returns the largest file.
fn heaviest(files: &[PathBuf]) -> Result<Option<PathBuf>> {
    let mut weighed = Vec::new();
    for file in files {
        weighed.push((Weight::of(file)?.brotli, file.clone()));
    }
    Ok(weighed.into_iter().max().map(|(_, file)| file))
}

/// Prints files that are loaded together and returns their total size.
fn together(found: &Found, name: &str, files: &[PathBuf], limit: usize) -> Result<Weight> {
    let mut rows = vec![row([&name, &"raw", &"brotli", &"limit"])];
    let mut sum = Weight::default();
    for file in files {
        let weight = Weight::of(file)?;
        rows.push(row([&found.name(file), &weight.raw, &weight.brotli]));
        sum = sum + weight;
    }
    rows.push(row([&"together", &sum.raw, &sum.brotli, &limit]));
    print!("{}", aligned(&rows));
    Ok(sum)
}

/// Prints the pages and returns the size of the largest.
fn pages(found: &Found) -> Result<Weight> {
    let mut pages = Vec::new();
    for file in &found.pages {
        pages.push((found.name(file), Weight::of(file)?));
    }
    let largest = pages.iter().max_by_key(|(_, weight)| weight.brotli).cloned();
    let mut rows = vec![row([&"page (HTML and CSS)", &"raw", &"brotli", &"limit"])];
    let total = pages.len();
    if total > FEW {
        pages = largest.iter().cloned().collect();
        println!("{total} pages; the largest:");
    }
    for (name, weight) in &pages {
        rows.push(row([name, &weight.raw, &weight.brotli, &PAGE_LIMIT]));
    }
    print!("{}", aligned(&rows));
    Ok(largest.map(|(_, weight)| weight).unwrap_or_default())
}
