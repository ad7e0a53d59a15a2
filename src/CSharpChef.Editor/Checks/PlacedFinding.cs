using CSharpChef.Converge.Compile;
using CSharpChef.Editor.Protocol;

namespace CSharpChef.Editor.Checks;

/// <summary>A finding, and the full path of the file that it is about.</summary>
internal sealed record PlacedFinding(string Path, ScriptFinding Finding)
{
    /// <summary>
    /// A finding on the file that it names. One that names no file is about another as a whole, and says what it names.
    /// </summary>
    public static PlacedFinding Of(ScriptFinding finding, string otherwise) => finding.Path.Length == 0
        ? new(otherwise, finding)
        : System.IO.Path.GetFullPath(finding.Path) is var path && File.Exists(path)
            ? new(path, finding)
            : new(otherwise, finding with { Line = 0, Message = $"{finding.Path}: {finding.Message}" });

    public Diagnostic ToDiagnostic() => new(
        Range,
        Finding.Severity switch { ScriptFinding.Error => 1, ScriptFinding.Warning => 2, _ => 3 },
        Finding.Code,
        "csharpchef",
        Finding.Hint is null ? Finding.Message : $"{Finding.Message}\n{Finding.Hint}");

    private Protocol.Range Range => Finding.Line == 0 ? Protocol.Range.Empty : new(
        new(Finding.Line - 1, Finding.Column - 1),
        Finding.EndLine == 0
            ? new(Finding.Line, 0)
            : new(Finding.EndLine - 1, Finding.EndColumn - 1));
}
