namespace CSharpChef.Testing;

/// <summary>Red Hat Enterprise Linux 9 and its relatives.</summary>
internal static class RhelPlatforms
{
    private const string Release = "9.4";
    private const string Kernel = "5.14.0-427.37.1.el9_4.x86_64";

    private static readonly string[] Packages9 =
    [
        "NetworkManager=1:1.46.0-19.el9_4", "audit=3.1.2-2.el9", "bash=5.1.8-9.el9", "chrony=4.5-1.el9", "coreutils=8.32-35.el9",
        "cronie=1.5.7-11.el9", "dbus-broker=28-7.el9", "dnf=4.14.0-9.el9", "firewalld=1.3.4-1.el9", "grep=3.6-5.el9",
        "openssh-server=8.7p1-38.el9_4.4", "rpm=4.16.1.3-29.el9", "rsyslog=8.2310.0-4.el9", "sed=4.8-9.el9",
        "shadow-utils=2:4.9-8.el9", "sudo=1.9.5p2-10.el9_3", "systemd=252-32.el9_4.7", "tar=2:1.34-6.el9_4.1",
    ];

    public static FakePlatform Rhel9 { get; } = Rhel("rhel9", "rhel", Release, Kernel) with
    {
        Files = FilesOf("redhat-release", "Red Hat Enterprise Linux", "Plow", "rhel", "fedora"),
        Packages = Packages9,
        Services = Services9,
    };

    public static FakePlatform Rocky9 { get; } = Rhel("rocky9", "rocky", Release, Kernel) with
    {
        Files = FilesOf("rocky-release", "Rocky Linux", "Blue Onyx", "rocky", "rhel centos fedora"),
        Packages = Packages9,
        Services = Services9,
    };

    public static FakePlatform AmazonLinux2023 { get; } =
        Rhel("al2023", "amzn", "2023", "6.1.112-122.189.amzn2023.x86_64") with
        {
            // Cron is a package to install here.
            Folders = FakePlatform.DnfFolders,
            Files = new Dictionary<string, string>
            {
                ["/etc/motd"] = "",
                ["/etc/os-release"] =
                    """
                    NAME="Amazon Linux"
                    VERSION="2023"
                    ID="amzn"
                    ID_LIKE="fedora"
                    VERSION_ID="2023"
                    PLATFORM_ID="platform:al2023"
                    PRETTY_NAME="Amazon Linux 2023.6.20241010"

                    """,
                ["/etc/system-release"] = "Amazon Linux release 2023.6.20241010 (Amazon Linux)\n",
            },
            Users = [.. RhelAccounts.Users, "ec2-user:1000:1000:/home/ec2-user:/bin/bash"],
            Groups = [.. RhelAccounts.Groups.Select(WithEc2User), "ec2-user:1000"],
            Packages =
            [
                "amazon-ssm-agent=3.3.987.0-1.amzn2023", "audit=3.0.6-1.amzn2023.0.2", "bash=5.2.15-1.amzn2023.0.2",
                "chrony=4.3-1.amzn2023.0.4", "coreutils=8.32-30.amzn2023.0.3", "dbus-broker=32-1.amzn2023.0.2",
                "dnf=4.14.0-1.amzn2023.0.5", "grep=3.8-1.amzn2023.0.4", "openssh-server=8.7p1-8.amzn2023.0.11",
                "rpm=4.16.1.3-29.amzn2023.0.6", "sed=4.8-7.amzn2023.0.2", "shadow-utils=2:4.9-12.amzn2023.0.4",
                "sudo=1.9.15-1.p5.amzn2023.0.1", "systemd=252.23-2.amzn2023", "tar=2:1.34-1.amzn2023.0.4",
            ],
            Services =
            [
                "amazon-ssm-agent:amazon-ssm-agent", "auditd:audit", "chronyd:chrony", "dbus-broker:dbus-broker",
                "sshd:openssh-server", "systemd-networkd:systemd-networkd",
            ],
        };

    private static string[] Services9 =>
    [
        "NetworkManager:NetworkManager", "auditd:audit", "chronyd:chrony", "crond:cronie", "dbus-broker:dbus-broker",
        "firewalld:firewalld", "rsyslog:rsyslog", "sshd:openssh-server",
    ];

    private static string WithEc2User(string group) =>
        group.Split(':')[0] is "adm" or "wheel" or "systemd-journal" ? $"{group}:ec2-user" : group;

    private static FakePlatform Rhel(string hostname, string name, string version, string kernel) =>
        new(FakePlatform.FactsOf(
            ("hostname", hostname),
            ("platform.name", name),
            ("platform.version", version),
            ("platform.family", "rhel"),
            ("platform.codename", ""),
            ("kernel.release", kernel),
            ("init_system", "systemd"),
            ("package_manager", "dnf"),
            ("mounts.0.type", "xfs")))
        {
            Folders = [.. FakePlatform.DnfFolders, "/etc/cron.d"],
            Links = FakePlatform.MergedUsr,
            Skeleton = [".bash_logout", ".bash_profile", ".bashrc"],
            Users = RhelAccounts.Users,
            Groups = RhelAccounts.Groups,
        };

    private static Dictionary<string, string> FilesOf(
        string file, string name, string codename, string id, string like) => new()
        {
            ["/etc/motd"] = "",
            ["/etc/os-release"] =
                $"""
                NAME="{name}"
                VERSION="{Release} ({codename})"
                ID="{id}"
                ID_LIKE="{like}"
                VERSION_ID="{Release}"
                PLATFORM_ID="platform:el9"
                PRETTY_NAME="{name} {Release} ({codename})"

                """,
            [$"/etc/{file}"] = $"{name} release {Release} ({codename})\n",
        };
}
