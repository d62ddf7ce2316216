//! The way to the site from a phone in the same network.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// The address under which others reach a server that listens on `bound`; nothing where it lets in
/// nobody but this computer, or where there is no network.
pub fn seen_from_outside(bound: IpAddr) -> Option<IpAddr> {
    if bound.is_loopback() {
        return None;
    }
    if !bound.is_unspecified() {
        return Some(bound);
    }
    // Nothing is sent: the system only picks the address that it would send from. The other end is
    // one that no network has (RFC 5737).
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|address| !address.is_loopback())
}

/// A QR code for a terminal, two dots a letter, dark on light with the quiet edge that phones need.
pub fn code(url: &str) -> Option<String> {
    let code = QrCode::new(url).ok()?;
    let drawn = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .quiet_zone(true)
        .build();
    Some(format!("{drawn}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_let_in_gets_an_address() {
        assert_eq!(seen_from_outside(Ipv4Addr::LOCALHOST.into()), None);
        let host = "192.168.1.5".parse().unwrap();
        assert_eq!(seen_from_outside(host), Some(host));
    }

    #[test]
    fn a_code_is_a_square_of_half_blocks() {
        let code = code("http://192.168.1.5:8000/directory/").unwrap();
        let widths: Vec<usize> = code.lines().map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]));
        // A letter is one dot wide and two high.
        assert!(widths[0].abs_diff(widths.len() * 2) <= 1, "{widths:?}");
    }
}
