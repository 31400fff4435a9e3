//! The tones of an accent colour, derived from a hue, legible on every background in both themes.

use palette::color_difference::Wcag21RelativeContrast;
use palette::convert::FromColorUnclamped;
use palette::{Oklch, Srgb};

/// The tones of one hue in a theme, as CSS colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tones {
    /// For text, links and lines.
    pub accent: String,
    /// For backgrounds of text in the accent colour.
    pub tint: String,
}

/// The parameters of a theme.
struct Theme {
    /// The colour of the page: `--paper` in `style/tokens.css`.
    paper: Oklch,
    /// The background of tinted parts: lightness and chroma.
    tint: (f32, f32),
    /// The lightness at which the search for a legible one starts, and its direction.
    start: f32,
    step: f32,
    /// The maximum chroma of text.
    chroma: f32,
}

/// The target contrast: more than the 4.5 of WCAG 2.2 AA, as a margin for rounding.
const CONTRAST: f32 = 4.8;

/// Returns the tones for the light and the dark theme.
pub(crate) fn tones(hue: u16) -> [Tones; 2] {
    let light = Theme {
        paper: Oklch::new(0.985, 0.003, 85.0),
        tint: (0.945, 0.03),
        start: 0.56,
        step: -0.005,
        chroma: 0.17,
    };
    let dark = Theme {
        paper: Oklch::new(0.19, 0.008, 265.0),
        tint: (0.29, 0.045),
        start: 0.74,
        step: 0.005,
        chroma: 0.13,
    };
    [light, dark].map(|theme| theme.tones(f32::from(hue)))
}

impl Theme {
    fn tones(&self, hue: f32) -> Tones {
        let paper = in_gamut(self.paper.l, self.paper.chroma, self.paper.hue.into_degrees());
        let tint = in_gamut(self.tint.0, self.tint.1, hue);
        let accent = (0u8..=100)
            .map(|index| in_gamut(self.start + self.step * f32::from(index), self.chroma, hue))
            .find(|tone| [paper, tint].iter().all(|ground| contrast(*tone, *ground) >= CONTRAST));
        Tones { accent: css(accent.unwrap_or(tint)), tint: css(tint) }
    }
}

/// Returns the colour with the highest chroma, up to the given one, that is within sRGB.
pub(crate) fn in_gamut(lightness: f32, chroma: f32, hue: f32) -> Srgb {
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

fn contrast(a: Srgb, b: Srgb) -> f32 {
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

    fn parse(css: &str) -> Srgb {
        css.parse::<Srgb<u8>>().expect("a colour in hexadecimal digits").into_format()
    }

    #[test]
    fn every_hue_is_legible_in_both_themes() {
        let theme_colors = [Oklch::new(0.985_f32, 0.003, 85.0), Oklch::new(0.19, 0.008, 265.0)];
        for hue in 0..360 {
            for (tones, colors) in tones(hue).iter().zip(theme_colors) {
                let accent = parse(&tones.accent);
                let paper = Srgb::from_color_unclamped(colors);
                for ground in [rounded(paper), parse(&tones.tint)] {
                    let contrast = accent.relative_contrast(ground);
                    assert!(contrast >= 4.5, "hue {hue}: {contrast} in {tones:?}");
                }
            }
        }
    }

    #[test]
    fn the_backgrounds_match_the_stylesheet() {
        let tokens = include_str!("../../../../style/tokens.css");
        let theme_colors = "--paper: light-dark(oklch(0.985 0.003 85), oklch(0.19 0.008 265));";
        assert!(
            tokens.contains(theme_colors),
            "style/tokens.css has other theme_colors than this file"
        );
    }

    #[test]
    fn hues_differ() {
        assert_ne!(tones(30), tones(260));
    }
}
