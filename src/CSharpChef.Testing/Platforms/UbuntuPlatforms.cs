namespace CSharpChef.Testing;

/// <summary>The supported versions of Ubuntu.</summary>
internal static class UbuntuPlatforms
{
    public static FakePlatform Ubuntu2204 { get; } = Ubuntu("22.04", "jammy", "5.15.0-122-generic") with
    {
        Files = FilesOf("22.04", "22.04.5 LTS (Jammy Jellyfish)", "jammy", "bookworm/sid"),
        Users = DebianAccounts.OldUsers,
        Groups = [.. DebianAccounts.OldGroups, "lxd:118"],
        Packages =
        [
            "apt=2.4.13", "bash=5.1-6ubuntu1.1", "coreutils=8.32-4.1ubuntu1.2", "cron=3.0pl1-137ubuntu3", "dbus=1.12.20-2ubuntu4.1",
            "dpkg=1.21.1ubuntu2.3", "grep=3.7-1build1", "openssh-server=1:8.9p1-3ubuntu0.10", "passwd=1:4.8.1-2ubuntu2.2",
            "rsyslog=8.2112.0-2ubuntu2.2", "sed=4.8-1ubuntu2", "sudo=1.9.9-1ubuntu2.4", "systemd=249.11-0ubuntu3.12",
            "systemd-timesyncd=249.11-0ubuntu3.12", "tar=1.34+dfsg-1ubuntu0.1.22.04.2", "ufw=0.36.1-4ubuntu0.1",
        ],
        Services = [.. DebianServices.Common, "rsyslog:rsyslog", "ufw:ufw"],
    };

    public static FakePlatform Ubuntu2404 { get; } = Ubuntu("24.04", "noble", "6.8.0-45-generic") with
    {
        Files = FilesOf("24.04", "24.04.1 LTS (Noble Numbat)", "noble", "trixie/sid"),
        Groups = [.. DebianAccounts.Groups, "lxd:105"],
        Packages =
        [
            "apt=2.7.14build2", "bash=5.2.21-2ubuntu4", "coreutils=9.4-3ubuntu6", "cron=3.0pl1-184ubuntu2", "dbus=1.14.10-4ubuntu4.1",
            "dpkg=1.22.6ubuntu6.1", "grep=3.11-4build1", "openssh-server=1:9.6p1-3ubuntu13.5", "passwd=1:4.13+dfsg1-4ubuntu3",
            "rsyslog=8.2312.0-3ubuntu9", "sed=4.9-2build1", "sudo=1.9.15p5-3ubuntu5", "systemd=255.4-1ubuntu8.4",
            "systemd-timesyncd=255.4-1ubuntu8.4", "tar=1.35+dfsg-3build1", "ufw=0.36.2-6",
        ],
        Services = [.. DebianServices.BySocket, "rsyslog:rsyslog", "ufw:ufw"],
    };

    private static FakePlatform Ubuntu(string version, string codename, string kernel) => new(FakePlatform.FactsOf(
        ("hostname", $"ubuntu{version.Replace(".", "", StringComparison.Ordinal)}"),
        ("platform.name", "ubuntu"),
        ("platform.version", version),
        ("platform.family", "debian"),
        ("platform.codename", codename),
        ("kernel.release", kernel),
        ("init_system", "systemd"),
        ("package_manager", "apt")))
    {
        Folders = [.. FakePlatform.AptFolders, "/etc/apt/keyrings", "/etc/update-motd.d"],
        Links = FakePlatform.MergedUsr,
        Skeleton = [".bash_logout", ".bashrc", ".profile"],
        Users = DebianAccounts.Users,
        Groups = DebianAccounts.Groups,
    };

    private static Dictionary<string, string> FilesOf(string version, string full, string codename, string debian) =>
        new()
        {
            ["/etc/debian_version"] = $"{debian}\n",
            ["/etc/os-release"] =
                $"""
                PRETTY_NAME="Ubuntu {full.Split(" (")[0]}"
                NAME="Ubuntu"
                VERSION_ID="{version}"
                VERSION="{full}"
                VERSION_CODENAME={codename}
                ID=ubuntu
                ID_LIKE=debian
                UBUNTU_CODENAME={codename}

                """,
        };
}
