//! Writes the search index of an invented city: `invented_index ENTRIES FOLDER [LANGUAGE]`.
//!
//! Summaries are drawn word by word from the prose of `content/`, each as often as it stands there,
//! with an invented proper name among them; names are a kind of place and one or two invented
//! names, in Thai and in Latin letters. So texts repeat less than a real city's would, and the
//! list of words grows with the city as it would. The same arguments give the same bytes.

use std::error::Error;
use std::fs;
use std::path::Path;

use nakhon::language::{LanguageTag, word_breaks};
use nakhon::search::{Collection, Document, Label, publish};

const ONSETS: [(&str, &str); 24] = [
    ("ก", "k"),
    ("ข", "kh"),
    ("ค", "kh"),
    ("ง", "ng"),
    ("จ", "ch"),
    ("ช", "ch"),
    ("ซ", "s"),
    ("ด", "d"),
    ("ต", "t"),
    ("ท", "th"),
    ("น", "n"),
    ("บ", "b"),
    ("ป", "p"),
    ("ผ", "ph"),
    ("พ", "ph"),
    ("ม", "m"),
    ("ย", "y"),
    ("ร", "r"),
    ("ล", "l"),
    ("ว", "w"),
    ("ส", "s"),
    ("ศ", "s"),
    ("ห", "h"),
    ("อ", ""),
];
/// Rimes, `-` for the consonant.
const RIMES: [(&str, &str); 22] = [
    ("-าน", "an"),
    ("-าง", "ang"),
    ("-าม", "am"),
    ("-าย", "ai"),
    ("-าก", "ak"),
    ("-ัน", "an"),
    ("-ัง", "ang"),
    ("-ี", "i"),
    ("-ีน", "in"),
    ("-ู", "u"),
    ("-ูน", "un"),
    ("-อง", "ong"),
    ("-อน", "on"),
    ("-้อย", "oi"),
    ("-ุง", "ung"),
    ("เ-", "e"),
    ("แ-ง", "aeng"),
    ("โ-น", "on"),
    ("ไ-", "ai"),
    ("เ-ียง", "iang"),
    ("-่า", "a"),
    ("-้ำ", "am"),
];
const KINDS: [(&str, &str); 12] = [
    ("ห้องสมุด", "Library"),
    ("พิพิธภัณฑ์", "Museum"),
    ("ศูนย์เรียนรู้", "Learning Centre"),
    ("วัด", "Temple"),
    ("สวนสาธารณะ", "Park"),
    ("โรงเรียน", "School"),
    ("หอศิลป์", "Art Hall"),
    ("ชุมชน", "Community"),
    ("อบรมการทอผ้า", "Weaving Workshop"),
    ("เทศกาล", "Festival"),
    ("มูลนิธิ", "Foundation"),
    ("ค่ายวิทยาศาสตร์", "Science Camp"),
];
const DISTRICTS: usize = 26;
const THEMES: usize = 12;

/// Numbers that look drawn (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap_or_default() % most.max(1)
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// An invented name in Thai and in Latin letters.
    fn name(&mut self) -> (String, String) {
        let (mut thai, mut latin) = (String::new(), String::new());
        for _ in 0..=1 + self.below(2) {
            let (onset, rime) = (self.of(&ONSETS), self.of(&RIMES));
            thai.push_str(&rime.0.replace('-', onset.0));
            latin.push_str(onset.1);
            latin.push_str(rime.1);
        }
        let first = latin.remove(0).to_ascii_uppercase();
        (thai, format!("{first}{latin}"))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: invented_index ENTRIES FOLDER [LANGUAGE]";
    let entries: usize = arguments.next().ok_or(usage)?.parse()?;
    let folder = arguments.next().ok_or(usage)?;
    let language = arguments.next().unwrap_or_else(|| "th".to_owned());
    let tag = LanguageTag::parse(&language).map_err(|_| usage)?;
    let index = publish(&city(entries, &language)?, &tag);
    for (path, bytes) in &index.files {
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn city(entries: usize, language: &str) -> Result<Collection, Box<dyn Error>> {
    let words = words(language)?;
    let thai = language == "th";
    let mut dice = Dice(7);
    let sections = ["spaces", "partners", "events"];
    let both = |(th, en): (String, String)| if thai { [th, en] } else { [en, th] };
    let mut labels: Vec<Label> = KINDS
        .iter()
        .enumerate()
        .map(|(place, (th, en))| Label {
            id: format!("{}/k{place}", sections[place % 3]),
            words: both(((*th).to_owned(), (*en).to_owned())).into(),
        })
        .collect();
    for (part, many) in [("districts", DISTRICTS), ("themes", THEMES)] {
        for number in 0..many {
            let words = both(dice.name()).into();
            labels.push(Label { id: format!("{part}/n{number}"), words });
        }
    }
    let mut documents: Vec<Document> =
        (0..entries).map(|number| document(number, thai, &words, &mut dice)).collect();
    documents.sort_by(|a, b| (a.section, &a.name).cmp(&(b.section, &b.name)));
    let sections =
        sections.map(|section| (section.to_owned(), format!("/directory/{language}/{section}/")));
    Ok(Collection { sections: sections.into(), labels, documents })
}

fn document(number: usize, thai: bool, words: &[String], dice: &mut Dice) -> Document {
    let kind = dice.below(KINDS.len());
    let (own, place) = (dice.name(), dice.name());
    let th = format!("{}{} {}{}", KINDS[kind].0, own.0, "บ้าน", place.0);
    let en = format!("{} {}, Ban {}", own.1, KINDS[kind].1, place.1);
    let (name, other) = if thai { (th, en) } else { (en, th) };
    let mut summary: Vec<&str> = (0..25).map(|_| dice.of(words).as_str()).collect();
    let third = dice.name();
    summary.insert(dice.below(25), if thai { &third.0 } else { &third.1 });
    let event = kind % 3 == 2;
    let alias = dice.name();
    Document {
        section: kind % 3,
        slug: format!("{}-{number}", own.1.to_ascii_lowercase()),
        name,
        others: vec![other, format!("{}{}", KINDS[kind].0, alias.0)],
        summary: summary.join(if thai { "" } else { " " }),
        place: vec![if thai { format!("ตำบล{}", place.0) } else { place.1 }],
        when: if event { format!("{} ธ.ค. 2569", 1 + dice.below(28)) } else { String::new() },
        labels: vec![
            kind,
            KINDS.len() + dice.below(DISTRICTS),
            KINDS.len() + DISTRICTS + dice.below(THEMES),
        ],
        free: dice.below(3) > 0,
        accessible: dice.below(4) == 0,
        ..Document::default()
    }
}

/// Every word of the prose of a language, as often as it stands there.
fn words(language: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files: Vec<_> = walkdir::WalkDir::new("content")
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .collect();
    files.sort();
    let mut words = Vec::new();
    for path in files {
        let text = fs::read_to_string(path)?;
        for pair in word_breaks(&text).windows(2) {
            let word = &text[pair[0]..pair[1]];
            let thai = word.chars().all(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
            let latin = word.chars().all(|c| c.is_ascii_alphabetic());
            if if language == "th" { thai } else { latin } {
                words.push(word.to_owned());
            }
        }
    }
    Ok(words)
}
