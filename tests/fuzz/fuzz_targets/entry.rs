#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| nakhon_fuzz::entry(text));
