export { type BadgeFile, readBadgeFile } from './badge-file.ts';
export { isCompactJws } from './credential-text.ts';
export { ContainerFault, type FaultCode, type FaultDetail } from './fault.ts';
export { jwkOfMultikey, multikeyOfJwk, type PublicJwk } from './jwk.ts';
export { type JwtBadge, readJwtBadge } from './jwt.ts';
export { type JwtOutcome, type JwtSignatory, verifyJwtBadge } from './jwt-signature.ts';
export { readPdf } from './pdf.ts';
export { bakePng, readPng } from './png.ts';
export {
  decodeStatusList,
  encodeStatusList,
  type StatusBits,
  type StatusListLimits,
  shortestStatusList,
  updateStatusList,
} from './status-list.ts';
export { buildStatusList, type StatusListFacts, type StatusPurpose } from './status-list-credential.ts';
export { JsonFault, type JsonLimits, parseStrictJson } from './strict-json.ts';
export { bakeSvg, readSvg } from './svg.ts';
