using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Text;

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

    private static readonly Dictionary<string, (int Least, int Most)> Sizes = new()
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

        var places = volumes.GroupBy(volume => MountPoint.Normalize(volume.MountPoint));
        if (places.FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw ApiError.Invalid("VolumeConfigurations", $"has two volumes with the MountPoint {duplicate.Key}");
        }
    }

    public static void CheckMountPoint(string member, string path)
    {
        var place = MountPoint.Normalize(path);
        if (!path.StartsWith('/') || path.Split('/').Any(part => part is "." or ".."))
        {
            throw ApiError.Invalid(member, $"is '{Excerpt.Of(path)}'; it must be an absolute path without the parts '.' and '..'");
        }

        if (place == "/")
        {
            throw ApiError.Invalid(member, "is the root folder, where no volume can be mounted");
        }

        if (Reserved.Contains(place))
        {
            throw ApiError.Invalid(member, $"is {path}, which is reserved: {string.Join(", ", Reserved)}");
        }
    }

    private static void Check(VolumeConfiguration volume, string member)
    {
        CheckMountPoint($"{member}.MountPoint", volume.MountPoint);
        Validate.Range($"{member}.NumberOfDisks", volume.NumberOfDisks, 1, 64);
        if (!Sizes.TryGetValue(volume.VolumeType ?? "standard", out var size))
        {
            throw ApiError.Invalid($"{member}.VolumeType", $"must be one of {string.Join(", ", Sizes.Keys)}");
        }

        Validate.Range($"{member}.Size", volume.Size, size.Least, size.Most);
        if (volume.RaidLevel is { } level && !RaidLevels.Contains(level))
        {
            throw ApiError.Invalid($"{member}.RaidLevel", $"must be one of {string.Join(", ", RaidLevels)}");
        }

        if (volume.Iops is not null && volume.VolumeType != "io1")
        {
            throw ApiError.Invalid($"{member}.Iops", "is only allowed for the volume type io1");
        }
    }
}
