using System.CommandLine;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Servers;

namespace CSharpChef.Cli.Options;

/// <summary>Which server a command talks to.</summary>
internal sealed class ServerOptionSet
{
    private readonly Option<string?> profile = new("--profile")
    {
        Description = "The name given at csharpchef login. Default: CSHARPCHEF_PROFILE."
    };
    private readonly Option<string?> ca = new("--ca")
    {
        Description = "The certificate, in PEM form, of the authority to believe. Default: CSHARPCHEF_CA."
    };

    public void AddTo(Command command)
    {
        command.Options.Add(profile);
        command.Options.Add(ca);
    }

    public string? Profile(ParseResult parsed) => parsed.GetValue(profile);

    public string? Ca(ParseResult parsed) => ServerChoice.Here.Authority(parsed.GetValue(ca));

    public ApiClient Client(ParseResult parsed) =>
        new(ServerChoice.Here.Find(Profile(parsed), parsed.GetValue(ca)), TimeProvider.System);
}
