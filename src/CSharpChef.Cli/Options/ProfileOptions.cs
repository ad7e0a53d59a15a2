using System.CommandLine;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Servers;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose a server.</summary>
internal sealed class ProfileOptions
{
    private readonly Option<string?> profile = new("--profile")
    {
        HelpName = "NAME",
        Description = "The profile of csharpchef login. Default: CSHARPCHEF_PROFILE."
    };
    private readonly Option<string?> ca = new("--ca")
    {
        HelpName = "FILE",
        Description = "The PEM certificate of the authority to trust. Default: CSHARPCHEF_CA."
    };

    /// <summary>The file of servers that the user logged in to.</summary>
    public KnownServers Known { get; } = KnownServers.Open(Environment.GetEnvironmentVariable);

    private ServerChoice Choice => new(Known, Environment.GetEnvironmentVariable);

    public void AddTo(Command command)
    {
        command.Options.Add(profile);
        command.Options.Add(ca);
    }

    public string? Profile(ParseResult parsed) => parsed.GetValue(profile);

    public string? Ca(ParseResult parsed) => Choice.Authority(parsed.GetValue(ca));

    public ApiClient Client(ParseResult parsed) =>
        new(Access(Profile(parsed), parsed.GetValue(ca)), TimeProvider.System);

    /// <summary>The server of a profile, or that of a command that names none.</summary>
    public ServerAccess Access(string? profileName, string? authority) => Choice.Find(profileName, authority);
}
