using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Stacks;

internal enum RootDeviceType
{
    /// <summary>The disk is kept when the machine stops.</summary>
    Ebs,

    /// <summary>The disk is deleted when the machine stops.</summary>
    [JsonStringEnumMemberName("instance-store")]
    InstanceStore,
}
