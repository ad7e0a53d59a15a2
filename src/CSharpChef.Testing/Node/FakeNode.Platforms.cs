namespace CSharpChef.Testing;

// The platforms of a fake node. Each is as it was installed: as root, with 2 processors and 2 GB.
public sealed partial class FakeNode
{
    /// <summary>A server of Debian 11 (bullseye): apt and systemd, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Debian11() => new(DebianPlatforms.Debian11);

    /// <summary>A server of Debian 12 (bookworm): apt and systemd, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Debian12() => new(DebianPlatforms.Debian12);

    /// <summary>A server of Debian 13 (trixie): apt and systemd, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Debian13() => new(DebianPlatforms.Debian13);

    /// <summary>A server of Ubuntu 22.04 (jammy): apt and systemd, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Ubuntu2204() => new(UbuntuPlatforms.Ubuntu2204);

    /// <summary>
    /// A server of Ubuntu 24.04 (noble): apt and systemd, as root, with 2 processors and 2 GB. Its <c>ssh</c> is
    /// started by <c>ssh.socket</c>.
    /// </summary>
    public static FakeNode Ubuntu2404() => new(UbuntuPlatforms.Ubuntu2404);

    /// <summary>A server of Alpine Linux 3.20: apk and OpenRC, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Alpine320() => new(AlpinePlatforms.Alpine320);

    /// <summary>
    /// A server of Red Hat Enterprise Linux 9: dnf and systemd, as root, with 2 processors and 2 GB.
    /// </summary>
    public static FakeNode Rhel9() => new(RhelPlatforms.Rhel9);

    /// <summary>A server of Rocky Linux 9: dnf and systemd, as root, with 2 processors and 2 GB.</summary>
    public static FakeNode Rocky9() => new(RhelPlatforms.Rocky9);

    /// <summary>
    /// An instance of Amazon Linux 2023: dnf and systemd, as root, with 2 processors and 2 GB. It has the user
    /// <c>ec2-user</c>, and no cron.
    /// </summary>
    public static FakeNode AmazonLinux2023() => new(RhelPlatforms.AmazonLinux2023);

    /// <summary>A fresh node of each platform, for tests of a cookbook that is made for all of them.</summary>
    /// <example>
    /// <code>
    /// foreach (var node in FakeNode.AllPlatforms())
    /// {
    ///     await new ChefTest("cookbooks").Converge("base", node);
    /// }
    /// </code>
    /// </example>
    public static IReadOnlyList<FakeNode> AllPlatforms() =>
    [
        Debian11(), Debian12(), Debian13(), Ubuntu2204(), Ubuntu2404(), Alpine320(), Rhel9(), Rocky9(),
        AmazonLinux2023(),
    ];

    /// <summary>The platform, such as <c>debian 12</c>.</summary>
    public override string ToString() => $"{Machine.Facts["platform.name"]} {Machine.Facts["platform.version"]}";
}
