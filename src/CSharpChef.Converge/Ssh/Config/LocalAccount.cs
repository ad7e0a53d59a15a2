namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The local user who runs this process, with the home folder and the socket of the SSH agent.</summary>
internal sealed record LocalAccount(string Home, string User, string? AgentSocket)
{
    /// <summary>Whether a Kerberos ticket may be there to log in with.</summary>
    public bool HasKerberosTicket { get; init; }

    public static LocalAccount Current => new(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.UserName,
        Environment.GetEnvironmentVariable("SSH_AUTH_SOCK"))
    {
        HasKerberosTicket = Environment.GetEnvironmentVariable("KRB5CCNAME") is { Length: > 0 },
    };

    /// <summary>Replaces a leading ~ by the home folder.</summary>
    public string Expand(string path) =>
        path == "~" ? Home : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..]) : path;
}
