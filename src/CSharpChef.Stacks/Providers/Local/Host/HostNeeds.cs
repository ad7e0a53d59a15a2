namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>The requirements for this host to run machines.</summary>
internal static class HostNeeds
{
    private static readonly Version Kernel = new(5, 14);

    private static readonly Dictionary<string, string> Packages = new()
    {
        ["debootstrap"] = "debootstrap",
        ["ip"] = "iproute2",
        ["kill"] = "procps",
        ["mount"] = "mount",
        ["nft"] = "nftables",
        ["setsid"] = "util-linux",
        ["ssh-keygen"] = "openssh-client",
        ["systemd-nspawn"] = "systemd-container",
        ["systemd-run"] = "systemd",
        ["unshare"] = "util-linux",
    };

    public static void ToRun() => Check("ip", "kill", "mount", "setsid", "ssh-keygen", "systemd-nspawn", "unshare");

    public static void ToBuild() => Check("debootstrap", "unshare");

    public static void ToMasquerade() => Check("nft");

    public static void ToList() => Check();

    public static string Advice(IEnumerable<string> missing) =>
        $"Install it: apt-get install {string.Join(' ', missing.Select(program => Packages.GetValueOrDefault(program, program)).Distinct())}";

    private static void Check(params string[] programs)
    {
        if (!OperatingSystem.IsLinux() || Environment.OSVersion.Version < Kernel)
        {
            throw new ProviderException(
                $"Machines of this host need Linux {Kernel} or newer, and this is {Environment.OSVersion}. "
                + "Register existing machines instead.");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            throw new ProviderException("Only root may use machines of this host. Run csharpchef as root.");
        }

        var missing = programs.Where(program => HostProgram.Find(program) is null).ToList();
        if (missing.Count > 0)
        {
            throw new ProviderException($"Machines of this host need {string.Join(", ", missing)}. {Advice(missing)}");
        }
    }
}
