using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A command that cron runs on a schedule.</summary>
    /// <example>
    /// <code>
    /// Cron("backup", c =>
    /// {
    ///     c.Schedule = "15 3 * * *";
    ///     c.Command = "/usr/local/bin/backup";
    /// });
    /// </code>
    /// </example>
    public CronResource Cron(
        string name,
        Action<CronResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new CronResource(name), configure, sourceFile, sourceLine);
}

/// <summary>
/// A cron entry: a file in <c>/etc/cron.d</c>, or a block in the user's crontab where cron does not read that folder.
/// </summary>
/// <remarks>
/// The file has the name of the entry. cron ignores files whose name has other characters than letters, digits,
/// <c>_</c> and <c>-</c>: they become <c>-</c>, and a checksum follows.
/// </remarks>
public sealed class CronResource(string name) : Resource(name)
{
    private readonly string entry = name;

    /// <summary>
    /// Five fields (minute, hour, day of month, month, day of week) or <c>@daily</c>, <c>@hourly</c>, <c>@reboot</c>, …
    /// in the node's time zone. Required.
    /// </summary>
    public string Schedule { get; set; } = "";

    /// <summary>
    /// The shell command, one line of any length. A <c>%</c> or <c>\</c> has no special meaning to cron. A sensitive
    /// command of another user than root may take about 950 bytes. Required.
    /// </summary>
    public string Command { get; set; } = "";

    /// <summary>
    /// The name of the user that the command runs as. The action fails when the user does not exist. Default
    /// <c>root</c>.
    /// </summary>
    public string User { get; set; } = "root";

    /// <summary>
    /// Environment variables of the entry, such as <c>MAILTO</c>, each with a value of one line. Default none.
    /// </summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>Creates the entry, or updates an existing one. The default action.</summary>
    public ResourceAction Create => Act(_ => [CreateStep()]);

    /// <summary>Removes the entry.</summary>
    public ResourceAction Delete => Act(_ => [new CronStep(entry) { User = User, Present = false }]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];

    private CronStep CreateStep()
    {
        if (Command.Length == 0 || Command.Contains('\n', StringComparison.Ordinal))
        {
            throw new RecipeException("set Command to one line of shell");
        }

        return new CronStep(entry)
        {
            Schedule = CronSchedule.Validate(Schedule),
            Command = Command,
            User = User,
            Environment = new Dictionary<string, string>(Environment),
        };
    }
}
