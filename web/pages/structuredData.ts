import type { CredentialView, LadderView, PageGiven } from '@pyladder/contract';
import { gistOf } from '../ui/ladder/rungFacts.ts';

/** One description in the words of schema.org. */
export type JsonLd = { '@context': 'https://schema.org'; '@type': string } & Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

/** Who runs this installation. */
function describeIssuer({ origin, issuerName }: PageGiven) {
  return { '@type': 'Organization', '@id': `${origin}/#issuer`, name: issuerName, url: `${origin}/` };
}

/** The site, and the ladder as a list from the lowest rung up. */
export function describeHome(given: PageGiven, description: string): JsonLd[] {
  const { origin, ladder } = given;
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebSite',
      '@id': `${origin}/#site`,
      name: 'Pyladder',
      url: `${origin}/`,
      description,
      inLanguage: 'en-GB',
      publisher: describeIssuer(given),
    },
    {
      '@context': CONTEXT,
      '@type': 'ItemList',
      '@id': `${origin}/#ladder`,
      name: ladder.title,
      itemListElement: ladder.credentials.map(({ id, name }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        url: `${origin}/${id}`,
      })),
    },
  ];
}

/**
 * A rung as a credential: what it attests, objective by objective, and what must be held first.
 *
 * @see https://schema.org/EducationalOccupationalCredential
 */
export function describeCredential(given: PageGiven, credential: CredentialView, description: string): JsonLd[] {
  const { origin, ladder } = given;
  const { id, name, short } = credential;
  const needed = 'exam' in credential ? credential.requires : credential.grantedBy;
  return [
    {
      '@context': CONTEXT,
      '@type': 'EducationalOccupationalCredential',
      '@id': `${origin}/${id}#credential`,
      name,
      alternateName: short,
      url: `${origin}/${id}`,
      description,
      abstract: gistOf(credential),
      inLanguage: 'en-GB',
      credentialCategory: 'certification',
      educationalLevel: levelOf(ladder, id),
      ...('sections' in credential && {
        competencyRequired: credential.sections.flatMap(({ title, objectives }) =>
          objectives.map((objective) => ({
            '@type': 'DefinedTerm',
            name: objective.title,
            inDefinedTermSet: title,
          })),
        ),
        timeRequired: `PT${credential.exam.minutes}M`,
      }),
      ...(needed.length > 0 && {
        educationalAlignment: needed.map((other) => ({
          '@type': 'AlignmentObject',
          alignmentType: 'requires',
          targetName: ladder.credentials.find((one) => one.id === other)?.name ?? other,
          targetUrl: `${origin}/${other}`,
        })),
      }),
      isPartOf: { '@id': `${origin}/#ladder` },
      publisher: describeIssuer(given),
    },
    describeWay(given, id, short),
  ];
}

/** The rung's place on its ladder, counted from the ground. */
function levelOf({ credentials }: LadderView, id: string): string {
  return `${credentials.findIndex((one) => one.id === id) + 1} of ${credentials.length}`;
}

/** Any other page for everybody. */
export function describePage(given: PageGiven, page: { path: string; name: string; description: string }): JsonLd[] {
  const { path, name, description } = page;
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebPage',
      url: `${given.origin}${path}`,
      name,
      description,
      inLanguage: 'en-GB',
      isPartOf: { '@id': `${given.origin}/#site` },
      publisher: describeIssuer(given),
    },
    describeWay(given, path.slice(1), name),
  ];
}

/** The way here from the first page. */
function describeWay({ origin, ladder }: PageGiven, id: string, name: string): JsonLd {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: ladder.title, item: `${origin}/` },
      { '@type': 'ListItem', position: 2, name, item: `${origin}/${id}` },
    ],
  };
}
