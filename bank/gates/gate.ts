import type { Problem } from '../problem.ts';
import type { Template } from '../templates/template.ts';
import type { BuiltTemplate } from '../templates/variant.ts';

/** Looks at a template before anything runs; no problems is a pass. */
export type ReadingGate = (template: Template) => Problem[];

/** Looks at a template with its variants after they ran; no problems is a pass. */
export type ProvingGate = (built: BuiltTemplate) => Problem[];
