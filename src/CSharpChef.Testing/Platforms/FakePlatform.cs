namespace CSharpChef.Testing;

/// <summary>A freshly installed distribution: its facts, folders, files, accounts, packages and services.</summary>
internal sealed partial record FakePlatform(IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The links of a distribution whose <c>/bin</c> is that of <c>/usr</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> MergedUsr = new Dictionary<string, string>
    {
        ["/bin"] = "usr/bin",
        ["/lib"] = "usr/lib",
        ["/sbin"] = "usr/sbin",
        ["/var/run"] = "/run",
    };

    /// <summary>The folders of a distribution with apt.</summary>
    public static readonly string[] AptFolders =
    [
        "/etc/apt/apt.conf.d", "/etc/cron.d", "/etc/apt/sources.list.d", "/etc/default", "/etc/sudoers.d",
        "/etc/systemd/system", "/usr/lib/systemd/system", "/var/backups",
    ];

    /// <summary>The folders of a distribution with dnf.</summary>
    public static readonly string[] DnfFolders =
    [
        "/etc/dnf", "/etc/pki/rpm-gpg", "/etc/sudoers.d", "/etc/sysconfig", "/etc/systemd/system", "/etc/yum.repos.d",
        "/usr/lib/systemd/system",
    ];

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

    /// <summary>Users as <c>name:uid:gid:home:shell</c>.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Groups as <c>name:gid</c>, with <c>:member</c> behind it for one that has a member.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Some of the packages that every machine has, as <c>name=version</c>.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>
    /// The services that run and are enabled, as <c>name:package</c>; <c>:disabled</c> behind it for one that runs
    /// without being enabled.
    /// </summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}
