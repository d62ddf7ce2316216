//! Stand-in until the drawings land.
/// A pin.
#[derive(Debug)]
pub struct Pin { /// x
 pub latitude: f64, /// x
 pub longitude: f64, /// x
 pub number: usize, /// x
 pub label: String, /// x
 pub url: String }
/// x
pub fn cover(_class: &str, _slug: &str) -> String { String::new() }
/// x
pub fn plan(_pins: &[Pin], _outline: Option<&[Vec<(f64, f64)>]>, _label: &str) -> Option<String> { None }
