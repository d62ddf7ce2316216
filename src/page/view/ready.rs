//! Values made for templates once, and shown by many pages.

use std::marker::PhantomData;

use serde::{Serialize, Serializer};

/// A value as templates see it. Handing it to one more page costs nothing.
#[derive(Debug)]
pub struct Ready<T> {
    value: tera::Value,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize> Ready<T> {
    /// Makes it.
    pub fn new(value: &T) -> Self {
        Self { value: tera::Value::from_serializable(value), kind: PhantomData }
    }
}

impl<T> Clone for Ready<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), kind: PhantomData }
    }
}

impl<T> Ready<T> {
    /// The value itself.
    pub fn value(&self) -> tera::Value {
        self.value.clone()
    }
}

impl<T> Serialize for Ready<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Tera takes over a value of its own as it is.
        self.value.serialize(serializer)
    }
}
