import { strToU8, zipSync } from 'fflate';
import { escapeAttribute, escapeMarkup } from './markup.ts';
import { writeFeedback, writeScoring, writeTask } from './qti3-task.ts';
import type { QuizItem } from './quiz-item.ts';

const qti = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const packaging = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
/** A package says when its files were made; the same items give the same bytes. */
const madeAt = new Date('2000-01-01T12:00:00Z');

/** Items as a content package of QTI 3.0. @see https://www.imsglobal.org/spec/qti/v3p0/impl */
export function writeQti3(items: readonly QuizItem[]): Uint8Array {
  const files = items.map((item) => [`items/${item.id}.xml`, strToU8(writeItem(item))] as const);
  return zipSync({ 'imsmanifest.xml': strToU8(writeManifest(items)), ...Object.fromEntries(files) }, { mtime: madeAt });
}

function writeManifest(items: readonly QuizItem[]): string {
  const resources = items.map(
    ({ id, license, source }) => `    <resource identifier="${id}" type="imsqti_item_xmlv3p0" href="items/${id}.xml">
      <metadata><schema>IMS Content</schema><schemaversion>1.2.2</schemaversion><imsmd:lom xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM"><imsmd:rights><imsmd:description><imsmd:string>${escapeMarkup([license, source].filter((part) => part !== null).join(', '))}</imsmd:string></imsmd:description></imsmd:rights></imsmd:lom></metadata>
      <file href="items/${id}.xml"/>
    </resource>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${packaging}" identifier="pyladder-items">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('')}  </resources>
</manifest>
`;
}

function writeItem(item: QuizItem): string {
  const task = writeTask(item);
  const correct = task.right[0]?.map((value) => `<qti-value>${value}</qti-value>`).join('') ?? '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${qti}" identifier="${item.id}" title="${escapeAttribute(item.title)}" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" ${task.declares}>
    <qti-correct-response>${correct}</qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"><qti-default-value><qti-value>explanation</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-item-body>
${task.body}  </qti-item-body>
${writeScoring(task)}${writeFeedback(item)}</qti-assessment-item>
`;
}
