//! The colours of a theme, read from the tokens of its style sheet.

use std::fmt;

use resvg::tiny_skia::Pixmap;

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Colour(pub(super) [u8; 3]);

impl Colour {
    /// Reads `#rrggbb` or `#rgb`.
    fn parse(written: &str) -> Option<Self> {
        let digits = written.trim().strip_prefix('#')?;
        let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok();
        match digits.len() {
            3 => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => {
                let pair = |at: usize| Some(digit(at)? * 16 + digit(at + 1)?);
                Some(Self([pair(0)?, pair(2)?, pair(4)?]))
            }
            _ => None,
        }
    }

    /// The colours from a ground to this one, itself last: what the edges of letters are made of.
    pub(super) fn steps_from(self, ground: Self, count: u16) -> impl Iterator<Item = Self> {
        (1..=count).map(move |step| {
            let mix = |at: usize| {
                let (from, to) = (u16::from(ground.0[at]), u16::from(self.0[at]));
                u8::try_from((from * (count - step) + to * step) / count).unwrap_or(u8::MAX)
            };
            Self([mix(0), mix(1), mix(2)])
        })
    }

    /// How far two colours are from each other, squared.
    pub(super) fn distance(self, other: Self) -> u32 {
        (0..3).map(|at| u32::from(self.0[at].abs_diff(other.0[at])).pow(2)).sum()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The first value that a style sheet gives a custom property, `--paper` for one.
pub fn token(style: &str, name: &str) -> Option<String> {
    let (_, rest) = style.split_once(&format!("{name}:"))?;
    rest.split([';', '}']).next().map(|value| value.trim().to_owned())
}

/// What sheets are coloured with.
#[derive(Debug)]
pub(super) struct Colours {
    pub(super) paper: Colour,
    pub(super) ink: Colour,
    pub(super) soft: Colour,
    main: Colour,
    light: Colour,
    /// Of partners, spaces and events: ground, second thread, words.
    classes: [[Colour; 3]; 3],
}

impl Colours {
    /// From the tokens as they stand first, which is by day; a token that is not there, or is no
    /// plain colour, is as in the default theme.
    pub(super) fn of(style: &str) -> Self {
        let token = |name: &str, otherwise: [u8; 3]| {
            let written = token(style, name);
            written.and_then(|it| Colour::parse(&it)).unwrap_or(Colour(otherwise))
        };
        Self {
            paper: token("--paper", [0xff, 0xfe, 0xfa]),
            ink: token("--ink", [0x21, 0x1b, 0x2e]),
            soft: token("--ink-2", [0x5b, 0x52, 0x67]),
            main: token("--khun", [0xf7, 0xc3, 0x25]),
            light: token("--mai", [0xf6, 0xef, 0xdc]),
            classes: [
                [
                    token("--khram", [0x28, 0x2a, 0x6c]),
                    token("--khram-2", [0x7f, 0x83, 0xd4]),
                    token("--partner", [0x28, 0x2a, 0x6c]),
                ],
                [
                    token("--bueng", [0x0d, 0x5c, 0x57]),
                    token("--bueng-2", [0x49, 0xa0, 0x8f]),
                    token("--space", [0x0b, 0x5a, 0x53]),
                ],
                [
                    token("--khrang", [0x8c, 0x1a, 0x3c]),
                    token("--khrang-2", [0xd2, 0x60, 0x7a]),
                    token("--event", [0x8c, 0x1a, 0x3c]),
                ],
            ],
        }
    }

    /// The colours of the threads 0 to 3 of a class's cloth.
    pub(super) fn threads(&self, class: &str) -> [Colour; 4] {
        let [ground, second, _] = self.class(class);
        [ground, self.main, second, self.light]
    }

    /// What the words that name a kind are written in.
    pub(super) fn kind(&self, class: &str) -> Colour {
        self.class(class)[2]
    }

    fn class(&self, class: &str) -> [Colour; 3] {
        match class {
            "space" => self.classes[1],
            "event" => self.classes[2],
            _ => self.classes[0],
        }
    }

    /// All of them, for a digest.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let plain = [self.paper, self.ink, self.soft, self.main, self.light];
        plain.into_iter().chain(self.classes.into_iter().flatten()).flat_map(|it| it.0).collect()
    }
}

/// The colours that a drawing is filled with, without those of its edges.
pub(super) fn solid(drawing: &Pixmap) -> Vec<Colour> {
    /// A colour of fewer pixels is an edge.
    const AREA: usize = 24;
    let mut all: Vec<Colour> = drawing
        .pixels()
        .iter()
        .filter(|pixel| pixel.alpha() == u8::MAX)
        .map(|pixel| Colour([pixel.red(), pixel.green(), pixel.blue()]))
        .collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).filter(|run| run.len() >= AREA).map(|run| run[0]).take(32).collect()
}
