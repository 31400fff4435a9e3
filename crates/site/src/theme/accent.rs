//! The tones of an accent colour, derived from a hue, legible on every background of a theme.

use super::tokens::{Color, Colors};
use palette::color_difference::Wcag21RelativeContrast;
use palette::convert::FromColorUnclamped;
use palette::{Oklch, Srgb};

/// The tones of one hue in a scheme, as CSS colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tones {
    /// For text, links and lines.
    pub accent: String,
    /// For backgrounds of text in the accent colour.
    pub tint: String,
}

/// How tones are chosen on a background.
struct Rule {
    /// How much lighter than the background the tint is, and its chroma.
    tint: (f32, f32),
    /// The lightness at which the search for a legible one starts, and its direction.
    start: f32,
    step: f32,
    /// The maximum chroma of text.
    chroma: f32,
}

/// The target contrast: more than the 4.5 of WCAG 2.2 AA, as a margin for rounding.
const CONTRAST: f32 = 4.8;

/// On light backgrounds, text is darker than they are.
const ON_LIGHT: Rule = Rule { tint: (-0.04, 0.03), start: 0.56, step: -0.005, chroma: 0.17 };

/// On dark ones, it is lighter.
const ON_DARK: Rule = Rule { tint: (0.1, 0.045), start: 0.74, step: 0.005, chroma: 0.13 };

/// Returns the tones of a hue in a scheme.
pub(crate) fn tones(hue: u16, colors: &Colors) -> Tones {
    let hue = f32::from(hue);
    let [paper, panel] = [colors.paper, colors.panel].map(Color::parts);
    let lightness = Oklch::from_color_unclamped(paper).l;
    let rule = if lightness > 0.6 { ON_LIGHT } else { ON_DARK };
    let tint = in_gamut(lightness + rule.tint.0, rule.tint.1, hue);
    let accent = (0u8..=100)
        .map(|index| in_gamut(rule.start + rule.step * f32::from(index), rule.chroma, hue))
        .find(|tone| {
            [paper, panel, tint].iter().all(|ground| contrast(*tone, *ground) >= CONTRAST)
        });
    Tones { accent: css(accent.unwrap_or(colors.ink.parts())), tint: css(tint) }
}

/// Returns the colour with the highest chroma, up to the given one, that is within sRGB.
fn in_gamut(lightness: f32, chroma: f32, hue: f32) -> Srgb {
    (0u8..=50)
        .map(|index| chroma * (1.0 - f32::from(index) / 50.0))
        .map(|chroma| Srgb::from_color_unclamped(Oklch::new(lightness, chroma, hue)))
        .find(|color: &Srgb| {
            [color.red, color.green, color.blue]
                .iter()
                .all(|part| (-0.0005..=1.0005).contains(part))
        })
        .unwrap_or_default()
}

/// Returns the contrast of two colours (WCAG 2.2), from 1 to 21.
pub(crate) fn contrast(a: Srgb, b: Srgb) -> f32 {
    rounded(a).relative_contrast(rounded(b))
}

/// Rounds a colour as browsers do, to 256 steps.
fn rounded(color: Srgb) -> Srgb {
    color.into_format::<u8>().into_format()
}

/// Formats a colour as CSS.
pub(crate) fn css(color: Srgb) -> String {
    format!("#{:x}", color.into_format::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::shipped;

    fn parse(css: &str) -> Srgb {
        css.parse::<Srgb<u8>>().expect("a colour in hexadecimal digits").into_format()
    }

    #[test]
    fn every_hue_is_legible_in_every_theme_and_scheme() {
        for (name, theme) in shipped() {
            for colors in theme.schemes() {
                let grounds = [colors.paper, colors.panel].map(Color::parts);
                for hue in 0..360 {
                    let tones = tones(hue, colors);
                    let accent = parse(&tones.accent);
                    for ground in grounds.into_iter().chain([parse(&tones.tint)]) {
                        let contrast = contrast(accent, ground);
                        assert!(contrast >= 4.5, "{name}, hue {hue}: {contrast} in {tones:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn hues_differ() {
        let (_, theme) = shipped().iter().next().expect("a theme");
        let [light, dark] = theme.schemes();
        assert_ne!(tones(30, light), tones(260, light));
        assert_ne!(tones(30, light), tones(30, dark));
    }
}
