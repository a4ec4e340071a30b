/**
 * An estimated ability. `theta` and `standardError` in logits; both are infinite where the answers put no bound to the
 * ability (all right or all wrong under maximum likelihood).
 */
export type AbilityEstimate = { theta: number; standardError: number };
