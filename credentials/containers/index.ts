export { isCompactJws } from './credential-text.ts';
export { ContainerFault, type FaultCode, type FaultDetail } from './fault.ts';
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
