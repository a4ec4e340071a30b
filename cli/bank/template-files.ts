import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadPack, type Pack, readPacks, readTemplate, type Template } from '@pyladder/bank';
import { findNearest } from '@pyladder/bank/authoring';
import type { Ladder } from '@pyladder/exam';
import { UserError } from '../user-error.ts';
import { findFolders } from './bank-folders.ts';
import { specimenSeed } from './pool-builds.ts';

/** A template that an author works on, and what its variants are drawn from in the bank (the public seed for the exam). */
export type FoundTemplate = { template: Template; seed: string };

const shapeOfId = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** The template with this id, or in this file. @throws UserError | BadPack */
export function getTemplate(idOrFile: string): FoundTemplate {
  const { file, packFolder, ladder, packs } = findPlace(idOrFile);
  const template = getReadable(file, packFolder, ladder);
  const practiceSeed = packs.find(({ folder }) => folder === packFolder)?.practiceSeed ?? 'preview';
  return { template, seed: template.pool === 'exam' ? specimenSeed : practiceSeed };
}

/** The file of the template with this id, or this file, whether or not what is in it can be read. @throws UserError | BadPack */
export function getTemplateFile(idOrFile: string): string {
  return findPlace(idOrFile).file;
}

function findPlace(idOrFile: string): { file: string; packFolder: string; ladder: Ladder; packs: Pack[] } {
  const path = resolve(idOrFile);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new UserError(`${idOrFile} is a folder. Name a template.`);
  const isFile = stats !== undefined;
  const folders = findFolders(isFile ? path : process.cwd());
  const { ladder, packs, problems } = readPacks(folders.pack, folders.extra);
  if (ladder === null) throw new BadPack(problems);
  return { ...(isFile ? placeOf(path, idOrFile) : findById(idOrFile, packs)), ladder, packs };
}

function getReadable(file: string, packFolder: string, ladder: Ladder): Template {
  const reading = readTemplate(file, packFolder, ladder);
  if (!reading.ok) throw new BadPack(reading.problems);
  return reading.template;
}

function placeOf(file: string, name: string): { file: string; packFolder: string } {
  if (file.endsWith('.py')) {
    throw new UserError(`${name} is a program, no template. To make one of it: pyladder bank new ID --from ${name}`);
  }
  const [, packFolder] = /^(.+)[\\/][^\\/]+[\\/][^\\/]+[\\/]items[\\/][^\\/]+\.ya?ml$/.exec(file) ?? [];
  if (packFolder === undefined) {
    throw new UserError(`${name} is no template: those lie in <pack>/<credential>/<section>/items/ and end in .yaml.`);
  }
  return { file, packFolder };
}

function findById(id: string, packs: readonly Pack[]): { file: string; packFolder: string } {
  if (!shapeOfId.test(id) || /\.(ya?ml|py)$/.test(id)) throw new UserError(`${id} does not exist.`);
  const [credential = '', section = '', slug = ''] = id.split('.');
  for (const { folder } of packs) {
    // By its place, so that a template that cannot be read is found, too, and its problems are told.
    const file = join(folder, credential, section, 'items', `${slug}.yaml`);
    if (existsSync(file)) return { file, packFolder: folder };
  }
  const known = packs.flatMap(({ templates }) => templates.map((template) => template.id));
  throw new UserError(`There is no template ${id}. ${sayNear(id, known, 'None is like it.')}`);
}

/** "Did you mean …?", or another sentence where nothing is near. */
export function sayNear(word: string, known: readonly string[], otherwise: string): string {
  const near = findNearest(word, known);
  return near.length === 0 ? otherwise : `Did you mean ${near.join(', ')}?`;
}

/** More than any item's program; beyond it somebody named the wrong file. */
const mostBytes = 100_000;

/** A text file as an author names it on the command line, lines ended by "\n". @throws UserError */
export function readText(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new UserError(`${file} does not exist.`);
  if (!stats.isFile()) throw new UserError(`${file} is no file.`);
  if (stats.size > mostBytes) throw new UserError(`${file} is too long for the program of an item.`);
  const bytes = readFileSync(file);
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  if (text.includes('\u{fffd}')) throw new UserError(`${file} is not UTF-8 text.`);
  return text;
}
