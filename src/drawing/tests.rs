//! What the drawings promise: well-formed, deterministic, each pin within reach.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Ground, Pin, cover, plan};

/// The attributes of that name in a drawing, in order; the drawing must be well-formed.
fn attributes(svg: &str, element: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return found,
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("an attribute");
                    if tag.name().as_ref() == element && attribute.key.as_ref() == name {
                        found.push(attribute.value.into_owned());
                    }
                }
            }
            _ => {}
        }
    }
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

mod covers {
    use super::*;

    #[test]
    fn one_cloth_is_as_it_was_woven() {
        insta::assert_snapshot!(cover("space", "bueng-kaen-nakhon"));
    }

    #[test]
    fn the_cloths_are_as_they_were_woven() {
        let slugs = ["a", "khon-kaen-university", "wat-nong-waeng", "kku-campus", "2026", "x-1"];
        let woven: Vec<String> = ["space", "event", "partner"]
            .iter()
            .flat_map(|class| slugs.iter().map(move |slug| (class, slug)))
            .map(|(class, slug)| format!("{class}/{slug} {}", hash(&cover(class, slug))))
            .collect();
        insta::assert_snapshot!(woven.join("\n"));
    }

    #[test]
    fn an_unknown_class_is_woven_too_and_escaped() {
        let svg = cover("<\"&>", "a");
        assert!(attributes(&svg, "svg", "class")[0].starts_with("cloth &lt;"));
    }

    proptest! {
        #[test]
        fn any_slug_gives_one_cloth_with_ids_of_its_own(
            class in prop::sample::select(vec!["space", "event", "partner"]),
            slug in "[a-z0-9-]{1,40}",
        ) {
            let svg = cover(class, &slug);
            prop_assert_eq!(&svg, &cover(class, &slug));
            let ids = attributes(&svg, "pattern", "id");
            prop_assert_eq!(ids, vec![format!("b-{class}-{slug}"), format!("f-{class}-{slug}")]);
        }
    }
}

mod plans {
    use super::*;
    use crate::drawing::plan::GAP;

    fn pins(places: &[(f64, f64)]) -> Vec<Pin> {
        let pin = |(index, &(latitude, longitude)): (usize, &(f64, f64))| Pin {
            latitude,
            longitude,
            number: index + 1,
            label: format!("{}. <บึง> & \"lake\"", index + 1),
            url: format!("/en/spaces/{index}/?a=1&b='2'"),
        };
        places.iter().enumerate().map(pin).collect()
    }

    /// The middles of the pins as drawn.
    fn stands(svg: &str) -> Vec<(f64, f64)> {
        // The links come last; the texts before them are those of the scales.
        let links = format!("<svg>{}", &svg[svg.find("<a ").expect("a link")..]);
        let numbers = |name: &str| -> Vec<f64> {
            let texts = attributes(&links, "text", name);
            texts.iter().map(|text| text.parse().expect("a number")).collect()
        };
        numbers("x").into_iter().zip(numbers("y").into_iter().map(|y| y - 8.0)).collect()
    }

    fn height(svg: &str) -> f64 {
        let view_box = &attributes(svg, "svg", "viewBox")[0];
        view_box.rsplit(' ').next().expect("four numbers").parse().expect("a number")
    }

