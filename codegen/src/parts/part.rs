/// A file of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its path below `src/`.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The files that it names.
    pub needs: &'static [&'static str],
    /// The crates that it names.
    pub crates: &'static [&'static str],
    /// The crates that it names only in items that the feature `client` compiles.
    pub client_crates: &'static [&'static str],
    /// The items that the crate exports.
    pub root: &'static [&'static str],
    /// The items that the module of its folder exports.
    pub public: &'static [&'static str],
    /// The items in the signatures of public traits that no module exports: nobody else can name them, so nobody else can
    /// implement the traits.
    pub sealed: &'static [&'static str],
    /// The macros and items that generated code and other folders find in the module of its folder.
    pub internal: &'static [&'static str],
    /// The methods that it adds to types to which generated code adds methods as well.
    pub methods: &'static [(&'static str, &'static [&'static str])],
    /// The feature that compiles it.
    pub feature: Option<&'static str>,
    /// The kind of values that it reads.
    pub kind: Option<Kind>,
}

/// A kind of values that not every API has, for the file `wire/kinds.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The name of the variant.
    pub variant: &'static str,
    /// The documentation of the variant.
    pub docs: &'static str,
    /// The trait of its places, and the file that declares it.
    pub place: (&'static str, &'static str),
    /// The function that reads a value.
    pub read: &'static str,
}

impl Part {
    pub(super) const fn new(file: &'static str, text: &'static str) -> Self {
        Self {
            file,
            text,
            needs: &[],
            crates: &[],
            client_crates: &[],
            root: &[],
            public: &[],
            sealed: &[],
            internal: &[],
            methods: &[],
            feature: None,
            kind: None,
        }
    }

    pub(super) const fn needs(self, needs: &'static [&'static str]) -> Self {
        Self { needs, ..self }
    }

    pub(super) const fn crates(self, crates: &'static [&'static str]) -> Self {
        Self { crates, ..self }
    }

    pub(super) const fn client_crates(self, client_crates: &'static [&'static str]) -> Self {
        Self {
            client_crates,
            ..self
        }
    }

    pub(super) const fn root(self, root: &'static [&'static str]) -> Self {
        Self { root, ..self }
    }

    pub(super) const fn public(self, public: &'static [&'static str]) -> Self {
        Self { public, ..self }
    }

    pub(super) const fn sealed(self, sealed: &'static [&'static str]) -> Self {
        Self { sealed, ..self }
    }

    pub(super) const fn internal(self, internal: &'static [&'static str]) -> Self {
        Self { internal, ..self }
    }

    pub(super) const fn methods(
        self,
        methods: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self { methods, ..self }
    }

    pub(super) const fn feature(self, feature: &'static str) -> Self {
        Self {
            feature: Some(feature),
            ..self
        }
    }

    pub(super) const fn kind(self, kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..self
        }
    }

    /// Whether the file names a crate.
    #[must_use]
    pub fn names_crate(&self, name: &str) -> bool {
        self.crates.contains(&name) || self.client_crates.contains(&name)
    }

    /// The folder of the file; empty for the root.
    #[must_use]
    pub fn folder(&self) -> &'static str {
        self.file.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name of its module.
    #[must_use]
    pub fn module(&self) -> &'static str {
        let name = self.file.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".rs").unwrap_or(name)
    }
}

/// The part of a file, by its path below `src/`.
macro_rules! part {
    ($file:literal) => {
        $crate::parts::Part::new($file, include_str!(concat!("../../../runtime/src/", $file)))
    };
}
