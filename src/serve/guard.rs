//! Who may ask, and for what: every check that a request passes before anything is looked up.
//!
//! In: a request's head and the address that the server listens on. Out: the path asked for,
//! decoded, or the status that refuses it. Promise: a path that passes has no `.`, `..` or empty
//! segment before its last, no backslash and no control character, however these were written.

use std::net::IpAddr;

use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{Method, StatusCode, header};

/// The decoded path, beginning with `/`, of a request that may be answered.
pub(super) fn admit(parts: &Parts, bound: IpAddr) -> Result<String, StatusCode> {
    check_host(parts, bound)?;
    if parts.method != Method::GET && parts.method != Method::HEAD {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    decode(parts.uri.path()).ok_or(StatusCode::BAD_REQUEST)
}

/// A name that an attacker can point at this machine must read nothing (DNS rebinding): the
/// request has to be addressed to this machine as this machine knows itself.
fn check_host(parts: &Parts, bound: IpAddr) -> Result<(), StatusCode> {
    let mut hosts = parts.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(StatusCode::BAD_REQUEST);
    };
    let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
    let named = [host.as_ref().ok_or(StatusCode::BAD_REQUEST)?];
    if named.into_iter().chain(parts.uri.authority()).all(|name| is_this_machine(name, bound)) {
        Ok(())
    } else {
        Err(StatusCode::MISDIRECTED_REQUEST)
    }
}

/// The port is left alone: a forwarded one differs, and no attacker gains by it.
fn is_this_machine(authority: &Authority, bound: IpAddr) -> bool {
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    if let Ok(address) = bare.parse::<IpAddr>() {
        let address = address.to_canonical();
        // Listening on all addresses, every number is ours: a number cannot be pointed elsewhere.
        return address.is_loopback() || address == bound.to_canonical() || bound.is_unspecified();
    }
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// Decodes a path and refuses what could mean another path to somebody else.
pub(super) fn decode(raw: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let byte = hex(rest.next()?)? * 16 + hex(rest.next()?)?;
        // Nobody has a reason to hide these two.
        if matches!(byte, b'.' | b'/') {
            return None;
        }
        decoded.push(byte);
    }
    let path = String::from_utf8(decoded).ok()?;
    let mut segments = path.strip_prefix('/')?.split('/');
    let last = segments.next_back()?;
    let is_dots = |segment| matches!(segment, "." | "..");
    let sound = !is_dots(last)
        && segments.all(|segment| !segment.is_empty() && !is_dots(segment))
        && !path.contains(|c: char| c == '\\' || c.is_control());
    sound.then_some(path)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Writes a path so that it can stand in a header and in an attribute. What is encoded stays so.
pub(super) fn encode(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::with_capacity(path.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"/%-._~!$()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn admitted(bound: &str, uri: &str, hosts: &[&str]) -> Result<String, StatusCode> {
        let request = Request::builder().uri(uri);
        let request = hosts.iter().fold(request, |request, host| request.header("host", *host));
        admit(&request.body(()).unwrap().into_parts().0, bound.parse().unwrap())
    }

    #[test]
    fn only_this_machine_by_its_own_names() {
        let table = [
            ("127.0.0.1", "localhost:8000", true),
            ("127.0.0.1", "LOCALHOST.", true),
            ("127.0.0.1", "nakhon.localhost:8000", true),
            ("127.0.0.1", "127.0.0.1:9999", true),
            ("127.0.0.1", "127.8.8.8", true),
            ("127.0.0.1", "[::1]:8000", true),
            ("127.0.0.1", "[::ffff:127.0.0.1]", true),
            ("127.0.0.1", "evil.example", false),
            ("127.0.0.1", "localhost.evil.example", false),
            ("127.0.0.1", "evillocalhost", false),
            ("127.0.0.1", "localhost@evil.example", false),
            ("127.0.0.1", "evil.example@localhost", false),
            ("127.0.0.1", "192.168.1.5:8000", false),
            ("127.0.0.1", "0.0.0.0:8000", false),
            ("192.168.1.5", "192.168.1.5:8000", true),
            ("192.168.1.5", "192.168.1.6:8000", false),
            ("0.0.0.0", "192.168.1.6:8000", true),
            ("0.0.0.0", "evil.example", false),
            ("::", "[fe80::1]:8000", true),
        ];
        for (bound, host, allowed) in table {
            let expected =
                if allowed { Ok("/".to_owned()) } else { Err(StatusCode::MISDIRECTED_REQUEST) };
            assert_eq!(admitted(bound, "/", &[host]), expected, "{host} on {bound}");
        }
    }

    #[test]
    fn one_host_and_no_other() {
        let at = "127.0.0.1";
        assert_eq!(admitted(at, "/", &[]), Err(StatusCode::BAD_REQUEST));
        assert_eq!(admitted(at, "/", &["localhost", "localhost"]), Err(StatusCode::BAD_REQUEST));
        assert_eq!(admitted(at, "/", &["a b"]), Err(StatusCode::BAD_REQUEST));
        let whole = admitted(at, "http://evil.example/", &["localhost"]);
        assert_eq!(whole, Err(StatusCode::MISDIRECTED_REQUEST));
        assert_eq!(admitted(at, "http://localhost/th/", &["localhost"]), Ok("/th/".to_owned()));
    }

    #[test]
    fn paths_decode_once_and_cannot_climb() {
        assert_eq!(decode("/%E0%B8%81/a%20b.html").as_deref(), Some("/ก/a b.html"));
        assert_eq!(decode("/a/%252e%252e/b").as_deref(), Some("/a/%2e%2e/b"));
        for sound in ["/", "/a/", "/a.b/..c/d..", "/.nojekyll", "/a:b"] {
            assert_eq!(decode(sound).as_deref(), Some(sound));
        }
        let refused = [
            "",
            "*",
            "a",
            "//",
            "//evil.example",
            "/a//b",
            "/a//",
            "/..",
            "/../a",
            "/a/../b",
            "/a/..",
            "/./a",
            "/a/.",
            "/%2e%2e/a",
            "/.%2E/a",
            "/%2e/a",
            "/a%2ehtml",
            "/a%2fb",
            "/a%2Fb",
            "/a\\b",
            "/..%5ca",
            "/%5c",
            "/a%00",
            "/a\0",
            "/a%0d%0ab",
            "/%7f",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/%e0%b8",
            "/%ff",
        ];
        for raw in refused {
            assert_eq!(decode(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn what_is_encoded_stays_so() {
        assert_eq!(encode("/a-b/%E0%B8%81/"), "/a-b/%E0%B8%81/");
        assert_eq!(encode("/ก \"<&'>/"), "/%E0%B8%81%20%22%3C%26%27%3E/");
    }
}
