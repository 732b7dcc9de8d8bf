//! Compiles the program. A function that does not compile is removed, and its scenario is reported.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::Value;

use super::client::{module_name, write_workspace};
use super::program::{Module, function_name};
use crate::workspace;

/// The number of attempts: errors of one phase of the compiler hide those of the next.
const ATTEMPTS: usize = 5;

/// The modules of the program by package.
pub(super) type Modules = BTreeMap<String, Module>;

/// Compiles the program and returns its path.
pub(super) fn build(root: &Path, modules: &mut Modules) -> Result<PathBuf> {
    for _ in 0..ATTEMPTS {
        let texts = modules
            .iter()
            .map(|(package, module)| (package.clone(), module.text.clone()));
        write_workspace(root, &texts.collect(), &main(modules))?;
        let errors = compile(root)?;
        if errors.is_empty() {
            return Ok(target(root).join("debug/scenarios"));
        }
        for (file, line, message) in errors {
            let place = modules
                .iter_mut()
                .find(|(package, _)| file == module_name(package));
            match place {
                Some((_, module)) => remove(module, line, &message)?,
                None => bail!("the program does not compile: {message}"),
            }
        }
    }
    bail!("the program does not compile")
}

/// The build directory, which runs share.
fn target(root: &Path) -> PathBuf {
    root.join("target")
}

/// The errors of the compiler: the module, the line and the message.
fn compile(root: &Path) -> Result<Vec<(String, usize, String)>> {
    let output = Command::new(workspace::cargo())
        .args([
            "build",
            "--quiet",
            "--message-format=json",
            "--package",
            "scenarios",
        ])
        .arg("--manifest-path")
        .arg(root.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", target(root))
        .env_remove("RUSTFLAGS")
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|it| serde_json::from_str::<Value>(it).ok());
    let errors: Vec<_> = messages.filter_map(|it| error(&it)).collect();
    if errors.is_empty() && !output.status.success() {
        bail!(
            "cargo has failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(errors)
}

fn error(message: &Value) -> Option<(String, usize, String)> {
    let message = message.get("message")?;
    if message.get("level")? != "error" {
        return None;
    }
    let spans = message.get("spans")?.as_array()?;
    let span = spans
        .iter()
        .find(|it| it.get("is_primary") == Some(&Value::Bool(true)))?;
    let file = Path::new(span.get("file_name")?.as_str()?)
        .file_stem()?
        .to_str()?
        .to_owned();
    let line = usize::try_from(span.get("line_start")?.as_u64()?).ok()?;
    Some((file, line, message.get("message")?.as_str()?.to_owned()))
}

/// Removes the function at a line, unless an earlier error has removed it.
fn remove(module: &mut Module, line: usize, message: &str) -> Result<()> {
    let Some(at) = module.functions.iter().position(|(_, last)| line <= *last) else {
        bail!("line {line} is in no function: {message}");
    };
    let (name, _) = module.functions[at].clone();
    let first = at
        .checked_sub(1)
        .map_or(1, |before| module.functions[before].1);
    let last = module.functions[at].1;
    // The lines stay, so that those of other errors are still valid.
    let lines = module.text.lines().enumerate();
    let kept = lines.map(|(index, text)| {
        if (first..last).contains(&index) {
            ""
        } else {
            text
        }
    });
    module.text = kept.collect::<Vec<_>>().join("\n") + "\n";
    module.functions[at].0.clear();
    if !name.is_empty() {
        module.inexpressible.push((name, message.to_owned()));
    }
    Ok(())
}

fn main(modules: &Modules) -> String {
    let declared = modules
        .keys()
        .map(|it| format!("mod {};\n", module_name(it)));
    let declared = declared.collect::<Vec<_>>().concat();
    let calls = modules.iter().flat_map(|(package, module)| {
        let names = module.functions.iter().map(|(name, _)| name);
        names.filter(|name| !name.is_empty()).map(move |name| {
            let path = format!("{}::{}", module_name(package), function_name(name));
            format!("    print({package:?}, {name:?}, {path}(&base).await);\n")
        })
    });
    let calls = calls.collect::<Vec<_>>().concat();
    format!(
        "//! Runs each scenario, and prints its result as a line of JSON.\n\nmod support;\n{declared}\n\
         #[tokio::main(flavor = \"current_thread\")]\nasync fn main() {{\n    \
         let base = std::env::args().nth(1).unwrap();\n{calls}}}\n\n\
         fn print(package: &str, name: &str, result: support::Checked) {{\n    \
         println!(\"{{}}\", serde_json::json!([package, name, result.err()]));\n}}\n"
    )
}
