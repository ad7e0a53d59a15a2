namespace CSharpChef.Stacks.Layers;

/// <summary>The folder at which a volume is mounted.</summary>
internal static class MountPoint
{
    /// <summary>Returns the path with one slash before each folder; equal places have equal paths.</summary>
    public static string Normalize(string path) =>
        "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
}
