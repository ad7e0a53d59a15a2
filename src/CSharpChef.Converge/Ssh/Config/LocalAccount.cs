using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The local user who runs this process, with the home folder and the socket of the SSH agent.</summary>
internal sealed record LocalAccount(string Home, string User, string? AgentSocket)
{
    // ssh takes the home of the account too, and not that of the environment. Read once: each SshOptions asks for it.
    private static readonly Lazy<string?> AccountHome =
        new(() => HomeIn(PasswordFile.Accounts(), Environment.UserName));

    private readonly Lazy<bool> hasKerberosTicket = new(() =>
        Environment.GetEnvironmentVariable("KRB5CCNAME") is { Length: > 0 } || KerberosFiles.Any(File.Exists));

    /// <summary>Whether a Kerberos ticket may be there to log in with.</summary>
    public bool HasKerberosTicket => hasKerberosTicket.Value;

    public static LocalAccount Current => new(
        AccountHome.Value ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.UserName,
        Environment.GetEnvironmentVariable("SSH_AUTH_SOCK"));

    // The default place of a ticket, whose name ends with the number of the user.
    private static IEnumerable<string> KerberosFiles => File.Exists("/proc/self/status")
        ? File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Select(line => $"/tmp/krb5cc_{line.Split('\t')[1]}")
        : [];

    /// <summary>The home folder of a user in the fields of the accounts; null when it has none.</summary>
    public static string? HomeIn(IEnumerable<string[]> accounts, string user) => accounts
        .Where(fields => fields is [var name, _, _, _, _, { Length: > 0 }, ..] && name == user)
        .Select(fields => fields[5])
        .FirstOrDefault();

    /// <summary>Replaces a leading ~ by the home folder.</summary>
    public string Expand(string path) =>
        path == "~" ? Home : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..]) : path;
}
