//! Values of bytes in base64.

use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine};

use super::format_base64::{Base64, Base64Url};
use super::formatted::{Formatted, Rich};

const CONFIG: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

const PADDED: GeneralPurpose = GeneralPurpose::new(&STANDARD, CONFIG);
const UNPADDED: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, CONFIG.with_encode_padding(false));

macro_rules! bytes {
    ($($format:ident: $engine:ident,)*) => {$(
        impl Rich for $format {
            type Value = Vec<u8>;

            fn parse(text: &str) -> Result<Vec<u8>, String> {
                $engine.decode(text).map_err(|error: DecodeError| error.to_string())
            }
        }

        impl From<&[u8]> for Formatted<$format> {
            fn from(value: &[u8]) -> Self {
                Self::new($engine.encode(value))
            }
        }

        impl From<Vec<u8>> for Formatted<$format> {
            fn from(value: Vec<u8>) -> Self {
                Self::from(value.as_slice())
            }
        }

        impl<const N: usize> From<&[u8; N]> for Formatted<$format> {
            fn from(value: &[u8; N]) -> Self {
                Self::from(value.as_slice())
            }
        }
    )*};
}

bytes! {
    Base64: PADDED,
    Base64Url: UNPADDED,
}
