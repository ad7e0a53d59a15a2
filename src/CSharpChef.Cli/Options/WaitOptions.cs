using System.CommandLine;
using CSharpChef.Converge;

namespace CSharpChef.Cli.Options;

/// <summary>The options for a machine that another run uses, and for a dropped connection.</summary>
internal sealed class WaitOptions
{
    private readonly Option<bool> wait = new("--wait")
    {
        Description = "Wait until another run on the machine ends. Default: fail and name its user.",
    };

    private readonly Option<string?> reconnect = new("--reconnect")
    {
        Description =
            "How long to try to reconnect to a run after the connection dropped, such as 30s or 5m. 0 fails at once. Default: 5m.",
        HelpName = "TIME",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(wait);
        command.Options.Add(reconnect);
    }

    public SessionOptions Apply(ParseResult parsed, SessionOptions session) => session with
    {
        WaitForOtherRun = parsed.GetValue(wait),
        ReconnectLimit = parsed.GetValue(reconnect) is { } text
            ? Duration.Parse("--reconnect", text)
            : session.ReconnectLimit,
    };
}
