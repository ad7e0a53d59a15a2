namespace CSharpChef.Recipes;

/// <summary>A mounted file system.</summary>
public sealed class Mount
{
    private readonly string index;
    private readonly Facts facts;

    internal Mount(string index, Facts facts) => (this.index, this.facts) = (index, facts);

    /// <summary>Where it is mounted.</summary>
    public string Path => facts.Text($"mounts.{index}.path");

    /// <summary>What is mounted there.</summary>
    public string Device => facts.Text($"mounts.{index}.device");

    /// <summary>The file system's type, such as <c>ext4</c>.</summary>
    public string Type => facts.Text($"mounts.{index}.type");

    /// <summary>Its size, in bytes.</summary>
    public long Size => facts.Number($"mounts.{index}.size");
}
