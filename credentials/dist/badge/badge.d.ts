/** What a badge says. Nothing in it names the holder: the e-mail enters as a salted hash alone. */
export type BadgeFacts = {
    /** The address where the credential is hosted. */
    id: string;
    /** `id` is the DID whose keys sign. */
    issuer: {
        id: string;
        name: string;
        url: string;
    };
    /** True if nothing was examined: then the document itself says so, wherever a name stands. */
    isDemo: boolean;
    achievement: {
        id: string;
        name: string;
        short: string;
        description: string;
        criteria: string;
        criteriaUrl: string;
        tags: readonly string[];
    };
    holder: {
        email: string;
        salt: string;
    };
    validFrom: Date;
    validUntil: Date | null;
    /** One bit of each list, at the same index. */
    status: {
        listAddress: {
            revocation: string;
            suspension: string;
        };
        index: number;
    };
};
/**
 * An OpenBadgeCredential without a signature.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 */
export declare function buildBadge(facts: BadgeFacts): Promise<object>;
/** An Achievement: what a badge attests, the same for everybody who has earned it. */
export declare function buildAchievement({ achievement, isDemo }: Pick<BadgeFacts, 'achievement' | 'isDemo'>): object;
