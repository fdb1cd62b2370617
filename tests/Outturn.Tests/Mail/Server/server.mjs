// A real mail server for the tests: it says each message that it has taken, stops where it is told to, and refuses whom it is told to.
// It is told on standard input, a line each: {"hold":"mail"} {"release":true} {"answers":{"a@b.example":550}} {"drop":"content"}
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.argv[2] ?? '{}');
let hold = null;
let drop = null;
let answers = {};
let release = () => {};

const say = what => process.stdout.write(JSON.stringify(what) + '\n');

// At the place that it was told: says so and waits, or breaks the connection.
async function at(place, session) {
  if (drop === place) {
    drop = null;
    for (const open of server.connections) if (open.id === session.id) open._socket.destroy();
    return new Promise(() => {});
  }
  if (hold !== place) return;
  hold = null;
  const waits = new Promise(done => { release = done; });
  say({ held: place });
  await waits;
}

const refusal = address => answers[address] ? Object.assign(new Error('not here'), { responseCode: answers[address] }) : null;

const server = new SMTPServer({
  secure: !!options.secure,
  hideSTARTTLS: !options.key,
  authOptional: !options.user,
  allowInsecureAuth: !!options.insecure,
  disabledCommands: options.user ? [] : ['AUTH'],
  key: options.key && readFileSync(options.key),
  cert: options.key && readFileSync(options.cert),
  closeTimeout: 100,
  onAuth: (auth, session, done) => auth.username === options.user && auth.password === options.password ? done(null, { user: auth.username }) : done(new Error('wrong')),
  onConnect: (session, done) => at('connect', session).then(() => done()),
  onMailFrom: (address, session, done) => at('mail', session).then(() => done()),
  onRcptTo: (address, session, done) => at('recipient', session).then(() => done(refusal(address.address))),
  onData: (stream, session, done) => {
    let text = '';
    stream.on('data', part => { text += part; });
    stream.on('end', async () => {
      // All of it is here, and the client has not been told.
      await at('content', session);
      const to = session.envelope.rcptTo[0].address;
      const late = answers[`content ${to}`];
      if (late) return done(Object.assign(new Error('not taken'), { responseCode: late }));
      say({ taken: /^message-id: *<([^>]*)>/im.exec(text)[1], to, secure: session.secure, user: session.user ?? null, text });
      await at('answer', session);
      done();
    });
  },
});

server.on('error', () => {});
createInterface({ input: process.stdin }).on('line', line => {
  const told = JSON.parse(line);
  if ('hold' in told) hold = told.hold;
  if ('drop' in told) drop = told.drop;
  if ('answers' in told) answers = told.answers;
  if (told.release) release();
  say({ told: true });
}).on('close', () => process.exit());
server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }));
