//! Both languages done right.
