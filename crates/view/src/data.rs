//! Serialization of views: the build writes them as JSON, and the browser reads them from the
//! values of its own JSON parser.
//!
//! The browser's side does not use `serde`: its visitors and a second JSON parser would be a
//! quarter of the WebAssembly, for values that this program itself has written.

#[cfg(feature = "hydrate")]
use wasm_bindgen::{JsCast, JsValue};

/// A type that can be read from a JavaScript value.
#[cfg(feature = "hydrate")]
pub trait FromJs: Sized {
    /// Reads the value; returns `None` if it is not of this type.
    fn from_js(value: &JsValue) -> Option<Self>;
}

/// Reads one member of an object.
#[cfg(feature = "hydrate")]
pub(super) fn field<T: FromJs>(object: &JsValue, name: &str) -> Option<T> {
    T::from_js(&js_sys::Reflect::get(object, &JsValue::from_str(name)).ok()?)
}

/// Reads one item of a list.
#[cfg(feature = "hydrate")]
pub fn item<T: FromJs>(list: &JsValue, place: usize) -> Option<T> {
    let list = list.dyn_ref::<js_sys::Array>()?;
    T::from_js(&list.get(u32::try_from(place).ok()?))
}

/// Returns the name of the only member of an object.
#[cfg(feature = "hydrate")]
pub(super) fn variant(object: &JsValue) -> Option<String> {
    js_sys::Object::keys(object.dyn_ref::<js_sys::Object>()?).get(0).as_string()
}

#[cfg(feature = "hydrate")]
mod values {
    use super::FromJs;
    use js_sys::Array;
    use wasm_bindgen::{JsCast, JsValue};

    impl FromJs for String {
        fn from_js(value: &JsValue) -> Option<Self> {
            value.as_string()
        }
    }

    impl FromJs for bool {
        fn from_js(value: &JsValue) -> Option<Self> {
            value.as_bool()
        }
    }

    impl FromJs for u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
        fn from_js(value: &JsValue) -> Option<Self> {
            value.as_f64().map(|number| number as Self)
        }
    }

    impl<T: FromJs> FromJs for Option<T> {
        fn from_js(value: &JsValue) -> Option<Self> {
            if value.is_null() || value.is_undefined() {
                Some(None)
            } else {
                T::from_js(value).map(Some)
            }
        }
    }

    impl<T: FromJs> FromJs for Vec<T> {
        fn from_js(value: &JsValue) -> Option<Self> {
            value.dyn_ref::<Array>()?.iter().map(|item| T::from_js(&item)).collect()
        }
    }

    impl<T: FromJs> FromJs for Box<T> {
        fn from_js(value: &JsValue) -> Option<Self> {
            T::from_js(value).map(Self::new)
        }
    }
}

/// Declares a struct that is serialized as an object with a member for each field, or an enum that
/// is serialized as an object with one member, named after the variant.
macro_rules! data {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "ssr", derive(serde::Serialize))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        #[cfg(feature = "hydrate")]
        impl $crate::FromJs for $name {
            fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
                Some(Self { $($field: $crate::data::field(value, stringify!($field))?,)* })
            }
        }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident($type:ty) = $key:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "ssr", derive(serde::Serialize))]
        pub enum $name {
            $($(#[$variant_meta])*
            #[cfg_attr(feature = "ssr", serde(rename = $key))]
            $variant($type),)*
        }

        #[cfg(feature = "hydrate")]
        impl $crate::FromJs for $name {
            fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
                let key = $crate::data::variant(value)?;
                match key.as_str() {
                    $($key => $crate::data::field(value, $key).map(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(super) use data;
