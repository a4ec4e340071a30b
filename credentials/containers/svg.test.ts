import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContainerFault, type FaultCode } from './fault.ts';
import { bakeSvg, readSvg } from './svg.ts';

const json = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Prüfung “Associate” 🐍"}';
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2ln';
const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
const badges = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const drawing = `<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- 🐍 <svg> -->\r\n<svg ${xmlns} viewBox="0 0 9 9">\r\n<path d="M 1 1 L 8 8"/>\r\n</svg>\r\n`;

function codeOf(svg: string): FaultCode {
  try {
    readSvg(svg);
  } catch (error) {
    if (error instanceof ContainerFault) return error.code;
    throw error;
  }
  throw new Error('was read');
}

/** The elements under the root, by Python's own XML reader. */
function readByPython(svg: string): unknown {
  const program =
    'import json, sys, xml.etree.ElementTree as tree; ' +
    'root = tree.fromstring(sys.stdin.buffer.read()); ' +
    'print(json.dumps([{"name": e.tag, "attributes": e.attrib, "text": e.text} for e in root]))';
  return JSON.parse(execFileSync('python3', ['-c', program], { input: svg, encoding: 'utf8' }));
}

describe('baking', () => {
  test('what is baked in comes out again', () => {
    expect(readSvg(bakeSvg(drawing, json))).toBe(json);
    expect(readSvg(bakeSvg(drawing, jwt))).toBe(jwt);
  });

  test('every JSON means the same after baking, whatever characters its texts have', () => {
    const awkward = fc.constantFrom(
      ']]>',
      ']]',
      '>',
      '<![CDATA[',
      '&amp;',
      '\uffff',
      '\ufffe',
      '\u0085',
      '\u2028',
      '\0',
      '\r\n',
    );
    const texts = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (name) => {
        const credential = JSON.stringify({ name });
        expect(JSON.parse(readSvg(bakeSvg(drawing, credential)))).toEqual({ name });
      }),
      { numRuns: 500 },
    );
  });

  test('a program that knows nothing of ours finds the credential first under the root, and the drawing unchanged', () => {
    const path = { name: '{http://www.w3.org/2000/svg}path', attributes: { d: 'M 1 1 L 8 8' }, text: null };
    const name = '{https://purl.imsglobal.org/ob/v3p0}credential';
    expect(readByPython(bakeSvg(drawing, json))).toEqual([{ name, attributes: {}, text: json }, path]);
    expect(readByPython(bakeSvg(drawing, jwt))).toEqual([{ name, attributes: { verify: jwt }, text: null }, path]);
  });

  test('the namespace is declared on the root, where the specification has it', () => {
    expect(bakeSvg(drawing, json)).toContain(
      `<svg ${badges} ${xmlns} viewBox="0 0 9 9"><openbadges:credential><![CDATA[`,
    );
  });

  test('baking again replaces whatever was baked before and nothing else', () => {
    const once = bakeSvg(drawing, json);
    expect(bakeSvg(bakeSvg(drawing, jwt), json)).toBe(once);
    expect(bakeSvg(once, json)).toBe(once);
    const twice = once.replace('</svg>', `<g><openbadges:credential verify="${jwt}"/></g></svg>`);
    expect(bakeSvg(twice, json)).toBe(once.replace('</svg>', '<g></g></svg>'));
  });

  test('an empty drawing, one with a prefix, and one that uses the word openbadges for something else are baked', () => {
    expect(readSvg(bakeSvg(`<svg ${xmlns}/>`, json))).toBe(json);
    expect(readSvg(bakeSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>', json))).toBe(json);
    const taken = `<svg ${xmlns} xmlns:openbadges="http://openbadges.org"><g/></svg>`;
    expect(readSvg(bakeSvg(taken, json))).toBe(json);
    expect(readSvg(bakeSvg(taken, jwt))).toBe(jwt);
  });

  test('what is no credential is not baked, and nothing is baked into what is no SVG', () => {
    for (const wrong of ['', 'a"b.c.d', '[]', '{"a":1,"a":2}']) {
      expect(() => bakeSvg(drawing, wrong)).toThrow(ContainerFault);
    }
    expect(() => bakeSvg('<html xmlns="http://www.w3.org/1999/xhtml"/>', json)).toThrow(ContainerFault);
  });
});

