using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Stacks;

internal enum RootDeviceType
{
    /// <summary>The disk stays when the machine stops.</summary>
    Ebs,

    /// <summary>The disk goes with the machine.</summary>
    [JsonStringEnumMemberName("instance-store")]
    InstanceStore,
}
