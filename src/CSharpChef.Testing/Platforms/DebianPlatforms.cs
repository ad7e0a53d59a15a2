namespace CSharpChef.Testing;

/// <summary>The supported versions of Debian.</summary>
internal static class DebianPlatforms
{
    public static FakePlatform Debian11 { get; } = Debian("11", "bullseye", "5.10.0-33-amd64") with
    {
        Files = FilesOf("11", "bullseye", "11.11"),
        Users = DebianAccounts.OldUsers,
        Groups = DebianAccounts.OldGroups,
        Packages =
        [
            "apt=2.2.4", "bash=5.1-2+deb11u1", "coreutils=8.32-4+b1", "cron=3.0pl1-137", "dbus=1.12.28-0+deb11u1", "dpkg=1.20.13",
            "grep=3.6-1+deb11u1", "openssh-server=1:8.4p1-5+deb11u3", "passwd=1:4.8.1-1+deb11u1", "rsyslog=8.2102.0-2+deb11u1",
            "sed=4.7-1", "systemd=247.3-7+deb11u6", "systemd-timesyncd=247.3-7+deb11u6", "tar=1.34+dfsg-1+deb11u1",
        ],
        Services = [.. DebianServices.Common, "rsyslog:rsyslog"],
    };

    public static FakePlatform Debian12 { get; } = Debian("12", "bookworm", "6.1.0-26-amd64") with
    {
        Files = FilesOf("12", "bookworm", "12.7"),
        Packages =
        [
            "apt=2.6.1", "bash=5.2.15-2+b7", "coreutils=9.1-1", "cron=3.0pl1-162", "dbus=1.14.10-1~deb12u1", "dpkg=1.21.22",
            "grep=3.8-5", "openssh-server=1:9.2p1-2+deb12u3", "passwd=1:4.13+dfsg1-1+b1", "sed=4.9-1", "systemd=252.30-1~deb12u2",
            "systemd-timesyncd=252.30-1~deb12u2", "tar=1.34+dfsg-1.2+deb12u1",
        ],
    };

    public static FakePlatform Debian13 { get; } = Debian("13", "trixie", "6.12.57+deb13-amd64") with
    {
        Files = FilesOf("13", "trixie", "13.2"),
        Packages =
        [
            "apt=3.0.3", "bash=5.2.37-2+b5", "coreutils=9.7-3", "cron=3.0pl1-197", "dbus=1.16.2-2", "dpkg=1.22.21", "grep=3.11-4",
            "openssh-server=1:10.0p1-7", "passwd=1:4.17.4-2", "sed=4.9-2", "systemd=257.9-1~deb13u1",
            "systemd-timesyncd=257.9-1~deb13u1", "tar=1.35+dfsg-3.1",
        ],
    };

    private static FakePlatform Debian(string version, string codename, string kernel) => new(FakePlatform.FactsOf(
        ("hostname", $"debian{version}"),
        ("platform.name", "debian"),
        ("platform.version", version),
        ("platform.family", "debian"),
        ("platform.codename", codename),
        ("kernel.release", kernel),
        ("init_system", "systemd"),
        ("package_manager", "apt")))
    {
        Folders = version == "11" ? FakePlatform.AptFolders : [.. FakePlatform.AptFolders, "/etc/apt/keyrings"],
        Links = FakePlatform.MergedUsr,
        Skeleton = [".bash_logout", ".bashrc", ".profile"],
        Users = DebianAccounts.Users,
        Groups = DebianAccounts.Groups,
        Services = DebianServices.Common,
    };

    private static Dictionary<string, string> FilesOf(string version, string codename, string release) => new()
    {
        ["/etc/debian_version"] = $"{release}\n",
        ["/etc/motd"] = "\nThe programs included with the Debian GNU/Linux system are free software.\n",
        ["/etc/os-release"] =
            $"""
            PRETTY_NAME="Debian GNU/Linux {version} ({codename})"
            NAME="Debian GNU/Linux"
            VERSION_ID="{version}"
            VERSION="{version} ({codename})"
            VERSION_CODENAME={codename}
            ID=debian

            """,
    };
}
