//! `cargo xtask explain`.

use std::io::{self, Write};

use anyhow::{Result, bail};
use codegen::diagnostic::{Code, Page};
use codegen::{Input, Options, generate};

use crate::Outcome;
use crate::report::{Report, Source};

/// Prints the page of `code`, or every code with its meaning.
pub(crate) fn run(code: Option<&str>) -> Result<Outcome> {
    let Some(code) = code else {
        for code in Code::ALL {
            println!("{code}: {}", code.page().meaning);
        }
        return Ok(Outcome::Clean);
    };
    match Code::ALL.iter().find(|known| known.as_str() == code) {
        Some(known) => write(known.page(), &mut anstream::stdout().lock())?,
        None => bail!("`{code}` is not a code; `cargo xtask explain` lists all codes"),
    }
    Ok(Outcome::Clean)
}

/// The meaning of the code, its example with the finding, and the corrected example.
fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n\nThis example has the finding:\n", page.meaning)?;
    let example = Example::new([page.settings, page.overlay, page.document]);
    example.write(out)?;
    example.write_findings(out)?;
    writeln!(out, "The corrected example:\n")?;
    let corrected = page.corrected();
    Example::new(corrected.each_ref().map(String::as_str)).write(out)
}

/// The document in an example.
struct Example {
    settings: Source,
    overlay: Source,
    document: Source,
}

impl Example {
    fn new([settings, overlay, document]: [&str; 3]) -> Self {
        let source = |name: &str, text: &str| Source {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        Self {
            settings: source("codegen.toml", settings),
            overlay: source("repairs.overlay.yaml", overlay),
            document: source("openapi.yaml", document),
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let sources = [&self.settings, &self.overlay, &self.document];
        for Source { name, text } in sources.into_iter().filter(|it| !it.text.is_empty()) {
            writeln!(out, "    # {name}")?;
            text.lines()
                .try_for_each(|line| writeln!(out, "    {line}"))?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn write_findings(&self, out: &mut dyn Write) -> io::Result<()> {
        let (options, refused) = match Options::parse(&self.settings.text) {
            Ok(options) => (options, Vec::new()),
            Err(refused) => (Options::default(), vec![refused]),
        };
        Report::new(vec![&self.settings], &refused).write_findings(out, true)?;
        let overlays = Some(&self.overlay).filter(|it| !it.text.is_empty());
        let input = Input {
            document: &self.document.text,
            overlays: overlays.map(|it| it.text.as_str()).into_iter().collect(),
            document_paths: vec![self.document.name.clone()],
        };
        let generated = generate(input, &options);
        let sources = std::iter::once(&self.document).chain(overlays);
        Report::new(sources.collect(), &generated.diagnostics).write_findings(out, true)
    }
}

#[cfg(test)]
mod tests {
    use codegen::diagnostic::Code;

    fn page(code: Code) -> String {
        let mut out = Vec::new();
        super::write(code.page(), &mut anstream::StripStream::new(&mut out)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_page_has_the_example_its_finding_and_the_correction() {
        let text = page(Code::UnsupportedKeyword);
        let parts = [
            Code::UnsupportedKeyword.page().meaning,
            "      requierd: [id]\n",
            "warning[unsupported-keyword]: ",
            " --> openapi.yaml:17:7\n",
            "The corrected example:\n",
            "      required: [id]\n",
        ];
        let places: Vec<_> = parts.iter().map(|part| text.find(part)).collect();
        assert!(places.iter().all(Option::is_some), "{text}");
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn a_finding_may_be_in_the_settings() {
        let text = page(Code::Config);
        assert!(text.contains("error[config]: "), "{text}");
        assert!(text.contains(" --> codegen.toml:2:1\n"), "{text}");
    }
}
