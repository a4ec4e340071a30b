export { ContainerFault, type FaultCode, type FaultDetail } from './fault.ts';
export { JsonFault, type JsonLimits, parseStrictJson } from './strict-json.ts';
