import { arch } from 'node:os';

/**
 * System calls that no program in the sandbox has a use for, by number. Memory that belongs to no process and
 * to no file system with a size (memfd, System V) could not be limited; the others are doors to the kernel
 * that have been left ajar before.
 *
 * @see Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h
 */
const refusedCalls: Readonly<Record<string, { architecture: number; numbers: readonly number[] }>> = {
  x64: {
    architecture: 0xc000003e,
    numbers: [
      29, // shmget
      68, // msgget
      101, // ptrace
      248, // add_key
      249, // request_key
      250, // keyctl
      298, // perf_event_open
      310, // process_vm_readv
      311, // process_vm_writev
      319, // memfd_create
      321, // bpf
      323, // userfaultfd
      425, // io_uring_setup
      447, // memfd_secret
    ],
  },
  arm64: { architecture: 0xc00000b7, numbers: [194, 186, 117, 217, 218, 219, 241, 270, 271, 279, 280, 282, 425, 447] },
};

const load = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const give = 0x06;
const allow = 0x7fff0000;
const kill = 0x80000000;
const notPermitted = 0x00050000 | 1;
/** Numbers from here on are calls of another convention (x32), which would slip through the list. */
const firstForeignNumber = 0x40000000;

/**
 * A filter of system calls for `bwrap --seccomp`: those of the list fail with EPERM, those of another
 * architecture end the process. Null on an architecture whose numbers are not known here.
 *
 * @see seccomp(2), linux/filter.h: each instruction is { u16 code, u8 jump if true, u8 if false, u32 operand }
 */
export function systemCallFilter(machine: string = arch()): Uint8Array | null {
  const known = refusedCalls[machine];
  if (known === undefined) return null;
  const { architecture, numbers } = known;
  const instructions: [code: number, ifTrue: number, ifFalse: number, operand: number][] = [
    [load, 0, 0, 4],
    [jumpIfEqual, 1, 0, architecture],
    [give, 0, 0, kill],
    [load, 0, 0, 0],
    [jumpIfAtLeast, numbers.length + 1, 0, firstForeignNumber],
    // The jump leads over what is left of the list and over the one that allows.
    ...numbers.map((number, i): [number, number, number, number] => [jumpIfEqual, numbers.length - i, 0, number]),
    [give, 0, 0, allow],
    [give, 0, 0, notPermitted],
  ];
  const filter = new DataView(new ArrayBuffer(instructions.length * 8));
  for (const [i, [code, ifTrue, ifFalse, operand]] of instructions.entries()) {
    filter.setUint16(i * 8, code, true);
    filter.setUint8(i * 8 + 2, ifTrue);
    filter.setUint8(i * 8 + 3, ifFalse);
    filter.setUint32(i * 8 + 4, operand, true);
  }
  return new Uint8Array(filter.buffer);
}
