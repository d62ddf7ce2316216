//! `nakhon`: a static site generator for the bilingual directory of a learning city.
//!
//! Data flows one way, and a module knows only what stands above it in this list:
//!
//! 1. [`source`]: files, and where each thing stands in them; [`history`]: when each was changed;
//!    [`cache`]: bytes that are dear to make, kept between builds;
//! 2. [`diagnostic`]: the vocabulary of findings; [`report`]: findings told to people and programs;
//! 3. [`syntax`]: YAML and front matter with a place for every value;
//! 4. [`language`]: messages, formats, collation, word breaks, normalisation;
//! 5. [`prose`]: Markdown, inspected and rendered; [`drawing`]: covers and maps; [`picture`]: files
//!    of pictures, read, made smaller and drawn;
//! 6. [`model`]: values that are right by construction, and the directory made of them;
//! 7. [`entries`]: what each file says, valid in itself;
//! 8. [`check`]: what all files say together, and so the directory;
//! 9. [`index`]: orders, groups and figures;
//! 10. [`page`]: addresses, and what templates see;
//! 11. [`theme`]: templates, styles and messages, the site's own over the built-in ones;
//! 12. [`render`]: pages to bytes; [`search`]: the index that browsers search; [`export`]: the other
//!     files of the tree;
//! 13. [`output`]: the tree on its way to memory or disk;
//! 14. [`tree`]: every address of the published tree, and what makes each; [`pipeline`]: the stages
//!     in order; [`live`]: the same again and again, while files are edited; [`again`]: a build that
//!     begins where the last one ended;
//! 15. [`publish`]: a built tree to a store; [`external`]: links to other sites, asked;
//! 16. [`tidy`]: spelling mended in the files themselves; [`sheet`]: entries as sheets, and back;
//!     [`status`]: how far all is translated and verified;
//! 17. [`authoring`]: what editors are given: completion, new files, the field reference, a CMS;
//! 18. [`serve`]: the site on this computer, and what changes in its folder;
//! 19. [`cli`]: the command line.

pub mod again;
pub mod authoring;
pub mod cache;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod drawing;
pub mod entries;
pub mod export;
pub mod external;
pub mod history;
pub mod index;
pub mod language;
pub mod live;
pub mod model;
pub mod output;
pub mod page;
pub mod picture;
pub mod pipeline;
pub mod prose;
pub mod publish;
pub mod render;
pub mod report;
pub mod search;
pub mod serve;
pub mod sheet;
pub mod source;
pub mod status;
pub mod syntax;
pub mod theme;
pub mod tidy;
pub mod tree;
