/** What the tests use of Digital Bazaar's package, which has no types of its own. */
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export class BitstringStatusList {
    constructor(size: { length: number });
    readonly length: number;
    static decode(list: { encodedList: string }): Promise<BitstringStatusList>;
    getStatus(index: number): boolean;
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }
}
