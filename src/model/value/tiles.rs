//! The template of a tile server's addresses, as web maps write it: `{z}` is the zoom, `{x}` and
//! `{y}` are the tile's column and row, `{s}` one of a few hosts, `{r}` the mark of sharp screens.

use super::text::problem;
use super::web::WebAddress;
use crate::diagnostic::{Code, Problem};

/// What `{s}` stands for.
pub const SUBDOMAINS: [&str; 3] = ["a", "b", "c"];

/// A template of addresses of map tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiles(String);

impl Tiles {
    /// Reads a template: an address with `{z}`, `{x}` and `{y}`. A placeholder that maps do not
    /// know is refused, for it would be asked for as it stands.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let written = written.trim();
        let mut plain = written.to_owned();
        for (placeholder, value) in
            [("{z}", "0"), ("{x}", "0"), ("{y}", "0"), ("{-y}", "0"), ("{s}", "a"), ("{r}", "")]
        {
            plain = plain.replace(placeholder, value);
        }
        WebAddress::parse(&plain)?;
        let row = written.contains("{y}") || written.contains("{-y}");
        let whole = row && written.contains("{z}") && written.contains("{x}");
        // The host goes into the page's policy, where a `;` or a `*` would allow more than itself.
        let safe = |letter: char| letter.is_ascii_alphanumeric() || "-.:[]".contains(letter);
        let named = host_of(&plain).chars().all(safe);
        if !whole || !named || plain.contains(['{', '}']) {
            return Err(problem(Code::TilesInvalid, written));
        }
        Ok(Self(written.to_owned()))
    }

    /// The template as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host that a citizen's browser will ask, or the part that its hosts share.
    pub fn host(&self) -> String {
        let plain = self.0.replace("{s}.", "").replace("{s}", SUBDOMAINS[0]);
        host_of(&plain)
    }

    /// Every origin that tiles may come from: one, or one for each host that `{s}` stands for.
    pub fn origins(&self) -> Vec<String> {
        if !self.0.contains("{s}") {
            return vec![origin_of(&self.0)];
        }
        SUBDOMAINS.iter().map(|host| origin_of(&self.0.replace("{s}", host))).collect()
    }
}

/// Scheme, host and port. What stands before the path holds no placeholder any more.
fn origin_of(address: &str) -> String {
    url::Url::parse(address).map(|url| url.origin().ascii_serialization()).unwrap_or_default()
}

fn host_of(address: &str) -> String {
    url::Url::parse(address)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_a_template() {
        let tiles = Tiles::parse("https://{s}.tile.example:8443/{z}/{x}/{y}{r}.png?k=1").unwrap();
        assert_eq!(tiles.host(), "tile.example");
        assert_eq!(
            tiles.origins(),
            [
                "https://a.tile.example:8443",
                "https://b.tile.example:8443",
                "https://c.tile.example:8443"
            ]
        );
        let one = Tiles::parse("https://tile.example/{z}/{x}/{-y}.png").unwrap();
        assert_eq!(one.origins(), ["https://tile.example"]);
    }

    #[test]
    fn what_would_ask_for_nothing_is_refused() {
        for written in [
            "https://tile.example/{z}/{x}.png",
            "https://tile.example/",
            "https://tile.example/{z}/{x}/{y}.png?key={apikey}",
            "tile.example/{z}/{x}/{y}.png",
            "javascript:{z}{x}{y}",
            "https://a.example; script-src *//{z}/{x}/{y}",
        ] {
            assert!(Tiles::parse(written).is_err(), "{written}");
        }
    }

    #[test]
    fn an_origin_cannot_widen_the_policy() {
        for written in ["https://a.example;x/{z}/{x}/{y}", "https://*/{z}/{x}/{y}"] {
            assert!(Tiles::parse(written).is_err(), "{written}");
        }
    }
}
