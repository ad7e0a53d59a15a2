using System.CommandLine;
using CSharpChef.Converge;

namespace CSharpChef.Cli.Options;

/// <summary>What to do when a machine is taken, or its link breaks.</summary>
internal sealed class PatienceOptions
{
    private readonly Option<bool> wait = new("--wait")
    {
        Description = "When another run has the machine, wait for it to end. Default: fail and say whose it is.",
    };

    private readonly Option<string?> reconnect = new("--reconnect")
    {
        Description =
            "How long to try to come back to a run whose link broke, like 30s or 5m. 0 gives up at once. Default: 5m.",
        HelpName = "TIME",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(wait);
        command.Options.Add(reconnect);
    }

    public SessionOptions Apply(ParseResult parsed, SessionOptions session) => session with
    {
        Wait = parsed.GetValue(wait),
        Reconnect = parsed.GetValue(reconnect) is { } text ? Duration.Parse("--reconnect", text) : session.Reconnect,
    };
}