describe('reading what others baked', () => {
  test('the prefix does not matter, nor the place, nor whether the text is in a CDATA section', () => {
    const escaped = json.replaceAll('"', '&quot;');
    expect(
      readSvg(
        `<svg ${xmlns} xmlns:b="https://purl.imsglobal.org/ob/v3p0"><g><b:credential>${escaped}</b:credential></g></svg>`,
      ),
    ).toBe(json);
    expect(
      readSvg(
        `<svg ${xmlns}><credential xmlns="https://purl.imsglobal.org/ob/v3p0">\n <![CDATA[\n${json}]]>\n</credential></svg>`,
      ),
    ).toBe(json);
    expect(
      readSvg(
        `<svg ${xmlns}><b:credential xmlns:b="https://purl.imsglobal.org/spec/ob/v3p0" verify=" ${jwt} "/></svg>`,
      ),
    ).toBe(jwt);
  });

  test('an element of the same name in another namespace is no credential', () => {
    expect(
      codeOf(
        `<svg ${xmlns}><openbadges:credential xmlns:openbadges="https://a.example">${json}</openbadges:credential></svg>`,
      ),
    ).toBe('no_credential');
    expect(codeOf(`<svg ${xmlns}><credential>${json}</credential></svg>`)).toBe('no_credential');
    expect(codeOf(`<svg ${xmlns} ${badges}><openbadges:credential/></svg>`)).toBe('no_credential');
  });

  test('the badge of Open Badges 2.0 is told apart from no badge', () => {
    expect(
      codeOf(`<svg ${xmlns} xmlns:o="http://openbadges.org"><o:assertion verify="https://a.example"/></svg>`),
    ).toBe('open_badges_2');
    expect(codeOf(drawing)).toBe('no_credential');
  });

  test('two credentials are refused, as elements or as attribute and body of one', () => {
    const one = `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`;
    expect(codeOf(`<svg ${xmlns} ${badges}>${one}${one}</svg>`)).toBe('several_credentials');
    expect(codeOf(`<svg ${xmlns} ${badges}>${one.replace('>', ` verify="${jwt}">`)}</svg>`)).toBe(
      'several_credentials',
    );
    expect(codeOf(`<svg ${xmlns} ${badges}>${one}<g><openbadges:credential/></g></svg>`)).toBe('several_credentials');
  });

  test('the doctype that drawing programs write is passed over', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(readSvg(doctype + bakeSvg(`<svg ${xmlns}/>`, json))).toBe(json);
  });
});

describe('malformed and hostile drawings', () => {
  test('a document that declares entities is refused before any could expand', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
      .join('')}]><svg ${xmlns} ${badges}><openbadges:credential>&j;</openbadges:credential></svg>`;
    expect(codeOf(bomb)).toBe('svg_doctype');
    expect(codeOf(`<svg ${xmlns} ${badges}><openbadges:credential>&j;</openbadges:credential></svg>`)).toBe(
      'svg_broken',
    );
  });

  test.each([
    ['not closed', `<svg ${xmlns}><g></svg>`],
    ['text outside', `<svg ${xmlns}/>{}`],
    ['two roots', `<svg ${xmlns}/><svg ${xmlns}/>`],
    ['an unbound prefix', `<svg ${xmlns}><b:credential/></svg>`],
    [
      'an element inside the credential',
      `<svg ${xmlns} ${badges}><openbadges:credential>{<g/>}</openbadges:credential></svg>`,
    ],
    ['an attribute twice', `<svg ${xmlns} a="1" a="2"/>`],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?><svg ${xmlns}/>`],
    ['a control character', `<svg ${xmlns}>\u0001</svg>`],
  ])('%s is a fault', (_, svg) => {
    expect(codeOf(svg)).toBe('svg_broken');
  });

  test('what is XML but no SVG is said to be that', () => {
    expect(codeOf('<plist/>')).toBe('not_svg');
    expect(codeOf('<svg xmlns="https://a.example"/>')).toBe('not_svg');
  });

  test('elements nested a million deep and a hundred thousand attributes are refused early', () => {
    expect(codeOf(`<svg ${xmlns}>${'<g>'.repeat(1_000_000)}`)).toBe('svg_broken');
    const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ');
    expect(codeOf(`<svg ${xmlns} ${attributes}/>`)).toBe('svg_broken');
  });

  test('a drawing over 5 MB is not looked into, so that XML made to be slow holds nobody up', () => {
    expect(codeOf(`<svg ${xmlns}>${'<g/>'.repeat(1_400_000)}</svg>`)).toBe('too_large');
  });

  test('a credential of 2 MB is refused', () => {
    const large = `{"a":"${'a'.repeat(2 * 1024 * 1024)}"}`;
    expect(codeOf(`<svg ${xmlns} ${badges}><openbadges:credential>${large}</openbadges:credential></svg>`)).toBe(
      'credential_too_large',
    );
  });
});
