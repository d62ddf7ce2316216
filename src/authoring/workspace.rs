//! The settings that make Visual Studio Code use the schemas, and read Thai in peace.
//!
//! Its YAML extension completes and marks whole YAML files. Front matter in Markdown it does not
//! read: that is left to `check` and `serve`, and the reason why `new` writes facts as YAML.

use serde_json::{Map, Value, json};

use super::json_schema::File;

/// The extension that completes YAML.
const YAML_EXTENSION: &str = "redhat.vscode-yaml";

/// `.vscode/settings.json`; `folder` is where the schemas stand, relative to the site's root.
pub fn settings(files: &[File], folder: &str) -> Value {
    let schemas: Map<String, Value> = files
        .iter()
        .filter(|file| !file.patterns.is_empty())
        .map(|file| (format!("./{folder}/{}.json", file.name), json!(file.patterns)))
        .collect();
    json!({
        "yaml.schemas": schemas,
        "yaml.yamlVersion": "1.2",
        "yaml.format.enable": false,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": true,
            "editor.quickSuggestions": {"other": true, "comments": false, "strings": true},
        },
        "[markdown]": {"editor.wordWrap": "on"},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": true,
        "editor.unicodeHighlight.nonBasicASCII": false,
    })
}

/// `.vscode/extensions.json`.
pub fn extensions() -> Value {
    json!({"recommendations": [YAML_EXTENSION]})
}

/// `.vscode/tasks.json`: the preview and the check, for those who never open a terminal. `serve`
/// and `check` are what the tasks are called.
pub fn tasks(serve: &str, check: &str) -> Value {
    json!({
        "version": "2.0.0",
        "tasks": [
            {
                "label": serve,
                "type": "shell",
                "command": "nakhon serve",
                "isBackground": true,
                "problemMatcher": [],
            },
            {
                "label": check,
                "type": "shell",
                "command": "nakhon check",
                "problemMatcher": [],
                "group": {"kind": "test", "isDefault": true},
            },
        ],
    })
}

/// Lays settings over those that a file holds already: keys of ours win, all others stay. Nothing
/// where the file is not plain JSON (it may have comments, which are not ours to lose).
pub fn merged(existing: &str, ours: &Value) -> Option<Value> {
    let mut existing: Value = serde_json::from_str(existing).ok()?;
    let (Value::Object(into), Value::Object(from)) = (&mut existing, ours) else { return None };
    for (key, value) in from {
        match (into.get_mut(key), value) {
            (Some(Value::Object(inner)), Value::Object(value)) => {
                inner.extend(value.iter().map(|(key, value)| (key.clone(), value.clone())));
            }
            (Some(Value::Array(inner)), Value::Array(value)) => {
                let new: Vec<Value> =
                    value.iter().filter(|item| !inner.contains(item)).cloned().collect();
                inner.extend(new);
            }
            _ => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
    Some(existing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_the_editors_own_stay() {
        let theirs = r#"{"editor.fontSize": 18, "yaml.schemas": {"./mine.json": "x.yaml"}}"#;
        let merged = merged(theirs, &settings(&[], "schema")).expect("it is JSON");
        assert_eq!(merged["editor.fontSize"], 18);
        assert_eq!(merged["yaml.schemas"]["./mine.json"], "x.yaml");
        assert_eq!(merged["files.encoding"], "utf8");
        let again = super::merged(&merged.to_string(), &settings(&[], "schema"));
        assert_eq!(again, Some(merged), "writing twice changes nothing");
        assert_eq!(super::merged("{ // a comment\n}", &extensions()), None);
    }
}
