export * from './characteristic.ts';
export { type CommonItem, type Link, linkAbility, linkItem } from './link.ts';
export { linkByMeans, linkBySpreads } from './moments.ts';
