// A deny-list of system calls as a small BPF program, which bubblewrap hands to the kernel before Deno starts: no new processes,
// no tracing of others, no sockets, no mounts, no modules, none of the large and young interfaces that escapes are made of.
// Format: struct sock_filter of linux/filter.h; numbers from the kernel's syscall tables (syscall_64.tbl, unistd.h).

/** Numbers on x86_64 and aarch64; null where the call does not exist. */
const denied: Readonly<Record<string, readonly [x64: number | null, arm64: number | null]>> = {
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  kcmp: [312, 272],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  keyctl: [250, 219],
  add_key: [248, 217],
  request_key: [249, 218],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  unshare: [272, 97],
  setns: [308, 268],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  fanotify_init: [300, 262],
  swapon: [167, 224],
  swapoff: [168, 225],
  quotactl: [179, 60],
  acct: [163, 89],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  adjtimex: [159, 171],
  clock_adjtime: [305, 266],
  personality: [135, 92],
  syslog: [103, 116],
  vhangup: [153, 58],
  move_pages: [279, 239],
  iopl: [172, null],
  ioperm: [173, null],
  uselib: [134, null],
  execveat: [322, 281],
  fork: [57, null],
  vfork: [58, null],
  socket: [41, 198],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
};

interface Machine {
  /** Column of `denied`. */
  readonly column: 0 | 1;
  /** AUDIT_ARCH_… of linux/audit.h. */
  readonly audit: number;
  readonly clone: number;
}

const machines: Readonly<Record<string, Machine>> = {
  x64: { column: 0, audit: 0xc000003e, clone: 56 },
  arm64: { column: 1, audit: 0xc00000b7, clone: 220 },
};

const clone3 = 435;
const cloneThread = 0x10000;
/** Numbers from here on are x86_64's second table (x32), which would get round the list. */
const x32 = 0x40000000;

const load = 0x20; // BPF_LD | BPF_W | BPF_ABS
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const jumpIfAnyBit = 0x45;
const give = 0x06;
const allow = 0x7fff0000;
const errno = (code: number): number => 0x00050000 | code;
const [EPERM, ENOSYS] = [1, 38];
const killProcess = 0x80000000;

/** Offsets into struct seccomp_data. */
const [numberAt, archAt, firstArgumentAt] = [0, 4, 16];

type Step = readonly [code: number, yes: number, no: number, value: number];

/** The program's bytes; null for a machine whose numbers are not known here. */
export function seccompProgram(arch: string = process.arch): Buffer | null {
  const machine = machines[arch];
  if (!machine) return null;
  const numbers = Object.values(denied).flatMap((row) => row[machine.column] ?? []);
  const last = numbers.length;
  // The jumps count from the next step; the refusal stands four steps behind the last check.
  const checks = numbers.map((n, i): Step => [jumpIfEqual, last + 3 - i, 0, n]);
  return bytesOf([
    [load, 0, 0, archAt],
    [jumpIfEqual, 1, 0, machine.audit],
    [give, 0, 0, killProcess],
    [load, 0, 0, numberAt],
    [jumpIfAtLeast, last + 4, 0, x32],
    ...checks,
    [jumpIfEqual, 1, 0, machine.clone],
    [jumpIfEqual, 3, 4, clone3],
    [load, 0, 0, firstArgumentAt],
    [jumpIfAnyBit, 2, 0, cloneThread],
    [give, 0, 0, errno(EPERM)],
    [give, 0, 0, errno(ENOSYS)], // the C library then asks for clone, whose flags can be read
    [give, 0, 0, allow],
  ]);
}

function bytesOf(steps: readonly Step[]): Buffer {
  const bytes = Buffer.alloc(8 * steps.length);
  for (const [i, [code, yes, no, value]] of steps.entries()) {
    bytes.writeUInt16LE(code, 8 * i);
    bytes.writeUInt8(yes, 8 * i + 2);
    bytes.writeUInt8(no, 8 * i + 3);
    bytes.writeUInt32LE(value >>> 0, 8 * i + 4);
  }
  return bytes;
}
