//! The way to the site from a phone in the same network.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use crate::drawing::Code;

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

/// A QR code for a terminal, two squares a letter. Terminals are dark more often than not: what is light
/// in the code is drawn, and phones read it either way.
pub fn code(url: &str) -> Option<String> {
    let code = Code::of(url)?;
    let mut drawn = String::new();
    for y in (0..code.side()).step_by(2) {
        for x in 0..code.side() {
            drawn.push(match (code.dark(x, y), code.dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        drawn.push('\n');
    }
    Some(drawn)
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
