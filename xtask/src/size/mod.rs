//! `cargo xtask size`: what a visitor downloads, as a host with Brotli sends it.

mod found;
mod weight;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::places::DIST;
use crate::table::{aligned, row};
use found::Found;
use weight::Weight;

/// The app, once for a whole visit, in bytes.
const BUNDLE_LIMIT: usize = 130_000;

/// A page with the stylesheet inside it: all that is needed to read it, in bytes.
const PAGE_LIMIT: usize = 25_000;

/// The script that other people's pages name, in bytes.
const LOADER_LIMIT: usize = 3_000;

/// What a card at rest loads besides: its own data and the style of all cards, in bytes.
const CARD_LIMIT: usize = 6_000;

/// What an open card loads, once for all cards of a page, in bytes.
const WIDGET_LIMIT: usize = 50_000;

/// A site of more pages prints only the largest.
const FEW: usize = 20;

pub(crate) fn run() -> Result<()> {
    let found = Found::below(DIST.as_ref())?;
    let mut broken = Vec::new();
    let heaviest = heaviest(&found.cards)?;
    let card: Vec<PathBuf> = heaviest.into_iter().chain(found.card_style.clone()).collect();
    for (name, files, limit) in [
        ("site bundle", &found.bundle, BUNDLE_LIMIT),
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

/// The file that weighs most.
fn heaviest(files: &[PathBuf]) -> Result<Option<PathBuf>> {
    let mut weighed = Vec::new();
    for file in files {
        weighed.push((Weight::of(file)?.brotli, file.clone()));
    }
    Ok(weighed.into_iter().max().map(|(_, file)| file))
}

/// Prints files that are loaded together and gives their sum.
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

/// Prints the pages and gives the largest.
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
