using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Instances.Hardware;

internal enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X64,

    [JsonStringEnumMemberName("i386")]
    X86,
}
