//! `cargo xtask size`: what a visitor downloads, as a host with Brotli sends it.

mod found;
mod weight;

use anyhow::{Result, bail};

use crate::places::DIST;
use crate::table::{plain, row};
use found::Found;
use weight::Weight;

/// The app, once for a whole visit, in bytes.
const BUNDLE_LIMIT: usize = 130_000;

/// A page with the stylesheet inside it: all that is needed to read it, in bytes.
const PAGE_LIMIT: usize = 25_000;

/// A site of more pages prints only the largest.
const FEW: usize = 20;

pub(crate) fn run() -> Result<()> {
    let found = Found::below(DIST.as_ref())?;
    let mut broken = Vec::new();
    if bundle(&found)?.brotli > BUNDLE_LIMIT {
        broken.push(format!("the bundle is over {BUNDLE_LIMIT} bytes"));
    }
    println!();
    if pages(&found)?.brotli > PAGE_LIMIT {
        broken.push(format!("a page is over {PAGE_LIMIT} bytes"));
    }
    if !broken.is_empty() {
        bail!("{}", broken.join(", and "));
    }
    Ok(())
}

/// Prints the bundle's files and gives their sum.
fn bundle(found: &Found) -> Result<Weight> {
    let mut rows = vec![row([&"site bundle", &"raw", &"brotli", &"limit"])];
    let mut sum = Weight::default();
    for file in &found.bundle {
        let weight = Weight::of(file)?;
        rows.push(row([&found.name(file), &weight.raw, &weight.brotli]));
        sum = sum + weight;
    }
    rows.push(row([&"together", &sum.raw, &sum.brotli, &BUNDLE_LIMIT]));
    print!("{}", plain(&rows));
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
    print!("{}", plain(&rows));
    Ok(largest.map(|(_, weight)| weight).unwrap_or_default())
}
