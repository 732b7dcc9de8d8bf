use crate::wire;

macro_rules! wide {
    ($($field:ident $wire:literal)*) => {
        /// More fields than one word has bits.
        #[derive(Clone)]
        struct Wide { $($field: i32,)* }
        wire::object!(Wide { $($field: $wire required,)* });
    };
}

wide! {
    f00 "f00" f01 "f01" f02 "f02" f03 "f03" f04 "f04" f05 "f05" f06 "f06"
    f07 "f07" f08 "f08" f09 "f09" f10 "f10" f11 "f11" f12 "f12" f13 "f13"
    f14 "f14" f15 "f15" f16 "f16" f17 "f17" f18 "f18" f19 "f19" f20 "f20"
    f21 "f21" f22 "f22" f23 "f23" f24 "f24" f25 "f25" f26 "f26" f27 "f27"
    f28 "f28" f29 "f29" f30 "f30" f31 "f31" f32 "f32" f33 "f33" f34 "f34"
    f35 "f35" f36 "f36" f37 "f37" f38 "f38" f39 "f39" f40 "f40" f41 "f41"
    f42 "f42" f43 "f43" f44 "f44" f45 "f45" f46 "f46" f47 "f47" f48 "f48"
    f49 "f49" f50 "f50" f51 "f51" f52 "f52" f53 "f53" f54 "f54" f55 "f55"
    f56 "f56" f57 "f57" f58 "f58" f59 "f59" f60 "f60" f61 "f61" f62 "f62"
    f63 "f63" f64 "f64" f65 "f65" f66 "f66" f67 "f67" f68 "f68" f69 "f69"
}

fn document(keys: impl Iterator<Item = usize>) -> String {
    let entries: Vec<String> = keys.map(|key| format!(r#""f{key:02}":{key}"#)).collect();
    format!("{{{}}}", entries.join(","))
}

fn read(keys: impl Iterator<Item = usize>) -> Result<Wide, wire::DecodeError> {
    wire::from_slice(document(keys).as_bytes())
}

#[test]
fn keys_are_found_in_any_order() {
    let value = read(0..70).unwrap();
    assert_eq!(
        (value.f00, value.f63, value.f64, value.f69),
        (0, 63, 64, 69)
    );
    assert_eq!(read((0..70).rev()).unwrap(), value);
    assert_eq!(wire::to_vec(&value).unwrap(), document(0..70).into_bytes());
}

#[test]
fn a_missing_or_repeated_key_is_noticed_past_the_first_word() {
    let error = |keys: Vec<usize>| read(keys.into_iter()).unwrap_err().to_string();
    assert!(error((0..69).collect()).starts_with("missing field `f69`"));
    assert!(error((0..64).chain(65..70).collect()).starts_with("missing field `f64`"));
    assert!(error((0..70).chain([66]).collect()).starts_with("duplicate field `f66`"));
}
