// A real provider of single sign-on for the tests: who is known there, which client and which keys it has is told to it under /tests.
import http from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

let people = {};
let client = { client_id: 'none', client_secret: 'none', redirect_uris: ['http://127.0.0.1/none'] };
let keys = [];
let answer;

const server = http.createServer(async (request, response) => {
  if (!request.url.startsWith('/tests/')) {
    answer(request, response);
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  if (request.url === '/tests/people') people = JSON.parse(body);
  if (request.url === '/tests/client') client = JSON.parse(body);
  if (request.url === '/tests/keys') keys = [newKey(body)];
  begin();
  response.end();
});

function newKey(kid) {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}

function begin() {
  answer = new Provider(`http://127.0.0.1:${server.address().port}`, {
    clients: [client],
    jwks: { keys },
    cookies: { keys: ['only for tests'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles', 'services'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  }).callback();
}

server.listen(0, '127.0.0.1', () => {
  keys = [newKey('first')];
  begin();
  console.log(`listening ${server.address().port}`);
});

// It ends with whoever started it.
process.stdin.on('end', () => process.exit(0)).resume();
