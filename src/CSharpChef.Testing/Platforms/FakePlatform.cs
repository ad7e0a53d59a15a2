namespace CSharpChef.Testing;

/// <summary>A freshly installed distribution: its facts, folders, files and accounts.</summary>
internal sealed partial record FakePlatform(IReadOnlyDictionary<string, string> Facts)
{
    private static readonly string[] CommonFolders =
    [
        "/boot", "/dev", "/etc/cron.daily", "/etc/init.d", "/etc/logrotate.d", "/etc/modprobe.d", "/etc/profile.d",
        "/etc/security", "/etc/ssh", "/etc/sysctl.d", "/home", "/media", "/mnt", "/opt", "/proc", "/run/lock", "/srv", "/sys",
        "/usr/bin", "/usr/lib", "/usr/local/bin", "/usr/local/etc", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share",
        "/usr/sbin", "/usr/share", "/usr/src", "/var/cache", "/var/lib", "/var/log", "/var/mail", "/var/spool",
    ];

    /// <summary>Folders in addition to those of every distribution.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the files in <c>/etc/skel</c>, which a new home directory gets.</summary>
    public IReadOnlyList<string> Skeleton { get; init; } = [];

    /// <summary>System users as <c>name:uid:gid:home:shell</c>.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Groups as <c>name:gid</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
