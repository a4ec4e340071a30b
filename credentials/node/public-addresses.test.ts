import { expect, test } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './public-addresses.ts';

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '',
  'localhost',
  '2130706433',
  '0x7f.1',
])('%j is never connected to on a stranger’s word', (ip) => {
  expect(isPublicAddress(ip)).toBe(false);
});

test.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1'])(
  'the public address %s is not taken for a private one',
  (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  },
);

test.each(['2606:4700::1111', '2a00:1450:4001::1', '2001:4860:4860::8888'])(
  'the public address %s is not taken for a private one',
  (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  },
);

test('only this machine itself counts as this machine', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopbackAddress)).toBe(true);
  expect(['0.0.0.0', '126.255.255.255', '128.0.0.1', '::', '::2', 'localhost'].some(isLoopbackAddress)).toBe(false);
});
