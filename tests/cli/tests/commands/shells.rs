//! Completions in a real shell, and man pages.

use std::fs;
use std::io;
use std::process::Command;

use insta::assert_snapshot;

use crate::session::Session;

/// Prints the completions for each line of words, the last of which is incomplete.
const TRY: &str = r#"
source "$1"
while read -r -a words; do
    [[ ${words[-1]} == _ ]] && words[-1]=""
    COMP_WORDS=("${words[@]}")
    COMP_CWORD=$((${#words[@]} - 1))
    COMPREPLY=()
    $2 "${words[0]}" "${words[-1]}" "${words[-2]}"
    printf '%s -> %s\n' "${words[*]:1}" "${COMPREPLY[*]}"
done
complete -p | sed 's/.* //'
"#;

/// What a user has typed; `_` is nothing.
const TYPED: &str = "\
atlas-private-endpoints cloudB
atlas-private-endpoints comp
atlas-private-endpoints completions _
atlas-private-endpoints cloudBackups _
atlas-private-endpoints cloudBackups createBackupPrivateEndpoint --reg
atlas-private-endpoints cloudBackups createBackupPrivateEndpoint --regionName US_E
atlas-private-endpoints cloudBackups createBackupPrivateEndpoint --output _
atlas-private-endpoints privateEndpointServices createPrivateEndpoint --cloudProvider _
";

#[test]
fn completions_in_bash() -> io::Result<()> {
    let (script, _, status) = Session::new().output(&["completions", "bash"], "");
    assert_eq!(status, 0);
    let directory = tempfile::tempdir()?;
    let [completions, typed] = ["completions", "typed"].map(|it| directory.path().join(it));
    fs::write(&completions, script)?;
    fs::write(&typed, TYPED)?;
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c", TRY, "bash"]).arg(completions);
    bash.arg("_atlas_private_endpoints");
    match bash.stdin(fs::File::open(typed)?).output() {
        Ok(output) => assert_snapshot!(String::from_utf8_lossy(&output.stdout)),
        Err(error) => println!("skipped: bash does not start: {error}"),
    }
    Ok(())
}

#[test]
fn each_command_has_a_man_page() -> io::Result<()> {
    let directory = tempfile::tempdir()?;
    let session = Session::new().in_directory(directory.path());
    assert_eq!(session.output(&["man", "pages"], "").2, 0);
    let mut names: Vec<_> = fs::read_dir(directory.path().join("pages"))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    names.sort();
    let page = "atlas-private-endpoints-cloudBackups-createBackupPrivateEndpoint.1";
    let text = fs::read_to_string(directory.path().join("pages").join(page))?;
    assert_snapshot!(format!("{}\n\n{text}", names.join("\n")));
    Ok(())
}

#[test]
fn other_shells_have_completions() {
    for (shell, beginning) in [
        ("zsh", "#compdef atlas-private-endpoints"),
        ("fish", "# Print an optspec for argparse"),
        ("powershell", "\nusing namespace System.Management"),
    ] {
        let (script, _, status) = Session::new().output(&["completions", shell], "");
        assert_eq!(status, 0);
        assert!(script.starts_with(beginning), "{shell}: {script}");
        assert!(script.contains("US_EAST_1"), "{shell}: {script}");
    }
}
