using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// Refuses system calls that the evaluation of recipes does not need: those that make processes, sockets and memory
/// outside of the limits of a process, look into other processes, or reach rarely used parts of the kernel. It is a
/// program of classic BPF for seccomp.
/// </summary>
internal static class SystemCallFilter
{
    private const uint Allowed = 0x7fff0000;
    private const uint NotPermitted = 0x00050000 | 1;
    private const uint NotImplemented = 0x00050000 | 38;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;

    private const uint ThreadFlag = 0x10000;

    // The numbers of a second set of calls of x86-64 begin here.
    private const uint FirstOfX32 = 0x40000000;

    // The C library takes clone when there is no clone3, and its flags can be judged.
    private const uint Clone3 = 435;

    private static readonly Calls X64 = new(0xC000003E, CloneCall: 56,
    [
        // fork vfork socket socketpair shmget semget msgget ptrace mount
        57, 58, 41, 53, 29, 64, 68, 101, 165,

        // mq_open add_key request_key keyctl unshare perf_event_open setns process_vm_readv process_vm_writev
        240, 248, 249, 250, 272, 298, 308, 310, 311,

        // memfd_create bpf userfaultfd io_uring_setup open_tree fsopen memfd_secret
        319, 321, 323, 425, 428, 430, 447,
    ]);

    private static readonly Calls Arm64 = new(0xC00000B7, CloneCall: 220,
    [
        // socket socketpair shmget semget msgget ptrace mount
        198, 199, 194, 190, 186, 117, 40,

        // mq_open add_key request_key keyctl unshare perf_event_open setns process_vm_readv process_vm_writev
        180, 217, 218, 219, 97, 241, 268, 270, 271,

        // memfd_create bpf userfaultfd io_uring_setup open_tree fsopen memfd_secret
        279, 280, 282, 425, 428, 430, 447,
    ]);

    /// <summary>The filter for this machine; null for an architecture whose calls are not known here.</summary>
    public static byte[]? Program => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Bytes(X64),
        Architecture.Arm64 => Bytes(Arm64),
        _ => null,
    };

    private static byte[] Bytes(Calls calls)
    {
        List<Instruction> program =
        [
            new(Load, 0, 0, ArchitectureOffset),
            new(JumpIfEqual, 1, 0, calls.Architecture),
            new(Return, 0, 0, NotPermitted),
            new(Load, 0, 0, NumberOffset),
            .. If(JumpIfAtLeast, FirstOfX32, NotPermitted),
            .. If(JumpIfEqual, Clone3, NotImplemented),
            .. calls.Refused.SelectMany(call => If(JumpIfEqual, call, NotPermitted)),
            new(JumpIfEqual, 0, 3, calls.CloneCall),
            new(Load, 0, 0, FirstArgumentOffset),
            new(JumpIfAnyBit, 1, 0, ThreadFlag),
            new(Return, 0, 0, NotPermitted),
            new(Return, 0, 0, Allowed),
        ];
        return [.. program.SelectMany(instruction => instruction.ToBytes())];
    }

    private static IEnumerable<Instruction> If(ushort jump, uint value, uint answer) =>
        [new(jump, 0, 1, value), new(Return, 0, 0, answer)];

    private sealed record Calls(uint Architecture, uint CloneCall, IReadOnlyList<uint> Refused);

    private sealed record Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value)
    {
        public byte[] ToBytes()
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, Code);
            (bytes[2], bytes[3]) = (IfTrue, IfFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Value);
            return bytes;
        }
    }
}
