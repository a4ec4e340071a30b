import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { buildIssuerProfile } from '../index.ts';
import { readIssuerSource } from './issuer-source.ts';
import { type NamedSource, openTrust } from './open-trust.ts';
import { type GivenIssuer, givenIssuer } from './testing/given-issuer.ts';
import { type GivenServer, givenPlainServer, givenServer, networkOf } from './testing/given-server.ts';

function named(name: string): NamedSource {
  const source = readIssuerSource(name);
  if (source === null) throw new Error(`${name} names nobody`);
  return { name, source };
}

/** Documents by path; what is not there is not found. */
function serving(documents: ReadonlyMap<string, object | string>): RequestListener {
  return ({ url = '' }, response) => {
    const document = documents.get(url);
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(typeof document === 'string' ? document : JSON.stringify(document ?? {}));
  };
}

async function givenSite(): Promise<{
  server: GivenServer;
  issuer: GivenIssuer;
  documents: Map<string, object | string>;
}> {
  const documents = new Map<string, object | string>();
  const server = await givenServer(serving(documents));
  const issuer = await givenIssuer(server.origin);
  documents.set('/.well-known/did.json', issuer.didDocument);
  return { server, issuer, documents };
}

const didOf = ({ trusted }: GivenIssuer) => trusted.id;

test('an issuer’s keys come from its own site, whether it is named by DID or by address', async () => {
  const { server, issuer } = await givenSite();
  for (const name of [didOf(issuer), server.origin, `${server.origin}/.well-known/did.json`]) {
    const trust = openTrust({ sources: [named(name)], how: { network: networkOf(server) } });
    const { issuers, unreachable } = await trust.list();
    expect(unreachable).toEqual([]);
    expect(issuers).toEqual([{ ...issuer.trusted, name: new URL(server.origin).host }]);
    expect([...trust.origins]).toEqual([server.origin]);
  }
});

test('an issuer that is named by its profile has the name that it gives itself there', async () => {
  const { server, issuer, documents } = await givenSite();
  const profile = buildIssuerProfile({ did: didOf(issuer), name: 'Ladder College', url: server.origin, isDemo: false });
  documents.set('/issuer', profile);
  const trust = openTrust({ sources: [named(`${server.origin}/issuer`)], how: { network: networkOf(server) } });
  expect((await trust.list()).issuers).toEqual([issuer.trusted]);
});

test('an issuer whose id is an https address is trusted by the keys that lie there, and by nothing else', async () => {
  const { server, documents } = await givenSite();
  const address = `${server.origin}/issuers/7`;
  const college = await givenIssuer(server.origin, address);
  documents.set('/issuers/7', college.didDocument);
  const ask = async (name: string) =>
    (await openTrust({ sources: [named(name)], how: { network: networkOf(server) } })).list();
  const host = new URL(server.origin).host;
  expect((await ask(address)).issuers).toEqual([{ ...college.trusted, name: host }]);

  documents.set('/copy', college.didDocument);
  expect((await ask(`${server.origin}/copy`)).unreachable).toMatchObject([{ fault: { code: 'other_issuer' } }]);
  documents.set('/issuers/7', { id: address, type: ['Profile'], name: 'A college' });
  expect((await ask(address)).unreachable).toMatchObject([{ fault: { code: 'no_keys' } }]);
});

test('an issuer that is its own key needs nobody', async () => {
  const did = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp';
  const trust = openTrust({ sources: [named(did)] });
  const publicKeyMultibase = did.slice('did:key:'.length);
  expect(await trust.list()).toEqual({
    issuers: [{ id: did, name: did, keys: [{ id: `${did}#${publicKeyMultibase}`, publicKeyMultibase }] }],
    unreachable: [],
  });
  expect(trust.origins.size).toBe(0);
});

test('a demo on this machine can be trusted by its address', async () => {
  const documents = new Map<string, object>();
  const demo = await givenPlainServer(serving(documents));
  const issuer = await givenIssuer(demo.origin);
  documents.set('/.well-known/did.json', issuer.didDocument);
  const { issuers } = await openTrust({ sources: [named(demo.origin)] }).list();
  expect(issuers.map(({ id }) => id)).toEqual([didOf(issuer)]);
});