    /// Every promise that a map keeps whatever its pins are.
    fn keeps_its_promises(svg: &str, count: usize) {
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "no number is missing: {svg}");
        let stands = stands(svg);
        assert_eq!(stands.len(), count);
        for (index, a) in stands.iter().enumerate() {
            assert!((26.0..=534.0).contains(&a.0) && (26.0..=height(svg) - 26.0).contains(&a.1));
            for b in &stands[..index] {
                let apart = (a.0 - b.0).abs() + (a.1 - b.1).abs();
                assert!(apart > GAP - 0.5, "{a:?} and {b:?} are {apart} apart");
            }
        }
    }

    const TOWN: [(f64, f64); 6] = [
        (16.4083, 102.834),
        (16.4137, 102.8383),
        (16.4195, 102.8391),
        (16.444, 102.814),
        (16.452, 102.855),
        (16.4742, 102.8237),
    ];

    #[test]
    fn without_a_pin_on_the_globe_there_is_no_map() {
        assert_eq!(plan(&[], Ground::default(), "Map"), None);
        assert_eq!(
            plan(&pins(&[(f64::NAN, 1.0), (91.0, 0.0), (0.0, 1e300)]), Ground::default(), "Map"),
            None
        );
    }

    #[test]
    fn a_single_pin_stands_in_the_middle() {
        let svg = plan(&pins(&[(16.4, 102.8)]), Ground::default(), "Map").expect("a map");
        keeps_its_promises(&svg, 1);
        assert!((stands(&svg)[0].0 - 280.0).abs() < 0.1);
        assert!(!svg.contains("class=\"tie\""));
    }

    #[test]
    fn pins_of_one_place_stand_round_it_and_are_tied_to_it() {
        let svg = plan(&pins(&[(16.4, 102.8); 9]), Ground::default(), "Map").expect("a map");
        keeps_its_promises(&svg, 9);
        assert!(svg.contains("class=\"tie\""));
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let svg =
            plan(&pins(&[(16.0, 102.0), (17.0, 103.0)]), Ground::default(), "Map").expect("a map");
        let stands = stands(&svg);
        assert!(stands[0].0 < stands[1].0 && stands[0].1 > stands[1].1);
    }

    #[test]
    fn a_town_and_the_country_round_it_are_two_panels() {
        let mut places = TOWN.to_vec();
        assert_eq!(
            plan(&pins(&places), Ground::default(), "Map").expect("a map").matches("<g ").count(),
            1
        );
        places.insert(2, (16.1575, 102.7331));
        places.push((16.7754, 102.6183));
        let svg = plan(&pins(&places), Ground::default(), "แผนที่ & <map>").expect("a map");
        keeps_its_promises(&svg, 8);
        assert_eq!(svg.matches("class=\"scale\"").count(), 2);
        assert_eq!(svg.matches("class=\"lens\"").count(), 1);
        // The far ones stand below the town, yet all follow in the order of their numbers.
        let stands = stands(&svg);
        let lowest = [0, 1, 3, 4, 5, 6].iter().map(|&index| stands[index].1).fold(0.0, f64::max);
        assert!(stands[2].1 > lowest && stands[7].1 > lowest);
        assert_eq!(attributes(&svg, "svg", "aria-label"), ["แผนที่ &amp; &lt;map&gt;"]);
        insta::assert_snapshot!(svg);
    }

    #[test]
    fn an_outline_is_land_cut_at_the_frame() {
        let outline =
            vec![vec![(102.0, 15.0), (104.0, 15.0), (104.0, 18.0), (102.83, 16.43)], vec![]];
        let svg = plan(&pins(&TOWN), Ground { areas: &outline, ..Ground::default() }, "Map")
            .expect("a map");
        let land = svg.split("class=\"land\"").nth(1).and_then(|rest| rest.split('"').nth(3));
        let numbers = land.expect("land").split(|c: char| !(c.is_ascii_digit() || c == '.'));
        let most = height(&svg).max(560.0);
        assert!(numbers.filter_map(|text| text.parse::<f64>().ok()).all(|value| value <= most));
        assert!(!land.expect("land").contains('-'));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_pins_give_a_map_that_keeps_its_promises(
            places in prop::collection::vec((-90.0..=90.0, -180.0..=180.0), 1..30),
            town in prop::collection::vec((16.40..16.48, 102.80..102.86), 0..40),
        ) {
            let places: Vec<(f64, f64)> = places.into_iter().chain(town).collect();
            let pins = pins(&places);
            let svg = plan(&pins, Ground::default(), "Map").expect("a map");
            keeps_its_promises(&svg, pins.len());
            prop_assert_eq!(Some(svg), plan(&pins, Ground::default(), "Map"));
        }

        #[test]
        fn any_label_is_escaped(label in "\\PC*") {
            let mut pins = pins(&[(0.0, 0.0)]);
            pins[0].label.clone_from(&label);
            pins[0].url.clone_from(&label);
            let svg = plan(&pins, Ground::default(), &label).expect("a map");
            prop_assert_eq!(attributes(&svg, "a", "href").len(), 1);
        }
    }
}
