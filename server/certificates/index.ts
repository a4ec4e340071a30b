export { type BadgeFacts, drawBadge } from './badge.ts';
export { makeCertificate } from './certificate.ts';
export { renderPng } from './png.ts';
