using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Instances;

internal enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X64,

    [JsonStringEnumMemberName("i386")]
    X86,
}