test.each([
  ['another issuer’s document', async () => (await givenIssuer('https://other.example')).didDocument, 'other_issuer'],
  ['a document without keys', async ({ issuer }: Site) => ({ id: didOf(issuer), assertionMethod: [] }), 'no_keys'],
  ['something else', async () => ({ hello: 'world' }), 'no_keys'],
  ['what is not JSON', async () => '<html>', 'not_json'],
  ['JSON that says a thing twice', async ({ issuer }: Site) => `{"id":"a","id":"${didOf(issuer)}"}`, 'not_json'],
  ['nothing', async () => null, 'not_found'],
])('a site that shows %s makes nobody trusted, and the reason is told', async (_what, make, code) => {
  const site = await givenSite();
  const document = await make(site);
  if (document === null) site.documents.clear();
  else site.documents.set('/.well-known/did.json', document);
  const name = didOf(site.issuer);
  const { issuers, unreachable } = await openTrust({
    sources: [named(name)],
    how: { network: networkOf(site.server) },
  }).list();
  expect(issuers).toEqual([]);
  expect(unreachable).toMatchObject([{ name, fault: { code } }]);
});

type Site = Awaited<ReturnType<typeof givenSite>>;

test('a profile cannot make a foreign site trusted', async () => {
  const { server, issuer, documents } = await givenSite();
  documents.set('/issuer', { id: 'did:web:elsewhere.example', type: ['Profile'], name: didOf(issuer) });
  const sources = [named(`${server.origin}/issuer`)];
  const { unreachable } = await openTrust({ sources, how: { network: networkOf(server) } }).list();
  expect(unreachable).toMatchObject([{ fault: { code: 'other_issuer' } }]);
});

test('one issuer who is away neither hides the others nor keeps anybody waiting for long', async () => {
  const { server, issuer } = await givenSite();
  const silent = await givenServer(() => undefined, { hostname: 'silent.example' });
  const trust = openTrust({
    sources: [named(didOf(issuer)), named(silent.origin)],
    how: { network: networkOf(server, silent) },
    patienceMs: 500,
  });
  const { issuers, unreachable } = await trust.list();
  expect(issuers.map(({ id }) => id)).toEqual([didOf(issuer)]);
  expect(unreachable).toEqual([{ name: silent.origin, fault: null }]);
});

test('many who ask at once ask the issuer once, and nobody asks again while its keys are fresh', async () => {
  const listener = vi.fn<RequestListener>();
  const server = await givenServer(listener);
  const { didDocument } = await givenIssuer(server.origin);
  listener.mockImplementation(serving(new Map([['/.well-known/did.json', didDocument]])));
  const trust = openTrust({ sources: [named(server.origin)], how: { network: networkOf(server) } });
  const lists = await Promise.all(Array.from({ length: 10 }, () => trust.list()));
  expect(new Set(lists.map(({ issuers }) => issuers)).size).toBe(1);
  await trust.list();
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a new key of an issuer is learnt behind the back of whoever asks', async () => {
  const { server, issuer, documents } = await givenSite();
  const trust = openTrust({ sources: [named(server.origin)], how: { network: networkOf(server) }, freshMs: 0 });
  expect((await trust.list()).issuers[0]?.keys).toEqual(issuer.trusted.keys);
  const renewed = await givenIssuer(server.origin);
  documents.set('/.well-known/did.json', renewed.didDocument);
  await expect.poll(async () => (await trust.list()).issuers[0]?.keys).toEqual(renewed.trusted.keys);
});

test('an issuer that cannot be reached any more stays trusted by the keys that are known, and is not asked all the time', async () => {
  const { server, issuer, documents } = await givenSite();
  const how = { network: networkOf(server) };
  const trust = openTrust({ sources: [named(server.origin)], how, freshMs: 0 });
  await trust.list();
  documents.clear();
  await trust.list();
  await pause(100);
  const { issuers, unreachable } = await trust.list();
  expect(issuers[0]?.keys).toEqual(issuer.trusted.keys);
  expect(unreachable).toEqual([]);
});

test('an issuer that was away is known once it is back', async () => {
  const { server, issuer, documents } = await givenSite();
  documents.clear();
  const trust = openTrust({ sources: [named(server.origin)], how: { network: networkOf(server) }, restMs: 0 });
  expect((await trust.list()).issuers).toEqual([]);
  documents.set('/.well-known/did.json', issuer.didDocument);
  expect((await trust.list()).issuers.map(({ id }) => id)).toEqual([didOf(issuer)]);
});
