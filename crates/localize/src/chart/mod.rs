//! Draws work, education and projects on one axis, as a chart that is also a list of links.
//!
//! The build draws it, so that no browser has to. The list is its text alternative; the bars repeat
//! what the list contains. Positions are percentages, so that text keeps its size on any screen;
//! pages in right-to-left languages are mirrored.

mod axis;
mod rows;

use crate::Localizer;
use axis::{Axis, Ink, Label, Span, Stretch, Tick};
use perfil_model::language::{Date, Duration, End, format_date, format_duration, format_period};
use perfil_model::profile::Section;
use perfil_text::escape_html;
use perfil_view as view;
use rows::{Group, Row, groups};

impl Localizer<'_> {
    /// Draws the chart and sets the ids of the entries on it, if anything has a position on it.
    pub(super) fn chart(
        &self,
        sections: &[Section],
        shown: &mut [view::Section],
    ) -> Option<view::Markup> {
        let groups = groups(sections, shown);
        let rows = || groups.iter().flat_map(|group| &group.rows);
        let spans: Vec<_> = rows()
            .flat_map(|row| [row].into_iter().chain(&row.roles))
            .filter_map(|row| row.span)
            .collect();
        let axis = Axis::of(&spans)?;
        let chart = Chart {
            localizer: self,
            axis,
            ticks: axis.ticks(),
            is_mirrored: self.locale().tag.direction() == "rtl",
        };
        let has_lengths = spans.iter().any(|span| matches!(span, Span::Length(_)));
        Some(view::Markup(chart.html(&groups, has_lengths)))
    }
}

/// The context that every part of the drawing needs.
struct Chart<'a> {
    localizer: &'a Localizer<'a>,
    axis: Axis,
    ticks: Vec<Tick>,
    is_mirrored: bool,
}

impl Chart<'_> {
    fn html(&self, groups: &[Group], has_lengths: bool) -> String {
        let words = &self.localizer.locale().chart;
        let title = format!("<span class=\"chart-title\">{}</span>", escape_html(&words.title));
        let note = format!(" <span class=\"chart-note\">{}</span>", escape_html(&words.lengths));
        let note = if has_lengths { note } else { String::new() };
        let groups: String =
            groups.iter().map(|group| self.group(group, groups.len() > 1)).collect();
        format!("<figcaption>{title}{note}</figcaption>{}{groups}", self.labels())
    }

    fn group(&self, group: &Group, is_titled: bool) -> String {
        let title = group.title.as_ref().filter(|_| is_titled);
        let title = title.map(|title| format!("<p class=\"chart-group\">{}</p>", text(title)));
        let rows: String = group.rows.iter().map(|row| self.row(row)).collect();
        format!("{}<ol class=\"chart-rows\">{rows}</ol>", title.unwrap_or_default())
    }

    fn row(&self, row: &Row) -> String {
        let roles = if row.roles.is_empty() {
            String::new()
        } else {
            let roles: String = row.roles.iter().map(|role| self.row(role)).collect();
            format!("<ol class=\"chart-roles\">{roles}</ol>")
        };
        let inner = self.inner(row);
        match &row.id {
            Some(id) => {
                format!("<li><a class=\"chart-row\" href=\"#{id}\">{inner}</a>{roles}</li>")
            }
            None => format!("<li><span class=\"chart-row\">{inner}</span></li>"),
        }
    }

    fn inner(&self, row: &Row) -> String {
        let names = row.names.iter().enumerate().map(|(index, name)| {
            let class = if index == 0 { "chart-name" } else { "chart-place" };
            format!("<span class=\"{class}\">{}</span>", text(name))
        });
        let names = names.collect::<Vec<_>>().join(" ");
        let period = row
            .period
            .clone()
            .or_else(|| self.roles_period(row))
            .map_or_else(String::new, |period| {
                format!(" <span class=\"chart-period\">{}</span>", escape_html(&period))
            });
        format!("<span class=\"chart-label\">{names}</span>{period}{}", self.track(row))
    }

    /// Returns the period of several positions, if the entry around them has none.
    fn roles_period(&self, row: &Row) -> Option<String> {
        let Some(Span::Dated(start, end)) = row.span else { return None };
        let locale = self.localizer.locale();
        format_period(Some(start), End(end), &locale.dates, &locale.tag)
    }

    fn track(&self, row: &Row) -> String {
        let lines: String = self.ticks.iter().map(|tick| self.line(*tick)).collect();
        let stretches = row.span.map(|span| self.axis.stretches(span)).unwrap_or_default();
        let bars: String = stretches.into_iter().map(|stretch| self.bar(stretch)).collect();
        // An organisation is a line that spans its positions.
        let whole = if row.roles.is_empty() { "" } else { " chart-whole" };
        format!("<svg class=\"chart-track{whole}\" aria-hidden=\"true\">{lines}{bars}</svg>")
    }

    fn line(&self, tick: Tick) -> String {
        let place = percent(self.mirrored(tick.place));
        format!("<line x1=\"{place}\" x2=\"{place}\" y1=\"0\" y2=\"100%\"></line>")
    }

    fn bar(&self, stretch: Stretch) -> String {
        let Stretch { start, end, ink } = stretch;
        let left = if self.is_mirrored { self.mirrored(end) } else { start };
        let class = match ink {
            Ink::Solid => "chart-bar",
            Ink::Soft => "chart-bar chart-soft",
            Ink::Dashed => "chart-bar chart-dashed",
        };
        let (x, width) = (percent(left), percent(end - start));
        format!(
            "<rect class=\"{class}\" x=\"{x}\" width=\"{width}\" y=\"25%\" height=\"50%\"></rect>"
        )
    }

    fn labels(&self) -> String {
        if self.ticks.is_empty() {
            return String::new();
        }
        let labels: String = self.ticks.iter().map(|tick| self.tick(*tick)).collect();
        format!("<svg class=\"chart-axis\" aria-hidden=\"true\">{labels}</svg>")
    }

    fn tick(&self, tick: Tick) -> String {
        let place = self.mirrored(tick.place);
        // A centred label would be clipped at an edge.
        let anchor = match place {
            ..500 => "start",
            9_500.. => "end",
            _ => "middle",
        };
        let (tag, words) = (&self.localizer.locale().tag, &self.localizer.locale().dates);
        let label = match tick.label {
            Label::Year(year) => format_date(Date { year, month: None, day: None }, tag),
            Label::Years(years) => format_duration(Duration { years, months: 0 }, words, tag),
        };
        let (place, label) = (percent(place), escape_html(&label));
        format!("<text x=\"{place}\" y=\"80%\" text-anchor=\"{anchor}\">{label}</text>")
    }

    fn mirrored(&self, place: i64) -> i64 {
        if self.is_mirrored { 10_000 - place } else { place }
    }
}

fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Returns a text, marked if it is borrowed from another language.
fn text(text: &view::Text) -> String {
    let shown = escape_html(&text.text);
    match &text.language {
        None => shown,
        Some(language) => {
            let (lang, dir) = (&language.lang, &language.dir);
            format!("<span lang=\"{lang}\" dir=\"{dir}\">{shown}</span>")
        }
    }
}
