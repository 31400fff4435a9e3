//! One run of Lighthouse over one page.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::audit::Audit;
use crate::tools;

/// How often a run is tried: Chromium sometimes records no navigation, and Lighthouse then asks for
/// another run.
const ATTEMPTS: usize = 3;

pub(crate) fn run(sh: &Shell, tools: &tools::Test, url: &str) -> Result<Audit> {
    for _ in 1..ATTEMPTS {
        match attempt(sh, tools, url) {
            Ok(audit) => return Ok(audit),
            Err(error) => eprintln!("Once more, because {error:#}."),
        }
    }
    attempt(sh, tools, url)
}

fn attempt(sh: &Shell, tools: &tools::Test, url: &str) -> Result<Audit> {
    let node = &tools.node;
    let lighthouse = tools.node_modules.join("lighthouse/cli/index.js");
    let categories = "--only-categories=performance,accessibility,best-practices,seo";
    // As root, as in a container, Chromium has no sandbox.
    let chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu";
    let report = cmd!(sh, "{node} {lighthouse} {url} --quiet --output=json {categories} {chrome}")
        .quiet()
        .env("CHROME_PATH", &tools.chromium)
        .read()
        .with_context(|| format!("Lighthouse could not audit {url}"))?;
    of_report(&serde_json::from_str(&report).context("Lighthouse printed no report")?)
        .with_context(|| format!("the report about {url} is not complete"))
}

fn of_report(report: &Value) -> Result<Audit> {
    if let Some(problem) = report["runtimeError"]["message"].as_str() {
        bail!("{problem}");
    }
    let score = |category: &str| {
        let score = report["categories"][category]["score"].as_f64();
        score.map(|score| (score * 100.0).round()).context(format!("no score for {category}"))
    };
    let metric = |audit: &str| {
        report["audits"][audit]["numericValue"].as_f64().context(format!("no value for {audit}"))
    };
    Ok(Audit {
        performance: score("performance")?,
        accessibility: score("accessibility")?,
        best_practices: score("best-practices")?,
        seo: score("seo")?,
        first_contentful_paint: metric("first-contentful-paint")?,
        largest_contentful_paint: metric("largest-contentful-paint")?,
        total_blocking_time: metric("total-blocking-time")?,
        cumulative_layout_shift: metric("cumulative-layout-shift")?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scores_become_percent_and_a_missing_one_is_an_error() -> Result<()> {
        let mut report = json!({
            "categories": {
                "performance": {"score": 0.57},
                "accessibility": {"score": 1},
                "best-practices": {"score": 0.99},
                "seo": {"score": 1},
            },
            "audits": {
                "first-contentful-paint": {"numericValue": 800},
                "largest-contentful-paint": {"numericValue": 810.5},
                "total-blocking-time": {"numericValue": 0},
                "cumulative-layout-shift": {"numericValue": 0.25},
            },
        });
        let expected = Audit {
            performance: 57.0,
            accessibility: 100.0,
            best_practices: 99.0,
            seo: 100.0,
            first_contentful_paint: 800.0,
            largest_contentful_paint: 810.5,
            total_blocking_time: 0.0,
            cumulative_layout_shift: 0.25,
        };
        assert_eq!(of_report(&report)?, expected);

        let error = |report: &Value| of_report(report).err().map(|error| error.to_string());
        report["categories"]["seo"]["score"] = Value::Null;
        assert_eq!(error(&report).as_deref(), Some("no score for seo"));
        report["runtimeError"] = json!({"message": "the page did not load"});
        assert_eq!(error(&report).as_deref(), Some("the page did not load"));
        Ok(())
    }
}
