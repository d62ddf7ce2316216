#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nakhon_fuzz::calendar(bytes));
