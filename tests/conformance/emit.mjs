// Compiles every spec of a folder to OpenAPI 3.0 and 3.1: node emit.mjs SPECS OUTPUT
//
// The document of `SPECS/type/array/main.tsp` is `OUTPUT/type/array/3.1.0/openapi.json`, or one for each API version.
// Specs that the emitter does not accept are listed on standard output.

import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { NodeHost, compile } from "@typespec/compiler";

const [specs, output] = process.argv.slice(2).map((path) => resolve(path));
const found = readdirSync(specs, { recursive: true });
const mains = found.filter((path) => /(^|\/)main\.tsp$/.test(path)).sort();

for (const main of mains) {
  const name = dirname(main);
  const options = {
    "emitter-output-dir": join(output, name),
    "openapi-versions": ["3.0.0", "3.1.0"],
    "file-type": "json",
  };
  try {
    const program = await compile(NodeHost, join(specs, main), {
      emit: ["@typespec/openapi3"],
      options: { "@typespec/openapi3": options },
    });
    const error = program.diagnostics.find((it) => it.severity === "error");
    if (error) console.log(`${name}: ${error.message}`);
  } catch (error) {
    const line = String(error).split("\n").find((it) => it.startsWith("TypeError")) ?? error;
    console.log(`${name}: the emitter fails: ${line}`);
  }
}
