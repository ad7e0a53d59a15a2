using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Layers;

/// <summary>
/// Warns of layers of one instance that have volumes at the same mount point, where only one of them can be mounted.
/// </summary>
internal static class SharedMountPoints
{
    /// <summary>The warnings for an instance of these layers.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<Layer> layers) =>
        from layer in layers
        from volume in layer.VolumeConfigurations ?? []
        group layer.LayerId by MountPoint.Normalize(volume.MountPoint) into users
        where users.Count() > 1
        select $"The layers {string.Join(" and ", users)} each have a volume at {users.Key}: an instance of both can mount only one of them there.";

    /// <summary>The warnings for a layer whose settings change, about the other layers of its instances.</summary>
    public static async Task<IReadOnlyList<string>> WarningsAsync(Layer layer, Call call)
    {
        if (layer.VolumeConfigurations is not { Count: > 0 })
        {
            return [];
        }

        var owners = await call.Store.OtherOwnersAsync(IDocument.InstanceKind, layer.LayerId);
        var others = await call.Store.FindAsync<Layer>(owners);
        return [.. others.SelectMany(other => Warnings([layer, other]))];
    }
}
