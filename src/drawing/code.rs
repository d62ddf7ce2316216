//! A code that a phone reads from paper or a screen (QR code, ISO/IEC 18004).

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder, QRCode};

/// How many light squares a reader needs around the code (ISO/IEC 18004, section 5.3.8).
const QUIET: usize = 4;

/// The squares of a code. It mends itself when 15 % of it are lost.
pub struct Code(QRCode);

impl Code {
    /// The code of an address; none where the address is too long for any.
    pub fn of(address: &str) -> Option<Self> {
        QRBuilder::new(address).ecl(ECL::M).build().ok().map(Self)
    }

    /// How many squares it is wide and high, with the quiet ones around it.
    pub fn side(&self) -> usize {
        self.0.size + 2 * QUIET
    }

    /// Whether a square is dark, counted from the corner of the quiet edge; none is beyond it.
    pub fn dark(&self, x: usize, y: usize) -> bool {
        let inner = QUIET..QUIET + self.0.size;
        inner.contains(&x) && inner.contains(&y) && self.0[y - QUIET][x - QUIET].value()
    }

    /// As an inline SVG, a path of the dark runs of each row.
    pub fn svg(&self) -> String {
        let side = self.side();
        let mut rows = String::new();
        for y in 0..self.0.size {
            let mut x = QUIET;
            for run in self.0[y].chunk_by(|a, b| a.value() == b.value()) {
                if run.first().is_some_and(|square| square.value()) {
                    // Writing to a String cannot fail.
                    let _ = write!(rows, "M{x} {}h{}v1H{x}z", y + QUIET, run.len());
                }
                x += run.len();
            }
        }
        format!(
            concat!(
                r#"<svg class="code" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false" "#,
                r#"shape-rendering="crispEdges"><path d="{rows}"/></svg>"#
            ),
            side = side,
            rows = rows,
        )
    }
}
