using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Layers;

internal static class VolumeRules
{
    private static readonly string[] Reserved =
    [
        "/srv/www",
        "/var/www",
        "/var/log/apache2",
        "/var/log/httpd",
        "/var/log/mysql"
    ];
    private static readonly int[] RaidLevels = [0, 1, 5, 10];

    private static readonly IReadOnlyDictionary<string, (int Least, int Most)> Sizes = new Dictionary<string, (int, int)>
    {
        ["standard"] = (1, 1024),
        ["gp2"] = (1, 16384),
        ["io1"] = (4, 16384),
        ["st1"] = (500, 16384),
        ["sc1"] = (500, 16384),
    };

    public static void Check(IReadOnlyList<VolumeConfiguration> volumes)
    {
        for (var i = 0; i < volumes.Count; i++)
        {
            Check(volumes[i], $"VolumeConfigurations[{i}]");
        }

        if (volumes.GroupBy(volume => volume.MountPoint).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw ApiError.Invalid("VolumeConfigurations", $"has two volumes at {twice.Key}");
        }
    }

    public static void MountPoint(string member, string path)
    {
        if (!path.StartsWith('/') || path.Split('/').Any(part => part is "." or "..") || path.Any(char.IsControl))
        {
            throw ApiError.Invalid(member, $"must be an absolute path without '..', and is '{Excerpt.Of(path)}'");
        }

        if (Reserved.Contains(path.TrimEnd('/')))
        {
            throw ApiError.Invalid(member, $"is {path}, which is taken by the system: {string.Join(", ", Reserved)} are");
        }
    }

    private static void Check(VolumeConfiguration volume, string member)
    {
        MountPoint($"{member}.MountPoint", volume.MountPoint);
        Validate.Range($"{member}.NumberOfDisks", volume.NumberOfDisks, 1, 64);
        if (!Sizes.TryGetValue(volume.VolumeType ?? "standard", out var size))
        {
            throw ApiError.Invalid($"{member}.VolumeType", $"is none of {string.Join(", ", Sizes.Keys)}");
        }

        Validate.Range($"{member}.Size", volume.Size, size.Least, size.Most);
        if (volume.RaidLevel is { } level && !RaidLevels.Contains(level))
        {
            throw ApiError.Invalid($"{member}.RaidLevel", $"is none of {string.Join(", ", RaidLevels)}");
        }

        if (volume.Iops is not null && volume.VolumeType != "io1")
        {
            throw ApiError.Invalid($"{member}.Iops", "is only for the volume type io1");
        }
    }
}
