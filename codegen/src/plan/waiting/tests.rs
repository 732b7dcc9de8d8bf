//! Settings about waits.

use crate::diagnostic::Sink;
use crate::{Options, Stages};

const DOCUMENT: &str = r#"
openapi: "3.0.3"
info: { title: Jobs, version: "1" }
paths:
  /teams/{team}/jobs:
    parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
    get:
      operationId: listJobs
      responses:
        "200":
          description: All jobs.
          content: { application/json: { schema: { type: object, properties: { jobs: { type: array, items: { $ref: '#/components/schemas/Job' } } } } } }
    post:
      operationId: createJob
      responses:
        "202":
          description: The job.
          content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }
  /teams/{team}/jobs/{name}:
    parameters:
      - { name: team, in: path, required: true, schema: { type: string } }
      - { name: name, in: path, required: true, schema: { type: string } }
    get:
      operationId: getJob
      responses:
        "200":
          description: The job.
          content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }
    delete:
      operationId: deleteJob
      responses: { "202": { description: Accepted. } }
  /start/{team}:
    post:
      operationId: startJob
      parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: Its id.
          content: { application/json: { schema: { type: object, properties: { jobId: { type: string } } } } }
  /shapes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getShape
      responses:
        "200":
          description: The shape.
          content: { application/json: { schema: { $ref: '#/components/schemas/Shape' } } }
    patch:
      operationId: changeShape
      responses: { "204": { description: Accepted. } }
  /shapes:
    post:
      operationId: createShape
      responses:
        "200":
          description: The shape.
          content: { application/json: { schema: { $ref: '#/components/schemas/Shape' } } }
components:
  schemas:
    Job:
      type: object
      properties:
        id: { type: string }
        state: { type: string, enum: [RUNNING, DONE, FAILED] }
        done: { type: boolean }
        error: { type: object, properties: { text: { type: string } } }
    Shape:
      oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }]
      discriminator:
        propertyName: kind
        mapping: { circle: '#/components/schemas/Circle', square: '#/components/schemas/Square' }
    Circle:
      type: object
      required: [kind]
      properties: { kind: { type: string }, id: { type: string }, status: { type: string } }
    Square:
      type: object
      required: [kind]
      properties: { kind: { type: string }, id: { type: string }, state: { type: string } }
"#;

/// The lines about waits in the text form of the plan, each with its operation, and the findings.
fn waits(settings: &str) -> (Vec<String>, Vec<String>) {
    waits_of(DOCUMENT, settings)
}

fn waits_of(document: &str, settings: &str) -> (Vec<String>, Vec<String>) {
    let options = Options::parse(settings).unwrap();
    let mut sink = Sink::default();
    let stages = Stages::run(document, &options, &mut sink);
    let found = sink.into_vec().into_iter();
    let found = found.filter(|it| it.code.as_str() == "invalid-waiter");
    let found = found.map(|it| [it.message, it.help.unwrap_or_default()].join("; "));
    let mut operation = String::new();
    let mut lines = Vec::new();
    let plan = stages.map(|stages| stages.plan().to_string());
    for line in plan.unwrap_or_default().lines() {
        if let Some(rest) = line.strip_prefix("  operation ") {
            operation = rest.split(':').next().unwrap_or_default().to_owned();
        }
        let line = line.strip_prefix("    ").unwrap_or_default();
        if line.starts_with("waits ") || line.starts_with("waiter ") {
            lines.push(format!("{operation} {line}"));
        }
    }
    (lines, found.collect())
}

/// An operation whose 202 has a `Location`, and one that the document declares.
const WORK: &str = r#"
  /work/{team}:
    parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
    post:
      operationId: doWork
      responses:
        "202": { description: Accepted., headers: { Location: { schema: { type: string } } } }
        "200":
          description: Its id.
          content: { application/json: { schema: { type: object, properties: { jobId: { type: string } } } } }
    put:
      operationId: declareWork
      x-ms-long-running-operation: true
      responses:
        "200":
          description: The job.
          content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }
components:
"#;

const JOB: &str = "[waiters.job]\npoll = \"getJob\"\nstate = \"/state\"\nsuccess = [\"DONE\"]\nfailure = [\"FAILED\"]\n";

fn job(more: &str) -> String {
    format!("{JOB}{more}\n")
}

#[test]
fn calls_and_arguments_follow_from_paths_and_names() {
    let waiter = "getJob waiter job at /state, success DONE, failure FAILED, deleted 404, every 10 s up to 3600 s";
    let deletion = "deleteJob waits for deletion by getJob, team, name (inferred)";
    assert_eq!(
        waits(JOB),
        (vec![waiter.to_owned(), deletion.to_owned()], vec![])
    );

    let create = "createJob waits for success by getJob, team, name = /id (inferred)";
    let (lines, found) = waits(&job(
        "arguments = { name = \"/id\" }\nreason = \"/error/text\"",
    ));
    assert_eq!(lines[0], create);
    assert!(lines[1].contains(", reason /error/text,"), "{}", lines[1]);
    assert_eq!((lines.len(), found.len()), (3, 0));

    let (lines, _) = waits(&job("deleted = false\nafter = []"));
    assert_eq!(lines.len(), 1);
    assert!(!lines[0].contains("deleted"), "{}", lines[0]);
}

