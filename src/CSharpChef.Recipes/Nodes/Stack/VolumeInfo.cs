namespace CSharpChef.Recipes;

/// <summary>A volume of each instance of a layer.</summary>
/// <param name="MountPoint">The mount point, such as <c>/vol/data</c>.</param>
public sealed record VolumeInfo(string MountPoint)
{
    /// <summary>The total size in GiB.</summary>
    public int Size { get; init; }

    /// <summary>The number of disks.</summary>
    public int NumberOfDisks { get; init; } = 1;

    /// <summary>The RAID level; null for one disk.</summary>
    public int? RaidLevel { get; init; }

    /// <summary>The type in the words of the provider.</summary>
    public string? VolumeType { get; init; }

    /// <summary>The I/O operations per second of each disk.</summary>
    public int? Iops { get; init; }

    /// <summary>Whether the volume is encrypted.</summary>
    public bool Encrypted { get; init; }
}
