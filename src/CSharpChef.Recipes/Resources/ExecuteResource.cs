using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A shell command. Without a guard it runs in every converge.</summary>
    /// <example><code>Execute("make install", e => { e.Cwd = "/usr/src/app"; e.Creates = "/usr/local/bin/app";
    /// });</code></example>
    public ExecuteResource Execute(
        string command,
        Action<ExecuteResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new ExecuteResource(command), configure, sourceFile, sourceLine);
}

/// <summary>A command that runs by <c>sh -c</c>.</summary>
public sealed class ExecuteResource(string command) : CommandResource(command)
{
    /// <summary>The command.</summary>
    public string Command { get; } = command;

    internal override bool IsNamedByCommand => Command == Name;

    private protected override CommandStep Step() => new(Name, Command);
}
