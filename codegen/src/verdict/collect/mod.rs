//! Derives the surface from the plan.

mod command_line;
mod operations;
mod package;
mod places;
mod types;

use self::places::Places;
use super::surface::Surface;
use crate::diagnostic::Moves;
use crate::parts::{FOLDERS, Visibility};
use crate::plan::{Content, Crate};

impl Surface {
    /// The surface of a planned crate. `moves` gives the places of the parts of the document.
    #[must_use]
    pub fn of(plan: &Crate<'_>, moves: &Moves) -> Self {
        let places = Places(moves);
        let mut items = vec![package::package(plan)];
        items.extend(package::features(&plan.features));
        for file in &plan.files {
            match &file.content {
                Content::Root(root) => items.extend(package::exports(root, &plan.features)),
                Content::Folder(folder) => {
                    let name = file.path.trim_start_matches("src/");
                    let name = name.trim_end_matches("/mod.rs");
                    let mut public = FOLDERS.iter();
                    if public.any(|it| it.name == name && it.visibility == Visibility::Public) {
                        items.extend(package::folder(name, folder, &plan.features));
                    }
                }
                Content::Constants(constants) => items.extend(package::constants(constants)),
                Content::Api(index) => items.extend(package::index(index)),
                Content::Types(module) => {
                    let types = module.types.iter();
                    let when = &module.condition;
                    items.extend(types.map(|it| types::item(it, when, &places)));
                }
                Content::Group(group) => items.extend(operations::group(group, &places)),
                Content::Servers(servers) => items.extend(package::servers(servers)),
                Content::Webhooks(webhooks) => items.push(package::webhooks(webhooks)),
                _ => {}
            }
        }
        let line = plan.files.iter().find_map(|file| match &file.content {
            Content::CommandLine(line) => Some(line),
            _ => None,
        });
        if let Some(line) = line {
            command_line::add(line, &mut items);
        }
        let package = plan.package;
        Self {
            name: package.name.clone().unwrap_or_default(),
            version: package.version().to_owned(),
            items,
        }
    }
}
