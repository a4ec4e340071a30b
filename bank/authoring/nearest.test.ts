import { expect, test } from 'vitest';
import { findNearest } from './nearest.ts';

const sections = ['basic-concepts', 'data-types-io', 'operators-expressions', 'flow-control', 'data-collections'];

test('an author who mistypes a name is shown the one that was meant, first', () => {
  expect(findNearest('data-colections', sections)[0]).toBe('data-collections');
  expect(findNearest('flwo-control', sections)[0]).toBe('flow-control');
  expect(findNearest('list', ['tuples', 'lists', 'dictionaries'])).toEqual(['lists']);
});

test('a word swapped in its letters is nearer than one with two other letters', () => {
  expect(findNearest('pcpe', ['pcap', 'pcep'])).toEqual(['pcep', 'pcap']);
});

test('an id is found by a word that it shares', () => {
  expect(
    findNearest('pcep.data-collections.append-slice', ['pcep.data-collections.slice-then-append', 'pcep.x.y']),
  ).toEqual(['pcep.data-collections.slice-then-append']);
});

test('where nothing is like it, nothing is suggested', () => {
  expect(findNearest('quaternions', sections)).toEqual([]);
});
