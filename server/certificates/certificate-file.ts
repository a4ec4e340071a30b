import PDFDocument from 'pdfkit';
import type { Document } from './paper.ts';
import { visibleText } from './visible-text.ts';

export type CertificateFile = {
  title: string;
  issuerName: string;
  address: string;
  issuedAt: Date;
  credentialId: string;
  credentialJson: string;
};

/** PDF/A asks that a schema it does not know, such as that of PDF/UA, is described in the file. */
const ACCESSIBLE = `
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** An empty A4 page across, tagged, with the credential attached; nothing in it depends on the hour of its making. */
export function openCertificateFile(facts: CertificateFile): Document {
  const { issuedAt, credentialJson } = facts;
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // No standard font: those are not embedded, and every letter here is.
    font: '',
    info: {
      Title: plainWords(facts.title),
      Author: plainWords(facts.issuerName),
      Subject: plainWords(facts.address),
      Keywords: plainWords(facts.credentialId),
      Creator: 'Pyladder',
      Producer: 'PDFKit',
      CreationDate: issuedAt,
    },
  });
  document.appendXML(ACCESSIBLE);
  const attachment = {
    name: 'credential.json',
    type: 'application/json',
    description: 'The signed credential that this certificate shows',
    relationship: 'Data',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  };
  document.file(Buffer.from(credentialJson), attachment);
  return document;
}

/** Words for the file's properties, which PDFKit copies into XML as they are. */
function plainWords(text: string): string {
  return visibleText(text).replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');
}
