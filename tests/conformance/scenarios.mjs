// Prints the scenarios of Spector as JSON: node scenarios.mjs SCENARIOS BASE_URL
//
// A scenario has one step for each request that the server expects. Bodies are text, or base64 if they are not UTF-8.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [scenarios, baseUrl] = process.argv.slice(2);
const root = resolve(scenarios);
const config = { baseUrl };
/** The values of XML, by the scenario without its method. */
const values = JSON.parse(readFileSync("values.json", "utf8"));

function content(raw) {
  if (raw === undefined) return undefined;
  if (Buffer.isBuffer(raw)) return { base64: raw.toString("base64") };
  if (typeof raw === "string") return { text: raw };
  return { text: raw.serialize(config) };
}

function part(file) {
  return { name: file.fieldname, file_name: file.originalname, media_type: file.mimetype, ...content(file.buffer) };
}

function body(given) {
  if (given === undefined) return undefined;
  const form = given.kind === "multipart" || given.parts || given.files;
  return {
    media_type: given.contentType,
    ...content(given.rawContent),
    ...(form && { fields: given.parts ?? {}, files: (given.files ?? []).map(part) }),
  };
}

/** Lists stay lists; everything else is text. */
function texts(values) {
  const text = (value) => (Array.isArray(value) ? value.map(String) : String(plain(value)));
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, text(value)]));
}

/** Some values depend on the server. */
function plain(value) {
  return value && typeof value === "object" && "serialize" in value ? value.serialize(config) : value;
}

function step(api) {
  const { request = {}, response } = api;
  const headers = texts(request.headers);
  const sent = body(request.body);
  return {
    method: api.method,
    // Colons are escaped for the router of the server.
    uri: api.uri.replace(/\\:|\[:\]/g, ":"),
    query: texts(request.query ?? request.params),
    headers,
    body: sent,
    response: { status: response.status, headers: texts(response.headers), body: body(response.body) },
  };
}

/** The bodies that the server checks by code alone. */
async function bodiesOfFiles() {
  const { pngFile } = await import(pathToFileURL(join(root, "helper.js")));
  const file = (name) => ({
    name, file_name: "image.png", media_type: "image/png", base64: pngFile.toString("base64"),
  });
  const form = (...files) => ({ media_type: "multipart/form-data", fields: {}, files });
  return {
    Payload_MultiPart_FormData_File_uploadFileSpecificContentType: form(file("file")),
    Payload_MultiPart_FormData_File_uploadFileRequiredFilename: form(file("file")),
    Payload_MultiPart_FormData_File_uploadFileArray: form(file("files"), file("files")),
  };
}

const files = await bodiesOfFiles();
const found = readdirSync(root, { recursive: true });
const all = [];
for (const file of found.filter((path) => path.endsWith("mockapi.js")).sort()) {
  const { Scenarios } = await import(pathToFileURL(join(root, file)));
  for (const [name, { apis }] of Object.entries(Scenarios)) {
    const steps = apis.map(step);
    const value = values[name.replace(/_(get|put)$/, "")];
    if (value) {
      const bodies = steps.flatMap((it) => [it.body, it.response.body]).filter((it) => it);
      bodies.forEach((body, index) => (body.json = Array.isArray(value) ? value[index] : value));
    }
    if (files[name]) steps[0].body = files[name];
    all.push({ directory: dirname(file), name, steps });
  }
}
console.log(JSON.stringify(all, null, 1));
