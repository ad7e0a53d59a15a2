using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A script for any interpreter on the machine. Without a guard it runs in every converge.</summary>
    /// <example>
    /// <code>
    /// Script("make swap", s =>
    /// {
    ///     s.Code = "set -eu\nfallocate -l 1G /swapfile\nchmod 600 /swapfile\nmkswap /swapfile\n";
    ///     s.Creates = "/swapfile";
    /// });
    /// </code>
    /// </example>
    public ScriptResource Script(
        string name,
        Action<ScriptResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new ScriptResource(name), configure, sourceFile, sourceLine);
}

/// <summary>
/// A script that an interpreter reads from a file, so that standard input stays free for <c>Input</c>.
/// </summary>
public sealed class ScriptResource(string name) : CommandResource(name)
{
    /// <summary>The text of the script. The interpreter receives it unchanged. Required.</summary>
    public string Code { get; set; } = "";

    /// <summary>
    /// The program that runs it, such as <c>bash</c> or <c>python3</c>. Default: what the first line of the text names
    /// behind <c>#!</c>, such as <c>#!/usr/bin/env bash</c>, else <c>sh</c>.
    /// </summary>
    public string Interpreter
    {
        get => field ?? NamedInterpreter ?? "sh";
        set;
    }

    private string? NamedInterpreter => Code.StartsWith("#!", StringComparison.Ordinal)
        && Code[2..].Split('\n')[0].Trim() is { Length: > 0 } program
            ? program
            : null;

    private protected override CommandStep Step() => Code.Length > 0
        ? new CommandStep(Name, Code) { Interpreter = Interpreter }
        : throw new RecipeException("set Code: the text of the script");
}
