namespace CSharpChef.Testing;

/// <summary>The supported versions of Alpine Linux.</summary>
internal static class AlpinePlatforms
{
    public static FakePlatform Alpine320 { get; } = new(FakePlatform.FactsOf(
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
        Files = new Dictionary<string, string>
        {
            ["/etc/alpine-release"] = "3.20.3\n",
            ["/etc/motd"] = "Welcome to Alpine!\n",
            ["/etc/os-release"] =
                """
                NAME="Alpine Linux"
                ID=alpine
                VERSION_ID=3.20.3
                PRETTY_NAME="Alpine Linux v3.20"

                """,
        },
        Users =
        [
            "root:0:0:/root:/bin/sh:root", "bin:1:1:/bin:/sbin/nologin:bin", "daemon:2:2:/sbin:/sbin/nologin:daemon", "lp:4:7:/var/spool/lpd:/sbin/nologin:lp",
            "sync:5:0:/sbin:/bin/sync:sync", "shutdown:6:0:/sbin:/sbin/shutdown:shutdown", "halt:7:0:/sbin:/sbin/halt:halt",
            "mail:8:12:/var/mail:/sbin/nologin:mail", "news:9:13:/usr/lib/news:/sbin/nologin:news", "cron:16:16:/var/spool/cron:/sbin/nologin:cron",
            "ftp:21:21:/var/lib/ftp:/sbin/nologin:ftp", "sshd:22:22:/dev/null:/sbin/nologin:sshd", "games:35:35:/usr/games:/sbin/nologin:games",
            "ntp:123:123:/var/empty:/sbin/nologin:ntp", "guest:405:100:/dev/null:/sbin/nologin:guest", "nobody:65534:65534:/:/sbin/nologin:nobody",
        ],
        Groups =
        [
            "root:0", "bin:1", "daemon:2", "sys:3", "adm:4", "tty:5", "disk:6", "lp:7", "kmem:9", "wheel:10", "floppy:11", "mail:12",
            "news:13", "uucp:14", "cron:16", "audio:18", "cdrom:19", "dialout:20", "ftp:21", "sshd:22", "input:23", "tape:26",
            "video:27", "netdev:28", "kvm:34", "games:35", "shadow:42", "www-data:82", "users:100", "ntp:123", "abuild:300",
            "utmp:406", "ping:999", "nogroup:65533", "nobody:65534",
        ],
        Packages =
        [
            "alpine-base=3.20.3-r0", "apk-tools=2.14.4-r1", "busybox=1.36.1-r29", "musl=1.2.5-r0", "openrc=0.54-r1",
            "openssh-server=9.7_p1-r4",
        ],
        Services = ["crond:busybox", "networking:openrc", "sshd:openssh-server", "syslog:busybox"],
    };
}
