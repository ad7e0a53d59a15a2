namespace CSharpChef.Testing;

// The facts and files of the four distributions.
internal sealed partial record FakePlatform
{
    private static readonly Dictionary<string, string> MergedUsr = new()
    {
        ["/bin"] = "usr/bin",
        ["/lib"] = "usr/lib",
        ["/sbin"] = "usr/sbin",
        ["/var/run"] = "/run",
    };

    private static readonly string[] DebianUsers =
    [
        "root:0:0:/root:/bin/bash", "daemon:1:1:/usr/sbin:/usr/sbin/nologin", "bin:2:2:/bin:/usr/sbin/nologin",
        "sys:3:3:/dev:/usr/sbin/nologin", "man:6:12:/var/cache/man:/usr/sbin/nologin", "mail:8:8:/var/mail:/usr/sbin/nologin",
        "www-data:33:33:/var/www:/usr/sbin/nologin", "backup:34:34:/var/backups:/usr/sbin/nologin",
        "nobody:65534:65534:/nonexistent:/usr/sbin/nologin",
    ];

    private static readonly string[] DebianGroups =
    [
        "root:0", "daemon:1", "bin:2", "sys:3", "adm:4", "tty:5", "disk:6", "mail:8", "man:12", "sudo:27", "audio:29", "www-data:33",
        "backup:34", "video:44", "staff:50", "users:100", "nogroup:65534",
    ];

    private static readonly string[] AptFolders =
    [
        "/etc/apt/apt.conf.d", "/etc/cron.d", "/etc/apt/keyrings", "/etc/apt/sources.list.d", "/etc/default", "/etc/sudoers.d",
        "/etc/systemd/system", "/usr/lib/systemd/system", "/var/backups",
    ];

    public static FakePlatform Debian12 { get; } = new(FactsOf(
        ("hostname", "debian12"),
        ("platform.name", "debian"),
        ("platform.version", "12"),
        ("platform.family", "debian"),
        ("platform.codename", "bookworm"),
        ("kernel.release", "6.1.0-26-amd64"),
        ("init_system", "systemd"),
        ("package_manager", "apt")))
    {
        Folders = AptFolders,
        Links = MergedUsr,
        Files = new Dictionary<string, string>
        {
            ["/etc/debian_version"] = "12.7\n",
            ["/etc/motd"] = "\nThe programs included with the Debian GNU/Linux system are free software.\n",
            ["/etc/os-release"] =
                "NAME=\"Debian GNU/Linux\"\nID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n",
        },
        Skeleton = [".bash_logout", ".bashrc", ".profile"],
        Users = DebianUsers,
        Groups = DebianGroups,
    };

    public static FakePlatform Ubuntu2404 { get; } = new(FactsOf(
        ("hostname", "ubuntu2404"),
        ("platform.name", "ubuntu"),
        ("platform.version", "24.04"),
        ("platform.family", "debian"),
        ("platform.codename", "noble"),
        ("kernel.release", "6.8.0-45-generic"),
        ("init_system", "systemd"),
        ("package_manager", "apt")))
    {
        Folders = [.. AptFolders, "/etc/update-motd.d"],
        Links = MergedUsr,
        Files = new Dictionary<string, string>
        {
            ["/etc/debian_version"] = "trixie/sid\n",
            ["/etc/os-release"] =
                "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"\nVERSION_CODENAME=noble\n",
        },
        Skeleton = [".bash_logout", ".bashrc", ".profile"],
        Users = DebianUsers,
        Groups = [.. DebianGroups, "lxd:101"],
    };

    public static FakePlatform Alpine320 { get; } = new(FactsOf(
        ("hostname", "alpine320"),
        ("platform.name", "alpine"),
        ("platform.version", "3.20.3"),
        ("platform.family", "alpine"),
        ("platform.codename", ""),
        ("kernel.release", "6.6.54-0-virt"),
        ("init_system", "openrc"),
        ("package_manager", "apk"),
        ("login.shell", "/bin/sh")))
    {
        Folders =
        [
            "/bin",
            "/etc/apk",
            "/etc/conf.d",
            "/etc/crontabs",
            "/etc/local.d",
            "/etc/runlevels/default",
            "/lib",
            "/sbin"
        ],
        Links = new Dictionary<string, string>(),
        Files = new Dictionary<string, string>
        {
            ["/etc/alpine-release"] = "3.20.3\n",
            ["/etc/motd"] = "Welcome to Alpine!\n",
            ["/etc/os-release"] = "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.3\n",
        },
        Users =
        [
            "root:0:0:/root:/bin/sh", "bin:1:1:/bin:/sbin/nologin", "daemon:2:2:/sbin:/sbin/nologin",
            "mail:8:12:/var/mail:/sbin/nologin", "guest:405:100:/dev/null:/sbin/nologin", "nobody:65534:65534:/:/sbin/nologin",
        ],
        Groups =
        [
            "root:0", "bin:1", "daemon:2", "sys:3", "adm:4", "tty:5", "disk:6", "wheel:10", "mail:12", "www-data:82", "users:100",
            "nogroup:65533", "nobody:65534",
        ],
    };

    public static FakePlatform Rocky9 { get; } = new(FactsOf(
        ("hostname", "rocky9"),
        ("platform.name", "rocky"),
        ("platform.version", "9.4"),
        ("platform.family", "rhel"),
        ("platform.codename", ""),
        ("kernel.release", "5.14.0-427.37.1.el9_4.x86_64"),
        ("init_system", "systemd"),
        ("package_manager", "dnf")))
    {
        Folders =
        [
            "/etc/cron.d", "/etc/dnf", "/etc/pki/rpm-gpg", "/etc/sudoers.d", "/etc/sysconfig", "/etc/systemd/system", "/etc/yum.repos.d",
            "/usr/lib/systemd/system",
        ],
        Links = MergedUsr,
        Files = new Dictionary<string, string>
        {
            ["/etc/motd"] = "",
            ["/etc/os-release"] =
                "NAME=\"Rocky Linux\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=\"9.4\"\n",
            ["/etc/rocky-release"] = "Rocky Linux release 9.4 (Blue Onyx)\n",
        },
        Skeleton = [".bash_logout", ".bash_profile", ".bashrc"],
        Users =
        [
            "root:0:0:/root:/bin/bash", "bin:1:1:/bin:/sbin/nologin", "daemon:2:2:/sbin:/sbin/nologin",
            "mail:8:12:/var/spool/mail:/sbin/nologin", "nobody:65534:65534:/:/sbin/nologin",
        ],
        Groups =
        [
            "root:0", "bin:1", "daemon:2", "sys:3", "adm:4", "tty:5", "disk:6", "wheel:10", "mail:12", "users:100", "nobody:65534",
        ],
    };
}
