using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Retention;

/// <summary>The times for which records are kept.</summary>
internal sealed record RetentionSettings : IDocument
{
    public const string Only = "retention";

    public static string Kind => "settings";

    public static string Noun => "settings";

    [JsonIgnore]
    public int Version { get; set; }

    [Description("Days that lines of the activity log are kept; 400 unless changed.")]
    public int? ActivityDays { get; init; }

    [Description("Days that commands and deployments are kept; 30 unless changed.")]
    public int? CommandDays { get; init; }

    [Description("Commands of each instance that are kept however old they are; 30 unless changed.")]
    public int? CommandsPerInstance { get; init; }

    [Description("Megabytes of the logs of all commands: above, the oldest logs and results are deleted; 1024 unless changed.")]
    public int? LogMegabytes { get; init; }

    [Description(
        "Days that account and home of a user stay locked on machines after the right to log in was withdrawn; 30 unless changed, 0 removes them at once.")]
    public int? LoginDays { get; init; }

    public static RetentionSettings Default { get; } = new()
    {
        ActivityDays = 400,
        CommandDays = 30,
        CommandsPerInstance = 30,
        LogMegabytes = 1024,
        LoginDays = 30,
    };

    public string Id => Only;

    public string? OwnerStack => null;

    /// <summary>The stored settings with those of this request.</summary>
    public RetentionSettings MergeInto(RetentionSettings stored) => stored with
    {
        ActivityDays = ActivityDays ?? stored.ActivityDays,
        CommandDays = CommandDays ?? stored.CommandDays,
        CommandsPerInstance = CommandsPerInstance ?? stored.CommandsPerInstance,
        LogMegabytes = LogMegabytes ?? stored.LogMegabytes ?? Default.LogMegabytes,
        LoginDays = LoginDays ?? stored.LoginDays,
    };
}
