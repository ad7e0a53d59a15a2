using System.CommandLine;

namespace CSharpChef.Cli.Options;

/// <summary>The options of commands that fetch cookbooks when this machine lacks them.</summary>
internal sealed class SourceUseOptions
{
    private readonly Option<bool> offline = new("--offline")
    {
        Description = "Fetch no cookbooks and packages: fail when this machine lacks one that a lock file names.",
    };

    private readonly Option<bool> refresh = new("--refresh")
    {
        Description = "Ask the repositories of the command line again for tags that this machine has fetched before.",
    };

    private readonly FetchOptions limit = new("--fetch-timeout");

    public void AddTo(Command command)
    {
        command.Options.Add(offline);
        command.Options.Add(refresh);
        limit.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(offline) && result.GetValue(refresh))
            {
                result.AddError("--offline and --refresh exclude each other");
            }
        });
    }

    public SourceUse Of(ParseResult parsed) => new(limit.Limit(parsed))
    {
        IsOffline = parsed.GetValue(offline),
        AsksAgain = parsed.GetValue(refresh),
        IsVerbose = OutputOptions.IsVerbose(parsed),
    };
}
