// OAuth 2.0 for real: an authorization server for client credentials at the paths that Atlas uses,
// and in front of Prism a gate that lets a request pass only with a token that is valid now.
//
// Tokens are opaque and kept in memory, so expiry and revocation count at once. `GET /issued` tells
// how many tokens each client has got.
//
// usage: node oauth.mjs PORT PRISM_PORT SECONDS
// SECONDS is the lifetime of the tokens of the clients whose name ends with `short-lived`.
import http from "node:http";
import Provider from "oidc-provider";

const [port, prismPort, seconds] = process.argv.slice(2).map(Number);
const host = "127.0.0.1";

// Each test has a client of its own, so that it can count its tokens. The secret of `encoded` holds
// what RFC 6749, section 2.3.1 wants form-encoded before it becomes Basic credentials.
const secrets = {
  calls: "calls-secret",
  concurrent: "concurrent-secret",
  encoded: "a+b/c%20:d e",
  gate: "gate-secret",
  "gate-short-lived": "gate-short-lived-secret",
  revoked: "revoked-secret",
  "short-lived": "short-lived-secret",
};

const provider = new Provider(`http://${host}:${port}`, {
  clients: Object.entries(secrets).map(([client_id, client_secret]) => ({
    client_id,
    client_secret,
    grant_types: ["client_credentials"],
    redirect_uris: [],
    response_types: [],
  })),
  clientAuthMethods: ["client_secret_basic"],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    revocation: {
      allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      enabled: true,
    },
  },
  routes: { revocation: "/api/oauth/revoke", token: "/api/oauth/token" },
  ttl: {
    ClientCredentials: (_context, _token, client) =>
      client.clientId.endsWith("short-lived") ? seconds : 3600,
  },
});

const issued = {};
provider.on("client_credentials.saved", ({ clientId }) => {
  issued[clientId] = (issued[clientId] ?? 0) + 1;
});

async function isAuthorized(request) {
  const [, value] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "") ?? [];
  const token = value && (await provider.ClientCredentials.find(value));
  return Boolean(token?.isValid);
}

function reject(response) {
  response.writeHead(401, {
    "Content-Type": "application/json",
    "WWW-Authenticate": 'Bearer error="invalid_token"',
  });
  response.end(JSON.stringify({ error: 401, errorCode: "INVALID_TOKEN", reason: "Unauthorized" }));
}

function forward(request, response) {
  const { headers, method, url: path } = request;
  const onward = http.request({ headers, host, method, path, port: prismPort }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}

const authorizationServer = provider.callback();
const server = http.createServer(async (request, response) => {
  if (request.url.startsWith("/api/oauth/")) {
    authorizationServer(request, response);
  } else if (request.url === "/issued") {
    response.end(JSON.stringify(issued));
  } else if (await isAuthorized(request)) {
    forward(request, response);
  } else {
    reject(response);
  }
});
server.listen(port, host);
