//! A code that a phone reads from paper (QR code, ISO/IEC 18004).

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// How much paper a reader needs around the code, in its own squares.
const QUIET: usize = 4;

/// The code of an address as an inline SVG; none where the address is too long for any. It mends
/// itself when 15 % of it are lost.
pub fn code(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let side = code.width();
    let whole = side + 2 * QUIET;
    let mut rows = String::new();
    for (y, row) in code.to_colors().chunks(side).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                // Writing to a String cannot fail.
                let _ = write!(rows, "M{} {}h{}v1H{0}z", x + QUIET, y + QUIET, run.len());
            }
            x += run.len();
        }
    }
    Some(format!(
        concat!(
            r#"<svg class="code" viewBox="0 0 {whole} {whole}" aria-hidden="true" focusable="false" "#,
            r#"shape-rendering="crispEdges"><path d="{rows}"/></svg>"#
        ),
        whole = whole,
        rows = rows,
    ))
}
