using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Stacks;

/// <summary>
/// An operating system of an instance. Legacy ones are accepted but marked as unsupported, so that existing scripts
/// keep working.
/// </summary>
internal sealed record SupportedOs(string Name, string Id, string Reported, string ReportedVersion, bool Supported)
{
    public const string Default = "Debian 12";
    public const string Custom = "Custom";

    private const string CustomId = "custom";
    private const int LongestName = 255;

    public static readonly IReadOnlyList<SupportedOs> All =
    [
        new("Debian 13", "debian-13", "debian", "13", true),
        new("Debian 12", "debian-12", "debian", "12", true),
        new("Debian 11", "debian-11", "debian", "11", true),
        new("Ubuntu 24.04 LTS", "ubuntu-24.04", "ubuntu", "24.04", true),
        new("Ubuntu 22.04 LTS", "ubuntu-22.04", "ubuntu", "22.04", true),
        new("Ubuntu 20.04 LTS", "ubuntu-20.04", "ubuntu", "20.04", true),
        new("Alpine 3", "alpine-3", "alpine", "3", true),
        new("Amazon Linux 2023", "amazon-2023", "amazon", "2023", true),
        new("Red Hat Enterprise Linux 9", "rhel-9", "redhat", "9", true),
        new("Red Hat Enterprise Linux 8", "rhel-8", "redhat", "8", true),
        new("Rocky Linux 9", "rocky-9", "rocky", "9", true),
        new("Amazon Linux 2", "amazon-2", "amazon", "2", false),
        new("Amazon Linux", "amazon", "amazon", "2018.03", false),
        new("Amazon Linux 2018.03", "amazon-2018.03", "amazon", "2018.03", false),
        new("Amazon Linux 2017.09", "amazon-2017.09", "amazon", "2017.09", false),
        new("Amazon Linux 2017.03", "amazon-2017.03", "amazon", "2017.03", false),
        new("Amazon Linux 2016.09", "amazon-2016.09", "amazon", "2016.09", false),
        new("Amazon Linux 2016.03", "amazon-2016.03", "amazon", "2016.03", false),
        new("Amazon Linux 2015.09", "amazon-2015.09", "amazon", "2015.09", false),
        new("Amazon Linux 2015.03", "amazon-2015.03", "amazon", "2015.03", false),
        new("Amazon Linux 2014.09", "amazon-2014.09", "amazon", "2014.09", false),
        new("Ubuntu 18.04 LTS", "ubuntu-18.04", "ubuntu", "18.04", false),
        new("Ubuntu 16.04 LTS", "ubuntu-16.04", "ubuntu", "16.04", false),
        new("Ubuntu 14.04 LTS", "ubuntu-14.04", "ubuntu", "14.04", false),
        new("Ubuntu 12.04 LTS", "ubuntu-12.04", "ubuntu", "12.04", false),
        new("CentOS Linux 7", "centos-7", "centos", "7", false),
        new("Red Hat Enterprise Linux 7", "rhel-7", "redhat", "7", false),
        new(Custom, CustomId, "linux", "", true),
    ];

    /// <summary>
    /// Refuses Windows. A name or id that is not known is accepted, because stacks of OpsWorks may have it.
    /// </summary>
    public static void Check(string member, string? os)
    {
        if (os?.StartsWith("Microsoft Windows", StringComparison.Ordinal) == true)
        {
            throw ApiError.Invalid(
                member, "is Windows, which is not supported: instances run Linux and are reached over SSH");
        }

        if (os is not null)
        {
            Validate.Text(member, os, LongestName);
        }
    }

    /// <summary>Refuses an operating system that is not known.</summary>
    public static void CheckKnown(string member, string os)
    {
        Check(member, os);
        if (!IsKnown(os))
        {
            throw ApiError.NotOneOf(member, os, All.Where(known => known.Supported).Select(known => known.Name));
        }
    }

    public static bool IsCustom(string? os) => os is Custom or CustomId;

    /// <summary>Warns of an operating system that is not known, when it is a new one.</summary>
    public static IEnumerable<string> Warnings(string member, string? os, string? before)
    {
        if (os is not null && os != before && !IsKnown(os))
        {
            yield return $"{member} is '{os}', which is not the name or id of a known operating system: an instance with it cannot be started.";
        }
    }

    private static bool IsKnown(string os) => All.Any(known => known.Name == os || known.Id == os);
}
