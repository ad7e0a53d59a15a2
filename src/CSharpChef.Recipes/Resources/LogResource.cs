using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>Writes a message to the run's output when the run reaches the resource. Never a change.</summary>
    /// <example><code>Log($"{Node.Hostname} has {Node.Cpu.Count} processors");</code></example>
    public LogResource Log(
        string message,
        Action<LogResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new LogResource(message), configure, sourceFile, sourceLine);
}

/// <summary>A message in the run's output.</summary>
public sealed class LogResource(string message) : Resource(message)
{
    private readonly string text = message;

    /// <summary>The level of the message. Default <see cref="LogLevel.Info"/>.</summary>
    public LogLevel Level { get; set; } = LogLevel.Info;

    /// <summary>Writes the message. The default action.</summary>
    public ResourceAction Write => Act(_ => [new LogStep(text, Level)]);

    internal override bool IsMessage => true;

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Write];
}
