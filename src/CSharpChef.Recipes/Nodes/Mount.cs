namespace CSharpChef.Recipes;

/// <summary>A mounted file system.</summary>
public sealed class Mount
{
    private readonly string index;
    private readonly Facts facts;

    internal Mount(string index, Facts facts) => (this.index, this.facts) = (index, facts);

    /// <summary>The path at which it is mounted.</summary>
    public string Path => facts.Text($"mounts.{index}.path");

    /// <summary>The mounted device, or the source of a network file system.</summary>
    public string Device => facts.Text($"mounts.{index}.device");

    /// <summary>The file system's type, such as <c>ext4</c>.</summary>
    public string Type => facts.Text($"mounts.{index}.type");

    /// <summary>The size of the file system, in bytes.</summary>
    public long Size => facts.Number($"mounts.{index}.size");
}