#[test]
fn a_setting_names_calls_and_arguments() {
    let (lines, found) = waits(&job(
        "after = [\"startJob\"]\narguments = { name = \"/jobId\" }",
    ));
    assert_eq!(found, [""; 0]);
    let start = "startJob waits for success by getJob, team, name = /jobId (settings)";
    assert!(lines.contains(&start.to_owned()), "{lines:#?}");
    assert_eq!(lines.len(), 2);
}

#[test]
fn variants_have_their_own_places() {
    let settings = "[waiters.shape]\npoll = \"getShape\"\n\
        state = { circle = \"/status\", square = \"/state\" }\nsuccess = [\"READY\"]\n";
    let (lines, found) = waits(settings);
    assert_eq!(found, [""; 0]);
    assert_eq!(
        lines,
        [
            "getShape waiter shape at /status if kind = circle or /state if kind = square, success READY, every 10 s up to 3600 s",
            "changeShape waits for success by getShape, id (inferred)",
            "createShape waits for success by getShape, id = /id (inferred)",
        ]
    );
}

#[test]
fn a_list_is_polled_as_a_whole() {
    let settings = "[waiters.jobs]\npoll = \"GET /teams/{team}/jobs\"\nitems = \"/jobs\"\n\
        state = \"/done\"\nsuccess = [\"true\"]\ninterval = 1\nat-most = 2\n";
    let line = "listJobs waiter jobs in \"/jobs\" at /done, success true, every 1 s up to 2 s";
    assert_eq!(waits(settings), (vec![line.to_owned()], vec![]));
}

#[test]
fn settings_precede_the_document_and_that_precedes_inference() {
    let document = DOCUMENT.replace("\ncomponents:\n", WORK);
    let waits = |settings: &str| {
        let (lines, found) = waits_of(&document, settings);
        assert_eq!(found, [""; 0], "{settings}");
        let lines = lines.into_iter();
        lines
            .filter(|line| line.contains("Work "))
            .collect::<Vec<_>>()
    };
    let inferred =
        "doWork waits for work with usual result DoWorkResponse (inferred from Location)";
    let declared = "declareWork waits for work with usual result Job (declared)";
    assert_eq!(waits(""), [inferred, declared]);
    // The waiter infers that `declareWork` starts a job, but the document knows better.
    assert_eq!(
        waits(&job("arguments = { name = \"/id\" }")),
        [inferred, declared]
    );
    let named = job("after = [\"doWork\"]\narguments = { name = \"/jobId\" }");
    let setting = "doWork waits for success by getJob, team, name = /jobId (settings)";
    assert_eq!(waits(&named), [setting, declared]);
    let off = "[waiters]\ndoWork = false\n\"PUT /work/{team}\" = false\n";
    assert_eq!(waits(off), [""; 0]);
}

#[test]
fn a_setting_that_does_not_fit_is_an_error() {
    for (settings, expected) in [
        (
            "[waiters]\ngetJbo = false\n".to_owned(),
            "`[waiters]` names `getJbo`, which is not an operation; did you mean `getJob`?",
        ),
        (
            "[waiters.a]\npoll = \"getJobs\"\n".to_owned(),
            "the waiter `a` names `getJobs`, which is not an operation; did you mean `getJob`?",
        ),
        (
            "[waiters.a]\npoll = \"createJob\"\n".to_owned(),
            "the waiter `a` polls by `createJob`, which is not a `GET`; ",
        ),
        (
            job("[waiters.other]\npoll = \"GET /teams/{team}/jobs/{name}\""),
            "the waiter `other` polls by the operation of the waiter `job`; ",
        ),
        (
            job("reason = \"/eror\""),
            "the waiter `job` reads `/eror`, which the response does not have; did you mean `/error`?",
        ),
        (
            job("items = \"/error\""),
            "the waiter `job` reads a list at `/error`, which is not one; ",
        ),
        (
            job("reason = { a = \"/b\" }"),
            "the waiter `job` names the variant `a` of a response that has no discriminator; ",
        ),
        (
            "[waiters.a]\npoll = \"getShape\"\nstate = { squares = \"/state\" }\nsuccess = [\"A\"]\n".to_owned(),
            "the waiter `a` names the variant `squares`, which the response does not have; did you mean `square`?",
        ),
        (
            "[waiters.a]\npoll = \"getJob\"\nstate = \"/state\"\n".to_owned(),
            "the waiter `a` has a `state`, but no state is one of success; set `success`",
        ),
        (
            "[waiters.a]\npoll = \"listJobs\"\nitems = \"/jobs\"\n".to_owned(),
            "the waiter `a` has `items` and no `state`; set `state`",
        ),
    ] {
        assert_eq!(waits(&settings).1, [expected], "{settings}");
    }
}

#[test]
fn an_argument_or_a_state_that_does_not_fit_is_reported() {
    for (settings, expected) in [
        (
            job("after = [\"startJob\"]"),
            "the waiter `job` cannot poll after `startJob`: the value of `name` is unknown; \
             set `name` in `arguments` to the place of its value in the response",
        ),
        (
            job("after = [\"startJob\"]\narguments = { name = \"/job\" }"),
            "the waiter `job` reads `/job`, which the response does not have; did you mean `/jobId`?",
        ),
        (
            job("arguments = { nam = \"/id\" }"),
            "the waiter `job` has an argument `nam`, which is not a parameter of the poll; did you mean `name`?",
        ),
        (
            job("pending = [\"RUNING\"]"),
            "the waiter `job` names the state `RUNING`, which the document does not have; did you mean `RUNNING`?",
        ),
    ] {
        assert_eq!(waits(&settings).1, [expected], "{settings}");
    }
}
