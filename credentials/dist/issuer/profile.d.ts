export type ProfileFacts = {
    did: string;
    name: string;
    url: string;
    isDemo: boolean;
    description?: string;
    email?: string;
};
/**
 * An issuer as Open Badges 3.0 describes it to whoever looks it up.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#profile
 */
export declare function buildIssuerProfile({ did, name, url, isDemo, description, email }: ProfileFacts): object;
